"""From scores to tags."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.annotating.tagging.decode import best_path, decode_tags
from rawi.annotating.tagging.heads import HEADS, NAMES, PARTS, PROCLITIC, SPAN_HEADS, WIDTH, Head, columns
from rawi.annotating.tagging.spans import whole
from rawi.annotating.tagging.words import find_words
from rawi.model.tags import Tags


def is_legal(path: tuple[int, ...] | list[int], paragraphs: list[int]) -> bool:
    for place, label in enumerate(path):
        opens = place == 0 or paragraphs[place] != paragraphs[place - 1]
        if label and label % 2 == 0 and (opens or path[place - 1] not in (label, label - 1)):
            return False
    return True


@settings(max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(1, 5), st.sampled_from([3, 5]))
def test_the_path_is_the_best_legal_one(seed: int, length: int, labels: int) -> None:
    dice = np.random.default_rng(seed)
    logs = np.log(dice.dirichlet(np.full(labels, 0.5), length) + 1e-9).astype(np.float32)
    paragraphs = np.cumsum(dice.random(length) < 0.3).tolist()
    path = best_path(logs, paragraphs)
    assert is_legal(path, paragraphs)
    rows = range(length)
    best = max(
        float(logs[rows, list(other)].sum())
        for other in product(range(labels), repeat=length)
        if is_legal(other, paragraphs)
    )
    assert float(logs[rows, path].sum()) == pytest.approx(best, abs=1e-4)


def scores_of(text: str, marked: dict[Head, dict[str, str]]) -> np.ndarray:
    """Raw scores that say O but for the marked words."""
    words = [word.form for word in find_words(text)]
    scores = np.zeros((len(words), WIDTH), np.float32)
    for head in HEADS:
        scores[:, columns(head).start] = 5.0
        for form, label in marked.get(head, {}).items():
            scores[words.index(form), columns(head).start + head.labels.index(label)] = 20.0
    return scores


def decoded(text: str, marked: dict[Head, dict[str, str]]) -> Tags:
    return decode_tags(text, find_words(text), scores_of(text, marked))


def test_a_name_leaves_its_proclitic_out_also_with_vowel_marks() -> None:
    text = "زار وَالكاظمِيّ القاهرة"
    tags = decoded(text, {NAMES: {"والكاظمي": "B-PER", "القاهرة": "B-LOC"}, PROCLITIC: {"والكاظمي": "1"}})
    assert [(name.label, name.span.of(text)) for name in tags.names] == [("PER", "الكاظمِيّ"), ("LOC", "القاهرة")]
    assert tags.names[0].score > 0.99


def test_only_letters_that_can_be_proclitics_are_cut() -> None:
    text = "زار القاهرة"
    tags = decoded(text, {NAMES: {"القاهرة": "B-LOC"}, PROCLITIC: {"القاهرة": "2"}})
    assert tags.names[0].span.of(text) == "القاهرة"


def test_a_span_ends_with_its_paragraph() -> None:
    text = "زار سامي\nالعبدلي"
    tags = decoded(text, {NAMES: {"سامي": "B-PER", "العبدلي": "I-PER"}})
    assert [name.span.of(text) for name in tags.names] == ["سامي"]


def test_two_contents_that_touch_are_two() -> None:
    text = "نعم لا"
    tags = decoded(text, {SPAN_HEADS[3]: {"نعم": "B-CONTENT", "لا": "B-CONTENT"}})
    assert [content.span.of(text) for content in tags.contents] == ["نعم", "لا"]


def test_cues_and_sources_are_told_apart() -> None:
    text = "وقال الوزير"
    tags = decoded(text, {PARTS: {"وقال": "B-CUE", "الوزير": "B-SOURCE"}, PROCLITIC: {"وقال": "1"}})
    assert [cue.span.of(text) for cue in tags.cues] == ["قال"]
    assert [source.span.of(text) for source in tags.sources] == ["الوزير"]


def test_no_words_no_tags() -> None:
    assert decode_tags("", (), np.zeros((0, WIDTH), np.float32)) == Tags()


@given(st.integers(0, 2**32 - 1))
def test_noise_gives_legal_spans(seed: int) -> None:
    text = "قال وزير الخارجية: «نعم»\nوأضاف أنه لا يعرف. والقاهرة بخير"
    scores = np.random.default_rng(seed).normal(0, 4, (len(find_words(text)), WIDTH)).astype(np.float32)
    tags = decode_tags(text, find_words(text), scores)
    for group in (tags.names, tags.titles, tags.cues, tags.sources, tags.contents, tags.inner_contents):
        assert list(group) == sorted(group, key=lambda tag: tag.span)
        assert all(one.span.end <= other.span.start for one, other in pairwise(group))
        assert all(0 <= tag.score <= 1 and tag.span.end <= len(text) for tag in group)


@pytest.mark.parametrize(
    ("text", "kept"),
    [('المسؤول "', "المسؤول"), ('صحيفة "الوطن"', 'صحيفة "الوطن"'), ("المسؤول «", "المسؤول"), ("» الوزير ،", "الوزير")],
)
def test_edges_hold_no_mark_that_belongs_elsewhere(text: str, kept: str) -> None:
    words = find_words(text)
    first, stop = whole(words, 0, len(words))
    assert text[words[first].span.start : words[stop - 1].span.end] == kept

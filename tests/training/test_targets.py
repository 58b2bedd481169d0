"""What the model learns from: labels to targets and back, and the changes made to articles while training."""

from __future__ import annotations

import random

import numpy as np
import pytest

from rawi.annotating.tagging.decode import decode_tags
from rawi.annotating.tagging.heads import HEADS, NAMES, WIDTH, columns

labels = pytest.importorskip("training.labels", reason="the folder of the repository isn't on the path")
augmenting = pytest.importorskip("training.augment")
dataset = pytest.importorskip("training.dataset")
evaluating = pytest.importorskip("training.evaluate")
renaming = pytest.importorskip("training.renaming")

TEXT = (
    "وقال وزير الخارجية سامي العبدلي إن القاهرة ترحب بالقمة، مؤكدا أن الوفد السوداني أبلغه أنه سيحضر.\n"
    "وأضاف العبدلي: «نشكر الجامعة العربية»."
)


def place(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


LABELLED = labels.Labelled(
    url="",
    day="",
    text=TEXT,
    mentions=(
        (*place("وزير الخارجية"), "TITLE"),
        (*place("سامي العبدلي"), "PER"),
        (*place("القاهرة"), "LOC"),
        (*place("العبدلي", 60), "PER"),
        (*place("الجامعة العربية"), "ORG"),
    ),
    quotations=(
        labels.Quotation(place("قال"), place("وزير الخارجية سامي العبدلي"), (place("القاهرة ترحب بالقمة"),)),
        labels.Quotation(place("مؤكدا"), None, (place("الوفد السوداني أبلغه أنه سيحضر"),)),
        labels.Quotation(place("أبلغ"), place("الوفد السوداني"), (place("أنه سيحضر"),)),
        labels.Quotation(place("أضاف"), place("العبدلي", 60), (place("نشكر الجامعة العربية"),)),
    ),
)


def certain_scores(targets: np.ndarray) -> np.ndarray:
    scores = np.zeros((len(targets), WIDTH), np.float32)
    for number, head in enumerate(HEADS):
        for row, label in enumerate(targets[:, number]):
            if label >= 0:
                scores[row, columns(head).start + label] = 20.0
    return scores


def test_targets_lead_back_to_the_labels() -> None:
    example = dataset.make_example(LABELLED)
    tags = decode_tags(TEXT, example.words, certain_scores(example.targets))
    figures = {figure.kind: figure for figure in evaluating.evaluate([LABELLED], lambda _: tags)}
    for kind in ("PER", "ORG", "LOC", "TITLE", "CONTENT", "INNER"):
        assert figures[kind].exact == figures[kind].gold == figures[kind].found > 0, kind
    # أبلغه is one word: the pronoun can't be told from the cue by words.
    assert {tag.span.of(TEXT) for tag in tags.cues} == {"قال", "مؤكدا", "أبلغه", "أضاف"}


def test_renaming_keeps_the_spans_whole() -> None:
    example = dataset.make_example(LABELLED)
    config = renaming.RenameConfig(articles=1.0, names=1.0)
    for seed in range(30):
        changed = renaming.rename(example, random.Random(seed), config)
        assert len(changed.words) == len(changed.targets)
        column = [head.name for head in HEADS].index(NAMES.name)
        for number, (before, after) in enumerate(zip(example.targets.T, changed.targets.T, strict=True)):
            begun = (
                [int(label) for label in before if label % 2 == 1],
                [int(label) for label in after if label % 2 == 1],
            )
            assert number == len(HEADS) - 1 or begun[0] == begun[1], HEADS[number].name
        person = [word.form for word, row in zip(changed.words, changed.targets, strict=True) if row[column] in (1, 2)]
        # The lone last name of the second paragraph follows the full one of the first.
        assert person[-1] == person[-2]


def test_augmenting_keeps_words_and_targets_together() -> None:
    example = dataset.make_example(LABELLED)
    for seed in range(60):
        changed = augmenting.augment(example, random.Random(seed))
        assert len(changed.words) == len(changed.targets)
        assert (changed.targets > 0).any()


def test_a_label_line_holds_no_text() -> None:
    row = {
        "url": "https://example.org/1",
        "published": "2015-08-01",
        "text": TEXT,
        "mentions": [{"start": 5, "end": 9, "type": "TITLE"}],
        "quotations": [{"cue": None, "source": None, "content": [{"start": 1, "end": 4}]}],
    }
    line = labels.compact(row)
    assert "text" not in line
    assert len(line["digest"]) == 64
    assert line["mentions"] == [[5, 9, "TITLE"]]
    assert line["quotations"] == [{"cue": None, "source": None, "content": [[1, 4]]}]


def test_the_split_does_not_depend_on_order() -> None:
    articles = [labels.Labelled(str(number), "", f"نص {number}", (), ()) for number in range(60)]
    one = labels.split_labels(articles[:30], articles[30:])
    other = labels.split_labels(articles[:30][::-1], articles[30:][::-1])
    assert {article.url for article in one.train} == {article.url for article in other.train}
    assert len(one.dev) == labels.DEV_ARTICLES
    assert len(one.train) + len(one.dev) + len(one.test) == 60

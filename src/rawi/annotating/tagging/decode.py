"""From scores of words to tags: the most probable legal sequence of each head, then spans."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rawi.annotating.tagging.heads import (
    CONTENTS,
    INNER_CONTENTS,
    NAMES,
    PARTS,
    PROCLITIC,
    TITLES,
    Head,
    columns,
)
from rawi.annotating.tagging.spans import whole
from rawi.annotating.tagging.words import Word, skip_letters
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags

Scores = NDArray[np.float32]

# What a proclitic can be: conjunction, preposition, future marker, question.
_PROCLITICS = frozenset("وفبكلسأ")
_SCORE_DIGITS = 4


def decode_tags(text: str, words: Sequence[Word], scores: Scores) -> Tags:
    """The tags of a text from the model's raw scores, one row a word.

    A span never crosses a paragraph's end or a skipped zone. Its score is the mean probability of its type over its
    words.
    """
    if not words:
        return Tags()
    cuts = _softmax(scores[:, columns(PROCLITIC)])
    names, titles, parts, contents, inner = (
        _spans(text, words, scores[:, columns(head)], cuts, head)
        for head in (NAMES, TITLES, PARTS, CONTENTS, INNER_CONTENTS)
    )
    return Tags(
        names=names,
        titles=titles,
        cues=tuple(part for part in parts if part.label == "CUE"),
        sources=tuple(part for part in parts if part.label == "SOURCE"),
        contents=contents,
        inner_contents=inner,
    )


def _spans(text: str, words: Sequence[Word], scores: Scores, cuts: Scores, head: Head) -> tuple[TaggedSpan, ...]:
    chances = _softmax(scores)
    path = best_path(np.log(chances + 1e-9), [word.paragraph for word in words])
    found: list[TaggedSpan] = []
    begun = -1
    for place, label in enumerate((*path, 0)):
        # Odd labels are B-, even ones (but 0, which is O) are I-.
        if begun >= 0 and (label == 0 or label % 2 == 1):
            first, stop = whole(words, begun, place)
            kind = (path[begun] - 1) // 2
            if first < stop:
                score = float(chances[begun:place, 1 + 2 * kind : 3 + 2 * kind].sum(axis=1).mean())
                span = Span(_start(text, words[first], cuts[first]), words[stop - 1].span.end)
                found.append(TaggedSpan(span, head.labels[path[begun]][2:], round(min(score, 1.0), _SCORE_DIGITS)))
            begun = -1
        if label % 2 == 1:
            begun = place
    return tuple(found)


def _start(text: str, word: Word, chances: Scores) -> int:
    """The span's first character: behind the proclitics that the model sees, where they can be proclitics."""
    legal = 1
    while legal < min(len(chances), len(word.form)) and word.form[legal - 1] in _PROCLITICS:
        legal += 1
    return skip_letters(text, word.span, int(chances[:legal].argmax()))


def best_path(logs: Scores, paragraphs: Sequence[int]) -> list[int]:
    """The most probable sequence of labels in which I- follows only B- or I- of its own type, in one paragraph.

    ``logs``: log-probabilities, one row a word; columns O, B-a, I-a, B-b, I-b and so on.
    """
    path = logs.argmax(axis=1)
    numbers = np.asarray(paragraphs)
    opening = np.ones(len(path), dtype=bool)
    opening[1:] = numbers[1:] != numbers[:-1]
    before = np.zeros_like(path)
    before[1:] = path[:-1]
    before[opening] = 0
    inside = (path > 0) & (path % 2 == 0)
    broken = inside & (before != path) & (before != path - 1)
    result: list[int] = path.tolist()
    if not broken.any():
        return result
    # Paragraphs are independent, so only those with a breach need the search.
    starts = np.flatnonzero(opening)
    stops = np.append(starts[1:], len(path))
    for which in np.unique(np.searchsorted(starts, np.flatnonzero(broken), side="right") - 1):
        start, stop = int(starts[which]), int(stops[which])
        result[start:stop] = _search(logs[start:stop].tolist())
    return result


def _search(rows: list[list[float]]) -> list[int]:
    """Viterbi (1967) over the labels of one paragraph."""
    size = len(rows[0])
    reached = [value if label == 0 or label % 2 else float("-inf") for label, value in enumerate(rows[0])]
    backs: list[list[int]] = []
    for row in rows[1:]:
        top = max(range(size), key=reached.__getitem__)
        back = [top] * size
        for label in range(2, size, 2):
            back[label] = label if reached[label] >= reached[label - 1] else label - 1
        reached = [reached[back[label]] + row[label] for label in range(size)]
        backs.append(back)
    label = max(range(size), key=reached.__getitem__)
    path = [label]
    for back in reversed(backs):
        label = back[label]
        path.append(label)
    path.reverse()
    return path


def _softmax(scores: Scores) -> Scores:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Scores = raised / raised.sum(axis=1, keepdims=True)
    return chances

"""From labelled articles to what the model learns from: words with one target per head, packed into windows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rawi.annotating.tagging.heads import CONTENTS, HEADS, INNER_CONTENTS, NAMES, PARTS, PROCLITIC, TITLES, Head
from rawi.annotating.tagging.pieces import PieceSplitter
from rawi.annotating.tagging.windows import WindowConfig, pack_windows
from rawi.annotating.tagging.words import Word, count_letters, find_words
from training.labels import Labelled

IGNORED = -100
# Words that may lie between a cue and its source. A source farther off is no learnable neighbour of the cue.
FARTHEST_SOURCE = 40

Targets = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """An article's words with targets: one row a word, one column a head."""

    words: tuple[Word, ...]
    targets: Targets


@dataclass(frozen=True, slots=True)
class Piece:
    """A window with the targets of its words."""

    pieces: tuple[int, ...]
    first: tuple[int, ...]
    targets: Targets


_COLUMN = {head.name: number for number, head in enumerate(HEADS)}


def make_example(labelled: Labelled) -> Example:
    """Targets for every word of an article."""
    words = find_words(labelled.text)
    targets = np.zeros((len(words), len(HEADS)), np.int64)
    targets[:, _COLUMN[PROCLITIC.name]] = IGNORED
    board = _Board(labelled.text, words, targets)
    names = [mention for mention in labelled.mentions if mention[2] != "TITLE"]
    titles = [mention for mention in labelled.mentions if mention[2] == "TITLE"]
    for start, end, kind in _outermost(names)[0]:
        board.mark(NAMES, kind, start, end)
    for start, end, kind in _outermost(titles)[0]:
        board.mark(TITLES, kind, start, end)
    for quotation in labelled.quotations:
        if quotation.cue is None:
            continue
        cue = board.touched(*quotation.cue)
        if quotation.source is not None and cue:
            source = board.touched(*quotation.source)
            near = source and abs(source[0] - cue[0]) < FARTHEST_SOURCE
            if near and words[source[0]].paragraph == words[cue[0]].paragraph:
                board.mark(PARTS, "SOURCE", *quotation.source)
    # Cues last: where the two meet, the cue is what the quotation hangs on.
    for quotation in labelled.quotations:
        if quotation.cue is not None:
            board.mark(PARTS, "CUE", *quotation.cue)
    contents = [(start, end, "CONTENT") for quotation in labelled.quotations for start, end in quotation.content]
    outer, covered = _outermost(contents)
    for start, end, kind in outer:
        board.mark(CONTENTS, kind, start, end)
    for start, end, kind in _outermost(covered)[0]:
        board.mark(INNER_CONTENTS, kind, start, end)
    return Example(words, targets)


Place = tuple[int, int, str]


def _outermost(places: Iterable[Place]) -> tuple[list[Place], list[Place]]:
    """Places that overlap no earlier or longer one, and the rest."""
    outer: list[Place] = []
    rest: list[Place] = []
    end = -1
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        if place[0] >= end:
            outer.append(place)
            end = place[1]
        else:
            rest.append(place)
    return outer, rest


class _Board:
    """Where targets are written; keeps the search for touched words in one place."""

    def __init__(self, text: str, words: Sequence[Word], targets: Targets) -> None:
        self._text = text
        self._words = words
        self._targets = targets
        self._starts = [word.span.start for word in words]
        self._ends = [word.span.end for word in words]

    def touched(self, start: int, end: int) -> range:
        first = int(np.searchsorted(self._ends, start, side="right"))
        last = int(np.searchsorted(self._starts, end, side="left"))
        return range(first, last)

    def mark(self, head: Head, kind: str, start: int, end: int) -> None:
        column = _COLUMN[head.name]
        cut = _COLUMN[PROCLITIC.name]
        paragraph = 0
        for number in self.touched(start, end):
            word = self._words[number]
            opening = word.paragraph != paragraph
            self._targets[number, column] = head.labels.index(f"{'B' if opening else 'I'}-{kind}")
            if not paragraph and self._targets[number, cut] == IGNORED:
                letters = count_letters(self._text, word.span.start, max(word.span.start, start))
                self._targets[number, cut] = min(letters, len(PROCLITIC.labels) - 1)
            paragraph = word.paragraph


def pack_example(example: Example, splitter: PieceSplitter, config: WindowConfig) -> list[Piece]:
    """An example's windows."""
    cuts = [splitter.split_word(word.form, word.spaced) for word in example.words]
    packed: list[Piece] = []
    for window in pack_windows(example.words, cuts, config):
        rows = slice(window.start, window.stop)
        packed.append(Piece(window.pieces, window.first, example.targets[rows]))
    return packed

"""Wordings side by side: which words only one rendering has, and all of them word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from rawi.arabic.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a rendering in a row; ``shared`` tells whether the reference has them too."""

    text: str
    shared: bool


def compare_wordings(texts: Sequence[str]) -> list[list[Wording]]:
    """Each text cut into words that another one has too and words that it has alone.

    >>> wordings = compare_wordings(["سنغادر قريبا", "سنغادر العراق قريباً"])
    >>> [(part.text, part.shared) for part in wordings[1]]
    [('سنغادر ', True), ('العراق ', False), ('قريباً', True)]
    """
    tellers = Counter(
        word for text in texts for word in {token.fold for token in tokenize(text) if token.kind != "mark"}
    )
    return [_cut(text, tellers if len(texts) > 1 else None) for text in texts]


def _cut(text: str, tellers: Counter[str] | None) -> list[Wording]:
    """``tellers`` counts the texts that have a word; what is compared with nothing has nothing alone."""
    tokens = [token for token in tokenize(text) if token.kind != "mark"]
    shared = [tellers is None or tellers[token.fold] > 1 for token in tokens]
    parts: list[Wording] = []
    for index, token in enumerate(tokens):
        end = tokens[index + 1].start if index + 1 < len(tokens) else len(text)
        piece = text[token.start if index else 0 : end]
        if parts and parts[-1].shared == shared[index]:
            parts[-1] = Wording(parts[-1].text + piece, shared[index])
        else:
            parts.append(Wording(piece, shared[index]))
    return parts


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """One row of an alignment: for each rendering its words there ("" where it has none), and whether all agree."""

    cells: tuple[str, ...]
    shared: bool


def align_wordings(texts: Sequence[str]) -> list[AlignedRow]:
    """Renderings word by word beside the longest of them: rows of words in its order, breaking where any differs.

    >>> [row.cells for row in align_wordings(["سنغادر قريبا", "سنغادر العراق قريباً"])]
    [('سنغادر', 'سنغادر'), ('', 'العراق'), ('قريبا', 'قريباً')]
    """
    if not texts:
        return []
    longest = min(range(len(texts)), key=lambda index: (-len(texts[index]), index))
    words = [[token for token in tokenize(text) if token.kind != "mark"] for text in texts]
    folded = [[token.fold for token in row] for row in words]
    changes = [SequenceMatcher(None, folded[longest], row, autojunk=False).get_opcodes() for row in folded]
    edges = sorted({edge for row in changes for _, start, end, _, _ in row for edge in (start, end)})
    cuts = [*pairwise(edges)] or [(0, 0)]
    if edges and any(tag == "insert" and start == edges[-1] for row in changes for tag, start, *_ in row):
        cuts.append((edges[-1], edges[-1]))
    rows = []
    for start, end in cuts:
        cells, same = [], True
        for text, tokens, row in zip(texts, words, changes, strict=True):
            first, last, equal = _place(row, start, end)
            cells.append(text[tokens[first].start : tokens[last - 1].end] if last > first else "")
            same = same and equal
        if any(cells):
            rows.append(AlignedRow(tuple(cells), same))
    return rows


def _place(changes: Sequence[tuple[str, int, int, int, int]], start: int, end: int) -> tuple[int, int, bool]:
    """Which words of a rendering stand beside the longest one's ``start`` to ``end``; and whether they are the same."""
    first = last = None
    equal = False
    for tag, left, right, there, until in changes:
        if tag == "equal" and left <= start and end <= right and start < end:
            span, equal = (there + start - left, there + end - left), first is None
        elif (tag == "insert" and left == start) or (tag == "replace" and left == start and end <= right):
            span = there, until
        else:
            continue
        first, last = span[0] if first is None else first, span[1]
    return first or 0, last or 0, equal

"""Quotation marks of every style, paired: «», “”, "", reversed, mixed, and those that nobody closed.

A mark's shape is not to be trusted (many pages set ”so“ or »so«), so which mark opens is told by what stands beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.model.span import Span, trim

MARKS = frozenset('«»“”„"‟″〝〞')
_ALWAYS_OPEN = frozenset("«“„")
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u200e\u200f([{-–—:،؛,;/…")
_AFTER_CLOSING = frozenset(" \t\n\r\u00a0\u200e\u200f)]}.،؛,;:!?؟-–—/…")
_SENTENCE_END = re.compile(r"[.!؟?](?=\s)")
_PROCLITICS = frozenset("وفبكلـ")


@dataclass(frozen=True, slots=True)
class MarksConfig:
    """Limits of pairing.

    longest: characters between two marks; the longest of 422 labelled direct contents has 1,275.
    longest_inner: characters of a name in marks inside marks of the same kind.
    """

    longest: int = 1500
    longest_inner: int = 40


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between two marks. ``inner`` leaves the marks out; ``outer`` holds them. ``closed`` is False where the
    closing mark is missing and the paragraph's end was taken for it."""

    inner: Span
    outer: Span
    closed: bool = True


def find_marked(text: str, paragraph: Span, config: MarksConfig = MarksConfig()) -> tuple[Marked, ...]:
    """The marked passages of one paragraph that are not inside another one, in order of place.

    >>> line = 'قال: ”لن نقبل“ وأضاف «لن «نرضى» أبدا» ثم "صمت'
    >>> [marked.inner.of(line) for marked in find_marked(line, Span(0, len(line)))]
    ['لن نقبل', 'لن «نرضى» أبدا', 'صمت']
    """
    found: list[Marked] = []
    opened: list[int] = []
    for index in range(paragraph.start, paragraph.end):
        if text[index] not in MARKS:
            continue
        opens = _opens(text, index, paragraph, bool(opened))
        if opens:
            if (
                opened
                and text[index] == text[opened[-1]]
                and text[index] not in _ALWAYS_OPEN
                and not _nests(text, index, paragraph, config)
            ):
                # The same mark opens twice: the first was never closed, and what it held ends before this one.
                _append(found, text, opened[0], index, closed=False, config=config)
                opened = [index]
            else:
                opened.append(index)
        elif opened:
            start = opened.pop()
            if not opened:
                _append(found, text, start, index, closed=True, config=config)
    if opened:
        # Nobody closed it: the speech is taken to end with its first sentence.
        ended = _SENTENCE_END.search(text, opened[0] + 1, paragraph.end)
        _append(found, text, opened[0], ended.start() if ended else paragraph.end, closed=False, config=config)
    return tuple(found)


def _nests(text: str, index: int, paragraph: Span, config: MarksConfig) -> bool:
    r"""Whether a mark that opens inside marks of its own kind encloses a short name there (\"… \"سند للتأمين\" …\")."""
    closes = text.find(text[index], index + 1, min(paragraph.end, index + 2 + config.longest_inner))
    return closes >= 0 and not _opens(text, closes, paragraph, True)


def _append(found: list[Marked], text: str, start: int, end: int, *, closed: bool, config: MarksConfig) -> None:
    inner = trim(text, start + 1, end)
    if inner is None or len(inner) > config.longest:
        return
    outer = Span(start, end + 1) if closed else Span(start, inner.end)
    found.append(Marked(inner, outer, closed))


def _opens(text: str, index: int, paragraph: Span, inside: bool) -> bool:
    """Whether the mark opens, by its neighbours first and its shape where they don't tell."""
    before = text[index - 1] if index > paragraph.start else " "
    after = text[index + 1] if index + 1 < paragraph.end else " "
    clitic = before in _PROCLITICS and (index - 1 == paragraph.start or text[index - 2] in _BEFORE_OPENING)
    may_open = (before in _BEFORE_OPENING or clitic) and after not in " \t\n\r\u00a0"
    may_close = before not in " \t\n\r\u00a0" and not clitic and (after in _AFTER_CLOSING or after in MARKS)
    if may_open != may_close:
        return may_open
    if text[index] in _ALWAYS_OPEN and not (inside and may_close):
        return True
    if text[index] in "»”" and inside:
        return False
    return not inside

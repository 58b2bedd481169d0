"""Spans: half-open offsets in Unicode code points of one article's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (not included) of an article's text.

    >>> Span(1, 8).of("بالقاهرة اليوم")
    'القاهرة'
    >>> Span(3, 3)
    Traceback (most recent call last):
    ...
    ValueError: a span must hold at least one character and start at 0 or later, not 3..3
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(
                f"a span must hold at least one character and start at 0 or later, not {self.start}..{self.end}"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def overlap(self, other: Span) -> float:
        """Shared characters by all characters of both (intersection over union), 0..1."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, shared) / (len(self) + len(other) - max(0, shared))


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of them.

    >>> cover([Span(4, 6), Span(1, 2)])
    Span(start=1, end=6)
    """
    found = list(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))


def trim(text: str, start: int, end: int, strip: str = " \t\r\n\u00a0\u200e\u200f") -> Span | None:
    """The span without white space at its ends, or None when nothing is left.

    >>> trim("قال  كذا ", 3, 9)
    Span(start=5, end=8)
    """
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end) if start < end else None

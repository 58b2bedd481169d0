"""What the tagger says of each word: the heads of the model and their labels, in the order of its columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """One question asked of every word. ``labels`` of a span head are O, then B- and I- of each type."""

    name: str
    labels: tuple[str, ...]


def _span_head(name: str, *types: str) -> Head:
    return Head(name, ("O", *(f"{place}-{kind}" for kind in types for place in "BI")))


NAMES = _span_head("names", "PER", "ORG", "LOC")
TITLES = _span_head("titles", "TITLE")
PARTS = _span_head("parts", "CUE", "SOURCE")
CONTENTS = _span_head("contents", "CONTENT")
INNER_CONTENTS = _span_head("inner_contents", "CONTENT")
# Letters before the span on its first word: و in والكاظمي is 1. The fused لل of للكاظمي stays (0).
PROCLITIC = Head("proclitic", ("0", "1", "2", "3"))

SPAN_HEADS = (NAMES, TITLES, PARTS, CONTENTS, INNER_CONTENTS)
HEADS = (*SPAN_HEADS, PROCLITIC)
WIDTH = sum(len(head.labels) for head in HEADS)


def columns(head: Head) -> slice:
    """The model's output columns that belong to a head.

    >>> columns(TITLES)
    slice(7, 10, None)
    """
    start = 0
    for other in HEADS:
        if other.name == head.name:
            return slice(start, start + len(head.labels))
        start += len(other.labels)
    raise ValueError(f"no head is called {head.name!r}: there are {', '.join(other.name for other in HEADS)}")

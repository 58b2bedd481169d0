"""What a tagger says of a text, before any stage has judged it."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span with the label a tagger gave it.

    ``score`` is the mean probability of its words, 0..1, not calibrated.
    """

    span: Span
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Tags:
    """One text's tags, each tuple in order of place.

    names: PER, ORG or LOC, without proclitics. titles: TITLE. cues: CUE. sources: SOURCE.
    contents: CONTENT (outermost). inner_contents: CONTENT inside a content (nested reports).
    """

    names: tuple[TaggedSpan, ...] = ()
    titles: tuple[TaggedSpan, ...] = ()
    cues: tuple[TaggedSpan, ...] = ()
    sources: tuple[TaggedSpan, ...] = ()
    contents: tuple[TaggedSpan, ...] = ()
    inner_contents: tuple[TaggedSpan, ...] = ()

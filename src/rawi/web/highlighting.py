"""An article's text cut where annotations begin and end, so that layers that cross can all be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rawi.model.annotation import AnnotatedArticle
from rawi.model.span import Span

LAYERS = ("quotations", "mentions", "times", "figures", "events", "commitments", "silences", "zones", "translated")


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation as the page shows it: which layer, which part of it, and its place in the layer."""

    span: Span
    layer: str
    part: str
    place: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that lie in the same marks. ``classes`` name layers and parts; ``key`` leads to the explanation."""

    text: str
    start: int
    classes: str
    marks: tuple[Mark, ...]


def marks_of(annotated: AnnotatedArticle) -> Iterator[Mark]:
    """All that can be shown in a text."""
    for place, mention in enumerate(annotated.mentions):
        yield Mark(mention.span, "mentions", mention.type.lower(), place)
    for place, quotation in enumerate(annotated.quotations):
        for span in quotation.content:
            yield Mark(span, "quotations", "content", place)
        if quotation.cue:
            yield Mark(quotation.cue, "quotations", "cue", place)
        if quotation.source:
            yield Mark(quotation.source, "quotations", "source", place)
    for place, time in enumerate(annotated.times):
        yield Mark(time.span, "times", "time", place)
    for place, figure in enumerate(annotated.figures):
        yield Mark(figure.span, "figures", "figure", place)
    for place, event in enumerate(annotated.events):
        yield Mark(event.span, "events", "event", place)
    for place, commitment in enumerate(annotated.commitments):
        yield Mark(commitment.span, "commitments", "commitment", place)
    for place, silence in enumerate(annotated.silences):
        yield Mark(silence.span, "silences", "silence", place)
    for place, zone in enumerate(annotated.zones):
        if zone.kind != "body":
            yield Mark(zone.span, "zones", zone.kind, place)
    for place, passage in enumerate(annotated.translated):
        yield Mark(passage.span, "translated", "translated", place)


def cut_pieces(annotated: AnnotatedArticle, cited: Span | None = None) -> list[list[Piece]]:
    """Paragraphs of pieces. Joined again they are the text, line ends aside.

    ``cited`` are characters that the reader came to see.
    """
    text = annotated.text
    marks = [mark for mark in marks_of(annotated) if mark.span.end <= len(text)]
    if cited and cited.end <= len(text):
        marks.append(Mark(cited, "cited", "cited", 0))
    edges = {0, len(text)} | {edge for mark in marks for edge in (mark.span.start, mark.span.end)}
    edges |= {place for place, letter in enumerate(text) if letter == "\n"}
    edges |= {place + 1 for place, letter in enumerate(text) if letter == "\n"}
    starts = sorted(edges)
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
    active: list[Mark] = []
    lines: list[list[Piece]] = [[]]
    for start, end in pairwise(starts):
        active = [mark for mark in active if mark.span.end > start] + opening.get(start, [])
        if text[start:end] == "\n":
            lines.append([])
            continue
        here = tuple(sorted(active, key=lambda mark: (len(mark.span), mark.layer, mark.part, mark.place)))
        names = dict.fromkeys(name for mark in here for name in (mark.layer, f"{mark.layer}-{mark.part}"))
        lines[-1].append(Piece(text[start:end], start, " ".join(names), here))
    return [line for line in lines if any(piece.text.strip() for piece in line)]

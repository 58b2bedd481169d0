"""Reports of one happening side by side: what they share, whose text it was first, what each adds or leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from rawi.arabic.letters import fold
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Reuse
from rawi.model.span import Span

# So many of what a report adds or lacks are named; the rest is in its text.
_NAMED = 10


@dataclass(frozen=True, slots=True)
class SharedPiece:
    """Characters of a report. ``origin`` is the number of the report whose text they are, or None where it's alone."""

    text: str
    start: int
    origin: int | None


@dataclass(frozen=True, slots=True)
class Detail:
    """A name or number of a report: how it is called, its kind, and where it stands.

    What a report lacks stands in another one: ``article``, the first that has it; ``reports`` are all that have it.
    """

    label: str
    kind: str
    span: Span
    article: str
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a story as the page shows it. ``number`` is its place in order of publication.

    ``passage`` is what tells the story where the article tells others too; the rest of it is not shown, and its
    ``quotations`` and ``figures`` are not counted.
    """

    annotated: AnnotatedArticle
    number: int
    lines: tuple[tuple[SharedPiece, ...], ...]
    adds: tuple[Detail, ...]
    lacks: tuple[Detail, ...]
    passage: Span | None = None
    quotations: int = 0
    figures: int = 0


def compare_reports(
    articles: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], passages: Mapping[str, Span] = MappingProxyType({})
) -> tuple[Report, ...]:
    """Reports in order of publication, undated ones last. A shared passage belongs to the first that prints it.

    Of an article in ``passages`` that part alone counts.
    """
    ordered = sorted(articles, key=lambda item: (item.published.earliest or "9999", item.id))
    numbers = {annotated.id: number for number, annotated in enumerate(ordered)}
    shared: dict[str, list[tuple[Span, int]]] = {}
    for link in reuse:
        if link.a in numbers and link.b in numbers:
            origin = min(numbers[link.a], numbers[link.b])
            for passage in link.passages:
                shared.setdefault(link.a, []).append((passage.a, origin))
                shared.setdefault(link.b, []).append((passage.b, origin))
    parts = [passages.get(annotated.id, Span(0, len(annotated.text))) for annotated in ordered]
    details = [dict(_details_of(annotated, part)) for annotated, part in zip(ordered, parts)]
    texts = [fold(part.of(annotated.text)) for annotated, part in zip(ordered, parts)]
    return tuple(
        Report(
            annotated,
            number,
            _cut(annotated.text, part, shared.get(annotated.id, [])),
            *_differences(number, details, texts),
            passages.get(annotated.id),
            sum(part.start <= item.content[0].start < part.end for item in annotated.quotations if item.content),
            sum(part.start <= item.start < part.end for item in annotated.figures),
        )
        for number, (annotated, part) in enumerate(zip(ordered, parts))
    )


def _cut(text: str, part: Span, shared: Sequence[tuple[Span, int]]) -> tuple[tuple[SharedPiece, ...], ...]:
    edges = {part.start, part.end} | {edge for span, _ in shared for edge in (span.start, span.end)}
    edges |= {place + step for place, letter in enumerate(text) if letter == "\n" for step in (0, 1)}
    edges = {edge for edge in edges if part.start <= edge <= part.end}
    lines: list[list[SharedPiece]] = [[]]
    for start, end in pairwise(sorted(edges)):
        if text[start:end] == "\n":
            lines.append([])
            continue
        owners = [origin for span, origin in shared if span.start <= start and end <= span.end]
        lines[-1].append(SharedPiece(text[start:end], start, min(owners, default=None)))
    return tuple(tuple(line) for line in lines if any(piece.text.strip() for piece in line))


def _details_of(annotated: AnnotatedArticle, part: Span) -> Iterator[tuple[tuple[object, ...], Detail]]:
    """Names and numbers of a part, each with the key that makes it the same in two reports; a key's first stays."""
    seen = set()
    for mention in annotated.mentions:
        key: tuple[object, ...] = ("name", mention.entity)
        if mention.entity and mention.form == "name" and key not in seen and part.start <= mention.start < part.end:
            seen.add(key)
            yield key, Detail(mention.name or mention.span.of(annotated.text), "mentions", mention.span, annotated.id)
    for figure in annotated.figures:
        key = ("figure", figure.measure, figure.low, figure.high)
        if figure.measure and key not in seen and part.start <= figure.start < part.end:
            seen.add(key)
            yield key, Detail(figure.span.of(annotated.text), "figures", figure.span, annotated.id)


def _differences(
    number: int, details: Sequence[dict[tuple[object, ...], Detail]], texts: Sequence[str]
) -> tuple[tuple[Detail, ...], tuple[Detail, ...]]:
    """What only this report has, and what it lacks although two or more others, and at least half of them, have it.

    The very words of another report are nobody's own, whatever they were read as there, and nothing that it lacks.
    """
    places = [place for place in range(len(details)) if place != number]
    others = [details[place] for place in places]
    adds = [
        detail
        for key, detail in details[number].items()
        if others
        and not any(key in told for told in others)
        and not any(_stands_in(detail.label, texts[place]) for place in places)
    ]
    counts: dict[tuple[object, ...], list[Detail]] = {}
    for told in others:
        for key, detail in told.items():
            if key not in details[number]:
                counts.setdefault(key, []).append(detail)
    least = max(2, (len(others) + 1) // 2)
    lacks = [
        replace(found[0], reports=len(found))
        for found in counts.values()
        if len(found) >= least and not _stands_in(found[0].label, texts[number])
    ]
    return tuple(adds[:_NAMED]), tuple(lacks[:_NAMED])


def _stands_in(label: str, folded: str) -> bool:
    """Whether the words of a label stand in a folded text as whole words, with or without what Arabic writes to them.

    >>> _stands_in("الرياض", "وصل بالرياض"), _stands_in("14", "قتل 144 شخصا")
    (True, False)
    """
    return re.search(rf"(?<!\w)[وف]?[بكل]?{re.escape(fold(label))}(?!\w)", folded) is not None

"""The stage: every number of an article that counts or measures something becomes a Figure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rawi.annotating.figures.counted import Phrase, find_counted, start_of
from rawi.annotating.figures.duals import find_duals
from rawi.annotating.figures.flow import find_flow, is_negated
from rawi.annotating.figures.reading import Reading
from rawi.annotating.figures.readings import is_noun_like, read_numbers
from rawi.annotating.figures.rest import find_few, find_rounds, find_withheld
from rawi.annotating.figures.scope import Scope
from rawi.arabic.quantities.measures import Measured, describe_measured
from rawi.arabic.tokens import view_text
from rawi.model.annotation import AnnotatedArticle, Figure, Problem
from rawi.model.identifiers import make_id
from rawi.model.span import Span
from rawi.model.view import TextView


@dataclass(frozen=True, slots=True)
class FiguresConfig:
    """Limits of the stage.

    ``place_reach``: characters after a figure within which a named place is the place of what it counts; 60 is ten
    words, the length of a noun phrase with its place (جندي أميركي منتشرين في العراق).
    """

    place_reach: int = 60


def annotate_figures(annotated: AnnotatedArticle, config: FiguresConfig = FiguresConfig()) -> AnnotatedArticle:
    """The article with its figures, in order of place; malformed numbers become problems. Never raises on any text.

    Needs the view (made where missing); uses times (never counted twice), mentions (place of a measure), quotations
    (who asserts) and zones (furniture is left out). Own method.

    >>> from rawi.model.article import Article
    >>> text = "قُتل شخصان وأصيب نحو ٥٠ مدنيا في الموصل."
    >>> found = annotate_figures(AnnotatedArticle(Article.create(text))).figures
    >>> [(text[f.start:f.end], f.low, f.tolerance, f.counted.of(text)) for f in found]
    [('شخصان', 2, 'exact', 'شخصان'), ('٥٠', 50, 'about', 'مدنيا')]
    """
    view = annotated.view or view_text(annotated.text)
    timed = _timed_tokens(annotated, view)
    readings, malformed = read_numbers(view)
    readings = [reading for reading in readings if timed.isdisjoint(range(reading.first, reading.last))]
    taken = set(timed)
    for reading in readings:
        taken.update(range(reading.first, reading.last))
    for extra in (find_few(view), find_rounds(view), find_withheld(view), find_duals(view, frozenset(taken - timed))):
        for reading in extra:
            if not taken & set(range(reading.first, reading.last)):
                taken.update(range(reading.first, reading.last))
                readings.append(reading)
    name_ends = {mention.end for mention in annotated.mentions if mention.form == "name"}
    readings = [reading for reading in readings if not _is_in_name(view, reading, name_ends)]
    furniture = [zone for zone in annotated.zones if zone.kind == "furniture"]
    readings = [r for r in readings if not any(z.start < r.end and r.start < z.end for z in furniture)]
    readings.sort(key=lambda reading: reading.start)
    figures = _figures(annotated, view, readings, timed, config)
    problems = tuple(
        Problem("figures", "malformed_number", annotated.text[number.start : number.end][:80]) for number in malformed
    )
    return replace(annotated, figures=figures, problems=annotated.problems + problems)


def _is_in_name(view: TextView, reading: Reading, name_ends: set[int]) -> bool:
    """Whether a bare number right behind a name belongs to it or is a scorer's minute: ناسداك 100، ديبالا (74)."""
    if reading.unit is not None or reading.noun is not None or reading.category != "count" or not reading.first:
        return False
    tokens, before = view.tokens, reading.first - 1
    if reading.last - reading.first != 1 or tokens[reading.first].kind != "number" or reading.cue != reading.first:
        return False
    if tokens[before].fold in ("(", "-") and before:
        before -= 1
    follows = tokens[reading.last] if reading.last < len(tokens) else None
    return tokens[before].end in name_ends and (follows is None or not is_noun_like(follows))


def _timed_tokens(annotated: AnnotatedArticle, view: TextView) -> frozenset[int]:
    starts = [token.start for token in view.tokens]
    timed: set[int] = set()
    for time in annotated.times:
        index = max(0, bisect_right(starts, time.start) - 1)
        while index < len(starts) and starts[index] < time.end:
            if view.tokens[index].end > time.start:
                timed.add(index)
            index += 1
    return frozenset(timed)


def _figures(
    annotated: AnnotatedArticle,
    view: TextView,
    readings: Sequence[Reading],
    timed: frozenset[int],
    config: FiguresConfig,
) -> tuple[Figure, ...]:
    tokens = view.tokens
    scope = Scope(annotated, view, config.place_reach)
    starts = [sentence.start for sentence in view.sentences]
    figures: list[Figure] = []
    previous: tuple[Reading, Phrase | None] | None = None
    previous_sentence = -1
    for reading in readings:
        sentence = bisect_right(starts, reading.start) - 1
        if sentence != previous_sentence:
            previous = None
        counted = find_counted(tokens, reading, previous, timed)
        previous, previous_sentence = (reading, counted), sentence
        measured = describe_measured(tokens, reading.first, reading.last, counted, reading.noun)
        place = scope.place(reading, counted)
        span = None
        if counted is not None:
            start = reading.start if counted[0] == reading.first else start_of(view, counted[0])
            span = Span(start, tokens[counted[1] - 1].end)
        category = reading.category
        figures.append(
            Figure(
                start=reading.start,
                end=reading.end,
                low=reading.low,
                high=reading.high,
                tolerance=reading.tolerance,
                unit=_unit(reading, measured),
                counted=span,
                measure=_measure(reading, _owned(measured, scope.owner(reading)), place),
                as_of=scope.as_of(sentence, reading),
                asserted_by=scope.asserted_by(reading),
                flow=find_flow(tokens, reading),
                category=category,
                negated=is_negated(tokens, reading),
                withheld=reading.withheld,
            )
        )
    return tuple(figures)


def _unit(reading: Reading, measured: Measured) -> str | None:
    if reading.is_percent:
        return "percent"
    if reading.unit is not None:
        return reading.unit.code
    if reading.category == "people" or measured.head == "people":
        return "person"
    return measured.head or None


def _owned(measured: Measured, owner: str | None) -> Measured:
    """What is measured, of its owner where no adjective says whose (our own groups are named in Latin letters)."""
    if owner is None or any(not name.isascii() for name in measured.group):
        return measured
    return replace(measured, group=tuple(sorted({*measured.group, owner})))


def _measure(reading: Reading, measured: Measured, place: str | None) -> str | None:
    """The id of what is measured; None where nothing is told about it."""
    if not measured.head and measured.role is None:
        return None
    base = "percent" if reading.is_percent else reading.unit.base if reading.unit else "count"
    # What befell people is compared inside a story, whose place is known; stocks need theirs.
    where = None if measured.role else place
    return make_id("m", base, measured.head, measured.role, "+".join(measured.group), where)

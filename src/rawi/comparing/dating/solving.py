"""Clues put together: bounds are met in the order of their weight, then days are tested; what does not fit is told."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from rawi.arabic.calendars import Day
from rawi.comparing.dating.clues import Clue, Weight
from rawi.comparing.dating.settings import DatingConfig
from rawi.model.annotation import Evidence, PublishedDate
from rawi.model.dates import DateRange
from rawi.model.labels import DateBasis


def solve_date(clues: Sequence[Clue], config: DatingConfig = DatingConfig()) -> PublishedDate:
    """The days that all clues allow, with those that narrowed them as evidence and those that clash as contradictions.

    >>> past = Clue(Weight.PAST, (Evidence("a", 0, 4, "told as past"),), DateRange("2020-06-01", None))
    >>> coming = Clue(Weight.FUTURE, (Evidence("a", 9, 14, "told as still to come"),), DateRange(None, "2020-08-31"))
    >>> solve_date([coming, past]).earliest
    '2020-06-01'
    """
    days = DateRange()
    evidence: list[Evidence] = []
    clashes: list[Evidence] = []
    basis: DateBasis = "unknown"
    ordered = sorted(clues, key=lambda clue: -clue.weight)
    for clue in ordered:
        if clue.days is None:
            continue
        met = days.meet(clue.days)
        if met is None:
            clashes += clue.evidence
        elif met != days:
            days = met
            evidence += clue.evidence
            basis = _basis(basis, clue)
    tests = [clue for clue in ordered if clue.test is not None]
    width = days.days()
    if width is not None and width <= config.enumerated and tests:
        kept = _each_day(days)
        for clue in tests:
            fitting = [day for day in kept if clue.test is not None and clue.test(day)]
            if not fitting:
                clashes += clue.evidence
            elif len(fitting) < len(kept):
                kept = fitting
                evidence += clue.evidence
                basis = _basis(basis, clue)
        days = DateRange(kept[0].isoformat(), kept[-1].isoformat())
    return PublishedDate(days.earliest, days.latest, basis, _once(evidence), _once(clashes))


def _basis(basis: DateBasis, clue: Clue) -> DateBasis:
    if clue.weight == Weight.GIVEN or basis == "given":
        return "given"
    return "stated" if clue.stated or basis == "stated" else "inferred"


def _each_day(days: DateRange) -> list[Day]:
    first, last = Day.fromisoformat(days.earliest or ""), Day.fromisoformat(days.latest or "")
    return [first + datetime.timedelta(days=count) for count in range((last - first).days + 1)]


def _once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))

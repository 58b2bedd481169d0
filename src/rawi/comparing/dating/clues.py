"""Clues to an article's date: days it allows, or a test of a day, each with its words and its weight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from rawi.arabic.calendars import Day
from rawi.model.annotation import Evidence
from rawi.model.dates import DateRange

DayTest = Callable[[Day], bool]


class Weight(IntEnum):
    """How much a clue counts where two contradict: the heavier one stands, the other is told as a contradiction."""

    GIVEN = 6
    TODAY = 5
    STATED = 4
    PAST = 3
    LINK = 3
    OFFICE = 2
    FUTURE = 2
    WEEKDAY = 1
    OFFICE_END = 1
    WEAK = 0


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason for a date. ``days`` bounds it, ``test`` picks days out of a bounded range; ``stated`` tells that the
    article says its date itself.
    """

    weight: Weight
    evidence: tuple[Evidence, ...]
    days: DateRange | None = None
    test: DayTest | None = None
    stated: bool = False

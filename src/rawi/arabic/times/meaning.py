"""What a time expression means before it is known when the article was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MeaningKind = Literal[
    "calendar",  # year, month, day, weekday, quarter, half, season: any of them
    "weekday",  # with or without a direction or week
    "day",  # so many days from today (shift), perhaps with its weekday
    "period",  # the last, this or the next unit (shift)
    "distance",  # amount units before or after now (shift -1 or 1), amount None where vague
    "duration",
    "set",
    "reference",  # PAST_REF, PRESENT_REF, FUTURE_REF
    "same",  # then, that day: the day last named
    "clock",  # an hour of the day last named, or of today
    "holiday",
    "event",
]
Calendar = Literal["gregorian", "hijri"]
Direction = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parts that the words give; what they leave open is None.

    ``unit`` is S, MIN, H, D, W, M, Y, DE (decade), CE (century), Q, WE (weekend), WD (the so-manieth weekday of a
    month), SP, SU, FA, WI or X. ``rest`` is what a length adds in a smaller unit (سنة وثلاثة أشهر). ``shift``
    counts units from now (-1 last, 0 this, 1 next). ``direction`` is what the words say (الماضي), ``cue`` what the
    clause around them suggests (سيلتقي). ``part`` is START, MID or END, ``daypart`` MO, MI, AF, EV or NI. ``until`` is
    a range's end. ``days_away`` counts the days from now to a calendar date that is also told from now (أمس 19 آب).
    """

    kind: MeaningKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    calendar: Calendar = "gregorian"
    unit: str | None = None
    number: int | None = None
    amount: float | None = None
    shift: int | None = None
    direction: Direction | None = None
    cue: Direction | None = None
    part: str | None = None
    daypart: str | None = None
    hour: int | None = None
    minute: int | None = None
    reference: str | None = None
    modifier: str | None = None
    until: Meaning | None = None
    rest: Meaning | None = None
    vague: bool = False
    days_away: int | None = None


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression in a text: offsets, token indexes (``last`` not included) and what it means."""

    start: int
    end: int
    first: int
    last: int
    meaning: Meaning

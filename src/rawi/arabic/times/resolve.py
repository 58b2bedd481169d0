"""Which days a time expression means, once it is known (or bounded) when the article was written.

An anchor is a range of days. Where every day of it gives the same answer, that is the answer; where it does not, the
value stays open (XXXX-05, XXXX-WXX-4) and the days reach from the first possible one to the last. Two days on end are
the day of writing and the next morning's print: words such as yesterday are reckoned from the first.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from rawi.arabic.calendars import Day
from rawi.arabic.times.calendar_parts import resolve_calendar, resolve_holiday
from rawi.arabic.times.meaning import Meaning
from rawi.arabic.times.relative import (
    duration_value,
    resolve_day,
    resolve_distance,
    resolve_duration,
    resolve_period,
    resolve_weekday,
)
from rawi.arabic.times.values import Answer, ResolutionConfig, narrow, with_time
from rawi.model.dates import DateRange, is_date
from rawi.model.labels import TimeType

UNKNOWN = DateRange()


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """A TIMEX3 value, the days it may mean, and what it hangs on (see TimeExpression)."""

    type: TimeType
    value: str | None
    earliest: str | None
    latest: str | None
    modifier: str | None
    anchor: str


def resolve_time(
    meaning: Meaning,
    anchor: DateRange = UNKNOWN,
    previous: str | None = None,
    config: ResolutionConfig = ResolutionConfig(),
) -> ResolvedTime:
    """The meaning as a TIMEX3 value with the days from first to last that it may be.

    ``anchor`` is when the words were written, ``previous`` the value of the day that was last told of (for آنذاك).

    >>> resolve_time(Meaning("weekday", weekday=4), DateRange.of("2020-08-22")).value
    '2020-08-20'
    >>> resolve_time(Meaning("weekday", weekday=4)).value
    'XXXX-WXX-4'
    """
    answer = _answer(meaning, anchor, previous, config)
    value, days = answer.value, answer.days
    if days is not None and meaning.part and meaning.kind == "same":
        days = narrow(days, meaning.part)
    earliest, latest = (days.earliest, days.latest) if days else (None, None)
    modifier = meaning.part or meaning.modifier
    return ResolvedTime(_type(meaning, value), value, earliest, latest, modifier, _anchor(meaning))


def is_absolute(meaning: Meaning) -> bool:
    """Whether the days are known without knowing when the article was written."""
    if meaning.kind in ("calendar", "holiday"):
        return meaning.year is not None or (meaning.unit in ("DE", "CE") and meaning.number is not None)
    return False


def _answer(meaning: Meaning, anchor: DateRange, previous: str | None, config: ResolutionConfig) -> Answer:
    if meaning.kind == "set":
        return Answer(meaning.reference or duration_value(meaning))
    if meaning.kind == "event":
        # By itself what hangs on an event is only known to lie before or after now, as the clause says.
        return _reference(replace(meaning, reference="FUTURE_REF" if meaning.cue == "future" else "PAST_REF"), anchor)
    if meaning.kind == "reference":
        return _reference(meaning, anchor)
    if meaning.kind == "same":
        return _same(meaning, previous)
    if is_absolute(meaning):
        return _on(meaning, Day(2000, 1, 1), config)
    first, last = _day(anchor.earliest), _day(anchor.latest)
    if first is None and last is None:
        return Answer(_open(meaning))
    low = _on(meaning, first, config) if first else None
    high = low if first == last else (_on(meaning, last, config) if last else None)
    if low and high and low.value == high.value:
        return Answer(low.value, _hull(low, high))
    if low and high and first and last and (last - first).days <= config.print_days:
        return Answer(low.value, _hull(low, high))  # written on the first day, printed by the second
    if low is None or high is None:
        only = low or high
        return Answer(_open(meaning), _half(only, known_start=low is not None) if only else None)
    return Answer(_open(meaning), _hull(low, high))


def _on(meaning: Meaning, today: Day, config: ResolutionConfig) -> Answer:
    """The meaning on one day."""
    match meaning.kind:
        case "calendar":
            answer = resolve_calendar(meaning, today, config)
        case "holiday":
            answer = resolve_holiday(meaning, today, config)
        case "weekday":
            answer = resolve_weekday(meaning, today)
        case "day":
            answer = resolve_day(meaning, today, config)
        case "period":
            answer = resolve_period(meaning, today)
        case "distance":
            answer = resolve_distance(meaning, today)
        case "duration":
            answer = resolve_duration(meaning, today)
        case "clock":
            answer = Answer(today.isoformat(), DateRange(today.isoformat(), today.isoformat()))
        case _:
            answer = Answer(None)
    if answer.days is not None and meaning.part:
        answer = Answer(answer.value, narrow(answer.days, meaning.part))
    return with_time(answer, meaning)


def _open(meaning: Meaning) -> str | None:
    """The value that the words alone give."""
    value: str | None
    match meaning.kind:
        case "weekday":
            value = f"XXXX-WXX-{meaning.weekday}"
        case "calendar" if meaning.calendar == "gregorian" and meaning.month and meaning.until is None:
            value = f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
        case "calendar" if meaning.unit in ("SP", "SU", "FA", "WI"):
            value = f"XXXX-{meaning.unit}"
        case "calendar" if meaning.unit in ("Q", "H") and meaning.number:
            value = f"XXXX-{meaning.unit}{meaning.number}"
        case "day" if meaning.weekday:
            value = f"XXXX-WXX-{meaning.weekday}"
        case "duration":
            return duration_value(meaning)
        case "distance":
            return "PAST_REF" if meaning.shift == -1 else "FUTURE_REF"
        case "clock":
            value = ""
        case "day" | "period":
            shift = meaning.shift or 0
            value = "PRESENT_REF" if shift == 0 else "PAST_REF" if shift < 0 else "FUTURE_REF"
            if meaning.kind == "day" and (meaning.daypart or meaning.hour is not None):
                value = "XXXX-XX-XX"
        case _:
            return None
    return with_time(Answer(value), meaning).value


def _reference(meaning: Meaning, anchor: DateRange) -> Answer:
    if meaning.vague and meaning.cue == "past":
        # Later than what was told (أُفرج عنه لاحقاً), not later than now.
        return Answer("PAST_REF", DateRange(None, anchor.latest) if anchor.latest else None)
    match meaning.reference:
        case "PRESENT_REF":
            return Answer("PRESENT_REF", anchor if anchor != UNKNOWN else None)
        case "PAST_REF":
            return Answer("PAST_REF", DateRange(None, anchor.latest) if anchor.latest else None)
        case _:
            return Answer(meaning.reference, DateRange(anchor.earliest, None) if anchor.earliest else None)


def _same(meaning: Meaning, previous: str | None) -> Answer:
    """The day, month or year that was last told of."""
    if previous is None or not is_date(previous):
        return Answer(None if meaning.vague else "PAST_REF")
    length = {"Y": 4, "M": 7}.get(meaning.unit or "", 10)
    if len(previous) < length:
        return Answer("PAST_REF")
    value = previous[:length]
    if meaning.shift and length == 10:
        day = _day(value)
        value = (day + datetime.timedelta(days=meaning.shift)).isoformat() if day and day < Day(9998, 1, 1) else value
    days = DateRange.of(value) if is_date(value) else None
    if meaning.vague and days:
        days = DateRange(days.earliest, None) if meaning.modifier == "AFTER" else DateRange(None, days.latest)
    return Answer(value, days)


def _type(meaning: Meaning, value: str | None) -> TimeType:
    if meaning.kind == "set":
        return "SET"
    if meaning.kind == "duration" and (value is None or (value.startswith("P") and "_REF" not in value)):
        return "DURATION"
    if meaning.kind == "clock" or meaning.hour is not None or meaning.daypart:
        return "TIME"
    return "DATE"


def _anchor(meaning: Meaning) -> str:
    if is_absolute(meaning):
        return "calendar"
    if meaning.kind in ("event", "same"):
        return "event"
    if meaning.kind == "set" or (meaning.kind == "duration" and not meaning.shift):
        return "none"
    return "publication"


def _day(day: str | None) -> Day | None:
    return Day.fromisoformat(day[:10]) if day and len(day) >= 10 and is_date(day) else None


def _hull(low: Answer, high: Answer) -> DateRange | None:
    if low.days is None or high.days is None:
        return low.days or high.days
    starts = [days.earliest for days in (low.days, high.days)]
    ends = [days.latest for days in (low.days, high.days)]
    earliest = None if None in starts else min(start for start in starts if start)
    latest = None if None in ends else max(end for end in ends if end)
    return DateRange(earliest, latest)


def _half(only: Answer, *, known_start: bool) -> DateRange | None:
    if only.days is None:
        return None
    return DateRange(only.days.earliest, None) if known_start else DateRange(None, only.days.latest)

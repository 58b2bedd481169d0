"""Dates of the calendar, with the year that the article's date supplies where none is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rawi.arabic.calendars import (
    Day,
    add_days,
    add_months,
    day_range,
    half_range,
    hijri_date,
    hijri_day,
    hijri_month_range,
    hijri_year_range,
    make_day,
    month_range,
    quarter_range,
    season_range,
    week_label,
    week_start,
    year_range,
)
from rawi.arabic.times.meaning import Meaning
from rawi.arabic.times.values import Answer, ResolutionConfig
from rawi.model.dates import DateRange

_SEASONS = ("SP", "SU", "FA", "WI")
_REACH = 3


def resolve_calendar(meaning: Meaning, today: Day, config: ResolutionConfig) -> Answer:
    """A calendar date, month, quarter, season, year, decade or century; None values where it does not exist."""
    if meaning.unit == "M":
        answer = _day_of_month(meaning, today)
        return _join(answer, _day_of_month(meaning.until, today)) if meaning.until and answer.value else answer
    if meaning.unit in ("DE", "CE"):
        return _era(meaning)
    year = meaning.year
    if year is None:
        year = _choose_year(meaning, today, config)
    if year is None:
        return Answer(None)
    answer = _in_year(meaning, year)
    if meaning.until is not None and answer.value is not None:
        end = resolve_calendar(replace(meaning.until, year=meaning.until.year or year), today, config)
        return _join(answer, end)
    return answer


def resolve_holiday(meaning: Meaning, today: Day, config: ResolutionConfig) -> Answer:
    """The day of a feast."""
    return resolve_calendar(replace(meaning, kind="calendar"), today, config)


def _join(start: Answer, end: Answer) -> Answer:
    if end.value is None or start.days is None or end.days is None:
        return start
    first, last = start.value, end.value
    if "/" in (first or "") or "/" in last:
        first, last = str(start.days.earliest), str(end.days.latest)
    return Answer(f"{first}/{last}", DateRange(start.days.earliest, end.days.latest))


def _in_year(meaning: Meaning, year: int) -> Answer:
    days = _days_in_year(meaning, year)
    if days is None or days.earliest is None:
        return Answer(None)
    if meaning.calendar == "hijri":
        value = days.earliest if meaning.day else f"{days.earliest}/{days.latest}"
    elif meaning.unit in _SEASONS:
        value = f"{year:04d}-{meaning.unit}"
    elif meaning.unit == "W" and meaning.month is None:
        value = f"{year:04d}-W{meaning.number:02d}"
    elif meaning.unit == "W":
        # The middle of the seven days tells which calendar week they mostly are.
        value = week_label(week_start(add_days(Day.fromisoformat(days.earliest), 3) or Day.max))
    elif meaning.unit in ("Q", "H"):
        value = f"{year:04d}-{meaning.unit}{meaning.number}"
    elif meaning.day or meaning.unit == "WD":
        value = days.earliest
    else:
        value = f"{year:04d}-{meaning.month:02d}" if meaning.month else f"{year:04d}"
    return Answer(value, days)


def _days_in_year(meaning: Meaning, year: int) -> DateRange | None:
    if meaning.calendar == "hijri":
        if meaning.month is None:
            return hijri_year_range(year)
        if meaning.day is None:
            return hijri_month_range(year, meaning.month)
        day = hijri_day(year, meaning.month, meaning.day)
        return day_range(day) if day else None
    if meaning.unit == "Q" and meaning.number:
        return quarter_range(year, meaning.number)
    if meaning.unit == "H" and meaning.number:
        return half_range(year, meaning.number)
    if meaning.unit in _SEASONS:
        return season_range(year, meaning.unit or "")
    if meaning.month is None:
        days = year_range(year)
        return _week_of_month(days, meaning.number) if days and meaning.unit == "W" and meaning.number else days
    if meaning.day is None:
        days = month_range(year, meaning.month)
        if days and meaning.unit == "WD" and meaning.number:
            return _weekday_of_month(days, meaning.weekday or 1, meaning.number)
        return _week_of_month(days, meaning.number) if days and meaning.unit == "W" and meaning.number else days
    day = make_day(year, meaning.month, meaning.day)
    return day_range(day) if day else None


def _week_of_month(days: DateRange, number: int) -> DateRange:
    """The first to fourth seven days of a month, or its last seven (5)."""
    first, last = Day.fromisoformat(days.earliest or ""), Day.fromisoformat(days.latest or "")
    start = add_days(first, 7 * (number - 1)) if number < 5 else add_days(last, -6)
    return day_range(start or first, add_days(start or first, 6))


def _weekday_of_month(days: DateRange, weekday: int, number: int) -> DateRange | None:
    """The first to fourth such weekday of a month, or its last one (5)."""
    first, last = Day.fromisoformat(days.earliest or ""), Day.fromisoformat(days.latest or "")
    if number == 5:
        return day_range(add_days(last, -((last.isoweekday() - weekday) % 7)) or last)
    return day_range(add_days(first, (weekday - first.isoweekday()) % 7 + 7 * (number - 1)) or first)


def _choose_year(meaning: Meaning, today: Day, config: ResolutionConfig) -> int | None:
    """The year that tense, nearness and a written weekday ask for."""
    current: int | None = today.year
    if meaning.calendar == "hijri":
        found = hijri_date(today)
        current = found[0] if found else None
    if current is None:
        return None
    if meaning.shift is not None:
        return current + meaning.shift
    if meaning.unit == "Y" and meaning.direction:
        # شهر كذا من العام الماضي
        return current + {"past": -1, "present": 0, "future": 1}[meaning.direction]
    candidates = [
        (year, days)
        for year in range(current - _REACH, current + _REACH + 1)
        if (days := _days_in_year(meaning, year)) is not None
    ]
    if meaning.weekday and meaning.day:
        matching = [(year, days) for year, days in candidates if _weekday(days) == meaning.weekday]
        if any(abs(year - current) <= 1 for year, _ in matching):
            candidates = [item for item in matching if abs(item[0] - current) <= 1]
    return _nearest(candidates, meaning, today.isoformat(), config)


def _weekday(days: DateRange) -> int:
    return Day.fromisoformat(days.earliest or "2000-01-01").isoweekday()


def _nearest(
    candidates: list[tuple[int, DateRange]], meaning: Meaning, today: str, config: ResolutionConfig
) -> int | None:
    def last(test: Callable[[DateRange], bool]) -> int | None:
        return next((year for year, days in reversed(candidates) if test(days)), None)

    def first(test: Callable[[DateRange], bool]) -> int | None:
        return next((year for year, days in candidates if test(days)), None)

    match meaning.direction:
        case "past":
            return last(lambda days: (days.latest or "") < today)
        case "future":
            return first(lambda days: (days.earliest or "") > today)
        case "present":
            return min(candidates, key=lambda item: _distance(item[1], today), default=(None, None))[0]
        case _:
            pass
    past, coming = last(lambda days: (days.earliest or "") <= today), first(lambda days: (days.latest or "") >= today)
    if meaning.cue == "past" or coming is None:
        return past if past is not None else coming
    if meaning.cue == "future" or past is None:
        return coming
    days = dict(candidates)
    nearer = _distance(days[coming], today) * config.past_factor < _distance(days[past], today)
    return coming if nearer else past


def _distance(days: DateRange, today: str) -> int:
    """Days between today and the nearest day of the range, 0 inside it."""
    now = Day.fromisoformat(today)
    start, end = Day.fromisoformat(days.earliest or today), Day.fromisoformat(days.latest or today)
    return max((start - now).days, (now - end).days, 0)


def _day_of_month(meaning: Meaning, today: Day) -> Answer:
    """The fifth of this, the last or the next month."""
    month = add_months(today.replace(day=1), {"past": -1, "future": 1}.get(meaning.direction or "", 0))
    if month is None:
        return Answer(None)
    if meaning.day is None:
        days = month_range(month.year, month.month)
        if days and meaning.number and meaning.weekday:
            found = _weekday_of_month(days, meaning.weekday, meaning.number)
            return Answer(found.earliest, found) if found else Answer(None)
        if days and meaning.number:
            week = _week_of_month(days, meaning.number)
            return Answer(week_label(week_start(add_days(Day.fromisoformat(week.earliest or ""), 3) or Day.max)), week)
        return Answer(f"{month.year:04d}-{month.month:02d}", days)
    day = make_day(month.year, month.month, meaning.day)
    return Answer(day.isoformat(), day_range(day)) if day else Answer(None)


def _era(meaning: Meaning) -> Answer:
    """Decades are written with three digits (199), centuries with two (19)."""
    number = meaning.number or 0
    width = 10 if meaning.unit == "DE" else 100
    return Answer(f"{number:0{3 if width == 10 else 2}d}", year_range(number * width, width))

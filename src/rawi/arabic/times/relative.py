"""Days and periods reckoned from now, and lengths of time."""

from __future__ import annotations

from rawi.arabic.calendars import (
    Day,
    add_days,
    add_months,
    day_range,
    month_range,
    week_label,
    week_start,
    year_range,
)
from rawi.arabic.times.meaning import Meaning
from rawi.arabic.times.values import Answer, ResolutionConfig
from rawi.model.dates import DateRange

_NOTHING = Answer(None)
# Months, years and longer units in months, for reckoning.
_MONTHS = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}
# What "a few" of a unit usually spans: from, to (units). Bounds of vague distances, not their values.
_FEW = {"D": (2, 10), "W": (2, 7), "M": (2, 5), "Y": (2, 10), "DE": (2, 9)}
_HALVES = {
    "DE": ("P", 10, "Y"),
    "CE": ("P", 100, "Y"),
    "H": ("PT", 60, "M"),
    "D": ("PT", 24, "H"),
    "M": ("P", 30, "D"),
    "Y": ("P", 12, "M"),
    "MIN": ("PT", 60, "S"),
}
_LETTERS = {"S": "S", "MIN": "M", "H": "H", "D": "D", "N": "D", "W": "W", "M": "M", "Y": "Y", "DE": "DE", "CE": "CE"}


def resolve_day(meaning: Meaning, today: Day, config: ResolutionConfig) -> Answer:
    """اليوم، أمس, and the weekday beside them: the weekday wins where the paper was printed on another day."""
    day = add_days(today, meaning.shift or 0)
    if day is not None and meaning.weekday and day.isoweekday() != meaning.weekday:
        for slip in range(1, config.weekday_slip + 1):
            # What happened today or yesterday can't lie after the day of publication.
            ways = (-slip, slip) if (meaning.shift or 0) > 0 else (-slip,)
            for moved in (add_days(day, way) for way in ways):
                if moved is not None and moved.isoweekday() == meaning.weekday:
                    return Answer(moved.isoformat(), day_range(moved))
    return Answer(day.isoformat(), day_range(day)) if day else _NOTHING


def resolve_weekday(meaning: Meaning, today: Day) -> Answer:
    """A weekday: the last one (today included) unless words or tense point forward."""
    weekday = meaning.weekday or 1
    back = (today.isoweekday() - weekday) % 7
    if meaning.unit == "W":
        start = add_days(week_start(today), 7 * (meaning.shift or 0))
        day = add_days(start, weekday % 7) if start else None
    elif meaning.direction == "past":
        day = add_days(today, -(back or 7))
    elif meaning.direction == "future":
        day = add_days(today, 7 - back + (7 if meaning.amount == 2 else 0))
    elif meaning.cue == "future":
        day = add_days(today, (7 - back) % 7)
    else:
        day = add_days(today, -back)
    return Answer(day.isoformat(), day_range(day)) if day else _NOTHING


def resolve_period(meaning: Meaning, today: Day) -> Answer:
    """The last, this or the next week, weekend, month, year, decade or century."""
    shift = meaning.shift or 0
    match meaning.unit:
        case "W":
            start = add_days(week_start(today), 7 * shift)
            end = add_days(start, 6) if start else None
            return Answer(week_label(start), day_range(start, end)) if start and end else _NOTHING
        case "WE":
            return _weekend(meaning, today)
        case "M":
            month = add_months(today.replace(day=1), shift)
            if month is None:
                return _NOTHING
            return Answer(f"{month.year:04d}-{month.month:02d}", month_range(month.year, month.month))
        case "Y":
            days = year_range(today.year + shift)
            return Answer(f"{today.year + shift:04d}", days) if days else _NOTHING
        case "DE" | "CE":
            width = 10 if meaning.unit == "DE" else 100
            number = today.year // width + shift
            days = year_range(number * width, width)
            return Answer(f"{number:0{3 if width == 10 else 2}d}", days) if days else _NOTHING
        case _:
            return _NOTHING


def _weekend(meaning: Meaning, today: Day) -> Answer:
    """Saturday and Sunday of TIMEX3's week; Friday is counted among its days, for it is one in most Arab countries."""
    monday = add_days(today, 1 - today.isoweekday())
    weeks = meaning.shift if meaning.shift is not None else (0 if today.isoweekday() >= 5 else -1)
    monday = add_days(monday, 7 * weeks) if monday else None
    friday, sunday = (add_days(monday, 4), add_days(monday, 6)) if monday else (None, None)
    if monday is None or friday is None or sunday is None:
        return _NOTHING
    year, week, _ = monday.isocalendar()
    return Answer(f"{year:04d}-W{week:02d}-WE", day_range(friday, sunday))


def resolve_distance(meaning: Meaning, today: Day) -> Answer:
    """So many units before or after now, as precise as its unit; vague amounts keep what all readings share."""
    sign, unit, amount = meaning.shift or -1, meaning.unit or "D", meaning.amount
    if amount is not None and meaning.rest and meaning.rest.unit == "M" and unit == "Y":
        unit, amount = "M", amount * 12 + (meaning.rest.amount or 0)
    if unit in ("H", "MIN", "S"):
        hours = (amount or 3) * {"H": 1, "MIN": 1 / 60, "S": 1 / 3600}[unit]
        day = add_days(today, sign * _bounded(hours / 24))
        return Answer(day.isoformat(), day_range(day)) if day else _NOTHING
    if amount is None:
        return _vague_distance(unit, sign, today)
    if unit in ("D", "N"):
        day = add_days(today, sign * _bounded(amount))
        return Answer(day.isoformat(), day_range(day)) if day else _NOTHING
    if unit == "W":
        day = add_days(today, sign * _bounded(amount * 7))
        if day is None:
            return _NOTHING
        start = week_start(day)
        return Answer(week_label(start), day_range(start, add_days(start, 6)))
    months = amount * _MONTHS[unit]
    day = add_months(today, sign * _bounded(months))
    if day is None:
        return Answer("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "M" or (unit == "Y" and amount != int(amount)):
        return Answer(f"{day.year:04d}-{day.month:02d}", month_range(day.year, day.month))
    if unit == "Y":
        return Answer(f"{day.year:04d}", year_range(day.year))
    width = 10 if unit == "DE" else 100
    first = day.year // width * width
    return Answer(f"{day.year // width:0{3 if width == 10 else 2}d}", year_range(max(first, 1), width))


def _vague_distance(unit: str, sign: int, today: Day) -> Answer:
    low, high = _FEW.get(unit, (2, 10))
    if unit in ("D", "W"):
        scale = 7 if unit == "W" else 1
        near, far = add_days(today, sign * low * scale), add_days(today, sign * high * scale)
    else:
        near, far = (add_months(today, sign * count * _MONTHS.get(unit, 12)) for count in (low, high))
    reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if near is None or far is None:
        return Answer(reference)
    first, last = min(near, far), max(near, far)
    # "A few" has no upper bound that the words give; only the near end is certain.
    days = DateRange(None, last.isoformat()) if sign < 0 else DateRange(first.isoformat(), None)
    if (first.year, first.month) == (last.year, last.month):
        return Answer(f"{first.year:04d}-{first.month:02d}", days)
    return Answer(f"{first.year:04d}" if first.year == last.year else reference, days)


def resolve_duration(meaning: Meaning, today: Day) -> Answer:
    """A length of time; where it lies before or after now, with its days."""
    if meaning.vague and meaning.cue == "future" and meaning.shift:
        return resolve_distance(meaning, today)
    value = duration_value(meaning)
    if meaning.vague or not meaning.shift or meaning.unit == "X":
        return Answer(value)
    end: Day | None = None
    if meaning.amount is not None:
        unit = meaning.unit or "D"
        if unit in _MONTHS:
            end = add_months(today, meaning.shift * _bounded(meaning.amount * _MONTHS[unit]))
        else:
            days = meaning.amount * {"W": 7, "D": 1, "N": 1, "H": 1 / 24}.get(unit, 0)
            end = add_days(today, meaning.shift * _bounded(days))
    now, far = today.isoformat(), end.isoformat() if end else None
    return Answer(value, DateRange(far, now) if meaning.shift < 0 else DateRange(now, far))


def duration_value(meaning: Meaning) -> str:
    """P3Y, PT24H, P18M (a year and a half), P1Y3M, PXM (some months), PXX (some time).

    >>> duration_value(Meaning("duration", unit="Y", amount=1.5)), duration_value(Meaning("duration", unit="M"))
    ('P18M', 'PXM')
    """
    unit = meaning.unit or "X"
    if unit == "X":
        return "PXX"
    start = "PT" if unit in ("H", "MIN", "S") else "P"
    amount, letter = meaning.amount, _LETTERS[unit]
    if amount is None:
        return f"{start}X{letter}"
    if meaning.rest is not None:
        rest = duration_value(meaning.rest).removeprefix(start).removeprefix("P")
        return f"{start}{_bounded(amount)}{letter}{rest}"
    if amount != int(amount) and unit in _HALVES:
        start, scale, letter = _HALVES[unit]
        amount = round(amount * scale)
    return f"{start}{_bounded(amount) if amount == int(amount) else amount}{letter}"


def _bounded(amount: float) -> int:
    """A whole number that date arithmetic can take; a million years is as good as ten."""
    return int(max(-10_000_000, min(10_000_000, amount)))

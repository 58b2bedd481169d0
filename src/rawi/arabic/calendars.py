"""Calendars: Gregorian and Hijri days, months and years, ISO weeks, and arithmetic on them.

Nothing here raises for a date that does not exist (31 February, month 13, year 9999999): the answer is None. Hijri
dates are those of the Umm al-Qura calendar (the hijridate library); a local sighting of the moon may differ by a day.
"""

from __future__ import annotations

import calendar
import datetime
import functools

import hijridate

from rawi.model.dates import DateRange

Day = datetime.date

# The Umm al-Qura tables of hijridate reach from 1343 to 1500 AH (1924 to 2077).
_FIRST_HIJRI, _LAST_HIJRI = 1343, 1500
# Spring is March to May: the press means the meteorological seasons.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEARS = range(1, 9999)


def make_day(year: int, month: int, day: int) -> Day | None:
    """The Gregorian day, or None where there is none.

    >>> make_day(2015, 2, 31) is None, make_day(2020, 8, 20)
    (True, datetime.date(2020, 8, 20))
    """
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Day(year, month, day)


def day_range(first: Day, last: Day | None = None) -> DateRange:
    """Days ``first`` to ``last`` (or one day) as a range."""
    return DateRange(first.isoformat(), (last or first).isoformat())


def add_days(day: Day, count: int) -> Day | None:
    """The day ``count`` days later (earlier where negative), or None outside the calendar."""
    try:
        return day + datetime.timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: Day, count: int) -> Day | None:
    """The same day ``count`` months later, or the month's last day where it has no such day.

    >>> add_months(Day(2020, 3, 31), -1), add_months(Day(2020, 3, 31), 10**9)
    (datetime.date(2020, 2, 29), None)
    """
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if year not in _YEARS:
        return None
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_range(year: int, month: int) -> DateRange | None:
    """The days of a Gregorian month."""
    first = make_day(year, month, 1)
    return day_range(first, Day(year, month, calendar.monthrange(year, month)[1])) if first else None


def year_range(year: int, years: int = 1) -> DateRange | None:
    """The days of ``years`` Gregorian years from ``year`` on."""
    first, last = make_day(year, 1, 1), make_day(year + years - 1, 12, 31)
    return day_range(first, last) if first and last else None


def quarter_range(year: int, quarter: int) -> DateRange | None:
    """The days of a quarter, 1 to 4."""
    first, last = month_range(year, 3 * quarter - 2), month_range(year, 3 * quarter)
    return DateRange(first.earliest, last.latest) if first and last else None


def half_range(year: int, half: int) -> DateRange | None:
    """The days of a half year, 1 or 2."""
    first, last = month_range(year, 6 * half - 5), month_range(year, 6 * half)
    return DateRange(first.earliest, last.latest) if first and last else None


def season_range(year: int, season: str) -> DateRange | None:
    """The days of a season ("SP", "SU", "FA", "WI"); the winter of 2014 begins in December 2014.

    >>> season_range(2014, "SU")
    DateRange(earliest='2014-06-01', latest='2014-08-31')
    """
    first = make_day(year, _SEASONS[season], 1)
    last = add_months(first, 3) if first else None
    ending = add_days(last, -1) if last else None
    return day_range(first, ending) if first and ending else None


def week_start(day: Day) -> Day:
    """The Sunday that begins the day's week: the working week of the Arab world begins on Sunday.

    >>> week_start(Day(2021, 7, 26))
    datetime.date(2021, 7, 25)
    """
    return day - datetime.timedelta(days=day.isoweekday() % 7) if day > Day(1, 1, 7) else day


def week_label(start: Day) -> str:
    """The ISO week of the Monday after the week's Sunday, as TIMEX3 writes it.

    >>> week_label(Day(2020, 8, 16))
    '2020-W34'
    """
    year, week, _ = (add_days(start, 1) or start).isocalendar()
    return f"{year:04d}-W{week:02d}"


def hijri_day(year: int, month: int, day: int) -> Day | None:
    """The Gregorian day of a Hijri one, or None where there is none or the tables do not reach.

    >>> hijri_day(1436, 10, 25), hijri_day(1436, 13, 1)
    (datetime.date(2015, 8, 10), None)
    """
    if not _FIRST_HIJRI <= year <= _LAST_HIJRI or not 1 <= month <= 12:
        return None
    first = _month_start(year, month)
    return first + datetime.timedelta(days=day - 1) if 1 <= day <= _month_days(year, month) else None


def hijri_month_range(year: int, month: int) -> DateRange | None:
    """The days of a Hijri month.

    >>> hijri_month_range(1436, 10)
    DateRange(earliest='2015-07-17', latest='2015-08-15')
    """
    first = hijri_day(year, month, 1)
    return day_range(first, first + datetime.timedelta(days=_month_days(year, month) - 1)) if first else None


def hijri_year_range(year: int) -> DateRange | None:
    """The days of a Hijri year; outside the tables, the two Gregorian years that hold it.

    >>> hijri_year_range(1304)
    DateRange(earliest='1886-01-01', latest='1887-12-31')
    """
    first, last = hijri_month_range(year, 1), hijri_month_range(year, 12)
    if first and last:
        return DateRange(first.earliest, last.latest)
    # A Hijri year is 0.970224 of a Gregorian one on average; 1 AH began in the summer of 622.
    return year_range(int(621.54 + 0.970224 * year), 2) if 1 <= year <= 2000 else None


@functools.lru_cache(maxsize=4096)
def hijri_date(day: Day) -> tuple[int, int, int] | None:
    """The Hijri year, month and day of a Gregorian day, or None outside the tables.

    >>> hijri_date(Day(2015, 8, 10)), hijri_date(Day(1800, 1, 1))
    ((1436, 10, 25), None)
    """
    try:
        found = hijridate.Gregorian.fromdate(day).to_hijri()
    except (OverflowError, ValueError):
        return None
    return found.year, found.month, found.day


@functools.lru_cache(maxsize=2048)
def _month_start(year: int, month: int) -> Day:
    found = hijridate.Hijri(year, month, 1).to_gregorian()
    return Day(found.year, found.month, found.day)


@functools.lru_cache(maxsize=2048)
def _month_days(year: int, month: int) -> int:
    return int(hijridate.Hijri(year, month, 1).month_length())

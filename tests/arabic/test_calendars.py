"""Calendars: what exists, what does not, and arithmetic that never raises."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.calendars import (
    Day,
    add_days,
    add_months,
    hijri_date,
    hijri_day,
    hijri_month_range,
    make_day,
    season_range,
    week_label,
    week_start,
)


def test_days_that_do_not_exist_are_none() -> None:
    assert make_day(2015, 2, 31) is None
    assert make_day(0, 1, 1) is None
    assert make_day(99999, 1, 1) is None
    assert hijri_day(1436, 9, 31) is None
    assert hijri_month_range(1700, 1) is None


def test_winter_runs_into_the_next_year() -> None:
    days = season_range(2014, "WI")
    assert days is not None
    assert (days.earliest, days.latest) == ("2014-12-01", "2015-02-28")


def test_sunday_begins_the_week_that_its_monday_names() -> None:
    assert week_label(week_start(Day(2021, 7, 25))) == "2021-W30"
    assert week_label(week_start(Day(2021, 7, 31))) == "2021-W30"


@given(st.dates(min_value=datetime.date(1925, 1, 1), max_value=datetime.date(2075, 1, 1)))
def test_hijri_days_come_back(day: Day) -> None:
    found = hijri_date(day)
    assert found is not None
    assert hijri_day(*found) == day


@given(st.dates(), st.integers(-(10**12), 10**12))
def test_arithmetic_never_raises(day: Day, count: int) -> None:
    add_months(day, count)
    add_days(day, max(-(10**8), min(10**8, count)))

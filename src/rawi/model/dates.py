"""ISO dates that keep their precision: "2020", "2020-06", "2020-06-12"; never completed by guessing."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def earliest_day(date: str) -> str:
    """The first day that a date of any precision may mean, as YYYY-MM-DD.

    >>> earliest_day("2020-06"), earliest_day("2020")
    ('2020-06-01', '2020-01-01')
    """
    year, month, day = _parts(date)
    return f"{year:04d}-{month or 1:02d}-{day or 1:02d}"


def latest_day(date: str) -> str:
    """The last day that a date of any precision may mean, as YYYY-MM-DD.

    >>> latest_day("2020-06"), latest_day("2020-02")
    ('2020-06-30', '2020-02-29')
    """
    year, month, day = _parts(date)
    month = month or 12
    return f"{year:04d}-{month:02d}-{day or calendar.monthrange(year, month)[1]:02d}"


def _parts(date: str) -> tuple[int, int, int]:
    match = _PARTIAL.match(date)
    if not match:
        raise ValueError(f"not an ISO date: {date!r} (expected YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month, day = (int(part or 0) for part in match.groups())
    datetime.date(year, month or 1, day or 1)  # a date that is none (month 13, 31 February) raises ValueError
    return year, month, day


def is_date(text: str) -> bool:
    """Whether the text starts with a real calendar date.

    >>> is_date("2015-02-31"), is_date("2015-02-28T10:00:00")
    (False, True)
    """
    try:
        _parts(text)
    except ValueError:
        return False
    return True


def common_date(earliest: str | None, latest: str | None) -> str | None:
    """The most precise partial date that holds both days, None where they share no year or one is open.

    >>> common_date("2020-08-03", "2020-08-09"), common_date("2020-12-30", "2021-01-02")
    ('2020-08', None)
    """
    if not earliest or not latest:
        return None
    if earliest == latest:
        return earliest
    return next((earliest[:length] for length in (7, 4) if earliest[:length] == latest[:length]), None)


def tell_dates(earliest: str | None, latest: str | None) -> str | None:
    """A range as a reader is told it: a day, month or year that holds it all, else its first and last year parted by a
    slash; None where an end is open.

    >>> tell_dates("2003-01-01", "2003-12-31"), tell_dates("2020-08-20", "2020-08-21")
    ('2003', '2020-08')
    >>> tell_dates("2021-01-20", "2022-11-26"), tell_dates(None, "2020-08-21")
    ('2021/2022', None)
    """
    if not earliest or not latest:
        return None
    return common_date(earliest, latest) or f"{earliest[:4]}/{latest[:4]}"


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """Days from ``earliest`` to ``latest`` (both included), each YYYY-MM-DD or None where open."""

    earliest: str | None = None
    latest: str | None = None

    @classmethod
    def of(cls, date: str) -> DateRange:
        """The range that a date of any precision covers."""
        return cls(earliest_day(date), latest_day(date))

    @property
    def is_day(self) -> bool:
        """Whether the range is one single day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    def meet(self, other: DateRange) -> DateRange | None:
        """The days in both, or None where there is none.

        >>> DateRange("2020-08-01", "2020-08-31").meet(DateRange("2020-08-20", None))
        DateRange(earliest='2020-08-20', latest='2020-08-31')
        """
        starts = [day for day in (self.earliest, other.earliest) if day is not None]
        ends = [day for day in (self.latest, other.latest) if day is not None]
        earliest, latest = max(starts, default=None), min(ends, default=None)
        if earliest is not None and latest is not None and earliest > latest:
            return None
        return DateRange(earliest, latest)

    def days(self) -> int | None:
        """How many days the range holds, or None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (datetime.date.fromisoformat(self.latest) - datetime.date.fromisoformat(self.earliest)).days + 1

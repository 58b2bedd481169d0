"""Values as TIMEX3 writes them, and the thresholds of resolution."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from rawi.arabic.times.meaning import Meaning
from rawi.model.dates import DateRange


@dataclass(frozen=True, slots=True)
class ResolutionConfig:
    """How dates without a year and with a wrong weekday are read.

    print_days: an article of no more days than this and one was written on the first of them (papers print the next
        morning).
    past_factor: a date without year or sign of tense is taken for the coming one only where that is so many times
        nearer than the past one. News tells what was; all 10 month names of gold/news are right from 2 to 5.
    weekday_slip: days by which a written weekday may lie before the day reckoned from now (اليوم الاثنين in a paper
        of Tuesday, or in a page crawled on Friday); the reader of a weekday never means one a week away.
    """

    print_days: int = 1
    past_factor: float = 3.0
    weekday_slip: int = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """A value and its days; both None where the date does not exist."""

    value: str | None
    days: DateRange | None = None


def with_time(answer: Answer, meaning: Meaning) -> Answer:
    """The answer with the hour or the part of the day behind its date.

    >>> with_time(Answer("2020-06-12"), Meaning("weekday", weekday=5, daypart="MO")).value
    '2020-06-12TMO'
    """
    if answer.value is None:
        return answer
    if meaning.hour is not None:
        if meaning.hour == 24 and meaning.minute is None:
            return Answer(f"{answer.value}TNI", answer.days)
        return Answer(f"{answer.value}T{meaning.hour:02d}:{meaning.minute or 0:02d}", answer.days)
    if meaning.daypart:
        return Answer(f"{answer.value}T{meaning.daypart}", answer.days)
    return answer


def narrow(days: DateRange, part: str) -> DateRange:
    """The first, middle or last half of a range of days.

    >>> narrow(DateRange("2011-01-01", "2011-12-31"), "END")
    DateRange(earliest='2011-07-02', latest='2011-12-31')
    """
    if days.earliest is None or days.latest is None:
        return days
    first, last = datetime.date.fromisoformat(days.earliest), datetime.date.fromisoformat(days.latest)
    half = datetime.timedelta(days=(last - first).days // 2)
    if part == "START":
        last = first + half
    elif part == "END":
        first = last - half
    else:
        first, last = first + half / 2, last - half / 2
    return DateRange(first.isoformat(), last.isoformat())

"""Clues from an article's address: many sites keep the day, or at least the month, of publication in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.arabic.calendars import add_days, day_range, hijri_day, make_day, month_range
from rawi.comparing.dating.clues import Clue, Weight
from rawi.model.annotation import AnnotatedArticle, Evidence
from rawi.model.dates import DateRange

_YEAR_FIRST = re.compile(
    r"(?<=[/=_-])(?P<year>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?=[/._-]|$)"
)
_DAY_FIRST = re.compile(r"(?<=[/=_-])(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>(?:14|20)\d\d)(?=[/._-]|$)")
# A month takes a folder of its own (/2024/10/1135846); behind other marks two numbers are anything.
_MONTH = re.compile(r"(?<=/)(?P<year>20\d\d)/(?P<month>\d{1,2})(?=/)")
_FIRST_YEAR = 1995
_HIJRI = range(1400, 1500)


def find_address_clue(annotated: AnnotatedArticle) -> Iterator[Clue]:
    """The day in the address (/2015/08/03/, /20150803/, 14-06-1445-), else its month (/2024/10/1135846).

    >>> from rawi.model.article import Article
    >>> article = Article.create("أعلن الوزير اتفاقا.", url="https://example.com/ar/item/14-06-1445-opening")
    >>> [clue.days for clue in find_address_clue(AnnotatedArticle(article))]
    [DateRange(earliest='2023-12-26', latest='2023-12-28')]
    """
    address = annotated.article.url or ""
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _MONTH):
        match = pattern.search(address)
        days = _days(match) if match else None
        if match and days is not None:
            evidence = Evidence(annotated.id, 0, 0, f"its address holds the date: {match.group()}")
            yield Clue(Weight.STATED, (evidence,), days, stated=True)
            return


def _days(match: re.Match[str]) -> DateRange | None:
    parts = {name: int(number) for name, number in match.groupdict().items() if name != "mark"}
    year, month = parts["year"], parts["month"]
    if "day" not in parts:
        return month_range(year, month)
    if year in _HIJRI:
        # Countries begin a Hijri month a day apart.
        near = hijri_day(year, month, parts["day"])
        first, last = (add_days(near, away) for away in (-1, 1)) if near else (None, None)
        return day_range(first, last) if first and last else None
    day = make_day(year, month, parts["day"])
    return day_range(day) if day and day.year >= _FIRST_YEAR else None

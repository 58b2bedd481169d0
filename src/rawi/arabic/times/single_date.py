"""The one date that a time expression stands for, as far as it stands for one."""

from __future__ import annotations

import re

from rawi.model.annotation import TimeExpression
from rawi.model.dates import common_date

_PARTIAL = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?")


def date_of(time: TimeExpression) -> str | None:
    """An ISO date no more precise than what is known, None where the days share no year or nothing is known.

    >>> date_of(TimeExpression(0, 6, "DATE", "2020-W34", "2020-08-17", "2020-08-23"))
    '2020-08'
    """
    if time.value and _PARTIAL.fullmatch(time.value):
        return time.value[:10]
    return common_date(time.earliest, time.latest)

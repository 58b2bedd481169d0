"""Feasts that fall on known days: عيد الفطر، ثاني أيام العيد، عيد الأضحى، رأس السنة، عاشوراء، يوم عرفة."""

from __future__ import annotations

from dataclasses import replace

from rawi.arabic.ordinals import read_ordinal
from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import Reading, direction_of, read_year
from rawi.arabic.times.meaning import Meaning

_FITR = Meaning("holiday", month=10, day=1, calendar="hijri")
_ADHA = Meaning("holiday", month=12, day=10, calendar="hijri")
# (first word without proclitic, second word) -> day of its calendar.
_FEASTS = {
    ("عيد", "الفطر"): _FITR,
    ("عيد", "الاضحي"): _ADHA,
    ("عاشوراء", ""): Meaning("holiday", month=1, day=10, calendar="hijri"),
    ("يوم", "عرفه"): Meaning("holiday", month=12, day=9, calendar="hijri"),
    ("يوم", "النحر"): _ADHA,
    ("عيد", "الميلاد"): Meaning("holiday", month=12, day=25),
}
_NEW_YEAR = Meaning("holiday", month=1, day=1)
_HONOURS = frozenset(["المبارك", "السعيد", "المباركه"])


def read_holiday(cursor: Cursor, index: int) -> Reading | None:
    """A feast at the token, with its day (ثاني أيام عيد الفطر) and year."""
    ordinal = read_ordinal(cursor.tokens, index) if cursor.tokens[index].kind == "word" else None
    if ordinal is not None and ordinal.value <= 4:
        at = ordinal.last
        if cursor.fold(at) not in ("ايام", "يوم"):
            return None
        feast = _read_feast(cursor, at + 1)
        if feast is None or feast[0].day is None:
            return None
        return replace(feast[0], day=feast[0].day + ordinal.value - 1), index, feast[2]
    feast = _read_feast(cursor, index)
    return (feast[0], index, feast[2]) if feast else None


def _read_feast(cursor: Cursor, index: int) -> Reading | None:
    fold = cursor.fold(index)
    bare = fold if fold in ("عيد", "يوم", "راس", "عاشوراء") else fold[1:]
    following = cursor.fold(index + 1) if cursor.adjoins(index + 1) else ""
    found, at = _FEASTS.get((bare, following)), index + 2
    if found is None and bare == "عاشوراء":
        found, at = _FEASTS["عاشوراء", ""], index + 1
    if found is None and bare == "راس" and following == "السنه":
        era = cursor.fold(index + 2)
        found = replace(_NEW_YEAR, calendar="hijri" if era == "الهجريه" else "gregorian")
        at = index + 3 if era in ("الهجريه", "الميلاديه", "الجديده") else index + 2
    if found is None:
        return None
    if cursor.fold(at) in _HONOURS:
        at += 1
    direction = direction_of(cursor.modifier(at))
    if direction:
        return replace(found, direction=direction), index, at + 1
    year = (
        read_year(cursor, at + 1 if cursor.fold(at) in ("عام", "لعام", "سنه") else at) if cursor.adjoins(at) else None
    )
    if year:
        return replace(found, year=year[0].year, calendar=found.calendar), index, year[2]
    return found, index, at

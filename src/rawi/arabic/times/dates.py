"""Dates of the calendar: 20 آب 2020، الرابع من ديسمبر كانون الأول، 1/11/1436هـ، الخميس 20 أغسطس، عام 2011."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from rawi.arabic.ordinals import read_ordinal
from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.meaning import Calendar, Direction, Meaning

# What a reader returns: the meaning, its first token, and the token index after its last.
Reading = tuple[Meaning, int, int]

_GREGORIAN_ERA = frozenset(["م", "ميلادي", "ميلاديا", "ميلاديه", "الميلادي"])
_HIJRI_ERA = frozenset(["ه", "هـ", "هجري", "هجريا", "هجريه", "للهجره", "الهجري"])
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})|(\d{4})\.(\d{1,2})\.(\d{1,2})")
_SEPARATORS = ("/", "-", "–", "\\", "\u060d")
_BY_DIRECTION: dict[str, Direction] = {
    "past": "past",
    "last": "past",
    "present": "present",
    "future": "future",
    "following": "future",
}
_HONOURS = frozenset(["المبارك", "الكريم", "الفضيل", "المعظم", "الحرام", "المحرم"])


# Bare years of these centuries are Hijri ones (1883 to 2050); عام 1500 is of the age of discoveries.
_HIJRI_FIRST, _HIJRI_LAST = 1300, 1473


def direction_of(modifier: str | None) -> Direction | None:
    """Where an adjective points: past, present or future."""
    return _BY_DIRECTION.get(modifier or "")


def read_era(cursor: Cursor, index: int) -> tuple[str | None, int]:
    """(calendar, token index after the era mark) or (None, index)."""
    fold = cursor.fold(index)
    if fold in _HIJRI_ERA and cursor.adjoins(index):
        return "hijri", index + 1
    if fold in _GREGORIAN_ERA and cursor.adjoins(index):
        return "gregorian", index + 1
    return None, index


def with_era(cursor: Cursor, meaning: Meaning, index: int) -> tuple[Meaning, int]:
    """The meaning in the calendar that an era mark after it or its own year tells."""
    era, after = read_era(cursor, index)
    if era is None and meaning.year is not None and _HIJRI_FIRST <= meaning.year <= _HIJRI_LAST:
        era = "hijri"
    return (replace(meaning, calendar=cast(Calendar, era)) if era else meaning), after


def read_month_and_year(cursor: Cursor, index: int, *, near: bool) -> Reading | None:
    """A month with what follows it: year, era, الماضي. ``near`` tells that the calendar stands before it."""
    found = cursor.month(index)
    if found is None:
        return None
    month, calendar, after, weak = found
    meaning = Meaning("calendar", month=month, calendar=cast(Calendar, calendar))
    if cursor.fold(after) in _HONOURS and calendar == "hijri" and cursor.adjoins(after):
        after, weak = after + 1, False
    end, year = after, None
    at = after + 1 if cursor.fold(after) in ("،", ",", "/", "-", "من", "لعام", "لسنه", "عام", "سنه") else after
    if cursor.fold(after) == "من" and cursor.fold(at) in ("عام", "العام", "سنه"):
        at += 1
    if cursor.adjoins(at) and (at == after or cursor.adjoins(after)):
        year = cursor.year_number(at)
    parted = cursor.fold(after) in ("،", ",", "-") and not near
    if year and parted and cursor.adjoins(year[1]) and cursor.tokens[year[1]].kind == "word":
        year = None  # في يناير، 2001 شخصا: the number begins another phrase
    if year:
        era, end = read_era(cursor, year[1])
        # The month's name tells the calendar: 5 ديسمبر 1391 is of the fourteenth century.
        meaning = replace(meaning, year=year[0], calendar=cast(Calendar, era or calendar))
        weak = False
    else:
        meaning, end = with_era(cursor, meaning, after)
        weak = weak and end == after
    direction = direction_of(cursor.modifier(end))
    if direction and meaning.year is None:
        meaning, end, weak = replace(meaning, direction=direction), end + 1, False
    if meaning.year is None and cursor.adjoins(end) and not direction:
        # يناير من العام الماضي، يونيو العام المقبل
        tail = read_year_phrase(cursor, end + 1 if cursor.fold(end) == "من" else end)
        if tail and tail[0].direction:
            meaning, end = replace(meaning, direction=tail[0].direction, unit="Y"), tail[2]
    if weak and not near:
        return None
    return meaning, index, end


def read_year_phrase(cursor: Cursor, index: int) -> Reading | None:
    """العام الماضي، هذا العام، العام نفسه after a month (من العام الماضي)."""
    demonstrated = cursor.fold(index) in ("هذا", "هذه")
    at = index + 1 if demonstrated else index
    unit = cursor.word(at, "unit")
    if unit is None or unit.value != "Y":
        return None
    direction = direction_of(cursor.modifier(at + 1))
    if direction:
        return Meaning("period", unit="Y", direction=direction), index, at + 2
    return (Meaning("period", unit="Y", direction="present"), index, at + 1) if demonstrated else None


def read_day_and_month(cursor: Cursor, index: int) -> Reading | None:
    """A day number or ordinal with its month: 20 آب، 15 من يناير، الرابع من ديسمبر; and ranges of days: 6-8 أغسطس."""
    day = cursor.day_number(index)
    if day is None and cursor.tokens[index].kind == "word":
        ordinal = read_ordinal(cursor.tokens, index)
        if ordinal and ordinal.value <= 31 and cursor.fold(ordinal.last) in ("من", "في", "الي"):
            day = ordinal.value, ordinal.last
        elif cursor.fold(index) in ("فاتح", "غره") or (
            cursor.fold(index) in ("اول", "الاول") and cursor.month(index + 1)
        ):
            # The first of a month: فاتح نوفمبر in the Maghreb, غرة رجب of Hijri months.
            day = 1, index + 1
    if day is None:
        return None
    value, at = day
    second = read_second_day(cursor, at, value)
    last, at = second if second else (None, at)
    at = _skip_to_month(cursor, at)
    month = read_month_and_year(cursor, at, near=True) if cursor.adjoins(at) else None
    if month is None:
        return None
    meaning = replace(month[0], day=value)
    if last is not None:
        meaning = replace(meaning, until=replace(month[0], day=last))
    return meaning, index, month[2]


def read_second_day(cursor: Cursor, at: int, first: int) -> tuple[int, int] | None:
    """The later day of two (6-8، 4 إلى 22، 5 و6) and the token index after it."""
    if cursor.fold(at) not in ("-", "–", "الي", "و", "حتي", "ـ", "او") or not cursor.adjoins(at):
        return None
    # A written "and" that is part of the number word (خمسة وستة) never reaches here; digits do (5 و6 أغسطس).
    second = cursor.day_number(at + 1)
    if second is None and cursor.fold(at) == "الي" and at + 1 < cursor.count:
        ordinal = read_ordinal(cursor.tokens, at + 1)
        second = (ordinal.value, ordinal.last) if ordinal and ordinal.value <= 31 else None
    return second if second and second[0] > first else None


def _skip_to_month(cursor: Cursor, at: int) -> int:
    """Past what may stand between day and month: من، من شهر، / and -."""
    if cursor.fold(at) in ("من", "/", "-", "–", "في", "لشهر"):
        at += 1
    if cursor.fold(at) in ("شهر", "الشهر") and cursor.month(at + 1):
        at += 1
    return at


def read_month_and_day(cursor: Cursor, index: int) -> Reading | None:
    """American order: سبتمبر 10، 2001."""
    month = cursor.month(index)
    if month is None or month[1] != "gregorian" or not cursor.adjoins(month[2]):
        return None
    day = cursor.day_number(month[2])
    if day is None or cursor.tokens[month[2]].kind != "number" or cursor.word(day[1], "unit", "month"):
        return None
    at = day[1] + 1 if cursor.fold(day[1]) in ("،", ",") else day[1]
    year = cursor.year_number(at) if cursor.adjoins(at) else None
    if year is None:
        return None
    return Meaning("calendar", year=year[0], month=month[0], day=day[0]), index, year[1]


def read_numeric_date(cursor: Cursor, index: int) -> Reading | None:
    """20/8/2020، 2020-08-20، 1 / 11 / 1436هـ، 20.8.2020. Days and months that don't exist stay as they are written."""
    dotted = _DOTTED.fullmatch(cursor.fold(index))
    if dotted:
        groups = [int(group) for group in dotted.groups() if group]
        parts = (groups[2], groups[1], groups[0]) if dotted.group(1) else (groups[0], groups[1], groups[2])
        return _numeric(cursor, parts, index, index + 1)
    numbers: list[tuple[int, int]] = []
    at = index
    separator = cursor.fold(index + 1)
    if separator not in _SEPARATORS:
        return None
    while len(numbers) < 3 and cursor.fold(at).isdigit():
        numbers.append((int(cursor.fold(at)), len(cursor.fold(at))))
        at += 1
        if len(numbers) < 3 and cursor.fold(at) == separator and cursor.fold(at + 1).isdigit():
            at += 1
        else:
            break
    if len(numbers) == 3:
        (first, width), (second, _), (third, third_width) = numbers
        if width == 4:
            # 1436/11/1 and 2020-08-20; written from the right also 2020/20/8.
            return _numeric(cursor, (first, second, third), index, at)
        if third_width == 4 or (third_width == 2 and width <= 2):
            return _numeric(cursor, (third, second, first), index, at)
        return None
    if len(numbers) == 2:
        (first, width), (second, second_width) = numbers
        if width <= 2 and second_width == 4 and separator == "/" and 1 <= first <= 12 and 1300 <= second <= 2199:
            meaning, end = with_era(cursor, Meaning("calendar", year=second, month=first), at)
            return meaning, index, end
    return None


def _numeric(cursor: Cursor, parts: tuple[int, int, int], index: int, at: int) -> Reading | None:
    year, month, day = parts
    if year < 100:
        year += 2000 if year < 70 else 1900
    if month > 12 >= day:
        month, day = day, month
    meaning, end = with_era(cursor, Meaning("calendar", year=year, month=month, day=day), at)
    return meaning, index, end


def read_year(cursor: Cursor, index: int) -> Reading | None:
    """A year in digits or words, or a pair of years (2014-2015، 1436/1437هـ), with its era."""
    year = cursor.year_number(index)
    if year is None:
        return None
    meaning, at = with_era(cursor, Meaning("calendar", year=year[0]), year[1])
    if at == year[1] and cursor.fold(at) in ("-", "–", "/", "ـ") and cursor.adjoins(at + 1):
        second = cursor.fold(at + 1)
        until = _second_year(year[0], second)
        if until:
            meaning, at = with_era(cursor, replace(meaning, until=Meaning("calendar", year=until)), at + 2)
            if meaning.until:
                meaning = replace(meaning, until=replace(meaning.until, calendar=meaning.calendar))
    return meaning, index, at


def _second_year(first: int, written: str) -> int | None:
    """The end of a pair of years: 2014-2015, 2014/15."""
    if not written.isdigit() or len(written) not in (2, 4):
        return None
    year = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    return year if first < year <= first + 30 else None


def read_weekday_date(cursor: Cursor, index: int) -> Reading | None:
    """The date after a weekday: الخميس 20 آب، الجمعة الموافق 12 يونيو، الأحد (5/7/2015)."""
    at = index
    if cursor.fold(at) in ("،", ",", "(", "-", "–", "ـ") and cursor.adjoins(at):
        at += 1
    while cursor.fold(at) in ("الموافق", "الموافقه", "الموفق", "المصادف", "بتاريخ", "في") and cursor.adjoins(at):
        at += 1
    if not cursor.adjoins(at):
        return None
    found = read_numeric_date(cursor, at) or read_day_and_month(cursor, at)
    if found is None:
        return None
    end = found[2]
    if cursor.fold(index) == "(" and cursor.fold(end) == ")":
        end += 1
    return found[0], index, end

"""Weeks, months, years and what is told of them: العام الماضي، هذا الأسبوع، نهاية عام 2011، الربع الأول من 2015."""

from __future__ import annotations

from dataclasses import replace

from rawi.arabic.ordinals import read_ordinal
from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import (
    Reading,
    direction_of,
    read_day_and_month,
    read_month_and_year,
    read_numeric_date,
    read_year,
    with_era,
)
from rawi.arabic.times.days import read_any_day
from rawi.arabic.times.lexicon import BARE_MODIFIERS, DEMONSTRATIVES, SEASONS
from rawi.arabic.times.meaning import Direction, Meaning

_SHIFTS: dict[Direction, int] = {"past": -1, "present": 0, "future": 1}
BARE_DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(BARE_MODIFIERS["past"].split(), "past"),
    **dict.fromkeys(BARE_MODIFIERS["future"].split(), "future"),
}
_SEASON_BY_WORD = {word: season for season, word in SEASONS.items()}
_SAME = frozenset(["نفسه", "نفسها", "ذاته", "ذاتها", "عينه"])
# العام and السنة with these are other things than a year from now (المدير العام is kept out by needing a modifier).
_KINDS_OF_YEAR = frozenset(["الدراسي", "الدراسيه", "المالي", "الماليه", "الميلادي", "الهجري", "الجامعي", "الميلاديه"])
_UNIT_OF_PERIOD = frozenset(["D", "W", "M", "Y", "DE", "CE", "N"])


def read_unit(cursor: Cursor, index: int) -> Reading | None:
    """A unit with what makes it a period: الشهر الماضي، عام 2011، شهر رمضان، السنوات الثلاث المقبلة، الأيام الماضية."""
    unit = cursor.word(index, "unit")
    if unit is None:
        return None
    name, after = str(unit.value), index + 1
    if not unit.article:
        return _read_named(cursor, index, name) if unit.number == "one" else None
    if unit.number != "one":
        return _read_span(cursor, index, name, unit.number)
    if name == "Y":
        year = read_year(cursor, after) if cursor.adjoins(after) else None
        if year:
            return year[0], index, year[2]
    if name == "M":
        month = read_month_and_year(cursor, after, near=True) if cursor.adjoins(after) else None
        if month:
            return month[0], index, month[2]
    kind = cursor.fold(after)
    if name == "Y" and kind in _KINDS_OF_YEAR:
        after += 1
        fiscal = read_year(cursor, after) if cursor.adjoins(after) else None
        if fiscal:
            return fiscal[0], index, fiscal[2]
    if name in ("W", "M", "Y"):
        second = _read_second_next(cursor, after)
        if second:
            return Meaning("period", unit=name, shift=second[0]), index, second[1]
    direction = direction_of(cursor.modifier(after))
    if direction is None and name in ("D", "W", "M", "Y"):
        return _read_whole(cursor, index, name, after)
    if direction is None or name not in _UNIT_OF_PERIOD | {"H"}:
        return None
    if name == "CE":
        return Meaning("period", unit="CE", shift=_SHIFTS[direction]), index, after + 1
    if name == "H":
        return None
    if name in ("D", "N"):
        # اليوم التالي is the day after another day, not tomorrow.
        if cursor.modifier(after) == "following":
            return Meaning("same", shift=1), index, after + 1
        part = "NI" if name == "N" else None
        return Meaning("day", shift=_SHIFTS[direction], daypart=part), index, after + 1
    if cursor.modifier(after) == "following":
        return Meaning("period", unit=name, shift=1, vague=True), index, after + 1
    end = after + 1
    meaning = Meaning("period", unit=name, shift=_SHIFTS[direction])
    if name == "Y":
        # العام الماضي 2014، العام الجاري (1436هـ)
        year_at = end + 1 if cursor.fold(end) == "(" else end
        year = read_year(cursor, year_at) if cursor.adjoins(year_at) else None
        if year and year[0].until is None:
            closing = cursor.fold(end) == "(" and cursor.fold(year[2]) == ")"
            return replace(year[0], direction=direction), index, year[2] + closing
    if name == "W" and cursor.word(end, "weekday") and cursor.adjoins(end):
        weekday = cursor.word(end, "weekday")
        if weekday and not weekday.cut:
            return Meaning("weekday", weekday=int(weekday.value), unit="W", shift=meaning.shift), index, end + 1
    return meaning, index, end


def _read_second_next(cursor: Cursor, at: int) -> tuple[int, int] | None:
    """(units from now, token index after) of قبل الماضي and بعد المقبل behind العام، الشهر، الأسبوع."""
    at += cursor.fold(at) == "ما"
    word, direction = cursor.fold(at), direction_of(cursor.modifier(at + 1))
    if (word, direction) not in (("قبل", "past"), ("بعد", "future")) or not cursor.adjoins(at):
        return None
    return (-2 if word == "قبل" else 2), at + 2


def _read_whole(cursor: Cursor, index: int, name: str, after: int) -> Reading | None:
    """طوال العام is a year long; خلال العام is this year, unless an adjective says which (خلال الشهر الفضيل)."""
    before = cursor.fold(index - 1).removeprefix("و")
    if cursor.fold(after).startswith("ال") and cursor.adjoins(after):
        return None
    if before in ("طوال", "طيله"):
        return Meaning("duration", unit=name, amount=1), index, after
    if before == "خلال" and name != "D":
        return Meaning("period", unit=name, shift=0), index, after
    return None


def _read_named(cursor: Cursor, index: int, name: str) -> Reading | None:
    """عام 2011، شهر رمضان المبارك، شهر سبتمبر، عقد التسعينيات."""
    after = index + 1
    if not cursor.adjoins(after):
        return None
    if name == "Y":
        year = read_year(cursor, after)
        return (year[0], index, year[2]) if year else None
    if name == "M":
        month = read_month_and_year(cursor, after, near=True)
        return (month[0], index, month[2]) if month else None
    if name == "DE" and cursor.word(after, "decade"):
        decade = read_decade(cursor, after)
        return (decade[0], index, decade[2]) if decade else None
    return None


def _read_span(cursor: Cursor, index: int, name: str, number: str) -> Reading | None:
    """Several units from now: الأشهر المقبلة، السنوات الثلاث الماضية، الساعات الـ24 الماضية، اليومين الماضيين."""
    at, amount = index + 1, 2.0 if number == "two" else None
    if cursor.fold(at) == "ال" or cursor.fold(at) == "الـ":
        at += 1
    figure = cursor.numbers.get(at)
    if figure and cursor.adjoins(at) and figure.value is not None and number == "many":
        amount, at = figure.value, figure.last
    elif cursor.fold(at) in ("القليله", "العشر", "المعدوده") and cursor.adjoins(at):
        at += 1
    direction = direction_of(cursor.modifier(at))
    if direction is None:
        return None
    end = at + 1
    if amount is None and cursor.fold(end) == "القليله":
        end += 1
    unit = "D" if name == "N" else name
    return Meaning("duration", unit=unit, amount=amount, shift=_SHIFTS[direction]), index, end


def read_demonstrative(cursor: Cursor, index: int) -> Reading | None:
    """هذا العام، هذا الأسبوع، هذه الليلة، هذا اليوم، هذا الصيف، هذه الأيام."""
    fold = cursor.fold(index)
    bare = fold[1:] if fold[:1] in ("و", "ل", "ب") and fold[1:] in DEMONSTRATIVES else fold
    if bare not in DEMONSTRATIVES:
        return None
    at = index + 1
    if not cursor.adjoins(at):
        return None
    day = cursor.word(at, "day")
    if day and not day.cut and day.value == 0:
        part = "NI" if cursor.fold(at) == "الليله" else None
        return Meaning("day", shift=0, daypart=part), index, at + 1
    unit = cursor.word(at, "unit")
    if unit and unit.article and not unit.cut:
        if unit.number == "many" and unit.value == "D":
            return Meaning("reference", reference="PRESENT_REF"), index, at + 1
        if unit.number == "one" and unit.value in ("W", "M", "Y", "DE", "CE"):
            return Meaning("period", unit=str(unit.value), shift=0), index, at + 1
        return None
    season = cursor.word(at, "season")
    if season and season.article and not season.cut:
        return Meaning("calendar", unit=str(season.value), direction="present"), index, at + 1
    return None


def read_period(cursor: Cursor, index: int, *, bare: bool = False) -> Reading | None:
    """Any period at the token. ``bare`` also takes نهاية العام: a definite unit alone, which then means this one."""
    if index >= cursor.count:
        return None
    found = (
        read_demonstrative(cursor, index)
        or read_quarter(cursor, index)
        or read_unit(cursor, index)
        or read_season(cursor, index)
        or read_decade(cursor, index)
    )
    if found or not bare:
        return found
    unit = cursor.word(index, "unit")
    if unit and unit.article and unit.number == "one" and unit.value in ("W", "M", "Y", "DE", "CE"):
        if cursor.fold(index + 1) in _SAME:
            return Meaning("same", unit=str(unit.value)), index, index + 2
        kind = unit.value == "Y" and cursor.fold(index + 1) in _KINDS_OF_YEAR
        return Meaning("period", unit=str(unit.value), shift=0), index, index + 2 if kind else index + 1
    if unit and not unit.article and unit.number == "one" and unit.value in ("Y", "M"):
        direction = BARE_DIRECTIONS.get(cursor.fold(index + 1))
        if direction:
            return Meaning("period", unit=str(unit.value), shift=_SHIFTS[direction]), index, index + 2
    return None


def read_part(cursor: Cursor, index: int) -> Reading | None:
    """نهاية العام، مطلع شهر شوال الجاري، أواخر تسعينيات القرن الماضي، منتصف آب، عطلة نهاية الأسبوع."""
    found = cursor.word(index, "part")
    if found is None:
        return None
    at = index + 1
    if not cursor.adjoins(at):
        return None
    unit = cursor.word(at, "unit")
    if found.value == "END" and unit and unit.value == "W" and unit.article:
        weekend = _read_weekend(cursor, index, at)
        if weekend:
            return weekend
    if cursor.word(at, "daypart") and found.value == "MID":
        return _read_midnight(cursor, index, at)
    inner = read_period(cursor, at, bare=True)
    if inner is None and not cursor.word(at, "unit"):
        inner = read_month_and_year(cursor, at, near=not found.weak) or read_year(cursor, at)
    if inner is None and cursor.word(at, "day", "weekday"):
        return None
    if inner is None:
        return None
    meaning = inner[0]
    if meaning.kind not in ("period", "calendar", "same") or meaning.day is not None:
        return None
    return replace(meaning, part=str(found.value)), index, inner[2]


def _read_weekend(cursor: Cursor, index: int, at: int) -> Reading | None:
    """عطلة نهاية الأسبوع is the weekend; نهاية الأسبوع alone is the end of the week."""
    if cursor.fold(index - 1) not in ("عطله", "العطله", "اجازه", "بعطله", "لعطله"):
        return None
    direction = direction_of(cursor.modifier(at + 1))
    end = at + 2 if direction else at + 1
    return Meaning("period", unit="WE", shift=_SHIFTS[direction] if direction else None), index - 1, end


def _read_midnight(cursor: Cursor, index: int, at: int) -> Reading | None:
    """منتصف الليل، منتصف ليل السبت: the middle of a night, with the day it belongs to."""
    part = cursor.word(at, "daypart")
    if part is None or part.value not in ("NI", "MI"):
        return None
    following = read_any_day(cursor, at + 1) if cursor.adjoins(at + 1) else None
    daypart = str(part.value)
    if following and not part.article:
        return replace(following[0], daypart=daypart), index, following[2]
    if part.value == "NI":
        return Meaning("clock", hour=24, daypart=daypart), index, at + 1
    return None


def read_quarter(cursor: Cursor, index: int) -> Reading | None:
    """الربع الأول من 2015، النصف الثاني من العام الجاري، العقد الأول من القرن الحالي."""
    fold = cursor.fold(index)
    bare = fold[1:] if fold[:1] in ("و", "ب") and fold[1:].startswith("ال") else fold
    bare = "ال" + bare[2:] if bare.startswith("لل") else bare
    if bare not in ("الربع", "النصف", "الفصل"):
        return None
    ordinal = read_ordinal(cursor.tokens, index + 1) if index + 1 < cursor.count else None
    last = ordinal is None and cursor.fold(index + 1) == "الاخير"
    if ordinal is None and not last:
        return None
    number = ordinal.value if ordinal else 4 if bare != "النصف" else 2
    if number > (2 if bare == "النصف" else 4):
        return None
    at = ordinal.last if ordinal else index + 2
    of = cursor.fold(at) in ("من", "ل", "لسنه", "لعام", "للعام", "عام")
    at += cursor.fold(at) == "من"
    unit = "H" if bare == "النصف" else "Q"
    meaning = Meaning("calendar", unit=unit, number=number)
    inner = read_period(cursor, at, bare=True) or read_year(cursor, at) if at < cursor.count and of else None
    if inner is None:
        # Matches and schools have halves and terms too: without a year only the quarter is a time.
        return (meaning, index, at) if bare == "الربع" and not of else None
    if inner[0].kind == "calendar" and inner[0].year and inner[0].month is None:
        return replace(meaning, year=inner[0].year, calendar=inner[0].calendar), index, inner[2]
    if inner[0].kind == "period" and inner[0].unit == "Y":
        return replace(meaning, shift=inner[0].shift), index, inner[2]
    if inner[0].kind == "period" and bare == "النصف":
        return replace(inner[0], part="START" if number == 1 else "END"), index, inner[2]
    if inner[0].kind == "calendar" and inner[0].month and bare == "النصف":
        return replace(inner[0], part="START" if number == 1 else "END"), index, inner[2]
    return None


def read_week_of_month(cursor: Cursor, index: int) -> Reading | None:
    """الأسبوع الأول من سبتمبر، الأسبوع الأخير من الشهر الجاري."""
    unit = cursor.word(index, "unit")
    if unit is None or unit.value != "W" or not unit.article or unit.number != "one" or not cursor.adjoins(index + 1):
        return None
    ordinal = read_ordinal(cursor.tokens, index + 1)
    number = ordinal.value if ordinal else 5 if cursor.fold(index + 1) == "الاخير" else None
    at = ordinal.last if ordinal else index + 2
    if number is None or number > 5 or cursor.fold(at) != "من":
        return None
    at += 1
    month = read_month_and_year(cursor, at, near=True) or read_unit(cursor, at) or read_demonstrative(cursor, at)
    if month and month[0].kind == "period" and month[0].unit == "M":
        direction: Direction = "past" if month[0].shift == -1 else "future" if month[0].shift == 1 else "present"
        return Meaning("calendar", unit="M", direction=direction, number=number), index, month[2]
    if month is None and cursor.count > at:
        month = read_year(cursor, at)
    if month and month[0].kind == "period" and month[0].unit == "Y":
        return Meaning("calendar", unit="W", number=number, shift=month[0].shift), index, month[2]
    if month is None or month[0].calendar != "gregorian" or month[0].kind != "calendar" or month[0].unit:
        return None
    return replace(month[0], unit="W", number=number), index, month[2]


def read_season(cursor: Cursor, index: int) -> Reading | None:
    """صيف عام 2014، الصيف الماضي، شتاء العام الماضي، ربيع 2011."""
    found = cursor.word(index, "season", "hijri2")
    if found is None:
        return None
    season = str(found.value) if found.kind == "season" else _SEASON_BY_WORD.get(str(found.value))
    if season is None:
        return None
    meaning, at = Meaning("calendar", unit=season), index + 1
    if found.article:
        direction = direction_of(cursor.modifier(at))
        return (replace(meaning, direction=direction), index, at + 1) if direction else None
    if not cursor.adjoins(at):
        return None
    year = read_year(cursor, at)
    if year:
        return replace(meaning, year=year[0].year), index, year[2]
    inner = read_unit(cursor, at) or read_demonstrative(cursor, at)
    if inner and inner[0].kind == "calendar" and inner[0].year and inner[0].month is None:
        return replace(meaning, year=inner[0].year), index, inner[2]
    if inner and inner[0].kind == "period" and inner[0].unit == "Y":
        return replace(meaning, shift=inner[0].shift), index, inner[2]
    return None


def read_decade(cursor: Cursor, index: int) -> Reading | None:
    """ثمانينيات القرن الماضي، التسعينيات."""
    found = cursor.word(index, "decade")
    if found is None:
        return None
    at, century = index + 1, 19
    if cursor.fold(at) == "من" and cursor.fold(at + 1) == "القرن":
        at += 1
    if cursor.fold(at) == "القرن" and cursor.adjoins(at):
        modifier = direction_of(cursor.modifier(at + 1))
        ordinal = read_ordinal(cursor.tokens, at + 1) if at + 1 < cursor.count else None
        if modifier:
            century, at = (20 if modifier == "present" else 19), at + 2
        elif ordinal:
            century, at = ordinal.value - 1, ordinal.last
    elif not found.article:
        # سبعينات alone may be an age (في السبعينات من عمره is kept out by its article and عمر).
        return None
    if cursor.fold(at) in ("من", "عمره", "العمر") and cursor.fold(at + 1) in ("العمر", "عمره", "عمرها", ""):
        return None
    return Meaning("calendar", unit="DE", number=century * 10 + int(found.value)), index, at


def read_listed(cursor: Cursor, index: int) -> Reading | None:
    """The first year, month or days behind the head of a pair: عامي 2014 (و2015)، يومي 5 و6 أغسطس."""
    found = cursor.word(index, "pair")
    if found is None or not cursor.adjoins(index + 1):
        return None
    reading: Reading | None = None
    if found.value == "Y":
        reading = read_year(cursor, index + 1)
    elif found.value == "D":
        reading = read_day_and_month(cursor, index + 1) or read_numeric_date(cursor, index + 1)
    elif found.value == "M":
        reading = read_month_and_year(cursor, index + 1, near=True)
    return (reading[0], index, reading[2]) if reading else None


def read_century(cursor: Cursor, index: int) -> Reading | None:
    """القرن العشرين، القرن التاسع عشر، القرن الحادي والعشرين."""
    unit = cursor.word(index, "unit")
    if unit is None or unit.value != "CE" or not unit.article:
        return None
    ordinal = read_ordinal(cursor.tokens, index + 1) if cursor.adjoins(index + 1) else None
    if ordinal is None:
        return None
    meaning, at = with_era(cursor, Meaning("calendar", unit="CE", number=ordinal.value - 1), ordinal.last)
    return meaning, index, at

"""Parts counted within a period: أول جمعة من يوليو، الأحد الأخير من مارس، الأشهر الستة الأولى، مرتين في الأسبوع."""

from __future__ import annotations

from dataclasses import replace

from rawi.arabic.ordinals import read_ordinal
from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import Reading, read_month_and_year, read_year
from rawi.arabic.times.meaning import Direction, Meaning
from rawi.arabic.times.periods import read_period

_LAST = 5
_DIRECTIONS: dict[int, Direction] = {-1: "past", 0: "present", 1: "future"}
_TIMES = frozenset(["مره", "مرتان", "مرتين", "مرات"])
# Unit -> what happens so many times in it is a set of that period.
_PERIODS = {"D": "P1D", "W": "P1W", "M": "P1M", "Y": "P1Y", "H": "PT1H"}


def read_weekday_of_month(cursor: Cursor, index: int) -> Reading | None:
    """أول جمعة من يوليو، ثاني ثلاثاء من نوفمبر 2016، الأحد الأخير من مارس 2018."""
    weekday = cursor.word(index, "weekday")
    if weekday is not None:
        found = _counted(cursor, index + 1) if weekday.article and not weekday.cut else None
        if found is None:
            return None
        number, at = found
    else:
        counted = _counted(cursor, index)
        if counted is None:
            return None
        number, at = counted
        at += cursor.fold(at) == "يوم"
        weekday = cursor.word(at, "weekday")
        if weekday is None or weekday.cut or not cursor.adjoins(at):
            return None
        at += 1
    if number > _LAST or cursor.fold(at) not in ("من", "في"):
        return None
    month = read_month_and_year(cursor, _past_month_word(cursor, at + 1), near=True)
    if month is None:
        this = read_period(cursor, at + 1)
        if this and this[0].kind == "period" and this[0].unit == "M":
            direction = _DIRECTIONS.get(this[0].shift or 0)
            meaning = Meaning("calendar", unit="M", direction=direction, weekday=int(weekday.value), number=number)
            return meaning, index, this[2]
    if month is None or month[0].calendar != "gregorian":
        return None
    return replace(month[0], unit="WD", weekday=int(weekday.value), number=number), index, month[2]


def _past_month_word(cursor: Cursor, at: int) -> int:
    return at + 1 if cursor.fold(at) in ("شهر", "الشهر") else at


def _counted(cursor: Cursor, index: int) -> tuple[int, int] | None:
    """(place, token index after it) of an ordinal or of آخر and الأخير, which count from the end."""
    if not 0 <= index < cursor.count or cursor.tokens[index].kind != "word":
        return None
    if cursor.fold(index) in ("اخر", "الاخير", "الاخيره"):
        return _LAST, index + 1
    ordinal = read_ordinal(cursor.tokens, index)
    return (ordinal.value, ordinal.last) if ordinal and not ordinal.clitics else None


def read_first_months(cursor: Cursor, index: int) -> Reading | None:
    """الأشهر التسعة الأولى من العام، الأشهر الستة الأولى من 2016."""
    unit = cursor.word(index, "unit")
    if unit is None or unit.value != "M" or unit.number != "many" or not unit.article:
        return None
    at = index + 1
    at += cursor.fold(at) in ("ال", "الـ")
    number = cursor.integer(at)
    first = cursor.fold(number[1]) in ("الاولي", "الاول") if number else False
    if number is None and cursor.fold(at) in ("الاولي", "الاول"):
        # الأشهر الأولى السبعة
        number, first = cursor.integer(at + 1), True
        at = number[1] if number else at
    elif number is not None:
        at = number[1] + 1
    if number is None or not first or not 2 <= number[0] <= 11 or cursor.fold(at) not in ("من", "للعام", "لعام"):
        return None
    at += cursor.fold(at) == "من"
    meaning = Meaning("calendar", month=1, until=Meaning("calendar", month=number[0]))
    inner = read_period(cursor, at, bare=True) or read_year(cursor, at)
    if inner is None:
        return None
    if inner[0].kind == "calendar" and inner[0].year and inner[0].month is None:
        return replace(meaning, year=inner[0].year), index, inner[2]
    if inner[0].kind == "period" and inner[0].unit == "Y":
        return replace(meaning, shift=inner[0].shift), index, inner[2]
    return None


def read_times_in(cursor: Cursor, index: int) -> Reading | None:
    """مرتين في الأسبوع، ثلاث مرات يومياً."""
    at = index
    number = cursor.integer(index)
    if number is not None:
        at = number[1]
    if cursor.fold(at).removeprefix("ال") not in _TIMES or not cursor.adjoins(at + 1):
        return None
    if cursor.fold(at + 1) in ("في", "كل"):
        unit = cursor.word(at + 2, "unit")
        wanted = cursor.fold(at + 1) == "في"
        if unit and unit.number == "one" and unit.article == wanted and not unit.cut and unit.value in _PERIODS:
            if cursor.modifier(at + 3) or cursor.fold(at + 3) in ("نفسه", "نفسها", "الواحد", "الواحده"):
                return None
            return Meaning("set", reference=_PERIODS[str(unit.value)]), index, at + 3
    found = cursor.word(at + 1, "set")
    return (Meaning("set", reference=str(found.value)), index, at + 2) if found else None

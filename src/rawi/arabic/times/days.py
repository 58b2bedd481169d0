"""Days told from now: اليوم، أمس الأول، غداً، يوم الجمعة الماضي، فجر الأحد، مساء أمس."""

from __future__ import annotations

from dataclasses import replace

from rawi.arabic.ordinals import read_ordinal
from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import (
    Reading,
    direction_of,
    read_day_and_month,
    read_numeric_date,
    read_second_day,
    read_weekday_date,
)
from rawi.arabic.times.meaning import Meaning
from rawi.arabic.times.words import words

_BEFORE_DATE = frozenset(["الموافق", "الموافقه", "المصادف", "بتاريخ"])
# After اليوم: a day that has a name or a number, not today.
_NOT_TODAY = words(
    """
    الوطني العالمي الدولي العربي الواحد المفتوح الدراسي التاريخي السابع نفسه ذاته عينه الاول الثاني الثالث الرابع
    الخامس السادس التاسع العاشر الاخير المحدد الموعود المشهود الرياضي الجديد الكامل البييي القادم
    """
)
# Before اليوم: papers and channels that bear it in their name.
_PAPERS = words(
    """
    روسيا المصري عين جريده صحيفه العراق بيروت قناه موقع دار بغداد فلسطين لبنان ليبيا الجزاير تونس المغرب سوريا مصر مجله
    رصيف السعوديه البحرين عمان مصراوي صدي المدينه هنا العرب موسسه الانباط
    """
)
_NOT_A_DAY = words(
    """
    خطيب خطبه وخطبه امام وامام مسجد جامع سوق حي عبد اسواق ال ساحه ميدان محطه ملحق مدينه خطبتي خطباء ومسجد بسوق جزيره
    """
)


def read_day_word(cursor: Cursor, index: int) -> Reading | None:
    """اليوم، أمس، غداً، بعد غد، أول من أمس، أمس الأول, with the weekday that may stand beside them."""
    found = cursor.word(index, "day")
    if found is None:
        return None
    shift, after = int(found.value), index + 1
    fold = cursor.fold(index)[found.cut :]
    if fold.endswith("الليله") or fold == "الليله":
        return _tonight(cursor, index)
    if shift == 0 and _is_not_today(cursor, index):
        return None
    if shift == -1 and cursor.fold(after) in ("الاول", "الاولي") and cursor.adjoins(after):
        shift, after = -2, after + 1
    meaning = Meaning("day", shift=shift)
    return with_weekday(cursor, meaning, index, after)


def _tonight(cursor: Cursor, index: int) -> Reading:
    direction = direction_of(cursor.modifier(index + 1))
    meaning = Meaning("day", shift=-1 if direction == "past" else 0, daypart="NI")
    return meaning, index, index + 2 if direction else index + 1


def _is_not_today(cursor: Cursor, index: int) -> bool:
    following, before = cursor.fold(index + 1), cursor.fold(index - 1)
    if following in _NOT_TODAY and cursor.adjoins(index + 1):
        return True
    if cursor.modifier(index + 1) or (following in ("ال", "رقم") and index + 2 in cursor.numbers):
        return True
    if before in _PAPERS and cursor.adjoins(index) and not cursor.word(index, "day").cut:  # type: ignore[union-attr]
        return True
    # «اليوم» and (اليوم) name a paper; اليوم (الاثنين) does not.
    return before in ("«", '"', "“", "(", "”") and following in ("»", '"', "”", ")", "“")


def with_weekday(cursor: Cursor, meaning: Meaning, index: int, after: int) -> Reading:
    """The day with a weekday in apposition: أمس الاثنين، اليوم (الاثنين)، غداً الأحد 5 يوليو."""
    for opening, closing in (((), ()), (("(", "[", "«"), (")", "]", "»")), (("،", ",", "-", "–"), ())):
        at = after
        if opening:
            if cursor.fold(at) not in opening or not cursor.adjoins(at):
                continue
            at += 1
        if cursor.fold(at) == "يوم":
            at += 1
        weekday = cursor.word(at, "weekday")
        if weekday is None or not weekday.article or weekday.cut or not cursor.adjoins(at):
            continue
        end = at + 1
        if closing:
            if cursor.fold(end) not in closing:
                continue
            end += 1
        meaning = replace(meaning, weekday=int(weekday.value))
        if not closing:
            dated = read_weekday_date(cursor, end)
            if dated:
                return replace(dated[0], weekday=meaning.weekday, days_away=meaning.shift), index, dated[2]
        return meaning, index, end
    if cursor.fold(after) in _BEFORE_DATE or cursor.tokens[after - 1].end < len(cursor.text):
        dated = read_weekday_date(cursor, after) if cursor.fold(after) in _BEFORE_DATE else None
        if dated:
            return replace(dated[0], days_away=meaning.shift), index, dated[2]
    return meaning, index, after


def read_before_day(cursor: Cursor, index: int) -> Reading | None:
    """أول أمس، أول من أمس، بعد غد، بعد الغد، قبل أمس."""
    fold = cursor.fold(index)
    bare = fold[1:] if fold.startswith("و") else fold
    if bare in ("اول", "الاول", "قبل"):
        at = index + 2 if cursor.fold(index + 1) in ("من", "يوم") else index + 1
        day = cursor.word(at, "day")
        if day and day.value == -1 and not day.cut and cursor.adjoins(at):
            return with_weekday(cursor, Meaning("day", shift=-2), index, at + 1)
    if bare == "بعد":
        day = cursor.word(index + 1, "day")
        if day and day.value == 1 and not day.cut:
            return with_weekday(cursor, Meaning("day", shift=2), index, index + 2)
    return None


def read_weekday(cursor: Cursor, index: int) -> Reading | None:
    """الخميس، يوم الجمعة الماضي، الأحد المقبل، الثلاثاء 20 آب، الأحد مساء."""
    first, at = index, index
    unit = cursor.word(at, "unit")
    named = unit is not None and unit.value == "D" and unit.number == "one" and not unit.article
    if named:
        at += 1
        if not cursor.adjoins(at):
            return None
    weekday = cursor.word(at, "weekday")
    if weekday is None or (weekday.cut and named) or not (weekday.article or named):
        return None
    if not named and cursor.fold(at - 1) in _NOT_A_DAY:
        return None
    meaning, end = Meaning("weekday", weekday=int(weekday.value)), at + 1
    dated = read_weekday_date(cursor, end)
    if dated:
        return replace(dated[0], weekday=meaning.weekday), first, dated[2]
    if cursor.fold(end) == "(":
        day = cursor.word(end + 1, "day")
        if day and cursor.fold(end + 2) == ")":
            return Meaning("day", shift=int(day.value), weekday=meaning.weekday), first, end + 3
    day = cursor.word(end, "day")
    if day and cursor.adjoins(end) and not day.cut:
        return Meaning("day", shift=int(day.value), weekday=meaning.weekday), first, end + 1
    modifier = cursor.modifier(end)
    if modifier:
        meaning, end = replace(meaning, direction=direction_of(modifier)), end + 1
        dated = read_weekday_date(cursor, end)
        if dated:
            return replace(dated[0], weekday=meaning.weekday, direction=meaning.direction), first, dated[2]
        return meaning, first, end
    if cursor.fold(end) in ("بعد", "ما") and cursor.fold(end + 1) in ("المقبل", "القادم"):
        return replace(meaning, direction="future", amount=2), first, end + 2
    tail = _week_of(cursor, end)
    if tail:
        return replace(meaning, shift=tail[0], unit="W"), first, tail[1]
    return meaning, first, end


def _week_of(cursor: Cursor, at: int) -> tuple[int, int] | None:
    """الأحد من الأسبوع المقبل: weeks from now, and the token index after it."""
    if cursor.fold(at) == "من":
        at += 1
    else:
        return None
    demonstrated = cursor.fold(at) in ("هذا", "نفس")
    at += demonstrated
    unit = cursor.word(at, "unit")
    if unit is None or unit.value != "W" or not unit.article:
        return None
    direction = direction_of(cursor.modifier(at + 1))
    if direction:
        return {"past": -1, "present": 0, "future": 1}[direction], at + 2
    return (0, at + 1) if demonstrated else None


def read_daypart(cursor: Cursor, index: int) -> Reading | None:
    """فجر الجمعة، مساء أمس، صباح يوم 5 آب، ليلة الأحد، بعد ظهر الثلاثاء: a part of a day that follows."""
    found = cursor.word(index, "daypart")
    if found is None:
        return None
    part, at = str(found.value), index + 1
    if not cursor.adjoins(at):
        return None
    while cursor.fold(at) in ("من", "يوم", "اليوم,", "متاخر", "متاخره") and cursor.adjoins(at + 1):
        if cursor.fold(at) == "يوم":
            break
        at += 1
    day = read_any_day(cursor, at)
    if day is None or (found.article and cursor.fold(index + 1) not in ("من",) and day[0].kind != "day"):
        return None
    if found.article and cursor.fold(index + 1) != "من":
        return None
    if part == "MI" and cursor.fold(index - 1) in ("بعد", "وبعد"):
        return replace(day[0], daypart="AF"), index - 1, day[2]
    end = day[2]
    if part == "NI" and day[0].kind == "weekday":
        end = _night_end(cursor, end, day[0].weekday or 0)
    return replace(day[0], daypart=part), index, end


def _night_end(cursor: Cursor, at: int, weekday: int) -> int:
    """Past the second weekday of ليل الخميس - الجمعة, which names the same night."""
    following = at + 1 if cursor.fold(at) in ("-", "–", "/", "الي") else at
    second = cursor.word(following, "weekday")
    if second and not second.cut and cursor.adjoins(following) and second.value == weekday % 7 + 1:
        return following + 1
    return at


def read_any_day(cursor: Cursor, index: int) -> Reading | None:
    """Any expression of one day at the token."""
    if index >= cursor.count:
        return None
    number = cursor.tokens[index].kind == "number" or index in cursor.numbers
    if number:
        return read_numeric_date(cursor, index) or read_day_and_month(cursor, index)
    return (
        read_before_day(cursor, index)
        or read_day_word(cursor, index)
        or read_day_of(cursor, index)
        or read_weekday(cursor, index)
        or read_day_and_month(cursor, index)
    )


def read_day_of(cursor: Cursor, index: int) -> Reading | None:
    """يوم 5 آب، يوم الغد، اليوم التالي، يوم أمس، هذا اليوم, and the evening or morning after a weekday."""
    unit = cursor.word(index, "unit")
    if unit is None or unit.value != "D" or unit.number != "one" or unit.article:
        return None
    at = index + 1
    if not cursor.adjoins(at):
        return None
    day = cursor.word(at, "day")
    if day and not day.cut:
        inner = read_day_word(cursor, at)
        return (inner[0], index, inner[2]) if inner else None
    dated = read_numeric_date(cursor, at) or read_day_and_month(cursor, at)
    if dated:
        return dated[0], index, dated[2]
    if cursor.fold(at) in _BEFORE_DATE:
        dated = read_weekday_date(cursor, at)
        if dated:
            return dated[0], index, dated[2]
    number = cursor.day_number(at)
    if number and cursor.tokens[at].kind == "number":
        tail = _month_tail(cursor, number[1])
        if tail:
            return replace(tail[0], day=number[0]), index, tail[1]
    ordinal = read_ordinal(cursor.tokens, at) if cursor.tokens[at].kind == "word" else None
    if ordinal and ordinal.value <= 31:
        tail = _month_tail(cursor, ordinal.last)
        if tail:
            return replace(tail[0], day=ordinal.value), index, tail[1]
    return None


def _month_tail(cursor: Cursor, at: int) -> tuple[Meaning, int] | None:
    """من الشهر الجاري، من هذا الشهر after a bare day number."""
    if cursor.fold(at) in ("من", "في"):
        at += 1
    demonstrated = cursor.fold(at) in ("هذا", "ذات")
    at += demonstrated
    unit = cursor.word(at, "unit")
    if unit is None or unit.value != "M" or not unit.article:
        return None
    direction = direction_of(cursor.modifier(at + 1))
    if direction:
        return Meaning("calendar", unit="M", direction=direction), at + 2
    return (Meaning("calendar", unit="M", direction="present"), at + 1) if demonstrated else None


def read_bare_day_of_month(cursor: Cursor, index: int) -> Reading | None:
    """الخامس من الشهر الجاري، 15 من هذا الشهر، 4 إلى 22 هذا الشهر."""
    day = cursor.day_number(index) if cursor.tokens[index].kind == "number" else None
    if day is None and cursor.tokens[index].kind == "word":
        ordinal = read_ordinal(cursor.tokens, index)
        day = (ordinal.value, ordinal.last) if ordinal and ordinal.value <= 31 else None
    if day is None:
        return None
    last = read_second_day(cursor, day[1], day[0])
    at = last[1] if last else day[1]
    tail = _month_tail(cursor, at) if cursor.fold(at) == "من" or last or cursor.tokens[index].kind == "number" else None
    if tail is None:
        return None
    meaning = replace(tail[0], day=day[0])
    return (replace(meaning, until=replace(tail[0], day=last[0])) if last else meaning), index, tail[1]

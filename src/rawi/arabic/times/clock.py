"""The hour: الساعة العاشرة والنصف صباحاً، 13:37 ت م، الساعة 9 مساء أمس."""

from __future__ import annotations

import re
from dataclasses import replace

from rawi.arabic.ordinals import read_ordinal
from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import Reading
from rawi.arabic.times.days import read_any_day
from rawi.arabic.times.meaning import Meaning
from rawi.arabic.times.words import words

_HOUR_WORDS = {"الواحده": 1}
# التاسعة مساء: the feminine ordinals that tell an hour without الساعة, where a part of the day follows.
ORDINAL_HOURS = words("الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره الواحده")
_FRACTIONS = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}
_MORNING = frozenset(["صباحا", "فجرا", "ص", "الصباح", "الفجر", "صباح", "فجر"])
_AFTERNOON = frozenset(
    ["مساء", "مساءا", "ظهرا", "عصرا", "ليلا", "المساء", "الظهر", "العصر", "الليل", "ليل", "ظهر", "عصر"]
)
_DOTTED = re.compile(r"(\d{1,2})[.,](\d{2})")


def read_clock(cursor: Cursor, index: int) -> Reading | None:
    """An hour with الساعة before it, or a bare 13:37 or 10 صباحاً."""
    named = cursor.fold(index).lstrip("وبل") in ("الساعه", "ساعه") and cursor.fold(index).endswith("الساعه")
    at = index + 1 if named else index
    if at >= cursor.count or (named and not cursor.adjoins(at)):
        return None
    found = _read_hour(cursor, at, named=named)
    if found is None:
        return None
    hour, minute, end, exact = found
    shifted = _read_half_of_day(cursor, end, hour)
    zoned = _read_zone(cursor, shifted[1] if shifted else end)
    if not named and not (shifted or (exact and (zoned or _is_time_context(cursor, index)))):
        return None
    if shifted:
        hour, end = shifted
    meaning = Meaning("clock", hour=hour, minute=minute)
    day_at = end + 1 if cursor.fold(end) in ("من", "في", "يوم,", "،") else end
    day = read_any_day(cursor, day_at) if cursor.adjoins(day_at) else None
    if day and day[0].kind in ("day", "weekday", "calendar"):
        return replace(day[0], hour=hour, minute=minute, daypart=None), index, day[2]
    if zoned and not named:
        end = zoned
    return meaning, index, end


def _read_hour(cursor: Cursor, at: int, *, named: bool) -> tuple[int, int | None, int, bool] | None:
    """(hour, minute, token index after, whether minutes are written in digits)."""
    fold = cursor.fold(at)
    dotted = _DOTTED.fullmatch(fold)
    if dotted and named:
        return _valid(int(dotted.group(1)), int(dotted.group(2)), at + 1, exact=True)
    if fold.isdigit() and len(fold) <= 2:
        minutes = cursor.fold(at + 2)
        if cursor.fold(at + 1) == ":" and minutes.isdigit() and len(minutes) == 2:
            end = at + 3
            if cursor.fold(end) == ":" and cursor.fold(end + 1).isdigit():
                end += 2
            return _valid(int(fold), int(minutes), end, exact=True)
        return _valid(int(fold), None, at + 1, exact=False)
    if cursor.tokens[at].kind != "word" or not (named or fold in ORDINAL_HOURS):
        return None
    if fold in _HOUR_WORDS:
        hour, end = _HOUR_WORDS[fold], at + 1
    else:
        ordinal = read_ordinal(cursor.tokens, at)
        if ordinal is None or not 1 <= ordinal.value <= 12:
            return None
        hour, end = ordinal.value, ordinal.last
    minute = _FRACTIONS.get(cursor.fold(end))
    if minute is not None:
        return hour, minute, end + 1, False
    if cursor.fold(end) == "الا" and cursor.fold(end + 1) in ("ربعا", "الربع", "ربع"):
        return hour - 1 or 12, 45, end + 2, False
    return hour, None, end, False


def _valid(hour: int, minute: int | None, end: int, *, exact: bool) -> tuple[int, int | None, int, bool] | None:
    return (hour, minute, end, exact) if hour <= 24 and (minute is None or minute < 60) else None


def _read_half_of_day(cursor: Cursor, at: int, hour: int) -> tuple[int, int] | None:
    """(hour of 24, token index after صباحاً or مساء)."""
    start = at
    while cursor.fold(at) in ("من", "في", "قبل", "بعد") and at - start < 2:
        at += 1
    fold = cursor.fold(at)
    if not cursor.adjoins(at):
        return None
    following = at + 1
    if fold in ("صباح", "فجر", "مساء", "ليل", "ظهر", "عصر") and read_any_day(cursor, following):
        # مساء أمس: the day is read by the caller.
        pass
    elif fold == "ظهر" or fold in ("ليل", "عصر", "صباح", "فجر"):
        return None
    if fold in _MORNING:
        return (0 if hour == 12 and fold != "فجرا" else hour), following
    if fold in _AFTERNOON:
        late = fold in ("ليلا", "الليل", "ليل") and hour in (12, 1, 2, 3)
        return (hour % 12 if late else hour + 12 if hour < 12 else hour), following
    return None


def _read_zone(cursor: Cursor, at: int) -> int | None:
    """Past ت م، ت غ، بتوقيت غرينتش."""
    fold = cursor.fold(at)
    if fold in ("ت", "تغ", "تم") and cursor.adjoins(at):
        after = at + 1 + (cursor.fold(at + 1) == ".")
        return after + 1 if fold == "ت" and cursor.fold(after) in ("م", "غ", "ع") else at + 1
    if cursor.fold(at) in ("بتوقيت", "توقيت", "بالتوقيت") and cursor.adjoins(at):
        return at
    return None


def _is_time_context(cursor: Cursor, index: int) -> bool:
    """Whether a bare 13:37 is a time of day and not a score (2:1) or a verse."""
    return cursor.fold(index - 1) in ("عند", "حتي", "منذ", "الي") or (
        len(cursor.fold(index)) == 2 and (cursor.starts_line(index) or cursor.fold(index - 1) in (".", "/", ")", "|"))
    )

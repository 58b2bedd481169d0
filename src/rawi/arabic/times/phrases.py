"""Vague times in fixed words: في وقت سابق، الوقت الحالي، القريب العاجل، الآونة الأخيرة، في غضون ذلك، بعد ذلك."""

from __future__ import annotations

from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import Reading, direction_of
from rawi.arabic.times.days import read_day_word, read_weekday
from rawi.arabic.times.meaning import Meaning
from rawi.arabic.times.periods import read_demonstrative, read_period

_REFERENCE = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
# first word -> second word -> reference; the first may bear و، ف، ب، ل.
_PAIRS = {
    "وقت": {
        "مبكر": "PAST_REF",
        "متاخر": "FUTURE_REF",
        "سابق": "PAST_REF",
        "لاحق": "FUTURE_REF",
        "ما": "FUTURE_REF",
        "قريب": "FUTURE_REF",
        "مضي": "PAST_REF",
    },
    "الوقت": {"الحاضر": "PRESENT_REF", "الحالي": "PRESENT_REF", "الراهن": "PRESENT_REF"},
    "القريب": {"العاجل": "FUTURE_REF"},
    "المستقبل": {"القريب": "FUTURE_REF", "المنظور": "FUTURE_REF", "البعيد": "FUTURE_REF"},
    "الاونه": {"الاخيره": "PAST_REF"},
    "اونه": {"اخيره": "PAST_REF"},
    "المدي": {"القريب": "FUTURE_REF", "المنظور": "FUTURE_REF"},
    "الماضي": {"القريب": "PAST_REF", "البعيد": "PAST_REF"},
    "قبل": {"قليل": "PAST_REF", "لحظات": "PAST_REF"},
    "بعد": {"قليل": "FUTURE_REF", "لحظات": "FUTURE_REF"},
    "عما": {"قريب": "FUTURE_REF"},
    "حتي": {"اللحظه": "PRESENT_REF", "الساعه": "PRESENT_REF"},
    "هذه": {"اللحظه": "PRESENT_REF"},
}
# Stretches of time without a measure.
_STRETCHES = frozenset(["فتره", "مده", "زمن", "وقت"])
_LENGTHS = frozenset(["طويله", "طويل", "قصيره", "قصير", "وجيزه", "وجيز"])
_STAGES = frozenset(["الفتره", "المرحله", "المده", "الحقبه"])
_AFTER_MAIN = {"بعد": ("ذلك", "ذلك،"), "قبل": ("ذلك",)}


def read_reference(cursor: Cursor, index: int) -> Reading | None:
    """A time that points to past, present or future without saying when."""
    found = cursor.word(index, "reference")
    if found:
        later = cursor.fold(index).endswith("لاحقا")
        if cursor.fold(index).endswith("قريبا") and cursor.fold(index + 1) == "من":
            return None
        return Meaning("reference", reference=str(found.value), vague=later), index, index + 1
    fold = cursor.fold(index)
    bare = fold if fold in _PAIRS or fold in _STRETCHES else fold[1:] if fold[:1] in "وفبل" else fold
    table = _PAIRS.get(bare)
    following = cursor.fold(index + 1)
    if bare == "وقت" and following in ("مبكر", "متاخر") and cursor.adjoins(index + 1):
        return _timed(cursor, index)
    if table and following in table and cursor.adjoins(index + 1):
        return _complete(cursor, index, table[following])
    if bare in _STRETCHES and following in _LENGTHS and cursor.adjoins(index + 1):
        return Meaning("duration", unit="X"), index, index + 2
    if bare in _STAGES or fold in _STAGES:
        direction = direction_of(cursor.modifier(index + 1))
        if direction:
            return Meaning("reference", reference=_REFERENCE[direction]), index, index + 2
    return None


def _complete(cursor: Cursor, index: int, reference: str) -> Reading:
    """وقت سابق اليوم and وقت لاحق من يوم الأحد are that day."""
    first = index + 1 if cursor.fold(index) in ("حتي", "وحتي") else index
    timed = _timed(cursor, index) if cursor.fold(index + 1) in ("سابق", "لاحق") else None
    later = cursor.fold(index + 1) == "لاحق"
    return timed or (Meaning("reference", reference=reference, vague=later), first, index + 2)


def _timed(cursor: Cursor, index: int) -> Reading | None:
    """The day or period behind وقت لاحق and its like: وقت مبكر من صباح الأحد، وقت لاحق من هذا الشهر."""
    of = cursor.fold(index + 2) == "من"
    at = index + 3 if of else index + 2
    if not cursor.adjoins(at):
        return None
    day = read_day_word(cursor, at) or read_weekday(cursor, at)
    if day:
        return day[0], index, day[2]
    period = read_period(cursor, at) if of else read_demonstrative(cursor, at)
    return (period[0], index, period[2]) if period and period[0].kind == "period" else None


def read_same(cursor: Cursor, index: int) -> Reading | None:
    """آنذاك، حينها، بعد ذلك، في اليوم نفسه، في غضون ذلك: the time last told of."""
    if cursor.word(index, "same"):
        return Meaning("same"), index, index + 1
    fold = cursor.fold(index)
    bare = fold[1:] if fold[:1] == "و" else fold
    if bare == "غضون" and cursor.fold(index + 1) == "ذلك":
        first = index - 1 if cursor.fold(index - 1) in ("في", "وفي") else index
        return Meaning("duration", unit="X"), first, index + 2
    if bare in _AFTER_MAIN and cursor.fold(index + 1) in _AFTER_MAIN[bare] and cursor.adjoins(index + 1):
        return Meaning("same", modifier="AFTER" if bare == "بعد" else "BEFORE", vague=True), index, index + 2
    if fold in ("اليوم", "العام", "الشهر", "الاسبوع", "الليله", "التوقيت", "الوقت") and cursor.fold(index + 1) in (
        "نفسه",
        "ذاته",
        "نفسها",
        "ذاتها",
    ):
        unit = {"اليوم": "D", "العام": "Y", "الشهر": "M", "الاسبوع": "W", "الليله": "D"}.get(fold)
        return (Meaning("same", unit=unit), index, index + 2) if unit else None
    if bare in ("اليوم", "الليله") and cursor.modifier(index + 1) == "following":
        return Meaning("same", unit="D", shift=1), index, index + 2
    if bare in ("ذلك", "تلك") and cursor.fold(index + 1) in ("اليوم", "العام", "الشهر", "الاسبوع", "الليله", "السنه"):
        unit = {"اليوم": "D", "العام": "Y", "الشهر": "M", "الاسبوع": "W", "السنه": "Y"}.get(cursor.fold(index + 1), "D")
        return Meaning("same", unit=unit), index, index + 2
    return None

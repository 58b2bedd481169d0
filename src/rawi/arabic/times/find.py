"""All time expressions of a text, in order and without overlap, with what they mean before any date is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rawi.arabic.ordinals import ORDINAL_WORDS
from rawi.arabic.times.amounts import HEAPS, read_distance, read_duration, read_set
from rawi.arabic.times.clock import ORDINAL_HOURS, read_clock
from rawi.arabic.times.counted_parts import read_first_months, read_times_in, read_weekday_of_month
from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import (
    Reading,
    read_day_and_month,
    read_month_and_day,
    read_month_and_year,
    read_numeric_date,
    read_year,
)
from rawi.arabic.times.days import (
    read_bare_day_of_month,
    read_before_day,
    read_day_of,
    read_day_word,
    read_daypart,
    read_weekday,
)
from rawi.arabic.times.events import read_day_that, read_event
from rawi.arabic.times.holidays import read_holiday
from rawi.arabic.times.meaning import FoundTime
from rawi.arabic.times.neighbours import join_neighbours
from rawi.arabic.times.periods import (
    read_century,
    read_decade,
    read_demonstrative,
    read_listed,
    read_part,
    read_quarter,
    read_season,
    read_unit,
    read_week_of_month,
)
from rawi.arabic.times.phrases import read_reference, read_same
from rawi.arabic.times.tense import has_imperfect, read_cue
from rawi.arabic.times.words import words
from rawi.model.span import Span
from rawi.model.view import TextView

Reader = Callable[[Cursor, int], Reading | None]


def _read_month(cursor: Cursor, index: int) -> Reading | None:
    """A month that no day stands before; weak names (مارس، آب) only behind a preposition of time."""
    near = cursor.fold(index - 1) in _TIME_PREPOSITIONS
    found = cursor.month(index)
    if found is None:
        return None
    strict = found[1] == "hijri" or cursor.fold(index) in _NAMES_OF_PERSONS
    return read_month_and_year(cursor, index, near=near and not strict)


def _read_year(cursor: Cursor, index: int) -> Reading | None:
    """A bare year behind في، منذ، حتى; behind a championship; or a pair of years."""
    found = read_year(cursor, index)
    if found is None:
        return None
    before = cursor.fold(index - 1)
    if found[0].until is not None and cursor.tokens[index].kind == "number":
        return found
    if cursor.tokens[index].kind != "number" or cursor.fold(found[2]) in ("%", "/", ":"):
        return None
    if found[2] > index + 1:
        return found  # 1436هـ, 2015م
    if before not in _BEFORE_YEAR and not (before == "و" and _is_year_list(cursor, index)):
        return None
    return None if _is_counted(cursor, found[2]) else found


def _is_counted(cursor: Cursor, at: int) -> bool:
    """Whether a counted noun follows the number (في 2000 قرية): an indefinite singular right behind it."""
    if not cursor.adjoins(at) or cursor.tokens[at].kind != "word":
        return False
    fold = cursor.fold(at)
    if cursor.word(at, "unit") or fold in _COUNTED:
        return True
    return fold.endswith(("ا", "ه")) and not fold.startswith(("ال", "و", "ب", "ل")) and fold not in _NOT_COUNTED


def _is_year_list(cursor: Cursor, index: int) -> bool:
    """2014 و2015 behind عامي or another year."""
    return cursor.year_number(index - 2) is not None or cursor.word(index - 3, "pair") is not None


_TIME_PREPOSITIONS = words(
    "في منذ وفي حتي خلال بحلول مطلع نهايه منتصف اواخر اوايل بدايه الي بين من قبل بعد شهر او اول اخر"
)
_NAMES_OF_PERSONS = frozenset(["ماي", "جوان"])
_BEFORE_YEAR = words(
    """
    في منذ وفي حتي خلال بحلول سنه عام العام لعام للعام قبل بعد بين الي ومنذ وحتي مونديال اولمبياد كاس موسم لموسم
    دوره نسخه بطوله العالم سيتي مواليد يورو خليجي اسيا افريقيا اوروبا حرب انتخابات ميزانيه موازنه تسعينيات من سنتي
    عامي ثوره
    """
)
_COUNTED = words("شخص جندي دولار ريال دينار جنيه درهم يورو متر كيلومتر طن برميل موظف طالب حاج عامل مقاتل لاجي")
_NOT_COUNTED = words("الي علي هذا هذه لما ما كما عندما حينما فيما اما بينما عقب مع اثر ايضا انها انه اذا لا منها منه")

# By the kind of a token's word: readers in the order in which they are tried, the longest reading wins.
_READERS: dict[str, tuple[Reader, ...]] = {
    "number": (
        read_numeric_date,
        read_day_and_month,
        read_bare_day_of_month,
        read_clock,
        read_duration,
        read_times_in,
        _read_year,
    ),
    "ordinal": (read_day_and_month, read_bare_day_of_month, read_holiday, read_weekday_of_month),
    "month": (read_month_and_day, _read_month),
    "hijri": (_read_month,),
    "month2": (_read_month,),
    "hijri2": (_read_month, read_season),
    "weekday": (read_weekday, read_weekday_of_month),
    "unit": (
        read_day_of,
        read_weekday,
        read_unit,
        read_first_months,
        read_week_of_month,
        read_century,
        read_clock,
        read_duration,
        read_same,
        read_holiday,
        read_demonstrative,
    ),
    "part": (read_part, read_before_day, read_day_and_month, read_holiday, read_weekday_of_month),
    "daypart": (read_daypart, read_duration),
    "season": (read_season,),
    "decade": (read_decade,),
    "day": (read_day_that, read_same, read_day_word),
    "set": (read_set,),
    "pair": (read_listed,),
    "reference": (read_reference,),
    "same": (read_same,),
    "modifier": (read_reference,),
}
# Words that are no words of time by themselves.
_BY_FOLD: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(("هذا", "هذه", "لهذا", "وهذا", "بهذا", "هذين", "لهذه"), (read_demonstrative, read_reference)),
    **dict.fromkeys(("قبل", "وقبل", "فقبل"), (read_before_day, read_distance, read_reference, read_same, read_event)),
    **dict.fromkeys(("بعد", "وبعد", "فبعد"), (read_before_day, read_distance, read_reference, read_same, read_event)),
    **dict.fromkeys(
        sorted(words("قبيل عقب بعيد خلال اثناء منذ عند لدي اعقاب وقبيل وعقب وخلال ومنذ وعند")), (read_event,)
    ),
    **dict.fromkeys(sorted(words("الربع النصف الفصل بالربع والربع للربع والنصف للنصف بالنصف")), (read_quarter,)),
    **dict.fromkeys(
        sorted(
            words(
                """
    وقت الوقت بالوقت للوقت القريب المستقبل للمستقبل بالمستقبل الاونه اونه المدي فتره مده زمن لفتره لمده لوقت ووقت
    الماضي حتي وحتي عما الفتره المرحله المده للفتره للمرحله بالفتره والمرحله وقتا زمنا
    """
            )
        ),
        (read_reference,),
    ),
    **dict.fromkeys(("كل", "وكل", "بكل"), (read_set,)),
    **dict.fromkeys(ORDINAL_HOURS, (read_clock, read_day_and_month, read_bare_day_of_month)),
    **dict.fromkeys(("غضون", "ذلك", "تلك", "التوقيت"), (read_same,)),
    **dict.fromkeys(
        ("بضع", "بضعه", "لبضع", "لبضعه", "عده", "لعده", "وعده", "نصف", "ربع", "ونصف", "لنصف"), (read_duration,)
    ),
    **dict.fromkeys(("عيد", "العيد", "بعيد", "لعيد", "راس", "عاشوراء", "وعيد"), (read_holiday,)),
    **dict.fromkeys(
        ("اول", "الاول"), (read_before_day, read_day_and_month, read_part, read_holiday, read_weekday_of_month)
    ),
    **dict.fromkeys(("مره", "مرتين", "مرتان"), (read_times_in,)),
    **dict.fromkeys(sorted(HEAPS), (read_duration,)),
    **dict.fromkeys(("فاتح", "غره"), (read_day_and_month, read_part)),
}


def find_times(view: TextView, skipped: Sequence[Span] = ()) -> tuple[FoundTime, ...]:
    """Every time expression of the view, none inside the ``skipped`` spans (furniture, tables).

    >>> from rawi.arabic.tokens import view_text
    >>> line = "قال الوزير أمس الاثنين إن اللقاء في 15 من يناير (كانون الثاني)"
    >>> [line[time.start:time.end] for time in find_times(view_text(line))]
    ['أمس الاثنين', '15 من يناير (كانون الثاني)']
    """
    cursor = Cursor(view.tokens, view.text)
    found: list[FoundTime] = []
    taken, out = 0, _skipper(skipped)
    for index in range(cursor.count):
        if index < taken or cursor.tokens[index].kind == "mark":
            continue
        readers = _readers_at(cursor, index)
        if not readers:
            continue
        reading = _longest(cursor, index, readers, taken)
        if reading is None or out(cursor.tokens[index].start):
            continue
        meaning, first, last = reading
        taken = last
        if meaning.kind in ("calendar", "weekday", "event", "reference") or (
            meaning.kind == "duration" and meaning.vague
        ):
            cue = read_cue(cursor.folds, first, last)
            if cue is None and meaning.kind in ("calendar", "weekday") and has_imperfect(cursor.folds, first):
                cue = "future"
            meaning = replace(meaning, cue=cue)
        start, end = _start(cursor, first), cursor.tokens[last - 1].end
        found.append(FoundTime(start, end, first, last, meaning))
    return join_neighbours(cursor.folds, found)


def _readers_at(cursor: Cursor, index: int) -> tuple[Reader, ...]:
    fold = cursor.folds[index]
    readers = _BY_FOLD.get(fold, ())
    word = cursor.words[index]
    if word is not None:
        readers += _READERS.get(word.kind, ())
    elif index in cursor.numbers or cursor.tokens[index].kind == "number":
        readers += _READERS["number"]
    elif fold in ORDINAL_WORDS:
        readers += _READERS["ordinal"]
    return readers


def _longest(cursor: Cursor, index: int, readers: tuple[Reader, ...], taken: int) -> Reading | None:
    best: Reading | None = None
    for reader in readers:
        reading = reader(cursor, index)
        if reading and reading[1] >= taken and (best is None or reading[2] > best[2]):
            best = reading
    return best


def _start(cursor: Cursor, first: int) -> int:
    word = cursor.words[first]
    if word is not None and word.cut:
        return cursor.start(first)
    fold, token = cursor.folds[first], cursor.tokens[first]
    if first in cursor.numbers:
        return cursor.start(first)
    # Proclitics of words that the table of time does not hold (وبعد، لهذا، والربع، لبضع).
    bare = fold[1:]
    if fold[:1] in ("و", "ف", "ب", "ل") and (bare in _BY_FOLD or bare in ORDINAL_WORDS):
        return cursor.offset(first, 1)
    return token.start


def _skipper(skipped: Sequence[Span]) -> Callable[[int], bool]:
    spans = sorted(skipped)
    if not spans:
        return lambda _: False
    return lambda offset: any(span.start <= offset < span.end for span in spans)

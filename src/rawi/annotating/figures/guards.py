"""Which numbers are no figures: dates, durations, clock times, ages, names, list marks, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rawi.annotating.figures.words import NAMING_NOUNS, TIME_NOUNS
from rawi.arabic.letters import is_arabic
from rawi.arabic.number_words import NUMBER_WORDS
from rawi.arabic.numerals import NumberSpan
from rawi.arabic.quantities.word_sets import word_set
from rawi.model.view import Token

_YEAR = re.compile(r"(?:1[3-9]|20|21)\d\d")
_MONTHS = word_set(
    "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار "
    "حزيران تموز اب ايلول تشرين محرم صفر ربيع جمادي رجب شعبان رمضان شوال ذي ذو جانفي فيفري افريل ماي جوان "
    "جويليه اوت"
)
_BEFORE_AGE = word_set("العمر عمره عمرها اعمارهم عمرا اعمارهن اعمار سن السن")
_AFTER_AGE = word_set("ربيعا خريفا")
_LINKS = frozenset(["و", "او", "الي", "-", "–"])
# Tokens between a number and the noun of time it shares with another number.
_SHARED_REACH = 4
_DASHES, _DATE_TOKENS = frozenset(["-", "–", "ـ"]), 5
_CODE_MARKS = frozenset("/+:=@#*_\\&")
_LONGEST_AMOUNT_WITHOUT_MARKS = 9


def is_no_figure(tokens: Sequence[Token], number: NumberSpan, *, counts: bool) -> bool:
    """Whether the number is a date, an age, a name or a mark. ``counts``: a unit or a known counted noun follows it."""
    return (
        _is_time(tokens, number)
        or _is_written_as_code(tokens, number)
        or (not counts and (_is_named(tokens, number) or is_year(tokens, number)))
        or _is_list_mark(tokens, number)
        or _is_type_mark(tokens, number)
    )


def _fold(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].fold if 0 <= index < len(tokens) else ""


def _is_time(tokens: Sequence[Token], number: NumberSpan) -> bool:
    following = _fold(tokens, number.last)
    if following in TIME_NOUNS or following in _MONTHS or following in _AFTER_AGE:
        return True
    if following == "من" and _fold(tokens, number.last + 1) in _MONTHS:
        return True
    # عشرات السنين، الساعات الخمس
    if number.kind == "vague" and following.removeprefix("ال") in TIME_NOUNS:
        return True
    if _shares_time_noun(tokens, number.last):
        return True
    # جاكي شان 61/ عاما/
    if following in ("/", "-", "»", ")") and _fold(tokens, number.last + 1) in _AFTER_AGE | {"عاما"}:
        return True
    before = _fold(tokens, number.first - 1)
    return before in _BEFORE_AGE or (number.definite and before.removeprefix("ال") in TIME_NOUNS)


def _shares_time_noun(tokens: Sequence[Token], index: int) -> bool:
    """ثلاثة وستة أشهر، 3 - 5 سنوات: the number's noun of time stands behind a second number."""
    first = index
    while index < min(len(tokens), first + _SHARED_REACH):
        token = tokens[index]
        if not (token.kind == "number" or token.fold in NUMBER_WORDS or token.fold in _LINKS):
            break
        index += 1
    return first < index < len(tokens) and tokens[index].fold in TIME_NOUNS and tokens[index - 1].fold not in _LINKS


def is_year(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """Whether the number is written as a year of our time or of the Hijri centuries."""
    if number.kind != "digits" or number.last - number.first != 1:
        return False
    return bool(_YEAR.fullmatch(tokens[number.first].fold))


def _is_named(tokens: Sequence[Token], number: NumberSpan) -> bool:
    before = _fold(tokens, number.first - 1)
    if before in ("-", "(", "«", '"', "ـ"):
        before = _fold(tokens, number.first - 2)
    return before in NAMING_NOUNS


def _is_type_mark(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """الاف-16: the letter F, not thousands."""
    return (
        number.kind == "vague"
        and _fold(tokens, number.last) in ("-", "–")
        and number.last + 1 < len(tokens)
        and tokens[number.last + 1].kind == "number"
    )


def _is_written_as_code(tokens: Sequence[Token], number: NumberSpan) -> bool:
    first, last = tokens[number.first], tokens[number.last - 1]
    if _fold(tokens, number.first - 1) in ("#", "_") or _fold(tokens, number.last) == "_":
        return True
    if _fold(tokens, number.first - 1) == "/" and len(_fold(tokens, number.first - 2)) == 1:
        return True  # م/58
    if first.kind != "number":
        return False
    for index in (number.first - 1, number.last):
        if not 0 <= index < len(tokens):
            continue
        token = tokens[index]
        gap = first.start - token.end if index < number.first else token.start - last.end
        if token.kind == "word" and gap == 0 and not is_arabic(token.fold):
            return True  # F16, A320
        if token.kind == "mark" and token.fold in _CODE_MARKS and gap <= 1:
            beyond = index - 1 if index < number.first else index + 1
            if 0 <= beyond < len(tokens) and tokens[beyond].kind == "number":
                return True  # 1/11/1436, 13:37, 5+1
        if token.fold in "-." and gap == 0 and index < number.first and index > 0:
            neighbour = tokens[index - 1]
            if neighbour.end == token.start and neighbour.kind == "word" and not is_arabic(neighbour.fold):
                return True  # F-16
    if _in_dashed_date(tokens, number):
        return True  # 4 – 9 – 1436
    digits = first.fold
    plain = digits.isdigit() and number.last - number.first == 1
    # A single group that starts with 0 or never ends is a telephone number; turned groups (08414.1) are not single.
    return plain and ((digits.startswith("0") and len(digits) > 1) or len(digits) > _LONGEST_AMOUNT_WITHOUT_MARKS)


def _in_dashed_date(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """Whether the number is one of three that dashes join."""
    first, last = number.first, number.last
    while first >= 2 and tokens[first - 1].fold in _DASHES and tokens[first - 2].kind == "number":
        first -= 2
    while last + 1 < len(tokens) and tokens[last].fold in _DASHES and tokens[last + 1].kind == "number":
        last += 2
    return last - first >= _DATE_TOKENS


def _is_list_mark(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """1- and 2) at the start of a line."""
    if number.kind != "digits" or number.last >= len(tokens):
        return False
    mark = tokens[number.last]
    if mark.fold not in ("-", ")", "–", ".", "ـ") or mark.start - tokens[number.last - 1].end > 1:
        return False
    if number.value is None or number.value > 30:
        return False
    following = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    if following is not None and following.kind == "number":
        return False
    before = tokens[number.first - 1] if number.first else None
    return (
        before is None
        or (before.kind == "mark" and before.fold in ".:؛!؟،")
        or (mark.fold == "-" and before.fold == ")")
    )

"""Whether the clause around a time speaks of what was or of what will be, by its nearest verb or particle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rawi.arabic.times.meaning import Direction
from rawi.arabic.times.words import words

_STOPS = frozenset('.؟!؛"«»“”')
# س before an imperfect; nouns and names that begin with the same letters are kept out.
_WILL = re.compile(r"[وف]?س[يتن][^\W\d_]{3,}")
_NOT_WILL = re.compile(
    r"[وف]?(?:سيار|سياس|سياد|سيد|سيط|سينا|سينم|سياح|سيره|سيرا|سيول|سيف|سيس|سيم|سين|سيب|سيناريو|ستار|ستر|ستين|ستون|ستيف|ستيو|"
    r"ستوك|ستاد|ستان|ستوديو|سنو|سند|سنغ|سني|سنه|سنتيم|سنتر|ستانل|ستيد|سيلان|سيول|سنابل|سيدي|سيرت|سيات|سيلف)"
)
_FUTURE = words(
    """
    سوف وسوف لن ولن المقبل المقبله المقبلين القادم القادمه المقرر المزمع المتوقع يتوقع تتوقع متوقع يعتزم تعتزم ينوي
    تنوي المنتظر المرتقب المرتقبه المقرره بحلول موعد ستكون يزمع تزمع يستعد تستعد ينتظر المزمعه غدا
    """
)
_PAST = words(
    """
    منذ كان كانت كانوا كانا وكان وكانت لقد وقد قد لم ولم الماضي الماضيه قتل اعلن قال اكد تولي بدا انطلق وصل عقد وقع
    اصدر شهد وافق اندلع تم جري حدث توفي ولد اصيب نشر صدر زار التقي استقبل اعتقل سجل بلغ بداه وقعت ضبط دخل غادر انسحب
    انتخب افتتح
    """
)
_BACK, _AHEAD = 12, 6
# An imperfect verb right before a date without year speaks of what is to come (ينتهي العقد في كانون الأول).
_IMPERFECT = re.compile(r"[وف]?ي[^\W\d_]{3,}")
_NOT_IMPERFECT = words(
    "يناير يونيو يوليو يوليه يونيه اليمن يمنيه يمني يابان يوما يومي يوميا يهود يسار يعود وينا يقول يعيش يذكر"
)
_IMPERFECT_BACK = 4


def read_cue(folds: Sequence[str], first: int, last: int) -> Direction | None:
    """Past or future, by the nearest sign before the expression within its sentence, else behind it; None without one.

    >>> read_cue("الوزير سيزور برلين في سبتمبر".split(), 4, 5)
    'future'
    >>> read_cue("الاحتجاجات التي اندلعت في اكتوبر".split(), 4, 5)
    'past'
    """
    for index in range(first - 1, max(first - _BACK, 0) - 1, -1):
        fold = folds[index]
        if fold in _STOPS:
            break
        sign = sign_of(fold)
        if sign:
            return sign
    for index in range(last, min(last + _AHEAD, len(folds))):
        fold = folds[index]
        if fold in _STOPS or fold in ("،", ","):
            break
        sign = sign_of(fold)
        if sign:
            return sign
    return None


def has_imperfect(folds: Sequence[str], first: int) -> bool:
    """Whether an imperfect verb stands right before the expression."""
    return any(
        _IMPERFECT.fullmatch(fold) and fold.removeprefix("و") not in _NOT_IMPERFECT
        for fold in folds[max(0, first - _IMPERFECT_BACK) : first]
    )


def sign_of(fold: str) -> Direction | None:
    """What one folded word says of the time of its clause: past, future, or nothing.

    >>> sign_of("سيزور"), sign_of("اندلعت"), sign_of("سيارات")
    ('future', 'past', None)
    """
    if fold in _FUTURE or (_WILL.fullmatch(fold) and not _NOT_WILL.match(fold)):
        return "future"
    if fold in _PAST:
        return "past"
    # Feminine perfect verbs (اندلعت، أعلنت): long words in ت that are no plural in ات.
    if len(fold) >= 5 and fold.endswith("ت") and fold[-2] not in "اوي":
        return "past"
    return None

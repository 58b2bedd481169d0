"""Whether the clause around a time speaks of what was or of what will be, by its nearest verb or particle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rawi.arabic.times.meaning import Direction
from rawi.arabic.times.words import words

_STOPS = frozenset('.؟!؛"«»“”')
# س before an imperfect; nouns and names that begin with the same letters are kept out.
_WILL = re.compile(r"[وف]?س[يتن][^\W\d_]{3,}")
# Whole nouns and names only: a prefix such as سيب or سين would swallow سيبدأ and سيناقش.
_NOT_WILL = re.compile(
    r"[وف]?(?:سيار(?:ه|ات|ت)\w*|سياس\w+|سياد(?:ه|ات|ت|ي)\w*|سيد(?:ه|ات|تان|تين|تي|تنا|نا|هم|ني)|سيطر(?:ه|ت|وا|ات)\w*|سيناء?|"
    r"سينم\w+|سيناريو\w*|سيناتور\w*|سياح\w+|سياق\w+|سياج\w*|سيرت(?:ه|ها|هم)|سيرها|سيرهم|سيروره|سيرجي\w*|سيرخيو|سيرغي|"
    r"سيرك\w+|سيريز\w*|سيريال\w*|سيوله|سيولا|سيلف[اي]|سيلفا|سيمون\w*|سيمنز|سيسك\w+|سيسيل\w*|سيستان|سيكول\w+|سيكيور\w+|"
    r"سيلفستر|سيليكون|سينسيناتي|سيبيريا|سيفرت|سيجموند|ستي\w+|ستاند\w+|ستار\w+|ستاد\w*|ستام\w+|ستان\w+|ستاك\w+|"
    r"ستر(?:يت|يب|ايك|ات|اتيج\w+|لين\w+)|ستون\w*|ستوك\w+|ستوديو\w*|ستورك|ستمايه|ستم\w*نستر|ستنجم|سنوات\w*|سنوي\w*|"
    r"سندات\w*|سندان|سنغ\w+|سنين\w*|سنيه|سنت(?:ين|يم\w+|ها|هم|ر\w*|مترا?)|سنابل|سنانير\w*|سناريو\w*|سناتور\w*)"
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
# Of verbs in ت only those of programmes are told from nouns (تبدأ المباراة مساء الجمعة).
_IMPERFECT = re.compile(r"[وف]?(?:ي[^\W\d_]{3,}|(?:تبدا|تنطلق|تقام|تعقد|تنعقد|تستضيف|تلتقي|تواجه|تجري|تختتم|تستانف))")
_NOT_IMPERFECT = words(
    """
    يناير يونيو يوليو يوليه يونيه اليمن يمنيه يمني يابان يوما يومي يوميا يهود يسار يعود وينا يقول يعيش يذكر ياتي يشار
    يشير يعد يعتبر يري
    """
)
_IMPERFECT_BACK = 4


def read_cue(folds: Sequence[str], first: int, last: int) -> Direction | None:
    """Past or future, by the nearest sign before the expression within its sentence, else behind it; None without one.

    >>> read_cue("الوزير سيزور برلين في سبتمبر".split(), 4, 5)
    'future'
    >>> read_cue("الاحتجاجات التي اندلعت في اكتوبر".split(), 4, 5)
    'past'
    """
    if first and folds[first - 1] == "وذلك":
        return None  # it belongs to the main verb again, not to the clause before it
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
    if fold in _FUTURE or (_WILL.fullmatch(fold) and not _NOT_WILL.fullmatch(fold)):
        return "future"
    if fold in _PAST:
        return "past"
    # Feminine perfect verbs (اندلعت، أعلنت): long words in ت that are no plural in ات.
    if len(fold) >= 5 and fold.endswith("ت") and fold[-2] not in "اوي":
        return "past"
    return None

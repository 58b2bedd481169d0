"""Events as times: بعد هزيمة التنظيم، قبل مغادرته إلى واشنطن، خلال زيارته الأخيرة، اليوم الذي نغادر فيه.

Only happenings that a reader can date are taken (journeys, deaths, meetings of one occasion, beginnings and ends), and
only where the words name one of them: a noun with its possessor or with a name behind it.
"""

from __future__ import annotations

from rawi.arabic.times.cursor import Cursor
from rawi.arabic.times.dates import Reading
from rawi.arabic.times.known_events import known_day
from rawi.arabic.times.meaning import Meaning
from rawi.arabic.times.words import words

_PREPOSITIONS = {
    "قبل": "BEFORE",
    "قبيل": "BEFORE",
    "بعد": "AFTER",
    "عقب": "AFTER",
    "بعيد": "AFTER",
    "خلال": None,
    "اثناء": None,
    "منذ": "AFTER",
    "عند": None,
    "لدي": None,
}
# Journeys, deaths, defeats and beginnings; the verb stems tell the same happening where a sentence dates it.
EVENT_NOUNS = {
    "زياره": ("زيار", "زار", "يزور", "تزور"),
    "مغادره": ("مغادر", "غادر", "يغادر"),
    "عوده": ("عود", "عاد", "يعود"),
    "اغتيال": ("اغتيال", "اغتال"),
    "مقتل": ("مقتل", "قتل"),
    "وفاه": ("وفاه", "توفي"),
    "رحيل": ("رحيل", "رحل"),
    "هزيمه": ("هزيم", "هزم"),
    "سقوط": ("سقوط", "سقط"),
    "استقبال": ("استقبال", "استقبل"),
    "انطلاق": ("انطلاق", "انطلق"),
    "اندلاع": ("اندلاع", "اندلع"),
    "انتخاب": ("انتخاب", "انتخب"),
    "تنصيب": ("تنصيب", "نصب"),
    "توافر": ("توافر", "توافر"),
    "استقاله": ("استقال", "استقال"),
    "انقلاب": ("انقلاب", "انقلب"),
    "تحرير": ("تحرير", "حرر"),
}
# Nouns that name an occasion; taken only after قبيل and with their definite article.
_OCCASIONS = frozenset(
    ["اللقاء", "الاجتماع", "الموءتمر", "الزياره", "القمه", "الجلسه", "المباراه", "الانتخابات", "الحرب"]
)
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ي")
_STOPS = frozenset('.،؛:!؟?()"«»“”-–\n')
# Words that begin another clause: an event's noun phrase ends before them.
_CLAUSES = words(
    """
    ان انه انها الذي التي الذين قال وقال واكد اكد حيث فيما بينما كما لكن ولكن ثم قد وقد كان وكان كانت في وفي عن علي
    مع ما مما حول خلال بعد قبل منذ ضمن بشان بسبب رغم حتي لكي كي لبحث للمشاركه للقاء لا لم لن اذ
    """
)
# After these a word in و is no conjunction (إلى واشنطن).
_TO = frozenset(["الي", "من", "ل"])
_LONGEST_PHRASE = 7


def read_event(cursor: Cursor, index: int) -> Reading | None:
    """A preposition of time with the noun of a happening, up to the end of its noun phrase."""
    fold = cursor.fold(index)
    bare = fold[1:] if fold[:1] in ("و", "ف") and fold[1:] in _PREPOSITIONS else fold
    at = index + 1
    if bare == "اعقاب" and cursor.fold(index - 1) in ("في", "وفي"):
        modifier: str | None = "AFTER"
        return _phrase(cursor, index - 1, at, modifier) if cursor.adjoins(at) and _is_masdar(cursor.fold(at)) else None
    if bare not in _PREPOSITIONS or not cursor.adjoins(at) or cursor.fold(index - 1) == "من":
        return None
    modifier = _PREPOSITIONS[bare]
    noun = cursor.fold(at)
    known = known_day(cursor.folds, at)
    if known is not None:
        return Meaning("event", modifier=modifier, reference=known[0]), index, max(known[1], at + 1)
    if noun in _OCCASIONS:
        return (_meaning(modifier), index, at + 1) if bare == "قبيل" else None
    stem = event_stem(noun)
    if stem is None:
        return None
    if noun == stem and not _is_named(cursor, at + 1):
        return None
    return _phrase(cursor, index, at, modifier)


def _meaning(modifier: str | None) -> Meaning:
    return Meaning("event", modifier=modifier)


def event_stem(noun: str) -> str | None:
    """The listed noun in a word, with or without its possessor (زيارته، زيارة).

    >>> event_stem("زيارته"), event_stem("سيارته") is None
    ('زياره', True)
    """
    if noun in EVENT_NOUNS:
        return noun
    for pronoun in _PRONOUNS:
        if noun.endswith(pronoun):
            base = noun[: -len(pronoun)]
            if base in EVENT_NOUNS:
                return base
            if base.endswith("ت") and base[:-1] + "ه" in EVENT_NOUNS:
                return base[:-1] + "ه"
    return None


def _is_masdar(fold: str) -> bool:
    """A weak sign of a verbal noun without the article."""
    return len(fold) >= 4 and not fold.startswith("ال")


def _is_named(cursor: Cursor, index: int) -> bool:
    """Whether the noun has a possessor behind it (a word on the same line that begins no other clause)."""
    return cursor.adjoins(index) and cursor.tokens[index].kind == "word" and cursor.fold(index) not in _CLAUSES


def _phrase(cursor: Cursor, first: int, at: int, modifier: str | None) -> Reading:
    end = at + 1
    following = cursor.fold(end)
    owned = event_stem(cursor.fold(at)) not in (None, cursor.fold(at))
    if owned and not (following in _TO or following.startswith("ل") or following in ("الاخيره", "الاخير", "متوجها")):
        # The possessor stands in the word itself: what follows is another part of the sentence.
        return _meaning(modifier), first, end
    while (
        end < cursor.count
        and end - at < _LONGEST_PHRASE
        and cursor.adjoins(end)
        and cursor.fold(end) not in _STOPS
        and cursor.fold(end) not in _CLAUSES
        and cursor.words[end] is None
        and end not in cursor.numbers
        and not (cursor.fold(end).startswith("و") and len(cursor.fold(end)) > 4 and cursor.fold(end - 1) not in _TO)
    ):
        end += 1
    return _meaning(modifier), first, end


def read_day_that(cursor: Cursor, index: int) -> Reading | None:
    """اليوم الذي لا نضطر فيه إلى البقاء: a day told by what will happen on it."""
    if cursor.fold(index) not in ("اليوم", "لليوم") or cursor.fold(index + 1) != "الذي":
        return None
    end = index + 2
    while end < cursor.count and cursor.adjoins(end) and cursor.fold(end) not in _STOPS and end - index < 14:
        end += 1
    return Meaning("reference", reference="FUTURE_REF"), index, end

"""Titles as descriptions of a person: when a short one takes up a longer one (الرئيس, الرئيس الأميركي دونالد ترامب)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rawi.arabic.names import strip_article
from rawi.knowledge import Knowledge

# The head of a government is called by either body; all three are one office.
_GOVERNMENT = frozenset({"حكومه", "وزراء"})
_FILLING = frozenset({"مجلس", "الحالي", "الحاليه", "مكلف", "جديد", "جديده", "مستقيل"})
_HONORIFIC = frozenset(
    {
        "سيد",
        "سيده",
        "دكتور",
        "دكتوره",
        "استاذ",
        "شيخ",
        "معالي",
        "سعاده",
        "سمو",
        "صاحب",
        "ملكي",
        "فخامه",
        "جلاله",
        "امير",
    }
)
_FORMER = frozenset({"سابق", "سابقه", "اسبق", "اسبقه", "راحل", "مخلوع", "معزول"})
# Ranks and offices that a text takes up again by their first word alone.
_ARMY = frozenset({"جنرال", "لواء", "عميد", "عقيد", "فريق", "مقدم", "رايد", "مشير", "قيادي", "قايد"})


@dataclass(frozen=True, slots=True)
class Description:
    """A title taken apart: its first word without ال, what it is over, whose it is, and whether it is over."""

    head: str
    content: frozenset[str]
    country: str | None
    former: bool
    alone: bool


@lru_cache(maxsize=16384)
def describe_title(words: tuple[str, ...], knowledge: Knowledge) -> Description | None:
    """The parts of a title, or None where nothing but honorifics is in it.

    >>> from rawi.knowledge import load_knowledge
    >>> describe_title(("وزير", "الخارجيه", "العراقي"), load_knowledge()).country
    'IQ'
    """
    country: str | None = None
    content: list[str] = []
    former = False
    for position, word in enumerate(words):
        found = knowledge.find_country_by_demonym(word, weak=True) if position else None
        if position and found is None:
            found = knowledge.find_country(word.removeprefix("لل") if word.startswith("لل") else word)
        bare = strip_article(word)
        if found is not None and (len(words) > 1 or position):
            country = country or found.code
        elif bare in _FORMER:
            former = True
        elif bare in _GOVERNMENT:
            content.append("حكومه")
        elif bare not in _FILLING:
            content.append(bare)
    while len(content) > 1 and content[0] in _HONORIFIC:
        content.pop(0)
    if not content:
        return None
    alone = len(content) == 1
    return Description(content[0], frozenset(content[1:]), country, former, alone and words[0].startswith("ال"))


def takes_up(short: Description, full: Description) -> bool:
    """Whether a title standing alone may take up a person introduced by another title.

    >>> from rawi.knowledge import load_knowledge
    >>> knowledge = load_knowledge()
    >>> full = describe_title(("رييس", "الوزراء", "العراقي"), knowledge)
    >>> [takes_up(describe_title(words, knowledge), full) for words in (("رييس", "الحكومه"), ("الرييس",))]
    [True, False]
    """
    if short.head != full.head or (short.country and full.country and short.country != full.country):
        return False
    if short.former != full.former and (short.former or not short.alone):
        return False
    if short.alone and short.head == "رييس":
        # الرئيس is the head of a state, unless the text has put it over something else.
        return not full.content or full.content <= {"جمهوريه", "دوله"}
    if short.alone:
        # الجنرال الإيراني is none of whom the text doesn't say that he is Iranian.
        return short.country is None or short.country == full.country
    return short.content <= full.content or (full.content <= short.content and bool(full.content))


def is_rank(description: Description) -> bool:
    """Whether the title is an army's rank or command, which may take up any soldier just named."""
    return description.head in _ARMY and description.alone

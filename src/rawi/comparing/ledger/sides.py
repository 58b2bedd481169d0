"""Sides: whom an actor stands for. A president, his administration and his capital are one side of a commitment."""

from __future__ import annotations

from functools import lru_cache

from rawi.arabic.letters import fold, strip_marks
from rawi.comparing.actions import PhraseReader, fold_name
from rawi.comparing.words import split_words
from rawi.knowledge import Knowledge

_SPEAKING_FOR = frozenset(["GOV", "MIL", "SPY", "COP", "LEG", "JUD"])
# Words of nobody in particular: an actor called so only is no side.
_NOBODY = frozenset(
    ["هو", "هي", "هم", "نحن", "الذي", "التي", "المصدر", "مصدر", "مصادر", "المصادر", "التقدير", "البيان"]
)


# Words of those who speak for their country (a firm or a film of it doesn't), by their first letters without article.
_STATE = (
    *("حكوم", "رييس", "رءيس", "وزير", "وزار", "مسوول", "اداره", "جيش", "قوات", "خارجيه", "دفاع", "داخليه", "متحدث"),
    *("ناطق",),
    *("سفير", "سفاره", "كونغرس", "برلمان", "مجلس", "سلطات", "قياده", "ملك", "امير", "مندوب", "مبعوث", "جنرال"),
    *("ولايات",),
)


class SideFinder:
    """The side of an actor's name, as of a date: a country's code for those who speak for it, else the name itself."""

    def __init__(self, knowledge: Knowledge, reader: PhraseReader) -> None:
        self._knowledge = knowledge
        self._reader = reader
        self.find = lru_cache(maxsize=100_000)(self._find)

    def _find(self, name: str, day: str | None) -> str | None:
        """The side, or None where nobody is named.

        >>> from rawi.knowledge import load_knowledge
        >>> knowledge = load_knowledge()
        >>> finder = SideFinder(knowledge, PhraseReader(knowledge))
        >>> finder.find("دونالد ترامب", "2020-08-20"), finder.find("واشنطن", None), finder.find("النقابة", None)
        ('c:US', 'c:US', 'n:نقاب')
        """
        words = [word for _, _, word in split_words(strip_marks(name))]
        if not words or all(word in _NOBODY for word in words):
            return None
        country = self._country(name, day)
        if country:
            return "c:" + country
        return "n:" + fold_name(name)

    def _country(self, name: str, day: str | None) -> str | None:
        knowledge = self._knowledge
        organisation = knowledge.find_organisation(name)
        if organisation is not None:
            role = organisation.role or ""
            return organisation.country if role[3:6] in _SPEAKING_FOR else None
        for term in knowledge.terms_of(name):
            office = knowledge.find_office(term.office)
            if office is not None and office.country and (day is None or term.is_within(day, day)):
                return office.country
        persons = knowledge.find_persons(name)
        if persons:
            return None
        for holder in knowledge.resolve_office(name, day, day):
            office = knowledge.find_office(holder.office)
            if office is not None and office.country:
                return office.country
        words = name.split()
        for start in range(1, len(words)):  # إدارة ترامب: the one it is called after
            for term in knowledge.terms_of(" ".join(words[start:])):
                office = knowledge.find_office(term.office)
                if office is not None and office.country and (day is None or term.is_within(day, day)):
                    return office.country
        phrase = self._reader.read(name)
        speaks = len(words) == 1 or any(
            fold(word).removeprefix("و").removeprefix("ال").startswith(_STATE) for word in words
        )
        if len(phrase.countries) == 1 and speaks:
            return next(iter(phrase.countries)).removeprefix("c:")
        return None

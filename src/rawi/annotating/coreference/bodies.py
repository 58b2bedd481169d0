"""Organisations and places of one article: by what is known, by their words, and by glosses in the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rawi.annotating.coreference.unresolved import Referent, Unresolved
from rawi.arabic.letters import fold
from rawi.arabic.names import strip_article
from rawi.knowledge import Knowledge
from rawi.model.identifiers import make_id

# Nouns before a name that some texts make part of it: تنظيم داعش is داعش, مدينة الموصل is الموصل.
_BEFORE_BODIES_WORDS = """
تنظيم جماعه حركه حزب شركه وكاله قناه صحيفه جريده موقع منظمه مجله تلفزيون شبكه نادي فريق بنك مصرف ميليشيا مليشيات
ميليشيات قوات كتايب مجموعه اداره وزاره
"""
_BEFORE_BODIES = frozenset(_BEFORE_BODIES_WORDS.split())
_BEFORE_PLACES_WORDS = """
مدينه محافظه منطقه بلده قريه ولايه قضاء ناحيه اقليم مقاطعه ضاحيه العاصمه دوله جمهوريه حي
"""
_BEFORE_PLACES = frozenset(_BEFORE_PLACES_WORDS.split())
# Between a name and its other name: المعروف بـ"داعش", المعروفة اختصارا باسم, a bracket.
_GLOSS = re.compile(
    r"^[\s\"“”»'’]*(?:الارهابي[ه]?\s+)?(?:\(|(?:المعروف[ه]?|ما يعرف|يعرف|تعرف|والمعروف[ه]?|المسمي|المسماه|الملقب[ه]?)"
    r"(?:\s+(?:اعلاميا|اختصارا|ايضا|سابقا))?\s+(?:باسم|ب))[\s\u0640\"“”«»'‘’(]*$"
)
_LONGEST_GLOSS = 45
_REPORTING_PLACE_WORDS = """
في الي من داخل خارج قرب شمال جنوب شرق غرب وسط نحو عبر بين باتجاه حول عن
"""
_REPORTING_PLACE = frozenset(_REPORTING_PLACE_WORDS.split())


def gather_bodies(
    text: str, said: Sequence[Unresolved], knowledge: Knowledge, home: str | None = None
) -> list[tuple[Unresolved, Referent]]:
    """Each named organisation or place with the referent it means. ``home`` is the code of the outlet's country."""
    kingdom = _find_kingdom(said, knowledge, home)
    by_key: dict[tuple[str, ...], Referent] = {}
    found: list[tuple[Unresolved, Referent]] = []
    before: tuple[Unresolved, Referent] | None = None
    for one in sorted(said, key=lambda item: item.mention.start):
        entry = _know(one, knowledge)
        known, name, stands_for = entry.id, entry.name, entry.stands_for
        if known is None and kingdom is not None and one.words == _KINGDOM:
            known, name = kingdom
        kind = "ORG" if one.mention.type == "ORG" else "LOC"
        key = ("#", known) if known else (kind, *_by_country(_bare(one), knowledge))
        referent = by_key.get(key)
        if referent is None and known is None and before is not None and _is_gloss(text, before[0], one):
            referent = before[1]
            by_key[key] = referent
        if referent is None:
            referent = Referent(one.mention.type, name or one.surface, key, known, stands_for=stands_for)
            by_key[key] = referent
            if (
                known is not None
                and before is not None
                and before[1].knowledge is None
                and _is_gloss(text, before[0], one)
            ):
                before[1].knowledge, before[1].name = known, referent.name
                referent = by_key[key] = before[1]
        referent.names[one.words] = None
        if kind == "ORG":
            referent.callings.update(dict.fromkeys((*_callings(text, one), *entry.callings)))
        referent.stand_at(one.mention.start)
        found.append((one, referent))
        before = (one, referent)
    return _join_short_forms(found)


def _bare(one: Unresolved) -> tuple[str, ...]:
    nouns = _BEFORE_BODIES if one.mention.type == "ORG" else _BEFORE_PLACES
    words = one.words
    while len(words) > 1 and words[0] in nouns and words[0] not in ("وزاره", "اداره", "حزب", "قوات", "كتايب"):
        words = words[1:]
    return words


# States that their own press calls المملكة.
_KINGDOMS = frozenset({"SA", "JO", "MA", "BH", "GB"})
_KINGDOM = ("المملكه",)


def _find_kingdom(said: Sequence[Unresolved], knowledge: Knowledge, home: str | None) -> tuple[str, str] | None:
    """Which kingdom المملكة means: the one most named in the article, else the outlet's own; code and name."""
    if not any(one.words == _KINGDOM for one in said):
        return None
    found = (knowledge.find_country(one.surface) for one in said if one.mention.type != "PER")
    named = Counter(country.code for country in found if country is not None and country.code in _KINGDOMS)
    if home in _KINGDOMS:
        named[str(home)] += 1
    if not named:
        return None
    code = max(sorted(named), key=lambda code: named[code])
    country = knowledge.find_country(code)
    return None if country is None else (code, country.name)


def _by_country(words: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """The words with nationalities as codes: القوات الأميركية and القوات العسكرية الأمريكية are one thing."""
    countries = {word: knowledge.find_country_by_demonym(word) for word in words[1:] if word.startswith("ال")}
    if not any(countries.values()):
        return words
    coded = [country.code if (country := countries.get(word)) else word for word in words if word != "العسكريه"]
    return tuple(coded)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the tables know of a name. ``callings``: first words of the body's longer names, without ال."""

    id: str | None = None
    name: str | None = None
    stands_for: str | None = None
    callings: tuple[str, ...] = ()


def _know(one: Unresolved, knowledge: Knowledge) -> _Entry:
    """Id and usual name in the tables, whom the name speaks for, and what kind of body its other names call it."""
    for spelling in dict.fromkeys((one.surface, " ".join(one.words), " ".join(_bare(one)))):
        if one.mention.type == "ORG":
            body = (
                knowledge.find_organisation(spelling)
                or knowledge.find_outlet(spelling)
                or knowledge.find_agency(spelling)
            )
            if body is not None:
                longer = (fold(name).split() for name in (body.name, *body.aliases))
                heads = tuple(strip_article(words[0]) for words in longer if len(words) > 1)
                return _Entry(body.id, body.name, callings=heads)
            place = knowledge.find_place(spelling)
            if place is not None and place.type == "FAC":
                return _Entry(place.id, place.name, place.stands_for)
        else:
            country = knowledge.find_country(spelling)
            if country is not None:
                return _Entry(country.code, country.name)
            place = knowledge.find_place(spelling)
            if place is not None:
                return _Entry(place.id, place.name, place.stands_for)
    return _Entry()


def _callings(text: str, one: Unresolved) -> tuple[str, ...]:
    """The noun before a body's name (لشركة «توتال») and the first word of a longer name, as taken up by الشركة."""
    own = (strip_article(one.words[0]),) if len(one.words) > 1 else ()
    match = _NOUN_BEFORE.search(text[max(0, one.mention.start - _LONGEST_NOUN) : one.mention.start])
    if match is None:
        return own
    noun = fold(match.group(1))
    if noun.startswith("ال"):
        return own
    # Which of its first letters are proclitics is left open: a wrong cut is no noun that anything takes up.
    cuts = (noun[cut:] for cut in range(3) if cut < len(noun) and all(letter in _PROCLITICS for letter in noun[:cut]))
    return (*own, *cuts)


_NOUN_BEFORE = re.compile(r"(\w{3,})[\s«\"“”'(]+$")
_LONGEST_NOUN = 20
_PROCLITICS = frozenset("وفبكل")


def _is_gloss(text: str, before: Unresolved, one: Unresolved) -> bool:
    """Whether the second of two neighbours is introduced as another name of the first."""
    if before.mention.type != one.mention.type:
        return False
    between = text[before.mention.end : one.mention.start]
    if not between or len(between) > _LONGEST_GLOSS or "\n" in between:
        return False
    if "(" in between and one.mention.type != "ORG":
        return False
    return _GLOSS.match(fold(between)) is not None


def _join_short_forms(found: list[tuple[Unresolved, Referent]]) -> list[tuple[Unresolved, Referent]]:
    """مجلس الأمن is مجلس الأمن الدولي where only one such longer name stands in the article."""
    bodies = list({id(referent): referent for _, referent in found if referent.type == "ORG"}.values())
    longer: dict[tuple[str, ...], dict[int, Referent]] = {}
    for body in bodies:
        for words in body.names:
            for length in range(2, len(words)):
                longer.setdefault(words[:length], {})[id(body)] = body
    replaced: dict[int, Referent] = {}
    for body in bodies:
        if body.knowledge is None:
            others = [other for other in longer.get(next(iter(body.names)), {}).values() if other is not body]
            if len(others) == 1 and id(others[0]) not in replaced:
                replaced[id(body)] = others[0]
                others[0].take_in(body)
    return [(one, replaced.get(id(referent), referent)) for one, referent in found]


def speaks_for(text: str, one: Unresolved, referent: Referent, knowledge: Knowledge) -> str | None:
    """The id of the government or body that a place speaks for where it acts (أعلنت بغداد), else None.

    A place after a preposition of place (في بغداد) is only a place.
    """
    words = text[max(0, one.mention.start - 25) : one.mention.start].split()
    if words and fold(words[-1]) in _REPORTING_PLACE:
        return None
    if referent.stands_for is not None:
        return make_id("e", referent.stands_for)
    if referent.type not in ("GPE", "LOC"):
        return None
    capitals = _capitals(knowledge)
    code = capitals.get(strip_article(fold(referent.name))) or capitals.get(strip_article(fold(one.surface)))
    return None if code is None else make_id("e", code)


@lru_cache(maxsize=8)
def _capitals(knowledge: Knowledge) -> dict[str, str]:
    """The code of the country whose capital bears a folded name (without ال)."""
    return {
        strip_article(fold(capital)): country.code
        for country in reversed(knowledge.countries)
        for capital in country.capitals
    }

"""What a phrase says, in keys that other wordings share: actions by meaning, countries by code, other words by stem.

"ستسحب قواتها من العراق" and "القوات الأميركية ستغادر العراق" have the action "withdraw", Iraq and the forces in common,
though hardly a word is the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from rawi.arabic.letters import fold, strip_marks
from rawi.arabic.word_index import Entry, WordIndex, noun_entry, verb_entry
from rawi.comparing.small_sets import small_set
from rawi.comparing.stems import light_stem, strip_article, strip_proclitics
from rawi.comparing.words import split_words
from rawi.knowledge import Knowledge

# Words that say nothing of what is done (folded stems and particles).
_EMPTY = frozenset(
    [
        *("ان", "انه", "انها", "في", "من", "الي", "علي", "عن", "مع", "هذا", "هذه", "ذلك", "التي", "الذي", "كل"),
        *("اي", "بعد", "قبل"),
        *("خلال", "لم", "لن", "لا", "ما", "قد", "كان", "كانت", "يكون", "تكون", "سيكون", "ستكون", "سيتم", "يتم"),
        *("تم", "ثم", "او"),
        *("يجب", "ينبغي", "سوف", "نحن", "هو", "هي", "هم", "له", "لها", "بها", "به", "فيها", "فيه", "منها", "منه"),
        *("بين", "عبر"),
        *("حتي", "عند", "ضد", "نحو", "غير", "لدي", "بشكل", "بما", "ايضا", "كما", "وقت", "ممكن", "اجل", "عام"),
        *("وان", "ذات", "اكثر"),
    ]
)


# Two keys that together mean another action: to end a presence or redeploy forces is to withdraw them.
_COMPOUNDS = (
    ("a:end", frozenset(["قتال", "قتالي", "وجود", "تواجد", "انتشار"]), "a:withdraw"),
    ("a:return", frozenset(["انتشار", "تموضع"]), "a:withdraw"),
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The keys of a phrase: ``actions`` by meaning, ``countries`` by code, and all keys (both and stems).

    ``head`` is the action that the phrase is about: its first, a timetable aside (جدول زمني للانسحاب).
    """

    keys: frozenset[str]
    actions: frozenset[str]
    countries: frozenset[str]
    head: str | None = None


@cache
def load_actions() -> WordIndex:
    """The actions' words by their forms.

    >>> sorted({found.key.split(":")[0] for found in load_actions().analyze("سيغادر")})
    ['withdraw']
    """
    table = resources.files(__package__).joinpath("tables").joinpath("actions.tsv").read_text(encoding="utf-8")
    entries: list[Entry] = []
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        action, verbs, nouns = line.split("\t")
        for verb in verbs.split():
            perfect, imperfect, masdars = (*verb.split("/"), "", "")[:3]
            known = tuple(masdar for masdar in masdars.split("+") if masdar)
            entries.append(verb_entry(f"{action}:{verb}", perfect, imperfect or None, known))
        entries += [noun_entry(f"{action}:{noun}", noun) for noun in nouns.split()]
    return WordIndex(entries)


class PhraseReader:
    """Reads phrases into keys, with one knowledge; every spelling is looked up once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._actions = load_actions()
        names = (fold(name).split() for country in knowledge.countries for name in (country.name, *country.aliases))
        self._first_words = frozenset(strip_article(name[0]) for name in names if len(name) > 1)
        self.key_of = lru_cache(maxsize=200_000)(self._key_of)
        self.country_of = lru_cache(maxsize=100_000)(self._country_of)

    def read(self, text: str) -> Phrase:
        """The keys of the text's words.

        >>> from rawi.knowledge import load_knowledge
        >>> sorted(PhraseReader(load_knowledge()).read("سحب القوات الأميركية من العراق").keys)
        ['a:withdraw', 'c:IQ', 'c:US', 'قوا']
        """
        words = [word for _, _, word in split_words(text)]
        keys: list[str] = []
        index = 0
        while index < len(words):
            key = self._pair_key(words, index)
            index += 2 if key else 1
            key = key or self.key_of(words[index - 1])
            if key:
                keys.append(key)
        meant = {first: action for first, others, action in _COMPOUNDS if not others.isdisjoint(keys)}
        keys = [meant.get(key, key) for key in keys]
        found = small_set(keys)
        heads = [key for key in keys if key.startswith("a:") and key != "a:schedule"]
        return Phrase(
            found,
            small_set(key for key in found if key.startswith("a:")),
            small_set(key for key in found if key.startswith("c:")),
            heads[0] if heads else None,
        )

    def _pair_key(self, words: list[str], index: int) -> str | None:
        """The key of a country whose name is this word and the next (للولايات المتحدة)."""
        if index + 1 >= len(words) or strip_article(words[index]) not in self._first_words:
            return None
        country = self.country_of(strip_proclitics_of_pair(words[index], words[index + 1]))
        return "c:" + country if country else None

    def _key_of(self, written: str) -> str | None:
        word = strip_marks(written)
        if word in _EMPTY or len(word) < 3 or word.isdigit():
            return None
        readings = self._actions.analyze(word)
        if readings:
            return "a:" + readings[0].key.split(":", 1)[0]
        country = self.country_of(word) or self.country_of(strip_proclitics(word))
        if country:
            return "c:" + country
        stem = light_stem(word)
        return stem if len(stem) > 1 and stem not in _EMPTY else None

    def _country_of(self, words: str) -> str | None:
        """The country that words name by name, demonym or a capital that stands for its government."""
        knowledge = self._knowledge
        bare = strip_article(words)
        country = (
            knowledge.find_country(words)
            or knowledge.find_country_by_demonym(words)
            or (knowledge.find_country_by_demonym(bare) if bare != words else None)
        )
        if country is not None:
            return country.code
        place = knowledge.find_place(words)
        return place.country if place is not None and getattr(place, "stands_for", None) else None


def strip_proclitics_of_pair(first: str, second: str) -> str:
    """Two folded words as one name, proclitics before the first gone (للولايات المتحدة).

    >>> strip_proclitics_of_pair("للولايات", "المتحده")
    'الولايات المتحده'
    """
    bare = strip_article(first)
    return f"{'ال' + bare if bare != first else first} {second}"


def similarity(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much of the lighter set's weight both share, tempered by how much the heavier one has beside it, 0..1.

    The geometric mean of both shares: a short wording in a long one is alike, but less than a whole one.

    >>> similarity(frozenset("ab"), frozenset("ab"), {"a": 1.0, "b": 2.0})
    1.0
    """
    common = a & b
    if not common:
        return 0.0
    weigh = weights.get
    # fsum rounds once, so the sets' order doesn't show in the result.
    shared = math.fsum(weigh(key, 1.0) for key in common)
    total_a = math.fsum(weigh(key, 1.0) for key in a)
    total_b = math.fsum(weigh(key, 1.0) for key in b)
    return float(shared / (total_a * total_b) ** 0.5)


def fold_name(name: str) -> str:
    """A name as it is compared when nothing else is known of it: folded stems in their order.

    >>> fold_name("الرئيس الأميركي") == fold_name("والرئيس الاميركي")
    True
    """
    return " ".join(light_stem(word) for word in fold(name).split())

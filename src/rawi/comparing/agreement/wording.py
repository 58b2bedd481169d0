"""Wordings as they are compared: keys that translations share, what is denied, numbers, and how far it is to go."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rawi.arabic.number_words import NUMBER_WORDS
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.actions import PhraseReader
from rawi.comparing.negations import AFFIRMED, EXCEPTIONS, NEGATIONS
from rawi.comparing.rates import RARE_RATE, load_word_rates
from rawi.comparing.small_sets import small_set
from rawi.comparing.stems import crude_root, light_stem
from rawi.comparing.words import find_stems, fold_words, hash_word
from rawi.knowledge import Knowledge

# Articles for which the shipped table of common words stands.
_PRIOR = 2000
# What an action that many verbs mean, or a country, tells in a week's news: about a word of one article in 30 or in 7.
_ACTION, _COUNTRY = 3.5, 2.0
# Weights are counted in millionths, so that sums hang on no order; a name tells no more than that.
MILLION = 1_000_000
NAME_TELLS = 1_500_000
_LONG_WORD, _SHOWN_WORDS = 4, 8
# One word in common makes no likeness.
_FEWEST_SHARED = 2
# A noun or verb of denying denies what it tells of.
_DENYING = NEGATIONS | word_set("نفي نفت")
_REACH = 3
# Words that say how far, how soon or how surely: leaving one out sharpens or blunts a sentence.
_DEGREES = {
    "whole": "كل جميع كافه كامل كامله الكامل الكامله كليا تماما بالكامل كاملا شامل شامله نهاييا",
    "part": "بعض جزيي جزييا جزييه معظم غالبيه محدود محدوده قسم",
    "at_once": "الفور فوري فوريا الفوري الفوريه فوريه فورا حالا سريع سريعا السريع سريعه",
    "gradual": "تدريجي تدريجيا تدريجيه التدريجي مرحلي مراحل",
    "possible": "ربما محتمل يحتمل ممكن يمكن مبديي مبدييا اولي اوليه",
    "lasting": "دايم دايما دايمه الدايم الدايمه موقت موقتا موقته",
}
# في أسرع وقت ممكن tells how soon, not how surely.
_SOONEST = frozenset(["اسرع", "اقرب"])
_DEGREE_OF = {word: degree for degree, words in _DEGREES.items() for word in words.split()}


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What some words say: ``keys`` (actions by meaning, countries by code, roots) with what each tells in millionths,
    ``denied`` keys right after a negation, ``numbers`` as digits, ``degrees`` of words like all, some, at once."""

    keys: Mapping[str, int]
    weight: int
    denied: frozenset[str]
    numbers: frozenset[str]
    degrees: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two wordings share: of the lighter (0..1), of both (0..1), and in weight."""

    containment: float
    cosine: float
    weight: float

    @property
    def meaning(self) -> float:
        """Mostly how much of the shorter stands in the longer: a sentence is often quoted inside another."""
        return 0.65 * self.containment + 0.35 * self.cosine


_NOTHING = Likeness(0.0, 0.0, 0.0)


def _numbers(words: Sequence[str]) -> frozenset[str]:
    """Numbers in digits, and those in one word from two to ten; of longer ones in words nothing is told."""
    found = {word for word in words if word[0].isdigit()}
    written = [NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS]
    if all(number.kind == "unit" for number in written):
        found.update(str(number.value) for number in written if number.value > 1)
    return small_set(found)


class WordingReader:
    """Reads wordings with one knowledge; what every word tells is looked up once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.phrases = PhraseReader(knowledge)
        rates = load_word_rates()
        self._rates = dict(zip(rates.stems.tolist(), rates.rates.tolist()))
        self.key_of = lru_cache(maxsize=200_000)(self._key_of)

    def read(self, text: str, names: frozenset[str] = frozenset()) -> Wording:
        """The wording of a text. ``names`` are folded words of names and titles, which tell no more than a country's.

        >>> from rawi.knowledge import load_knowledge
        >>> found = WordingReader(load_knowledge()).read("لن تنسحب القوات بالكامل")
        >>> sorted(found.denied)[:1], sorted(found.degrees)
        (['a:withdraw'], ['whole'])
        """
        words = [word for word in fold_words(text) if word]
        keys: dict[str, int] = {}
        for word in words:
            key, weight = self.key_of(word)
            if word in names:
                weight = min(weight, NAME_TELLS)
            if weight > keys.get(key, 0):
                keys[key] = weight
        return Wording(
            keys,
            sum(keys.values()),
            self._denied(words),
            _numbers(words),
            small_set(_DEGREE_OF[word] for word in words if word in _DEGREE_OF),
        )

    def _key_of(self, word: str) -> tuple[str, int]:
        """A word's key and what it tells; nothing where it is a particle."""
        key = self.phrases.key_of(word)
        if word in _DENYING or word in _DEGREE_OF or key is None:
            return "", 0
        if key.startswith("a:"):
            return key, round(_ACTION * MILLION)
        if key.startswith("c:"):
            return key, round(_COUNTRY * MILLION)
        rate = self._rates.get(hash_word(light_stem(word)), RARE_RATE)
        tells = -math.log((_PRIOR * rate + 0.5) / (_PRIOR + 1))
        return crude_root(word), round(max(tells, 0.0) * MILLION)

    def _denied(self, words: Sequence[str]) -> frozenset[str]:
        """The keys of the first telling words after a negation."""
        found: set[str] = set()
        for at, word in enumerate(words):
            if word in _DENYING or (word[:1] in "وف" and word[1:] in _DENYING):
                following = words[at + 1 :]
                if following and following[0] in AFFIRMED:
                    continue
                if not EXCEPTIONS.intersection(following):
                    told = (key for key, weight in map(self.key_of, following) if weight)
                    found.update(itertools.islice(told, _REACH))
        return small_set(found)


def compare_wordings(one: Wording, other: Wording) -> Likeness:
    """How much two wordings share.

    >>> from rawi.knowledge import load_knowledge
    >>> reader = WordingReader(load_knowledge())
    >>> found = compare_wordings(reader.read("سنغادر العراق قريبا"), reader.read("سننسحب من العراق"))
    >>> found.containment
    1.0
    """
    common = one.keys.keys() & other.keys.keys()
    if len(common) < _FEWEST_SHARED:
        return _NOTHING
    shared = sum(min(one.keys[key], other.keys[key]) for key in common)
    containment = min(1.0, shared / min(one.weight, other.weight))
    return Likeness(round(containment, 6), round(shared / math.sqrt(one.weight * other.weight), 6), shared / MILLION)


def denies_other(one: Wording, other: Wording) -> frozenset[str]:
    """The keys that both have and only one denies, where the other denies nothing at all."""
    if one.denied and other.denied:
        return frozenset()
    return frozenset((one.denied | other.denied) & one.keys.keys() & other.keys.keys())


def _degree_words(words: Sequence[str]) -> list[str]:
    return [
        word
        for at, word in enumerate(words)
        if word in _DEGREE_OF and not (word == "ممكن" and _SOONEST.intersection(words[max(0, at - 2) : at]))
    ]


def read_pace(words: Sequence[str]) -> str | None:
    """Whether folded words say "at_once" or "gradual"; None where they say neither, or both.

    >>> read_pace("سننسحب تدريجيا".split()), read_pace("سننسحب غدا".split())
    ('gradual', None)
    """
    found = {_DEGREE_OF[word] for word in words if word in _DEGREE_OF} & {"at_once", "gradual"}
    return found.pop() if len(found) == 1 else None


def share_words(one: str, other: str) -> str:
    """The longer words that two texts share, in the first one's order and letters, at most eight.

    >>> share_words("ستغادر القوات البلاد", "خرجت قوات من البلاد")
    'القوات البلاد'
    """
    stems = set(find_stems(other))
    shared = [word for word in fold_words(one) if len(word) >= _LONG_WORD and light_stem(word) in stems]
    return " ".join(list(dict.fromkeys(shared))[:_SHOWN_WORDS])


def tell_degrees(one: str, other: str) -> str:
    """The words of degree that only one of two texts has, the first one's before the bar; "" where there are none.

    >>> tell_degrees("انسحاب فوري", "انسحاب القوات")
    'فوري / -'
    """
    first, second = (_degree_words(fold_words(text)) for text in (one, other))
    mine, theirs = ({_DEGREE_OF[word] for word in words} for words in (first, second))
    only = (
        [word for word in words if _DEGREE_OF[word] not in others]
        for words, others in ((first, theirs), (second, mine))
    )
    told = [" ".join(dict.fromkeys(words)) for words in only]
    return " / ".join(words or "-" for words in told) if any(told) else ""

"""Clitics: the small words written as one with the next (و، ف، ب، ك، ل، ال، س) or the one before (ه، ها، هم).

The grammar is closed, so every possible reading of a word can be listed; which one is meant only a lexicon or the
context can tell. All functions take words as :func:`rawi.arabic.letters.fold` leaves them (no marks, letters folded)
and count letters of that form.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ك", "ل")
_ARTICLE = "ال"
_IMPERFECT = "يتنا"
_ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "كم", "كن", "نا", "ني", "ه", "ك", "ي")

# Shorter stems are particles and noise, not names or content words.
_SHORTEST_STEM = 2

# Common words and names in which وال، فال، بال، كال are letters of the word itself (folded).
_WITH_SUCH_LETTERS = """
والد والده والدي والدين والدان والدتي والدته والدها والدتها والدا والدهم والدي والي واليا والتر والاس وال ولي
فالح فالون فالنسيا فالنتين فالنتاين فالنتينو فالكون فالنسيان فالس فالكاو
بالون بالونات بالي بالتيمور بالغ بالغه بالغين بالغا بال بالغت بالدو بالكون بالاك بالما بالتازار بالوتيلي باليرمو
كالدرون كاليفورنيا كالي كاليدونيا كالفن كالسيوم كالو كالينغراد كالوري
"""
_UNDIVIDED = frozenset(_WITH_SUCH_LETTERS.split())


# Beginnings of common words whose own first letter is waw (folded): most other words in وَ carry the conjunction.
_WITH_OWN_WAW = """
واجب واجه واحد واسط واسع واشنطن واصف واصل واضح واف واقع واكب والد والي واي وباء وثاي وثق وثيق وجب وجد وجه وجود وحد وحش
وحيد ودائ وداع ورا ورد ورش ورق وزار وزراء وزع وزن وزير وسا وسط وسع وسيط وسيل وشك وصف وصل وصول وصي وضح وضع وطن وظاي وظف
وظيف وعد وعي وفا وفد وفر وفق وقاي وقت وقع وقف وقود وقوع وكال وكلا وكيل ولا ولد ولي ويلات
"""
_OWN_WAW = tuple(_WITH_OWN_WAW.split())


class Proclitics(NamedTuple):
    """One reading of a word's beginning.

    ``cut`` is how many letters stand before the ``stem``. In a fused reading the stem has lost its alif in writing
    (للكاظمي is ل + الكاظمي): ``fused`` is True, ``stem`` is whole again, and ``cut`` counts only what stands before
    the fused لل, which can't be cut apart.
    """

    cut: int
    stem: str
    particles: tuple[str, ...] = ()
    fused: bool = False


@dataclass(frozen=True, slots=True)
class Enclitic:
    """One reading of a word's end: the ``stem`` (its taa marbuta restored as ه where it may be) and the pronoun."""

    stem: str
    pronoun: str


@lru_cache(maxsize=65536)
def find_proclitics(word: str) -> tuple[Proclitics, ...]:
    """Every reading of the word's beginning that the grammar allows, the undivided one first.

    The article is left with the stem: القاهره is one stem.

    >>> [(reading.cut, reading.stem) for reading in find_proclitics("وبالتعاون")]
    [(0, 'وبالتعاون'), (1, 'بالتعاون'), (2, 'التعاون')]
    >>> find_proclitics("وللكاظمي")[2]
    Proclitics(cut=1, stem='الكاظمي', particles=('و', 'ل'), fused=True)
    """
    readings = [Proclitics(0, word)]
    readings += _after(word, 0, ())
    if word.startswith(_CONJUNCTIONS) and len(word) > _SHORTEST_STEM:
        readings.append(Proclitics(1, word[1:], (word[0],)))
        readings += _after(word, 1, (word[0],))
    return tuple(readings)


def _after(word: str, start: int, before: tuple[str, ...]) -> list[Proclitics]:
    """Readings with a preposition or future marker at ``start``."""
    readings: list[Proclitics] = []
    rest = word[start + 1 :]
    if len(rest) < _SHORTEST_STEM:
        return readings
    first = word[start]
    if first == "ل" and rest.startswith("ل") and len(rest) > _SHORTEST_STEM:
        readings.append(Proclitics(start, "ا" + rest, (*before, "ل"), fused=True))
        # ل + اللجنة is written with two lams, not three.
        readings.append(Proclitics(start, "ال" + rest, (*before, "ل"), fused=True))
    if first in _PREPOSITIONS or (first == "س" and rest[0] in _IMPERFECT):
        readings.append(Proclitics(start + 1, rest, (*before, first)))
    return readings


def strip_proclitics(word: str, known: Callable[[str], bool]) -> Proclitics:
    """The reading to take: the undivided word where ``known`` has it, else the least cut whose stem is known.

    Where nothing is known, only what spelling makes sure is cut: particles before the article (وال، بال، فال، كال).
    A fused لل is never cut, but its stem is given whole.

    >>> names = {"الكاظمي", "ايران", "واشنطن"}
    >>> [strip_proclitics(word, names.__contains__)[:2] for word in ("والكاظمي", "لايران", "واشنطن", "وبالتعاون")]
    [(1, 'الكاظمي'), (1, 'ايران'), (0, 'واشنطن'), (2, 'التعاون')]
    >>> strip_proclitics("للكاظمي", names.__contains__)
    Proclitics(cut=0, stem='الكاظمي', particles=('ل',), fused=True)
    """
    readings = find_proclitics(word)
    for reading in readings:
        if known(reading.stem):
            return reading
    return _surely(word, readings)


def _surely(word: str, readings: tuple[Proclitics, ...]) -> Proclitics:
    if word not in _UNDIVIDED:
        for reading in readings[1:]:
            article = reading.stem.startswith(_ARTICLE) and len(reading.stem) > len(_ARTICLE) + 1
            if article and (reading.fused or word[reading.cut :].startswith(_ARTICLE)):
                cut_off = word[: reading.cut]
                if reading.fused or (cut_off and word[max(0, reading.cut - 1) :] not in _UNDIVIDED):
                    return reading
    return readings[0]


def has_conjunction(word: str) -> bool:
    """Whether a folded word most likely begins with the conjunction و and not with a waw of its own.

    >>> has_conjunction("وكان"), has_conjunction("وصلت"), has_conjunction("والوزير"), has_conjunction("ووصل")
    (True, False, True, True)
    """
    if len(word) <= 3 or word[0] != "و":
        return False
    return (word.startswith(("وال", "وو")) and word not in _UNDIVIDED) or not word.startswith(_OWN_WAW)


def find_enclitics(word: str) -> tuple[Enclitic, ...]:
    """Every reading of the word's end as stem and pronoun, longest pronoun first; empty where there is none.

    >>> find_enclitics("قواتها")[0], find_enclitics("حكومته")[-1]
    (Enclitic(stem='قوات', pronoun='ها'), Enclitic(stem='حكومه', pronoun='ه'))
    """
    readings: list[Enclitic] = []
    for pronoun in _ENCLITICS:
        stem = word[: -len(pronoun)]
        if word.endswith(pronoun) and len(stem) >= _SHORTEST_STEM:
            readings.append(Enclitic(stem, pronoun))
            if stem.endswith("ت") and len(stem) > _SHORTEST_STEM:
                readings.append(Enclitic(stem[:-1] + "ه", pronoun))
    return tuple(readings)


def split_verb(word: str, known: Callable[[str], bool]) -> tuple[str, str, str]:
    """Proclitics, stem and pronoun of a verb whose stem is ``known``; the word undivided where none is.

    >>> split_verb("سيستقبلهم", {"يستقبل"}.__contains__)
    ('س', 'يستقبل', 'هم')
    """
    for reading in find_proclitics(word):
        if reading.fused:
            continue
        front = word[: reading.cut]
        if known(reading.stem):
            return front, reading.stem, ""
        for ending in find_enclitics(reading.stem):
            if known(ending.stem):
                return front, ending.stem, ending.pronoun
    return "", word, ""

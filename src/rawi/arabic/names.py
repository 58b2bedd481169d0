"""Names: one name's spellings made comparable (ترامب/ترمب, غوتيريش/جوتيريس, عبد الله/عبدالله).

Arabic names differ by a long vowel alone (سالم، سليم، سلام), transcribed ones don't (ترامب، ترمب). So three forms are
told apart, from strict to loose: the folded word, its spelling key, and its consonant skeleton. The skeleton finds
candidates; only :func:`score_spelling` says how alike two words are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from rawi.arabic.letters import fold

_LISTS = Path(__file__).parent / "lists"
_WORD = re.compile(r"[^\W_]+")

# Words of a name that can't stand alone: they are one with the next (عبد الله، أبو الغيط، آل سعود).
_JOINING = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "ال", "ذو", "ذي"})
# Links between a name's words, left out or put in at will.
_LINKS = frozenset({"بن", "ابن", "بنت", "ولد"})
_ABU = {"ابي": "ابو", "ابا": "ابو"}

# How transcriptions differ: g is غ ج ك ق, emphatic letters stand beside plain ones, th and dh lose their breath.
_SOUNDS = str.maketrans(
    {
        "غ": "ك",
        "ج": "ك",
        "ق": "ك",
        "خ": "ك",
        "ص": "س",
        "ث": "ت",
        "ط": "ت",
        "ض": "د",
        "ذ": "د",
        "ظ": "ز",
        "ح": "ه",
        "ش": "س",
    }
)
_GS = str.maketrans({"غ": "ك", "ج": "ك", "ق": "ك"})
_DROP_VOWELS = str.maketrans(dict.fromkeys("اويء", ""))

_SHORTEST_LOOSE = 4


@lru_cache(maxsize=1)
def arabic_given_names() -> frozenset[str]:
    """Given names of Arabic use, folded. In these a long vowel tells people apart (حسن، حسين)."""
    return _read_list("given_names_arabic.txt")


@lru_cache(maxsize=1)
def foreign_given_names() -> frozenset[str]:
    """Given names of other languages in Arabic letters, folded."""
    return _read_list("given_names_foreign.txt")


def _read_list(name: str) -> frozenset[str]:
    lines = (_LISTS / name).read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=65536)
def split_name(name: str) -> tuple[str, ...]:
    """The name's words, folded; joining words made one with the next, بن and its like left out.

    >>> split_name("أحمد أبو الغيط"), split_name("عبدالله بن عبد العزيز")
    (('احمد', 'ابوالغيط'), ('عبدالله', 'عبدالعزيز'))
    """
    words = _WORD.findall(fold(name))
    parts: list[str] = []
    held = ""
    for place, word in enumerate(words):
        if word in _LINKS and place < len(words) - 1:
            continue
        if word in _JOINING and place < len(words) - 1:
            held += _ABU.get(word, word)
            continue
        parts.append(_joined(held + word))
        held = ""
    if held:
        parts.append(held)
    return tuple(parts)


def _joined(word: str) -> str:
    """عبدالاله and عبداللاه are one name; so are ابا and ابو before a name."""
    for other, usual in _ABU.items():
        if word.startswith(other + "ال"):
            return usual + word[len(other) :]
    return word


def strip_article(word: str) -> str:
    """The word without ال, where three letters are left.

    >>> strip_article("الكاظمي"), strip_article("الان")
    ('كاظمي', 'الان')
    """
    return word[2:] if word.startswith("ال") and len(word) >= 5 else word


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """The folded word with the usual swaps of transcription undone (g as غ ج ك ق) and doubled letters made one.

    >>> spelling_key("غوتيريش") == spelling_key("جوتيريش")
    True
    """
    key = fold(word).translate(_GS)
    return re.sub(r"(.)\1+", r"\1", key)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The word's consonants, alike sounds made one: a key to find candidates by, never a proof.

    >>> skeleton("ترامب") == skeleton("ترمب"), skeleton("غوتيريش") == skeleton("جوتيريس")
    (True, True)
    """
    folded = strip_article(fold(word))
    bare = folded[:1].replace("و", "ا").replace("ي", "ا") + folded[1:].translate(_DROP_VOWELS)
    if bare.endswith("ه") and len(bare) > 2:
        bare = bare[:-1]
    return re.sub(r"(.)\1+", r"\1", bare.translate(_SOUNDS))


@lru_cache(maxsize=262144)
def score_spelling(one: str, other: str) -> float:
    """How surely two words are spellings of one name, 0..1 (uncalibrated).

    1 the same folded; .95 but for ال; .9 usual swaps of transcription; .8 a long vowel written or not, in words that
    are no Arabic given names; .7 one letter's difference in a long word; else 0.

    >>> score_spelling("ترامب", "ترمب"), score_spelling("سالم", "سليم"), score_spelling("حسن", "حسين")
    (0.8, 0.0, 0.0)
    """
    one, other = fold(one), fold(other)
    if one == other:
        return 1.0
    if strip_article(one) == strip_article(other):
        return 0.95
    native = arabic_given_names()
    if one in native or other in native or one.startswith("ال") != other.startswith("ال"):
        return 0.0
    if min(len(one), len(other)) < _SHORTEST_LOOSE:
        return 0.0
    if one.startswith("ال"):
        return 0.0  # an Arabic family name has one spelling: الجبير is not الكبير
    first, second = spelling_key(one), spelling_key(other)
    if first == second:
        return 0.9
    if skeleton(one) == skeleton(other) and _by_vowels(first, second):
        return 0.8
    if min(len(one), len(other)) >= 6 and Levenshtein.distance(first, second, score_cutoff=1) <= 1:
        return 0.7
    return 0.0


def _by_vowels(one: str, other: str) -> bool:
    """Whether vowels written or left out are all that parts the two (ي for ا is another matter)."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        changed = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
        return len(changed) == 1 and (len(short) >= 5 or {*changed[0]} == {"س", "ش"})
    rest = iter(long)
    return len(long) - len(short) <= 2 and all(letter in rest for letter in short)

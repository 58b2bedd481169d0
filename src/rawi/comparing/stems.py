"""Light stems: the form in which words of two texts are compared, so that a proclitic or an ending doesn't part them.

No lexicon is asked: a proclitic is cut off wherever enough of a word is left. Both texts are cut alike, so a wrong cut
costs nothing but a rare collision.
"""

from __future__ import annotations

import functools
import re

# One or two conjunctions and prepositions, then the article; لل holds the article without its alif.
_PROCLITICS = re.compile(r"(?:[وف]?(?:[بك]?ال|لل)|[وف](?:[بلكس](?=...))?|[بلك])(?=...)")
_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=...)")
_ENDINGS = re.compile(r"(?<=...)(?:هما|هم|هن|ها|كما|كم|كن|نا|ون|ين|ان|ات|تان|تين|يه|يات|يون|يين|ية|وا|تم|ه|ي|ا|ت)$")
_VERB_PREFIX = re.compile(r"س(?=[يتنا]...)")
# Letters that forms of one root put before it (ينسحب، انسحاب، استقبال، مغادرة), then the weak letters inside.
_ROOT_PREFIX = re.compile(r"(?:است|ست|[يتن]ست|مست|ان|من|[يتن]ن|ت[مت]|[امتني])(?=...)")
_WEAK = str.maketrans("", "", "اويء")
_LONGEST_CACHE = 1 << 20


def strip_proclitics(word: str) -> str:
    """The folded word without و، ف، ب، ل، ك and ال before it, where three letters or more are left.

    >>> [strip_proclitics(word) for word in ("والحكومه", "للحكومه", "بغداد", "ولد")]
    ['حكومه', 'حكومه', 'غداد', 'ولد']
    """
    match = _PROCLITICS.match(word)
    return word[match.end() :] if match else word


def strip_article(word: str) -> str:
    """The folded word without the article and what is joined before it; other proclitics stay.

    >>> [strip_article(word) for word in ("والحكومه", "للحكومه", "بغداد")]
    ['حكومه', 'حكومه', 'بغداد']
    """
    match = _ARTICLE.match(word)
    return word[match.end() :] if match else word


def strip_endings(word: str) -> str:
    """The folded word without an ending of number, gender or pronoun and without the س of the future.

    >>> [strip_endings(word) for word in ("قواتنا", "عراقيين", "سيعلن", "يوم")]
    ['قوات', 'عراق', 'يعلن', 'يوم']
    """
    match = _VERB_PREFIX.match(word)
    return _ENDINGS.sub("", word[match.end() :] if match else word)


@functools.lru_cache(maxsize=_LONGEST_CACHE)
def light_stem(word: str) -> str:
    """The folded word without proclitics and endings: what translations of one sentence have in common.

    >>> [light_stem(word) for word in ("القوات", "وقوات", "عراقيين", "العراقيه")]
    ['قوا', 'قوا', 'عراق', 'عراق']
    """
    return strip_endings(strip_proclitics(word))


@functools.lru_cache(maxsize=_LONGEST_CACHE)
def crude_root(word: str) -> str:
    """About the consonants that a word's family shares: translators choose other forms of one root.

    Crude on purpose: no lexicon, no measure of patterns. It says what may be kin, never what a word means.

    >>> [crude_root(word) for word in ("انسحاب", "سحب", "سينسحب", "نسحب")]
    ['سحب', 'سحب', 'سحب', 'سحب']
    >>> [crude_root(word) for word in ("ستغادر", "مغادره", "تقليص", "سنقلص", "بغداد")]
    ['غدر', 'غدر', 'قلص', 'قلص', 'غدد']
    """
    stem = light_stem(word)
    match = _ROOT_PREFIX.match(stem)
    bare = (stem[match.end() :] if match else stem).translate(_WEAK)
    return bare if len(bare) >= 2 else stem

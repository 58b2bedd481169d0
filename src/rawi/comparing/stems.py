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

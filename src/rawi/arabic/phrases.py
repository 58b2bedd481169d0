"""Phrases cut short: words that cannot end one."""

from __future__ import annotations

from rawi.arabic.letters import fold
from rawi.arabic.word_lists import read_words

# Prepositions, particles and relative words, as folded.
_LEADING = read_words("leading_words")
_AND = ("و", "ف")


def drop_dangling(words: str) -> str:
    """The words without those at their end that only lead to what was cut off.

    >>> drop_dangling("يبحث الوزيران قضايا التسوية في"), drop_dangling("أعلنت الإدارة أنها")
    ('يبحث الوزيران قضايا التسوية', 'أعلنت الإدارة')
    """
    kept = words.split()
    while len(kept) > 1 and _leads(fold(kept[-1]).strip()):
        kept.pop()
    return " ".join(kept)


def _leads(word: str) -> bool:
    return word in _LEADING or (word[:1] in _AND and word[1:] in _LEADING)

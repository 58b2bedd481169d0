"""Closed classes of folded words, written as plain text in the code that knows them."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text parted by blanks.

    >>> "نحو" in word_set("نحو حوالي")
    True
    """
    return frozenset(words.split())

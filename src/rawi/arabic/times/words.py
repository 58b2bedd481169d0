"""Word lists as they are written in this package: blanks between words, as many lines as it takes."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of a list.

    >>> sorted(words("في منذ"))
    ['في', 'منذ']
    """
    return frozenset(listed.split())

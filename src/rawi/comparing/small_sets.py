"""Sets that a corpus holds a million of, as small as they can be."""

from __future__ import annotations

from collections.abc import Iterable

_NOTHING: frozenset[str] = frozenset()


def small_set(items: Iterable[str]) -> frozenset[str]:
    """The items as a frozen set: of a set it is made as small as can be, of a generator up to four times as large, and
    an empty one would be 216 bytes each time.

    >>> small_set(word for word in ()) is small_set([]), sorted(small_set(["جندي", "جندي"]))
    (True, ['جندي'])
    """
    return frozenset({*items}) or _NOTHING

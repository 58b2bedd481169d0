"""Outlets are not origins: how many publishers hold something, and how many had it independently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Reuse

# A text that shares half of its characters with another got what it tells from there, or from where that got it.
COPIED_SHARE = 0.5


def name_outlet(article: AnnotatedArticle) -> str:
    """The publisher of an article; one whose publisher is not known counts as its own."""
    return article.article.outlet or article.id


def count_outlets(articles: Iterable[AnnotatedArticle]) -> int:
    """How many publishers the articles have."""
    return len({name_outlet(article) for article in articles})


class Origins:
    """Which articles of a corpus have their text from one origin, told by copied passages."""

    def __init__(self, reuse: Sequence[Reuse], copied_share: float = COPIED_SHARE) -> None:
        self._copies: dict[str, set[str]] = {}
        for link in reuse:
            if link.kind == "near_duplicate" or max(link.share_a, link.share_b) >= copied_share:
                self._copies.setdefault(link.a, set()).add(link.b)
                self._copies.setdefault(link.b, set()).add(link.a)

    def count(self, articles: Iterable[str], outlets: int) -> int:
        """How many independent origins the articles have among themselves: a text and its copies are one.

        Several texts of one publisher bear each other out no more than one does: never more than ``outlets``.

        >>> from rawi.model.corpus import Reuse
        >>> copied = Reuse("a", "b", "near_duplicate", 0.9, 0.9, ())
        >>> Origins([copied]).count(["a", "b", "c"], outlets=3), Origins([copied]).count(["a", "c"], outlets=1)
        (2, 1)
        """
        left = set(articles)
        count = 0
        while left:
            count += 1
            waiting = [left.pop()]
            while waiting:
                found = self._copies.get(waiting.pop(), set()) & left
                left -= found
                waiting += found
        return min(count, outlets)

"""Editions: recurring reports (weather, prayer times, closing prices) are a series, not one happening told for days.

They share their form, and so most of their words, but an outlet prints each day's anew: texts of one outlet that open
with the same words on several days and then part tell of different days. What copies the one and what copies the other
is parted with them, in whatever outlet. A reprint is no edition of its own: it goes on as it opened. Two days are no
series: the second may be a follow-up that begins like the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.comparing.stories.config import StoriesConfig
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Reuse


class Editions:
    """Which articles of a corpus are different editions of one recurring report."""

    def __init__(
        self, articles: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], config: StoriesConfig = StoriesConfig()
    ) -> None:
        by_id = {article.id: article for article in articles}
        links = [link for link in reuse if link.a in by_id and link.b in by_id]
        self._first: dict[str, str] = {}
        for link in links:
            if is_same_edition(link, config):
                self._join(link.a, link.b)
        rivals = [
            (link.a, link.b)
            for link in links
            if not is_same_edition(link, config)
            and _opens_alike(link, config)
            and _is_later_print(by_id[link.a], by_id[link.b])
        ]
        days: dict[str, set[str | None]] = {}
        for one, other in (*rivals, *((right, left) for left, right in rivals)):
            days.setdefault(one, {by_id[one].published.earliest}).add(by_id[other].published.earliest)
        self._apart = {
            self._pair(one, other)
            for one, other in rivals
            if max(len(days[one]), len(days[other])) >= config.edition_days
        }

    def are_apart(self, one: str, other: str) -> bool:
        """Whether the two articles (ids) tell of different days in one form."""
        pair = self._pair(one, other)
        return pair[0] != pair[1] and pair in self._apart

    def _pair(self, one: str, other: str) -> tuple[str, str]:
        left, right = self._find(one), self._find(other)
        return (left, right) if left <= right else (right, left)

    def _find(self, name: str) -> str:
        """The first id of all copies of an article's edition."""
        while (first := self._first.get(name, name)) != name:
            name = first
        return name

    def _join(self, one: str, other: str) -> None:
        left, right = sorted((self._find(one), self._find(other)))
        self._first[right] = left


def is_same_edition(link: Reuse, config: StoriesConfig = StoriesConfig()) -> bool:
    """Whether two texts go on as they opened: most of both is the same, or one was cut from the other.

    >>> is_same_edition(Reuse("a", "b", "partial", 0.6, 0.55, ()))
    False
    >>> is_same_edition(Reuse("a", "b", "partial", 1.0, 0.5, ()))
    True
    """
    return min(link.share_a, link.share_b) >= config.edition or max(link.share_a, link.share_b) >= config.edition_cut


def _opens_alike(link: Reuse, config: StoriesConfig) -> bool:
    """Whether a shared passage stands at the head of both texts (behind a dateline at most)."""
    return any(
        passage.a.start <= config.opening_reach
        and passage.b.start <= config.opening_reach
        and min(len(passage.a), len(passage.b)) >= config.opening
        for passage in link.passages
    )


def _is_later_print(one: AnnotatedArticle, other: AnnotatedArticle) -> bool:
    """Whether one outlet printed the two on different days."""
    if one.article.outlet is None or one.article.outlet != other.article.outlet:
        return False
    a, b = one.published, other.published
    return bool(
        (a.latest and b.earliest and a.latest < b.earliest) or (b.latest and a.earliest and b.latest < a.earliest)
    )

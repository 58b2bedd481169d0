"""Articles as dating reads them: cut up only where something asks, so that a corpus's views never fill the memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

from rawi.arabic.times.meaning import FoundTime
from rawi.comparing.dating.words import find_article_times
from rawi.interchange.pile import Pile
from rawi.model.annotation import AnnotatedArticle
from rawi.model.view import TextView

# Readings that are kept: those of one affair are asked for again and again, those of a corpus are too many.
_KEPT = 256


class ReadArticle:
    """An article with its view and the meanings of its times, both worked out when first asked for."""

    __slots__ = ("_read", "annotated")

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self.annotated = annotated
        self._read: tuple[TextView, tuple[FoundTime, ...]] | None = None

    @property
    def view(self) -> TextView:
        """The article's text, cut up."""
        return self._both()[0]

    @property
    def found(self) -> tuple[FoundTime, ...]:
        """The article's times with their meanings."""
        return self._both()[1]

    def _both(self) -> tuple[TextView, tuple[FoundTime, ...]]:
        if self._read is None:
            self._read = find_article_times(self.annotated)
        return self._read


def heads(articles: Sequence[AnnotatedArticle]) -> Iterator[AnnotatedArticle]:
    """The articles in their order, of those on disk only what dating reads: text, metadata, date and zones."""
    return articles.read(()) if isinstance(articles, Pile) else iter(articles)


class Readings(Sequence[ReadArticle]):
    """The readings of articles, in their order. Going through them keeps none; asking for single ones keeps a few."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self._articles = articles
        self._at = lru_cache(maxsize=_KEPT)(self._read)

    def _read(self, index: int) -> ReadArticle:
        return ReadArticle(self._articles[index])

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, index: int) -> ReadArticle: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[ReadArticle]: ...

    def __getitem__(self, index: int | slice) -> ReadArticle | Sequence[ReadArticle]:
        if isinstance(index, slice):
            return [self._at(place) for place in range(*index.indices(len(self)))]
        return self._at(index)

    def __iter__(self) -> Iterator[ReadArticle]:
        return map(ReadArticle, heads(self._articles))

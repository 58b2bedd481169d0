"""What a brief is made from: the records of a corpus, and its articles, which are read when a line asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import ComparedCorpus, Comparison, LedgerEntry, Story, TimelineEntry, Utterance


class Shelf(Protocol):
    """The articles of a corpus by id."""

    def __contains__(self, name: object, /) -> bool:
        """Whether the corpus has the article."""

    def __getitem__(self, name: str, /) -> AnnotatedArticle:
        """The article. Raises KeyError where the corpus has none of that id."""

    def get(self, name: str, /) -> AnnotatedArticle | None:
        """The article, or None."""

    def days(self, name: str, /) -> tuple[str | None, str | None]:
        """The first and last day on which an article may have been published, without reading it."""

    def holding(self, layer: str, /) -> Sequence[str]:
        """The articles with annotations of a layer, in the order of the corpus."""

    def weight(self, entity: str, /) -> int:
        """How many quotations of an entity the whole corpus has."""


@dataclass(frozen=True, slots=True)
class Records:
    """The records that a brief may tell: all of a corpus, or at least those that its focus may let through."""

    shelf: Shelf
    stories: tuple[Story, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()


class HeldArticles:
    """A shelf of articles in memory."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self._articles = {annotated.id: annotated for annotated in articles}
        self._weights = Counter(item.source_entity for annotated in articles for item in annotated.quotations)

    def __contains__(self, name: object, /) -> bool:
        """Whether it is there."""
        return name in self._articles

    def __getitem__(self, name: str, /) -> AnnotatedArticle:
        """The article."""
        return self._articles[name]

    def get(self, name: str, /) -> AnnotatedArticle | None:
        """The article, or None."""
        return self._articles.get(name)

    def days(self, name: str, /) -> tuple[str | None, str | None]:
        """The days on which it may have been published."""
        published = self._articles[name].published
        return published.earliest, published.latest

    def holding(self, layer: str, /) -> Sequence[str]:
        """The articles with annotations of a layer."""
        return [name for name, annotated in self._articles.items() if getattr(annotated, layer)]

    def weight(self, entity: str, /) -> int:
        """How many quotations of an entity there are."""
        return self._weights[entity]


def records_of(corpus: ComparedCorpus) -> Records:
    """All records of a corpus in memory."""
    return Records(
        HeldArticles(corpus.articles),
        corpus.stories,
        corpus.utterances,
        corpus.comparisons,
        corpus.ledger,
        corpus.timeline,
    )

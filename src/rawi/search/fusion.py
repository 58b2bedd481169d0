"""Two ranked lists -> one: by words and by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class FusionConfig:
    """How two lists are joined (reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009).

    softness: added to each rank, so that the first places do not decide alone; 60 is the authors' own.
    meaning: weight of a place by meaning against one by words.
    """

    softness: float = 60.0
    meaning: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its place by words and by meaning (from 1; None: not found that way)."""

    article: str
    span: Span
    by_words: int | None = None
    by_meaning: int | None = None


def fuse(
    words: Sequence[tuple[str, Span, float]],
    meanings: Sequence[tuple[str, Span, float]],
    config: FusionConfig = FusionConfig(),
) -> list[Hit]:
    """Passages of both lists (best first), those that stand high in both before the others.

    A meaning is known of an article's opening only: it lifts the article's best passage by words, or stands for itself.

    >>> lede, other = Span(0, 9), Span(10, 20)
    >>> [hit.article for hit in fuse([("a", other, 0), ("b", lede, 0)], [("b", lede, 0), ("c", lede, 0)])]
    ['b', 'a', 'c']
    """
    ranks = {article: rank for rank, (article, _, _) in reversed(list(enumerate(meanings, start=1)))}
    hits: list[Hit] = []
    taken: set[str] = set()
    for rank, (article, span, _) in enumerate(words, start=1):
        hits.append(Hit(article, span, rank, None if article in taken else ranks.get(article)))
        taken.add(article)
    for article, span, _ in meanings:
        if article not in taken:
            hits.append(Hit(article, span, None, ranks[article]))
            taken.add(article)

    def score(hit: Hit) -> float:
        by_words = 1 / (config.softness + hit.by_words) if hit.by_words else 0.0
        by_meaning = config.meaning / (config.softness + hit.by_meaning) if hit.by_meaning else 0.0
        return by_words + by_meaning

    return sorted(hits, key=lambda hit: (-score(hit), hit.by_words or len(words) + 1, hit.article, hit.span.start))

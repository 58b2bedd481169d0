"""Candidates for one story: articles near in time that share several of their weightiest terms, or copied text."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import numpy as np

from rawi.comparing.pairing import expand_ranges
from rawi.comparing.stories.config import StoriesConfig
from rawi.comparing.stories.vectors import TermVectors
from rawi.comparing.words import Integers
from rawi.model.annotation import AnnotatedArticle

_FAR = 10_000_000
# Articles whose pairs are counted at a time: keeps the working arrays under about 200 MB.
_BATCH = 2_000


def read_days(articles: Sequence[AnnotatedArticle]) -> tuple[Integers, Integers]:
    """First and last possible publication day of each article as day numbers; unknown ones lie open."""
    earliest = [_number(article.published.earliest, -_FAR) for article in articles]
    latest = [_number(article.published.latest, _FAR) for article in articles]
    return np.array(earliest, dtype=np.int64), np.array(latest, dtype=np.int64)


def _number(day: str | None, unknown: int) -> int:
    return datetime.date.fromisoformat(day).toordinal() if day else unknown


def days_between(days: tuple[Integers, Integers], first: Integers, second: Integers) -> Integers:
    """Days that lie at least between two publications; 0 where they may be of one day."""
    earliest, latest = days
    gap = np.maximum(earliest[first] - latest[second], earliest[second] - latest[first])
    return np.asarray(np.maximum(gap, 0))


def block_stories(
    body: TermVectors, days: tuple[Integers, Integers], copies: Integers, config: StoriesConfig = StoriesConfig()
) -> Integers:
    """Keys ``first * articles + second`` of the pairs to score, in order. ``copies`` are such keys of copied pairs."""
    count = len(days[0])
    if not count:
        return copies
    cells, owners = _heaviest(body, count, config.block_terms)
    # An article that may be of many days is put on none and meets all that share its terms.
    dated = days[1] - days[0] <= config.window
    day = np.where(dated, days[0], 0)
    span = np.int64(day.max() + config.window + 1)
    order = np.lexsort((owners, day[owners], cells))
    cells, owners = cells[order], owners[order]
    places = cells * span + day[owners]
    begins = np.searchsorted(places, places)
    ends = np.where(
        dated[owners],
        np.searchsorted(places, places + config.window, side="right"),
        np.searchsorted(places, (cells + 1) * span),
    )
    own = np.arange(len(places)) + 1
    usable = ends - begins <= config.most_articles
    found = [copies]
    for start in range(0, count, _BATCH):
        chosen = np.flatnonzero(usable & (owners >= start) & (owners < start + _BATCH))
        first, second = expand_ranges(own[chosen], ends[chosen])
        left, right = owners[chosen[first]], owners[second]
        keys, shared = np.unique(np.minimum(left, right) * count + np.maximum(left, right), return_counts=True)
        found.append(keys[shared >= config.least_block_terms])
    keys = np.unique(np.concatenate(found))
    return keys[days_between(days, keys // count, keys % count) <= config.window]


def _heaviest(vectors: TermVectors, count: int, most: int) -> tuple[Integers, Integers]:
    """Terms and owners of the ``most`` heaviest terms of each row."""
    owners = vectors.cells // vectors.terms
    order = np.lexsort((vectors.cells, -vectors.weights, owners))
    rank = np.arange(len(order)) - vectors.bounds[owners[order]]
    kept = order[rank < most]
    return vectors.cells[kept] % vectors.terms, owners[kept]

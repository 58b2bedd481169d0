"""Pairs of articles that may report one happening, with what speaks for it and how likely it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rawi.comparing.blocking import block_by_terms, days_between, number_days
from rawi.comparing.stories.config import StoriesConfig
from rawi.comparing.stories.features import align_copies, pair_copies, score_features
from rawi.comparing.stories.rows import StoryRows
from rawi.comparing.stories.scoring import load_story_weights
from rawi.comparing.stories.segments import find_segments
from rawi.comparing.stories.vectors import ArticleVectors, build_vectors
from rawi.comparing.words import CorpusWords, Integers, read_words
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Reuse
from rawi.model.dates import DateRange


@dataclass(frozen=True, slots=True, eq=False)
class ScoredStories:
    """Candidate pairs (``first * articles + second``) of a corpus with their features and probabilities.

    ``copies`` are the keys ``first * rows + second`` of rows that share text, with their shares.
    """

    rows: StoryRows
    vectors: ArticleVectors
    days: tuple[Integers, Integers]
    copies: tuple[Integers, npt.NDArray[np.float64]]
    pairs: Integers
    features: npt.NDArray[np.float64]
    probabilities: npt.NDArray[np.float64]

    @property
    def words(self) -> CorpusWords:
        """The words of the corpus."""
        return self.rows.words


def score_stories(
    articles: Sequence[AnnotatedArticle],
    reuse: Sequence[Reuse],
    config: StoriesConfig = StoriesConfig(),
    words: CorpusWords | None = None,
) -> ScoredStories:
    """All candidate pairs of a corpus with their features and the probability that they are of one story.

    Rows of segments are made ready for comparison beside the articles; no pair here is of them.
    """
    words = words or read_words(articles)
    rows = StoryRows.of(words, find_segments(words))
    vectors = build_vectors(rows, config)
    days = number_days([DateRange(item.published.earliest, item.published.latest) for item in words.articles])
    copies = pair_copies(rows, reuse)
    pairs = block_by_terms(
        vectors.body.first(rows.articles),
        days,
        window=config.window,
        block_terms=config.block_terms,
        least=config.least_block_terms,
        most=config.most_articles,
    )
    count, rows_count = max(1, rows.articles), max(1, len(rows.owners))
    of_articles = copies[0] % rows_count < rows.articles
    keys = copies[0][of_articles] // rows_count * count + copies[0][of_articles] % rows_count
    pairs = np.union1d(pairs, keys)
    first, second = pairs // count, pairs % count
    near = days_between(days, first, second) <= config.window
    pairs, first, second = pairs[near], first[near], second[near]
    copied = align_copies(pairs, (keys, copies[1][of_articles]))
    features = score_features(rows, vectors, days, (first, second), copied)
    return ScoredStories(rows, vectors, days, copies, pairs, features, load_story_weights().probabilities(features))

"""A question -> passages: by words, by meaning, or by both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from rawi.model.span import Span
from rawi.search.encoder import Encoder
from rawi.search.fusion import FusionConfig, Hit, fuse
from rawi.search.meaning import MeaningIndex
from rawi.search.query import Query

By: TypeAlias = Literal["words", "meaning", "both"]
WAYS: tuple[By, ...] = get_args(By)

# Full text asked with an expression for at most so many passages: article, span, rank.
Match: TypeAlias = Callable[[str, int], list[tuple[str, Span, float]]]


@dataclass(frozen=True, slots=True)
class FindingConfig:
    """How much is looked at.

    few: fewer passages than this that hold all the words: those that hold some of them come behind.
    most_meanings: openings nearest by meaning; a reader seldom looks further than two pages.
    least_alike: cosine under which an opening has nothing to do with the question.
    arabic_meaning, foreign_meaning: weight of the place by meaning for a question in Arabic and in another language,
    whose words are guesses of a small glossary (P@5 alone: English words .51, meaning .78; Arabic words .73, meaning
    .65).
    """

    few: int = 5
    most_meanings: int = 60
    least_alike: float = 0.2
    arabic_meaning: float = 1.0
    foreign_meaning: float = 2.0


@dataclass(frozen=True, slots=True)
class Meanings:
    """What searching by meaning needs: the vectors, the encoder, and which articles may be found (None: all)."""

    index: MeaningIndex
    encoder: Encoder
    allowed: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, best first. ``strict`` counts those that hold all the words asked for."""

    hits: tuple[Hit, ...]
    strict: int


def find_passages(
    asked: str,
    query: Query,
    match: Match,
    *,
    most: int = 200,
    by: By = "words",
    meanings: Meanings | None = None,
    config: FindingConfig = FindingConfig(),
) -> Found:
    """Passages for a question. Without ``meanings``, and for “phrases”, only by words whatever ``by`` says."""
    if meanings is None or by == "words" or _is_exact(asked):
        words, strict = _by_words(query, match, most, config)
        return Found(tuple(fuse(words, ())), strict)
    words, strict = ([], 0) if by == "meaning" else _by_words(query, match, most, config)
    near = _by_meaning(asked, meanings, config)
    joining = FusionConfig(meaning=config.foreign_meaning if query.foreign else config.arabic_meaning)
    return Found(tuple(fuse(words, near, joining)[:most]), strict)


def _by_words(
    query: Query, match: Match, most: int, config: FindingConfig
) -> tuple[Sequence[tuple[str, Span, float]], int]:
    if not query.expression:
        return [], 0
    found = match(query.expression, most)
    strict = len(found)
    if strict < config.few and query.loose and query.loose != query.expression:
        seen = {(article, span) for article, span, _ in found}
        found += [hit for hit in match(query.loose, most) if hit[:2] not in seen]
    return found[:most], strict


def _by_meaning(asked: str, meanings: Meanings, config: FindingConfig) -> Sequence[tuple[str, Span, float]]:
    (vector,) = meanings.encoder.encode([asked])
    near = meanings.index.nearest(vector, config.most_meanings, meanings.allowed)
    return [hit for hit in near if hit[2] >= config.least_alike]


def _is_exact(asked: str) -> bool:
    """Whether a question asks for the letters themselves: “phrases” and -words have no meaning to be near to."""
    return any(mark in asked for mark in '"«“') or any(word.startswith("-") for word in asked.split())

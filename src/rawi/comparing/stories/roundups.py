"""Round-ups: articles that hold several happenings sit in each one's story, by the passage that tells it.

A report is of one happening, and its whole text decides on that (grouping.py). What stands in it behind a mark (a turn,
a heading, a bullet: segments.py) is compared as if it were a report of its own, by the same features and weights, with
the founder of each story and with each report that no other tells. Two guards keep out background and the article's own
matter: the segment must be nearer to that report than the article's title and first lines are, and nearer to it than to
these. A text that holds most of another report behind its own first lines tells that report's happening too.

A passage never moves an article from its story, and never makes two stories one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rawi.comparing.blocking import block_by_terms
from rawi.comparing.stories.config import RoundupsConfig
from rawi.comparing.stories.features import align_copies, score_features
from rawi.comparing.stories.pairs import ScoredStories
from rawi.comparing.stories.scoring import load_story_weights
from rawi.model.corpus import Reuse
from rawi.model.span import Span

# Whether two articles (ids) may not stand in one story.
_Apart = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Retelling:
    """A passage of ``article`` that tells the happening of the story that ``founder`` founded (ids); score 0..1."""

    founder: str
    article: str
    passage: Span
    score: float


@dataclass(frozen=True, slots=True)
class Held:
    """A report (id) that stands in a ``passage`` of ``holder`` with this share of its text.

    ``is_aside`` tells that title and first lines of the two have nothing in common: only the passage makes them alike.
    """

    holder: str
    report: str
    passage: Span
    share: float
    is_aside: bool


def find_retellings(
    scored: ScoredStories,
    held: Sequence[Held],
    founder_of: Mapping[str, str],
    is_apart: _Apart,
    config: RoundupsConfig = RoundupsConfig(),
) -> tuple[Retelling, ...]:
    """Passages that tell another story than their article's, one for each story and article, in order.

    ``founder_of`` names the founder of each article that stands in a story; any other article founds one by itself.
    """
    found = [*_segments_told(scored, founder_of, config)]
    for one in held:
        founder = founder_of.get(one.report, one.report)
        if founder == one.report != founder_of.get(one.holder):
            found.append(Retelling(founder, one.holder, one.passage, round(one.share, 6)))
    best: dict[tuple[str, str], Retelling] = {}
    for told in sorted(found, key=lambda told: (-told.score, told.passage, told.founder)):
        if not is_apart(told.founder, told.article):
            best.setdefault((told.founder, told.article), told)
    return tuple(best[key] for key in sorted(best))


def _segments_told(scored: ScoredStories, founder_of: Mapping[str, str], config: RoundupsConfig) -> Iterator[Retelling]:
    """Marked segments that are as likely as a report to tell a founder's happening; each tells one."""
    rows, vectors, days = scored.rows, scored.vectors, scored.days
    if not rows.segments:
        return
    count, names = len(rows.owners), [article.id for article in rows.words.articles]
    number = {name: place for place, name in enumerate(names)}
    stories = np.array([number[founder_of.get(name, name)] for name in names], dtype=np.int64)
    row_days = (days[0][rows.owners], days[1][rows.owners])
    may_pair = np.arange(count) >= rows.articles
    may_pair[: rows.articles] = stories == np.arange(rows.articles)
    pairs = block_by_terms(
        vectors.body.only(may_pair),
        row_days,
        window=config.window,
        block_terms=config.block_terms,
        least=config.least_block_terms,
        most=config.most_articles,
    )
    first, second = pairs // count, pairs % count
    kept = (first < rows.articles) & (second >= rows.articles)
    kept[kept] &= stories[first[kept]] != stories[rows.owners[second[kept]]]
    pairs, first, second = pairs[kept], first[kept], second[kept]
    copied = align_copies(pairs, scored.copies)
    features = score_features(rows, vectors, row_days, (first, second), copied)
    likely = load_story_weights().probabilities(features)
    near = vectors.lede.dot(first, second)
    whole = rows.owners[second]
    own = np.maximum(vectors.lede.dot(first, whole), vectors.lede.dot(second, whole))
    limits = np.array([config.turned if segment.mark == "turn" else config.marked for segment in rows.segments])
    told = np.flatnonzero((near > own) & (likely >= limits[second - rows.articles]))
    taken: set[int] = set()
    for place in sorted(told.tolist(), key=lambda place: (-likely[place], names[first[place]], second[place])):
        row = int(second[place])
        if row not in taken:
            taken.add(row)
            yield Retelling(names[first[place]], names[rows.owners[row]], rows.span(row), float(likely[place]))


def find_held(
    scored: ScoredStories, reuse: Sequence[Reuse], config: RoundupsConfig = RoundupsConfig()
) -> tuple[Held, ...]:
    """Texts that hold most of another report, behind first lines of their own and as the smaller part of them."""
    days, number = scored.days, {article.id: place for place, article in enumerate(scored.words.articles)}
    found: list[tuple[int, int, Span, float]] = []
    for link in reuse:
        if link.a not in number or link.b not in number or not link.passages:
            continue
        a, b = number[link.a], number[link.b]
        a_holds = link.share_b >= config.held and link.share_a <= config.holding
        b_holds = link.share_a >= config.held and link.share_b <= config.holding
        if not (a_holds or b_holds):
            continue
        holder, held, share = (a, b, link.share_b) if a_holds else (b, a, link.share_a)
        passages = [passage.a if a_holds else passage.b for passage in link.passages]
        span = Span(min(passage.start for passage in passages), max(passage.end for passage in passages))
        gap = max(days[0][holder] - days[1][held], days[0][held] - days[1][holder])
        if span.start >= config.opening and gap <= config.window:
            found.append((holder, held, span, share))
    holders, reports = (np.array([row[side] for row in found], dtype=np.int64) for side in (0, 1))
    likeness = np.round(scored.vectors.lede.dot(holders, reports), 6).tolist()
    names = [article.id for article in scored.words.articles]
    return tuple(
        Held(names[holder], names[held], span, share, near < config.aside)
        for (holder, held, span, share), near in zip(found, likeness)
    )

"""Stories: articles that report the very same happening, found, scored and grouped round their founders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rawi.comparing.blocking import block_by_terms, days_between, number_days
from rawi.comparing.grouping import Group, group_pairs
from rawi.comparing.origins import Origins, count_outlets
from rawi.comparing.stories.config import StoriesConfig
from rawi.comparing.stories.editions import Editions
from rawi.comparing.stories.features import FEATURES, pair_copies, score_features
from rawi.comparing.stories.scoring import load_story_weights
from rawi.comparing.stories.storylines import find_storylines
from rawi.comparing.stories.titles import choose_title
from rawi.comparing.stories.vectors import ArticleVectors, build_vectors
from rawi.comparing.words import CorpusWords, Integers, read_words
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Judgement, Reason, Reuse, Story
from rawi.model.dates import DateRange
from rawi.model.identifiers import make_id

# What a reader is told of a feature; those without a line only correct others.
_EXPLAINED = {
    "title": "titles alike",
    "title_in_lede": "title retold in the first lines of the other",
    "lede": "first lines alike",
    "body": "weighty words shared",
    "phrases": "names and expressions shared in title and first lines",
    "numbers": "numbers shared in title and first lines",
    "copied_most": "copied text, share of the shorter",
}


@dataclass(frozen=True, slots=True, eq=False)
class ScoredStories:
    """Candidate pairs (``first * articles + second``) of a corpus with their features and probabilities."""

    words: CorpusWords
    vectors: ArticleVectors
    pairs: Integers
    features: npt.NDArray[np.float64]
    probabilities: npt.NDArray[np.float64]


def score_stories(
    articles: Sequence[AnnotatedArticle],
    reuse: Sequence[Reuse],
    config: StoriesConfig = StoriesConfig(),
    words: CorpusWords | None = None,
) -> ScoredStories:
    """All candidate pairs of a corpus with their features and the probability that they are of one story."""
    words = words or read_words(articles)
    vectors = build_vectors(words, config)
    days = number_days([DateRange(item.published.earliest, item.published.latest) for item in words.articles])
    copies = pair_copies(words, reuse)
    pairs = block_by_terms(
        vectors.body,
        days,
        window=config.window,
        block_terms=config.block_terms,
        least=config.least_block_terms,
        most=config.most_articles,
    )
    pairs = np.union1d(pairs, copies[0])
    count = max(1, len(words.articles))
    pairs = pairs[days_between(days, pairs // count, pairs % count) <= config.window]
    features = score_features(words, vectors, days, pairs, copies)
    return ScoredStories(words, vectors, pairs, features, load_story_weights().probabilities(features))


def group_stories(
    articles: Sequence[AnnotatedArticle],
    reuse: Sequence[Reuse],
    config: StoriesConfig = StoriesConfig(),
    judgements: Sequence[Judgement] = (),
    words: CorpusWords | None = None,
) -> tuple[Story, ...]:
    """The stories of a corpus (each of two articles or more), in the order of their ids.

    The result depends on the set of articles only: not on their order, nor on whether they came at once. Judgements
    about "stories" that are not withdrawn win over scores; they may name stories or articles.

    >>> from rawi.model.annotation import PublishedDate
    >>> from rawi.model.article import Article
    >>> texts = ("غرق مركب في النيل ومقتل ستة ركاب قرب الوراق", "مقتل ستة ركاب بعد غرق مركب في النيل قرب الوراق")
    >>> made = [Article.create(text, title="غرق مركب في النيل", outlet=text[:3]) for text in texts]
    >>> both = [AnnotatedArticle(article, PublishedDate("2015-07-23", "2015-07-23")) for article in made]
    >>> [(story.title, len(story.articles)) for story in group_stories(both, ())]
    [('غرق مركب في النيل', 2)]
    """
    scored = score_stories(articles, reuse, config, words)
    names = [article.id for article in scored.words.articles]
    scores = _scores(scored, names, config)
    founders = {make_id("s", name): name for name in names} | {name: name for name in names}
    is_small = len(names) < config.small
    editions = Editions(scored.words.articles, reuse, config)
    groups = group_pairs(
        {pair: 0.0 if editions.are_apart(*pair) else score for pair, score in scores.items()},
        config.same_small if is_small else config.same,
        same=_judged(judgements, "same", founders),
        different=_judged(judgements, "different", founders),
        merge=config.same_small if is_small else config.merge,
        apart=_far_apart(scored.words.articles, config),
    )
    lines = find_storylines(groups, scores, config)
    origins = Origins(reuse)
    index = {name: number for number, name in enumerate(names)}
    stories = [_story(scored, group, index, lines.get(group.founder), origins) for group in groups]
    return tuple(sorted(stories, key=lambda story: story.id))


def _far_apart(articles: Sequence[AnnotatedArticle], config: StoriesConfig) -> Callable[[str, str], bool]:
    """Whether two articles were written further apart than reports of one happening are."""
    days = number_days([DateRange(item.published.earliest, item.published.latest) for item in articles])
    spans = {item.id: span for item, span in zip(articles, zip(*(ends.tolist() for ends in days)))}

    def is_far(left: str, right: str) -> bool:
        (first, last), (other_first, other_last) = spans[left], spans[right]
        return bool(max(first - other_last, other_first - last) > config.window)

    return is_far


def _scores(scored: ScoredStories, names: Sequence[str], config: StoriesConfig) -> dict[tuple[str, str], float]:
    count = max(1, len(names))
    kept = scored.probabilities >= config.least
    return {
        (names[pair // count], names[pair % count]): score
        for pair, score in zip(scored.pairs[kept].tolist(), scored.probabilities[kept].tolist())
    }


def _judged(judgements: Sequence[Judgement], kind: str, founders: dict[str, str]) -> list[tuple[str, str]]:
    """Pairs of articles that people called the same or different; a story is named by its founder."""
    return [
        (founders[judgement.subject], founders[judgement.other])
        for judgement in judgements
        if judgement.about == "stories"
        and judgement.kind == kind
        and judgement.withdrawn_on is None
        and judgement.subject in founders
        and judgement.other in founders
    ]


def _story(
    scored: ScoredStories, group: Group, index: dict[str, int], storyline: str | None, origins: Origins
) -> Story:
    numbers = [index[name] for name in group.members]
    members = [scored.words.articles[number] for number in numbers]
    earliest = [member.published.earliest for member in members if member.published.earliest]
    latest = [member.published.latest for member in members if member.published.latest]
    return Story(
        id=make_id("s", group.founder),
        title=choose_title(scored.words, scored.vectors, numbers),
        articles=group.members,
        earliest=min(earliest, default=None),
        latest=max(latest, default=None),
        storyline=storyline,
        outlets=count_outlets(members),
        origins=origins.count(group.members),
        reasons=_reasons(scored, group, index),
    )


def _reasons(scored: ScoredStories, group: Group, index: dict[str, int]) -> tuple[Reason, ...]:
    """What the members share with the founder, on the average, and how sure the table is of them."""
    count, founder = len(index), index[group.founder]
    keys = np.array(
        sorted(min(index[name], founder) * count + max(index[name], founder) for name in group.scores), dtype=np.int64
    )
    at = np.searchsorted(scored.pairs, keys)
    at = at[(at < len(scored.pairs))]
    at = at[np.isin(scored.pairs[at], keys)]
    if not len(at):
        return (Reason("judgement", 1.0, "joined by people"),)
    means = scored.features[at].mean(axis=0)
    reasons = [Reason("same_happening", round(float(scored.probabilities[at].mean()), 3), f"founder {group.founder}")]
    for name, mean in zip(FEATURES, means.tolist()):
        if name in _EXPLAINED and round(mean, 3) > 0:
            reasons.append(Reason(name, round(mean, 3), _EXPLAINED[name]))
    return tuple(reasons)

"""Stories: articles that report the very same happening, found, scored and grouped round their founders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from rawi.comparing.blocking import number_days
from rawi.comparing.grouping import Group, group_pairs
from rawi.comparing.origins import Origins, count_outlets
from rawi.comparing.stories.config import StoriesConfig
from rawi.comparing.stories.editions import Editions
from rawi.comparing.stories.features import FEATURES
from rawi.comparing.stories.pairs import ScoredStories, score_stories
from rawi.comparing.stories.roundups import Retelling, find_held, find_retellings
from rawi.comparing.stories.storylines import find_storylines
from rawi.comparing.stories.titles import choose_titles
from rawi.comparing.words import CorpusWords, read_words
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, Judgement, Reason, Reuse, Story
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
    words = words or read_words(articles)
    scored = score_stories((), reuse, config, words)
    names = [article.id for article in words.articles]
    scores = _scores(scored, names, config)
    founders = {make_id("s", name): name for name in names} | {name: name for name in names}
    is_small = len(names) < config.small
    editions = Editions(words.articles, reuse, config)
    different = _judged(judgements, "different", founders)
    held = find_held(scored, reuse)
    aside = {(min(one.holder, one.report), max(one.holder, one.report)) for one in held if one.is_aside}
    groups = group_pairs(
        {pair: 0.0 if pair in aside or editions.are_apart(*pair) else score for pair, score in scores.items()},
        config.same_small if is_small else config.same,
        same=_judged(judgements, "same", founders),
        different=different,
        merge=config.same_small if is_small else config.merge,
        apart=_far_apart(words.articles, config),
    )
    founder_of = {name: group.founder for group in groups for name in group.members}
    parted = {frozenset(pair) for pair in different}

    def is_apart(left: str, right: str) -> bool:
        return frozenset((left, right)) in parted or editions.are_apart(left, right)

    retold: dict[str, list[Retelling]] = {}
    for telling in find_retellings(scored, held, founder_of, is_apart):
        retold.setdefault(telling.founder, []).append(telling)
    lone = [Group(name, (name,), {}) for name in sorted(retold.keys() - founder_of.keys())]
    lines = find_storylines(groups, scores, config)
    origins = Origins(reuse)
    index = {name: number for number, name in enumerate(names)}
    all_groups = (*groups, *lone)
    members = [[index[name] for name in group.members] for group in all_groups]
    titles = choose_titles(words, scored.vectors, members)
    stories = [
        replace(
            _story(scored, group, retold.get(group.founder, ()), index, origins),
            title=title,
            storyline=lines.get(group.founder),
        )
        for group, title in zip(all_groups, titles)
    ]
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
    scored: ScoredStories,
    group: Group,
    retold: Sequence[Retelling],
    index: dict[str, int],
    origins: Origins,
) -> Story:
    """The story of a group, with the articles that tell it in a passage; its days are those of whole reports."""
    members = [scored.words.articles[index[name]] for name in group.members]
    telling = [scored.words.articles[index[told.article]] for told in retold]
    names = tuple(sorted({*group.members, *(told.article for told in retold)}))
    earliest = [member.published.earliest for member in members if member.published.earliest]
    latest = [member.published.latest for member in members if member.published.latest]
    return Story(
        id=make_id("s", group.founder),
        title="",
        articles=names,
        earliest=min(earliest, default=None),
        latest=max(latest, default=None),
        outlets=(outlets := count_outlets([*members, *telling])),
        # What one publisher prints twice has one origin, in whatever words.
        origins=origins.count(names, outlets),
        reasons=(*_reasons(scored, group, index), *_reasons_of_passages(retold)),
        passages=tuple(Citation(told.article, told.passage.start, told.passage.end) for told in retold),
    )


def _reasons_of_passages(retold: Sequence[Retelling]) -> tuple[Reason, ...]:
    return tuple(Reason("told_in_passage", round(told.score, 3), f"article {told.article}") for told in retold)


def _reasons(scored: ScoredStories, group: Group, index: dict[str, int]) -> tuple[Reason, ...]:
    """What the members share with the founder, on the average, and how sure the table is of them."""
    count, founder = len(index), index[group.founder]
    keys = np.array(
        sorted(min(index[name], founder) * count + max(index[name], founder) for name in group.scores), dtype=np.int64
    )
    if len(group.members) == 1:
        return (Reason("same_happening", 1.0, f"founder {group.founder}"),)
    at = np.minimum(np.searchsorted(scored.pairs, keys), len(scored.pairs) - 1)
    at = at[scored.pairs[at] == keys]
    if not len(at):
        return (Reason("judgement", 1.0, "joined by people"),)
    means = scored.features[at].mean(axis=0)
    reasons = [Reason("same_happening", round(float(scored.probabilities[at].mean()), 3), f"founder {group.founder}")]
    for name, mean in zip(FEATURES, means.tolist()):
        if name in _EXPLAINED and round(mean, 3) > 0:
            reasons.append(Reason(name, round(mean, 3), _EXPLAINED[name]))
    return tuple(reasons)

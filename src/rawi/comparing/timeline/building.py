"""The timeline itself: mentions grouped against a founder, dated together, counted by outlet and origin."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from rawi.comparing.actions import PhraseReader
from rawi.comparing.articles import read_layers
from rawi.comparing.grouping import group_pairs
from rawi.comparing.origins import Origins, count_outlets
from rawi.comparing.timeline.config import TimelineConfig
from rawi.comparing.timeline.items import Item, StoryPlaces, collect_items
from rawi.comparing.timeline.labels import make_label
from rawi.comparing.timeline.scoring import block_items, score_items
from rawi.knowledge import Knowledge, load_knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, Reason, Reuse, Story, TimelineEntry
from rawi.model.dates import DateRange
from rawi.model.identifiers import make_id


def build_timeline(
    articles: Sequence[AnnotatedArticle],
    stories: Sequence[Story],
    reuse: Sequence[Reuse],
    config: TimelineConfig = TimelineConfig(),
    knowledge: Knowledge | None = None,
) -> tuple[TimelineEntry, ...]:
    """What happened and is going to, by date, undated happenings last. Independent of the articles' order.

    A happening told once is shown where it has a date and a participant; where mentions differ, all of it is kept in
    ``details``.
    """
    places = StoryPlaces.of(stories)
    items = collect_items(read_layers(articles, "events"), places, PhraseReader(knowledge or load_knowledge()), config)
    weights = _weigh(items)
    by_id = {item.id: item for item in items}
    scores: dict[tuple[str, str], float] = {}
    for first, second in block_items(items, config):
        score, _ = score_items(items[first], items[second], weights, config)
        if score >= config.same:
            a, b = sorted((items[first].id, items[second].id))
            scores[a, b] = score
    origins = Origins(reuse)
    entries: list[TimelineEntry] = []
    grouped: set[str] = set()
    for group in group_pairs(scores, config.same):
        members = [by_id[member] for member in group.members]
        grouped.update(group.members)
        links = [
            reason
            for other in group.members
            if (min(other, group.founder), max(other, group.founder)) in scores
            for reason in _explain(by_id[group.founder], by_id[other], weights, config)
        ]
        entries.append(_entry(members, by_id[group.founder], links, origins, config))
    for item in items:
        alone = item.id not in grouped and item.dated and item.parties and item.event.polarity == "asserted"
        if alone:
            entries.append(_entry([item], item, [], origins, config))
    return tuple(sorted(entries, key=_order))


def _explain(founder: Item, other: Item, weights: Mapping[str, float], config: TimelineConfig) -> tuple[Reason, ...]:
    """Why both are one happening: told anew, for the reasons of all pairs would fill the memory."""
    first, second = sorted((founder, other), key=lambda item: (item.article.id, item.event.start, item.event.end))
    return score_items(first, second, weights, config)[1]


def _order(entry: TimelineEntry) -> tuple[bool, str, str, str]:
    return entry.earliest is None, entry.earliest or "", entry.latest or "", entry.id


def _weigh(items: Sequence[Item]) -> Mapping[str, float]:
    """How much each word tells: the logarithm of how rarely it stands near a trigger (at least 0.2)."""
    counts = Counter(key for item in items for key in item.words)
    return {key: max(0.2, math.log((len(items) + 1) / (count + 0.5))) for key, count in counts.items()}


def _entry(
    members: Sequence[Item], founder: Item, reasons: Sequence[Reason], origins: Origins, config: TimelineConfig
) -> TimelineEntry:
    mentions = sorted(members, key=lambda item: (item.article.id, item.event.start, item.event.end))
    days = _common_days(mentions, founder)
    articles = {item.article.id: item.article for item in mentions}
    stories = Counter(item.story for item in mentions if item.story is not None)
    outlets = count_outlets(articles.values())
    return TimelineEntry(
        id=make_id("t", founder.id),
        earliest=days.earliest,
        latest=days.latest,
        label=make_label(mentions, config.longest_label),
        type=founder.event.type,
        mentions=tuple(
            Citation(
                item.article.id,
                item.event.start,
                item.event.end,
                item.article.text[item.event.start : item.event.end],
                item.event.when,
                item.article.article.outlet,
            )
            for item in mentions
        ),
        outlets=outlets,
        origins=origins.count(sorted(articles), outlets),
        story=min(stories, key=lambda name: (-stories[name], name)) if stories else None,
        details=_details(mentions),
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _common_days(mentions: Sequence[Item], founder: Item) -> DateRange:
    """The days on which all that say when agree, told most exactly; the founder's own where they don't."""
    dated = sorted(
        (item for item in mentions if item.dated), key=lambda item: (item.days.days() or 10_000, item.days, item.id)
    )
    if not dated:
        return DateRange()
    common = founder.days if founder.dated else dated[0].days
    for item in dated:
        met = common.meet(item.days)
        common = met if met is not None else common
    return common


def _details(mentions: Sequence[Item]) -> tuple[Citation, ...]:
    """Participants, places, times and doubts as each article tells them, every wording once an article."""
    found: dict[tuple[str, str], Citation] = {}
    for item in mentions:
        text = item.article.text
        for role in item.event.roles:
            said = text[role.start : role.end]
            value = f"{role.role}: {role.name or said}"
            found.setdefault(
                (item.article.id, value),
                Citation(item.article.id, role.start, role.end, value, item.event.when, item.article.article.outlet),
            )
        for value in (item.event.polarity, item.event.modality):
            if value not in ("asserted", "actual"):
                found.setdefault(
                    (item.article.id, value),
                    Citation(item.article.id, item.event.start, item.event.end, value, item.event.when),
                )
    return tuple(found.values())

"""Block and score: which mentions may tell of one happening, and how surely, with reasons."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rawi.comparing.actions import similarity
from rawi.comparing.timeline.config import TimelineConfig
from rawi.comparing.timeline.items import Item
from rawi.model.corpus import Reason
from rawi.model.dates import DateRange


def block_items(items: Sequence[Item], config: TimelineConfig) -> Iterator[tuple[int, int]]:
    """Pairs of one type that share a story, or a participant and a month; each pair once."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        kind = item.event.type
        if item.story is not None:
            blocks[kind, "story", item.story].append(number)
        for party in sorted(item.parties):
            for month in _months(item):
                blocks[kind, "party", party, month].append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        for members in _cut(blocks[key], items, config):
            for pair in combinations(members, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _months(item: Item) -> list[str]:
    """The month and the year in which it happened; of publication where nothing is said."""
    days = item.days
    if days.earliest is None:
        published = item.article.published.earliest
        return [published[:7], published[:4]] if published else ["-"]
    if days.latest is not None and days.earliest[:7] == days.latest[:7]:
        return [days.earliest[:7], days.earliest[:4]]
    return [days.earliest[:4]]


def _cut(members: Sequence[int], items: Sequence[Item], config: TimelineConfig) -> Iterator[Sequence[int]]:
    """A block as it is, or where crowded the parts of one day, and those cut again by another participant."""
    if len(members) <= config.crowded:
        if len(members) > 1:
            yield members
        return
    finer: dict[str, list[int]] = defaultdict(list)
    for number in members:
        finer[items[number].days.earliest or "-"].append(number)
    for day in sorted(finer):
        part = finer[day]
        if len(part) <= config.crowded:
            yield part
            continue
        finest: dict[str, list[int]] = defaultdict(list)
        for number in part:
            for other in sorted(items[number].parties | items[number].places):
                finest[other].append(number)
        for other in sorted(finest):
            if len(finest[other]) <= config.crowded:
                yield finest[other]


def score_items(
    a: Item, b: Item, weights: Mapping[str, float], config: TimelineConfig
) -> tuple[float, tuple[Reason, ...]]:
    """How surely both mean one happening (0..1, uncalibrated), with reasons; 0 where type or time forbid it."""
    if a.event.type != b.event.type or (a.event.modality == "planned") != (b.event.modality == "planned"):
        return 0.0, ()
    time = score_days(a.days, b.days, config.near_days)
    if time is None:
        return 0.0, ()
    party = _shared(a.parties, b.parties, config.unknown)
    if a.parties and b.parties and not party:
        return 0.0, ()
    place = _shared(a.places, b.places, config.unknown)
    words = similarity(a.words, b.words, weights)
    story = 1.0 if a.story is not None and a.story == b.story else 0.0
    told = config.unknown if not (a.dated and b.dated) else time
    score = (
        config.party_weight * party
        + config.time_weight * told
        + config.place_weight * place
        + config.words_weight * min(1.0, 1.5 * words)
        + config.story_weight * story
    )
    if not story and words < config.few_words and len(a.parties & b.parties) < 2:
        score -= config.lone_loss
    reasons = [
        Reason("participants", round(party, 3), "، ".join(sorted(a.parties & b.parties))),
        Reason("time", round(told, 3), f"{a.event.when or '؟'} … {b.event.when or '؟'}"),
        Reason("words", round(words, 3), ""),
    ]
    if story:
        reasons.append(Reason("story", 1.0, a.story or ""))
    return round(score, 4), tuple(reasons)


def _shared(a: frozenset[str], b: frozenset[str], unknown: float) -> float:
    """Shared members by those of the smaller set, tempered by the larger; ``unknown`` where one is empty."""
    if not a or not b:
        return unknown
    shared = len(a & b)
    return shared / min(len(a), len(b)) * (0.7 + 0.3 * shared / max(len(a), len(b)))


def score_days(a: DateRange, b: DateRange, near_days: int) -> float | None:
    """1 for one single day, less for ranges that meet, None where both are known and can't be the same.

    >>> score_days(DateRange.of("2031-05-04"), DateRange.of("2031-05-04"), 1)
    1.0
    >>> score_days(DateRange.of("2031-05-04"), DateRange.of("2031-06-20"), 1) is None
    True
    """
    if a.earliest is None or b.earliest is None:
        return 0.0
    if a.is_day and b.is_day:
        distance = abs((datetime.date.fromisoformat(a.earliest) - datetime.date.fromisoformat(b.earliest)).days)
        if distance > near_days:
            return None
        return 1.0 - 0.3 * distance
    common = a.meet(b)
    if common is None:
        return None
    days = max(a.days() or 366, b.days() or 366)
    return 0.7 if days <= 31 else 0.5

"""The ledger itself: the same commitments grouped, their histories written, their state by a given day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rawi.comparing.actions import PhraseReader, similarity
from rawi.comparing.articles import read_layers
from rawi.comparing.grouping import group_pairs
from rawi.comparing.ledger.config import LedgerConfig
from rawi.comparing.ledger.history import order_items, time_key, write_history
from rawi.comparing.ledger.items import Item, collect_items, weigh_keys
from rawi.comparing.ledger.outcomes import Outcome, find_outcomes
from rawi.comparing.ledger.scoring import block_items, score_items
from rawi.comparing.ledger.sides import SideFinder
from rawi.comparing.origins import Origins, count_outlets
from rawi.knowledge import Knowledge, load_knowledge
from rawi.model.annotation import AnnotatedArticle, Deadline
from rawi.model.corpus import LedgerEntry, LedgerStep, Reason, Reuse
from rawi.model.dates import earliest_day, latest_day
from rawi.model.identifiers import make_id
from rawi.model.labels import CommitmentStatus

# Outcomes of one commitment that are shown; more of them repeat the same.
_MOST_OUTCOMES = 5


def build_ledger(
    articles: Sequence[AnnotatedArticle],
    reuse: Sequence[Reuse],
    today: str | None = None,
    config: LedgerConfig = LedgerConfig(),
    knowledge: Knowledge | None = None,
) -> tuple[LedgerEntry, ...]:
    """Every commitment with its history, ordered by its first day (undated last).

    ``today`` (ISO day) says what is due or overdue; without it nothing is. The result doesn't depend on the order of
    the articles.
    """
    known = knowledge or load_knowledge()
    reader = PhraseReader(known)
    sides = SideFinder(known, reader)
    items: list[Item] = []
    outcomes: dict[tuple[str, str | None], list[Outcome]] = {}
    # One article at a time: those of a whole corpus with all their events would fill the memory.
    for article in read_layers(articles, "commitments", "quotations", "silences", "events"):
        items += collect_items(article, reader, sides, config)
        for key, told in find_outcomes(article, reader, sides).items():
            outcomes.setdefault(key, []).extend(told)
    by_id = {one.article.id: one.article for told in outcomes.values() for one in told}
    by_id.update((item.article.id, item.article) for item in items)
    weights = weigh_keys(items)
    groups, reasons = _group(items, weights, config)
    origins = Origins(reuse)
    material = _Material(reasons, outcomes, weights, today, by_id)
    entries = [_entry(group, material, config) for group in groups]
    counted = [_count(entry, by_id, origins) for entry in entries]
    return tuple(
        sorted(counted, key=lambda entry: (*time_key(entry.history[0].on, by_id[entry.history[0].article]), entry.id))
    )


def _group(
    items: Sequence[Item], weights: Mapping[str, float], config: LedgerConfig
) -> tuple[list[list[Item]], dict[tuple[str, str], tuple[Reason, ...]]]:
    """The items in groups of the same commitment, single ones among them, and why each pair is the same."""
    by_id = {item.id: item for item in items}
    scores: dict[tuple[str, str], float] = {}
    reasons: dict[tuple[str, str], tuple[Reason, ...]] = {}
    for first, second in block_items(items, weights, config):
        score, why = score_items(items[first], items[second], weights, config)
        if score >= config.same:
            a, b = sorted((items[first].id, items[second].id))
            scores[a, b], reasons[a, b] = score, why
    groups = [[by_id[member] for member in group.members] for group in group_pairs(scores, config.same)]
    grouped = {item.id for group in groups for item in group}
    groups += [[item] for name, item in sorted(by_id.items()) if name not in grouped]
    return groups, reasons


@dataclass(frozen=True, slots=True)
class _Material:
    """What all entries are written from."""

    reasons: Mapping[tuple[str, str], tuple[Reason, ...]]
    outcomes: Mapping[tuple[str, str | None], Sequence[Outcome]]
    weights: Mapping[str, float]
    today: str | None
    articles: dict[str, AnnotatedArticle]


def _entry(group: Sequence[Item], material: _Material, config: LedgerConfig) -> LedgerEntry:
    history = write_history(group)
    ordered = order_items(group)
    chosen = max(ordered, key=lambda item: (item.commitment.score or 0.0, len(item.phrase.keys), item.id))
    dated = [item.commitment.deadline for item in ordered if item.commitment.deadline.span]
    deadline = dated[-1] if dated else Deadline()
    silences = [step for item in ordered for step in _silences(item, config)]
    done = _find_outcomes(ordered, material.outcomes, material.weights, config)
    articles = material.articles
    steps = sorted(
        {(step.article, step.start, step.end): step for step in (*silences, *done, *history.steps)}.values(),
        key=lambda step: (*time_key(step.on, articles[step.article]), step.article, step.start),
    )
    pair_reasons = [
        why
        for a in ordered
        for b in ordered
        if a.id < b.id
        for why in material.reasons.get((a.id, b.id), ())
        if why.feature in ("actor", "action")
    ]
    return LedgerEntry(
        id=make_id("l", min(item.id for item in group)),
        kind=Counter(item.commitment.kind for item in ordered).most_common(1)[0][0],
        actor=_actor(ordered),
        action=chosen.commitment.action,
        deadline=deadline,
        status=_state(history.steps, done, deadline, material.today),
        history=tuple(steps),
        issue=_issue(ordered),
        reasons=tuple(dict.fromkeys((*pair_reasons, *history.reasons))),
    )


def _actor(ordered: Sequence[Item]) -> str | None:
    """The name most of the reports give the committing party; the first one of several equals."""
    names = [item.commitment.actor_name for item in ordered if item.commitment.actor_name]
    return Counter(names).most_common(1)[0][0] if names else None


def _issue(ordered: Sequence[Item]) -> str | None:
    """What the entry is about, so that entries of several actors meet: its action and the two countries named most."""
    actions = Counter(item.phrase.head for item in ordered if item.phrase.head)
    if not actions:
        return None
    action = max(sorted(actions), key=lambda key: actions[key]).removeprefix("a:")
    countries = Counter(country for item in ordered for country in sorted(item.phrase.countries | item.context))
    named = sorted(countries, key=lambda key: (-countries[key], key))[:2]
    if len(named) < 2 and ordered[0].side is not None and ordered[0].side.startswith("c:"):
        named = list(dict.fromkeys([*named, ordered[0].side]))
    return ":".join([action, *sorted(key.removeprefix("c:") for key in named)])


# What a silence must be about to belong to a commitment: its time or extent.
_ABOUT_TIME = re.compile("جدول|جداول|موعد|مواعيد|مهل|سقف|تاريخ|تفاصيل|عدد|أرقام|توقيت")


def _silences(item: Item, config: LedgerConfig) -> list[LedgerStep]:
    """What the text says was not said right behind the commitment (دون أن يحدد جداول زمنية)."""
    commitment, text = item.commitment, item.article.text
    later = [one.start for one in item.article.commitments if one.start > commitment.start]
    border = min([*later, commitment.end + config.silence_reach])
    return [
        LedgerStep(item.article.id, silence.start, silence.end, item.on, "open", item.holder, None)
        for silence in item.article.silences
        if commitment.start <= silence.start <= border
        and not commitment.span.contains(silence.span)
        and _ABOUT_TIME.search(silence.span.of(text))
    ]


def _find_outcomes(
    ordered: Sequence[Item],
    outcomes: Mapping[tuple[str, str | None], Sequence[Outcome]],
    weights: Mapping[str, float],
    config: LedgerConfig,
) -> list[LedgerStep]:
    """Later reports that the promised was done, or that it was not kept: same action, same side, same objects."""
    first = ordered[0]
    if first.on is None or first.commitment.kind in ("refusal", "condition") or first.side is None:
        return []
    keys = frozenset(key for item in ordered for key in item.phrase.keys)
    begun = latest_day(first.on)
    best: list[tuple[float, Outcome]] = []
    for action in sorted({item.phrase.head for item in ordered if item.phrase.head}):
        broken = (one for one in outcomes.get((action, None), ()) if one.status == "reported_broken")
        for outcome in (*outcomes.get((action, first.side), ()), *broken):
            if outcome.on is None or earliest_day(outcome.on) <= begun:
                continue
            words = similarity(outcome.phrase.keys, keys, weights)
            if words >= config.same * 0.8:
                best.append((words, outcome))
    best.sort(key=lambda one: (-one[0], one[1].on or "", one[1].article.id, one[1].start))
    chosen = {(one.article.id, one.start): one for _, one in best[:_MOST_OUTCOMES]}
    return [
        LedgerStep(one.article.id, one.start, one.end, one.on, one.status, one.holder, None) for one in chosen.values()
    ]


def _state(
    steps: Sequence[LedgerStep], done: Sequence[LedgerStep], deadline: Deadline, today: str | None
) -> CommitmentStatus:
    """The entry's state: what was last reported, else what the calendar says, else its last change."""
    if done:
        return max(done, key=lambda step: step.on or "").status
    last = steps[-1].status
    if last == "denied":
        return "denied"
    if today and deadline.latest and deadline.latest < today:
        return "overdue"
    if today and deadline.earliest and deadline.latest and deadline.earliest <= today <= deadline.latest:
        return "due"
    return last


def _count(entry: LedgerEntry, articles: Mapping[str, AnnotatedArticle], origins: Origins) -> LedgerEntry:
    names = sorted({step.article for step in entry.history})
    outlets = count_outlets(articles[name] for name in names)
    return replace(entry, outlets=outlets, origins=origins.count(names, outlets))

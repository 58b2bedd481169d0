"""Block and score: which commitments may be the same, and how alike they are, with reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rawi.comparing.actions import similarity
from rawi.comparing.ledger.config import LedgerConfig
from rawi.comparing.ledger.items import Item, days_between
from rawi.model.corpus import Reason

# Kinds that may be one commitment told in other words; a demand by one side is never a promise by it.
_OWN = frozenset(["promise", "plan", "refusal", "forecast", "condition"])


def block_items(items: Sequence[Item], weights: Mapping[str, float], config: LedgerConfig) -> Iterator[tuple[int, int]]:
    """Pairs of items that share a side and an action, or two of their rarest words; each pair once."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in _block_keys(item, weights):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        for members in _cut(blocks[key], items, weights, config):
            for pair in combinations(members, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _block_keys(item: Item, weights: Mapping[str, float]) -> list[tuple[str, ...]]:
    rare = sorted(item.phrase.keys, key=lambda key: (-weights[key], key))[:4]
    keys: list[tuple[str, ...]] = [tuple(sorted(pair)) for pair in combinations(rare, 2)]
    if item.side is not None:
        keys += [("side", item.side, item.phrase.head)] if item.phrase.head else []
    return keys


def _cut(
    members: Sequence[int], items: Sequence[Item], weights: Mapping[str, float], config: LedgerConfig
) -> Iterator[Sequence[int]]:
    """A block as it is, or where crowded the finer blocks of members that also share one of their rarest words."""
    if len(members) <= config.crowded:
        if len(members) > 1:
            yield members
        return
    finer: dict[str, list[int]] = defaultdict(list)
    for number in members:
        rare = sorted(items[number].phrase.keys, key=lambda key: (-weights[key], key))[:3]
        for key in rare:
            finer[key].append(number)
    for key in sorted(finer):
        if 1 < len(finer[key]) <= config.crowded:
            yield finer[key]


def score_items(
    a: Item, b: Item, weights: Mapping[str, float], config: LedgerConfig
) -> tuple[float, tuple[Reason, ...]]:
    """How surely two commitments are the same (0..1, uncalibrated), with reasons; 0 where they can't be."""
    if a.side is not None and b.side is not None and a.side != b.side:
        return 0.0, ()
    if (a.commitment.kind in _OWN) != (b.commitment.kind in _OWN):
        return 0.0, ()
    same_side = a.side is not None and a.side == b.side
    side = 1.0 if same_side else config.unknown_side
    action = _same_action(a, b, config)
    left, right = a.phrase.keys, b.phrase.keys
    if min(len(left), len(right)) <= config.bare:
        left, right = left | a.context, right | b.context
        own = a.phrase.keys | b.phrase.keys
        scaled = {key: weights.get(key, 1.0) * (1.0 if key in own else config.context_weight) for key in left | right}
        words = similarity(left, right, scaled)
    else:
        words = similarity(left, right, weights)
    if a.phrase.countries and b.phrase.countries and not (left & right & (a.phrase.countries | b.phrase.countries)):
        words *= 0.5  # the same action in another country
    if a.phrase.head and b.phrase.head and not action:
        words *= config.other_action
    score = config.side_weight * side + config.action_weight * action + config.words_weight * words
    if not action and words < config.least_words:
        return 0.0, ()
    full = min(len(a.phrase.keys), len(b.phrase.keys)) > config.bare
    full = full and "condition" not in (a.commitment.kind, b.commitment.kind)
    if full and a.article.id == b.article.id and words < config.one_article:
        return 0.0, ()
    content = ((a.phrase.keys | a.context) - _common(a), (b.phrase.keys | b.context) - _common(b))
    if all(content) and not content[0] & content[1]:
        score -= config.nothing_shared
    far = days_between(a.on, b.on) > config.far_days
    score -= config.far_loss if far else 0.0
    reasons = [Reason("words", round(words, 3), "كلمات مشتركة")]
    if same_side:
        reasons.insert(0, Reason("actor", 1.0, a.side or ""))
    if action:
        reasons.insert(0, Reason("action", action, (a.phrase.head or "").removeprefix("a:")))
    if far:
        reasons.append(Reason("far_in_time", -config.far_loss, f"{a.on} … {b.on}"))
    return max(0.0, round(score, 4)), tuple(reasons)


def _same_action(a: Item, b: Item, config: LedgerConfig) -> float:
    """1 where both are about the same action, less where it is only named in the other, 0 else."""
    left, right = a.phrase, b.phrase
    if left.head is not None and left.head == right.head:
        return 1.0
    return config.named_action if left.head in right.actions or right.head in left.actions else 0.0


def _common(item: Item) -> frozenset[str]:
    """Keys that hardly tell the wordings of one side apart: what is done, and whose doing it is."""
    return item.phrase.actions | (frozenset([item.side]) if item.side else frozenset())

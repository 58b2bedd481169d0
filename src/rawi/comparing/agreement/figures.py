"""Figures and lengths of time: pairs of claims about one fact, grouped and shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rawi.comparing.agreement.blocks import Block
from rawi.comparing.agreement.claims import Claim, holding_days
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.explaining import Side, name_subject
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.grouping import Place, group_pairs, place_of
from rawi.comparing.agreement.scoring import (
    Kind,
    Pair,
    Weights,
    has_companion,
    is_equal,
    kind_of,
    relate_claims,
    score_same_fact,
)
from rawi.comparing.agreement.sources import Sources
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement

_SHOWN: tuple[Agreement, ...] = (
    "conflicts",
    "changes_over_time",
    "differs_in_scope",
    "differs_in_detail",
    "agrees",
    "unclear",
)
_SIGNS = {"about": "~", "at_least": "≥ ", "at_most": "≤ "}


def find_pairs(
    claims: Mapping[str, Sequence[Claim]], blocks: Sequence[Block], weights: Weights, config: AgreementConfig
) -> list[Pair]:
    """Pairs of claims of different articles that are about one fact, each claim with its best match in the other."""
    pairs: list[Pair] = []
    kinds = {name: _by_kind(found) for name, found in claims.items()}
    for block in blocks:
        pairs.extend(
            _article_pairs(block, kinds[block.first], kinds[block.second], claims, weights=weights, config=config)
        )
    return pairs


def _by_kind(claims: Sequence[Claim]) -> dict[Kind, list[Claim]]:
    found: dict[Kind, list[Claim]] = {}
    for claim in claims:
        found.setdefault(kind_of(claim), []).append(claim)
    return found


def _article_pairs(
    block: Block,
    ours: Mapping[Kind, Sequence[Claim]],
    theirs: Mapping[Kind, Sequence[Claim]],
    claims: Mapping[str, Sequence[Claim]],
    *,
    weights: Weights,
    config: AgreementConfig,
) -> Iterable[Pair]:
    one, other = claims[block.first], claims[block.second]
    scored = []
    for kind in ours.keys() & theirs.keys():
        for first in ours[kind]:
            for second in theirs[kind]:
                companion = has_companion(first, second, one, other)
                if block.closeness < config.topic and not near_enough(block, first, second):
                    continue
                closeness = block.closeness_at(first.start, second.start)
                score = score_same_fact(first, second, closeness, weights, config, companion=companion)
                if score > 0:
                    equal = config.equal if is_equal(first, second) else 0.0
                    scored.append((score + equal, score, first, second))
    scored.sort(key=lambda item: (-item[0], place_of(item[2]), place_of(item[3])))
    used: set[Place] = set()
    for _, score, first, second in scored:
        if place_of(first) in used or place_of(second) in used:
            continue
        used.update((place_of(first), place_of(second)))
        beside = [
            [claim for claim in found.get(kind_of(mine), ()) if claim is not mine]
            for found, mine in ((ours, first), (theirs, second))
        ]
        pair = relate_claims(first, second, score, block, beside=beside, others=(one, other), config=config)
        if pair is not None:
            yield pair


def near_enough(block: Block, first: Claim, second: Claim) -> bool:
    """Whether passages of the two articles that hold the claims tell of one thing."""
    return block.closeness_at(first.start, second.start) > block.closeness


def show_pairs(pairs: Sequence[Pair], sources: Sources, config: AgreementConfig) -> Iterable[Finding]:
    """One finding for each relation inside each group of claims about one fact; agreement is told value by value.

    One sentence told with another number is a contradiction between two groups, too, unless a group tells it itself.
    """
    groups = group_pairs(pairs)
    group_of = {place_of(claim): number for number, group in enumerate(groups) for claim in group}
    inside: list[list[Pair]] = [[] for _ in groups]
    across: list[Pair] = []
    for pair in pairs:
        one, other = group_of.get(place_of(pair.first)), group_of.get(place_of(pair.second))
        if one is not None and one == other:
            inside[one].append(pair)
        elif pair.relation == "conflicts" and _is_reprint(pair, config):
            across.append(pair)
    clashes = {
        (group_of[place_of(claim)], _values(pair))
        for found in inside
        for pair in found
        if pair.relation == "conflicts"
        for claim in (pair.first, pair.second)
    }
    for found in inside:
        for relation in _SHOWN:
            chosen = [pair for pair in found if pair.relation == relation]
            for part in _by_value(chosen) if relation == "agrees" else [chosen] if chosen else []:
                yield _finding(relation, part, sources)
    untold = [
        pair
        for pair in across
        if all((group_of.get(place_of(claim), -1), _values(pair)) not in clashes for claim in (pair.first, pair.second))
    ]
    for group in group_pairs(untold):
        places = {place_of(claim) for claim in group}
        yield _finding("conflicts", [pair for pair in untold if place_of(pair.first) in places], sources)


def _is_reprint(pair: Pair, config: AgreementConfig) -> bool:
    """Whether two claims are one sentence with another number, both numbers exact and of one order of size."""
    values = pair.first.value, pair.second.value
    points = sorted(abs(value.point or 0.0) for value in values)
    return (
        pair.likeness >= config.same_words
        and all(value.tolerance == "exact" for value in values)
        and points[1] <= config.widest_clash * points[0]
    )


def _values(pair: Pair) -> frozenset[float | None]:
    return frozenset((pair.first.value.point, pair.second.value.point))


def _by_value(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs by what both tell: that some print three and others four is no agreement of all."""
    found: dict[float, list[Pair]] = {}
    for pair in pairs:
        # of 1.305 and 1305 the first is the second with a point that parts thousands
        found.setdefault(max(pair.first.value.point or 0.0, pair.second.value.point or 0.0), []).append(pair)
    return list(found.values())


def _finding(relation: Agreement, pairs: Sequence[Pair], sources: Sources) -> Finding:
    claims = sorted(
        {place_of(claim): claim for pair in pairs for claim in (pair.first, pair.second)}.values(), key=place_of
    )
    first = claims[0]
    return Finding(
        kind=first.kind,
        relation=relation,
        subject=name_subject(first.measured.role, first.thing, first.category),
        members=tuple(cite_claim(claim) for claim in claims),
        sides=tuple(list_sides(claims, sources, dated=relation == "changes_over_time")),
        reasons=_best_reasons(pairs),
    )


def cite_claim(claim: Claim) -> Citation:
    """The claim as a member: its words with a sign for their hedge, as of when, and who holds it."""
    return Citation(
        claim.article, claim.start, claim.end, value_words(claim), holding_days(claim), claim.holder, claim.part
    )


def value_words(claim: Claim) -> str:
    """The value in the article's own words, with its hedge as a sign."""
    return _SIGNS.get(claim.value.tolerance, "") + " ".join(claim.surface.split())


def list_sides(claims: Sequence[Claim], sources: Sources, *, dated: bool) -> list[Side]:
    """The different values with their outlets, in order of day (where ``dated``) and size."""
    told: dict[tuple[float, str, str | None], set[str]] = {}
    words: dict[tuple[float, str, str | None], set[str]] = {}
    for claim in claims:
        # سبعة and ٧ and 7 are one value, shown as the shortest of them.
        day = (holding_days(claim) or claim.published) if dated else None
        key = (claim.value.point or 0.0, _SIGNS.get(claim.value.tolerance, ""), day)
        told.setdefault(key, set()).add(sources.outlet(claim.article))
        words.setdefault(key, set()).add(value_words(claim))
    ranked = sorted(told, key=lambda key: (key[2] or "", key[0], key[1]))
    shortest = {key: min(found, key=lambda word: (len(word), word)) for key, found in words.items()}
    return [Side(shortest[key], tuple(sorted(told[key])), key[2]) for key in ranked]


def _best_reasons(pairs: Sequence[Pair]) -> tuple[Reason, ...]:
    best: dict[str, Reason] = {}
    for pair in pairs:
        for reason in pair.reasons:
            kept = best.get(reason.feature)
            if kept is None or (reason.score, reason.detail) > (kept.score, kept.detail):
                best[reason.feature] = reason
    return tuple(best[name] for name in sorted(best))

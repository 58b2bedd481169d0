"""The stage: claims of one story, or of one measure across the corpus, compared in pairs and shown in groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rawi.comparing.agreement.blocks import Block, block_articles
from rawi.comparing.agreement.claims import Claim, read_claims
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.explaining import Side, explain, name_subject
from rawi.comparing.agreement.grouping import group_pairs, place_of
from rawi.comparing.agreement.scoring import (
    Pair,
    Weights,
    has_companion,
    is_equal,
    is_same_kind,
    relate_claims,
    score_same_fact,
    weigh_words,
)
from rawi.comparing.agreement.sources import Sources
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, Comparison, Entity, Reason, Reuse, Story
from rawi.model.identifiers import make_id
from rawi.model.labels import Agreement

_SHOWN: tuple[Agreement, ...] = ("conflicts", "changes_over_time", "differs_in_scope", "differs_in_detail", "agrees")


def compare_claims(
    articles: Sequence[AnnotatedArticle],
    stories: Sequence[Story],
    reuse: Sequence[Reuse] = (),
    entities: Sequence[Entity] = (),
    config: AgreementConfig = AgreementConfig(),
) -> tuple[Comparison, ...]:
    """Comparisons of claims, in the order of their ids, the same whatever the order of the input.

    Blocks by story; scores pairs of claims by unit, kind, group and the words about them; relates their values by
    tolerance, scope and time; groups them round founders. Own method.
    """
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    blocks = block_articles(ordered, stories, config)
    wanted = {name for block in blocks for name in (block.first, block.second)}
    claims = {article.id: read_claims(article, config) for article in ordered if article.id in wanted}
    weights = weigh_words(claim for found in claims.values() for claim in found)
    pairs = find_pairs(claims, blocks, weights, config)
    sources = Sources(ordered, stories, reuse)
    comparisons = {comparison.id: comparison for comparison in _comparisons(pairs, sources)}
    return tuple(comparisons[name] for name in sorted(comparisons))


def find_pairs(
    claims: Mapping[str, Sequence[Claim]], blocks: Sequence[Block], weights: Weights, config: AgreementConfig
) -> list[Pair]:
    """Pairs of claims of different articles that are about one fact, each claim with its best match in the other."""
    pairs: list[Pair] = []
    for block in blocks:
        pairs.extend(_article_pairs(claims[block.first], claims[block.second], block.closeness, weights, config))
    return pairs


def _article_pairs(
    one: Sequence[Claim], other: Sequence[Claim], closeness: float, weights: Weights, config: AgreementConfig
) -> Iterable[Pair]:
    scored = []
    for first in one:
        for second in other:
            if not is_same_kind(first, second):
                continue
            companion = has_companion(first, second, one, other)
            score = score_same_fact(first, second, closeness, weights, config, companion=companion)
            if score > 0:
                equal = config.equal if is_equal(first, second) else 0.0
                scored.append((score + equal, score, first, second))
    scored.sort(key=lambda item: (-item[0], place_of(item[2]), place_of(item[3])))
    used: set[tuple[str, int, int]] = set()
    for _, score, first, second in scored:
        if place_of(first) in used or place_of(second) in used:
            continue
        used.update((place_of(first), place_of(second)))
        beside = [
            [claim for claim in claims if claim is not mine and is_same_kind(claim, mine)]
            for claims, mine in ((one, first), (other, second))
        ]
        pair = relate_claims(first, second, score, beside, config)
        if pair is not None:
            yield pair


def _comparisons(pairs: Sequence[Pair], sources: Sources) -> Iterable[Comparison]:
    for group in group_pairs(pairs):
        places = {place_of(claim) for claim in group}
        inside = [pair for pair in pairs if {place_of(pair.first), place_of(pair.second)} <= places]
        for relation in _SHOWN:
            chosen = [pair for pair in inside if pair.relation == relation]
            if chosen:
                yield _comparison(relation, chosen, sources)


def _comparison(relation: Agreement, pairs: Sequence[Pair], sources: Sources) -> Comparison:
    claims = sorted(
        {place_of(claim): claim for pair in pairs for claim in (pair.first, pair.second)}.values(), key=place_of
    )
    members = tuple(
        Citation(claim.article, claim.start, claim.end, _value_words(claim), claim.last_day, claim.holder)
        for claim in claims
    )
    reasons = _best_reasons(pairs)
    thing = _thing(claims[0], sources.text(claims[0].article))
    names = sorted({member.article for member in members})
    title = sources.title(names)
    subject = name_subject(claims[0].measured.role, thing, claims[0].category)
    arabic, english = explain(
        relation, subject, _sides(claims, sources, relation), [reason.feature for reason in reasons]
    )
    about = f"{subject[0]}: {title}" if title else subject[0]
    return Comparison(
        id=make_id("k", relation, *(f"{m.article}:{m.start}:{m.end}" for m in members)),
        relation=relation,
        about=about,
        members=members,
        outlets=sources.outlets(names),
        origins=sources.origins(names),
        reasons=reasons,
        explanation_ar=arabic,
        explanation_en=english,
        kind=claims[0].kind,
    )


def _best_reasons(pairs: Sequence[Pair]) -> tuple[Reason, ...]:
    best: dict[str, Reason] = {}
    for pair in pairs:
        for reason in pair.reasons:
            kept = best.get(reason.feature)
            if kept is None or (reason.score, reason.detail) > (kept.score, kept.detail):
                best[reason.feature] = reason
    return tuple(best[name] for name in sorted(best))


def _sides(claims: Sequence[Claim], sources: Sources, relation: Agreement) -> list[Side]:
    dated = relation == "changes_over_time"
    told: dict[tuple[str, str | None], set[str]] = {}
    order: dict[tuple[str, str | None], tuple[str, float]] = {}
    for claim in claims:
        words = " ".join(claim.surface.split())
        day = (claim.last_day or claim.published) if dated else None
        key = (_value_words(claim), day)
        told.setdefault(key, set()).add(sources.outlet(claim.article))
        order.setdefault(key, (words, claim.value.point or 0.0))
    ranked = sorted(told, key=lambda key: (key[1] or "", order[key][1], key[0]))
    return [Side(key[0], tuple(sorted(told[key])), key[1]) for key in ranked]


def _value_words(claim: Claim) -> str:
    """The value in the article's own words, with its hedge as a sign."""
    sign = {"about": "~", "at_least": "≥ ", "at_most": "≤ "}.get(claim.value.tolerance, "")
    return sign + " ".join(claim.surface.split())


def _thing(claim: Claim, text: str) -> str:
    return (claim.measured.head and " ".join(text[claim.start : claim.end + 25].split()[1:3])) or ""

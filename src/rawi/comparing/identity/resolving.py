"""Identity across articles: which names of many articles mean one person, body or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.names import split_name
from rawi.comparing.identity.config import IdentityConfig
from rawi.comparing.identity.groups import Group, group_nodes
from rawi.comparing.identity.judged import read_decisions
from rawi.comparing.identity.nodes import collect_nodes, find_rare_company
from rawi.comparing.identity.offices import resolve_open_titles
from rawi.comparing.identity.rewriting import Resolved, rewrite_article
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Entity, Judgement, Reason
from rawi.model.labels import MentionType


def resolve_identity(
    articles: Sequence[AnnotatedArticle],
    judgements: Sequence[Judgement],
    knowledge: Knowledge,
    config: IdentityConfig = IdentityConfig(),
) -> tuple[tuple[AnnotatedArticle, ...], tuple[Entity, ...]]:
    """The articles, in their order, with one id and name for one entity throughout, and the entities by id.

    Ids and groups don't depend on the order of the articles. An entity's id is the tables' where it is known, else
    that of the article's entity which founded its group: a judgement that names it holds after any rebuild in which
    that article is still there. Judgements "same" and "different" about entities win over scores; "different" takes
    an article's id as ``other`` too: in that article the name means somebody else.
    """
    ordered = sorted(articles, key=lambda annotated: annotated.id)
    titled = [resolve_open_titles(annotated, knowledge) for annotated in ordered]
    decisions = read_decisions(judgements)
    parted = [_part(annotated, decisions.apart) for annotated in titled] if decisions.apart else titled
    collected = collect_nodes(parted, knowledge)
    rare = find_rare_company(collected.settings, config.rare_share, config.rare_least)
    groups = group_nodes(collected, [annotated.id for annotated in parted], rare, decisions, config)
    names = {group.id: _usual_name(group) for group in groups}
    homes = _homes(groups, names)
    rewritten = {annotated.id: rewrite_article(annotated, homes.get) for annotated in parted}
    entities = tuple(_entity(group, names[group.id]) for group in groups)
    return tuple(rewritten[annotated.id] for annotated in articles), entities


def _part(annotated: AnnotatedArticle, apart: dict[str, set[str]]) -> AnnotatedArticle:
    """The article with its own id for a known entity that a person said isn't meant in it."""
    barred = apart.get(annotated.id)
    if not barred:
        return annotated
    mentions = tuple(
        replace(mention, entity=f"{mention.entity}.{annotated.id}", knowledge=None)
        if mention.entity in barred
        else mention
        for mention in annotated.mentions
    )
    names = {mention.entity: other.entity for mention, other in zip(annotated.mentions, mentions, strict=True)}

    def rename(entity: str) -> Resolved | None:
        other = names.get(entity)
        return (other, _name_of(annotated, entity), None) if other is not None and other != entity else None

    return replace(rewrite_article(replace(annotated, mentions=()), rename), mentions=mentions)


def _name_of(annotated: AnnotatedArticle, entity: str) -> str:
    return next((mention.name for mention in annotated.mentions if mention.entity == entity and mention.name), "")


def _homes(groups: Sequence[Group], names: dict[str, str]) -> dict[str, Resolved]:
    return {
        name: (group.id, names[group.id], group.known.knowledge if group.known else None)
        for group in groups
        for name in group.ids()
    }


def _spellings(group: Group) -> Counter[str]:
    counts: Counter[str] = Counter(group.known.spellings) if group.known else Counter()
    for node in group.members:
        counts.update(dict.fromkeys(node.spellings, 1))
    return counts


def _usual_name(group: Group) -> str:
    """The tables' name, else the name most articles give in full."""
    if group.known is not None:
        return group.known.name
    names = Counter(node.name for node in group.members)
    most = min(2, max(_length(group, name) for name in names))
    full = {name: count for name, count in names.items() if _length(group, name) >= most}
    return min(full, key=lambda name: (-full[name], name))


def _length(group: Group, name: str) -> int:
    person = group.founder is not None and group.founder.type == "PER"
    return len(split_name(name)) if person else 1


def _entity(group: Group, name: str) -> Entity:
    kind: MentionType = group.known.type if group.known else group.members[0].type
    places = {node.place for node in group.members} | (group.known.places if group.known else set())
    counts = _spellings(group)
    aliases = tuple(sorted((alias for alias in counts if alias != name), key=lambda alias: (-counts[alias], alias)))
    reasons = list(group.reasons.values())
    if group.known is not None:
        reasons.insert(0, Reason("known", 1.0, group.known.knowledge))
    mentions = sum(node.mentions for node in group.members) + (group.known.mentions if group.known else 0)
    return Entity(
        group.id,
        kind,
        name,
        aliases,
        mentions,
        len(places),
        tuple(sorted(reasons, key=lambda reason: (-reason.score, reason.feature))),
        group.known.knowledge if group.known else None,
    )

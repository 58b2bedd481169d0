"""Identity across articles: which names of many articles mean one person, body or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rawi.arabic.names import split_name
from rawi.comparing.articles import read_layers
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


@dataclass(frozen=True, slots=True)
class Identities:
    """The entities of a corpus by id, and how each article is written with them."""

    entities: tuple[Entity, ...]
    homes: Mapping[str, Resolved]
    apart: Mapping[str, set[str]]
    knowledge: Knowledge

    def rewrite(self, annotated: AnnotatedArticle) -> AnnotatedArticle:
        """The article with the corpus's ids and names in the place of its own."""
        return rewrite_article(_prepare(annotated, self.apart, self.knowledge), self.homes.get)


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
    identities = find_identities(articles, judgements, knowledge, config)
    return tuple(map(identities.rewrite, articles)), identities.entities


def find_identities(
    articles: Sequence[AnnotatedArticle],
    judgements: Sequence[Judgement],
    knowledge: Knowledge,
    config: IdentityConfig = IdentityConfig(),
) -> Identities:
    """The same without writing the articles: for a corpus that stays on disk."""
    decisions = read_decisions(judgements)
    ids: list[str] = []

    def prepared() -> Iterator[AnnotatedArticle]:
        for annotated in read_layers(articles, "mentions", "quotations"):
            ids.append(annotated.id)
            yield _prepare(annotated, decisions.apart, knowledge)

    collected = collect_nodes(prepared(), knowledge)
    rare = find_rare_company(collected.settings, config.rare_share, config.rare_least)
    groups = group_nodes(collected, ids, rare, decisions, config)
    names = {group.id: _usual_name(group) for group in groups}
    named = (_entity(group, names[group.id]) for group in groups)
    entities = tuple(sorted((*named, *collected.unnamed), key=lambda entity: entity.id))
    return Identities(entities, _homes(groups, names), decisions.apart, knowledge)


def _prepare(annotated: AnnotatedArticle, apart: Mapping[str, set[str]], knowledge: Knowledge) -> AnnotatedArticle:
    """The article with titles resolved by its day, and ids of its own for whom people said it doesn't mean."""
    titled = resolve_open_titles(annotated, knowledge)
    return _part(titled, apart) if apart else titled


def _part(annotated: AnnotatedArticle, apart: Mapping[str, set[str]]) -> AnnotatedArticle:
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

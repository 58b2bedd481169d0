"""Articles with the corpus's entities put in the place of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rawi.model.annotation import (
    AnnotatedArticle,
    ChainLink,
    Commitment,
    EventMention,
    Mention,
    Quotation,
    RoleFiller,
)

# From an article's entity to the corpus's: id, usual name, id in the tables.
Resolved = tuple[str, str, str | None]
Resolve = Callable[[str], Resolved | None]


def rewrite_article(annotated: AnnotatedArticle, resolve: Resolve) -> AnnotatedArticle:
    """The article with every entity that ``resolve`` knows replaced, everywhere."""
    return replace(
        annotated,
        mentions=tuple(_mention(mention, resolve) for mention in annotated.mentions),
        quotations=tuple(_quotation(quotation, resolve) for quotation in annotated.quotations),
        events=tuple(_event(event, resolve) for event in annotated.events),
        commitments=tuple(_commitment(commitment, resolve) for commitment in annotated.commitments),
    )


def _find(entity: str | None, resolve: Resolve) -> Resolved | None:
    return None if entity is None else resolve(entity)


def _mention(mention: Mention, resolve: Resolve) -> Mention:
    found = _find(mention.entity, resolve)
    speaker = _find(mention.stands_for, resolve)
    if found is None and speaker is None:
        return mention
    entity, name, known = found or (mention.entity, mention.name, mention.knowledge)
    stands_for = speaker[0] if speaker else mention.stands_for
    same = (entity, name, known, stands_for) == (mention.entity, mention.name, mention.knowledge, mention.stands_for)
    return mention if same else replace(mention, entity=entity, name=name, knowledge=known, stands_for=stands_for)


def _quotation(quotation: Quotation, resolve: Resolve) -> Quotation:
    source = _find(quotation.source_entity, resolve)
    chain = tuple(_link(link, resolve) for link in quotation.chain)
    if source is None:
        return quotation if chain == quotation.chain else replace(quotation, chain=chain)
    return replace(quotation, source_entity=source[0], source_name=source[1], chain=chain)


def _link(link: ChainLink, resolve: Resolve) -> ChainLink:
    found = _find(link.entity, resolve)
    return link if found is None else replace(link, entity=found[0], name=found[1])


def _event(event: EventMention, resolve: Resolve) -> EventMention:
    roles = tuple(_role(role, resolve) for role in event.roles)
    return event if roles == event.roles else replace(event, roles=roles)


def _role(role: RoleFiller, resolve: Resolve) -> RoleFiller:
    found = _find(role.entity, resolve)
    return role if found is None else replace(role, entity=found[0], name=found[1])


def _commitment(commitment: Commitment, resolve: Resolve) -> Commitment:
    found = _find(commitment.actor_entity, resolve)
    return commitment if found is None else replace(commitment, actor_entity=found[0], actor_name=found[1])

"""Actors: who is named and quoted, and one actor's page."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.knowledge import Holder, load_knowledge
from rawi.model.annotation import Mention, Quotation
from rawi.model.corpus import Entity
from rawi.store.browsing import (
    Placed,
    Slice,
    annotations_slice,
    article_texts,
    findings_slice,
    quotations_naming,
    quoting_counts,
    ranked_entities,
)
from rawi.store.dossier import Dossier
from rawi.web.room import PAGE, missing, render, room_of, start_of

_NAMED = 30
_RELAYS = 12
_NAMESAKES = 20
# An unlisted speaker's quotations that are read for a name.
_READ = 200
VIEWS = ("said", "about", "to")


def actors_page(request: Request) -> HTMLResponse:
    """Entities by how often they are quoted, then in the order of the dossier."""
    kind = request.query_params.get("type") or "PER"
    found = ranked_entities(room_of(request).dossier, kind, start_of(request), PAGE)
    return render(request, "actors.html", found=found, kind=kind)


def actor_page(request: Request) -> HTMLResponse:
    """What is said by, about and to an actor; their offices, commitments, positions and who relays them."""
    dossier = room_of(request).dossier
    actor: Entity = dossier.finding("entities", request.path_params["id"]) or _unlisted(request)
    asked = request.query_params.get("view")
    view = asked if asked in VIEWS else "said"
    start = start_of(request) if view == asked or asked is None else 0
    told = _told(dossier, actor.id, view, start)
    positions = _of_actor(dossier, "positions", actor)
    named: Slice[Placed[Mention]] = annotations_slice(dossier, "mentions", 0, _NAMED, entity=actor.id)
    shown = {item.article.id for item in told.items} | {item.article.id for item in named.items}
    shown |= {stance.citation.article for item in positions for stance in item.stances}
    return render(
        request,
        "actor.html",
        actor=actor,
        view=view,
        views=VIEWS,
        told=told,
        named=named,
        texts=article_texts(dossier, shown),
        offices=_offices(actor),
        namesakes=_namesakes(dossier, actor),
        relays=quoting_counts(dossier, _RELAYS, actor.id),
        promises=_of_actor(dossier, "commitments", actor),
        positions=positions,
    )


def _unlisted(request: Request) -> Entity:
    """A speaker who is quoted but never named (an unnamed official): what the quotations tell."""
    name = request.path_params["id"]
    said = annotations_slice(room_of(request).dossier, "quotations", 0, _READ, entity=name).items
    if not said:
        raise missing(request, "This dossier holds no such actor")
    shown = next((placed.item.source_name for placed in said if placed.item.source_name), name)
    return Entity(name, "PER", shown, (shown,), 0, len({placed.article.id for placed in said}))


def _told(dossier: Dossier, entity: str, view: str, start: int) -> Slice[Placed[Quotation]]:
    if view == "about":
        return quotations_naming(dossier, entity, start, PAGE)
    if view == "to":
        return _addressed(dossier, entity, start)
    return annotations_slice(dossier, "quotations", start, PAGE, entity=entity)


def _addressed(dossier: Dossier, entity: str, start: int) -> Slice[Placed[Quotation]]:
    """Quotations whose addressee is the entity: the addressee's words hold one of its mentions."""
    found = quotations_naming(dossier, entity, 0, _READ, addressed=True).items
    mentions = annotations_slice(
        dossier, "mentions", 0, 50 * _READ, entity=entity, articles=sorted({placed.article.id for placed in found})
    ).items
    spans: dict[str, list[Mention]] = {}
    for placed in mentions:
        spans.setdefault(placed.article.id, []).append(placed.item)
    items = tuple(
        placed
        for placed in found
        if placed.item.addressee
        and any(placed.item.addressee.overlaps(mention.span) for mention in spans.get(placed.article.id, ()))
    )
    return Slice(items[start : start + PAGE], len(items), start)


def _offices(actor: Entity) -> tuple[tuple[str, Holder], ...]:
    """The offices that the tables of knowledge give the actor, with their names, in order of time."""
    if not actor.knowledge or actor.type != "PER":
        return ()
    knowledge = load_knowledge()
    terms = sorted(knowledge.terms_of(actor.knowledge), key=lambda term: (term.start, term.office))
    named = ((knowledge.find_office(term.office), term) for term in terms)
    return tuple((office.name if office else term.office, term) for office, term in named)


def _namesakes(dossier: Dossier, actor: Entity) -> list[Entity]:
    """Others of its type that share its last name: whom a reader may want to tell apart or bring together."""
    last = actor.name.split()[-1]
    piece = json.dumps(last, ensure_ascii=False)[1:-1]
    found = findings_slice(dossier, "entities", 0, _NAMESAKES, labels=[actor.type], holding=[piece]).items
    return [other for other in found if other.id != actor.id and _bears(other, last)]


def _of_actor(dossier: Dossier, what: str, actor: Entity) -> list[Any]:
    """Findings of the actor: they name it by its id or, where texts are compared by their words, by its name."""
    names = dict.fromkeys((actor.id, actor.name))
    return [item for name in names for item in findings_slice(dossier, what, 0, PAGE, entity=name).items]


def _bears(actor: Entity, word: str) -> bool:
    return any(word in name.split() for name in (actor.name, *actor.aliases))

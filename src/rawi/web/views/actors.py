"""Actors: who is named and quoted, and one actor's page."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.corpus import Entity
from rawi.store.browsing import annotations_slice, entity_counts, findings_slice
from rawi.web.room import PAGE, missing, render, room_of, start_of

_MOST = 200


def actors_page(request: Request) -> HTMLResponse:
    """Entities by how often they are quoted, then by how often they are named."""
    dossier = room_of(request).dossier
    kind = request.query_params.get("type") or "PER"
    quoted = dict(entity_counts(dossier, "quotations", most=5_000))
    found = findings_slice(dossier, "entities", 0, 100_000, labels=[kind])
    ranked = sorted(
        found.items, key=lambda item: (-quoted.get(item.id, 0), -item.articles, -item.mentions, item.name, item.id)
    )
    start = start_of(request)
    return render(
        request,
        "actors.html",
        actors=ranked[start : start + PAGE],
        quoted=quoted,
        total=len(ranked),
        start=start,
        kind=kind,
    )


def _unlisted(request: Request) -> Entity:
    """A speaker who is quoted but never named (an unnamed official): what the quotations tell."""
    name = request.path_params["id"]
    said = annotations_slice(room_of(request).dossier, "quotations", 0, 1_000, entity=name).items
    if not said:
        raise missing(request, "This dossier holds no such actor")
    shown = next((placed.item.source_name for placed in said if placed.item.source_name), name)
    return Entity(name, "PER", shown, (shown,), 0, len({placed.article.id for placed in said}))


def actor_page(request: Request) -> HTMLResponse:
    """Everything said by an actor, their commitments and positions, and under which names they appear."""
    dossier = room_of(request).dossier
    actor = dossier.finding("entities", request.path_params["id"]) or _unlisted(request)
    said = annotations_slice(dossier, "quotations", start_of(request), PAGE, entity=actor.id)
    named = annotations_slice(dossier, "mentions", 0, _MOST, entity=actor.id)
    names = {placed.article.id for placed in (*said.items, *named.items)}
    articles = {annotated.id: annotated for annotated in dossier.articles(sorted(names))}
    return render(
        request,
        "actor.html",
        actor=actor,
        said=said,
        named=named,
        texts={name: annotated.text for name, annotated in articles.items()},
        promises=findings_slice(dossier, "commitments", 0, PAGE, entity=actor.id),
        positions=findings_slice(dossier, "positions", 0, PAGE, entity=actor.id),
    )

"""What this dossier is about."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.store.browsing import entity_counts, findings_slice, outlet_counts
from rawi.web.room import render, room_of

_STORIES, _DISPUTES, _PROMISES, _ACTORS = 6, 5, 5, 10


def overview_page(request: Request) -> HTMLResponse:
    """Main stories, actors, disputes and open promises, with how much there is of each."""
    dossier = room_of(request).dossier
    names = []
    for entity, count in entity_counts(dossier, most=_ACTORS):
        found = dossier.finding("entities", entity)
        if found is not None:
            names.append((found, count))
    return render(
        request,
        "overview.html",
        counts=dossier.counts(),
        stories=findings_slice(dossier, "stories", most=_STORIES, by_origins=True),
        conflicts=findings_slice(dossier, "comparisons", most=_DISPUTES, labels=["conflicts"], by_origins=True),
        changes=findings_slice(dossier, "comparisons", most=_DISPUTES, labels=["changes_over_time"], by_origins=True),
        promises=findings_slice(dossier, "commitments", most=_PROMISES, by_origins=True),
        actors=names,
        outlets=outlet_counts(dossier)[:_ACTORS],
    )

"""What this dossier is about."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.store.browsing import (
    annotations_slice,
    article_texts,
    articles_slice,
    entity_counts,
    findings_slice,
    measure_counts,
    outlet_counts,
)
from rawi.web.room import render, room_of
from rawi.web.views.figures import name_series

_STORIES, _DISPUTES, _PROMISES, _ACTORS = 6, 5, 5, 10
_FIGURES, _VALUES = 4, 6


def overview_page(request: Request) -> HTMLResponse:
    """Main stories, actors, disputes and open promises, with how much there is of each."""
    dossier = room_of(request).dossier
    measured = measure_counts(dossier, 0, _FIGURES).items
    series = [(tally, annotations_slice(dossier, "figures", 0, _VALUES, entity=tally.name).items) for tally in measured]
    texts = article_texts(dossier, {placed.article.id for _, items in series for placed in items})
    names = []
    for entity, count in entity_counts(dossier, most=_ACTORS):
        found = dossier.finding("entities", entity)
        if found is not None:
            names.append((found, count))
    stories = findings_slice(dossier, "stories", most=_STORIES, by_origins=True)
    return render(
        request,
        "overview.html",
        counts=dossier.counts(),
        stories=stories,
        heads=() if stories.items else articles_slice(dossier, 0, _STORIES).items,
        measures=[
            (tally, name_series(items, texts), items[0].item.unit, [placed.item for placed in items])
            for tally, items in series
        ],
        conflicts=findings_slice(dossier, "comparisons", most=_DISPUTES, labels=["conflicts"], by_origins=True),
        changes=findings_slice(dossier, "comparisons", most=_DISPUTES, labels=["changes_over_time"], by_origins=True),
        promises=findings_slice(dossier, "commitments", most=_PROMISES, by_origins=True),
        actors=names,
        outlets=outlet_counts(dossier)[:_ACTORS],
    )

"""What this dossier is about."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.corpus import Comparison
from rawi.reporting.rejected import rejected_by
from rawi.store.browsing import (
    annotations_slice,
    article_texts,
    articles_slice,
    findings_slice,
    outlet_counts,
)
from rawi.web.room import Room, quoted_actors, render, room_of
from rawi.web.views.figures import distinct_values, first_measures, name_series

_STORIES, _DISPUTES, _PROMISES, _ACTORS, _SILENCES = 6, 5, 5, 10, 3
_FIGURES, _VALUES = 4, 6


def overview_page(request: Request) -> HTMLResponse:
    """Main stories, actors, disputes and open promises, with how much there is of each."""
    room = room_of(request)
    dossier = room.dossier
    measured = first_measures(room).items[:_FIGURES]
    series = [
        (tally, annotations_slice(dossier, "figures", 0, 2 * _VALUES, entity=tally.name).items) for tally in measured
    ]
    silences = annotations_slice(dossier, "silences", 0, _SILENCES)
    cited = [placed for _, items in series for placed in items] + list(silences.items)
    texts = article_texts(dossier, {placed.article.id for placed in cited})
    promises = findings_slice(dossier, "commitments", most=_PROMISES, by_origins=True)
    stories = findings_slice(dossier, "stories", most=_STORIES, by_origins=True)
    return render(
        request,
        "overview.html",
        counts=room.keep("counts", dossier.counts),
        stories=stories,
        heads=() if stories.items else articles_slice(dossier, 0, _STORIES).items,
        measures=[
            (tally, name_series(items, texts), items[0].item.unit, distinct_values(items, _VALUES))
            for tally, items in series
        ],
        conflicts=_compared(room, "conflicts"),
        changes=_compared(room, "changes_over_time"),
        promises=promises,
        actors={item.actor: dossier.finding("entities", item.actor) for item in promises.items if item.actor},
        silences=silences,
        texts=texts,
        quoted=quoted_actors(room, _ACTORS),
        outlets=room.keep("outlets", lambda: outlet_counts(dossier))[:_ACTORS],
    )


def _compared(room: Room, relation: str) -> list[Comparison]:
    """The comparisons that most origins bear out, without those that people called wrong."""
    wrong = rejected_by(room.keep("judgements", room.dossier.judgements))
    found = findings_slice(room.dossier, "comparisons", 0, _DISPUTES + len(wrong), labels=[relation], by_origins=True)
    return [item for item in found.items if item.id not in wrong][:_DISPUTES]

"""What happened, in order of time: a picture, and the same as a list."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rawi.model.corpus import TimelineEntry
from rawi.store.browsing import article_heads, findings_slice
from rawi.web.charts.timeline import draw_timeline
from rawi.web.room import PAGE, language_of, render, room_of, start_of

# The picture shows so many happenings, those that most origins report; the list shows all.
_DRAWN = 28


def timeline_page(request: Request) -> HTMLResponse:
    """All happenings; dated ones first, undated ones after them."""
    dossier = room_of(request).dossier
    found = findings_slice(dossier, "timeline", start_of(request), PAGE)
    names = sorted({mention.article for item in found.items for mention in item.mentions})
    return render(
        request,
        "timeline.html",
        found=found,
        drawn=_drawn(request),
        heads=article_heads(dossier, names),
        texts={annotated.id: annotated.text for annotated in dossier.articles(names)},
    )


def timeline_picture(request: Request) -> Response:
    """The picture as SVG, to look at or to keep."""
    return Response(draw_timeline(_drawn(request), language_of(request)), media_type="image/svg+xml")


def _drawn(request: Request) -> list[TimelineEntry]:
    items = findings_slice(room_of(request).dossier, "timeline", most=2_000, by_origins=True).items
    dated = [item for item in items if item.earliest and item.latest]
    return sorted(dated[:_DRAWN], key=lambda item: (item.earliest, item.latest, item.id))

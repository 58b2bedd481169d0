"""What happened, in order of time: a picture, and the same as a list."""

from __future__ import annotations

from itertools import groupby

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rawi.model.corpus import TimelineEntry
from rawi.model.dates import is_date
from rawi.store.browsing import article_heads, article_texts, findings_slice, first_day
from rawi.web.charts.timeline import chart_timeline
from rawi.web.room import PAGE, language_of, render, room_of, start_of
from rawi.web.views.pictures import is_narrow, picture

# The picture shows so many happenings, those that most origins report; the list shows all.
_DRAWN = 28
# So many are looked at for dated ones to draw.
_LOOKED_AT = 300


def timeline_page(request: Request) -> HTMLResponse:
    """Happenings by month, within days if asked; dated ones first, undated ones after them."""
    dossier = room_of(request).dossier
    earliest, latest = _period(request)
    found = findings_slice(dossier, "timeline", _start(request), PAGE, earliest=earliest, latest=latest)
    names = sorted({mention.article for item in found.items for mention in item.mentions})
    return render(
        request,
        "timeline.html",
        found=found,
        months=[(month, list(items)) for month, items in groupby(found.items, key=_month)],
        earliest=earliest,
        latest=latest,
        drawn=_drawn(request),
        heads=article_heads(dossier, names),
        texts=article_texts(dossier, names),
    )


def _start(request: Request) -> int:
    """The place asked for; unasked, the page on which the days of the articles themselves begin: what they tell of the
    past stands before it."""
    dossier = room_of(request).dossier
    opened = room_of(request).keep("first day", lambda: first_day(dossier))
    if opened is None or {"start", "from", "to"} & set(request.query_params):
        return start_of(request)
    before = findings_slice(dossier, "timeline", 0, 0, before=opened).total
    return before // PAGE * PAGE


def timeline_picture(request: Request) -> Response:
    """The picture as SVG or PNG, to look at or to keep."""
    return picture(request, chart_timeline(_drawn(request), language_of(request), narrow=is_narrow(request)))


def _drawn(request: Request) -> list[TimelineEntry]:
    earliest, latest = _period(request)
    dossier = room_of(request).dossier
    items = findings_slice(
        dossier, "timeline", most=_LOOKED_AT, by_origins=True, earliest=earliest, latest=latest
    ).items
    dated = [item for item in items if item.earliest and item.latest and _is_day(item.earliest, item.latest)]
    return sorted(dated[:_DRAWN], key=lambda item: (item.earliest, item.latest, item.id))


def _is_day(*days: str) -> bool:
    return all(len(day) == 10 for day in days)


def _period(request: Request) -> tuple[str | None, str | None]:
    days = [request.query_params.get(name) or None for name in ("from", "to")]
    earliest, latest = (day if day and is_date(day) else None for day in days)
    return earliest, latest


def _month(item: TimelineEntry) -> str | None:
    """The month of a happening; its year where more is not known of it: a year is not its January."""
    if not item.earliest:
        return None
    month = item.earliest[:7]
    return month if month == (item.latest or item.earliest)[:7] else item.earliest[:4]

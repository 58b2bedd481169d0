"""Search: passages with their words marked."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.dates import is_date
from rawi.search.query import find_words, parse_query
from rawi.store.browsing import article_heads, article_texts, entity_counts, outlet_counts
from rawi.store.dialect import Within
from rawi.web.room import PAGE, render, room_of, start_of

_MOST = 400
_SPEAKERS = 20
# Fewer passages than this that hold all the words: those that hold some of them are shown behind.
_FEW = 5


def search_page(request: Request) -> HTMLResponse:
    """Passages that hold the words asked for, best first; within an outlet, a speaker's words or a period if asked."""
    dossier = room_of(request).dossier
    asked = request.query_params.get("q", "").strip()
    within = _within(request)
    query = parse_query(asked)
    places = dossier.match(query.expression, _MOST, within) if query.expression else []
    strict = len(places)
    if strict < _FEW and query.loose != query.expression and query.loose:
        seen = {(article, span) for article, span, _ in places}
        places += [hit for hit in dossier.match(query.loose, _MOST, within) if hit[:2] not in seen]
    start = start_of(request)
    shown = places[start : start + PAGE]
    names = sorted({article for article, _, _ in shown})
    texts = article_texts(dossier, names)
    speakers = [(dossier.finding("entities", name), count) for name, count in entity_counts(dossier, most=_SPEAKERS)]
    return render(
        request,
        "search.html",
        asked=asked,
        query=query,
        within=within,
        hits=[(article, span, find_words(texts[article], span, query)) for article, span, _ in shown],
        texts=texts,
        heads=article_heads(dossier, names),
        total=len(places),
        strict=strict,
        capped=len(places) >= _MOST,
        start=start,
        outlets=outlet_counts(dossier),
        speakers=[(speaker, count) for speaker, count in speakers if speaker is not None],
    )


def _within(request: Request) -> Within:
    asked = request.query_params
    days = [asked.get(name) or None for name in ("from", "to")]
    earliest, latest = (day if day and is_date(day) else None for day in days)
    return Within(asked.get("outlet") or None, asked.get("speaker") or None, earliest, latest)

"""Search: passages with their words marked."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.search.query import find_words, parse_query
from rawi.store.browsing import article_heads
from rawi.web.room import PAGE, render, room_of, start_of

_MOST = 400


def search_page(request: Request) -> HTMLResponse:
    """Passages that hold the words asked for, best first."""
    dossier = room_of(request).dossier
    asked = request.query_params.get("q", "").strip()
    query = parse_query(asked)
    places = dossier.match(query.expression, _MOST) if query.expression else []
    start = start_of(request)
    shown = places[start : start + PAGE]
    names = sorted({article for article, _, _ in shown})
    texts = {annotated.id: annotated.text for annotated in dossier.articles(names)}
    hits = [(article, span, find_words(texts[article], span, query)) for article, span, _ in shown if article in texts]
    return render(
        request,
        "search.html",
        asked=asked,
        hits=hits,
        texts=texts,
        heads=article_heads(dossier, names),
        total=len(places),
        capped=len(places) >= _MOST,
        start=start,
    )

"""Articles: the list, one article with its layers, and the explanation of a place in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.annotation import AnnotatedArticle
from rawi.model.naming import call_article
from rawi.model.span import Span
from rawi.store.browsing import article_heads, articles_slice, outlet_counts
from rawi.web.highlighting import LAYERS, cut_pieces, marks_of
from rawi.web.room import PAGE, missing, render, room_of, start_of
from rawi.web.views.said import openings_of

# Letters of an untitled article's first words that stand for its title.
_TITLE = 60


def articles_page(request: Request) -> HTMLResponse:
    """All articles, oldest first."""
    dossier = room_of(request).dossier
    outlet = request.query_params.get("outlet") or None
    found = articles_slice(dossier, start_of(request), PAGE, outlet=outlet)
    return render(request, "articles.html", found=found, outlets=outlet_counts(dossier), outlet=outlet)


def article_page(request: Request) -> HTMLResponse:
    """One article: its text with layers, and what other articles it is linked to."""
    annotated = _article(request)
    cited = _cited(request, annotated)
    dossier = room_of(request).dossier
    linked = dossier.findings_of_article(annotated.id)
    return render(
        request,
        "article.html",
        annotated=annotated,
        title=call_article(annotated, _TITLE),
        lines=cut_pieces(annotated, cited),
        layers=_layers(annotated),
        cited=cited,
        openings=openings_of(dossier, [item for what, item in linked if what == "utterances"]),
        heads=article_heads(dossier, _neighbours(linked)),
        linked={
            what: [item for kind, item in linked if kind == what]
            for what in ("stories", "reuse", "comparisons", "utterances")
        },
    )


def _layers(annotated: AnnotatedArticle) -> list[tuple[str, int]]:
    """The layers with how many things each shows."""
    shown = {(mark.layer, mark.place) for mark in marks_of(annotated)}
    return [(layer, sum(name == layer for name, _ in shown)) for layer in LAYERS]


def explanation(request: Request) -> HTMLResponse:
    """What is known of a place in a text, for the panel beside it (or as a page of its own without scripts)."""
    annotated = _article(request)
    try:
        place = int(request.query_params.get("at", "0"))
    except ValueError:
        place = 0
    marks = [mark for mark in marks_of(annotated) if mark.span.start <= place < mark.span.end]
    seen: dict[tuple[str, int], object] = {}
    for mark in sorted(marks, key=lambda mark: (len(mark.span), mark.layer)):
        seen.setdefault((mark.layer, mark.place), getattr(annotated, mark.layer)[mark.place])
    items = [(layer, item) for (layer, _), item in seen.items()]
    alone = request.headers.get("HX-Request") is None
    return render(request, "explanation.html", annotated=annotated, items=items, alone=alone)


def _neighbours(linked: Sequence[tuple[str, Any]]) -> list[str]:
    """The articles that share text with this one."""
    return sorted({name for what, item in linked if what == "reuse" for name in (item.a, item.b)})


def _article(request: Request) -> AnnotatedArticle:
    annotated = room_of(request).dossier.article(request.path_params["id"])
    if annotated is None:
        raise missing(request, "This dossier holds no such article")
    return annotated


def _cited(request: Request, annotated: AnnotatedArticle) -> Span | None:
    try:
        start, end = int(request.query_params["from"]), int(request.query_params["to"])
    except (KeyError, ValueError):
        return None
    return Span(start, end) if 0 <= start < end <= len(annotated.text) else None

"""Sources: outlets, and who copied whom."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.store.browsing import article_heads, findings_slice, outlet_counts
from rawi.web.room import PAGE, render, room_of, start_of


def sources_page(request: Request) -> HTMLResponse:
    """Outlets with how much each printed, and shared text between articles."""
    dossier = room_of(request).dossier
    reuse = findings_slice(dossier, "reuse", start_of(request), PAGE)
    names = sorted({name for item in reuse.items for name in (item.a, item.b)})
    return render(
        request, "sources.html", outlets=outlet_counts(dossier), reuse=reuse, heads=article_heads(dossier, names)
    )

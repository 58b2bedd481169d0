"""The ledger of commitments."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.labels import CommitmentKind
from rawi.store.browsing import article_heads, findings_slice
from rawi.web.room import PAGE, render, room_of, start_of


def ledger_page(request: Request) -> HTMLResponse:
    """Commitments with who made them, by when, and what became of them."""
    dossier = room_of(request).dossier
    kind = request.query_params.get("kind")
    found = findings_slice(dossier, "commitments", 0, 100_000)
    kinds = get_args(CommitmentKind)
    items = [item for item in found.items if kind not in kinds or item.kind == kind]
    items.sort(key=lambda item: (-len(item.history), item.deadline.latest or "9999", item.id))
    start = start_of(request)
    shown = items[start : start + PAGE]
    names = sorted({step.article for item in shown for step in item.history})
    actors = {item.actor: dossier.finding("entities", item.actor) for item in shown if item.actor}
    return render(
        request,
        "ledger.html",
        items=shown,
        total=len(items),
        start=start,
        kind=kind,
        kinds=kinds,
        actors=actors,
        heads=article_heads(dossier, names),
        texts={annotated.id: annotated.text for annotated in dossier.articles(names)},
    )

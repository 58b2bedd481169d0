"""The ledger of commitments."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.labels import CommitmentKind, CommitmentStatus
from rawi.store.browsing import article_heads, article_texts, findings_slice, last_day
from rawi.web.room import PAGE, Room, render, room_of, start_of


def ledger_page(request: Request) -> HTMLResponse:
    """Commitments with who made them, by when, and what became of them, due about the last day first."""
    room = room_of(request)
    kinds, statuses = get_args(CommitmentKind), get_args(CommitmentStatus)
    kind, status = request.query_params.get("kind"), request.query_params.get("status")
    by_origins = request.query_params.get("order") == "origins"
    found = findings_slice(
        room.dossier,
        "commitments",
        start_of(request),
        PAGE,
        labels=[kind] if kind is not None and kind in kinds else [],
        holding=[_status_piece(status)] if status in statuses else [],
        by_origins=by_origins,
        near=room.keep("last day", lambda: last_day(room.dossier)),
    )
    names = sorted({step.article for item in found.items for step in item.history})
    return render(
        request,
        "ledger.html",
        found=found,
        by_origins=by_origins,
        kind=kind if kind in kinds else None,
        kinds=kinds,
        chosen=status if status in statuses else None,
        statuses=room.keep("statuses", lambda: _statuses(room)),
        actors={item.actor: room.dossier.finding("entities", item.actor) for item in found.items if item.actor},
        heads=article_heads(room.dossier, names),
        texts=article_texts(room.dossier, names),
    )


def _status_piece(status: str | None) -> str:
    """How an entry's own status stands in its JSON: before its history, whose steps have a status each too."""
    return f'"status":"{status}","history":['


def _statuses(room: Room) -> list[tuple[str, int]]:
    """Statuses with how many commitments have each."""
    counts = [
        (name, findings_slice(room.dossier, "commitments", 0, 1, holding=[_status_piece(name)]).total)
        for name in get_args(CommitmentStatus)
    ]
    return [(name, count) for name, count in counts if count]

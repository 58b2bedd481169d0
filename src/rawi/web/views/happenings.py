"""What happened, by kind: every happening that an article tells, those without a day too."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.labels import EventType, Modality
from rawi.store.browsing import annotations_slice, article_texts
from rawi.web.room import PAGE, Room, render, room_of, start_of


def happenings_page(request: Request) -> HTMLResponse:
    """Happenings of a kind, in order of their articles; of one manner (planned, feared, ...) if asked."""
    room = room_of(request)
    counts = room.keep("happenings", lambda: _counts(room))
    asked, manner = request.query_params.get("kind"), request.query_params.get("manner")
    kinds = [name for name, count in counts if count]
    kind = asked if asked in kinds else (kinds[0] if kinds else None)
    holding = [f'"modality":"{manner}"'] if manner in get_args(Modality) else []
    found = annotations_slice(
        room.dossier, "events", start_of(request), PAGE if kind else 0, label=kind, holding=holding
    )
    return render(
        request,
        "happenings.html",
        found=found,
        counts=counts,
        kind=kind,
        manner=manner if holding else None,
        manners=get_args(Modality),
        texts=article_texts(room.dossier, {placed.article.id for placed in found.items}),
    )


def _counts(room: Room) -> list[tuple[str, int]]:
    """Kinds with how many happenings each has, most first."""
    counts = [(name, annotations_slice(room.dossier, "events", 0, 0, label=name).total) for name in get_args(EventType)]
    return sorted(counts, key=lambda pair: (-pair[1], pair[0]))

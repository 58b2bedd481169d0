"""Where accounts agree and differ, with both sides' words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.corpus import Citation, Comparison
from rawi.model.labels import Agreement
from rawi.store.browsing import Head, article_heads, article_texts, findings_slice
from rawi.web.room import PAGE, missing, render, room_of, start_of


def comparisons_page(request: Request) -> HTMLResponse:
    """Comparisons, conflicts first unless a relation is asked for."""
    dossier = room_of(request).dossier
    asked = request.query_params.get("relation")
    relations = get_args(Agreement)
    labels = [asked] if asked is not None and asked in relations else ["conflicts"]
    found = findings_slice(dossier, "comparisons", start_of(request), PAGE, labels=labels, by_origins=True)
    names = sorted({member.article for item in found.items for member in item.members})
    counts = {name: findings_slice(dossier, "comparisons", 0, 1, labels=[name]).total for name in relations}
    return render(
        request,
        "comparisons.html",
        ordered=in_order,
        found=found,
        relation=labels[0],
        counts=counts,
        heads=article_heads(dossier, names),
        texts=article_texts(dossier, names),
    )


def in_order(item: Comparison, heads: Mapping[str, Head]) -> list[Citation]:
    """The members: what changes over time by the days they hold for, within one month or year by their articles' own
    days; else as they are."""

    def first_day(member: Citation) -> tuple[str, str]:
        own = heads[member.article].earliest if member.article in heads else None
        return member.on or own or "9999", own or "9999"

    return sorted(item.members, key=first_day) if item.relation == "changes_over_time" else list(item.members)


def comparison_page(request: Request) -> HTMLResponse:
    """One comparison: every member with its words, side by side, and the reasons."""
    dossier = room_of(request).dossier
    item = dossier.finding("comparisons", request.path_params["id"])
    if item is None:
        raise missing(request, "This dossier holds no such comparison")
    names = sorted({member.article for member in item.members})
    return render(
        request,
        "comparison.html",
        ordered=in_order,
        item=item,
        heads=article_heads(dossier, names),
        texts=article_texts(dossier, names),
    )

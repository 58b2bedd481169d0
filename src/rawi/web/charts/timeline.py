"""The timeline as a picture: a bar from the earliest to the latest day that each happening may have."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import altair

from rawi.model.corpus import TimelineEntry
from rawi.web.charts.drawing import RED, isolate, shorten
from rawi.web.language import Language

_WIDTH, _ROW = 620, 26
_LABEL = 46


def chart_timeline(entries: Sequence[TimelineEntry], language: Language) -> Any | None:
    """Time runs right to left in Arabic, as the page reads; labels stand on the reading side. None for no entries."""
    if not entries:
        return None
    rows = [_row(number, entry) for number, entry in enumerate(entries)]
    rightward = language.code == "en"
    days = altair.Scale(reverse=not rightward, nice=True, padding=8)
    return (
        altair.Chart(altair.InlineData(values=rows), width=_WIDTH, height=_ROW * len(rows))
        .mark_bar(cornerRadius=3, height=12, minBandSize=6)
        .encode(
            x=altair.X(
                "from:T",
                scale=days,
                title=None,
                axis=altair.Axis(format="%Y-%m-%d", labelAngle=0, tickCount=5, grid=True),
            ),
            x2="to:T",
            y=altair.Y(
                "label:N",
                sort=None,
                title=None,
                axis=altair.Axis(orient="left" if rightward else "right", labelLimit=360, ticks=False, domain=False),
            ),
            opacity=altair.Opacity(
                "origins:Q", scale=altair.Scale(domain=[1, 3], range=[0.55, 1], clamp=True), legend=None
            ),
            color=altair.value(RED),
        )
    )


def _row(number: int, entry: TimelineEntry) -> dict[str, Any]:
    latest = datetime.date.fromisoformat(entry.latest or entry.earliest or "") + datetime.timedelta(days=1)
    return {
        "label": isolate(f"{number + 1}. {shorten(entry.label, _LABEL)}"),
        "from": entry.earliest,
        "to": latest.isoformat(),
        "origins": entry.origins,
    }

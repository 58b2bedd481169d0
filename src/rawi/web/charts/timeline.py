"""The timeline as a picture: a bar from the earliest to the latest day that each happening may have."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from typing import Any

import altair

from rawi.model.corpus import TimelineEntry
from rawi.web.charts.drawing import INK, RED, day_format, isolate, shorten
from rawi.web.language import Language

_WIDTH, _ROW = 620, 26
# As wide as a phone leaves, each row with its label above its bar.
_NARROW, _NARROW_ROW = 300, 46
_LABEL = 46
# Pixels a bar has at least: one day among years would be thinner than a hair.
_THINNEST = 6


def chart_timeline(entries: Sequence[TimelineEntry], language: Language, *, narrow: bool = False) -> Any | None:
    """Time runs right to left in Arabic, as the page reads; labels stand on the reading side, on a ``narrow`` screen
    above their bars. None for no entries."""
    if not entries:
        return None
    width = _NARROW if narrow else _WIDTH
    shortest = _shortest(entries, width)
    rows = [_row(number, entry, shortest) for number, entry in enumerate(entries)]
    rightward = language.code == "en"
    days = altair.X(
        "from:T",
        scale=altair.Scale(reverse=not rightward, nice=True, padding=8),
        title=None,
        axis=altair.Axis(
            format=day_format(rows[0]["from"], max(row["to"] for row in rows)),
            labelAngle=0,
            tickCount=3 if narrow else 5,
            grid=True,
        ),
    )
    side = altair.Axis(orient="left" if rightward else "right", labelLimit=360, ticks=False, domain=False)
    down = altair.Y("label:N", sort=None, title=None, axis=None if narrow else side)
    base = altair.Chart(
        altair.InlineData(values=rows), width=width, height=(_NARROW_ROW if narrow else _ROW) * len(rows)
    )
    bars = base.mark_bar(cornerRadius=3, height=12, minBandSize=6, yOffset=9 if narrow else 0).encode(
        x=days,
        x2="to:T",
        y=down,
        opacity=altair.Opacity(
            "origins:Q", scale=altair.Scale(domain=[1, 3], range=[0.55, 1], clamp=True), legend=None
        ),
        color=altair.value(RED),
    )
    if not narrow:
        return bars
    labels = base.mark_text(align="left" if rightward else "right", dy=-9, fontSize=13, color=INK).encode(
        x=altair.value(0 if rightward else width), y=down, text="label:N"
    )
    return bars + labels


def _day(date: str | None) -> datetime.date:
    return datetime.date.fromisoformat(date or "")


def _shortest(entries: Sequence[TimelineEntry], width: int = _WIDTH) -> datetime.timedelta:
    """How long a bar is drawn at least, by the scale of all: its first day stays where it is.

    >>> june = TimelineEntry("1", "2021-06-01", "2021-06-01", "", "", (), 1, 1)
    >>> _shortest([june]).days, _shortest([june, TimelineEntry("2", "2025-06-01", "2025-06-01", "", "", (), 1, 1)]).days
    (1, 15)
    """
    first = min(_day(entry.earliest) for entry in entries)
    last = max(_day(entry.latest or entry.earliest) for entry in entries)
    return datetime.timedelta(days=max(1, math.ceil(((last - first).days + 1) * _THINNEST / width)))


def _row(number: int, entry: TimelineEntry, shortest: datetime.timedelta) -> dict[str, Any]:
    latest = max(_day(entry.latest or entry.earliest) + datetime.timedelta(days=1), _day(entry.earliest) + shortest)
    return {
        "label": isolate(f"{number + 1}. {shorten(entry.label, _LABEL)}"),
        "from": entry.earliest,
        "to": latest.isoformat(),
        "origins": entry.origins,
    }

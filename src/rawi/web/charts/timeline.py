"""The timeline as a picture: a bar from the earliest to the latest day that each happening may have."""

from __future__ import annotations

import datetime
import functools
import importlib.resources
from collections.abc import Sequence
from typing import Any

import altair
import vl_convert

from rawi.model.corpus import TimelineEntry
from rawi.web.language import Language

_WIDTH, _ROW = 620, 26
_LABEL = 46
_FONT = "IBM Plex Sans Arabic"


def draw_timeline(entries: Sequence[TimelineEntry], language: Language) -> str:
    """An SVG. Time runs from right to left in Arabic, as the page reads; labels stand on the reading side."""
    if not entries:
        return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    chart = _chart([_row(number, entry) for number, entry in enumerate(entries)], language)
    _register_font()
    return str(vl_convert.vegalite_to_svg(chart.to_json()))


def _row(number: int, entry: TimelineEntry) -> dict[str, Any]:
    label = entry.label if len(entry.label) <= _LABEL else entry.label[: entry.label.rfind(" ", 0, _LABEL)] + " …"
    latest = datetime.date.fromisoformat(entry.latest or entry.earliest or "") + datetime.timedelta(days=1)
    return {
        "label": f"{number + 1:02d}. {label}",
        "from": entry.earliest,
        "to": latest.isoformat(),
        "type": entry.type,
        "origins": entry.origins,
    }


def _chart(rows: list[dict[str, Any]], language: Language) -> Any:
    rightward = language.code == "en"
    days = altair.Scale(reverse=not rightward, nice=True, padding=8)
    return (
        altair.Chart(altair.InlineData(values=rows), width=_WIDTH, height=_ROW * len(rows), background="transparent")
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
            color=altair.value("#8a3b2a"),
        )
        .configure(font=_FONT)
        .configure_axis(labelFontSize=13, gridColor="#d8d0c2", labelColor="#4c463c", tickColor="#b9b0a0")
        .configure_view(stroke=None)
    )


@functools.cache
def _register_font() -> None:
    folder = importlib.resources.files("fontpkg_ibm_plex_sans_arabic") / "files"
    vl_convert.register_font_directory(str(folder))

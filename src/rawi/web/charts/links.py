"""Two columns with lines between them: agencies and outlets, outlets and whom they quote."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair

from rawi.web.charts.drawing import BLUE, INK, RED, isolate, shorten
from rawi.web.language import Language

_WIDTH, _ROW = 260, 30
_LABEL = 34
_BENDS = 16


@dataclass(frozen=True, slots=True)
class Link:
    """So many times from one name to another."""

    origin: str
    target: str
    times: int


def chart_links(links: Sequence[Link], language: Language) -> Any | None:
    """Origins stand where reading begins, targets opposite; wide lines for many. None without links."""
    if not links:
        return None
    leftward = language.code == "ar"
    origins, targets = _ranked(links, "origin"), _ranked(links, "target")
    rows = max(len(origins), len(targets))
    places = {("origin", name): _spread(index, len(origins), rows) for index, name in enumerate(origins)}
    places |= {("target", name): _spread(index, len(targets), rows) for index, name in enumerate(targets)}
    curves = [
        {"link": number, "times": link.times, "x": 1 - step if leftward else step, "y": height, "order": step}
        for number, link in enumerate(links)
        for step, height in _bend(places["origin", link.origin], places["target", link.target])
    ]
    across = altair.X("x:Q", axis=None, scale=altair.Scale(domain=[0, 1], nice=False, zero=False))
    down = altair.Y("y:Q", axis=None, scale=altair.Scale(domain=[rows - 0.3, -0.7], nice=False, zero=False))
    lines = (
        altair.Chart(altair.InlineData(values=curves), width=_WIDTH, height=_ROW * rows)
        .mark_line(opacity=0.45, color=RED)
        .encode(
            x=across,
            y=down,
            detail="link:N",
            order="order:Q",
            strokeWidth=altair.StrokeWidth("times:Q", scale=altair.Scale(range=[1.2, 9]), legend=None),
        )
    )
    columns = [
        _column("origin", origins, places, 1.0 if leftward else 0.0, _sums(links, "origin")),
        _column("target", targets, places, 0.0 if leftward else 1.0, _sums(links, "target")),
    ]
    layers = [lines]
    for rows_of, right in zip(columns, (leftward, not leftward), strict=True):
        base = altair.Chart(altair.InlineData(values=rows_of)).encode(x=across, y=down)
        layers.append(base.mark_point(filled=True, size=60, color=BLUE, opacity=1))
        layers.append(
            base.mark_text(align="left" if right else "right", dx=10 if right else -10, fontSize=13, color=INK).encode(
                text="label:N"
            )
        )
    return altair.layer(*layers)


def _ranked(links: Sequence[Link], side: str) -> list[str]:
    sums = _sums(links, side)
    return sorted(sums, key=lambda name: (-sums[name], name))


def _sums(links: Sequence[Link], side: str) -> dict[str, int]:
    sums: dict[str, int] = {}
    for link in links:
        name = getattr(link, side)
        sums[name] = sums.get(name, 0) + link.times
    return sums


def _spread(index: int, count: int, rows: int) -> float:
    """The height of a column's entry, so that the shorter column fills the picture too."""
    return index if count == rows or count < 2 else index * (rows - 1) / (count - 1)


def _bend(first: float, last: float) -> list[tuple[float, float]]:
    steps = [number / _BENDS for number in range(_BENDS + 1)]
    return [(step, first + (last - first) * (1 - math.cos(math.pi * step)) / 2) for step in steps]


def _column(
    side: str, names: Sequence[str], places: dict[tuple[str, str], float], x: float, sums: dict[str, int]
) -> list[dict[str, Any]]:
    return [
        {"x": x, "y": places[side, name], "label": isolate(f"{shorten(name, _LABEL)} ({sums[name]})")} for name in names
    ]

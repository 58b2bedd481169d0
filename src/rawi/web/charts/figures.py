"""A series of figures as a picture: each value at its day, from its lower to its upper bound."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair

from rawi.web.charts.drawing import BLUE, RED, day_format, shorten
from rawi.web.language import Language

_WIDTH, _HEIGHT = 620, 300
# What a phone leaves beside the values' axis.
_NARROW = 240
_LABEL = 34


@dataclass(frozen=True, slots=True)
class Point:
    """One figure in a picture: the first and the last day that it may be of, its bounds, who asserts it, and whether
    another figure clashes with it."""

    day: str
    until: str
    low: float
    high: float
    who: str
    clashes: bool


def _noon(day: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{day}T12:00")


def chart_figures(points: Sequence[Point], language: Language, *, narrow: bool = False) -> Any | None:
    """Values over time, also for a ``narrow`` screen; ranges as lines, clashing ones in red. None without points."""
    if not points:
        return None
    rightward = language.code == "en"
    clash, calm = language.say("conflicts"), language.say("no conflict known")
    rows = [
        {
            "day": point.day,
            "until": point.until,
            "between": (_noon(point.day) + (_noon(point.until) - _noon(point.day)) / 2).isoformat(),
            "low": point.low,
            "high": point.high,
            "middle": (point.low + point.high) / 2,
            "who": shorten(point.who, _LABEL),
            "clash": clash if point.clashes else calm,
        }
        for point in points
    ]
    days = altair.X(
        "day:T",
        title=None,
        scale=altair.Scale(reverse=not rightward, padding=24),
        axis=altair.Axis(
            format=day_format(min(point.day for point in points), max(point.until for point in points)),
            labelAngle=0,
            tickCount=3 if narrow else 5,
        ),
    )
    middays = days.copy()
    middays.shorthand = "between:T"
    side = altair.Axis(orient="left" if rightward else "right", format=",~f", tickCount=6)
    colour = altair.Color(
        "clash:N",
        scale=altair.Scale(domain=[calm, clash], range=[BLUE, RED]),
        legend=altair.Legend(title=None, orient="top", symbolType="circle"),
    )
    base = altair.Chart(altair.InlineData(values=rows), width=_NARROW if narrow else _WIDTH, height=_HEIGHT)
    scale = altair.Scale(zero=False, nice=True, padding=12)
    ranges = base.mark_rule(strokeWidth=3, opacity=0.6).encode(
        x=days, y=altair.Y("low:Q", title=None, axis=side, scale=scale), y2="high:Q", color=colour
    )
    spans = base.mark_rule(strokeWidth=2, opacity=0.45, strokeDash=[4, 3]).encode(
        x=days, x2="until:T", y=altair.Y("middle:Q", title=None, axis=side, scale=scale), color=colour
    )
    dots = base.mark_point(filled=True, size=90).encode(
        x=middays,
        y=altair.Y("middle:Q", title=None, axis=side, scale=scale),
        color=colour,
        shape=altair.Shape(
            "clash:N", scale=altair.Scale(domain=[calm, clash], range=["circle", "diamond"]), legend=None
        ),
    )
    return ranges + spans + dots

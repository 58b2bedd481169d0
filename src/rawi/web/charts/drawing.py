"""What all pictures share: the face, the colours, and how a chart becomes SVG or PNG."""

from __future__ import annotations

import datetime
import functools
import importlib.resources
import re
from typing import Any, Literal, TypeAlias

import vl_convert

Format: TypeAlias = Literal["svg", "png"]
MEDIA: dict[Format, str] = {"svg": "image/svg+xml", "png": "image/png"}

FONT = "IBM Plex Sans Arabic"
_ARABIC = re.compile("[\u0621-\u064a]")
RED, INK, QUIET, LINE, BLUE = "#8a3b2a", "#1d1a16", "#4c463c", "#d8d0c2", "#2f5d8a"
_NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
# The face that the room serves; where the file is kept elsewhere, another face steps in.
_FACE = (
    f'<style>@font-face {{ font-family: "{FONT}"; src: url("/fonts/IBMPlexSansArabic-Regular.ttf"); }}'
    "text { direction: ltr; }</style>"
)
# Pixels of a PNG for each of the picture's own: sharp on dense screens and on paper.
_DENSITY = 2.0
# Days from which an axis of five places tells years only, and months only: each place is then one of its own.
_YEARS, _MONTHS = 5 * 366, 5 * 31


def export_picture(chart: Any | None, form: Format) -> bytes:
    """The chart as a file; an empty picture for None. A PNG stands on white paper, an SVG on whatever is behind it."""
    if chart is None:
        return vl_convert.svg_to_png(_NOTHING) if form == "png" else _NOTHING.encode()
    dressed = (
        chart.configure(font=FONT, background="#ffffff" if form == "png" else "transparent")
        .configure_axis(
            labelFontSize=13, titleFontSize=13, gridColor=LINE, labelColor=QUIET, titleColor=QUIET, tickColor="#b9b0a0"
        )
        .configure_legend(labelFontSize=13, titleFontSize=13, labelColor=QUIET, titleColor=QUIET)
        .configure_view(stroke=None)
    )
    _register_font()
    if form == "png":
        return vl_convert.vegalite_to_png(dressed.to_json(), scale=_DENSITY)
    drawn = str(vl_convert.vegalite_to_svg(dressed.to_json()))
    return drawn.replace(">", f">{_FACE}", 1).encode()


def day_format(first: str, last: str) -> str:
    """How an axis between two ISO days tells its places: years for many years, months for many months.

    >>> [day_format("2020-08-01", last) for last in ("2026-01-01", "2021-03-01", "2020-08-20")]
    ['%Y', '%Y-%m', '%Y-%m-%d']
    """
    days = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days
    return "%Y" if days > _YEARS else "%Y-%m" if days > _MONTHS else "%Y-%m-%d"


def isolate(label: str) -> str:
    """A label that runs as its letters do although a picture's own direction is left to right: marks and numbers at
    the ends of an Arabic name stay at their ends.

    >>> isolate("Reuters (3)"), isolate("رويترز (3)") == "\u202bرويترز (3)\u202c"
    ('Reuters (3)', True)
    """
    return f"\u202b{label}\u202c" if _ARABIC.search(label) else label


def shorten(label: str, most: int) -> str:
    """A label cut at a word, for a picture.

    >>> shorten("رئيس مجلس الوزراء العراقي", 14)
    'رئيس مجلس …'
    """
    if len(label) <= most:
        return label
    cut = label.rfind(" ", 0, most)
    return f"{label[: cut if cut > 0 else most]} …"


@functools.cache
def _register_font() -> None:
    folder = importlib.resources.files("fontpkg_ibm_plex_sans_arabic") / "files"
    vl_convert.register_font_directory(str(folder))

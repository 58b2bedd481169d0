"""A brief as one self-contained HTML page."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, select_autoescape

from rawi.reporting.briefing import Brief, Footnote
from rawi.reporting.directions import cut_runs
from rawi.reporting.frames import frames

_PAGES = Environment(
    loader=PackageLoader("rawi.reporting", "pages"),
    autoescape=select_autoescape(),
    trim_blocks=True,
    lstrip_blocks=True,
)


def write_html(brief: Brief) -> str:
    """The brief as a page that needs nothing else: right to left for Arabic, footnotes with the words themselves."""
    numbers: dict[Footnote, int] = {}
    for section in brief.sections:
        for line in section.lines:
            for note in line.footnotes:
                numbers.setdefault(note, len(numbers) + 1)
    direction = "rtl" if brief.language == "ar" else "ltr"
    page = _PAGES.get_template("brief.html")
    return page.render(
        brief=brief,
        numbers=numbers,
        direction=direction,
        frames=frames(brief.language),
        rightward=direction == "rtl",
        cut=lambda words: cut_runs(words, rightward=direction == "rtl"),
    )

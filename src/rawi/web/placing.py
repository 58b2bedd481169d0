"""Characters of articles on pages: their address, some words around them, and where their lines begin."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from rawi.model.span import Span

_ARABIC, _LATIN = re.compile("[\u0621-\u06d3]"), re.compile("[A-Za-z]")


def direction_of(text: str, whole: str = "") -> str:
    """Where the lines of a text begin: "rtl" where it has more Arabic than Latin letters; a line without letters goes
    as the ``whole`` does. A browser's own guess follows the first letter, which may belong to a page's furniture.

    >>> direction_of("CNN: سنغادر العراق"), direction_of("A+ A-"), direction_of("12", "سنغادر")
    ('rtl', 'ltr', 'rtl')
    """
    arabic, latin = (len(letters.findall(text)) for letters in (_ARABIC, _LATIN))
    if not arabic and not latin:
        return direction_of(whole) if whole else "rtl"
    return "rtl" if arabic >= latin else "ltr"


def place_link(article: str, start: int, end: int) -> str:
    """The address of characters of an article."""
    return f"/articles/{article}?from={start}&to={end}#cited"


def excerpt(text: str, start: int, end: int, around: int = 70) -> Markup:
    """Characters with some words around them, the characters themselves marked."""
    span = Span(start, min(end, len(text)))
    left = max(0, span.start - around, text.rfind("\n", 0, span.start) + 1)
    if left and text[left - 1].strip():
        left = text.find(" ", left, span.start) + 1 or span.start
    line_end = text.find("\n", span.end)
    right = min(len(text) if line_end < 0 else line_end, span.end + around)
    if right < len(text) and text[right].strip():
        right = max(text.rfind(" ", span.end, right), span.end)
    before = "…\u00a0" if left and text[left - 1] != "\n" else ""
    after = "\u00a0…" if right < len(text) and text[right] != "\n" else ""
    first, last = text[left : span.start].lstrip(), text[span.end : right].rstrip()
    return Markup(f"{before}{escape(first)}<mark>{escape(span.of(text))}</mark>{escape(last)}{after}")

"""A brief as a Word file (Office Open XML), right to left where it is Arabic, with footnotes of the file's own.

Written from templates: python-docx (1.2) knows no footnotes and would bring lxml along.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from jinja2 import Environment, PackageLoader

from rawi.reporting.briefing import Brief
from rawi.reporting.directions import Run, cut_runs
from rawi.reporting.frames import frames
from rawi.reporting.markdown import tell_footnote

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/footnotes.xml": "footnotes.xml",
    "word/_rels/footnotes.xml.rels": "footnote_rels.xml",
}
_PAGES = Environment(
    loader=PackageLoader("rawi.reporting", "pages/docx"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
# No clock in a result: the first day that a zip file can tell.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_DATE = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
# XML has no place for these characters, not even as references.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_docx(brief: Brief) -> bytes:
    """The brief as the bytes of a .docx file. The same brief gives the same bytes."""
    rightward = brief.language == "ar"
    said = frames(brief.language)
    # A footnote belongs to one place: what is cited twice stands twice.
    cited = [(line, note) for section in brief.sections for line in section.lines for note in line.footnotes]
    notes = [
        (number, note, tell_footnote(note, said.undated), f"rId{number}" if note.url else None)
        for number, (_, note) in enumerate(cited, start=1)
    ]
    numbers = {(line, note): number for number, (line, note) in enumerate(cited, start=1)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, template in _PARTS.items():
            text = _PAGES.get_template(template).render(
                brief=brief,
                frames=said,
                numbers=numbers,
                notes=notes,
                rightward=rightward,
                cut=lambda words: _runs(words, rightward),
            )
            package.writestr(zipfile.ZipInfo(name, _FIRST_DAY), text.strip().encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _runs(words: str, rightward: bool) -> Iterator[Run]:
    """The runs of a line, with marks of direction: a run's own is not heeded everywhere. Behind Arabic letters a date's
    parts would be turned round; in an English line what follows Arabic words would join them."""
    text = _FORBIDDEN.sub("", words)
    if rightward:
        yield from cut_runs(_DATE.sub("\u200e\\g<0>", text), rightward=True)
        return
    for run in cut_runs(text, rightward=False):
        yield replace(run, text=f"\u202b{run.text}\u202c\u200e") if run.rightward else run

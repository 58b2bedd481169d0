from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from rawi.reporting.brief import make_brief
from rawi.reporting.briefing import Brief, Footnote, Line, Section
from rawi.reporting.docx import write_docx
from tests.reporting.corpus import make_corpus

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(content: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}


def words(paragraph: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t")).translate(
        dict.fromkeys(map(ord, "\u200e\u202b\u202c"))
    )


def test_an_arabic_brief_runs_right_to_left() -> None:
    brief = make_brief(make_corpus(), "جسر الأئمة")
    document = parts(write_docx(brief))["word/document.xml"]
    paragraphs = list(document.iter(f"{W}p"))
    assert all(paragraph.find(f"{W}pPr/{W}bidi") is not None for paragraph in paragraphs)
    assert document.find(f".//{W}sectPr/{W}bidi") is not None
    for run in document.iter(f"{W}r"):
        text = "".join(part.text or "" for part in run.iter(f"{W}t"))
        rightward = run.find(f"{W}rPr/{W}rtl") is not None
        if re.search("[\u0621-\u064a]", text):
            assert rightward, text
        if re.fullmatch(r"\u200e?\d{4}-\d{2}-\d{2}", text):
            assert not rightward, text
    told = [words(paragraph) for paragraph in paragraphs]
    for section in brief.sections:
        assert section.title in told
        for line in section.lines:
            assert any(paragraph.startswith(line.text) for paragraph in told)


def test_an_english_brief_runs_left_to_right_but_its_arabic() -> None:
    document = parts(write_docx(make_brief(make_corpus(), "Bridge", "en")))["word/document.xml"]
    assert document.find(f".//{W}bidi") is None
    for run in document.iter(f"{W}r"):
        text = "".join(part.text or "" for part in run.iter(f"{W}t"))
        assert (run.find(f"{W}rPr/{W}rtl") is not None) == bool(re.search("[\u0621-\u064a]", text)), text


def test_every_reference_has_its_own_footnote() -> None:
    brief = make_brief(make_corpus(), "جسر الأئمة")
    files = parts(write_docx(brief))
    references = [item.get(f"{W}id") for item in files["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = {item.get(f"{W}id"): words(item) for item in files["word/footnotes.xml"].iter(f"{W}footnote")}
    cited = [note for section in brief.sections for line in section.lines for note in line.footnotes]
    assert len(references) == len(set(references)) == len(cited)
    assert set(references) <= set(notes)
    for reference, note in zip(references, cited, strict=True):
        told = notes[reference]
        assert " ".join(note.words.split()) in told
        assert told.endswith(f"{note.article}:{note.start}-{note.end}")


def test_addresses_are_links_and_forbidden_characters_are_left_out() -> None:
    note = Footnote("a_1", 0, 3, "قال\x0b & <نعم>", "الضفاف", "2021-03-01", "https://difaf.example/?a=1&b=2")
    brief = Brief("عنوان <1>", "ar", (Section("قسم", (Line("نعم & لا", (note,)),)),), "ملاحظة")
    files = parts(write_docx(brief))
    (link,) = list(files["word/_rels/footnotes.xml.rels"])
    assert link.get("Target") == note.url
    assert "<نعم>" in words(files["word/footnotes.xml"])


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert write_docx(make_brief(make_corpus(), "س")) == write_docx(make_brief(make_corpus(), "س"))


def test_another_program_opens_it() -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    brief = make_brief(make_corpus(), "جسر الأئمة")
    opened = docx.Document(io.BytesIO(write_docx(brief)))
    assert opened.paragraphs[0].text == brief.title
    assert sum(paragraph.style.name == "Line" for paragraph in opened.paragraphs) == sum(
        len(section.lines) for section in brief.sections
    )


def test_dates_keep_their_order_and_references_stand_apart() -> None:
    """Behind Arabic letters 2003-03-20 would be shown with its parts turned round, and notes 1 and 2 as 21."""
    brief = make_brief(make_corpus(), "جسر الأئمة")
    document = parts(write_docx(brief))["word/document.xml"]
    for run in document.iter(f"{W}r"):
        text = "".join(part.text or "" for part in run.iter(f"{W}t"))
        for found in re.finditer(r"\d{4}-\d{2}", text):
            assert text[: found.start()].endswith("\u200e"), text
    for paragraph in document.iter(f"{W}p"):
        runs = [child for child in paragraph if child.tag == f"{W}r"]
        cited = [run.find(f"{W}footnoteReference") is not None for run in runs]
        assert (True, True) not in set(pairwise(cited))

"""Reports side by side: of one that tells several happenings only the passage that belongs to the story is shown."""

from __future__ import annotations

from rawi.annotating.figures import annotate_figures
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.model.corpus import Passage, Reuse
from rawi.model.span import Span
from rawi.web.sharing import compare_reports

SHIP = "رست في الميناء سفينة تحمل 3000 طن من القمح."
SEVERAL = f"افتتح المحافظ جسرا كلفته 20 مليون دولار.\nمن جهة أخرى، {SHIP}\nوغادر الوفد بعد 7 أيام."


def report(text: str, outlet: str) -> AnnotatedArticle:
    return annotate_figures(AnnotatedArticle(Article.create(text, outlet=outlet)))


def test_only_the_passage_is_shown_and_compared() -> None:
    alone, several = report(SHIP, "الضفاف"), report(SEVERAL, "المشكاة")
    start = SEVERAL.index("من جهة")
    part = Span(start, SEVERAL.index("\nوغادر"))
    inside = Span(SEVERAL.index(SHIP), SEVERAL.index(SHIP) + len(SHIP))
    a, b = sorted((alone, several), key=lambda item: item.id)
    spans = {alone.id: Span(0, len(SHIP)), several.id: inside}
    copied = Reuse(a.id, b.id, "partial", 0.5, 0.5, (Passage(spans[a.id], spans[b.id]),))
    found = {item.annotated.id: item for item in compare_reports([alone, several], [copied], {several.id: part})}
    shown = "\n".join("".join(piece.text for piece in line) for line in found[several.id].lines)
    assert shown == SEVERAL[part.start : part.end]
    assert [piece.origin is None for line in found[several.id].lines for piece in line] == [True, False]
    assert not found[several.id].adds
    assert (found[several.id].passage, found[alone.id].passage) == (part, None)


def test_a_whole_report_is_shown_whole() -> None:
    (found, _) = compare_reports([report(SEVERAL, "الضفاف"), report(SHIP, "المشكاة")], ())
    assert sum(len(piece.text) for item in (found, _) for line in item.lines for piece in line) == len(
        SEVERAL.replace("\n", "") + SHIP
    )


def test_words_of_another_report_are_nobodys_own() -> None:
    # One reads 144 as flags, the other as countries: a key of each, the same number.
    flags, lands = report("رفعت اليابان 144 علما في المخيم.", "الضفاف"), report("شاركت 144 دولة و12 فرقة.", "المشكاة")
    found = {item.annotated.id: item for item in compare_reports([flags, lands], ())}
    assert [detail.label for detail in found[flags.id].adds] == []
    assert [detail.label for detail in found[lands.id].adds] == ["12"]


def test_only_what_stands_in_the_passage_is_counted() -> None:
    several = report(SEVERAL, "المشكاة")
    part = Span(SEVERAL.index("من جهة"), SEVERAL.index("\nوغادر"))
    (found,) = compare_reports([several], (), {several.id: part})
    assert (len(several.figures), found.figures) == (2, 1)


def test_a_number_with_what_is_written_to_it_is_told_there_too() -> None:
    here, there = report("رست 3 سفن في ميناء الضفاف.", "الضفاف"), report("غادرت بثلاث سفن و3 قوارب.", "المشكاة")
    found = {item.annotated.id: item for item in compare_reports([here, there], ())}
    assert [detail.label for detail in found[here.id].adds] == []

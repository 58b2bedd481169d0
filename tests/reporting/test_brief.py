from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import ComparedCorpus
from rawi.reporting.brief import make_brief
from rawi.reporting.briefing import Language
from rawi.reporting.checking import check_brief
from rawi.reporting.focus import Focus
from rawi.reporting.html import write_html
from rawi.reporting.markdown import read_markdown, write_markdown
from tests.reporting.corpus import make_corpus

LANGUAGES: tuple[Language, ...] = ("ar", "en")


@pytest.fixture
def corpus() -> ComparedCorpus:
    return make_corpus()


def getter(corpus: ComparedCorpus) -> Callable[[str], AnnotatedArticle | None]:
    return {annotated.id: annotated for annotated in corpus.articles}.get


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_record_gives_a_line_and_every_line_is_supported(
    corpus: ComparedCorpus, language: Language
) -> None:
    brief = make_brief(corpus, "جسر الأئمة", language)
    assert len(brief.sections) == 6
    assert sum(len(section.lines) for section in brief.sections) == 7
    assert check_brief(write_markdown(brief), getter(corpus)) == []


def test_both_sides_of_a_conflict_are_shown(corpus: ComparedCorpus) -> None:
    written = write_markdown(make_brief(corpus, "جسر الأئمة"))
    line = next(line for line in written.splitlines() if "12 عاملا" in line)
    assert "12 عاملا" in line
    assert "15 عاملا" in line
    assert "الضفاف" in line
    assert "المشكاة" in line
    assert line.endswith("(المنابر: 2، الأصول المستقلة: 2)")


def test_the_chain_is_told(corpus: ComparedCorpus) -> None:
    written = write_markdown(make_brief(corpus, "جسر الأئمة"))
    assert "مصدر في الوزارة، نقلا عن وكالة السنبلة (8 آذار/مارس 2021): «الجسر لن يفتح قبل أيار»" in written


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ("«الجسر لن يفتح قبل أيار»[", "«الجسر سيفتح قبل أيار»[", "quotes words"),
        ("15 عاملا", "51 عاملا", "quotes words"),
        ("- مصدر في الوزارة", "- الوزير", "says «الوزير»"),
        ("(8 آذار/مارس 2021): «الجسر", "(9 آذار/مارس 2021): «الجسر", "says «9»"),
        ("المنابر: 2، الأصول المستقلة: 2", "المنابر: 2، الأصول المستقلة: 3", "more origins"),
        ("المنابر: 2، الأصول المستقلة: 2", "المنابر: 1، الأصول المستقلة: 1", "counts 1 outlets but cites 2"),
    ],
)
def test_what_is_planted_is_caught(corpus: ComparedCorpus, right: str, wrong: str, why: str) -> None:
    written = write_markdown(make_brief(corpus, "جسر الأئمة"))
    assert right in written
    found = check_brief(written.replace(right, wrong, 1), getter(corpus))
    assert found
    assert any(why in finding.why for finding in found), found


def test_a_line_without_a_footnote_is_caught(corpus: ComparedCorpus) -> None:
    written = write_markdown(make_brief(corpus, "جسر الأئمة")) + "\n- انتهى كل شيء بسلام\n"
    assert [finding.why for finding in check_brief(written, getter(corpus))] == ["cites nothing"]


def test_footnotes_to_nowhere_are_caught(corpus: ComparedCorpus) -> None:
    written = write_markdown(make_brief(corpus, "جسر الأئمة"))
    moved = re.sub(r":(\d+)-(\d+)`", ":900-999`", written)
    assert all("has" in finding.why or "footnotes" in finding.why for finding in check_brief(moved, getter(corpus)))
    lost = written.replace(corpus.articles[0].id, "a_lost")
    assert any("doesn't hold" in finding.why for finding in check_brief(lost, getter(corpus)))


def test_an_empty_brief_is_not_called_supported(corpus: ComparedCorpus) -> None:
    assert check_brief("# عنوان\n\nكلام بلا سطور", getter(corpus))


def test_focus(corpus: ComparedCorpus) -> None:
    late = make_brief(corpus, "x", focus=Focus(earliest="2021-03-08"))
    text = write_markdown(late)
    assert "نقلا عن" in text
    assert "ما لم يُقل" not in text
    assert not make_brief(corpus, "x", focus=Focus(earliest="2022-01-01")).sections
    by_actor = make_brief(corpus, "x", focus=Focus(entity="e_1"))
    assert "مصدر في الوزارة، نقلا" not in write_markdown(by_actor)


def test_a_question_in_any_spelling(corpus: ComparedCorpus) -> None:
    text = write_markdown(make_brief(corpus, "x", focus=Focus(words="متى يُفتح الجِسر قبل ايار؟")))
    assert "الجسر لن يفتح قبل أيار" in text
    assert not make_brief(corpus, "x", focus=Focus(words="أسعار النفط")).sections


def test_an_article_not_in_the_corpus_gives_no_line(corpus: ComparedCorpus) -> None:
    brief = make_brief(replace(corpus, articles=corpus.articles[:1], stories=()), "x")
    assert check_brief(write_markdown(brief), getter(corpus)) == []
    assert not [section for section in brief.sections if section.title == "روايات متعارضة"]


def test_markdown_is_read_back(corpus: ComparedCorpus) -> None:
    brief = make_brief(corpus, "جسر الأئمة")
    lines = read_markdown(write_markdown(brief))
    made = [line for section in brief.sections for line in section.lines]
    assert [line.text for line in lines] == [line.text for line in made]
    for line, original in zip(lines, made, strict=True):
        assert line.places == tuple((note.article, note.start, note.end) for note in original.footnotes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_html(corpus: ComparedCorpus, language: Language) -> None:
    page = write_html(make_brief(corpus, "<جسر>", language))
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in page
    assert "<جسر>" not in page
    assert "&lt;جسر&gt;" in page
    assert page.count('id="note-') == len(set(re.findall(r'href="#(note-\d+)"', page)))


def test_a_period_leaves_out_what_happened_outside_it() -> None:
    corpus = make_corpus()
    days = sorted(entry.earliest for entry in corpus.timeline if entry.earliest)
    assert days
    brief = make_brief(corpus, "جسر", "ar", Focus(earliest="2099-01-01", latest="2099-12-31"))
    assert not brief.sections
    told = {entry.id for entry in corpus.timeline}
    wide = make_brief(corpus, "جسر", "ar", Focus(earliest="1900-01-01", latest="2098-12-31"))
    assert told & {line.record for section in wide.sections for line in section.lines}


def test_an_actor_is_told_the_stories_that_name_them(corpus: ComparedCorpus) -> None:
    (story,) = corpus.stories
    named = {mention.entity for item in corpus.articles if item.id in story.articles for mention in item.mentions}
    nobody = replace(corpus, articles=tuple(replace(item, mentions=()) for item in corpus.articles))

    def told(among: ComparedCorpus, entity: str | None) -> bool:
        brief = make_brief(among, "x", focus=Focus(entity=entity))
        return story.id in {line.record for section in brief.sections for line in section.lines}

    assert "e_1" in named
    assert told(corpus, "e_1")
    assert not told(nobody, "e_1")
    assert told(nobody, None)

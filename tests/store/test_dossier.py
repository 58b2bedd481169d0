from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from rawi.model.annotation import AnnotatedArticle, Mention, Problem, PublishedDate, Quotation
from rawi.model.article import Article
from rawi.model.corpus import Citation, ComparedCorpus, Judgement, QuotationReference, Reason, Story, Utterance
from rawi.model.errors import DossierError
from rawi.model.span import Span
from rawi.store import tables
from rawi.store.dialect import Within
from rawi.store.dossier import MOST_ARTICLES, Dossier, open_dossier
from rawi.store.rows import shown_title

TEXT = "أكد الوزير أن الجسر سيفتح يوم الأحد في الموصل."


def annotated(number: int, day: str | None = None) -> AnnotatedArticle:
    article = Article.create(f"{TEXT} ({number})", outlet="الضفاف", url=f"https://difaf.example/{number}")
    return AnnotatedArticle(
        article,
        PublishedDate(day, day, "given" if day else "unknown"),
        mentions=(Mention(39, 45, "LOC", "name", "e_1", "الموصل"),),
        quotations=(Quotation(f"q_{number}", "indirect", (Span(14, 45),), Span(0, 3), Span(4, 10)),),
        problems=(Problem("reading", "bad-date", "31 شباط"),),
    )


def whole_text(article: AnnotatedArticle) -> Iterator[tuple[Span, str]]:
    yield Span(0, len(article.text)), article.text.replace("أ", "ا")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "بغداد.rawi"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    with open_dossier(path, write=True) as opened:
        yield opened


def test_articles_come_back_as_they_went_in(dossier: Dossier) -> None:
    articles = [annotated(1, "2021-03-02"), annotated(2), annotated(3, "2021-03-01")]
    dossier.add_articles(articles, "1", whole_text)
    assert list(dossier.articles()) == [articles[2], articles[0], articles[1]]
    assert dossier.article(articles[1].id) == articles[1]
    assert dossier.article("a_none") is None
    assert dossier.known() == dict.fromkeys((article.id for article in articles), "1")


def test_an_article_put_in_anew_replaces_its_annotations_and_words(dossier: Dossier) -> None:
    article = annotated(1)
    dossier.add_articles([article], "1", whole_text)
    dossier.add_articles([article], "2", whole_text)
    assert dossier.counts()["articles"] == 1
    assert dossier.counts()["mentions"] == 1
    assert len(dossier.match("الجسر")) == 1
    assert dossier.known()[article.id] == "2"


def test_what_a_comparison_rewrites_is_kept_as_it_was(dossier: Dossier) -> None:
    article = annotated(1)
    dossier.add_articles([article], "1", whole_text)
    renamed = replace(article, mentions=(replace(article.mentions[0], entity="e_9", name="الموصل"),))
    dossier.rewrite_articles([renamed])
    assert dossier.article(article.id) == renamed
    assert list(dossier.articles_alone()) == [article]


def test_rewriting_touches_only_what_changed(dossier: Dossier) -> None:
    article = annotated(1)
    dossier.add_articles([article], "1", whole_text)

    def numbers() -> dict[tuple[str, int], int]:
        rows = tables.annotation_rows.c
        with dossier.reading() as connection:
            return {
                (row.layer, row.place): row.number
                for row in connection.execute(select(rows.layer, rows.place, rows.number))
            }

    before = numbers()
    dossier.rewrite_articles([article])
    assert numbers() == before
    undated = replace(
        article, published=PublishedDate(), mentions=(*article.mentions, *article.mentions), quotations=()
    )
    dossier.rewrite_articles([undated])
    assert dossier.article(article.id) == undated
    after = numbers()
    assert after["mentions", 0] == before["mentions", 0]
    assert set(after) - set(before) == {("mentions", 1)}
    assert {layer for layer, _ in set(before) - set(after)} <= {"quotations"}
    dossier.rewrite_articles([article])
    assert dossier.article(article.id) == article


def test_full_text_leads_to_the_characters(dossier: Dossier) -> None:
    article = annotated(1)
    dossier.add_articles([article], "1", whole_text)
    assert dossier.match("الموصل") == [(article.id, Span(0, len(article.text)), pytest.approx(0, abs=1))]
    assert dossier.match("البصرة") == []


def test_full_text_in_one_piece_finds_the_same_and_can_be_written_on(dossier: Dossier) -> None:
    articles = [annotated(number) for number in range(6)]
    for article in articles:
        dossier.add_articles([article], "1", whole_text)
    dossier.add_articles([articles[0]], "2", whole_text)
    before = dossier.match('"الموصل"')
    assert len(before) == len(articles)
    dossier.settle()
    with dossier.reading() as connection:
        pieces = connection.exec_driver_sql("SELECT count(DISTINCT segid) FROM words_idx").scalar_one()
    assert pieces == 1
    assert dossier.match('"الموصل"') == before
    dossier.add_articles([annotated(7)], "1", whole_text)
    assert len(dossier.match('"الموصل"')) == len(articles) + 1


def test_the_first_passages_are_the_first_of_all(dossier: Dossier) -> None:
    """Passages of one rank at the edge of what is wanted are chosen as they are ordered: by article."""
    dossier.add_articles([annotated(number) for number in range(9)], "1", whole_text)
    found = dossier.match('"الموصل"')
    assert [article for article, _, _ in found] == sorted(article for article, _, _ in found)
    for most in range(11):
        assert dossier.match('"الموصل"', most) == found[:most]
    within = Within(outlet="الضفاف")
    assert dossier.match('"الموصل"', 4, within) == found[:4]
    assert dossier.match('"الموصل"', 4, Within(outlet="النهر")) == []


def test_findings_are_replaced_as_a_whole(dossier: Dossier) -> None:
    article = annotated(1)
    dossier.add_articles([article], "1", whole_text)
    story = Story("s_1", "افتتاح الجسر", (article.id,), "2021-03-01", "2021-03-01", reasons=(Reason("title", 0.9),))
    utterance = Utterance("u_1", "verbatim", (QuotationReference(article.id, "q_1"),), "الوزير")
    dossier.write_findings(ComparedCorpus(stories=(story,), utterances=(utterance,)), "1")
    assert list(dossier.findings("stories")) == [story]
    assert dossier.finding("utterances", "u_1") == utterance
    assert dossier.findings_of_article(article.id) == [("stories", story), ("utterances", utterance)]
    dossier.write_findings(ComparedCorpus(stories=(story,)), "2")
    assert dossier.finding("utterances", "u_1") is None
    assert dossier.told("compared_by") == "2"


def test_an_article_may_sit_in_two_stories_and_tell_one_in_a_passage(dossier: Dossier) -> None:
    article = annotated(1)
    dossier.add_articles([article], "1", whole_text)
    whole = Story("s_1", "افتتاح الجسر", (article.id,))
    inside = Story("s_2", "وصول السفينة", (article.id,), passages=(Citation(article.id, 3, 9),))
    assert (whole.reports, inside.reports) == ((article.id,), ())
    dossier.write_findings(ComparedCorpus(stories=(whole, inside)), "1")
    assert list(dossier.findings("stories")) == [whole, inside]
    assert dossier.findings_of_article(article.id) == [("stories", whole), ("stories", inside)]


def test_judgements_survive_and_are_withdrawn_not_deleted(dossier: Dossier) -> None:
    judgement = Judgement("j_1", "different", "entities", "e_1", "e_2", by="سعاد", made_on="2021-04-01")
    dossier.add_judgement(judgement)
    dossier.add_judgement(Judgement("j_1", "same", "entities", "e_1", "e_2"))
    dossier.write_findings(ComparedCorpus(), "2")
    assert dossier.judgements() == (judgement,)
    dossier.withdraw_judgement("j_1", "2021-04-02")
    assert dossier.judgements()[0].withdrawn_on == "2021-04-02"
    with pytest.raises(DossierError, match="j_9"):
        dossier.withdraw_judgement("j_9", "2021-04-02")


def test_readers_look_while_a_build_writes(dossier: Dossier, path: Path) -> None:
    dossier.add_articles([annotated(1)], "1", whole_text)
    with open_dossier(path) as reader:
        assert len(reader.article_ids()) == 1
        dossier.add_articles([annotated(2)], "1", whole_text)
        assert len(reader.article_ids()) == 2
        with pytest.raises(DossierError, match=r"written or opened"):
            reader.tell("kind", "x")


def test_a_transaction_that_fails_leaves_nothing(dossier: Dossier) -> None:
    def broken(article: AnnotatedArticle) -> Iterator[tuple[Span, str]]:
        raise RuntimeError(article.id)
        yield

    with pytest.raises(RuntimeError):
        dossier.add_articles([annotated(1)], "1", broken)
    assert dossier.article_ids() == []


def test_too_many_articles_in_one_transaction(dossier: Dossier) -> None:
    with pytest.raises(ValueError, match=str(MOST_ARTICLES)):
        dossier.add_articles([annotated(1)] * (MOST_ARTICLES + 1), "1", whole_text)


def test_what_is_no_dossier_is_told(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no such dossier"):
        open_dossier(tmp_path / "none.rawi")
    text = tmp_path / "text.rawi"
    text.write_text("قال الوزير", encoding="utf-8")
    for write in (False, True):
        with pytest.raises(DossierError, match="not a dossier"):
            open_dossier(text, write=write)
    assert text.read_text(encoding="utf-8") == "قال الوزير"
    other = tmp_path / "other.rawi"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE notes (note TEXT)")
    connection.close()
    with pytest.raises(DossierError, match="another kind"):
        open_dossier(other, write=True)
    with pytest.raises(DossierError, match="folder"):
        open_dossier(tmp_path)
    with pytest.raises(DossierError, match="does not exist"):
        open_dossier(tmp_path / "none" / "x.rawi", write=True)


def test_a_newer_file_is_refused(path: Path) -> None:
    with open_dossier(path, write=True) as dossier:
        dossier.tell("version", "99")
    for write in (False, True):
        with pytest.raises(DossierError, match="newer"):
            open_dossier(path, write=write)


def test_a_damaged_file_is_told(path: Path) -> None:
    with open_dossier(path, write=True) as dossier:
        dossier.add_articles([annotated(1)], "1", whole_text)
    data = bytearray(path.read_bytes())
    data[100:4000] = b"\xff" * 3900
    path.write_bytes(bytes(data))
    with pytest.raises(DossierError, match="damaged"):
        open_dossier(path)


def test_rejected_inputs_are_kept(dossier: Dossier) -> None:
    dossier.add_rejected([("b.txt", Problem("reading", "empty", "-")), ("a.txt", Problem("reading", "not-text", "-"))])
    dossier.add_rejected([("b.txt", Problem("reading", "not-text", "-"))])
    assert [name for name, _ in dossier.rejected()] == ["a.txt", "b.txt"]
    assert dossier.rejected()[1][1].slug == "not-text"


def test_a_title_is_listed_without_the_marks_of_a_web_page() -> None:
    article = Article.create("قالت الوزارة إن الطريق مفتوح.", title="الوزارة: &quot;الطريق&quot;\n مفتوح")
    assert shown_title(AnnotatedArticle(article, PublishedDate())) == 'الوزارة: "الطريق" مفتوح'

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.annotation import AnnotatedArticle, PublishedDate, Quotation
from rawi.model.article import Article
from rawi.model.span import Span
from rawi.search.foreign import translate
from rawi.search.passages import cut_passages
from rawi.search.query import find_words, parse_query
from rawi.store.dialect import Within
from rawi.store.dossier import Dossier, open_dossier

TEXTS = {
    "troops": "قال قائد القيادة المركزية إن القوّات الأميركية ستنسحب من قاعدة التاجي، وإن للقوات مهام أخرى.",
    "bank": "رفع البنك المركزي سعر الفائدة، وللبنوك مهلة شهر. أما كتاب الوزير فلم يُنشر.",
    "election": "أعلنت المفوضية تأجيل الانتخابات المبكرة إلى العاشر من تشرين الأول.",
    "fire": "ارتفعت حصيلة حريق المستشفى إلى 82 قتيلا وفق وزارة الصحة.",
    "islam": "إيران ترفض الاتهامات، والإيرانيون يترقبون جدولا زمنيا.",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    opened = open_dossier(tmp_path_factory.mktemp("search") / "s.rawi", write=True)
    articles = []
    for number, (name, text) in enumerate(TEXTS.items(), start=1):
        article = Article.create(text, given_id=name, outlet="الضفاف" if number % 2 else "المشكاة")
        quotations = (Quotation("q_1", "indirect", (Span(25, 60),), source_entity="e_1"),) if name == "troops" else ()
        day = f"2021-0{number}-01"
        articles.append(AnnotatedArticle(article, PublishedDate(day, day, "given"), quotations=quotations))
    opened.add_articles(articles, "1", cut_passages)
    return opened


def found(dossier: Dossier, asked: str, within: Within = Within(), *, loose: bool = False) -> set[str | None]:
    query = parse_query(asked)
    hits = dossier.match(query.loose if loose else query.expression, within=within)
    named = {annotated.id: annotated.article.given_id for annotated in dossier.articles()}
    return {named[article] for article, _, _ in hits}


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("القوات الاميركيه", "troops"),
        ("قوات أميركية", "troops"),
        ("قُوّات", "troops"),
        ("البنوك", "bank"),
        ("كتاب", "bank"),
        ("انتخابات", "election"),
        ("ايران", "islam"),
        ("٨٢", "fire"),
        ('"سعر الفائدة"', "bank"),
        ('"جدولا زمنيا"', "islam"),
        ("bank interest rate", "bank"),
        ("Were the early elections postponed?", "election"),
        ("retrait des forces américaines", "troops"),
        ("hospital fire death toll", "fire"),
        ("l'Iran rejette les accusations", "islam"),
    ],
)
def test_questions_find_their_passage(dossier: Dossier, asked: str, name: str) -> None:
    assert found(dossier, asked, loose=not parse_query(asked).expression or name == "islam") >= {name}
    assert found(dossier, asked) <= {name}


def test_words_left_out_and_phrases(dossier: Dossier) -> None:
    assert found(dossier, "القوات -التاجي") == set()
    assert found(dossier, '"الفائدة سعر"') == set()


def test_filters(dossier: Dossier) -> None:
    assert found(dossier, "القوات", Within(outlet="المشكاة")) == set()
    assert found(dossier, "القوات", Within(speaker="e_1")) == {"troops"}
    assert found(dossier, "البنك", Within(speaker="e_1")) == set()
    assert found(dossier, "البنك", Within(earliest="2021-02-01", latest="2021-02-28")) == {"bank"}
    assert found(dossier, "البنك", Within(earliest="2021-03-01")) == set()


def test_the_words_found_are_marked() -> None:
    text = TEXTS["troops"]
    marked = [span.of(text) for span in find_words(text, Span(0, len(text)), parse_query("القوات"))]
    assert marked == ["القوّات", "للقوات"]


def test_a_romanised_name_in_another_spelling() -> None:
    for spelling in ("Kadhimi", "al-Kadhimi", "Kadhemi"):
        assert any("الكاظمي" in form for concept in translate(spelling).concepts for form in concept.forms), spelling
    assert translate("xyzzy").unknown == ("xyzzy",)


@given(st.text(max_size=40))
def test_no_question_breaks_the_full_text(dossier: Dossier, asked: str) -> None:
    query = parse_query(asked)
    for expression in (query.expression, query.loose):
        if expression:
            dossier.match(expression)


def test_samples_by_english_questions(sample_dossier: Path) -> None:
    with open_dossier(sample_dossier) as opened:
        for asked, word in (
            ("Baghdad hospital fire", "مستشفى"),
            ("early elections new date", "الانتخابات"),
            ("rocket attack Erbil", "أربيل"),
        ):
            query = parse_query(asked)
            hits = opened.match(query.expression) or opened.match(query.loose)
            best = opened.article(hits[0][0])
            assert best
            assert word in best.text

"""A dossier with every kind of finding, so that every page has something to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from rawi.model.annotation import AnnotatedArticle, Deadline
from rawi.model.article import Article
from rawi.model.corpus import (
    Citation,
    ComparedCorpus,
    Comparison,
    LedgerEntry,
    LedgerStep,
    Passage,
    Position,
    PositionStance,
    QuotationReference,
    Reason,
    Reuse,
    Story,
    TimelineEntry,
    Utterance,
)
from rawi.model.labels import CommitmentStatus
from rawi.model.span import Span
from rawi.pipeline import Settings, annotate_articles, compare_articles
from rawi.reading.results import ReadArticle
from rawi.search.passages import cut_passages
from rawi.store.dossier import open_dossier
from tests.web.chromium import CHROMIUM, FLAGS

_QUOTED = "قال وزير الصحة العراقي سالم الجبوري إن «المستشفى سيفتح أبوابه في الربيع المقبل»، بحسب وكالة رويترز."
_TEXTS = (
    (
        "صوت الرافدين",
        "2021-03-01",
        "الوزير: المستشفى سيفتح في الربيع",
        f"بغداد (رويترز)\n{_QUOTED} وأصيب 12 شخصا في الحادث.",
    ),
    (
        "الضفاف",
        "2021-03-01",
        "افتتاح قريب لمستشفى بغداد",
        f"بغداد (رويترز)\n{_QUOTED} وأصيب 15 شخصا في الحادث، ولم يحدد الوزير موعدا.",
    ),
    (
        "النهر",
        "2021-03-04",
        "مسؤول: المستشفى يحتاج إلى عام",
        "قال مسؤول طلب عدم ذكر اسمه إن المستشفى يحتاج إلى عام كامل. "
        "وذكر الجبوري أن المستشفى سيفتح أبوابه قريبا. وأصيب 14 شخصا.",
    ),
)


_STATUSES: tuple[CommitmentStatus, ...] = ("open", "restated", "changed", "denied")


@pytest.fixture(scope="session")
def full_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three of our own reports of one happening with findings of every kind."""
    articles = [
        ReadArticle(Article.create(text, title=title, outlet=outlet, published=published))
        for outlet, published, title, text in _TEXTS
    ]
    annotated = tuple(annotate_articles(articles, Settings(strict=True)))
    corpus = _complete(compare_articles(annotated, today="2021-12-31"))
    path = tmp_path_factory.mktemp("full") / "full.rawi"
    with open_dossier(path, write=True) as dossier:
        dossier.add_articles(annotated, "test", cut_passages)
        dossier.rewrite_articles(corpus.articles)
        dossier.write_findings(corpus, "test")
    return path


def _complete(corpus: ComparedCorpus) -> ComparedCorpus:
    articles = sorted(corpus.articles, key=lambda item: (item.article.published or "", item.id))
    names = tuple(item.id for item in articles)
    said = [(item, quotation) for item in articles for quotation in item.quotations]
    assert said, "the reports hold quotations"
    references = tuple(QuotationReference(item.id, quotation.id) for item, quotation in said)
    cited = tuple(
        Citation(item.id, quotation.content[0].start, quotation.content[-1].end, on=item.article.published)
        for item, quotation in said
    )
    person = next((quotation.source_entity for _, quotation in said if quotation.source_entity), "e_1")
    story = Story(
        "s_1", _TEXTS[0][2], names, "2021-03-01", "2021-03-04", None, 3, 2, (Reason("title", 0.8, "titles alike"),)
    )
    steps = tuple(
        LedgerStep(place.article, place.start, place.end, place.on, status, "سالم الجبوري")
        for place, status in zip(cited, _STATUSES, strict=False)
    )
    return replace(
        corpus,
        reuse=(_copied(articles[0], articles[1]),),
        stories=(story,),
        utterances=(
            Utterance(
                "u_1",
                "shortened",
                references,
                "سالم الجبوري",
                "2021-03-01",
                3,
                2,
                (Reason("same_story", 0.2, "told in one story"),),
            ),
        ),
        comparisons=(_clash(articles),),
        ledger=(
            LedgerEntry(
                "l_1",
                "promise",
                person,
                "فتح المستشفى",
                Deadline(None, "2021-03-20", "2021-06-20"),
                "changed",
                steps,
                3,
                2,
                None,
                (Reason("action", 1.0, "فتح"),),
            ),
            LedgerEntry("l_2", "demand", None, "تمويل المستشفى", Deadline(vague=True), "open", steps[:1], 1, 1),
        ),
        timeline=(
            TimelineEntry(
                "t_1", "2021-03-01", "2021-03-01", "إصابات في حادث المستشفى", "ASSAULT", cited[:2], 2, 1, "s_1"
            ),
            TimelineEntry("t_2", "2021-03-02", "2021-04-04", "لقاء الوزير والوفد", "CONSULT", cited[-1:], 1, 1),
            TimelineEntry("t_3", None, None, "اتفاق بلا تاريخ", "AGREE", cited[:1], 1, 1),
        ),
        positions=(
            Position(
                "p_1",
                person,
                "فتح المستشفى",
                tuple(
                    PositionStance("asserted", place, reference)
                    for place, reference in zip(cited, references, strict=True)
                ),
            ),
        ),
    )


def _copied(a: AnnotatedArticle, b: AnnotatedArticle) -> Reuse:
    first, second = sorted((a, b), key=lambda item: item.id)
    spans = [Span(item.text.index(_QUOTED), item.text.index(_QUOTED) + len(_QUOTED)) for item in (first, second)]
    reason = Reason("shared_words", 16.0, "16 words in 1 passages, the longest of 16")
    return Reuse(first.id, second.id, "near_duplicate", 0.8, 0.7, (Passage(*spans),), "unknown", "رويترز", (reason,))


def _clash(articles: list[AnnotatedArticle]) -> Comparison:
    members = []
    for item in articles:
        figure = next(figure for figure in item.figures if figure.low and figure.low >= 12)
        members.append(
            Citation(item.id, figure.start, figure.end, figure.span.of(item.text), item.article.published, "outlet")
        )
    return Comparison(
        "k_1",
        "conflicts",
        "عدد المصابين",
        tuple(members),
        3,
        2,
        (Reason("same_fact", 0.9, ""), Reason("value_apart", 0.2, "")),
        "يختلف عدد المصابين في 2021-03-01: «12» عند صوت الرافدين و«15» عند الضفاف",
        "The number of injured differs on 2021-03-01: “12” in one report, “15” in another",
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: install it to run the browser tests")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    errors: list[str] = []
    strangers: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda request: None if "127.0.0.1" in request.url else strangers.append(request.url))
    yield opened
    context.close()
    assert errors == []
    assert strangers == [], "the room asked another host"

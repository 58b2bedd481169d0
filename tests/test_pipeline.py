"""The path as a whole: order, workers and batches don't matter, and one article never stops the rest."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from rawi import pipeline
from rawi.engines.local import LocalEngine
from rawi.interchange.articles import decode_article, encode_article
from rawi.interchange.pile import Pile
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.model.corpus import ComparedCorpus
from rawi.pipeline import Settings, annotate_articles, annotate_batch, compare_articles, compare_pile
from rawi.reading.results import ReadArticle
from rawi.reading.sources import read_articles
from rawi.reporting.verifying import verify_article

FAST = Settings(fast=True, strict=True)


@pytest.fixture(scope="module")
def reads(samples: Path) -> list[ReadArticle]:
    found = read_articles([samples / "articles.jsonl", samples / "articles"])
    return [item for item in found if isinstance(item, ReadArticle)]


@pytest.fixture(scope="module")
def annotated(reads: list[ReadArticle]) -> tuple[AnnotatedArticle, ...]:
    return tuple(annotate_articles(reads, FAST))


@pytest.fixture(scope="module")
def corpus(annotated: tuple[AnnotatedArticle, ...]) -> ComparedCorpus:
    return compare_articles(annotated, FAST, today="2021-12-31")


def test_the_order_of_the_articles_does_not_matter(
    annotated: tuple[AnnotatedArticle, ...], corpus: ComparedCorpus
) -> None:
    shuffled = list(annotated)
    random.Random(7).shuffle(shuffled)
    assert compare_articles(shuffled, FAST, today="2021-12-31") == corpus


@pytest.mark.parametrize("workers", [1, 2])
def test_on_disk_and_with_several_workers_it_is_the_same(
    annotated: tuple[AnnotatedArticle, ...], corpus: ComparedCorpus, tmp_path: Path, workers: int
) -> None:
    told: list[str] = []
    with Pile.gather(reversed(annotated), tmp_path) as pile:
        resolved, found = compare_pile(pile, FAST, today="2021-12-31", engine=LocalEngine(workers), tell=told.append)
    with resolved:
        assert tuple(resolved) == corpus.articles
    assert replace(corpus, articles=()) == found
    assert any("stories" in message for message in told)
    assert not list(tmp_path.iterdir())


def test_neighbours_in_a_batch_do_not_matter(reads: list[ReadArticle]) -> None:
    trained = Settings(strict=True)
    together = annotate_batch(reads[:6], trained)
    assert [annotate_batch([item], trained)[0] for item in reads[:6]] == together


def test_the_number_of_workers_does_not_matter(
    reads: list[ReadArticle], annotated: tuple[AnnotatedArticle, ...]
) -> None:
    assert tuple(annotate_articles(reads, FAST, LocalEngine(2))) == annotated


def test_what_is_annotated_survives_writing_and_compares_the_same(
    annotated: tuple[AnnotatedArticle, ...], corpus: ComparedCorpus
) -> None:
    read_back = [decode_article(encode_article(article)) for article in annotated]
    assert tuple(read_back) == annotated
    assert compare_articles(read_back, FAST, today="2021-12-31") == corpus


def test_every_span_is_in_its_text(corpus: ComparedCorpus) -> None:
    assert [finding for article in corpus.articles for finding in verify_article(article)] == []


def test_every_entity_that_an_annotation_names_is_listed_or_only_quoted(corpus: ComparedCorpus) -> None:
    listed = {entity.id for entity in corpus.entities}
    named = {mention.entity for article in corpus.articles for mention in article.mentions if mention.form == "name"}
    assert named - {None} <= listed


def test_a_stage_that_fails_is_a_problem_of_that_article_only(
    reads: list[ReadArticle], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(article: AnnotatedArticle) -> AnnotatedArticle:
        if article.id == reads[1].article.id:
            raise ZeroDivisionError("قسمة على صفر")
        return article

    tools = pipeline._tools(FAST)
    broken = pipeline._Tools(tools.tagger, (("breaks", breaks), *tools.stages), tools.version)
    monkeypatch.setattr(pipeline, "_tools", lambda settings: broken)
    first, second = annotate_batch(reads[:2], Settings(fast=True))
    assert [problem.slug for problem in second.problems if problem.stage == "breaks"] == ["stage-failed"]
    assert not [problem for problem in first.problems if problem.stage == "breaks"]
    assert second.quotations
    with pytest.raises(ZeroDivisionError):
        annotate_batch(reads[:2], FAST)


@pytest.mark.parametrize("fast", [True, False], ids=["fast", "trained"])
@pytest.mark.parametrize(
    "text",
    [
        " ",
        ".",
        "\ud800قال الوزير إن الاتفاق\udfff جاهز",
        "a" * 5_000,
        "قال " * 500,
        "«" * 2_000,
        "\u200f\u202b٥٬٠٠٠\u200f",
        "Le ministre a déclaré: «نعم». 中文 🙂 قال",
        "31 شباط 0000 و99 شباط 99999 هـ",
        "\n\n\n\t\r\n",
    ],
    ids=["blank", "stop", "surrogates", "latin", "cues", "marks", "direction", "scripts", "dates", "lines"],
)
def test_hostile_texts(text: str, fast: bool) -> None:
    (found,) = annotate_batch([ReadArticle(Article.create(text))], Settings(fast=fast, strict=True))
    assert found.text == text
    assert verify_article(found) == []
    assert compare_articles([found], FAST).articles[0].text == text


def test_an_empty_corpus() -> None:
    assert compare_articles([], FAST) == ComparedCorpus()

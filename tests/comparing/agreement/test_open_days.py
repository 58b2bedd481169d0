"""What nobody dated is neither older nor newer: tolls of it are no conflict and no change over time."""

from __future__ import annotations

from dataclasses import replace

from rawi.comparing.agreement import compare_claims
from rawi.comparing.stories import group_stories
from rawi.model.annotation import PublishedDate
from rawi.model.article import Article
from rawi.pipeline import Settings, annotate_articles
from rawi.reading.results import ReadArticle

TEXT = "قالت وزارة الصحة إن عدد القتلى في القصف على مدينة النور بلغ {} قتيلا، وإن المستشفى لم يعد يعمل منذ بدء الحرب."


def relations(*days: PublishedDate) -> list[str]:
    read = [
        ReadArticle(Article.create(TEXT.format(count), title=f"القتلى {count}", outlet=str(count)))
        for count in (139, 186)
    ]
    articles = [
        replace(annotated, published=day)
        for annotated, day in zip(annotate_articles(read, Settings(fast=True)), days, strict=True)
    ]
    stories = group_stories(articles, ())
    found = compare_claims(articles, stories, (), ())
    return [one.relation for one in found if one.kind == "figure"]


def test_a_toll_of_an_unknown_day_is_unclear() -> None:
    assert relations(PublishedDate("2024-10-11", "2024-10-11"), PublishedDate()) == ["unclear"]


def test_an_open_range_is_no_day() -> None:
    assert relations(PublishedDate("2024-10-25", "2024-10-26"), PublishedDate("2023-10-07", None)) == ["unclear"]


def test_tolls_of_one_day_clash() -> None:
    assert relations(*[PublishedDate("2024-10-11", "2024-10-11")] * 2) == ["conflicts"]

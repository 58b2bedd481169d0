"""Positions of actors over time."""

from __future__ import annotations

import random

import pytest

from rawi.comparing.positions import find_positions
from rawi.comparing.positions.stances import read_stance
from rawi.model.annotation import AnnotatedArticle, PublishedDate, Quotation
from rawi.model.article import Article
from rawi.model.span import Span


def said(words: str, day: str, outlet: str = "الضفاف") -> AnnotatedArticle:
    text = f"قال سمير: «{words}»"
    span = Span(text.index(words), text.index(words) + len(words))
    quotation = Quotation("q_" + day, "direct", (span,), source_name="سمير", source_kind="person")
    return AnnotatedArticle(
        Article.create(text, outlet=outlet), PublishedDate(day, day, "given"), quotations=(quotation,)
    )


ARTICLES = (
    said("لا نحتاج قوات قتالية أجنبية في البلاد", "2020-08-20"),
    said("نحتاج قوات قتالية أجنبية في البلاد لعام آخر", "2021-07-25", "المشكاة"),
    said("ربما نحتاج قوات قتالية أجنبية في البلاد", "2021-08-01", "النهر"),
    said("افتتحنا جسرا جديدا على النهر صباحا", "2021-08-02", "النهر"),
)


def test_stances_follow_one_issue_in_order_of_time() -> None:
    (position,) = find_positions(ARTICLES)
    assert position.actor == "سمير"
    assert [stance.stance for stance in position.stances] == ["denied", "withdrawn", "hedged"]
    assert [stance.citation.on for stance in position.stances] == ["2020-08-20", "2021-07-25", "2021-08-01"]
    assert "قتالية" in position.issue


def test_one_utterance_in_two_papers_is_no_line() -> None:
    words = "سنبني مدرسة جديدة في كل قرية"
    assert find_positions((said(words, "2020-08-20"), said(words, "2020-08-21", "المشكاة"))) == ()


def test_order_of_the_input_makes_no_difference() -> None:
    shuffled = random.Random(1).sample(ARTICLES, len(ARTICLES))
    assert find_positions(shuffled) == find_positions(ARTICLES)


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("لن ننسحب من القواعد هذا العام", "denied"),
        ("يجب ان تكون العلاقه من دوله لدوله وليس من خلال الفصائل", "asserted"),
        ("لم يبق في القواعد سوي عدد قليل من الجنود", "asserted"),
        ("ربما ننسحب من القواعد هذا العام", "hedged"),
        ("ننسحب من القواعد ولا نريد غير ذلك", "asserted"),
    ],
)
def test_a_stance_is_what_the_words_deny_or_hedge(words: str, stance: str) -> None:
    assert read_stance(words.split(), "asserted", "statement") == stance


def test_a_negation_of_something_else_denies_no_issue() -> None:
    words = ["سننسحب", "من", "القواعد", "ولن", "نفتح", "سفاره", "جديده"]
    assert read_stance(words, "asserted", "statement", lambda word: word in ("سننسحب", "القواعد")) == "asserted"

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from rawi.model.annotation import AnnotatedArticle, EventMention, Figure, RoleFiller, TimeExpression
from rawi.model.article import Article
from rawi.web.language import Language
from rawi.web.unsaid import Question, UnsaidConfig, find_unsaid

TEXT = "قتل مسلحون ثلاثة حراس في هجوم على محطة الكهرباء مساء 7 آذار 2021"
ATTACK = EventMention(22, 26, "ASSAULT")
ACTOR = RoleFiller(4, 10, "actor")
DAY = TimeExpression(53, 64, "DATE", "2021-03-07", "2021-03-07", "2021-03-07")


def report(number: int, *events: EventMention) -> AnnotatedArticle:
    return AnnotatedArticle(Article.create(f"{TEXT} ({number})"), events=events)


def questions(*reports: AnnotatedArticle) -> list[str]:
    return [item.question for item in find_unsaid(reports)]


def test_what_one_report_answers_is_not_open() -> None:
    bare = report(1, ATTACK)
    assert questions(bare, report(2, ATTACK)) == list(get_args(Question))
    assert questions(bare, replace(report(2, replace(ATTACK, roles=(ACTOR,))), times=(DAY,))) == ["how many it struck"]
    counted = replace(bare, figures=(Figure(11, 16, 3.0, 3.0, "exact", "person"),), times=(DAY,))
    assert questions(counted, report(2, ATTACK)) == ["who did it"]


def test_only_attacks_that_happened_are_asked_about() -> None:
    feared = replace(ATTACK, modality="feared")
    dated = replace(report(1, feared), times=(DAY,))
    assert questions(dated, report(2, replace(ATTACK, polarity="denied"))) == []
    assert questions() == []
    one_of_three = (replace(report(1, ATTACK), times=(DAY,)), report(2), report(3))
    assert questions(*one_of_three) == []
    assert find_unsaid(one_of_three, UnsaidConfig(share=0.3))


def test_the_questions_have_their_arabic() -> None:
    for question in get_args(Question):
        assert Language("ar").say(question) != question

"""Once links have dated an article, the days of its events and deadlines are told anew."""

from __future__ import annotations

from rawi.comparing.dating import DateLink, date_again
from rawi.comparing.dating.refilling import refill_deadlines, refill_events
from rawi.model.annotation import Commitment, Deadline, EventMention, PublishedDate, TimeExpression
from rawi.model.article import Article
from rawi.model.span import Span
from rawi.pipeline import Settings, annotate_articles
from rawi.reading.results import ReadArticle

OPENED = "افتتح وزير النقل محطة القطار الجديدة في المدينة بعد أعمال دامت ثلاث سنوات وشكر العاملين فيها."
PROMISED = " وقال الوزير: سنفتتح محطة ثانية خلال السنوات الثلاث المقبلة."
DAY = PublishedDate("2020-08-20", "2020-08-20")


def test_a_promise_without_a_date_is_due_once_its_article_is_dated() -> None:
    read = [ReadArticle(Article.create(text)) for text in ("بغداد 20 آب 2020\n" + OPENED, OPENED + PROMISED)]
    dated, undated = annotate_articles(read, Settings(fast=True))
    (promise,) = undated.commitments
    assert promise.deadline.span is not None
    assert promise.deadline.latest is None
    links = [DateLink(dated.id, undated.id, "near_duplicate", 0.9)]
    (again,) = list(date_again([dated, undated], links))[1].commitments
    assert again.deadline.latest == "2023-08-26"
    assert not again.deadline.vague


def test_an_articles_own_date_is_known_before_its_promises_are_read() -> None:
    (dated,) = annotate_articles(
        [ReadArticle(Article.create("بغداد 20 آب 2020\n" + OPENED + PROMISED))], Settings(fast=True)
    )
    assert [found.deadline.latest for found in dated.commitments] == ["2023-08-21"]


def test_a_time_that_turns_out_to_be_past_is_no_deadline() -> None:
    span = Span(10, 20)
    promise = Commitment(0, 30, "c1", "promise", deadline=Deadline(span, vague=True))
    past = TimeExpression(10, 20, "DATE", "2019-05", "2019-05-01", "2019-05-31")
    assert refill_deadlines([promise], [past], DAY)[0].deadline == Deadline()


def test_vague_words_stay_vague() -> None:
    promise = Commitment(0, 30, "c1", "promise", deadline=Deadline(Span(2, 6), vague=True))
    assert refill_deadlines([promise], [], DAY) == (promise,)
    soon = TimeExpression(2, 6, "DATE", "FUTURE_REF", "2020-08-20", None)
    assert refill_deadlines([promise], [soon], DAY)[0].deadline.vague


def test_an_event_keeps_a_day_that_its_article_did_not_give() -> None:
    own = EventMention(0, 4, "ASSAULT", when="2019-10-01")
    of_article = EventMention(5, 9, "ASSAULT", when="2020-08")
    told = refill_events([own, of_article], [], PublishedDate("2020-08-20", "2020-08-21"), DAY)
    assert [event.when for event in told] == ["2019-10-01", "2020-08-20"]

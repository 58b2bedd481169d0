"""The ledger: one commitment followed through articles of several days, with our own sentences."""

from __future__ import annotations

import pytest

from rawi.annotating.commitments import annotate_commitments
from rawi.annotating.events import annotate_events
from rawi.arabic.tokens import view_text
from rawi.comparing.ledger import build_ledger
from rawi.model.annotation import AnnotatedArticle, Mention, PublishedDate, Silence, TimeExpression
from rawi.model.article import Article
from rawi.model.corpus import LedgerEntry, Reuse
from rawi.model.span import Span


def article(
    text: str, day: str, outlet: str = "الضفاف", actor: str = "", deadline: tuple[str, str] | None = None
) -> AnnotatedArticle:
    layers: dict[str, object] = {}
    if actor:
        start = text.index(actor)
        layers["mentions"] = (Mention(start, start + len(actor), "ORG", entity="e_" + actor, name=actor),)
    if deadline:
        words, latest = deadline
        start = text.index(words)
        layers["times"] = (TimeExpression(start, start + len(words), "DATE", latest, latest, latest),)
    annotated = AnnotatedArticle(
        Article.create(text, outlet=outlet),
        PublishedDate(day, day, "given"),
        view=view_text(text),
        **layers,  # type: ignore[arg-type]
    )
    return annotate_commitments(annotate_events(annotated))


PROMISE = article(
    "تعهدت شركة المرجان بافتتاح المصنع الجديد بحلول نهاية مايو.",
    "2031-03-01",
    actor="شركة المرجان",
    deadline=("نهاية مايو", "2031-05-31"),
)
MOVED = article(
    "وعدت شركة المرجان بافتتاح المصنع الجديد في نهاية يوليو.",
    "2031-04-10",
    "المشكاة",
    "شركة المرجان",
    ("نهاية يوليو", "2031-07-31"),
)
DONE = article("افتتحت شركة المرجان المصنع الجديد في حفل كبير.", "2031-07-20", "المشكاة", "شركة المرجان")
OTHER = article("تعهدت بلدية السدرة بافتتاح المكتبة العامة.", "2031-03-02", actor="بلدية السدرة")


def find(entries: tuple[LedgerEntry, ...], word: str) -> LedgerEntry:
    return next(entry for entry in entries if word in entry.action)


def test_one_commitment_is_followed() -> None:
    entry = find(build_ledger([OTHER, MOVED, PROMISE], []), "المصنع")
    assert [(step.on, step.status) for step in entry.history] == [("2031-03-01", "open"), ("2031-04-10", "changed")]
    assert entry.deadline.latest == "2031-07-31"
    assert entry.outlets == 2
    assert "weakened" in {reason.feature for reason in entry.reasons}


def test_others_stay_apart() -> None:
    assert len(build_ledger([OTHER, MOVED, PROMISE], [])) == 2


@pytest.mark.parametrize(
    ("today", "status"), [(None, "open"), ("2031-05-31", "due"), ("2031-06-01", "overdue"), ("2031-04-01", "open")]
)
def test_overdue_by_the_day_that_is_passed(today: str | None, status: str) -> None:
    assert find(build_ledger([PROMISE], [], today), "المصنع").status == status


def test_order_of_articles_is_no_matter() -> None:
    assert build_ledger([PROMISE, MOVED, OTHER], []) == build_ledger([OTHER, PROMISE, MOVED], [])


def test_copies_are_one_origin() -> None:
    copy = article(PROMISE.text, "2031-03-01", "المشكاة", "شركة المرجان", ("نهاية مايو", "2031-05-31"))
    a, b = sorted((PROMISE.id, copy.id))
    entry = find(build_ledger([PROMISE, copy], [Reuse(a, b, "near_duplicate", 1.0, 1.0, ())]), "المصنع")
    assert (entry.outlets, entry.origins) == (2, 1)


def test_a_silence_about_the_time_is_a_step() -> None:
    text = "تعهدت شركة المرجان بافتتاح المصنع الجديد دون أن تحدد موعداً."
    start = text.index("دون")
    said = article(text, "2031-03-01", actor="شركة المرجان")
    silent = AnnotatedArticle(
        said.article,
        said.published,
        mentions=said.mentions,
        commitments=said.commitments,
        silences=(Silence(start, len(text) - 1),),
    )
    steps = find(build_ledger([silent], []), "المصنع").history
    assert [Span(step.start, step.end).of(text)[:3] for step in steps][-1] == "دون"


def test_nothing_from_nothing() -> None:
    assert build_ledger([], []) == ()


def test_reported_done() -> None:
    entry = find(build_ledger([DONE, PROMISE, MOVED], []), "المصنع")
    assert entry.history[-1].status in ("reported_done", "changed")


def test_a_list_of_promises_of_one_article_is_no_restatement() -> None:
    listed = article(
        "تعهدت شركة المرجان بافتتاح المصنع الجديد في المدينة الصناعية الشمالية.\n"
        "وتعهدت شركة المرجان بافتتاح حديقة عامة قرب الميناء القديم للأهالي.",
        "2031-03-01",
        actor="شركة المرجان",
    )
    assert [len(entry.history) for entry in build_ledger([listed], [])] == [1, 1]


def test_the_same_day_may_contradict() -> None:
    denial = article("رفضت شركة المرجان افتتاح المصنع الجديد.", "2031-03-01", "المشكاة", actor="شركة المرجان")
    entry = find(build_ledger([PROMISE, denial], []), "المصنع")
    assert "denied" in {step.status for step in entry.history} | {entry.status}

"""A small compared corpus of our own, with a record of each kind."""

from __future__ import annotations

from rawi.model.annotation import (
    AnnotatedArticle,
    ChainLink,
    Commitment,
    Deadline,
    EventMention,
    Mention,
    PublishedDate,
    Quotation,
    Silence,
    TimeExpression,
    Zone,
)
from rawi.model.article import Article
from rawi.model.corpus import (
    Citation,
    ComparedCorpus,
    Comparison,
    Entity,
    LedgerEntry,
    LedgerStep,
    QuotationReference,
    Story,
    TimelineEntry,
    Utterance,
)
from rawi.model.span import Span

FIRST = (
    "أعلن وزير النقل ناصر الشبلي الأحد أن جسر الأئمة سيفتح قبل نهاية آذار، دون أن يحدد يوما. "
    "وأصيب 12 عاملا في انهيار سقالة."
)
SECOND = "قال مصدر في الوزارة لوكالة السنبلة إن «الجسر لن يفتح قبل أيار». وذكر المصدر أن 15 عاملا أصيبوا."


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def make_corpus() -> ComparedCorpus:
    one = Article.create(
        FIRST, title="وزير النقل: جسر الأئمة يفتح في آذار", outlet="الضفاف", url="https://difaf.example/1"
    )
    two = Article.create(SECOND, title="مصدر: لا فتح قبل أيار", outlet="المشكاة")
    promise = place(FIRST, "جسر الأئمة سيفتح قبل نهاية آذار")
    denial = place(SECOND, "الجسر لن يفتح قبل أيار")
    minister = place(FIRST, "وزير النقل ناصر الشبلي")
    agency, source = place(SECOND, "وكالة السنبلة"), place(SECOND, "مصدر في الوزارة")
    silence, who = place(FIRST, "دون أن يحدد يوما"), place(FIRST, "ناصر الشبلي")
    twelve, fifteen = place(FIRST, "12"), place(SECOND, "15")
    first = AnnotatedArticle(
        one,
        PublishedDate("2021-03-07", "2021-03-07", "given"),
        zones=(Zone(0, len(FIRST), "body"),),
        mentions=(Mention(who.start, who.end, "PER", "name", "e_1", "ناصر الشبلي"),),
        quotations=(
            Quotation("q_1", "indirect", (promise,), place(FIRST, "أعلن"), minister, "e_1", "ناصر الشبلي", "person"),
        ),
        events=(
            EventMention(*_ends(place(FIRST, "انهيار")), "ASSAULT", when="2021-03-07", when_span=place(FIRST, "الأحد")),
        ),
        times=(TimeExpression(*_ends(place(FIRST, "الأحد")), "DATE", "2021-03-07", "2021-03-07", "2021-03-07"),),
        silences=(Silence(silence.start, silence.end, who),),
        commitments=(
            Commitment(
                promise.start,
                promise.end,
                "c_1",
                "promise",
                minister,
                "e_1",
                "ناصر الشبلي",
                "فتح الجسر",
                Deadline(place(FIRST, "نهاية آذار"), "2021-03-31", "2021-03-31"),
                quotation="q_1",
            ),
        ),
    )
    second = AnnotatedArticle(
        two,
        PublishedDate("2021-03-08", "2021-03-08", "given"),
        zones=(Zone(0, len(SECOND), "body"),),
        quotations=(
            Quotation(
                "q_2",
                "direct",
                (denial,),
                place(SECOND, "قال"),
                source,
                None,
                "مصدر في الوزارة",
                "anonymous",
                (
                    ChainLink("outlet", "المشكاة"),
                    ChainLink("agency", "وكالة السنبلة", agency),
                    ChainLink("anonymous", "مصدر في الوزارة", source),
                ),
                verbatim=True,
            ),
        ),
    )
    a, b = first.id, second.id
    members = (
        Citation(a, twelve.start, twelve.end, "12", "2021-03-07", "outlet"),
        Citation(b, fifteen.start, fifteen.end, "15", "2021-03-08", "مصدر في الوزارة"),
    )
    collapse = place(FIRST, "انهيار")
    happened = Citation(a, collapse.start, collapse.end)
    history = (
        LedgerStep(a, promise.start, promise.end, "2021-03-07", "open", "ناصر الشبلي", "c_1"),
        LedgerStep(b, denial.start, denial.end, "2021-03-08", "denied", "مصدر في الوزارة"),
    )
    return ComparedCorpus(
        articles=(first, second),
        entities=(Entity("e_1", "PER", "ناصر الشبلي", ("ناصر الشبلي",), 1, 1),),
        stories=(Story("s_1", "وزير النقل ناصر الشبلي", (a, b), "2021-03-07", "2021-03-08", None, 2, 2),),
        utterances=(Utterance("u_1", "verbatim", (QuotationReference(a, "q_1"),), "ناصر الشبلي", "2021-03-07", 1, 1),),
        comparisons=(Comparison("k_1", "conflicts", "مصابون", members, 2, 2),),
        ledger=(LedgerEntry("l_1", "promise", "e_1", "فتح الجسر", Deadline(), "denied", history, 2, 2),),
        timeline=(TimelineEntry("t_1", "2021-03-07", "2021-03-07", "انهيار سقالة", "ASSAULT", (happened,), 1, 1),),
    )

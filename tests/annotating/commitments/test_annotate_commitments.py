"""Commitments: one row a sentence, with the wording and kind that must be found, and sentences that commit nobody."""

from __future__ import annotations

import pytest

from rawi.annotating.commitments import annotate_commitments
from rawi.arabic.tokens import view_text
from rawi.model.annotation import AnnotatedArticle, Commitment, Mention, PublishedDate, Quotation, TimeExpression
from rawi.model.article import Article
from rawi.model.span import Span


def annotate(text: str, **layers: object) -> tuple[Commitment, ...]:
    annotated = AnnotatedArticle(Article.create(text), view=view_text(text), **layers)  # type: ignore[arg-type]
    return annotate_commitments(annotated).commitments


CASES = [
    ("تعهد الوزير بإعادة فتح المعبر.", [("promise", "إعادة فتح المعبر")]),
    ("وعدت الشركة بتعويض السكان.", [("promise", "تعويض السكان")]),
    ("طالبت النقابة بصرف الرواتب المتأخرة.", [("demand", "صرف الرواتب المتأخرة")]),
    ("دعا السفير إلى استئناف المفاوضات.", [("demand", "استئناف المفاوضات")]),
    ("رفض المجلس تعديل القانون.", [("refusal", "تعديل القانون")]),
    ("تعتزم البلدية إغلاق الشارع.", [("plan", "إغلاق الشارع")]),
    ("وقال المدير: «سنفتح المصنع الجديد قريباً».", [("promise", "سنفتح المصنع الجديد قريباً")]),
    ("أكد الوزير أن على البلدية أن تزيل المخلفات.", [("demand", "على البلدية أن تزيل المخلفات")]),
    ("قال إن الموعد النهائي سيعتمد على نتائج الفحص.", [("condition", "الموعد النهائي سيعتمد على نتائج الفحص")]),
    ("هدد المتمردون بقصف الميناء.", [("promise", "قصف الميناء")]),
    ("لن نقبل بأي شروط مسبقة.", [("refusal", "لن نقبل بأي شروط مسبقة")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:30] for case in CASES])
def test_wordings(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.kind, found.span.of(text)) for found in annotate(text)] == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("ودعا المتطوعين إلى تسجيل أسمائهم.", None),
        ("ودعا المتطوعون إلى تسجيل أسمائهم.", "المتطوعون"),
        ("طالبت الجمعية المجتمع الدولي برفع الحظر.", "الجمعية"),
        ("ودعا الوزير المنظمات الدولية إلى تقديم الدعم.", "الوزير"),
        ("ناشدت جميع سكانها مغادرة المنطقة، ودعت جميع موظفيها إلى مغادرة المبنى.", None),
        ("يطالبون المصنع بصرف الرواتب.", None),
        ("مطالباً البلدية بإزالة المخلفات.", None),
        ("تطالب حزب المعارضة بتقديم الاعتذار.", None),
        ("ويطالب الشركة بتعويض السكان.", None),
        ("طالبت الوزارة الشركات بتسليم القوائم.", "الوزارة"),
        ("طالب معاليه المجتمع الدولي برفع الحظر.", "معاليه"),
        ("طالب سائقون البلدية بإصلاح الطريق.", "سائقون"),
        ("تعهد بعض المتضامنين بمواصلة الاعتصام.", "بعض المتضامنين"),
        ("وأضاف أنه تعهد علناً بتقديم استقالته.", None),
    ],
)
def test_who_is_asked_is_not_who_asks(text: str, actor: str | None) -> None:
    found = annotate(text)[-1].actor
    assert (found.of(text) if found else None) == actor


def test_a_sentence_without_subject_goes_on_with_the_last_speaker() -> None:
    text = "قال المحافظ إن الطريق آمن. ودعا المسافرين إلى توخي الحذر."
    source = Span(4, 11)
    quotation = Quotation("q1", "indirect", (Span(15, 25),), source=source, source_name="المحافظ")
    assert annotate(text, quotations=(quotation,))[0].actor == source


def test_a_verb_is_no_given_name() -> None:
    text = "وطالب الدوسري بفتح الشارع."
    mention = Mention(1, 13, "PER", entity="e_1", name="طالب الدوسري")
    found = annotate(text, mentions=(mention,))[0]
    assert (found.actor_name, found.actor_entity) == ("الدوسري", None)


def test_a_planned_thing_is_not_planned_by_who_tells_of_it() -> None:
    text = "قال المدير إن من المقرر أن يبدأ البناء الشهر المقبل."
    quotation = Quotation(
        "q1", "indirect", (Span(14, 51),), source=Span(4, 10), source_name="المدير", source_kind="person"
    )
    assert annotate(text, quotations=(quotation,))[0].actor is None


def test_the_surest_are_told_apart() -> None:
    known = annotate("تعهد الوزير بإعادة فتح المعبر.", mentions=(Mention(5, 11, "PER", name="الوزير"),))[0].score
    unknown = annotate("مطالباً البلدية بإزالة المخلفات.")[0].score
    assert known is not None
    assert unknown is not None
    assert unknown < known < 1


@pytest.mark.parametrize(
    "text",
    [
        "وعدّ المدير بيع المصنع خسارة كبيرة.",
        "تتراجع الأمطار بشكل يهدد بجفاف البحيرة.",
        "طالبت في بيان لها بمناسبة العيد.",
        "ترفض القبيلة الصلح ولكن تنفيذ الحكم تأخر.",
        "نأمل أن يتحسن الطقس.",
        "المؤتمر الذي سيعقد في المدينة مهم.",
        "سيارات كثيرة في الشارع.",
        "أكد الوزير أن العلاقات ممتازة.",
        "هل سيفتح المصنع أبوابه؟",
        "وعد كبير ينتظر الفريق.",
    ],
)
def test_what_is_no_commitment(text: str) -> None:
    assert annotate(text) == ()


def test_deadline_is_resolved_or_kept_vague() -> None:
    text = "تعهد الوزير بإعادة فتح المعبر قبل نهاية الشهر."
    start = text.index("نهاية الشهر")
    time = TimeExpression(start, start + 11, "DATE", "2031-05", "2031-05-25", "2031-05-31")
    deadline = annotate(text, times=(time,), published=PublishedDate("2031-05-04", "2031-05-04"))[0].deadline
    assert (deadline.earliest, deadline.latest, deadline.vague) == ("2031-05-25", "2031-05-31", False)
    vague = annotate("تعهد الوزير بإعادة فتح المعبر في أقرب وقت ممكن.")[0].deadline
    assert vague.vague
    assert vague.latest is None


def test_a_past_time_is_no_deadline() -> None:
    text = "تعهد الوزير بإعادة فتح المعبر المغلق العام الماضي."
    start = text.index("العام الماضي")
    time = TimeExpression(start, start + 12, "DATE", "2030", "2030-01-01", "2030-12-31")
    assert annotate(text, times=(time,), published=PublishedDate("2031-05-04", "2031-05-04"))[0].deadline.span is None


def test_speaker_and_third_party() -> None:
    text = "وقال المدير إن الشركة ستعوض السكان."
    source = Span(5, 11)
    content = Span(text.index("الشركة"), len(text) - 1)
    quotation = Quotation("q_1", "indirect", (content,), Span(1, 4), source, "e_1", "المدير", "person")
    own = annotate(text, quotations=(quotation,))[0]
    assert (own.quotation, own.actor_name, own.told_by_third) == ("q_1", "المدير", False)
    company = Mention(content.start, content.start + 6, "ORG", entity="e_2", name="الشركة")
    other = annotate(text, quotations=(quotation,), mentions=(company,))[0]
    assert (other.actor_entity, other.told_by_third) == ("e_2", True)


def test_condition() -> None:
    text = "سنوقع الاتفاق إذا قبل الطرف الآخر شروطنا."
    condition = annotate(text)[0].condition
    assert condition is not None
    assert condition.of(text) == "إذا قبل الطرف الآخر شروطنا"


def test_ids_hang_on_the_place_only() -> None:
    text = "تعهد الوزير بإعادة فتح المعبر."
    assert annotate(text)[0].id == annotate(text)[0].id


def test_a_text_that_ends_in_a_modal() -> None:
    assert annotate("قال الوزير إن هذا يجب") is not None


def test_speech_goes_on_over_paragraphs() -> None:
    text = "قال المحافظ: “الطريق آمن”.\n“عملنا شهراً. سنفتح الجسر قريباً”."
    source = Span(4, 11)
    quotation = Quotation("q1", "direct", (Span(14, 24),), source=source, source_name="المحافظ")
    assert [found.actor for found in annotate(text, quotations=(quotation,))] == [source]
    assert [found.actor for found in annotate(text.replace("“عملنا", "عملنا"), quotations=(quotation,))] == [None]

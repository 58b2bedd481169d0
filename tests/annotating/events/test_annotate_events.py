"""Events: one row a sentence, with the triggers and types that must be found and nothing else."""

from __future__ import annotations

import pytest

from rawi.annotating.events import annotate_events
from rawi.arabic.tokens import view_text
from rawi.model.annotation import AnnotatedArticle, EventMention
from rawi.model.article import Article


def events_of(text: str) -> tuple[EventMention, ...]:
    article = Article.create(text)
    return annotate_events(AnnotatedArticle(article, view=view_text(text))).events


CASES = [
    ("اغتال مسلحون مجهولون مدير المصنع أمام منزله.", [("اغتال", "ASSAULT")]),
    ("شنّت المقاتلات غارة على المستودع.", [("غارة", "ASSAULT")]),
    ("استقبل الوزير سفير النرويج في مكتبه.", [("استقبل", "CONSULT")]),
    ("وتظاهر آلاف العمال وسط المدينة.", [("تظاهر", "PROTEST")]),
    ("هددت النقابة بإغلاق الميناء.", [("هددت", "THREATEN")]),
    ("اعتقلت الشرطة ثلاثة مهربين.", [("اعتقلت", "COERCE")]),
    ("وقّع الجانبان مذكرة تفاهم في قطاع المياه.", [("وقّع", "COOPERATE")]),
    ("طالب المزارعون بتعويضهم عن الأضرار.", [("طالب", "REQUEST")]),
    ("هناك شوارع كثيرة في المدينة.", []),
    ("أعلن الوزير أن المصنع سيفتح أبوابه قريباً.", [("أعلن", "AGREE")]),
    ("أكد الوزير أن الطقس جميل.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:30] for case in CASES])
def test_triggers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.span.of(text), event.type) for event in events_of(text)] == expected


def test_the_proclitic_stays_outside() -> None:
    text = "قتل حارسان بهجوم على المخفر."
    assert [event.span.of(text) for event in events_of(text)] == ["قتل", "هجوم"]


def test_polarity_and_modality() -> None:
    assert events_of("لم يهاجم الجنود القرية.")[0].polarity == "denied"
    assert events_of("وسيلتقي الوفدان غداً في العاصمة.")[0].modality == "planned"
    assert events_of("أبدى السكان مخاوف من هجوم جديد.")[0].modality == "feared"


def test_without_a_view_nothing_is_found() -> None:
    assert annotate_events(AnnotatedArticle(Article.create("اغتال مسلحون الرجل."))).events == ()


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("هاجم مسلحون مجهولون دورية للشرطة.", "مسلحون مجهولون", "دورية"),
        ("قتل 18 شخصاً في الهجوم.", None, "شخصاً"),
        ("أعلن المتحدث أن مسلحين ملثمين اغتالوا القاضي.", "مسلحين ملثمين", "القاضي"),
        ("وأصيب ثلاثة جنود في الانفجار.", None, "جنود"),
        ("استهدف هجوم نفذه متشددون مركزاً للتدريب.", "متشددون", "مركزاً"),
        ("تظاهر مئات العمال أمام الوزارة.", "العمال", None),
        ("وقع هجوم انتحاري أمس.", None, None),
        ("التفجير الذي استهدف مسجداً أمس.", None, "مسجداً"),
        ("أدى الانفجار إلى مقتل عشرين شخصاً بحسب مسؤولين محليين.", None, "شخصاً"),
        ("الغارات التي شنتها مقاتلات عند الفجر.", "مقاتلات", None),
    ],
)
def test_participants_without_a_name(text: str, actor: str | None, recipient: str | None) -> None:
    found = {role.role: text[role.start : role.end] for event in events_of(text) for role in event.roles}
    assert (found.get("actor"), found.get("recipient")) == (actor, recipient)


@pytest.mark.parametrize(
    "text",
    [
        "ووفق الخطة يبدأ العمل غداً في المدينة.",
        "تنوعت الطاقة في مصادره وزادت الحاجة.",
        "ثمن القلم الواحد عشرة ريالات.",
        "المشي يساعد على النوم.",
        "بلغت شهرته قمة المجد.",
    ],
)
def test_what_only_looks_like_a_happening(text: str) -> None:
    assert events_of(text) == ()


def test_the_end_of_a_sanction_is_no_sanction() -> None:
    found = [event.polarity for event in events_of("بعد فك الحصار عن المدينة.") if event.type == "SANCTION"]
    assert found in ([], ["denied"])

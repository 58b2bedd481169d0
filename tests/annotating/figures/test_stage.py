"""Figures in sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rawi.annotating.figures import annotate_figures
from rawi.model.annotation import AnnotatedArticle, Figure, Mention, PublishedDate, Quotation, TimeExpression, Zone
from rawi.model.article import Article
from rawi.model.span import Span


def figures(text: str, **fields: object) -> tuple[Figure, ...]:
    return annotate_figures(AnnotatedArticle(Article.create(text), **fields)).figures  # type: ignore[arg-type]


def shown(text: str) -> list[tuple[str, float | None, float | None, str]]:
    return [(text[f.start : f.end], f.low, f.high, f.tolerance) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أصيب ٥ أشخاص في الحادث", [("٥", 5, 5, "exact")]),
        ("وصل 5 آلاف لاجئ إلى المخيم", [("5 آلاف", 5000, 5000, "exact")]),
        ("بكلفة مليار ونصف المليار دولار", [("مليار ونصف المليار دولار", 1.5e9, 1.5e9, "exact")]),
        ("ارتفع المؤشر 334.\u200f98 نقطة", [("334.\u200f98 نقطة", 98.334, 98.334, "exact")]),
        ("بسعر 46ر5 دولار", [("46ر5 دولار", 5.46, 5.46, "exact")]),
        ("نسبة 7,5% من السكان", [("7,5%", 7.5, 7.5, "exact")]),
        ("قتل ما لا يقل عن 20 مدنيا", [("20", 20, None, "at_least")]),
        ("غرامة لا تتجاوز 300 ريال", [("300 ريال", None, 300, "at_most")]),
        ("جرح نحو 40 شخصا", [("40", 40, 40, "about")]),
        ("شارك بين 20 و30 متظاهرا", [("20 و30", 20, 30, "between")]),
        ("نزح عشرات الآلاف من السكان", [("عشرات الآلاف", 20_000, 99_999, "vague")]),
        ("قتل 5 أشخاص على الأقل", [("5", 5, None, "at_least")]),
        ("توفي شخصان وأصيب 3 آخرون", [("شخصان", 2, 2, "exact"), ("3", 3, 3, "exact")]),
        ("إصابة مواطنين تم إخلاؤهما", [("مواطنين", 2, 2, "exact")]),
        ("تكريم مواطنين متميزين في الحفل", []),
        ("وصلت رحلتان على متنهما 314 راكبا", [("رحلتان", 2, 2, "exact"), ("314", 314, 314, "exact")]),
        ("تكلفة المشروع (150) ريالا للمتر", [("150) ريالا", 150, 150, "exact")]),
        ("رسوم قدرها 5000 و4800 ريال", [("5000", 5000, 5000, "exact"), ("4800 ريال", 4800, 4800, "exact")]),
    ],
)
def test_values_spans_and_tolerance(text: str, expected: list[tuple[str, float, float, str]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "عقد الاجتماع في عام 2015 في بغداد",
        "مجموعة دول «5 + 1» في فيينا",
        "صدر القرار رقم 2216 بالإجماع",
        "حكم بالسجن 6 سنوات",
        "وقع الانفجار عند 13:37 ظهرا",
        "في 1 / 11 / 1436 هـ",
        "مقاتلات F-16 حلقت فوق المدينة",
        "للاستفسار 0551234567",
        "الرجل البالغ من العمر 45 عاما",
        "هبطت طالبان في المفاوضات",
        "عرض فساتين في المتجر",
        "أبناء المجتمع الواحد",
        "كمية كبيرة من السلاح",
    ],
)
def test_dates_names_ages_and_codes_are_no_figures(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("أعادت الوزارة 1400 لاجئ يمني إلى بلادهم", "لاجئ يمني"),
        ("وانهارت أسعار النفط من أكثر من 100 دولار للبرميل", "أسعار النفط"),
        ("وقعت الشركات عقود تشغيل بقيمة 8 مليارات دولار", "عقود تشغيل"),
        ("استوردت البلاد 495 ألف طن من القمح", "القمح"),
        ("سجن خمسة من المتهمين في القضية", "المتهمين"),
    ],
)
def test_thing_counted_touches(text: str, counted: str) -> None:
    found = figures(text)[0].counted
    start = text.index(counted)
    assert found is not None
    assert found.overlaps(Span(start, start + len(counted)))


def test_a_score_is_one_figure_and_no_range() -> None:
    text = "فاز الفريق في المباراة 3-1 على ضيفه"
    (score,) = figures(text)
    assert (text[score.start : score.end], score.low, score.high, score.category) == ("3-1", 3, 1, "score")


def test_times_are_never_counted_twice() -> None:
    text = "استمرت الهدنة 8 أيام وقتل 3 جنود"
    times = (TimeExpression(14, 20, "DURATION", "P8D"),)
    assert [text[f.start : f.end] for f in figures(text, times=times)] == ["3"]


def test_as_of_flow_and_who_asserts() -> None:
    text = "قال الوزير إن 29 متهما بينهم 7 نساء أحيلوا أمس إلى المحكمة"
    times = (
        TimeExpression(text.index("أمس"), text.index("أمس") + 3, "DATE", "2015-08-06", "2015-08-06", "2015-08-06"),
    )
    quotation = Quotation("q_1", "indirect", (Span(14, len(text)),))
    total, part = figures(
        text, times=times, quotations=(quotation,), published=PublishedDate("2015-08-07", "2015-08-07", "given")
    )
    assert (total.flow, part.flow) == ("total", "part")
    assert total.as_of == "2015-08-06"
    assert total.asserted_by == "q_1"


def test_since_is_not_as_of() -> None:
    text = "قتل 51 شخصا منذ مساء الخميس"
    start = text.index("مساء")
    times = (TimeExpression(start, len(text), "TIME", "2015-08-06TEV", "2015-08-06", "2015-08-06"),)
    (figure,) = figures(text, times=times, published=PublishedDate("2015-08-09", "2015-08-09", "given"))
    assert figure.as_of == "2015-08-09"


def test_measures_of_one_fact_are_one_across_wordings() -> None:
    one, other = figures("مقتل 15 شخصا في الهجوم")[0], figures("لقي 20 مواطنا حتفهم")[0]
    assert one.measure == other.measure
    assert figures("إصابة 15 شخصا")[0].measure != one.measure


def test_withheld_numbers_and_furniture() -> None:
    text = "لم تعلن الوزارة عن عدد القتلى. مشاهدات 5000 زائر"
    (withheld,) = figures(text, zones=(Zone(31, len(text), "furniture"),))
    assert withheld.withheld
    assert withheld.low is None


def test_malformed_numbers_are_problems_and_never_raise() -> None:
    done = annotate_figures(AnnotatedArticle(Article.create("بلغ الناتج 1.45.76 في العام")))
    assert [problem.slug for problem in done.problems] == ["malformed_number"]


_PIECES = st.sampled_from(
    [
        "5",
        "٥٠",
        "1.45.76",
        ",",
        "،",
        ".",
        "/",
        "-",
        "(",
        ")",
        "%",
        "٪",
        "ألف",
        "ملايين",
        "وخمسة",
        "عشرات",
        "مئة",
        "في",
        "المئة",
        "شخصان",
        "قتيل",
        "دولار",
        "من",
        "إلى",
        "بين",
        "و",
        "ما",
        "لا",
        "يقل",
        "عن",
        "نحو",
        "عدد",
        "قليل",
        "الجولة",
        "الثانية",
        "م2",
        "×",
        "رحلتين",
        "46ر5",
        "منهم",
        "\u200f",
        "#",
        "_",
        "عام",
        "2015",
        "2-1",
        "المباراة",
    ]
)


@example("الجولة")
@given(st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
def test_nothing_is_raised_and_offsets_hold(text: str) -> None:
    previous = 0
    for figure in figures(text):
        assert previous <= figure.start < figure.end <= len(text)
        assert figure.counted is None or figure.counted.end <= len(text)
        previous = figure.end


def test_a_verb_that_begins_with_waw_is_no_part_of_what_is_measured() -> None:
    text = "أعلنت الوزارة أن الشركات وقعت اتفاقيات بقيمة 8 مليارات دولار مع الوزراء."
    (figure,) = annotate_figures(AnnotatedArticle(Article.create(text))).figures
    assert figure.counted is not None
    assert figure.counted.of(text) == "اتفاقيات"


def test_what_a_country_has_is_its_own() -> None:
    def measure(text: str) -> str | None:
        place = text.index("بريطانيا") if "بريطانيا" in text else 0
        mention = Mention(place, place + len("بريطانيا"), "GPE", "name", name="بريطانيا")
        return figures(text, mentions=(mention,) if place else ())[0].measure

    assert measure("ولدى بريطانيا نحو 300 جندي هناك") == measure("ولا يزال هناك 300 جندي بريطاني")
    assert measure("ولدى بريطانيا نحو 300 جندي هناك") != measure("ولا يزال هناك 300 جندي")

"""What looks like a contradiction and is none: other happenings, other rows of a table, other men of one name."""

from __future__ import annotations

import re

import pytest

from rawi.annotating.figures import annotate_figures
from rawi.annotating.times import annotate_times
from rawi.comparing.agreement import compare_claims
from rawi.model.annotation import AnnotatedArticle, Mention, PublishedDate
from rawi.model.article import Article
from rawi.model.corpus import Story

DAY, NEXT = "2019-03-05", "2019-03-06"
NAMES = "سالم مرعي حمد الوادي|سالم علي حمد الجبل|هالة منصور|رامي سعيد الغدير"


def relations(one: str, other: str, day: str = DAY, places: str = "", titles: tuple[str, str] = ("", "")) -> set[str]:
    read = []
    for text, outlet, on, title in ((one, "الضفاف", DAY, titles[0]), (other, "المشكاة", day, titles[1])):
        mentions = [
            Mention(found.start(), found.end(), kind, name=name)
            for names, kind in ((NAMES, "PER"), (places, "LOC"))
            for name in names.split("|")
            if name
            for found in re.finditer(name, text)
        ]
        article = Article.create(text, outlet=outlet, title=title or None)
        bare = AnnotatedArticle(
            article, PublishedDate(on, on, "given"), mentions=tuple(sorted(mentions, key=lambda m: m.start))
        )
        read.append(annotate_figures(annotate_times(bare)))
    story = Story("s_1", "الخبر", tuple(sorted(article.id for article in read)))
    return {found.relation for found in compare_claims(read, (story,))}


NO_CONFLICT = [
    (
        "a toll of last week beside today's",
        "خطف مسلحون خمسة مقاتلين في ريف البلدة الشمالي.",
        "خطف مسلحون قائدا في ريف البلدة الشمالي بعد أقل من أسبوع على خطف ثمانية مقاتلين.",
    ),
    (
        "fires of two days of the week",
        "أنقذت فرق الدفاع المدني 15 شخصا في حريق شقة مساء الجمعة.",
        "أنقذت فرق الدفاع المدني 35 شخصا في حريق شقة صباح الخميس.",
    ),
    (
        "rows of two tables",
        "ارتفعت صادرات الملابس بنسبة 4.6% واللدائن بنسبة 35% والبطاطس بنسبة 17.3% في العام الماضي.",
        "ارتفعت صادرات الملابس بنسبة 9.1% واللدائن بنسبة 5.3% والذرة بنسبة 47.8% في العام الماضي.",
    ),
    (
        "shares that rose in two sessions",
        "ارتفعت في تداولات السوق أسهم 81 شركة وظلت أسهم 26 شركة أخرى بدون تغير عند الإغلاق.",
        "ارتفعت في تداولات السوق أسهم 125 شركة وظلت أسهم 15 شركة أخرى بدون تغير عند الإغلاق.",
    ),
    (
        "the second and the third consignment",
        "وصلت الدفعة الثانية من المعونة إلى المدينة على متن خمس قاطرات عبر المنفذ البري.",
        "وصلت الدفعة الثالثة من المعونة إلى المدينة على متن ثلاث قاطرات عبر المنفذ البري.",
    ),
    (
        "two of the leaders, and all",
        "قتل اثنان من قادة الجماعة في غارة على المعسكر الشرقي.",
        "قتل ستة متشددين في غارة على المعسكر الشرقي.",
    ),
    (
        "kinsmen of one list",
        "شيع الأهالي سالم مرعي حمد الوادي (33 عاما) في البلدة.",
        "شيع الأهالي سالم علي حمد الجبل (19 عاما) في البلدة.",
    ),
    (
        "a contract's years are no age",
        "أعلن النادي تعاقده مع رامي سعيد الغدير لأربع سنوات.",
        "قال رامي سعيد الغدير (27 عاما) إنه فخور بالانتقال.",
    ),
    (
        "an old woman and the girl that she was",
        "قالت هالة منصور (88 عاما) إنها تتذكر السفينة. وكانت هالة منصور تبلغ من العمر 15 عاما حينها.",
        "كانت هالة منصور تبلغ من العمر 15 عاما. وقالت هالة منصور (88 عاما) إنها تتذكر السفينة.",
    ),
]


@pytest.mark.parametrize(("what", "one", "other"), NO_CONFLICT, ids=[row[0] for row in NO_CONFLICT])
def test_what_only_looks_like_a_conflict(what: str, one: str, other: str) -> None:
    assert "conflicts" not in relations(one, other, places="البلدة|المدينة"), what


def test_one_town_has_more_than_one_attack_a_day() -> None:
    titles = ("مقتل 15 في تفجير شاحنة في النهروان", "مقتل 20 بهجوم على أكاديمية في النهروان")
    assert "conflicts" not in relations("وقع تفجير في النهروان.", "وقع هجوم في النهروان.", DAY, "النهروان", titles)


def test_a_count_that_was_not_over_is_an_update() -> None:
    one = "دمر الحريق أكثر من 25 منزلا في الوادي الغربي."
    other = "دمر الحريق 39 منزلا في الوادي الغربي."
    assert relations(one, other, NEXT) == {"changes_over_time"}


def test_a_bulletin_of_cases_is_no_clash_of_ages() -> None:
    one = "سجلت الوزارة إصابة جديدة لمواطن من المدينة يبلغ من العمر 30 عاما."
    other = "سجلت الوزارة إصابة جديدة لوافد من المدينة يبلغ من العمر 28 عاما."
    assert "conflicts" not in relations(one, other)


def test_a_title_that_tells_both_amounts() -> None:
    titles = (
        "بنك البناء يقدم 7 مليارات ريال قروضا للمشاريع الصغيرة",
        "بنك البناء يقدم 309 ملايين ريال قروضا للمشاريع الصغيرة و7 مليارات ريال للأسر",
    )
    assert "conflicts" not in relations("قدم البنك قروضا.", "قدم البنك قروضا جديدة.", titles=titles)


def test_measures_that_differ_by_a_hair_are_one() -> None:
    one = "عثر في الحقيبة على مادة محظورة تزن 390.5 جرام مخبأة في الأمتعة."
    other = "عثر في الحقيبة على مادة محظورة تزن 390 جراما مخبأة في الأمتعة."
    assert "conflicts" not in relations(one, other)


def test_one_contradiction_of_four_papers_is_told_once() -> None:
    texts = [
        f"يهدف المشروع إلى خفض فترة انتظار السفن من {hours} إلى 11 ساعة في القناة{end}."
        for hours, end in (("18", ""), ("18", " الجديدة"), ("22", ""), ("22", " الجديدة"))
    ]
    articles = [
        annotate_figures(
            annotate_times(
                AnnotatedArticle(Article.create(text, outlet=f"صحيفة {at}"), PublishedDate(DAY, DAY, "given"))
            )
        )
        for at, text in enumerate(texts)
    ]
    found = [item for item in compare_claims(articles, ()) if item.kind == "change" and item.relation == "conflicts"]
    assert [len(item.members) for item in found] == [4]

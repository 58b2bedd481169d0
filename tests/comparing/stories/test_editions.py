"""Recurring reports: one story for each day's edition, whoever prints it; reprints and follow-ups stay as they were."""

from __future__ import annotations

import random

from rawi.comparing.reuse import find_reuse
from rawi.comparing.stories import group_stories
from rawi.model.annotation import AnnotatedArticle, PublishedDate
from rawi.model.article import Article

# One form; a third of it differs from day to day.
FORM = (
    "ذكرت مصلحة الأنواء الجوية في نشرتها اليومية عن حالة الطقس المتوقعة لهذا اليوم أن {weather} على المرتفعات الجنوبية "
    "الغربية والسهل الساحلي وضفاف النهر الكبير، وتكون الرياح السطحية {wind} بسرعة تراوح بين عشرة وثلاثين كيلومترا في "
    "الساعة، ويكون البحر {sea} الموج في الخليج والمضيق، وتتوقع المصلحة أن {later} في ساعات المساء على معظم المناطق."
)
DAYS = {
    "2031-05-03": {
        "weather": "سحبا ركامية تمطر بغزارة مصحوبة بالبرق والبرد تمتد حتى الفجر",
        "wind": "جنوبية شرقية نشطة تثير غبارا كثيفا",
        "sea": "مرتفع",
        "later": "يتكون ضباب كثيف يحجب الرؤية على الطرق السريعة",
    },
    "2031-05-06": {
        "weather": "غيوما متفرقة منخفضة تتشكل صباحا ثم تنقشع قبل الظهيرة",
        "wind": "متقلبة الاتجاه معتدلة تهدأ عند الغروب",
        "sea": "معتدل",
        "later": "تهب نسائم باردة رطبة قادمة من البحيرات",
    },
    "2031-05-04": {
        "weather": "أجواء صافية شديدة الحرارة تسود بلا غيوم طوال النهار مع سراب",
        "wind": "شمالية غربية خفيفة تلائم قوارب الصيد",
        "sea": "هادئ",
        "later": "تنخفض درجات الحرارة انخفاضا طفيفا ثم يعتدل الجو",
    },
}


def report(day: str, outlet: str, ending: str = "") -> AnnotatedArticle:
    text = FORM.format(**DAYS[day]) + ending
    return AnnotatedArticle(
        Article.create(text, title="حالة الطقس المتوقعة اليوم", outlet=outlet), PublishedDate(day, day, "given")
    )


FIRST, SECOND, THIRD = sorted(DAYS)
SERIES = [
    report(FIRST, "الضفاف"),
    report(FIRST, "المشكاة", " نقلا عن المصلحة."),
    report(SECOND, "الضفاف"),
    report(SECOND, "الرازقي", " والله أعلم."),
    report(THIRD, "الضفاف"),
    report(THIRD, "الرازقي", " والله أعلم."),
]


def groups(articles: list[AnnotatedArticle]) -> list[set[str]]:
    return sorted((set(story.articles) for story in group_stories(articles, find_reuse(articles))), key=min)


def ids(*articles: AnnotatedArticle) -> set[str]:
    return {article.id for article in articles}


def test_each_day_is_a_story_of_its_own() -> None:
    assert groups(SERIES) == sorted([ids(*SERIES[:2]), ids(*SERIES[2:4]), ids(*SERIES[4:])], key=min)


def test_the_order_makes_no_difference() -> None:
    shuffled = list(SERIES)
    random.Random(5).shuffle(shuffled)
    assert group_stories(shuffled, find_reuse(shuffled)) == group_stories(SERIES, find_reuse(SERIES))


def test_the_editions_are_one_storyline() -> None:
    lines = {story.storyline for story in group_stories(SERIES, find_reuse(SERIES))}
    assert len(lines) == 1
    assert None not in lines


def test_two_days_are_no_series() -> None:
    assert groups(SERIES[:4]) == [ids(*SERIES[:4])]


def test_without_an_outlet_that_prints_both_days_nothing_is_parted() -> None:
    """Two outlets, two days: a report taken over the next day looks just so."""
    pair = [SERIES[0], SERIES[3]]
    reprint = [SERIES[0], report(FIRST, "الرازقي", " والله أعلم.")]
    assert groups(reprint) == [ids(*reprint)]
    assert groups(pair) in ([ids(*pair)], [])


def test_a_reprint_of_the_next_day_stays_in_its_story() -> None:
    late = report(FIRST, "الضفاف", " وكانت المصلحة قد نشرت ذلك أمس.")
    again = AnnotatedArticle(late.article, PublishedDate(SECOND, SECOND, "given"))
    assert groups([SERIES[0], SERIES[1], again]) == [ids(SERIES[0], SERIES[1], again)]

"""Stories: one happening together, another apart; people win; order makes no difference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.comparing.reuse import find_reuse
from rawi.comparing.stories import group_stories
from rawi.model.annotation import AnnotatedArticle, PublishedDate
from rawi.model.article import Article
from rawi.model.corpus import Judgement

BOAT = [
    (
        "غرق مركب في النيل ومقتل ستة ركاب",
        "قتل ستة أشخاص مساء السبت في غرق مركب نزهة في النيل قرب الوراق، وقالت النيابة إنها تحقق مع ربان المركب.",
        "الضفاف",
        "2020-07-23",
    ),
    (
        "مصرع ستة في غرق مركب نزهة بالوراق",
        "لقي ستة ركاب حتفهم عندما غرق مركب نزهة في نهر النيل عند الوراق مساء السبت، وتحقق النيابة مع ربانه.",
        "المشكاة",
        "2020-07-24",
    ),
]
FIRE = [
    (
        "حريق في سوق الشورجة وسط بغداد",
        "اندلع حريق كبير فجر الاثنين في سوق الشورجة وسط بغداد والتهم عشرات المحال، "
        "وقال الدفاع المدني إن تماسا كهربائيا سببه.",
        "الضفاف",
        "2020-07-24",
    ),
    (
        "النيران تلتهم عشرات المحال في الشورجة",
        "التهمت النيران فجر الاثنين عشرات المحال في سوق الشورجة ببغداد، "
        "ورجح الدفاع المدني أن تماسا كهربائيا سبب الحريق.",
        "الرازقي",
        "2020-07-24",
    ),
]
ALONE = [("افتتاح معرض الكتاب", "افتتح وزير الثقافة معرض الكتاب في البصرة بمشاركة مئتي دار نشر.", "مرصد", "2020-07-24")]


def article(title: str, text: str, outlet: str, day: str) -> AnnotatedArticle:
    return AnnotatedArticle(Article.create(text, title=title, outlet=outlet), PublishedDate(day, day, "given"))


ARTICLES = [article(*row) for row in [*BOAT, *FIRE, *ALONE]]
BOAT_IDS, FIRE_IDS = ({item.id for item in ARTICLES[:2]}, {item.id for item in ARTICLES[2:4]})


def groups(**options) -> list[set[str]]:
    return [set(story.articles) for story in group_stories(ARTICLES, find_reuse(ARTICLES), **options)]


def judge(kind, subject, other, withdrawn=None) -> Judgement:
    return Judgement("j1", kind, "stories", subject, other, withdrawn_on=withdrawn)


def test_one_happening_in_other_words_is_one_story() -> None:
    assert sorted(map(sorted, groups())) == sorted(map(sorted, [BOAT_IDS, FIRE_IDS]))


def test_a_story_tells_its_span_its_outlets_and_why() -> None:
    stories = group_stories(ARTICLES, ())
    boat = next(story for story in stories if set(story.articles) == BOAT_IDS)
    assert (boat.earliest, boat.latest, boat.outlets, boat.origins) == ("2020-07-23", "2020-07-24", 2, 2)
    assert boat.title in {row[0] for row in BOAT}
    assert boat.reasons[0].feature == "same_happening"


def test_people_win_and_may_withdraw() -> None:
    story = next(story for story in group_stories(ARTICLES, ()) if set(story.articles) == BOAT_IDS)
    left, right = sorted(FIRE_IDS)
    assert FIRE_IDS not in groups(judgements=[judge("different", left, right)])
    assert FIRE_IDS in groups(judgements=[judge("different", left, right, "2021-01-01")])
    assert {*BOAT_IDS, ARTICLES[4].id} in groups(judgements=[judge("same", story.id, ARTICLES[4].id)])


def test_same_words_far_apart_in_time_are_no_story() -> None:
    title, text, _, _ = BOAT[0]
    later = article(title, text, "مرصد", "2021-07-23")
    assert group_stories([ARTICLES[0], later], ()) == ()


@settings(max_examples=10, deadline=None)
@given(shuffled=st.permutations(ARTICLES))
def test_order_makes_no_difference(shuffled: list[AnnotatedArticle]) -> None:
    assert group_stories(shuffled, find_reuse(shuffled)) == group_stories(ARTICLES, find_reuse(ARTICLES))


def test_a_folder_on_one_subject_is_not_one_story() -> None:
    places = ["العشار", "الزبير", "القرنة", "أبي الخصيب", "الفاو", "شط العرب", "التنومة", "المدينة"]
    works = ["ترميم مدرسة", "حفر بئر", "تعبيد طريق", "بناء مستوصف", "تنظيف نهر", "توزيع بذور", "فتح مكتبة", "مد أنبوب"]
    folder = [
        article(
            f"بلدية البصرة: {work} في {place}",
            f"أعلنت بلدية البصرة في بيان أمس أن دائرة الخدمات في البلدية بدأت {work} في {place}، "
            f"وقال مدير بلدية البصرة للصحفيين إن كوادر البلدية تعمل في {place} منذ أسبوع.",
            f"صحيفة {number}",
            "2020-07-24",
        )
        for number, (place, work) in enumerate(zip(places, works))
    ]
    assert group_stories(folder, ()) == ()


def test_reports_without_titles() -> None:
    untitled = [AnnotatedArticle(Article.create(row[1], outlet=row[2]), PublishedDate(row[3], row[3])) for row in BOAT]
    (story,) = group_stories(untitled, ())
    assert story.title == BOAT[[item.id for item in untitled].index(story.articles[0])][1]


def test_nothing_from_nothing() -> None:
    assert group_stories([], ()) == ()
    assert group_stories(ARTICLES[:1], ()) == ()


@pytest.fixture(scope="module")
def sample_articles() -> list[AnnotatedArticle]:
    rows = (Path(__file__).parents[3] / "samples" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [article(row["title"], row["text"], row["outlet"], row["published"][:10]) for row in map(json.loads, rows)]


def test_the_samples_stories(sample_articles: list[AnnotatedArticle]) -> None:
    day_of = {item.id: item.published.earliest for item in sample_articles}
    found = [sorted(day_of[name] or "" for name in story.articles) for story in group_stories(sample_articles, ())]
    assert ["2021-01-19", "2021-01-20"] in found
    # Two fires in two hospitals, months apart, are two stories.
    assert not any("2021-04-25" in days and "2021-07-13" in days for days in found)

"""Round-ups: an article that holds several happenings sits in each one's story, by the passage that tells it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.comparing.reuse import find_reuse
from rawi.comparing.stories import group_stories
from rawi.model.annotation import AnnotatedArticle, PublishedDate
from rawi.model.article import Article
from rawi.model.corpus import Judgement, Story

BRIDGE = "افتتح محافظ واسط جسر الكوت الجديد على نهر دجلة بحضور المئات من أهالي المدينة، وبلغت كلفته عشرين مليون دولار."
BRIDGE_ANEW = (
    "بكلفة عشرين مليون دولار افتتح في الكوت جسر جديد على نهر دجلة، "
    "وقص محافظ واسط شريط الجسر أمام مئات من أهالي المدينة."
)
SHIP = (
    "رست في ميناء الحديدة سفينة الرجاء وعلى متنها ثلاثة آلاف طن من القمح للنازحين، "
    "وقال مدير الميناء إن تفريغ القمح يستغرق أسبوعا."
)
SHIP_ANEW = (
    "وصلت سفينة الرجاء إلى ميناء الحديدة محملة بثلاثة آلاف طن من القمح للنازحين، "
    "وذكر مدير الميناء أن تفريغها يستغرق أسبوعا كاملا."
)
TURN = "من جهة أخرى، "


def report(title: str, text: str, outlet: str, day: str = "2021-05-03") -> AnnotatedArticle:
    return AnnotatedArticle(Article.create(text, title=title, outlet=outlet), PublishedDate(day, day, "given"))


BRIDGES = [
    report("افتتاح جسر الكوت الجديد", BRIDGE, "الضفاف"),
    report("محافظ واسط يفتتح جسر الكوت", BRIDGE_ANEW, "المشكاة"),
]
SHIPS = [
    report("سفينة قمح في ميناء الحديدة", SHIP, "الرازقي"),
    report("وصول سفينة الرجاء إلى الحديدة بالقمح", SHIP_ANEW, "مرصد"),
]
SEVERAL = report("جسر جديد في الكوت", f"{BRIDGE_ANEW} {TURN}{SHIP_ANEW}", "النهار الجديد", "2021-05-04")


def stories(*articles: AnnotatedArticle, judgements: tuple[Judgement, ...] = ()) -> list[Story]:
    return list(group_stories(articles, find_reuse(articles), judgements=judgements))


def holding(found: list[Story], article: AnnotatedArticle) -> list[Story]:
    return [story for story in found if article.id in story.articles]


def of_ships(found: list[Story]) -> Story:
    (story,) = (story for story in found if SHIPS[0].id in story.articles)
    return story


def test_a_report_of_two_happenings_sits_in_two_stories() -> None:
    found = stories(*BRIDGES, *SHIPS, SEVERAL)
    assert len(found) == 2
    assert holding(found, SEVERAL) == found
    ships = of_ships(found)
    (passage,) = ships.passages
    assert passage.article == SEVERAL.id
    assert SEVERAL.text[passage.start : passage.end] == f"{TURN}{SHIP_ANEW}".rstrip(".")
    assert set(ships.reports) == {article.id for article in SHIPS}
    assert [reason.detail for reason in ships.reasons if reason.feature == "told_in_passage"] == [
        f"article {SEVERAL.id}"
    ]
    # It counts as an outlet, but the days are those of the reports.
    assert (ships.outlets, ships.latest) == (3, "2021-05-03")


def test_it_stays_in_its_own_story_and_joins_nothing() -> None:
    with_it, without = stories(*BRIDGES, *SHIPS, SEVERAL), stories(*BRIDGES, *SHIPS)
    assert {story.reports for story in without} == {
        tuple(name for name in story.reports if name != SEVERAL.id) for story in with_it
    }


def test_a_happening_that_one_report_tells_becomes_a_story() -> None:
    found = of_ships(stories(*BRIDGES, SHIPS[0], SEVERAL))
    assert found.reports == (SHIPS[0].id,)
    assert found.title == SHIPS[0].article.title
    assert [passage.article for passage in found.passages] == [SEVERAL.id]


def test_what_is_not_marked_or_long_past_is_background() -> None:
    unmarked = report("جسر جديد في الكوت", f"{BRIDGE_ANEW} {SHIP_ANEW}", "النهار الجديد")
    assert not any(story.passages for story in stories(*BRIDGES, *SHIPS, unmarked))
    late = report("جسر جديد في الكوت", SEVERAL.text, "النهار الجديد", "2021-05-20")
    assert not any(story.passages for story in stories(*BRIDGES, *SHIPS, late))


def test_the_article_s_own_happening_in_other_words_is_no_second_one() -> None:
    again = report("جسر جديد في الكوت", f"{BRIDGE} {TURN}{BRIDGE_ANEW}", "النهار الجديد")
    assert not any(story.passages for story in stories(*BRIDGES, again))


def test_a_text_that_holds_another_report_whole() -> None:
    long_ship = (
        f"{SHIP} وأوضح المدير أن السفينة أبحرت من ميناء جيبوتي قبل أربعة أيام وأن سفينتين أخريين تنتظران "
        "الإذن بالدخول، مشيرا إلى أن مخازن الميناء تتسع لعشرة آلاف طن."
    )
    own = (
        f"{BRIDGE} ويربط الجسر حي الكريمية بحي العزة ويبلغ طوله أربعمئة متر، وقد نفذته شركة محلية في سنتين بعد "
        "تأخر سببه نقص التمويل. وأكد المحافظ أن الجسر يخفف الزحام عن الجسرين القديمين اللذين بنيا في القرن "
        "الماضي، وأن العمل في جسر رابع يبدأ في الصيف إذا أقر مجلس المحافظة موازنته. "
    )
    alone = report("سفينة قمح في ميناء الحديدة", long_ship, "الرازقي")
    holder = report("جسر جديد في الكوت", own + long_ship, "النهار الجديد")
    (story,) = (story for story in stories(*BRIDGES, alone, holder) if story.passages)
    (passage,) = story.passages
    assert story.reports == (alone.id,)
    assert holder.text[passage.start : passage.end].startswith("رست في ميناء الحديدة")


def test_people_win() -> None:
    apart = Judgement("j1", "different", "stories", SEVERAL.id, SHIPS[0].id)
    found = stories(*BRIDGES, *SHIPS, SEVERAL)
    founder = min(of_ships(found).reports)
    parted = [apart, Judgement("j2", "different", "stories", SEVERAL.id, SHIPS[1].id)]
    assert founder in {article.id for article in SHIPS}
    assert not any(story.passages for story in stories(*BRIDGES, *SHIPS, SEVERAL, judgements=tuple(parted)))


@settings(max_examples=10, deadline=None)
@given(shuffled=st.permutations([*BRIDGES, *SHIPS, SEVERAL]))
def test_order_makes_no_difference(shuffled: list[AnnotatedArticle]) -> None:
    assert stories(*shuffled) == stories(*BRIDGES, *SHIPS, SEVERAL)

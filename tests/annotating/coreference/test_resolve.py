from __future__ import annotations

import pytest

from rawi.annotating.mentions import annotate_mentions
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle, Mention, PublishedDate
from rawi.model.article import Article
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags

KNOWLEDGE = load_knowledge()


def read(text: str, names: str, titles: str = "", day: str | None = None) -> list[Mention]:
    """The text's mentions, with these names (kind:name, parted by |) and titles tagged wherever they stand."""
    tagged, offices = [], []
    for item in filter(None, names.split("|")):
        kind, name = item.split(":")
        tagged += [TaggedSpan(span, kind, 0.95) for span in places(text, name)]
    for title in filter(None, titles.split("|")):
        offices += [TaggedSpan(span, "TITLE", 0.95) for span in places(text, title)]
    tags = Tags(
        names=tuple(sorted(tagged, key=lambda tag: tag.span)), titles=tuple(sorted(offices, key=lambda tag: tag.span))
    )
    published = PublishedDate(day, day, "given") if day else PublishedDate()
    annotated = AnnotatedArticle(Article.create(text), published=published, tags=tags)
    return list(annotate_mentions(annotated, KNOWLEDGE).mentions)


def places(text: str, words: str) -> list[Span]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + len(words))
    return found


def of(mentions: list[Mention], text: str, words: str) -> list[Mention]:
    return [mention for mention in mentions if mention.span.of(text) == words]


def test_a_surname_means_the_nearest_bearer_before_it() -> None:
    text = "التقى سامر الفهيدي مازن الدريعي. وقال الفهيدي كلمة. ورد الدريعي عليها."
    mentions = read(text, "PER:سامر الفهيدي|PER:مازن الدريعي")
    assert [mention.name for mention in of(mentions, text, "الفهيدي")] == ["سامر الفهيدي"]
    assert [mention.name for mention in of(mentions, text, "الدريعي")] == ["مازن الدريعي"]


def test_a_title_means_its_holder_in_the_text() -> None:
    text = "قال وزير المالية الأردني سامر الفهيدي إن العجز قل. وأضاف الوزير أن وزير المالية سيزور لندن."
    mentions = read(text, "PER:سامر الفهيدي|LOC:لندن", "وزير المالية الأردني|الوزير|وزير المالية")
    holder = of(mentions, text, "سامر الفهيدي")[0]
    assert holder.title is not None
    assert holder.title.of(text) == "وزير المالية الأردني"
    assert {mention.entity for title in ("الوزير", "وزير المالية") for mention in of(mentions, text, title)} == {
        holder.entity
    }


def test_an_office_without_its_holder_means_who_held_it_then() -> None:
    text = "تعهد الرئيس الأميركي بسحب القوات"
    august = of(read(text, "", "الرئيس الأميركي", "2020-08-20"), text, "الرئيس الأميركي")[0]
    july = of(read(text, "", "الرئيس الأميركي", "2021-07-26"), text, "الرئيس الأميركي")[0]
    undated = of(read(text, "", "الرئيس الأميركي"), text, "الرئيس الأميركي")[0]
    assert (august.name, july.name) == ("دونالد ترامب", "جو بايدن")
    assert undated.knowledge is None
    assert undated.entity not in {august.entity, july.entity}


def test_a_title_of_another_country_takes_nobody_up() -> None:
    text = "قال الرئيس التونسي سامر الفهيدي كلمة. ورد الرئيس الموريتاني عليه."
    mentions = read(text, "PER:سامر الفهيدي", "الرئيس التونسي|الرئيس الموريتاني")
    assert of(mentions, text, "الرئيس الموريتاني")[0].entity != of(mentions, text, "سامر الفهيدي")[0].entity


def test_the_official_is_the_last_one_of_that_word() -> None:
    text = "قال مصدر أمني إن الطريق مغلق. وذكر مسؤول عراقي رفيع أنه سيفتح. وأكد المسؤول ذلك، ونفى المصدر."
    mentions = read(text, "LOC:بغداد")
    assert of(mentions, text, "المسؤول")[0].entity == of(mentions, text, "مسؤول عراقي رفيع")[0].entity
    assert of(mentions, text, "المصدر")[0].entity == of(mentions, text, "مصدر أمني")[0].entity


def test_a_gloss_gives_a_body_its_other_name() -> None:
    text = 'شن "تنظيم الفجر البعيد" المعروف بـ"الفجير" هجوما. وتبنى الفجير الهجوم.'
    mentions = read(text, "ORG:تنظيم الفجر البعيد|ORG:الفجير")
    assert len({mention.entity for mention in mentions if mention.type == "ORG" and mention.form == "name"}) == 1


def test_an_institution_means_the_last_body_of_that_noun() -> None:
    text = "أعلنت الحكومة العراقية خطة. وقالت الحكومة إنها جاهزة."
    mentions = read(text, "ORG:الحكومة العراقية")
    assert of(mentions, text, "الحكومة")[0].entity == of(mentions, text, "الحكومة العراقية")[0].entity


@pytest.mark.parametrize(("text", "speaks"), [("أعلنت بغداد موقفها", True), ("عقد الاجتماع في بغداد أمس", False)])
def test_a_capital_speaks_for_its_country_where_it_acts(text: str, speaks: bool) -> None:
    capital = of(read(text, "LOC:بغداد"), text, "بغداد")[0]
    assert (capital.stands_for is not None) == speaks


def test_spellings_of_one_surname_are_one_person() -> None:
    text = "استقبل دونالد ترامب ضيفه. وقال ترمب إنه سعيد. وغرد ترامب لاحقا."
    mentions = read(text, "PER:دونالد ترامب|PER:ترمب|PER:ترامب")
    assert {mention.name for mention in mentions if mention.type == "PER"} == {"دونالد ترامب"}


def test_the_kingdom_is_the_one_the_article_speaks_of() -> None:
    text = "وصل الوفد إلى الأردن. وتربط المملكة بجيرانها اتفاقات."
    assert of(read(text, "LOC:الأردن|LOC:المملكة"), text, "المملكة")[0].knowledge == "JO"
    alone = "تربط المملكة بجيرانها اتفاقات"
    assert of(read(alone, "LOC:المملكة"), alone, "المملكة")[0].knowledge is None


@pytest.mark.parametrize(
    ("text", "names", "short", "full"),
    [
        ("خفضت شركة «الواحة» أسعارها. وقالت الشركة إن الطلب ضعيف.", "ORG:الواحة", "الشركة", "الواحة"),
        ("أفادت صحيفة الفنار بوقوع حريق. وذكرت الصحيفة أن النار أخمدت.", "ORG:الفنار", "الصحيفة", "الفنار"),
        ("دعت الأمم المتحدة إلى هدنة. وقالت المنظمة إن الغذاء ينفد.", "ORG:الأمم المتحدة", "المنظمة", "الأمم المتحدة"),
        ("هاجمت حماس الاتفاق. وقالت الحركة إنها سترد.", "ORG:حماس", "الحركة", "حماس"),
        ("هنأ الهلال جمهوره، ثم فاز نادي الواحة. وشكر النادي مدربه.", "ORG:الهلال|ORG:الواحة", "النادي", "الواحة"),
    ],
)
def test_a_body_is_taken_up_by_the_noun_that_it_is_called_by(text: str, names: str, short: str, full: str) -> None:
    mentions = read(text, names)
    assert of(mentions, text, short)[0].entity == of(mentions, text, full)[0].entity


def test_a_noun_that_no_body_is_called_by_stays_open() -> None:
    text = "أفادت صحيفة الفنار بوقوع حريق. وقالت الشركة إن النار أخمدت."
    assert not of(read(text, "ORG:الفنار"), text, "الشركة")


def test_who_is_in_charge_of_one_thing_is_one_man() -> None:
    text = "قال مسؤول الحج سامر الفهيدي إن الحجاج وصلوا. وذكر مسؤول الحج أن الخيام نصبت. وقال مسؤول اليوم إن الجو حار."
    mentions = read(text, "PER:سامر الفهيدي", "مسؤول الحج")
    man = of(mentions, text, "سامر الفهيدي")[0]
    assert man.title is not None
    assert [mention.entity for mention in of(mentions, text, "مسؤول الحج")] == [man.entity]
    assert of(mentions, text, "مسؤول")[0].entity != man.entity
    untagged = read(text.replace("وذكر مسؤول الحج", "وذكر مسؤول الخيام"), "PER:سامر الفهيدي", "مسؤول الحج")
    assert man.entity not in {mention.entity for mention in untagged if mention.form == "nominal"}


def test_an_unnamed_official_keeps_his_adjectives_however_short_the_tag() -> None:
    text = "قال مسؤول عراقي بارز إن الطريق سيفتح."
    mentions = read(text, "", "مسؤول")
    assert [mention.name for mention in mentions if mention.form == "nominal"] == ["مسؤول عراقي بارز"]

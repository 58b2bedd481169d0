"""Utterances: one act of speaking in other words together; look-alikes apart; people win; order is nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.comparing.utterances import diff_words, group_utterances
from rawi.model.annotation import AnnotatedArticle, PublishedDate, Quotation, TimeExpression, Zone
from rawi.model.article import Article
from rawi.model.corpus import Judgement
from rawi.model.identifiers import make_id
from rawi.model.span import Span

LONG = "سنفتح الجسر الجديد أمام المركبات صباح الأحد بعد انتهاء أعمال الصيانة"
OTHER_WORDS = "إن الجسر الجديد سيفتتح للمركبات صباح الأحد فور انتهاء الصيانة"


def say(
    words: str,
    speaker: str | None = "وزير النقل",
    day: str | None = "2020-08-20",
    *,
    kind: str = "person",
    times: tuple[TimeExpression, ...] = (),
    before: str = "قال ",
) -> AnnotatedArticle:
    text = before + words
    cue = Span(before.index("قال"), before.index("قال") + 3)
    quotation = Quotation(
        "q1", "direct", (Span(len(before), len(text)),), cue=cue, source_name=speaker, source_kind=kind
    )
    return AnnotatedArticle(
        Article.create(text, outlet=f"{speaker} {day}"), PublishedDate(day, day), quotations=(quotation,), times=times
    )


def joined(*articles: AnnotatedArticle, **options) -> bool:
    found = group_utterances(articles, **options)
    return any(len({quotation.article for quotation in item.quotations}) == len(articles) for item in found)


def test_other_words_of_one_speech_are_one_utterance() -> None:
    [utterance] = group_utterances([say(LONG), say(OTHER_WORDS)])
    assert utterance.relation == "other_translation"
    assert utterance.speaker == "وزير النقل"
    assert utterance.reasons[0].feature == "shared_meaning"
    assert utterance.outlets == 1


def test_relations() -> None:
    other = say(LONG.replace("الجديد", "الجديـد"), day="2020-08-21")
    assert [item.relation for item in group_utterances([say(LONG), other])] == ["verbatim"]
    short = say("سنفتح الجسر الجديد أمام المركبات", day="2020-08-21")
    assert [item.relation for item in group_utterances([say(LONG), short])] == ["shortened"]


def test_the_same_line_in_another_year_is_another_utterance() -> None:
    assert not joined(say(LONG), say(LONG, day="2021-08-20"))


def test_a_date_beside_the_cue_tells_when_it_was_said() -> None:
    before = "في 19 آب 2020 قال "
    time = TimeExpression(3, 13, "DATE", "2020-08-19", "2020-08-19", "2020-08-19")
    later = say(LONG, day="2020-11-02", times=(time,), before=before)
    assert joined(say(LONG), later)
    [utterance] = group_utterances([say(LONG), later])
    assert utterance.said_on == "2020-08-19"


def test_another_person_is_another_speaker() -> None:
    assert not joined(say(LONG), say(OTHER_WORDS, "محافظ البصرة"))


def test_an_unnamed_source_may_have_told_it() -> None:
    assert joined(say(LONG), say(LONG + " كما قيل", "مصدر مطلع", kind="anonymous"))


def test_the_contrary_is_not_the_same() -> None:
    assert not joined(say("سنفتح الجسر الجديد أمام المركبات"), say("لن نفتح الجسر أمام المركبات هذا العام ولا غيره"))


def test_other_numbers_are_not_the_same() -> None:
    assert not joined(say("سنسحب 5000 جندي من قاعدة التاجي"), say("سنسحب 2500 جندي خلال أشهر من قواعد أخرى"))


def test_a_negation_denies_what_follows_it() -> None:
    still = "لا تزال الحكومة ترفض فتح الجسر أمام الشاحنات الثقيلة"
    assert joined(say(still), say("الحكومة ترفض فتح الجسر أمام الشاحنات الثقيلة"))
    contrast = "نريد علاقات بين دولتين عبر السفارات وليس عبر الأحزاب المسلحة"
    assert joined(say(contrast), say("نريد علاقات بين دولتين عبر السفارات بعيدا من الأحزاب المسلحة"))
    assert not joined(say("تم سحب القوات من قاعدة التاجي"), say("لم يتم سحب القوات من قاعدة التاجي"))


def test_one_statement_of_two_is_enough() -> None:
    two = "الموازنة ستقر قبل نهاية الشهر الحالي، كما أن مجلس الوزراء سيناقش ملف الكهرباء في جلسة خاصة"
    assert joined(say(two), say("مجلس الوزراء سيبحث ملف الكهرباء في جلسة خاصة"))


def test_other_verbs_of_one_action() -> None:
    assert joined(say("سنسحب جنودنا من القاعدة الجوية"), say("جنودنا سيغادرون القاعدة الجوية"))


def test_one_matter_is_not_one_statement() -> None:
    matter = say("الجسر الجديد سيخدم مئة ألف مركبة يوميا ويخفف زحام العاصمة")
    assert not joined(matter, say("كلفة الجسر الجديد بلغت أربعين مليارا وأسهمت فيها المصارف"))


def test_unnamed_sources_of_two_articles_are_not_one() -> None:
    words = ("القوات سيطرت على جسر المدينة القديم فجرا", "القوات انتشرت عند مدخل المدينة القديم ليلا")
    one, other = (say(text, "مصادر محلية", kind="anonymous") for text in words)
    assert not joined(one, other)


def test_bodies_of_one_state_may_speak_for_each_other() -> None:
    words = ("سنواصل تقليص عديد قواتنا في العراق خلال الأشهر المقبلة", "ستقلص قواتها في العراق خلال الأشهر المقبلة")
    one = say(words[0], "واشنطن", kind="organisation")
    assert joined(one, say(words[1], "البيت الأبيض", kind="organisation"))


def tell(*parts: tuple[str, str, str], headline: str = "") -> AnnotatedArticle:
    """One article: a headline that speaks, then reporting words, content and kind of each quotation."""
    text, quotations = headline, []
    if headline:
        quotations.append(
            Quotation("h", "indirect", (Span(0, len(text)),), source_name="بغداد", source_kind="organisation")
        )
        text += "\n"
    for number, (before, content, kind) in enumerate(parts):
        cue = Span(len(text), len(text) + len(before.rstrip(" :،")))
        text += before
        span = Span(len(text), len(text) + len(content))
        text += content + ".\n"
        quotations.append(
            Quotation(f"q{number}", kind, (span,), cue=cue, source_name="مصطفى جابر", source_kind="person")  # type: ignore[arg-type]
        )
    zones = (Zone(0, len(headline), "headline"),) if headline else ()
    day = PublishedDate("2020-08-20", "2020-08-20")
    return AnnotatedArticle(Article.create(text), day, quotations=tuple(quotations), zones=zones)


FILLER = (
    "قال ",
    "المدارس ستفتح أبوابها بعد عطلة العيد وستوزع الكتب مجانا على جميع التلاميذ في القرى والمدن",
    "indirect",
)


def names(article: AnnotatedArticle) -> list[list[str]]:
    return [[quotation.id for quotation in item.quotations] for item in group_utterances([article])]


def test_an_article_reports_first_and_quotes_then() -> None:
    report = ("أعلن ", "القوات ستغادر البلاد من دون أن يحدد موعدا", "indirect")
    assert names(tell(report, ("قال ", "في وقت ما سنكون قد غادرنا", "direct"))) == [["q0", "q1"]]


def test_what_goes_on_adds_to_what_was_said() -> None:
    first = ("قال ", "الشركة ستوزع أرباحها على المساهمين بعد الجمعية العامة", "indirect")
    second = "أرباح الشركة هذا العام هي الأعلى في تاريخها"
    again, more = (
        [set(group) & {"q4", "q5"} for group in names(tell(*[FILLER] * 4, first, (cue, second, "indirect")))]
        for cue in ("قال ", "وأضاف ")
    )
    assert {"q4", "q5"} in again
    assert {"q4", "q5"} not in more


def test_a_headline_sums_up_its_article() -> None:
    body = ("قال ", "الحكومة ستواصل في الأشهر المقبلة خفض عديد قواتها في الشمال", "indirect")
    assert names(tell(body, headline="سنقلص قواتنا في الشمال")) == [["h", "q0"]]


def test_a_report_is_one_with_the_speech_inside_it() -> None:
    inner = "الجسر الجديد سيفتح للمركبات صباح الأحد بعد انتهاء أعمال الصيانة"
    told = say(f"وزير النقل أكد أن {inner}", "مصدر مطلع", kind="anonymous")
    start = told.text.index(inner)
    nested = Quotation("q2", "indirect", (Span(start, len(told.text)),), source_name="وزير النقل", source_kind="person")
    both = replace(told, quotations=(*told.quotations, nested))
    [utterance] = group_utterances([both, say("سنفتتح الجسر الجديد للمركبات صباح الأحد فور انتهاء الصيانة")])
    assert len(utterance.quotations) == 3


def test_people_win() -> None:
    left, right = say(LONG), say("لا علاقة لهذا بذاك", "محافظ البصرة", "2021-01-01")
    [utterance] = group_utterances([say(LONG), say(OTHER_WORDS)])
    judged = Judgement("j", "different", "utterances", *_ids(say(LONG), say(OTHER_WORDS)))
    assert group_utterances([say(LONG), say(OTHER_WORDS)], judgements=[judged]) == ()
    judged = Judgement("j", "same", "utterances", *_ids(left, right))
    assert len(group_utterances([left, right], judgements=[judged])) == 1
    assert utterance.id in _ids(say(LONG), say(OTHER_WORDS))


def _ids(*articles: AnnotatedArticle) -> list[str]:
    """The names that utterances founded by the articles' quotations would have."""
    return [make_id("u", item.id, "q1") for item in articles]


ARTICLES = [
    say(LONG),
    say(OTHER_WORDS, day="2020-08-21"),
    say("سنفتح الجسر الجديد", day="2020-08-22"),
    say("نرفض أي تدخل في شؤون العراق", "الكاظمي"),
    say("العراق يرفض التدخل في شؤونه", "مصطفى الكاظمي", "2020-08-21"),
    say("لا تعليق", None, None),
]


@settings(max_examples=10, deadline=None)
@given(shuffled=st.permutations(ARTICLES))
def test_order_makes_no_difference(shuffled: list[AnnotatedArticle]) -> None:
    assert group_utterances(shuffled) == group_utterances(ARTICLES)
    assert len(group_utterances(ARTICLES)) == 2


def test_nothing_from_nothing() -> None:
    assert group_utterances([]) == ()
    assert group_utterances([AnnotatedArticle(Article.create("نص بلا اقتباس"))]) == ()


@settings(deadline=None)
@given(st.text("اب جد \n.،", max_size=40), st.text("اب جد \n.،", max_size=40))
def test_differences_hold_every_word_of_both(first: str, second: str) -> None:
    changes = diff_words(first, second)
    for text, side in ((first, "first"), (second, "second")):
        told = " ".join(getattr(change, side) for change in changes)
        assert sorted(text.replace("،", " ").replace(".", " ").split()) == sorted(
            told.replace("،", " ").replace(".", " ").split()
        )


def test_spelling_is_told_apart_from_words() -> None:
    assert [change.kind for change in diff_words("أكّد الوزير", "اكد الوزير")] == ["spelling"]


def test_whom_an_article_tells_apart_a_third_does_not_join() -> None:
    plan = "خطة تحويل المهمة العسكرية إلى دور استشاري صارم ستوضح قريبا"
    named = say("القتال سينتهي وتبدأ مرحلة التعاون الجديدة بحلول نهاية العام")
    start = len(named.text) + 1
    hidden = Quotation("q2", "direct", (Span(start, start + len(plan)),), None, None, None, "مسؤول مطلع", "anonymous")
    both = AnnotatedArticle(
        Article.create(f"{named.text}\n{plan}"), named.published, quotations=(*named.quotations, hidden)
    )
    third = say("القتال سينتهي بحلول نهاية العام وتتحول المهمة العسكرية إلى دور استشاري صارم", day="2020-08-21")
    [found] = group_utterances([both, third])
    assert len(found.quotations) == 2

"""Dating: from metadata, words, offices and other articles; contradictions are told, nothing is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rawi.annotating.figures import annotate_figures
from rawi.annotating.times import annotate_times
from rawi.comparing.dating import (
    DateLink,
    DatingConfig,
    date_again,
    date_articles,
    find_links,
    find_told_links,
    read_articles,
)
from rawi.comparing.dating.compared import link_reuse, link_stories, link_utterances
from rawi.knowledge import Knowledge, load_knowledge
from rawi.model.annotation import AnnotatedArticle, Evidence
from rawi.model.article import Article
from rawi.model.corpus import Passage, QuotationReference, Reuse, Utterance
from rawi.model.span import Span


def article(text: str, published: str | None = None, url: str | None = None) -> AnnotatedArticle:
    return AnnotatedArticle(Article.create(text, published=published, url=url))


def dated(text: str, published: str | None = None, url: str | None = None) -> tuple[str | None, str | None, str]:
    (done,) = date_articles([article(text, published, url)])
    return done.published.earliest, done.published.latest, done.published.basis


WORDS = [
    ("قال الوزير في مؤتمر صحفي عقده أمس الأربعاء 19 آب 2020 إن العمل بدأ.", ("2020-08-20", "2020-08-21", "stated")),
    ("بغداد 20 آب 2020\nأعلن الوزير اتفاقاً جديداً مع نقابات العمال.", ("2020-08-20", "2020-08-21", "stated")),
    ("بدأ العمل هذا العام الجاري 2015 في المدينة.", (None, None, "unknown")),
    ("بدأ العمل في العام الجاري 2015 في المدينة.", ("2015-01-01", "2015-12-31", "inferred")),
    ("اندلعت الاحتجاجات في 3 آذار 2018 في المدينة.", ("2018-03-03", None, "inferred")),
    ("تبدأ المحادثات السبت المقبل 8 آب 2015 في جنيف.", ("2015-08-01", "2015-08-08", "inferred")),
    ("أكد الوزير أن العمل يسير.", (None, None, "unknown")),
    ("انعقد اللقاء الجمعة 20 آب 2020 في بغداد.", (None, None, "unknown")),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_from_words(text: str, expected: tuple[str | None, str | None, str]) -> None:
    assert dated(text) == expected


def test_a_given_day_is_kept_and_a_contradiction_told() -> None:
    (done,) = date_articles([article("بغداد 20 آب 2020\nأعلن الوزير اتفاقاً جديداً.", "2019-01-01")])
    assert (done.published.earliest, done.published.basis) == ("2019-01-01", "given")
    assert [done.text[cited.start : cited.end] for cited in done.published.contradictions] == ["20 آب 2020"]


def test_a_crawl_time_gives_way_to_the_weekday_of_today() -> None:
    text = "قال الوزير اليوم الأربعاء إن العمل بدأ."
    assert dated(text, "2015-07-24T08:50:00") == ("2015-07-22", "2015-07-23", "given")
    assert dated(text, "2015-07-22T08:50:00") == ("2015-07-22", "2015-07-22", "given")


def test_an_address_may_hold_the_date() -> None:
    assert dated("أعلن الوزير اتفاقاً.", url="https://example.com/2015/08/03/a1.html")[:2] == (
        "2015-08-03",
        "2015-08-03",
    )


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("https://example.com/ar/story/2024/10/1135846", ("2024-10-01", "2024-10-31")),
        ("https://example.com/ar/item/14-06-1445-opening", ("2023-12-26", "2023-12-28")),
        ("https://example.com/news-22-11-2024.html", ("2024-11-22", "2024-11-22")),
        ("https://example.com/ar/story/2024/13/1135846", (None, None)),
    ],
)
def test_addresses_hold_days_of_two_calendars_and_months(address: str, days: tuple[str | None, str | None]) -> None:
    assert dated("أعلن الوزير اتفاقاً.", url=address)[:2] == days


def test_an_article_is_no_older_than_a_message_in_it() -> None:
    text = "وكتب المدير على منصته أمس.\nThe hospital is under siege. — The Director (@director) October 25, 2024"
    assert dated(text)[0] == "2024-10-24"


def test_an_unreadable_given_date_is_a_problem() -> None:
    (done,) = date_articles([article("أعلن الوزير اتفاقاً.", "الثلاثاء")])
    assert done.published.basis == "unknown"
    assert [problem.slug for problem in done.problems] == ["unreadable_date"]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def test_offices_bound_the_date(knowledge: Knowledge) -> None:
    (done,) = date_articles([article("استقبل الرئيس الأميركي جو بايدن الوفد في واشنطن.")], (), knowledge)
    assert done.published.earliest == "2021-01-20"
    (done,) = date_articles([article("استقبل الرئيس الأميركي السابق جو بايدن الوفد.")], (), knowledge)
    assert done.published.latest is None


def test_a_near_duplicate_passes_its_date_on() -> None:
    known, unknown = (
        article("أعلن الوزير اتفاقاً جديداً.", "2020-08-20"),
        article("أعلن الوزير اتفاقاً جديداً، أمس الخميس."),
    )
    link = DateLink(known.id, unknown.id, "near_duplicate", 0.9, (Evidence(known.id, 0, 5, "shares its words"),))
    first, second = date_articles([known, unknown], [link])
    assert first.published.basis == "given"
    assert (second.published.earliest, second.published.latest) == ("2020-08-21", "2020-08-21")
    assert second.published.basis == "inferred"


def test_links_that_disagree_date_nothing() -> None:
    early, late = article("نص أول قصير", "2020-01-01"), article("نص ثان قصير", "2020-09-01")
    unknown = article("نص ثالث قصير")
    links = [DateLink(other.id, unknown.id, "near_duplicate", 0.9) for other in (early, late)]
    assert date_articles([early, late, unknown], links)[2].published.basis == "unknown"


def test_a_told_event_passes_its_day_on_through_last_week() -> None:
    news = article(
        "استقبل الرئيس سمير العبيدي في القصر الجمهوري وفد نقابات عمال الموانئ الخميس لبحث الأجور.", "2020-08-20"
    )
    later = article(
        "عاد الوفد إلى بلاده وتحدث عن الأجور مطولاً أمام الصحافة كلها. وشرح رأيه في ما جرى هناك بعد ذلك كله. "
        "واستقبل الرئيس سمير العبيدي في القصر الجمهوري وفد نقابات عمال الموانئ الأسبوع الماضي لبحث الأجور."
    )
    links = find_told_links(read_articles([news, later]))
    assert [link.kind for link in links] == ["told_event"]
    done = date_articles([news, later], links)[1]
    assert (done.published.earliest, done.published.latest) == ("2020-08-23", "2020-08-29")


def test_times_are_resolved_again() -> None:
    from_words = article("بغداد 20 آب 2020\nأعلن الوزير اتفاقاً جديداً الخميس.")
    (done,) = date_articles([from_words])
    assert done.times == ()


def test_the_end_of_last_week_is_told_within_days() -> None:
    known = article(
        "واضاف الرئيس سمير العبيدي في لقاء مع وفد نقابات عمال الموانئ (20 آب 2020) أن الأجور ترتفع.", "2020-08-21"
    )
    later = article("استقبل الرئيس سمير العبيدي وفد نقابات عمال الموانئ في نهاية الأسبوع الماضي لبحث الأجور.")
    cited = tuple(Evidence(one.id, 0, len(one.text), "tells the same event") for one in (known, later))
    done = date_articles([known, later], [DateLink(known.id, later.id, "told_event", 0.5, cited)])[1]
    assert (done.published.earliest, done.published.latest) == ("2020-08-23", "2020-08-25")


def test_a_person_named_with_the_office_bounds_both_ends(knowledge: Knowledge) -> None:
    (done,) = date_articles([article("التقى رئيس الوزراء اليوناني ألكسيس تسيبراس الصحافيين.")], (), knowledge)
    assert (done.published.earliest, done.published.latest) == ("2015-01-26", "2019-08-07")
    (done,) = date_articles([article("روى الكتاب عهد الرئيس الأميركي بيل كلينتون وما جرى فيه.")], (), knowledge)
    assert done.published.latest is None


def test_what_everybody_can_date_bounds_the_date() -> None:
    assert dated("تغير انتشار القوات بعد اغتيال قاسم سليماني.")[0] == "2020-01-03"


def test_an_outlets_dated_articles_speak_for_its_undated_ones() -> None:
    def made(number: int, published: str | None) -> AnnotatedArticle:
        text = f"قال الوزير اليوم الأربعاء إن المشروع رقم {number} بدأ."
        return AnnotatedArticle(Article.create(text, outlet="okaz", published=published))

    given = [made(number, f"2015-08-{number:02d}") for number in range(3, 13)]
    few = DatingConfig(outlet_articles=10)
    done = list(date_again([*given, made(99, None)], [], config=few))[-1].published
    assert (done.earliest, done.latest, done.basis) == ("2015-08-03", "2015-08-12", "inferred")
    assert list(date_again([*given[1:], made(99, None)], [], config=few))[-1].published.basis == "unknown"


def test_links_of_other_comparisons() -> None:
    passage = Passage(Span(0, 30), Span(0, 30))
    much = Reuse("a", "b", "partial", 0.3, 0.7, (passage,))
    little = Reuse("a", "c", "partial", 0.3, 0.4, (passage,))
    assert [(link.b, link.kind) for link in link_reuse([much, little])] == [("b", "reuse")]
    assert [link.kind for link in link_stories({("a", "b"): 0.99, ("a", "c"): 0.9})] == ["story"]
    quotations = (QuotationReference("a", "q1"), QuotationReference("b", "q1"))
    said = Utterance("u1", "verbatim", quotations)
    assert [(link.a, link.b, link.kind) for link in link_utterances([said])] == [("a", "b", "utterance")]


def test_an_undated_copy_of_a_dated_report_is_dated() -> None:
    body = (
        "افتتح وزير النقل محطة القطار الجديدة في المدينة بعد أعمال دامت ثلاث سنوات وشكر العاملين فيها، وقال إن الخط "
        "ينقل عشرين ألف راكب كل يوم بين المدينة والميناء، وإن العمل في المحطتين الباقيتين ينتهي قبل نهاية العام المقبل."
    )
    both = date_articles([article(body, "2020-08-20"), article(body + " وحضر الافتتاح جمع من الأهالي.")])
    done = tuple(date_again(both, find_links(both, load_knowledge())))
    assert done[1].published.basis == "inferred"
    assert done[1].published.earliest == "2020-08-15"
    assert find_links([done[0]], load_knowledge()) == ()


def test_figures_and_times_are_told_anew_once_the_date_is_known() -> None:
    text = (
        "بغداد 20 آب 2020\nأعلن الوزير الأسبوع الماضي خطة، وقال إن 15 شخصا قتلوا في الهجوم. ويبلغ العدد 40 جريحا أمس."
    )
    plain = annotate_figures(annotate_times(article(text)))
    assert {figure.as_of for figure in plain.figures} == {None}
    (done,) = date_articles([replace(plain, article=replace(plain.article, published="2020-08-20"))])
    assert [figure.as_of for figure in done.figures] == ["2020-08-09/2020-08-15", "2020-08-19"]
    assert [time.value for time in done.times] == ["2020-08-20", "2020-W33", "2020-08-19"]


def test_a_figure_does_not_hold_as_of_what_it_came_after() -> None:
    plain = annotate_figures(annotate_times(article("بقي 5000 جندي بعد اغتيال قاسم سليماني.", "2020-08-20")))
    (done,) = date_articles([plain])
    assert [figure.as_of for figure in done.figures] == ["2020-08-20"]

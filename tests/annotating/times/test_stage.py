"""The stage of times: furniture, problems, anchors and re-resolution."""

from __future__ import annotations

from dataclasses import replace

from rawi.annotating.times import TimesConfig, annotate_times, resolve_times
from rawi.model.annotation import AnnotatedArticle, PublishedDate, Zone
from rawi.model.article import Article
from rawi.model.dates import DateRange


def article(text: str, published: str | None = None) -> AnnotatedArticle:
    return AnnotatedArticle(Article.create(text, published=published))


def test_furniture_is_skipped() -> None:
    text = "آخر تحديث 20 آب 2020\nوصل الوفد أمس."
    framed = replace(article(text, "2020-08-21"), zones=(Zone(0, 20, "furniture"),))
    assert [time.span.of(text) for time in annotate_times(framed).times] == ["أمس"]


def test_what_does_not_exist_is_recorded_and_not_raised() -> None:
    done = annotate_times(article("انعقد في 30/2/2015 ثم في 31 نيسان 2016.", "2016-05-01"))
    assert [time.value for time in done.times] == [None, None]
    assert [problem.slug for problem in done.problems] == ["no_such_date", "no_such_date"]
    assert annotate_times(done).problems == done.problems


def test_the_judged_date_comes_before_the_given_one() -> None:
    judged = replace(
        article("وصل الوفد أمس.", "2015-08-11"), published=PublishedDate("2015-08-10", "2015-08-10", "given")
    )
    assert annotate_times(judged).times[0].value == "2015-08-09"
    assert annotate_times(article("وصل الوفد أمس.", "2015-08-11T20:00:00")).times[0].value == "2015-08-10"


def test_resolving_again_keeps_spans() -> None:
    done = annotate_times(article("اجتمعا الخميس، ويعود الوفد في أيار المقبل."))
    assert done.view is not None
    again = resolve_times(done.times, DateRange.of("2020-08-22"), done.view)
    assert [(time.start, time.end) for time in again] == [(time.start, time.end) for time in done.times]
    assert [time.value for time in again] == ["2020-08-20", "2021-05"]


def test_events_can_be_left_out() -> None:
    text = "انتشر الجيش بعد اغتيال القائد سليم."
    assert [time.span.of(text) for time in annotate_times(article(text)).times] == ["بعد اغتيال القائد سليم"]
    assert annotate_times(article(text), TimesConfig(events=False)).times == ()

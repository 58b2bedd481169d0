"""The stage of times: finds every time expression outside the page's furniture and resolves it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from rawi.arabic.times.article import keep_dated_events, resolve_again, resolve_article_times
from rawi.arabic.times.find import find_times
from rawi.arabic.times.meaning import FoundTime
from rawi.arabic.times.values import ResolutionConfig
from rawi.arabic.tokens import view_text
from rawi.model.annotation import AnnotatedArticle, Problem, PublishedDate, TimeExpression
from rawi.model.dates import DateRange, is_date
from rawi.model.span import Span
from rawi.model.view import TextView

STAGE = "times"


@dataclass(frozen=True, slots=True)
class TimesConfig:
    """Settings of the stage.

    resolution: how dates without year or with another day's weekday are read.
    events: whether happenings that serve as times (بعد هزيمة التنظيم) are annotated.
    """

    resolution: ResolutionConfig = field(default_factory=ResolutionConfig)
    events: bool = True


def annotate_times(annotated: AnnotatedArticle, config: TimesConfig = TimesConfig()) -> AnnotatedArticle:
    """The article with its times: spans without preposition, TIMEX3 values, the days from first to last.

    The anchor is ``annotated.published`` or, before that is judged, the article's given date. Dates that don't exist
    (31 شباط) keep their span with no value and are told as problems.

    >>> from rawi.model.article import Article
    >>> article = Article.create("وصل الوفد أمس الاثنين ويغادر في 31 شباط.", published="2015-08-11")
    >>> done = annotate_times(AnnotatedArticle(article))
    >>> [(time.span.of(done.text), time.value) for time in done.times]
    [('أمس الاثنين', '2015-08-10'), ('31 شباط', None)]
    >>> done.problems[0].slug
    'no_such_date'
    """
    view = annotated.view or view_text(annotated.text)
    furniture = [zone.span for zone in annotated.zones if zone.kind == "furniture"]
    found = _without_ages(annotated, keep_dated_events(view, find_times(view, furniture)))
    if not config.events:
        found = tuple(time for time in found if time.meaning.kind != "event")
    times = resolve_article_times(view, found, anchor_of(annotated), config.resolution)
    problems = tuple(problem for time, answer in zip(found, times) if (problem := _problem(view, time, answer)))
    kept = tuple(problem for problem in annotated.problems if problem.stage != STAGE)
    return replace(annotated, view=view, times=times, problems=kept + problems)


def resolve_times(
    times: Sequence[TimeExpression],
    published: DateRange | PublishedDate,
    view: TextView,
    config: TimesConfig = TimesConfig(),
) -> tuple[TimeExpression, ...]:
    """The same times valued for another date of the article; spans and their order stay.

    >>> view = view_text("اجتمع الطرفان الخميس في بغداد.")
    >>> times = resolve_article_times(view, find_times(view))
    >>> times[0].value, resolve_times(times, DateRange.of("2020-08-22"), view)[0].value
    ('XXXX-WXX-4', '2020-08-20')
    """
    return resolve_again(view, times, DateRange(published.earliest, published.latest), config.resolution)


def anchor_of(annotated: AnnotatedArticle) -> DateRange:
    """The days on which the article may have been published, as far as they are known."""
    published = annotated.published
    if published.earliest or published.latest:
        return DateRange(published.earliest, published.latest)
    given = annotated.article.published
    return DateRange.of(given) if given and is_date(given) else DateRange()


def _without_ages(annotated: AnnotatedArticle, found: tuple[FoundTime, ...]) -> tuple[FoundTime, ...]:
    """Without so many years right behind a person's name: the person's age (ميسي 28 عاما)."""
    ends = {mention.span.end for mention in annotated.mentions if mention.type == "PER" and mention.form == "name"}
    return tuple(time for time in found if not (_is_years(time) and _stands_behind(annotated.text, time.start, ends)))


def _is_years(time: FoundTime) -> bool:
    meaning = time.meaning
    return meaning.kind == "duration" and meaning.unit == "Y" and meaning.amount is not None and not meaning.modifier


def _stands_behind(text: str, start: int, ends: Collection[int]) -> bool:
    """Whether a name ends right before the offset, perhaps with a comma or bracket between."""
    return any(end in ends and not text[end:start].strip(" (،-") for end in range(start - 3, start))


def _problem(view: TextView, time: FoundTime, answer: TimeExpression) -> Problem | None:
    if answer.value is not None or time.meaning.kind != "calendar":
        return None
    written = Span(time.start, time.end).of(view.text)
    return Problem(STAGE, "no_such_date", f"{written!r} at {time.start}: no calendar has this date")

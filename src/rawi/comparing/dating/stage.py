"""Dating a corpus: each article from its metadata and words, then from the articles that it hangs together with."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rawi.arabic.calendars import Day, add_days, day_range
from rawi.arabic.quantities.as_of import refill_as_of
from rawi.arabic.times.article import resolve_again
from rawi.comparing.dating.clues import Clue, Weight
from rawi.comparing.dating.links import DateLink
from rawi.comparing.dating.offices import find_office_clues
from rawi.comparing.dating.passing import pass_on
from rawi.comparing.dating.readings import ReadArticle, Readings, heads
from rawi.comparing.dating.refilling import refill_deadlines, refill_events
from rawi.comparing.dating.settings import DatingConfig
from rawi.comparing.dating.solving import solve_date
from rawi.comparing.dating.surroundings import find_outlet_days
from rawi.comparing.dating.words import find_word_clues
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, Evidence, Problem, PublishedDate
from rawi.model.dates import DateRange, is_date

STAGE = "dating"


def date_articles(
    articles: Sequence[AnnotatedArticle],
    links: Sequence[DateLink] = (),
    knowledge: Knowledge | None = None,
    config: DatingConfig = DatingConfig(),
) -> tuple[AnnotatedArticle, ...]:
    r"""The articles, in their order, with their dates judged and their times resolved again.

    ``published`` becomes a range with its basis (given, stated, inferred, unknown), the words that it rests on, and
    what contradicts it. Ends that nothing bounds stay None; nothing is completed by guessing.

    >>> from rawi.model.article import Article
    >>> text = "بغداد 20 آب 2020\nأعلن الوزير الخميس اتفاقاً جديداً مع النقابات."
    >>> (dated,) = date_articles([AnnotatedArticle(Article.create(text))])
    >>> dated.published.earliest, dated.published.latest, dated.published.basis
    ('2020-08-20', '2020-08-21', 'stated')
    """
    read = [ReadArticle(annotated) for annotated in articles]
    own = [_own_clues(article, knowledge, config) for article in read]
    dates = [solve_date(clues, config) for clues in own]
    dates = _pass_along(read, own.__getitem__, dates, links, config)
    return tuple(_dated(article, date) for article, date in zip(read, dates))


def date_again(
    articles: Sequence[AnnotatedArticle],
    links: Sequence[DateLink],
    knowledge: Knowledge | None = None,
    config: DatingConfig = DatingConfig(),
) -> Iterator[AnnotatedArticle]:
    """The same for articles that :func:`date_articles` dated one by one before: only what links tell is worked out.

    An article whose date was never judged, or judged with others, is read anew. Of those that links don't touch the
    very objects come back, one by one: the articles may be more than memory holds.
    """
    read = Readings(articles)

    @functools.cache
    def clues_of(place: int) -> tuple[Clue, ...]:
        return _own_clues(read[place], knowledge, config)

    alone = [
        annotated.published if _is_judged_alone(annotated) else solve_date(clues_of(place), config)
        for place, annotated in enumerate(heads(articles))
    ]
    dates = _pass_along(read, clues_of, alone, links, config)
    dates = _among_outlet(articles, dates, config)
    for annotated, date in zip(articles, dates, strict=True):
        untouched = date == annotated.published and _is_judged_alone(annotated)
        yield annotated if untouched else _dated(ReadArticle(annotated), date)


def _is_judged_alone(annotated: AnnotatedArticle) -> bool:
    """Whether the article's date was judged by its own words and metadata, and by nothing else."""
    date = annotated.published
    return date.basis != "unknown" and all(
        cited.article == annotated.id for cited in (*date.evidence, *date.contradictions)
    )


def read_articles(articles: Sequence[AnnotatedArticle]) -> Sequence[ReadArticle]:
    """The articles as the linker reads them."""
    return Readings(articles)


def _own_clues(article: ReadArticle, knowledge: Knowledge | None, config: DatingConfig) -> tuple[Clue, ...]:
    annotated = article.annotated
    clues = list(find_word_clues(annotated, article.view, article.found, config))
    if knowledge is not None:
        clues += find_office_clues(annotated, article.view, knowledge, config)
    given = annotated.article.published
    if given and is_date(given):
        clues.append(_given_clue(annotated, given, clues, config))
    return tuple(clues)


def _given_clue(annotated: AnnotatedArticle, given: str, clues: Sequence[Clue], config: DatingConfig) -> Clue:
    """The date that came with the article. A date-time is often a crawl's: then the text may tell an earlier day."""
    days = DateRange.of(given)
    evidence = (Evidence(annotated.id, 0, 0, f"given with the article: {given}"),)
    if len(given) > 10 and days.is_day and days.earliest:
        latest = Day.fromisoformat(days.earliest)
        tests = [clue.test for clue in clues if clue.test is not None and clue.weight == Weight.WEEKDAY]
        if tests and not any(test(latest) for test in tests):
            earlier = [add_days(latest, -back) for back in range(1, config.crawl_days + 1)]
            fitting = [day for day in earlier if day and any(test(day) for test in tests)]
            if fitting:
                # The nearest such day, or the day before it where the wire's "today" was printed a day later.
                first = min(day for day in fitting if (fitting[0] - day).days <= config.print_days)
                told = tuple(cited for clue in clues if clue.weight == Weight.WEEKDAY for cited in clue.evidence)
                return Clue(Weight.GIVEN, evidence + told, day_range(first, latest))
    return Clue(Weight.GIVEN, evidence, days)


def _pass_along(
    read: Sequence[ReadArticle],
    own: Callable[[int], tuple[Clue, ...]],
    dates: list[PublishedDate],
    links: Sequence[DateLink],
    config: DatingConfig,
) -> list[PublishedDate]:
    """Passes what is known along the links until nothing changes. Ranges only shrink."""
    place = {article.annotated.id: index for index, article in enumerate(read)} if links else {}
    ways = [
        (link, place[source], place[target])
        for link in links
        if link.a in place and link.b in place
        for source, target in ((link.a, link.b), (link.b, link.a))
    ]
    for _ in range(config.rounds):
        told: dict[int, list[Clue]] = {}
        for link, source, target in ways:
            if dates[target].basis == "given" and dates[target].earliest == dates[target].latest:
                continue
            clue = pass_on(link, read[source], read[target], dates[source], config)
            if clue is not None:
                told.setdefault(target, []).append(clue)
        again = list(dates)
        for target, clues in sorted(told.items()):
            if not _agree(clues):
                # Links that lead to different days are links to something that recurs: none of them dates anything.
                continue
            solved = solve_date((*own(target), *clues), config)
            if _is_narrower(solved, dates[target]):
                again[target] = solved
        if again == dates:
            break
        dates = again
    return dates


def _among_outlet(
    articles: Sequence[AnnotatedArticle], dates: list[PublishedDate], config: DatingConfig
) -> list[PublishedDate]:
    """The dates, those that nothing bounds on both sides put among the days of their outlets' dated articles."""
    outlets = [annotated.article.outlet for annotated in heads(articles)]
    days_of = find_outlet_days(outlets, dates, config)
    placed = list(dates)
    for place, (outlet, date) in enumerate(zip(outlets, dates, strict=True)):
        days = days_of.get(outlet or "")
        if days is None or (date.earliest and date.latest):
            continue
        met = DateRange(date.earliest, date.latest).meet(days)
        if met is None:
            continue
        evidence = Evidence(
            articles[place].id, 0, 0, f"its outlet's dated articles here are of {days.earliest} to {days.latest}"
        )
        # Weekdays are not asked: in a stretch of weeks they would cut off a day or two at its ends, often wrongly.
        placed[place] = replace(
            date,
            earliest=met.earliest,
            latest=met.latest,
            basis="inferred" if date.basis == "unknown" else date.basis,
            evidence=(*date.evidence, evidence),
        )
    return placed


def _agree(clues: Sequence[Clue]) -> bool:
    """Whether some day lies in all the clues' ranges."""
    days: DateRange | None = DateRange()
    for clue in clues:
        days = days.meet(clue.days) if days is not None and clue.days is not None else days
    return days is not None


def _is_narrower(new: PublishedDate, old: PublishedDate) -> bool:
    """Whether the new range lies inside the old one and is not the same."""
    days = DateRange(old.earliest, old.latest).meet(DateRange(new.earliest, new.latest))
    return days == DateRange(new.earliest, new.latest) and days != DateRange(old.earliest, old.latest)


def _dated(article: ReadArticle, date: PublishedDate) -> AnnotatedArticle:
    annotated = article.annotated
    given = annotated.article.published
    problems = tuple(problem for problem in annotated.problems if problem.stage != STAGE)
    if given and not is_date(given):
        problems += (Problem(STAGE, "unreadable_date", f"the given date {given!r} is no ISO date"),)
    times = resolve_again(article.view, annotated.times, DateRange(date.earliest, date.latest), found=article.found)
    figures = refill_as_of(annotated.figures, article.view, times, date) if annotated.figures else ()
    events = refill_events(annotated.events, times, annotated.published, date)
    commitments = refill_deadlines(annotated.commitments, times, date)
    return replace(
        annotated,
        published=date,
        times=times,
        figures=figures,
        events=events,
        commitments=commitments,
        problems=problems,
    )

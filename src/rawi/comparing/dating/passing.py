"""What a link lets one article's date say of the other's."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.calendars import Day, add_days
from rawi.arabic.times.meaning import FoundTime
from rawi.arabic.times.resolve import resolve_time
from rawi.comparing.dating.clues import Clue, DayTest, Weight
from rawi.comparing.dating.links import DateLink
from rawi.comparing.dating.readings import ReadArticle
from rawi.comparing.dating.settings import DatingConfig
from rawi.model.annotation import Evidence, PublishedDate
from rawi.model.dates import DateRange

_EVENT_TIMES = ("calendar", "day", "weekday", "period")


def pass_on(
    link: DateLink, source: ReadArticle, target: ReadArticle, known: PublishedDate, config: DatingConfig
) -> Clue | None:
    """The clue for ``target`` that follows from the known date of ``source``, or None where nothing follows."""
    days = DateRange(known.earliest, known.latest)
    width = days.days()
    if width is None or width > config.known_width:
        return None
    evidence = tuple(link.evidence)
    if link.kind == "told_event":
        return _pass_event(source, target, days, evidence, config)
    slack = {
        "near_duplicate": config.near_duplicate_days,
        "reuse": config.reuse_days,
        "story": config.story_days,
        "utterance": config.utterance_days,
    }[link.kind]
    crawled = known.basis == "given" and len(source.annotated.article.published or "") > 10
    return Clue(Weight.LINK, evidence, _widen(days, slack + (config.crawl_days if crawled else 0), slack))


def _pass_event(
    source: ReadArticle, target: ReadArticle, days: DateRange, evidence: tuple[Evidence, ...], config: DatingConfig
) -> Clue | None:
    """Both sentences tell one event: the target's day is one on which its own words mean the event's days."""
    told, own = _times_in(source, evidence), _times_in(target, evidence)
    event = _event_days(told, days) if told else (_widen(days, 1, 0) if _is_head(source, evidence) else None)
    if event is None or event.earliest is None or event.latest is None:
        return None
    own = [time for time in own if time.meaning.kind != "calendar"]
    if any(times and times[0].meaning.kind == "day" for times in (told, own)):
        event = _widen(event, config.event_slack, config.event_slack)
    first, last = Day.fromisoformat(event.earliest or ""), Day.fromisoformat(event.latest or "")
    if (last - first).days > 2 * config.known_width:
        return None
    window = _widen(event, 0, config.told_days)
    relative = own
    if not relative:
        return Clue(Weight.LINK, evidence, window) if _is_head(target, evidence) else None
    test = _same_event(relative[0], event)
    reach = 14 if relative[0].meaning.kind == "period" and relative[0].meaning.unit == "W" else 62
    candidates = [
        day for count in range(-1, (last - first).days + reach) if (day := add_days(first, count)) and test(day)
    ]
    if not candidates:
        return None
    spread = DateRange(candidates[0].isoformat(), candidates[-1].isoformat())
    if relative[0].meaning.kind == "weekday" and _is_head(target, evidence):
        spread = spread.meet(_widen(event, 0, config.week)) or spread
    if relative[0].meaning.part == "END" and relative[0].meaning.unit == "W":
        spread = spread.meet(_widen(event, 0, config.weekend_days)) or spread
    return Clue(Weight.LINK, evidence, spread, test=test)


def _same_event(time: FoundTime, event: DateRange) -> DayTest:
    def fits(day: Day) -> bool:
        resolved = resolve_time(time.meaning, DateRange(day.isoformat(), day.isoformat()))
        return DateRange(resolved.earliest, resolved.latest).meet(event) is not None

    return fits


def _event_days(told: Sequence[FoundTime], days: DateRange) -> DateRange | None:
    """The days that the source's sentence gives, if its times agree."""
    for time in told:
        resolved = resolve_time(time.meaning, days)
        if resolved.earliest and resolved.latest:
            return DateRange(resolved.earliest, resolved.latest)
    return None


def _times_in(article: ReadArticle, evidence: Sequence[Evidence]) -> list[FoundTime]:
    spans = [(cited.start, cited.end) for cited in evidence if cited.article == article.annotated.id]
    return [
        time
        for time in article.found
        if time.meaning.kind in _EVENT_TIMES
        and time.meaning.cue != "future"
        and time.meaning.direction != "future"
        and any(start <= time.start < end for start, end in spans)
    ]


def _is_head(article: ReadArticle, evidence: Sequence[Evidence]) -> bool:
    """Whether the cited words stand at the head of the article's prose."""
    skipped = [zone.span for zone in article.annotated.zones if zone.kind in ("furniture", "headline")]
    prose = [span for span in article.view.sentences if not any(other.overlaps(span) for other in skipped)]
    cited = [one for one in evidence if one.article == article.annotated.id]
    return any(one.start < span.end and span.start < one.end for one in cited for span in prose[:2])


def _widen(days: DateRange, before: int, after: int) -> DateRange:
    earliest = add_days(Day.fromisoformat(days.earliest), -before) if days.earliest else None
    latest = add_days(Day.fromisoformat(days.latest), after) if days.latest else None
    return DateRange(earliest.isoformat() if earliest else None, latest.isoformat() if latest else None)

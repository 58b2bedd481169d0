"""The times of one article together: what اليوم means in it, and what then, that day and during his visit point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.calendars import Day, add_days
from rawi.arabic.times.event_days import date_events, dating_times, is_during, same_sentence
from rawi.arabic.times.find import find_times
from rawi.arabic.times.meaning import FoundTime, Meaning
from rawi.arabic.times.resolve import UNKNOWN, ResolvedTime, resolve_time
from rawi.arabic.times.values import ResolutionConfig
from rawi.arabic.times.words import words
from rawi.model.annotation import TimeExpression
from rawi.model.dates import DateRange, is_date
from rawi.model.view import TextView

# What may stand between an hour and its day.
_ZONE = words("بالتوقيت المحلي بتوقيت التوقيت وتوقيت غرينتش القدس بيروت بغداد مكه المكرمه في من ، ( ) ت غ م يوم")


def resolve_article_times(
    view: TextView,
    found: Sequence[FoundTime],
    published: DateRange = UNKNOWN,
    config: ResolutionConfig = ResolutionConfig(),
) -> tuple[TimeExpression, ...]:
    """The found times with values and days, for an article published within ``published``.

    A weekday beside اليوم tells the day on which the text was written, which may be the day before it was printed;
    a bare اليوم of the same article then is that day.

    >>> from rawi.arabic.tokens import view_text
    >>> view = view_text("هبط الدولار أمس الاثنين. وقال الوسيط اليوم الاثنين إن السوق هادئة اليوم.")
    >>> [time.value for time in resolve_article_times(view, find_times(view), DateRange.of("2015-08-11"))]
    ['2015-08-10', '2015-08-10', '2015-08-10']
    """
    today = _writing_day(found, published, config)
    resolved: list[ResolvedTime] = []
    main: str | None = None
    previous: str | None = None
    for time in found:
        meaning = time.meaning
        own_day = meaning.kind == "day" and meaning.weekday is None
        anchor = today if own_day or meaning.kind == "clock" else published
        if meaning.kind == "clock":
            meaning, anchor = _clock_of_day(view, time, found, resolved, anchor)
        answer = resolve_time(meaning, anchor, main or previous if meaning.vague else previous, config)
        resolved.append(answer)
        day = (answer.value or "")[:10]
        if meaning.kind in ("calendar", "day", "weekday") and is_date(day):
            previous = day
            if len(day) == 10 and meaning.kind != "calendar":
                main = main or day
    events = date_events(view, found, resolved, published)
    return tuple(
        TimeExpression(
            start=time.start,
            end=time.end,
            type=answer.type,
            value=answer.value,
            earliest=answer.earliest,
            latest=answer.latest,
            modifier=answer.modifier,
            anchor=answer.anchor,
        )
        for time, answer in zip(found, events)
    )


def resolve_again(
    view: TextView,
    times: Sequence[TimeExpression],
    published: DateRange,
    config: ResolutionConfig = ResolutionConfig(),
    found: Sequence[FoundTime] | None = None,
) -> tuple[TimeExpression, ...]:
    """The same times valued for another date of the article; spans and their order stay.

    ``found`` are the view's times with their meanings where a caller has them already.
    """
    if not times:
        return ()
    places = {(time.start, time.end) for time in times}
    found = [time for time in (find_times(view) if found is None else found) if (time.start, time.end) in places]
    valued = {(time.start, time.end): time for time in resolve_article_times(view, found, published, config)}
    return tuple(valued.get((time.start, time.end), time) for time in times)


def _clock_of_day(
    view: TextView, time: FoundTime, found: Sequence[FoundTime], resolved: Sequence[ResolvedTime], anchor: DateRange
) -> tuple[Meaning, DateRange]:
    """An hour belongs to the day named before it in its sentence (مساء الأحد ... الساعة السابعة والنصف)."""
    meaning = time.meaning
    following = next((other for other in found[len(resolved) + 1 :][:1] if _is_day_of_clock(view, time, other)), None)
    if following is not None:
        # نحو الساعة السابعة بالتوقيت المحلي الجمعة
        answer = resolve_time(following.meaning, anchor)
        if answer.earliest and answer.earliest == answer.latest:
            return meaning, DateRange.of(answer.earliest)
    if not resolved:
        return meaning, anchor
    day, answer = found[len(resolved) - 1], resolved[-1]
    if day.meaning.kind not in ("day", "weekday", "calendar") or not answer.earliest:
        return meaning, anchor
    if answer.earliest != answer.latest or not same_sentence(view, day.first, time.first):
        return meaning, anchor
    late = day.meaning.daypart in ("AF", "EV", "NI") and meaning.hour is not None and 4 <= meaning.hour < 12
    if late and meaning.hour is not None:
        meaning = replace(meaning, hour=meaning.hour + 12)
    return meaning, DateRange.of(answer.earliest)


def _is_day_of_clock(view: TextView, clock: FoundTime, other: FoundTime) -> bool:
    """Whether a day follows the hour within its clause, only the time zone or a preposition between them."""
    between = {token.fold for token in view.tokens[clock.last : other.first]}
    return other.meaning.kind in ("day", "weekday") and between <= _ZONE


def keep_dated_events(view: TextView, found: Sequence[FoundTime]) -> tuple[FoundTime, ...]:
    """The found times without those that only say during what something happened (خلال زيارته) when no sentence of the
    article dates it: no reader can tell when that was, and every article has some. "After that" needs a day to follow.
    """
    kept, day_named = [], False
    for time in found:
        meaning = time.meaning
        undated = is_during(meaning) and not meaning.reference and not dating_times(view, time, found)
        if not undated and (meaning.kind != "same" or not meaning.vague or day_named):
            kept.append(time)
        day_named = day_named or meaning.kind in ("day", "weekday") or meaning.day is not None
    return tuple(kept)


def _writing_day(found: Sequence[FoundTime], published: DateRange, config: ResolutionConfig) -> DateRange:
    """The day that bare اليوم means: the publication, unless a weekday beside a word of day tells another."""
    if not published.is_day:
        return published
    named = [time.meaning for time in found if time.meaning.kind == "day" and time.meaning.weekday]
    named.sort(key=lambda meaning: abs(meaning.shift or 0))
    for meaning in named:
        answer = resolve_time(replace(meaning, daypart=None), published, None, config)
        if answer.earliest:
            day = add_days(Day.fromisoformat(answer.earliest), -(meaning.shift or 0))
            return DateRange.of(day.isoformat()) if day else published
    return published

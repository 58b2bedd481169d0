"""When the happenings were that serve as times: by a date beside them, by another sentence, or known to everybody."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.times.events import EVENT_NOUNS, event_stem
from rawi.arabic.times.meaning import FoundTime, Meaning
from rawi.arabic.times.resolve import ResolvedTime
from rawi.arabic.times.words import words
from rawi.model.dates import DateRange
from rawi.model.view import TextView

# How many tokens may stand between a verb of the event and the date that dates it.
_NEAR = 15
# Right after or right before: the day is the event's own. After بعد and قبل only its month is likely.
_AT_ONCE = words("عقب بعيد قبيل اثر وعقب وقبيل عند لدي")
# Journeys and meetings are news of these days unless the words tell otherwise.
_OF_THESE_DAYS = frozenset(["زياره", "مغادره", "عوده", "استقبال"])
_BESIDE = words("في يوم ( ، بتاريخ")
# Days between publication and an event within which its month, not only its year, is what is meant.
_RECENT_DAYS = 62


def date_events(
    view: TextView, found: Sequence[FoundTime], resolved: Sequence[ResolvedTime], published: DateRange
) -> tuple[ResolvedTime, ...]:
    """The answers with events dated where something dates them (خلال زيارته: the day of زار بغداد الأحد)."""
    if not any(time.meaning.kind == "event" for time in found):
        return tuple(resolved)
    return tuple(
        _date_event(view, index, found, resolved, published) if time.meaning.kind == "event" else answer
        for index, (time, answer) in enumerate(zip(found, resolved))
    )


def is_during(meaning: Meaning) -> bool:
    """Whether the words only say during what something happened."""
    return meaning.kind == "event" and meaning.modifier is None and meaning.cue != "future"


def dating_times(view: TextView, event: FoundTime, found: Sequence[FoundTime]) -> tuple[int, ...]:
    """Which of the found times stand in a sentence that tells of the event by its noun or verb."""
    stem = _stem(view, event)
    if stem is None:
        return ()
    forms = EVENT_NOUNS[stem]
    places = [
        index
        for index, token in enumerate(view.tokens)
        if not event.first <= index < event.last and token.fold.removeprefix("و").startswith(forms)
    ]
    return tuple(
        index
        for index, time in enumerate(found)
        if time.meaning.kind in ("calendar", "day", "weekday", "period")
        and (time.meaning.kind != "calendar" or time.meaning.month is not None)
        and any(abs(time.first - place) <= _NEAR and same_sentence(view, time.first, place) for place in places)
    )


def same_sentence(view: TextView, first: int, second: int) -> bool:
    """Whether no full stop stands between the two tokens."""
    low, high = sorted((first, second))
    return not any(token.fold in (".", "؟", "!") for token in view.tokens[low:high])


def _stem(view: TextView, event: FoundTime) -> str | None:
    return next((stem for token in view.tokens[event.first : event.last] if (stem := event_stem(token.fold))), None)


def _date_event(
    view: TextView, place: int, found: Sequence[FoundTime], resolved: Sequence[ResolvedTime], published: DateRange
) -> ResolvedTime:
    event, answer = found[place], resolved[place]
    meaning, preposition = event.meaning, view.tokens[event.first].fold
    if meaning.reference:
        known = meaning.reference, DateRange.of(meaning.reference)
        return _around(preposition, meaning, answer, known, published)
    beside = _beside(view, place, found, resolved)
    if beside is not None and beside.value and beside.earliest:
        return _valued(meaning, answer, beside.value, DateRange(beside.earliest, beside.latest), published)
    for index in (*_main_clause(view, place, found), *dating_times(view, event, found)):
        other = resolved[index]
        if other.earliest and other.value:
            days = DateRange(other.earliest, other.latest)
            told = other.value.partition("T")[0], days
            return _around(preposition, meaning, answer, told, published)
    if meaning.cue != "future" and meaning.modifier is not None and _is_recent(view, event):
        first, last = published.earliest, published.latest
        if first and last and first[:7] == last[:7]:
            # Only the month is likely, and nothing is certain but that it lies before now.
            return replace(answer, value=first[:7])
    return answer


def _main_clause(view: TextView, place: int, found: Sequence[FoundTime]) -> tuple[int, ...]:
    """The day of the main verb, to which وذلك خلال belongs (أعلن الرئيس الخميس ...، وذلك خلال استقباله)."""
    event = found[place]
    if not event.first or view.tokens[event.first - 1].fold != "وذلك":
        return ()
    return tuple(
        index
        for index in range(place)
        if found[index].meaning.kind in ("day", "weekday") and same_sentence(view, found[index].first, event.first)
    )


def _is_recent(view: TextView, event: FoundTime) -> bool:
    """Whether a journey or meeting of these days is meant: somebody's own (مغادرته) or one just before or after now."""
    stem = _stem(view, event)
    owned = any(event_stem(token.fold) not in (None, token.fold) for token in view.tokens[event.first : event.last])
    return stem in _OF_THESE_DAYS and (owned or view.tokens[event.first].fold in _AT_ONCE)


def _beside(
    view: TextView, place: int, found: Sequence[FoundTime], resolved: Sequence[ResolvedTime]
) -> ResolvedTime | None:
    """A date right behind the event (منذ سقوط الموصل عام 2014)."""
    if place + 1 >= len(found):
        return None
    event, other = found[place], found[place + 1]
    between = [token.fold for token in view.tokens[event.last : other.first]]
    if other.meaning.kind != "calendar" or len(between) > 2 or not all(word in _BESIDE for word in between):
        return None
    return resolved[place + 1]


def _around(
    preposition: str, meaning: Meaning, answer: ResolvedTime, other: tuple[str, DateRange], published: DateRange
) -> ResolvedTime:
    """Right after the event its own day; some time after it, its month or year."""
    value, days = other
    at_once = preposition in _AT_ONCE and len(value) == 10 and "W" not in value
    if meaning.modifier is not None and not at_once:
        start, now = days.earliest or "", published.latest or ""
        recent = bool(start and now) and _days_between(start, now) <= _RECENT_DAYS
        value = start[:7] if recent else start[:4]
    return _valued(meaning, answer, value, days, published)


def _valued(meaning: Meaning, answer: ResolvedTime, value: str, days: DateRange, published: DateRange) -> ResolvedTime:
    """The answer with its days: from the event to now, up to the event, or the event's own."""
    match meaning.modifier:
        case "AFTER":
            return replace(answer, value=value, earliest=days.earliest, latest=_not_before(published.latest, days))
        case "BEFORE":
            return replace(answer, value=value, earliest=None, latest=days.latest)
        case _:
            return replace(answer, value=value, earliest=days.earliest, latest=days.latest)


def _not_before(latest: str | None, days: DateRange) -> str | None:
    return latest if latest and days.earliest and latest >= days.earliest else None


def _days_between(first: str, second: str) -> int:
    return abs((datetime.date.fromisoformat(second) - datetime.date.fromisoformat(first)).days)

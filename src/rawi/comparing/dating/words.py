"""Clues from the article's own words: dates it tells as past or coming, its dateline, and its weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rawi.arabic.calendars import Day, add_days, day_range
from rawi.arabic.times.find import find_times
from rawi.arabic.times.meaning import FoundTime, Meaning
from rawi.arabic.times.resolve import is_absolute, resolve_time
from rawi.arabic.times.tense import sign_of
from rawi.arabic.times.words import words
from rawi.arabic.tokens import view_text
from rawi.comparing.dating.addresses import find_address_clue
from rawi.comparing.dating.clues import Clue, Weight
from rawi.comparing.dating.settings import DatingConfig
from rawi.model.annotation import AnnotatedArticle, Evidence
from rawi.model.dates import DateRange
from rawi.model.span import Span
from rawi.model.view import TextView

_LATIN = re.compile("[A-Za-z]{3}")


def find_article_times(annotated: AnnotatedArticle) -> tuple[TextView, tuple[FoundTime, ...]]:
    """The article's view and its times with their meanings, furniture left out."""
    view = annotated.view or view_text(annotated.text)
    return view, find_times(view, [zone.span for zone in annotated.zones if zone.kind == "furniture"])


def find_word_clues(
    annotated: AnnotatedArticle, view: TextView, found: Sequence[FoundTime], config: DatingConfig
) -> tuple[Clue, ...]:
    """All clues of the text's times, in order of place."""
    head = _head(annotated, view, config)
    clues: list[Clue] = [*find_address_clue(annotated)]
    today_known = False
    for time in found:
        meaning = time.meaning
        if is_absolute(meaning) and meaning.kind == "calendar":
            clues += _absolute(annotated, view, time, config)
        elif meaning.kind == "calendar" and meaning.day and meaning.weekday and meaning.until is None:
            clues.append(_yearless(annotated, time))
        elif meaning.kind == "day" and meaning.weekday and meaning.shift is not None:
            if not today_known:
                clues.append(_named_today(annotated, time, config))
            today_known = True
    lead = next((time for time in found if time.meaning.kind == "weekday" and time.start < head), None)
    if lead and not today_known and lead.meaning.direction is None and lead.meaning.cue != "future":
        clues.append(_lead_weekday(annotated, lead, config))
    clues += _known_events(annotated, found)
    clues += _same_weekday(annotated, view, found, head, config)
    return tuple(clues)


def _known_events(annotated: AnnotatedArticle, found: Sequence[FoundTime]) -> Iterator[Clue]:
    """After a happening that everybody can date (بعد سقوط الموصل) is not before its day."""
    for time in found:
        meaning = time.meaning
        if meaning.kind == "event" and meaning.reference and meaning.modifier != "BEFORE" and meaning.cue != "future":
            days = DateRange(DateRange.of(meaning.reference).earliest, None)
            yield Clue(Weight.PAST, (_cite(annotated, time, "told as past"),), days)


def _head(annotated: AnnotatedArticle, view: TextView, config: DatingConfig) -> int:
    """Where the head of the prose ends: its first characters behind headline and furniture."""
    skipped = [zone.span for zone in annotated.zones if zone.kind in ("furniture", "headline")]
    for paragraph in view.paragraphs:
        if not any(span.overlaps(paragraph) for span in skipped):
            return paragraph.start + config.lead_characters
    return config.lead_characters


def _absolute(annotated: AnnotatedArticle, view: TextView, time: FoundTime, config: DatingConfig) -> Iterator[Clue]:
    meaning = time.meaning
    # The current year is all of it, also where its beginning is told of (بداية العام الحالي 1436).
    resolved = resolve_time(replace(meaning, part=None))
    if resolved.earliest is None or resolved.latest is None:
        return
    first, last = Day.fromisoformat(resolved.earliest), Day.fromisoformat(resolved.latest)
    exact = first == last
    if exact and meaning.weekday and first.isoweekday() != meaning.weekday:
        # A weekday that isn't the date's own: one of them is wrong, so neither says when this was written.
        return
    if exact and meaning.days_away is not None:
        day = add_days(first, -meaning.days_away)
        if day:
            days = day_range(day, add_days(day, config.print_days))
            yield Clue(Weight.TODAY, (_cite(annotated, time, "told from the day of writing"),), days, stated=True)
        return
    if exact and _is_stamp(annotated, view, time, config):
        days = day_range(first, add_days(first, config.stated_days))
        yield Clue(Weight.STATED, (_cite(annotated, time, "the article's dateline or stamp"),), days, stated=True)
        return
    if exact and _LATIN.search(annotated.text[time.start : time.end]):
        # Under a message that the article holds: it was written that day or later, wherever the author's clock stood.
        days = DateRange((add_days(first, -1) or first).isoformat(), None)
        yield Clue(Weight.PAST, (_cite(annotated, time, "the day of a message that it holds"),), days)
        return
    bounds = _by_direction(meaning, first, last, exact=exact, tense=_firm_tense(view, time))
    if bounds is not None:
        days, weight, why = bounds
        yield Clue(weight, (_cite(annotated, time, why),), days)


def _firm_tense(view: TextView, time: FoundTime) -> str | None:
    """Past or future where a sign of it stands right before the time and the sentence has none of the other kind."""
    sentence = next((span for span in view.sentences if span.start <= time.start < span.end), None)
    if sentence is None:
        return None
    before = [
        token.fold for token in view.tokens[max(0, time.first - _NEAR) : time.first] if token.start >= sentence.start
    ]
    around = {
        sign_of(token.fold)
        for token in view.tokens[max(0, time.first - 40) : time.last + 40]
        if sentence.start <= token.start < sentence.end
    }
    near = next((sign for fold in reversed(before) if fold not in _LOOSE and (sign := sign_of(fold))), None)
    if near == "past" and "future" not in around and (not before or before[-1] not in _UNTIL):
        return "past"
    return "future" if near == "future" else None


# Signs of tense count for dating only so many words before the time; particles of any tense not at all.
_NEAR = 5
_LOOSE = frozenset(["قد", "لقد", "وقد", "لم", "ولم", "تم", "كان", "كانت", "وكان", "وكانت", "قال", "اكد"])
_UNTIL = frozenset(["حتي", "بحلول", "الي", "لعام", "رويه", "خطه", "وحتي", "مونديال", "كاس"])


def _by_direction(
    meaning: Meaning, first: Day, last: Day, *, exact: bool, tense: str | None
) -> tuple[DateRange, Weight, str] | None:
    """Bounds from what is said to be past, present or coming."""
    direction = meaning.direction
    yearly = meaning.month is None and meaning.unit is None and meaning.calendar == "gregorian"
    if yearly and direction:
        year = first.year - {"past": -1, "present": 0, "future": 1}[direction]
        return DateRange.of(f"{year:04d}"), Weight.STATED, "the year that this year, last year or next year is"
    if exact and meaning.weekday and direction == "future":
        # A paper may print it on the very morning.
        return day_range(*_order(add_days(first, -7), first)), Weight.STATED, "told as the coming weekday"
    if exact and meaning.weekday and direction == "past":
        return day_range(*_order(add_days(first, 1), add_days(first, 7))), Weight.STATED, "told as the last weekday"
    if direction == "present":
        return day_range(first, last), Weight.STATED, "told as the current one"
    if meaning.unit in ("DE", "CE") or meaning.until is not None:
        return None
    if (direction == "future" or tense == "future") and meaning.month:
        return DateRange(None, last.isoformat()), Weight.FUTURE, "told as still to come"
    if tense == "past" or direction == "past":
        return DateRange(first.isoformat(), None), Weight.PAST, "told as past"
    return None


def _order(first: Day | None, last: Day | None) -> tuple[Day, Day | None]:
    return first or Day.min, last


def _is_stamp(annotated: AnnotatedArticle, view: TextView, time: FoundTime, config: DatingConfig) -> bool:
    """A full date in a dateline zone, in the first words of the text, alone on a line, or at the very end."""
    if time.meaning.until is not None or time.meaning.direction or time.meaning.cue == "future":
        return False
    if view.tokens[time.first].fold == "يوم":
        return False  # a dateline has no word of day: this is when something happened
    span = Span(time.start, time.end)
    if any(zone.kind == "dateline" and zone.span.overlaps(span) for zone in annotated.zones):
        return _stands_apart(view.text, span)
    line = next((paragraph for paragraph in view.paragraphs if paragraph.contains(span)), None)
    if line is None:
        return False
    if len(line) <= len(span) + config.edge_characters // 3:
        return line in (*view.paragraphs[:3], *view.paragraphs[-2:])
    if line == view.paragraphs[0] and span.start - line.start <= config.edge_characters // 2:
        # الرياض 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس
        return time.first <= 8 and not any(
            token.fold in _VERBS for token in view.tokens[max(0, time.first - 6) : time.first]
        )
    return False


_VERBS = words("في منذ ومنذ قال اعلن عقد يوم خلال من بعد قبل عام بين ل حتي وفي")


def _stands_apart(text: str, span: Span) -> bool:
    """Whether the date stands in brackets or before a dash, not in a sentence of its own."""
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
    return before.endswith(("(", "[", "،", "/", "-", "–")) or after[:1] in (")", "]", "-", "–", ":", "/")


def _named_today(annotated: AnnotatedArticle, time: FoundTime, config: DatingConfig) -> Clue:
    """اليوم الاثنين and أمس الاثنين tell the weekday of writing; print may follow a day later."""
    weekday = ((time.meaning.weekday or 1) - (time.meaning.shift or 0) - 1) % 7 + 1
    # A paper of the next morning keeps the wire's "today", but turns it into "yesterday" where it edits.
    later = config.print_days if time.meaning.shift == 0 else 0
    allowed = {(weekday + days - 1) % 7 + 1 for days in range(later + 1)}
    evidence = _cite(annotated, time, "the weekday of today")
    return Clue(Weight.WEEKDAY, (evidence,), test=lambda day: day.isoweekday() in allowed)


def _lead_weekday(annotated: AnnotatedArticle, time: FoundTime, config: DatingConfig) -> Clue:
    weekday = time.meaning.weekday or 1
    # What happened at dawn is told the same day; of an evening, papers write the next morning.
    later = 0 if time.meaning.daypart == "MO" else config.lead_days
    allowed = {(weekday + days - 1) % 7 + 1 for days in range(later + 1)}
    evidence = _cite(annotated, time, "the weekday on which its news happened")
    return Clue(Weight.WEAK, (evidence,), test=lambda day: day.isoweekday() in allowed)


def _yearless(annotated: AnnotatedArticle, time: FoundTime) -> Clue:
    """الخميس 20 آب: only years in which the day falls on that weekday, less than a year from the article."""
    meaning = time.meaning

    def fits(day: Day) -> bool:
        resolved = resolve_time(meaning, DateRange(day.isoformat(), day.isoformat()))
        if resolved.earliest is None:
            return True
        return Day.fromisoformat(resolved.earliest).isoweekday() == meaning.weekday

    return Clue(Weight.OFFICE, (_cite(annotated, time, "weekday, day and month that agree in few years"),), test=fits)


def _same_weekday(
    annotated: AnnotatedArticle, view: TextView, found: Sequence[FoundTime], head: int, config: DatingConfig
) -> Iterator[Clue]:
    """A bare weekday that is also the weekday of a full past date of the head: the article is of that week."""
    bare = [time for time in found if time.meaning.kind == "weekday" and time.meaning.direction is None]
    for time in found:
        meaning = time.meaning
        if not is_absolute(meaning) or not meaning.day or meaning.weekday or meaning.cue == "future":
            continue
        resolved = resolve_time(meaning)
        if resolved.earliest is None or resolved.earliest != resolved.latest or time.start > head:
            continue
        day = Day.fromisoformat(resolved.earliest)
        twin = next((other for other in bare if other.meaning.weekday == day.isoweekday() and other.start < head), None)
        if twin is None:
            continue
        evidence = (_cite(annotated, time, "a full date"), _cite(annotated, twin, "its weekday, named without date"))
        yield Clue(Weight.STATED, evidence, day_range(day, add_days(day, config.lead_days)), stated=True)
        return


def _cite(annotated: AnnotatedArticle, time: FoundTime, why: str) -> Evidence:
    return Evidence(annotated.id, time.start, time.end, why)

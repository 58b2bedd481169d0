"""Silences: what the text says was not said or not given (دون أن يحدد، لم يذكر، رفض التعليق، لم يصدر تعليق)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.annotating.quotations.extents import boundaries
from rawi.annotating.quotations.phrases import noun_span, phrase_after
from rawi.annotating.quotations.prose import Prose, Sentence
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.speakers import Speaker
from rawi.annotating.quotations.words import ALL_PREPOSITIONS, BARE_PARTICLES, COLON
from rawi.arabic.word_lists import read_words
from rawi.model.annotation import Silence
from rawi.model.span import Span, trim

# Verbs of giving information in the jussive or present; under a negation they tell of a silence.
_GIVING = read_words("giving")
# Those of them that nobody in particular keeps (لم يعرف، لم يصدر): the last speaker is not meant.
_IMPERSONAL = read_words("impersonal_giving")
_GIVEN = read_words("given_masdars")
# Those that give or do other things as well (لم يقدم المستوى المطلوب): a silence only before a noun of information.
_GIVING_ANYTHING = read_words("giving_anything")
_INFORMATION = read_words("information")
_BARE = re.compile("^(?:[وب]?ال|لل)?(.+?)ا?$")
_REFUSING = read_words("refusing")
_REFUSABLE = read_words("refusable_masdars")
_JUSSIVE_NEGATIONS = frozenset({"لم", "ولم", "فلم", "لن", "ولن"})
_HABITS = frozenset({"لا", "ولا"})
# After لا only a habit of withholding is a silence (لا تعلن عن عديدها); others are ordinary negation.
_WITHHELD = frozenset({"يعلن", "تعلن", "يكشف", "تكشف", "يحدد", "تحدد", "تنشر", "ينشر", "يفصح", "تفصح"})
_EDGES = " ،.؛,:"


@dataclass(frozen=True, slots=True)
class SilencesConfig:
    """``farthest``: words between a refusal and what is refused (رفض المتحدث باسم الوزارة التعليق)."""

    farthest: int = 9


@dataclass(frozen=True, slots=True)
class _Place:
    """Tokens of a silence: its ``first``, the ``verb`` or noun it turns on, and its end."""

    first: int
    verb: int
    last: int


def find_silences(
    prose: Prose, reports: Sequence[Report], speakers: Sequence[Speaker], config: SilencesConfig = SilencesConfig()
) -> tuple[Silence, ...]:
    """Every silence, with who kept it (the subject, or the last who spoke) and what was not given."""
    found: list[Silence] = []
    for sentence in prose.sentences:
        index = sentence.first
        while index < sentence.last:
            place = _silence_at(prose, sentence, index, config)
            if place is None or not _informs(prose, place):
                index += 1
                continue
            found.append(_silence(prose, reports, speakers, place))
            index = max(place.last, index + 1)
    return tuple(found)


def _silence_at(prose: Prose, sentence: Sentence, index: int, config: SilencesConfig) -> _Place | None:
    fold = prose.tokens[index].fold
    following = prose.tokens[index + 1].fold if index + 1 < sentence.last else ""
    if fold in ("دون", "بدون"):
        step = index + 1 + (following == "ان")
        word = prose.tokens[step].fold if step < sentence.last else ""
        if word in (_GIVING if following == "ان" else _GIVEN):
            first = index - 1 if index > sentence.first and prose.tokens[index - 1].fold == "من" else index
            return _Place(first, step, _end(prose, step + 1, sentence.last))
    elif following in _GIVING and (fold in _JUSSIVE_NEGATIONS or (fold in _HABITS and following in _WITHHELD)):
        return _Place(index, index + 1, _end(prose, index + 2, sentence.last))
    elif fold in _REFUSING or (fold[:1] in "وف" and fold[1:] in _REFUSING):
        for later in range(index + 1, min(sentence.last, index + config.farthest)):
            if prose.tokens[later].fold in _REFUSABLE:
                return _Place(index, index, _end(prose, later + 1, sentence.last))
            if prose.tokens[later].fold in BARE_PARTICLES:
                break
    return None


def _informs(prose: Prose, place: _Place) -> bool:
    """Whether what is not given is information: told by the verb, or where that gives anything, by its object."""
    if prose.tokens[place.verb].fold not in _GIVING_ANYTHING:
        return True
    folds = (prose.tokens[index].fold for index in range(place.verb + 1, place.last))
    return any(fold in _INFORMATION or _BARE.sub(r"\1", fold) in _INFORMATION for fold in folds)


def _end(prose: Prose, first: int, limit: int) -> int:
    """Where a silence ends: at the first pause or colon."""
    stop = next(boundaries(prose, first, limit), limit)
    return next((index for index in range(first, stop) if prose.tokens[index].fold == COLON), stop)


def _silence(prose: Prose, reports: Sequence[Report], speakers: Sequence[Speaker], place: _Place) -> Silence:
    first, verb, last = place.first, place.verb, place.last
    start = prose.tokens[first].start
    if prose.tokens[first].fold.startswith(("ول", "ور", "وام", "وتح", "فل", "فر")):
        start += 1
    span = trim(prose.text, start, prose.tokens[max(last, verb + 1) - 1].end, _EDGES) or prose.tokens[first].span
    phrase = phrase_after(prose, verb + 1, last, open_ended=True)
    who = noun_span(prose, *phrase) if phrase and phrase[0] in prose.mention_at and phrase[1] < last else None
    begin = phrase[1] if who is not None and phrase is not None else verb + 1
    while begin < last and (prose.tokens[begin].fold in ALL_PREPOSITIONS or prose.tokens[begin].fold == "الفور"):
        begin += 1
    what = None
    if begin < last and prose.tokens[begin].start < span.end:
        what = trim(prose.text, prose.tokens[begin].start, span.end, _EDGES)
    entity = None
    # Of a habit (لا تعلن عن عديدها) the sentence tells who keeps it; the last who spoke of it need not be the one.
    habit = prose.tokens[first].fold in _HABITS
    if who is None and not habit and prose.tokens[verb].fold not in _IMPERSONAL:
        who, entity = _last_speaker(reports, speakers, start)
    return Silence(span.start, span.end, who, entity, what)


def _last_speaker(reports: Sequence[Report], speakers: Sequence[Speaker], place: int) -> tuple[Span | None, str | None]:
    found: tuple[Span | None, str | None] = (None, None)
    for report, speaker in zip(reports, speakers):
        if report.place <= place and speaker.source is not None:
            found = speaker.source, speaker.entity
    return found

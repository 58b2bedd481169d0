"""What none of the reports of a happening says: who did it, how many it struck, on which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rawi.model.annotation import AnnotatedArticle, EventMention
from rawi.model.span import Span

Question: TypeAlias = Literal["who did it", "how many it struck", "on which day"]


_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})


@dataclass(frozen=True, slots=True)
class UnsaidConfig:
    """``share``: part of the reports that must open with an attack before its doer and victims are asked for: a story
    of talks mentions older attacks too. ``opening``: characters from the first event on in which it must stand; a
    lede of one sentence has about so many."""

    share: float = 0.5
    opening: int = 200


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A question that no report answers, and the words that raise it."""

    question: Question
    article: str
    span: Span


def find_unsaid(reports: Sequence[AnnotatedArticle], config: UnsaidConfig = UnsaidConfig()) -> tuple[Unsaid, ...]:
    """Questions of who, how many and when that the reports of one happening leave open, as far as they were read.

    >>> from rawi.model.article import Article
    >>> text = "انفجرت سيارة مفخخة في السوق"
    >>> attack = EventMention(0, 6, "ASSAULT")
    >>> report = AnnotatedArticle(Article.create(text), events=(attack,))
    >>> [item.question for item in find_unsaid([report, report])]
    ['who did it', 'how many it struck', 'on which day']
    """
    attacks = [(report, event) for report in reports if (event := _first_attack(report, config)) is not None]
    found: list[Unsaid] = []
    if reports and len(attacks) >= config.share * len(reports):
        report, event = attacks[0]
        if not any(_names_doer(item) for item in reports):
            found.append(Unsaid("who did it", report.id, event.span))
        if not any(figure.unit == "person" for item in reports for figure in item.figures):
            found.append(Unsaid("how many it struck", report.id, event.span))
    # Of words (thanks, congratulations, talks) nobody misses the day.
    events = [(report, event) for report in reports for event in report.events[:1] if event.type in _DEEDS]
    if events and not any(map(_tells_day, reports)):
        found.append(Unsaid("on which day", events[0][0].id, events[0][1].span))
    return tuple(found)


def _first_attack(report: AnnotatedArticle, config: UnsaidConfig) -> EventMention | None:
    """The attack that a report opens with, if it does."""
    opening = min((event.start for event in report.events), default=0) + config.opening
    return next((event for event in report.events if _is_attack(event) and event.start <= opening), None)


def _is_attack(event: EventMention) -> bool:
    return event.type == "ASSAULT" and event.polarity == "asserted" and event.modality == "actual"


def _names_doer(report: AnnotatedArticle) -> bool:
    return any(_is_attack(event) and any(role.role == "actor" for role in event.roles) for event in report.events)


def _tells_day(report: AnnotatedArticle) -> bool:
    return any(time.earliest and time.earliest == time.latest for time in report.times)

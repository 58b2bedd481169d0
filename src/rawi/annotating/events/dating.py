"""When a happening was: the time expression that belongs to it, else the day of the article that tells it as a fact."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.annotating.commitments.clauses import Sentence
from rawi.annotating.events.roles import FAR, NEAR
from rawi.annotating.events.triggers import Trigger
from rawi.arabic.times.single_date import date_of
from rawi.model.annotation import PublishedDate, TimeExpression
from rawi.model.dates import common_date
from rawi.model.labels import Modality
from rawi.model.span import Span

# Tokens behind a verb of saying in which its own time stands.
SPOKEN = 8


def find_time(
    sentence: Sentence, trigger: Trigger, times: Sequence[TimeExpression], before: str | None = None
) -> TimeExpression | None:
    """The time expression nearest to the trigger, behind it before in front of it.

    A verb of saying has its own time near it; what is said has others. ``before`` is the last day on which it may
    have happened (the article's), None for what is yet to come: a time wholly behind it is another's.
    """
    far = SPOKEN if trigger.rule.type is None else FAR
    near = [(sentence.at(time.start) - trigger.index, time) for time in times if time.type in ("DATE", "TIME")]
    near = [
        (distance, time)
        for distance, time in near
        if -NEAR <= distance <= far and not (before and time.earliest and time.earliest > before)
    ]
    return min(near, key=lambda one: (abs(one[0]) + (NEAR if one[0] < 0 else 0), one[1].start))[1] if near else None


def date_event(
    time: TimeExpression | None, modality: Modality, main: bool, published: PublishedDate
) -> tuple[str | None, Span | None]:
    """When it happened, as an ISO date no more precise than what is known, and where that stands.

    Without a time of its own, what a main clause tells as a fact happened about when the article was published.
    """
    if time is not None:
        return date_of(time), time.span
    if main and modality == "actual":
        return common_date(published.earliest, published.latest), None
    return None, None

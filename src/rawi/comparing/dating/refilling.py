"""What hangs on an article's date, told anew once links have narrowed it: days of events and deadlines of commitments.

(Figures are told anew by :mod:`rawi.arabic.quantities.as_of`.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rawi.arabic.times.single_date import date_of
from rawi.model.annotation import Commitment, Deadline, EventMention, PublishedDate, TimeExpression
from rawi.model.dates import common_date
from rawi.model.span import Span


def refill_events(
    events: Sequence[EventMention], times: Sequence[TimeExpression], before: PublishedDate, now: PublishedDate
) -> tuple[EventMention, ...]:
    """The events with their days told anew.

    One with a time of its own has that time's day; one that had the day of its article, as ``before`` told it, has
    the day that ``now`` tells.

    >>> event = EventMention(0, 4, "ASSAULT", when="2020-08", when_span=None)
    >>> told = PublishedDate("2020-08-20", "2020-08-21"), PublishedDate("2020-08-20", "2020-08-20")
    >>> refill_events([event], (), *told)[0].when
    '2020-08-20'
    """
    valued = _by_span(times)
    old, new = (common_date(date.earliest, date.latest) for date in (before, now))
    filled = []
    for event in events:
        time = valued.get(event.when_span) if event.when_span is not None else None
        when = event.when
        if time is not None:
            when = date_of(time)
        elif event.when_span is None and when is not None and when == old:
            when = new
        filled.append(event if when == event.when else replace(event, when=when))
    return tuple(filled)


def refill_deadlines(
    commitments: Sequence[Commitment], times: Sequence[TimeExpression], now: PublishedDate
) -> tuple[Commitment, ...]:
    """The commitments with the days of their deadlines told anew; a time that turns out to be past is no deadline.

    >>> span = Span(10, 20)
    >>> times = (TimeExpression(10, 20, "DATE", "2021", "2021-01-01", "2021-12-31"),)
    >>> promise = Commitment(0, 30, "c1", "promise", deadline=Deadline(span, vague=True))
    >>> refill_deadlines([promise], times, PublishedDate("2021-07-26", "2021-07-26"))[0].deadline.latest
    '2021-12-31'
    """
    valued = _by_span(times)
    filled = []
    for commitment in commitments:
        time = valued.get(commitment.deadline.span) if commitment.deadline.span is not None else None
        deadline = commitment.deadline
        if time is not None:
            past = now.earliest is not None and time.latest is not None and time.latest < now.earliest
            deadline = Deadline() if past else Deadline.of(time)
        filled.append(commitment if deadline == commitment.deadline else replace(commitment, deadline=deadline))
    return tuple(filled)


def _by_span(times: Sequence[TimeExpression]) -> Mapping[Span, TimeExpression]:
    return {time.span: time for time in times}

"""As of when a figure holds: the nearest date of its sentence, else the day of publication.

Shared by the reading of one article and by the comparison of many, which asks anew once articles are dated.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rawi.model.annotation import Figure, PublishedDate, TimeExpression
from rawi.model.span import Span
from rawi.model.view import TextView

# Letters before a time within which منذ makes it a beginning (منذ مساء الخميس).
_SINCE_REACH = 16
_SINCE = frozenset(["منذ", "ومنذ", "مذ"])


def find_as_of(
    figure: Span, sentence: Span | None, times: Sequence[TimeExpression], published: PublishedDate, folded: str
) -> str | None:
    """An ISO day, or first and last day parted by a slash, or None where nothing tells.

    ``folded`` is the article's folded text. Since Thursday tells when a count began, not as of when it holds; nor does
    what is only told to be after or before something.

    >>> times = (TimeExpression(10, 14, "DATE", "2015-08-06", "2015-08-06", "2015-08-06"),)
    >>> find_as_of(Span(4, 6), Span(0, 20), times, PublishedDate("2015-08-07", "2015-08-07"), "قتل 15 يوم امس هناك")
    '2015-08-06'
    """
    if sentence is not None:
        near = [
            (max(time.start - figure.end, figure.start - time.end), time.start, time.earliest, time.latest)
            for time in times
            if time.type in ("DATE", "TIME")
            and sentence.start <= time.start < sentence.end
            and time.earliest
            and time.latest
            and time.modifier not in ("AFTER", "BEFORE")
            and not _begins(folded, time.start)
        ]
        if near:
            _, _, earliest, latest = min(near)
            return earliest if earliest == latest else f"{earliest}/{latest}"
    return published.earliest if published.earliest == published.latest else None


def refill_as_of(
    figures: Sequence[Figure], view: TextView, times: Sequence[TimeExpression], published: PublishedDate
) -> tuple[Figure, ...]:
    """The figures with their days told anew, once the article's date and its times are known better.

    >>> from rawi.arabic.tokens import view_text
    >>> view = view_text("قتل 15 شخصا في الهجوم.")
    >>> refill_as_of([Figure(4, 6, 15, 15, "exact")], view, (), PublishedDate("2015-08-07", "2015-08-07"))[0].as_of
    '2015-08-07'
    """
    starts = [sentence.start for sentence in view.sentences]
    filled = []
    for figure in figures:
        place = bisect_right(starts, figure.start) - 1
        sentence = view.sentences[place] if place >= 0 else None
        day = find_as_of(Span(figure.start, figure.end), sentence, times, published, view.folded)
        filled.append(figure if day == figure.as_of else replace(figure, as_of=day))
    return tuple(filled)


def _begins(folded: str, start: int) -> bool:
    return any(word in _SINCE for word in folded[max(0, start - _SINCE_REACH) : start].split()[-2:])

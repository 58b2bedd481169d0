"""What the rest of a corpus says of an article that nothing else dates: when its outlet's dated articles appeared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rawi.comparing.dating.settings import DatingConfig
from rawi.model.annotation import PublishedDate
from rawi.model.dates import DateRange


def find_outlet_days(
    outlets: Sequence[str | None], dates: Sequence[PublishedDate], config: DatingConfig = DatingConfig()
) -> Mapping[str, DateRange]:
    """Outlet -> first and last day of its articles whose date was given, where they are enough to speak for others.

    >>> given = PublishedDate("2015-07-21", "2015-07-21", "given")
    >>> later = PublishedDate("2015-08-10", "2015-08-10", "given")
    >>> few = DatingConfig(outlet_articles=2)
    >>> find_outlet_days(["okaz"] * 3, [given, later, PublishedDate()], few)
    {'okaz': DateRange(earliest='2015-07-21', latest='2015-08-10')}
    """
    known: dict[str, list[PublishedDate]] = defaultdict(list)
    unknown: dict[str, int] = defaultdict(int)
    for outlet, date in zip(outlets, dates, strict=True):
        if outlet is None:
            continue
        if date.basis == "given" and date.earliest and date.latest:
            known[outlet].append(date)
        else:
            unknown[outlet] += 1
    return {
        outlet: DateRange(
            min(date.earliest for date in given if date.earliest), max(date.latest for date in given if date.latest)
        )
        for outlet, given in sorted(known.items())
        if len(given) >= max(config.outlet_articles, unknown[outlet])
    }

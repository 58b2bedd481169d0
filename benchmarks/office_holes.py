"""Holes between the terms of major offices, and tables that end early.

    python benchmarks/office_holes.py [--first 2000-01-01] [--last 2025-12-31] [--kinds president,prime-minister]

One line a hole: the office, the first and the last day without a holder, and who stood before and after. Offices that
did not exist all the time (Libya's presidency before 2011) show holes that are none: a person reads the list.
"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterator, Sequence

from rawi.knowledge import Holder, load_knowledge

KINDS = "president,prime-minister,king,monarch,emir,sultan,chancellor,foreign-minister,defence-minister,crown-prince"
_DAY = datetime.timedelta(days=1)


def holes(terms: Sequence[Holder], first: str, last: str) -> Iterator[tuple[str, str, str, str]]:
    """(first day, last day, who before, who after) of each stretch of more than a day that no term covers."""
    covered, before = first, "-"
    for term in sorted(terms, key=lambda term: term.first_day):
        start = min(term.first_day, last)
        if start > covered:
            until = (datetime.date.fromisoformat(start) - _DAY).isoformat()
            if until > covered:
                yield covered, until, before, term.name
        end = term.last_day or "9999-12-31"
        if end > covered:
            covered, before = end, term.name
    if covered < last:
        yield covered, last, before, "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", default="2000-01-01")
    parser.add_argument("--last", default="2025-12-31")
    parser.add_argument("--kinds", default=KINDS)
    options = parser.parse_args()
    knowledge, kinds = load_knowledge(), set(options.kinds.split(","))
    total = 0
    for office in knowledge.offices:
        if office.kind not in kinds:
            continue
        terms = [holder for holder in knowledge.holders if holder.office == office.id]
        for start, end, before, after in holes(terms, options.first, options.last):
            total += 1
            print(f"{office.id:24s} {start} .. {end}  after {before}, before {after}")
    print(f"{total} holes")


if __name__ == "__main__":
    main()

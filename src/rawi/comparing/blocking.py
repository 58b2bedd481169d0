"""Block: rows (articles, quotations) near in time that share several of their weightiest terms."""

from __future__ import annotations

import datetime
import itertools

import numpy as np

from rawi.comparing.pairing import expand_ranges
from rawi.comparing.vectors import TermVectors
from rawi.comparing.words import Integers
from rawi.model.dates import DateRange

_FAR = 10_000_000
# Rows whose pairs are counted at a time: keeps the working arrays under about 50 MB.
_BATCH = 500


def number_days(ranges: list[DateRange]) -> tuple[Integers, Integers]:
    """First and last possible day of each range as day numbers; unknown ends lie open."""
    earliest = [_number(days.earliest, -_FAR) for days in ranges]
    latest = [_number(days.latest, _FAR) for days in ranges]
    return np.array(earliest, dtype=np.int64), np.array(latest, dtype=np.int64)


def _number(day: str | None, unknown: int) -> int:
    return datetime.date.fromisoformat(day).toordinal() if day else unknown


def days_between(days: tuple[Integers, Integers], first: Integers, second: Integers) -> Integers:
    """Days that lie at least between two ranges; 0 where they may be of one day."""
    earliest, latest = days
    gap = np.maximum(earliest[first] - latest[second], earliest[second] - latest[first])
    return np.asarray(np.maximum(gap, 0))


def block_by_terms(
    vectors: TermVectors, days: tuple[Integers, Integers], *, window: int, block_terms: int, least: int, most: int
) -> Integers:
    """Keys ``first * rows + second`` of the pairs within ``window`` days that share enough terms, in order.

    Looked up are the ``block_terms`` heaviest terms of each row; a pair must share ``least`` of them. A term that more
    than ``most`` rows of one window have proposes nothing.
    """
    count = len(days[0])
    if not count:
        return np.zeros(0, dtype=np.int64)
    cells, owners = _heaviest(vectors, block_terms)
    # A row that may be of many days is put on none and meets all that share its terms.
    dated = days[1] - days[0] <= window
    day = np.where(dated, days[0], 0)
    span = np.int64(day.max() + window + 1)
    order = np.lexsort((owners, day[owners], cells))
    cells, owners = cells[order], owners[order]
    del order  # of a whole corpus's quotations each array is tens of megabytes
    places = cells * span + day[owners]
    ends = np.searchsorted(places, places + window, side="right")
    undated = np.flatnonzero(~dated[owners])
    ends[undated] = np.searchsorted(places, (cells[undated] + 1) * span)
    usable = np.flatnonzero(ends - np.searchsorted(places, places) <= most)
    del cells, places
    by_owner = usable[np.argsort(owners[usable], kind="stable")]
    cuts = np.searchsorted(owners[by_owner], np.arange(0, count + _BATCH, _BATCH))
    found = [np.zeros(0, dtype=np.int64)]
    for start, stop in itertools.pairwise(cuts.tolist()):
        chosen = by_owner[start:stop]
        first, second = expand_ranges(chosen + 1, ends[chosen])
        left, right = owners[chosen[first]], owners[second]
        keys, shared = np.unique(np.minimum(left, right) * count + np.maximum(left, right), return_counts=True)
        found.append(keys[shared >= least])
    keys = np.unique(np.concatenate(found))
    return keys[days_between(days, keys // count, keys % count) <= window]


def _heaviest(vectors: TermVectors, most: int) -> tuple[Integers, Integers]:
    """Terms and owners of the ``most`` heaviest terms of each row."""
    owners = (vectors.cells // vectors.terms).astype(np.int32)
    order = np.lexsort((-vectors.weights, owners))  # cells are in order, and equal weights keep it
    rank = np.arange(len(order))
    rank -= vectors.bounds[owners[order]]
    kept = order[rank < most]
    return vectors.cells[kept] % vectors.terms, owners[kept].astype(np.int64)

"""Block: pairs of articles that share a key, from an inverted index held in arrays."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rawi.comparing.words import Integers, Offsets


def pair_members(owner: Offsets, group: Integers, count: np.int64) -> Iterator[Integers]:
    """Keys ``first * count + second`` for all pairs inside each group."""
    if not len(group):
        return
    begins = np.flatnonzero(np.concatenate(([True], group[1:] != group[:-1])))
    sizes = np.diff(np.append(begins, len(group)))
    for size in np.unique(sizes):
        members = owner[begins[sizes == size][:, None] + np.arange(size)].astype(np.int64)
        left, right = np.triu_indices(int(size), 1)
        yield (members[:, left] * count + members[:, right]).ravel()


def sum_by_key(keys: Integers, counts: Integers) -> tuple[Integers, Integers]:
    """The different keys in order, and the sum of the counts of each."""
    unique, inverse = np.unique(keys, return_inverse=True)
    return unique, np.bincount(inverse, weights=counts, minlength=len(unique)).astype(np.int64)


def expand_ranges(starts: Integers, ends: Integers) -> tuple[Integers, Integers]:
    """Every number of the ranges ``starts[i]`` to ``ends[i]`` (not included), with the index of its range.

    >>> [numbers.tolist() for numbers in expand_ranges(np.array([5, 0]), np.array([7, 1]))]
    [[0, 0, 1], [5, 6, 0]]
    """
    sizes = np.maximum(ends - starts, 0)
    which = np.repeat(np.arange(len(starts)), sizes)
    return which, np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + starts[which]

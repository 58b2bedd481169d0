"""Candidates for copied text, exactly: every pair of articles that shares enough uncommon shingles.

An inverted index in arrays instead of MinHash: nothing is missed by chance, and a partial copy (a tenth of a long
article) is found as surely as a reprint. The index is worked off in slices of the hash range, so memory is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rawi.comparing.pairing import pair_members, sum_by_key
from rawi.comparing.reuse.config import ReuseConfig
from rawi.comparing.words import CorpusWords, Flags, Hashes, Integers, hash_shingles

# Positions of the corpus that one slice of the index holds: about 100 MB of working arrays.
_SLICE = 4_000_000
_UNKNOWN = -1


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of article indexes (``first`` < ``second``), how many shingles they share, and the words of formulas."""

    first: Integers
    second: Integers
    shared: Integers
    formula: Flags


def block_reuse(words: CorpusWords, config: ReuseConfig = ReuseConfig()) -> Candidates:
    """Pairs that share ``least_shingles`` shingles that are no formula."""
    shingles, whole = hash_shingles(words, config.shingle)
    owners = words.owners
    days = _number([article.published.earliest for article in words.articles])
    outlets = _number([article.article.outlet for article in words.articles])
    starts_formula = np.zeros(len(shingles), dtype=np.bool_)
    count = np.int64(len(words.articles))
    pair_keys: list[Integers] = [np.zeros(0, dtype=np.int64)]
    pair_counts: list[Integers] = [np.zeros(0, dtype=np.int64)]
    for slice_positions in _slices(shingles, whole):
        positions = slice_positions[np.argsort(shingles[slice_positions], kind="stable")]
        hashes, owner = shingles[positions], owners[positions]
        new_group = np.concatenate(([True], hashes[1:] != hashes[:-1]))
        group = np.cumsum(new_group) - 1
        # Positions were in order, so one article's occurrences of a shingle stand together.
        new_owner = new_group | np.concatenate(([True], owner[1:] != owner[:-1]))
        sizes = np.bincount(group[new_owner])
        formula = (sizes > config.most_articles) | (
            _outlet_days(group, outlets[owner], days[owner]) >= config.outlet_days
        )
        starts_formula[positions] = formula[group]
        kept = new_owner & ((sizes > 1) & ~formula)[group]
        keys = np.concatenate([*pair_members(owner[kept], group[kept], count), pair_keys[0][:0]])
        unique, counts = np.unique(keys, return_counts=True)
        pair_keys.append(unique)
        pair_counts.append(counts)
    keys, counts = sum_by_key(np.concatenate(pair_keys), np.concatenate(pair_counts))
    enough = counts >= config.least_shingles
    keys = keys[enough]
    return Candidates(keys // count, keys % count, counts[enough], _cover(starts_formula, config.shingle))


def _slices(shingles: Hashes, whole: Flags) -> Iterator[Integers]:
    parts = 1 << max(0, (len(shingles) // _SLICE)).bit_length()
    shift = np.uint64(64 - parts.bit_length() + 1)
    for part in range(parts):
        inside = whole if parts == 1 else whole & ((shingles >> shift) == np.uint64(part))
        positions = np.flatnonzero(inside)
        if len(positions):
            yield positions


def _number(names: Sequence[str | None]) -> Integers:
    """A number for each name, the same whatever the order; unknown ones get _UNKNOWN."""
    numbers = {name: number for number, name in enumerate(sorted({name for name in names if name is not None}))}
    return np.array([_UNKNOWN if name is None else numbers[name] for name in names], dtype=np.int64)


def _outlet_days(group: Integers, outlets: Integers, days: Integers) -> Integers:
    """For each group the greatest number of different days on which one outlet printed it."""
    known = (days != _UNKNOWN) & (outlets != _UNKNOWN)
    most = np.zeros(int(group[-1]) + 1, dtype=np.int64)
    if known.any():
        day_span, outlet_span = days.max() + 1, outlets.max() + 1
        seen = np.unique((group[known] * outlet_span + outlets[known]) * day_span + days[known])
        printed, counts = np.unique(seen // day_span, return_counts=True)
        np.maximum.at(most, printed // outlet_span, counts)
    return most


def _cover(starts: Flags, size: int) -> Flags:
    """The words that lie in a shingle that starts at a marked one."""
    covered = starts.copy()
    for offset in range(1, size):
        covered[offset:] |= starts[: len(starts) - offset]
    return covered

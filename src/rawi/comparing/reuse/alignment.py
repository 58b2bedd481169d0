"""Aligned passages: the stretches of words that two articles share, with small edits inside them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rawi.comparing.reuse.config import ReuseConfig
from rawi.comparing.words import CorpusWords, Flags, Hashes, Integers, hash_shingles


@dataclass(frozen=True, slots=True, eq=False)
class AlignedPassage:
    """Word positions of the corpus, ends not included, and how many of the words match."""

    first_start: int
    first_end: int
    second_start: int
    second_end: int
    matching: int


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """The passages of two articles, in the order of the first, and the matching word positions of each."""

    passages: tuple[AlignedPassage, ...]
    first_words: Integers
    second_words: Integers


class Seeds:
    """The short shingles of each article that occur only once in it, sorted: where alignments may begin.

    A shingle that an article repeats can't say which of its places is meant, so it begins nothing.
    """

    def __init__(self, words: CorpusWords, config: ReuseConfig) -> None:
        self._words = words
        self._size = config.seed
        self._shingles, self._whole = hash_shingles(words, config.seed)
        self._found: dict[int, tuple[Hashes, Integers]] = {}

    def of(self, index: int) -> tuple[Hashes, Integers]:
        """The article's seeds: their hashes in order, and where each begins."""
        found = self._found.get(index)
        if found is None:
            place = self._words.of(index)
            hashes, first, counts = np.unique(
                self._shingles[place][self._whole[place]], return_index=True, return_counts=True
            )
            once = counts == 1
            found = self._found[index] = (hashes[once], first[once] + place.start)
        return found


def align(seeds: Seeds, first: int, second: int, config: ReuseConfig) -> Alignment:
    """The passages that articles ``first`` and ``second`` (indexes) share."""
    hashes, places = seeds.of(first)
    other_hashes, other_places = seeds.of(second)
    if not len(hashes) or not len(other_hashes):
        return Alignment((), places[:0], places[:0])
    at = np.searchsorted(other_hashes, hashes)
    at[at == len(other_hashes)] = 0
    equal = other_hashes[at] == hashes
    left, right = places[equal], other_places[at[equal]]
    order = np.argsort(left)
    left, right = left[order], right[order]
    # A chance match elsewhere would cut a passage in two: short runs go first, then what is left is joined.
    for shortest in (config.seed + 2, config.shortest_passage):
        left, right, begins = _runs(left, right, shortest, config)
    if not len(left):
        return Alignment((), left, right)
    ends = np.append(begins[1:], len(left))
    passages = []
    for begin, end in zip(begins.tolist(), ends.tolist()):
        matching = min(_matching(left[begin:end], config.seed), _matching(right[begin:end], config.seed))
        low, high = right[begin:end].min(), right[begin:end].max()
        passages.append(
            AlignedPassage(
                int(left[begin]), int(left[end - 1]) + config.seed, int(low), int(high) + config.seed, int(matching)
            )
        )
    return Alignment(tuple(passages), _covered(left, config.seed), _covered(np.sort(right), config.seed))


def _runs(
    left: Integers, right: Integers, shortest: int, config: ReuseConfig
) -> tuple[Integers, Integers, npt.NDArray[np.intp]]:
    """The matches that lie in runs of at least ``shortest`` words, and where each run begins among them."""
    if not len(left):
        return left, right, np.zeros(0, dtype=np.intp)
    step, other_step = np.diff(left), np.diff(right)
    reach = config.seed + config.gap
    new = np.concatenate(([True], (step > reach) | (other_step < 1) | (other_step > reach)))
    run = np.cumsum(new) - 1
    sizes = np.bincount(run, weights=np.where(new, config.seed, np.minimum(np.concatenate(([0], step)), config.seed)))
    kept: Flags = (sizes >= shortest)[run]
    return left[kept], right[kept], np.flatnonzero(new[kept])


def _matching(places: Integers, size: int) -> int:
    return int(np.minimum(np.diff(places), size).sum()) + size


def _covered(places: Integers, size: int) -> Integers:
    """All word positions that lie in a seed, each once; ``places`` are sorted."""
    return np.unique(places[:, None] + np.arange(size))

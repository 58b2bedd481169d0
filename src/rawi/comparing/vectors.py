"""Rows of weighted terms: a sparse matrix in arrays, and products of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rawi.comparing.words import Integers

Weights: TypeAlias = npt.NDArray[np.float64]
# Entries of one batch of dot products: 60 MB of working arrays.
_BATCH = 2_000_000


@dataclass(frozen=True, slots=True, eq=False)
class TermVectors:
    """Rows of terms: ``cells`` are ``row * terms + term`` in order, ``weights`` what each tells."""

    cells: Integers
    weights: Weights
    bounds: Integers
    terms: int

    def first(self, rows: int) -> TermVectors:
        """The first ``rows`` rows alone."""
        end = int(self.bounds[rows])
        return TermVectors(self.cells[:end], self.weights[:end], self.bounds[: rows + 1], self.terms)

    def only(self, rows: npt.NDArray[np.bool_]) -> TermVectors:
        """The same rows, those empty for which ``rows`` is false."""
        sizes = np.diff(self.bounds)
        kept = np.repeat(rows, sizes)
        bounds = np.concatenate([[0], np.cumsum(np.where(rows, sizes, 0))]).astype(np.int64)
        return TermVectors(self.cells[kept], self.weights[kept], bounds, self.terms)

    def dot(self, first: Integers, second: Integers) -> Weights:
        """The cosine of rows ``first[i]`` and ``second[i]`` for each i."""
        return self.against(self, first, second)

    def against(self, other: TermVectors, first: Integers, second: Integers) -> Weights:
        """The product of rows ``first[i]`` of these vectors and ``second[i]`` of the others."""
        result = np.zeros(len(first))
        if not len(other.cells) or not len(first):
            return result
        sizes = self.bounds[first + 1] - self.bounds[first]
        ends = np.cumsum(sizes)
        begin = 0
        while begin < len(first):
            done = ends[begin - 1] if begin else 0
            end = max(begin + 1, int(np.searchsorted(ends, done + _BATCH, side="right")))
            result[begin:end] = self._batch(other, first[begin:end], second[begin:end], sizes[begin:end])
            begin = end
        return result

    def _batch(self, other: TermVectors, first: Integers, second: Integers, sizes: Integers) -> Weights:
        pair = np.repeat(np.arange(len(first)), sizes)
        inside = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        entries = self.bounds[first][pair] + inside
        wanted = self.cells[entries] - (first * self.terms)[pair] + (second * self.terms)[pair]
        at = np.searchsorted(other.cells, wanted)
        at[at == len(other.cells)] = 0
        products = np.where(other.cells[at] == wanted, self.weights[entries] * other.weights[at], 0.0)
        return np.asarray(np.bincount(pair, weights=products, minlength=len(first)), dtype=np.float64)


def make_rows(
    cells: Integers, weights: Weights, count: int, terms: int, most: int | None, *, unit: bool = True
) -> TermVectors:
    """Rows of ``cells`` (different and in order), each with its ``most`` heaviest terms; of length 1 where ``unit``."""
    owners = cells // terms
    if most is not None and len(cells):
        order = np.lexsort((cells, -weights, owners))
        begins = np.searchsorted(owners, np.arange(count))
        rank = np.arange(len(cells)) - begins[owners[order]]
        kept = np.sort(order[rank < most])
        cells, weights, owners = cells[kept], weights[kept], owners[kept]
    bounds = np.searchsorted(owners, np.arange(count + 1))
    if not unit:
        return TermVectors(cells, weights, bounds, terms)
    lengths = np.sqrt(np.bincount(owners, weights=weights**2, minlength=count))
    normal = weights / np.maximum(lengths[owners], 1e-12) if len(cells) else weights
    return TermVectors(cells, normal, bounds, terms)

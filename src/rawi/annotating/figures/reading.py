"""One number of a text on its way to becoming a figure."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.arabic.quantities.lexicon import CountedNoun, Unit
from rawi.model.labels import Tolerance


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with what stands at it.

    ``start``/``end`` are offsets; ``first``/``last`` token indexes of number and unit (last not included); ``cue`` is
    the index of the first token of its tolerance. ``noun`` is the counted noun with the index of its token, where one
    follows or the number is its dual.
    """

    start: int
    end: int
    first: int
    last: int
    cue: int
    low: float | None
    high: float | None
    tolerance: Tolerance = "exact"
    unit: Unit | None = None
    category: str = "count"
    noun: CountedNoun | None = None
    noun_at: int | None = None
    magnitude: float | None = None
    negated: bool = False
    withheld: bool = False

    @property
    def is_percent(self) -> bool:
        """Whether it is a share of a hundred."""
        return self.category == "percent"

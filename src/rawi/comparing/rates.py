"""How common a word is in news at large, so that a handful of articles can be compared as well as a month of them.

In five articles every shared word looks common and every other one rare. A shipped table of the commonest light stems
(made by ``training/stories.py`` from a month of news; hashes and levels only) stands for a thousand articles more.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources

import numpy as np
import numpy.typing as npt

from rawi.comparing.words import Hashes

# Steps of the table: a word of level 4 is in 1/e of all articles, one of level 8 in 1/e².
LEVELS_PER_UNIT = 4
# Words that are not in the table are rarer than its rarest: half of one in two hundred.
RARE_RATE = 0.0025
_DIGITS = 16


@dataclass(frozen=True, slots=True, eq=False)
class WordRates:
    """Hashes of common stems in order, and the part of all articles that each is in."""

    stems: Hashes
    rates: npt.NDArray[np.float64]

    def of(self, stems: Hashes) -> npt.NDArray[np.float64]:
        """The rate of each stem (:data:`RARE_RATE` for rare ones)."""
        if not len(self.stems):
            return np.full(len(stems), RARE_RATE)
        at = np.minimum(np.searchsorted(self.stems, stems), len(self.stems) - 1)
        return np.where(self.stems[at] == stems, self.rates[at], RARE_RATE)

    def weigh(self, stems: Hashes, found: npt.NDArray[np.int64], count: int, prior: float) -> npt.NDArray[np.float64]:
        """How much each stem tells (a smoothed inverse document frequency), 0 or more.

        ``found`` are the articles of this corpus (of ``count``) that hold it; ``prior`` is for how many articles the
        table stands.
        """
        common = (found + prior * self.of(stems) + 0.5) / (count + prior + 1)
        return np.maximum(-np.log(common), 0.0)


@functools.cache
def load_word_rates() -> WordRates:
    """The shipped table."""
    table = json.loads((resources.files("rawi.comparing") / "word_rates.json").read_text(encoding="utf-8"))
    pairs = sorted(
        (int(hashes[at : at + _DIGITS], 16), int(level))
        for level, hashes in table["levels"].items()
        for at in range(0, len(hashes), _DIGITS)
    )
    stems = np.array([stem for stem, _ in pairs], dtype=np.uint64)
    return WordRates(stems, np.exp(-np.array([level for _, level in pairs], dtype=np.float64) / LEVELS_PER_UNIT))

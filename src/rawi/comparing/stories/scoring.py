"""The probability that two articles report the very same happening, from a small learned table of weights."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources

import numpy as np
import numpy.typing as npt

from rawi.comparing.stories.features import FEATURES
from rawi.model.errors import ModelError


@dataclass(frozen=True, slots=True)
class StoryWeights:
    """A logistic model: one weight for each of FEATURES, and a bias."""

    weights: tuple[float, ...]
    bias: float

    def probabilities(self, features: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """For each row of features the probability, 0..1; rounded, so that a processor's last bit decides nothing."""
        scores = features @ np.array(self.weights) + self.bias
        return np.asarray(np.round(1.0 / (1.0 + np.exp(-scores)), 6))


@functools.cache
def load_story_weights() -> StoryWeights:
    """The weights made by ``training/stories.py``. Raises ModelError where the table doesn't fit the features."""
    table = json.loads((resources.files("rawi.comparing.stories") / "weights.json").read_text(encoding="utf-8"))
    if sorted(table["weights"]) != sorted(FEATURES):
        raise ModelError(f"stories/weights.json has weights for {sorted(table['weights'])}, not for {sorted(FEATURES)}")
    return StoryWeights(tuple(table["weights"][name] for name in FEATURES), table["bias"])

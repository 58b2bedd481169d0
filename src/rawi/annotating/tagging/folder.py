"""A model's folder: ``model.onnx``, ``vocabulary.tsv`` and ``config.json``, checked before use."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rawi.annotating.tagging.heads import HEADS
from rawi.annotating.tagging.pieces import REMEDY
from rawi.model.errors import ModelError

FORMAT = "rawi/tagger@1"
MODEL_FILE = "model.onnx"
VOCABULARY_FILE = "vocabulary.tsv"
CONFIG_FILE = "config.json"
SHIPPED = Path(__file__).parent / "weights"

_LONGEST_WINDOW = 510
_VERSION_DIGITS = 16


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A checked folder. ``window``: word pieces read at once. ``version``: a digest of all three files."""

    path: Path
    window: int
    version: str

    @property
    def model(self) -> Path:
        """The network."""
        return self.path / MODEL_FILE

    @property
    def vocabulary(self) -> Path:
        """The pieces with their scores."""
        return self.path / VOCABULARY_FILE


def open_folder(path: Path | None = None) -> ModelFolder:
    """Check a model's folder (the shipped one when none is given) and return its description.

    Raises ``ModelError`` naming the file that is missing, damaged or made for other labels. The digests of the files
    are compared with those in ``config.json`` where it states them; a model of your own may leave them out.
    """
    folder = SHIPPED if path is None else Path(path)
    config = _read_config(folder / CONFIG_FILE)
    stated = config.get("digests", {})
    total = hashlib.sha256(json.dumps(config, sort_keys=True).encode())
    for name in (MODEL_FILE, VOCABULARY_FILE):
        found = _digest(folder / name)
        if name in stated and stated[name] != found:
            raise ModelError(f"the tagger's file {folder / name} is damaged: its digest is another; {REMEDY}")
        total.update(found.encode())
    return ModelFolder(folder, int(config["window"]), total.hexdigest()[:_VERSION_DIGITS])


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"the tagger's file {path} can't be read ({error.strerror}); {REMEDY}") from error


def _read_config(path: Path) -> dict[str, Any]:
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"the tagger's file {path} can't be read ({error.strerror}); {REMEDY}") from error
    except ValueError as error:
        raise ModelError(f"the tagger's file {path} is no JSON ({error}); {REMEDY}") from error
    if not isinstance(config, dict) or config.get("format") != FORMAT:
        raise ModelError(f"the tagger's file {path} must state the format {FORMAT!r}; {REMEDY}")
    labels = {head.name: list(head.labels) for head in HEADS}
    if config.get("heads") != labels:
        raise ModelError(f"the model of {path} has other labels than this version of rawi reads: {labels}; {REMEDY}")
    window = config.get("window")
    if not isinstance(window, int) or not 1 <= window <= _LONGEST_WINDOW:
        raise ModelError(f"the tagger's file {path} must state a window of 1..{_LONGEST_WINDOW} pieces, not {window!r}")
    if not isinstance(config.get("digests", {}), dict):
        raise ModelError(f"the digests in the tagger's file {path} must be a table of file name and SHA-256")
    return config


def write_config(folder: Path, window: int, about: str) -> None:
    """Write the ``config.json`` of a folder that holds the other two files; for who trains a model."""
    config = {
        "format": FORMAT,
        "about": about,
        "window": window,
        "heads": {head.name: list(head.labels) for head in HEADS},
        "digests": {name: _digest(folder / name) for name in (MODEL_FILE, VOCABULARY_FILE)},
    }
    (folder / CONFIG_FILE).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")

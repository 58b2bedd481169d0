"""The choice between the two taggers."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.annotating.tagging import choice, session
from rawi.annotating.tagging.choice import choose_tagger
from rawi.annotating.tagging.fast import FastTagger
from rawi.annotating.tagging.tagger import Tagger, load_tagger
from rawi.model.errors import ModelError


def test_the_network_reads_unless_speed_is_asked_for() -> None:
    assert isinstance(choose_tagger(), Tagger)
    pytest.importorskip("pycrfsuite", reason="python-crfsuite, an optional part, isn't installed")
    assert isinstance(choose_tagger(fast=True), FastTagger)


def test_without_onnxruntime_the_fast_one_steps_in(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite, an optional part, isn't installed")
    monkeypatch.setattr(choice, "has_onnxruntime", lambda: False)
    assert isinstance(choose_tagger(), FastTagger)


def test_a_folder_of_ones_own_needs_onnxruntime(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        choose_tagger(tmp_path)
    monkeypatch.setattr(session, "onnxruntime", None)
    with pytest.raises(ModelError, match="needs onnxruntime"):
        load_tagger()

"""Fixtures for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared data beside the repository (gold, seeds, public data); tests that need it skip loudly without it."""
    folder = Path(os.environ.get("RAWI_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"shared data not found at {folder}: set RAWI_SHARED to its folder to run this test")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """Our own sample articles."""
    return ROOT / "samples"

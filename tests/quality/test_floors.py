"""Quality floors: figures on gold that must not drop. A rise is recorded by ``python -m tests.quality.record``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rawi.evaluation.running import evaluate_folder
from tests.quality.corpora import digest

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_drops_below_its_floor(shared: Path, name: str) -> None:
    floor = FLOORS[name]
    folder = shared / "gold" / floor["gold"]
    assert digest(folder) == floor["digest"], "gold has changed: measure again and record new floors"
    figures: dict[str, Any] = evaluate_folder(folder, dated=floor["dated"], fast=floor["fast"])
    below = {
        figure: (figures[figure].get("F1", figures[figure].get("rate")), least)
        for figure, least in floor["floors"].items()
        if (figures[figure].get("F1", figures[figure].get("rate")) or 0) < least
    }
    assert not below, f"below the floor (figure, floor): {below}"

"""Record floors: ``python -m tests.quality.record SHARED DATE``. Each floor stands a little under what was measured."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from rawi.evaluation.running import evaluate_folder
from tests.quality.corpora import digest

# Figures on so few items move by a point or two when a single item changes; a floor so far below catches real drops.
MARGIN = 2.0
SETS = {
    "seeds": ("seeds", False, False),
    "seeds, dated": ("seeds", True, False),
    "seeds, fast": ("seeds", True, True),
    "news": ("news", True, False),
    "news, fast": ("news", True, True),
}


def main(shared: Path, date: str) -> None:
    floors: dict[str, Any] = {}
    for name, (gold, dated, fast) in SETS.items():
        folder = shared / "gold" / gold
        figures: dict[str, Any] = evaluate_folder(folder, dated=dated, fast=fast)
        measured = {key: value.get("F1", value.get("rate")) for key, value in figures.items() if "missing" not in value}
        floors[name] = {
            "gold": gold,
            "dated": dated,
            "fast": fast,
            "digest": digest(folder),
            "date": date,
            "measured": measured,
            "floors": {key: max(0.0, round(value - MARGIN, 1)) for key, value in measured.items() if value},
        }
    path = Path(__file__).parent / "floors.json"
    path.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

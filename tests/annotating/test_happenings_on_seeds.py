"""Floors on the hand-labelled seeds: events and commitments must not fall below what was measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from rawi.annotating.commitments import annotate_commitments
from rawi.annotating.events import annotate_events
from rawi.arabic.tokens import view_text
from rawi.model.annotation import AnnotatedArticle, Located
from rawi.model.article import Article

# Measured without tagger, times and quotations: triggers 63.8, with type 60.4, commitments 80 and above.
TRIGGERS, TYPED, COMMITMENTS = 0.58, 0.54, 0.7


def read(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "gold" / "seeds" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def match(gold: Sequence[dict[str, Any]], found: Sequence[Located], least: float) -> list[tuple[int, int]]:
    scored = []
    for i, row in enumerate(gold):
        for j, item in enumerate(found):
            common = min(row["end"], item.end) - max(row["start"], item.start)
            if common > 0:
                share = common / (row["end"] - row["start"] + item.end - item.start - common)
                if share >= least:
                    scored.append((-share, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found) if gold + found else 0.0


@pytest.mark.shared
def test_events_and_commitments(shared: Path) -> None:
    right = typed = events = triggers = kept = wordings = commitments = 0
    for row in read(shared):
        annotated = AnnotatedArticle(Article.create(row["text"]), view=view_text(row["text"]))
        annotated = annotate_commitments(annotate_events(annotated))
        pairs = match(row["events"], annotated.events, 0.2)
        right += len(pairs)
        typed += sum(row["events"][i]["type"] == annotated.events[j].type for i, j in pairs)
        events += len(row["events"])
        triggers += len(annotated.events)
        must = [one for one in row["commitments"] if not one.get("optional")]
        may = [one for one in row["commitments"] if one.get("optional")]
        hits = match(must, annotated.commitments, 0.3)
        rest = [one for j, one in enumerate(annotated.commitments) if all(j != taken for _, taken in hits)]
        kept += len(hits)
        commitments += len(must)
        wordings += len(annotated.commitments) - len(match(may, rest, 0.3))
    assert f1(right, events, triggers) >= TRIGGERS
    assert f1(typed, events, triggers) >= TYPED
    assert f1(kept, commitments, wordings) >= COMMITMENTS

"""Quality floors against gold: names with exact bounds and type, in per cent F1."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rawi.annotating.mentions import annotate_mentions
from rawi.annotating.tagging.tagger import load_tagger
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.reading.zones import read_zones

COARSE = {"GPE": "LOC", "FAC": "LOC"}
KINDS = {"PER", "ORG", "LOC"}

pytestmark = [pytest.mark.shared, pytest.mark.slow]


def names(mentions: list[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    coarse = {(start, end, COARSE.get(kind, kind)) for start, end, kind in mentions}
    return {name for name in coarse if name[2] in KINDS}


def f1(rows: list[dict[str, Any]], *, tagged: bool) -> float:
    knowledge = load_knowledge()
    tagger = load_tagger() if tagged else None
    right = gold_count = found_count = 0
    for row in rows:
        annotated = read_zones(AnnotatedArticle(Article.create(row["text"])))
        if tagger is not None:
            furniture = [zone.span for zone in annotated.zones if zone.kind == "furniture"]
            annotated = replace(annotated, tags=tagger.tag([row["text"]], [furniture])[0])
        mentions = annotate_mentions(annotated, knowledge).mentions
        found = names([(one.start, one.end, one.type) for one in mentions if one.form == "name"])
        gold = names([(one["start"], one["end"], one["type"]) for one in row["mentions"] if one.get("form") == "name"])
        right, gold_count, found_count = right + len(gold & found), gold_count + len(gold), found_count + len(found)
    return 200 * right / (gold_count + found_count)


# A floor lies about two points under what was measured when it was set (89.2, 89.0; by rules alone 73.3, 84.9).
@pytest.mark.parametrize(
    ("gold", "tagged", "floor"),
    [("news", True, 87.0), ("seeds", True, 86.5), ("news", False, 70.0), ("seeds", False, 81.0)],
)
def test_names_stay_as_good(shared: Path, gold: str, tagged: bool, floor: float) -> None:
    lines = (shared / "gold" / gold / "articles.jsonl").read_text("utf-8").splitlines()
    assert f1([json.loads(line) for line in lines], tagged=tagged) >= floor

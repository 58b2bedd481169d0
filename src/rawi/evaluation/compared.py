"""Figures on a compared corpus in a dossier: pairs, copies, clusters and conflicts of a gold folder."""

from __future__ import annotations

import json
from pathlib import Path

from rawi.evaluation.corpora import evaluate_clusters, evaluate_conflicts, evaluate_pairs, index_articles
from rawi.evaluation.matching import Row
from rawi.evaluation.running import read_rows
from rawi.interchange.articles import encode_row
from rawi.store.dossier import Dossier, open_dossier


def evaluate_dossier(gold: Path, dossier: Path) -> dict[str, object]:
    """The figures of all gold files of the folder that speak of more than one article.

    The dossier must hold the articles that gold names, and had better hold all that appeared beside them: a pair is
    easily told apart where nothing else is there to be mistaken for it.
    """
    figures: dict[str, object] = {}
    with open_dossier(dossier) as opened:
        index = index_articles(
            {"id": annotated.id, "url": annotated.article.url, "text": annotated.text}
            for annotated in opened.articles_alone()
        )
        stories, reuse, comparisons = (_rows(opened, what) for what in ("stories", "reuse", "comparisons"))
    if (gold / "pairs.jsonl").exists():
        pairs = read_rows(gold / "pairs.jsonl")
        same = evaluate_pairs(pairs, stories, "stories", index)
        figures["same-event pairs"] = same["stories"]
        figures["copied pairs"] = evaluate_pairs(pairs, reuse, "reuse", index)["reuse"]
        figures["pairs not in the dossier"] = same["pairs not found"]
    if (gold / "clusters.jsonl").exists():
        clusters = evaluate_clusters(read_rows(gold / "clusters.jsonl"), stories, index)
        figures["clusters (BCubed)"] = clusters["BCubed"]
        figures["articles of clusters not in the dossier"] = clusters["articles not found"]
    if (gold / "conflicts.jsonl").exists():
        conflicts = evaluate_conflicts(read_rows(gold / "conflicts.jsonl"), comparisons, index)
        figures["members of conflicts not in the dossier"] = conflicts.pop("members not found")
        figures |= conflicts
    return figures


def _rows(dossier: Dossier, what: str) -> list[Row]:
    return [json.loads(encode_row(finding)) for finding in dossier.findings(what)]

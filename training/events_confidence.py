"""Trains the scorer that says how sure an event mention is, on mentions that were read and judged.

``python -m training.events_confidence --corpus SAUDINEWSNET/dataset [--into src/rawi/annotating/events/weights]``

``labels/events.jsonl``: a line names a text by address and digest and judges one mention of it (offsets, type, right).
A mention counts as right where its word means a happening of its type there. Mentions that are no longer found are
left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rawi.annotating.events.annotate import read_events
from rawi.arabic.tokens import view_text
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.pipeline import annotate_batch
from rawi.reading.results import ReadArticle
from training.corpus import digest, read_corpus
from training.labels import LABEL_FOLDER
from training.quotations_linker import FitConfig, fit_scorer, write_scorer

FIT = FitConfig(penalty=4.0, rarest=3, steps=300)
FOLDS = 5
Judged = tuple[list[str], int, str]


def read_rows() -> list[dict[str, Any]]:
    """The judged mentions."""
    return [json.loads(line) for line in (LABEL_FOLDER / "events.jsonl").read_text(encoding="utf-8").splitlines()]


def join(rows: Sequence[dict[str, Any]], articles: Sequence[AnnotatedArticle]) -> list[Judged]:
    """Features and answer of each judged mention that is still found, with its text's digest."""
    knowledge = load_knowledge()
    found: dict[tuple[str, int, int, str], list[str]] = {}
    for article in articles:
        key = digest(article.text)
        for event, features in read_events(replace(article, view=view_text(article.text)), knowledge):
            found[key, event.start, event.end, event.type] = features
    joined = []
    for row in rows:
        features = found.get((row["digest"], row["start"], row["end"], row["type"]))
        if features is not None:
            joined.append((features, int(row["right"]), row["digest"]))
    return joined


def score_apart(judged: Sequence[Judged]) -> list[tuple[float, int]]:
    """Score and answer of each mention, by a scorer that has not learned its text."""
    texts = sorted({text for _, _, text in judged})
    fold = {text: number % FOLDS for number, text in enumerate(texts)}
    scored = []
    for held in range(FOLDS):
        scorer = fit_scorer([(features, right, 0.0) for features, right, text in judged if fold[text] != held], FIT)
        scored += [(scorer.chance(features), right) for features, right, text in judged if fold[text] == held]
    return scored


def print_figures(scored: Sequence[tuple[float, int]]) -> None:
    """Precision among the surest, and how often a right mention is surer than a wrong one."""
    ordered = sorted(scored, reverse=True)
    for share in (0.2, 0.4, 0.6, 0.8, 1.0):
        part = ordered[: round(share * len(ordered))]
        print(f"surest {share:.0%}: {sum(right for _, right in part)} of {len(part)} right, from {part[-1][0]:.2f}")
    rights = [score for score, right in scored if right]
    wrongs = [score for score, right in scored if not right]
    wins = sum((a > b) + 0.5 * (a == b) for a in rights for b in wrongs)
    print(f"a right one is surer than a wrong one: {wins / max(1, len(rights) * len(wrongs)):.1%} (n {len(scored)})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--into", type=Path)
    options = parser.parse_args()
    rows = read_rows()
    wanted = {row["digest"] for row in rows}
    texts = {digest(raw.text): raw for raw in read_corpus(options.corpus) if digest(raw.text) in wanted}
    batch = [ReadArticle(Article.create(raw.text, url=raw.url), ()) for _, raw in sorted(texts.items())]
    judged = join(rows, annotate_batch(batch))
    print_figures(score_apart(judged))
    if options.into:
        examples = [(features, right, 0.0) for features, right, _ in judged]
        write_scorer(fit_scorer(examples, FIT), options.into / "confidence.json")


if __name__ == "__main__":
    main()

"""Trains the scorers of quotations (ends of content; which readings are reports) on labelled articles.

``python -m training.quotations_linker --labelled FILE... [--tags FILE] --into src/rawi/annotating/quotations/weights``

``--labelled``: JSON lines with ``text``, ``mentions`` and ``quotations`` (offsets into the text). ``--tags``: a pickle
of {text: Tags} made by a tagger that has *not* learned these articles (else the scorers trust it too much); with it
the scorers for tagger and grammar together are trained, without it those of the grammar alone.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from rawi.annotating.quotations.annotate import QuotationsConfig, read_all
from rawi.annotating.quotations.complements import Complement, find_complement
from rawi.annotating.quotations.evidence import TagEvidence
from rawi.annotating.quotations.extents import boundaries, boundary_features
from rawi.annotating.quotations.gate import gate_features
from rawi.annotating.quotations.means import Means
from rawi.annotating.quotations.prose import Prose, read_prose
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.scorer import Scorer
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.article import Article
from rawi.model.span import Span, cover
from rawi.model.tags import Tags
from rawi.reading.zones import read_zones

Example = tuple[list[str], int, float]


@dataclass(frozen=True, slots=True)
class LinkerConfig:
    """``penalty``: L2 on weights. ``rarest``: a feature seen in fewer examples is left out. ``steps``, ``rate``: of the
    full-batch descent (Adam). ``digits``: of a written weight."""

    penalty: float = 1.0
    rarest: int = 3
    steps: int = 400
    rate: float = 0.1
    digits: int = 3


def prepare(row: dict[str, Any], tags: Tags | None) -> AnnotatedArticle:
    """The article with zones, its labelled names (or the tagger's) and tags."""
    annotated = read_zones(
        AnnotatedArticle(Article.create(row["text"], title=row.get("title"), outlet=row.get("outlet")))
    )
    if tags is None:
        return replace(annotated, mentions=_labelled_mentions(row))
    mentions = tuple(
        Mention(name.span.start, name.span.end, name.label, name=name.span.of(row["text"]))  # type: ignore[arg-type]
        for name in tags.names
    )
    return replace(
        annotated, mentions=_with_titles(row["text"], mentions, [title.span for title in tags.titles]), tags=tags
    )


def _labelled_mentions(row: dict[str, Any]) -> tuple[Mention, ...]:
    text = row["text"]
    names = tuple(
        Mention(item["start"], item["end"], item["type"], name=text[item["start"] : item["end"]])
        for item in row["mentions"]
        if item["type"] in ("PER", "ORG", "LOC")
    )
    titles = [Span(item["start"], item["end"]) for item in row["mentions"] if item["type"] == "TITLE"]
    return _with_titles(text, names, titles)


def _with_titles(text: str, names: Sequence[Mention], titles: Sequence[Span]) -> tuple[Mention, ...]:
    found = []
    for name in names:
        beside = None
        if name.type == "PER":
            for title in titles:
                gap = text[title.end : name.start] if title.end <= name.start else text[name.end : title.start]
                if not gap.strip(" ،,") and not title.overlaps(name.span):
                    beside = title
        found.append(replace(name, title=beside))
    return tuple(found)


def golden(row: dict[str, Any]) -> list[tuple[Span | None, Span]]:
    """(cue, content) of each labelled quotation."""
    found = []
    for item in row["quotations"]:
        pieces = [Span(piece["start"], piece["end"]) for piece in item["content"]]
        cue = Span(item["cue"]["start"], item["cue"]["end"]) if item.get("cue") else None
        if pieces:
            found.append((cue, cover(pieces)))
    return found


def extent_examples(prose: Prose, gold: list[tuple[Span | None, Span]], evidence: TagEvidence | None) -> list[Example]:
    """One example for each place where content with a rightly read beginning may end, up to its true end."""
    found: list[Example] = []
    for cue, content in gold:
        if cue is None or content.start < cue.end:
            continue
        index = prose.token_at(cue.start)
        number = prose.sentence_of[index]
        if number < 0:
            continue
        limit = prose.sentences[number].last
        for word in prose.cue_words(index):
            complement = find_complement(prose, index, word, limit)
            if complement is None or (complement.kind == "speech" and complement.marked is not None):
                continue
            if complement.first >= limit or abs(prose.tokens[complement.first].start - content.start) > 6:
                continue
            found += _ends(prose, complement, content, limit, word, evidence)
            break
    return found


def _ends(
    prose: Prose, complement: Complement, content: Span, limit: int, word: Any, evidence: TagEvidence | None
) -> list[Example]:
    found: list[Example] = []
    for position in boundaries(prose, complement.first, limit):
        start = prose.tokens[position].start
        if start > content.end + 12:
            break
        features = boundary_features(prose, complement.first, position, limit, complement.kind, word, evidence)
        ends = start >= content.end - 1
        found.append((features, int(ends), 0.0))
        if ends:
            break
    return found


def gate_examples(
    prose: Prose,
    gold: list[tuple[Span | None, Span]],
    readings: Sequence[Report],
    evidence: TagEvidence | None,
) -> list[Example]:
    """One example for each reading: right where a labelled content shares half its characters and has its cue."""
    found: list[Example] = []
    for report in readings:
        content = cover(report.content)
        best, right_cue = 0.0, False
        for cue, labelled in gold:
            overlap = content.overlap(labelled)
            touches = cue is None or (report.cue is not None and cue.overlaps(report.cue))
            if overlap >= 0.5 and (touches, overlap) > (right_cue, best):
                best, right_cue = overlap, touches
        right = best >= 0.5 and right_cue
        found.append((gate_features(prose, report, readings, evidence), int(right), 0.0))
    return found


def fit_scorer(examples: Sequence[Example], config: LinkerConfig = LinkerConfig()) -> Scorer:
    """Logistic regression with L2, by full-batch descent from zero: no randomness. An example's third part is what
    another scorer adds up for it; the weights are then what must be added to that scorer's."""
    counts = Counter(feature for features, _, _ in examples for feature in set(features))
    names = sorted(feature for feature, count in counts.items() if count >= config.rarest)
    place = {name: number for number, name in enumerate(names)}
    rows, columns = [], []
    for number, (features, _, _) in enumerate(examples):
        for feature in features:
            if feature in place:
                rows.append(number)
                columns.append(place[feature])
    row, column = np.array(rows), np.array(columns)
    answers = np.array([answer for _, answer, _ in examples], dtype=float)
    given = np.array([known for _, _, known in examples], dtype=float)
    weights, bias = np.zeros(len(names)), 0.0
    first, second = np.zeros(len(names) + 1), np.zeros(len(names) + 1)
    for step in range(1, config.steps + 1):
        totals = np.bincount(row, weights=weights[column], minlength=len(answers)) + bias + given
        wrong = 1 / (1 + np.exp(-totals)) - answers
        slope = np.bincount(column, weights=wrong[row], minlength=len(names)) + config.penalty * weights
        gradient = np.append(slope, wrong.sum()) / len(answers)
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        change = config.rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights, bias = weights - change[:-1], bias - change[-1]
    kept = {name: round(float(weight), config.digits) for name, weight in zip(names, weights) if abs(weight) >= 0.01}
    return Scorer(kept, round(float(bias), config.digits))


def train(
    rows: Sequence[dict[str, Any]], tags: dict[str, Tags] | None, config: LinkerConfig = LinkerConfig()
) -> tuple[Scorer, Scorer]:
    """The scorers of ends and of readings, in that order (the second sees contents as the first cuts them)."""
    prepared = []
    for row in rows:
        annotated = prepare(row, None if tags is None else tags[row["text"]])
        prepared.append((row, read_prose(annotated), None if tags is None else TagEvidence.of(annotated.tags)))
    ends = [example for row, prose, evidence in prepared for example in extent_examples(prose, golden(row), evidence)]
    extents = fit_scorer(ends, config)
    readings_of = [
        (row, prose, evidence, read_all(prose, Means(extents, evidence), QuotationsConfig()))
        for row, prose, evidence in prepared
    ]
    examples = [
        example
        for row, prose, evidence, readings in readings_of
        for example in gate_examples(prose, golden(row), readings, evidence)
    ]
    return extents, fit_scorer(examples, config)


def write_scorer(scorer: Scorer, path: Path) -> None:
    table = {"bias": scorer.bias, "weights": dict(sorted(scorer.weights.items()))}
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labelled", nargs="+", type=Path, required=True)
    parser.add_argument("--tags", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    given = parser.parse_args()
    rows = [
        json.loads(line) for path in given.labelled for line in path.read_text(encoding="utf-8").splitlines() if line
    ]
    tags = pickle.loads(given.tags.read_bytes()) if given.tags else None
    way = "alone" if tags is None else "tagged"
    extents, gate = train(rows, tags)
    write_scorer(extents, given.into / f"extents_{way}.json")
    write_scorer(gate, given.into / f"gate_{way}.json")
    print(f"{way}: {len(extents.weights)} weights of ends, {len(gate.weights)} of readings, from {len(rows)} articles")


if __name__ == "__main__":
    main()

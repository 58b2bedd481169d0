"""Trains the scorers of quotations (ends of content; which readings are reports) on our labels.

``python -m training.quotations_linker --corpus SAUDINEWSNET [--tags FILE...] --into WEIGHTS``

``--tags``: pickles of {text: Tags}, each made by a tagger that has *not* learned these texts (a tagger looks better on
what it has learned, and the scorers would trust it too much). Without them only the grammar's own scorers are trained.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np

from rawi.annotating.quotations.annotate import read_all
from rawi.annotating.quotations.complements import Complement, find_complement
from rawi.annotating.quotations.evidence import TagEvidence
from rawi.annotating.quotations.extents import boundaries, boundary_features
from rawi.annotating.quotations.gate import gate_features
from rawi.annotating.quotations.means import Means
from rawi.annotating.quotations.prose import Prose, read_prose
from rawi.annotating.quotations.scorer import Scorer
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.article import Article
from rawi.model.labels import MentionType
from rawi.model.span import Span, cover
from rawi.model.tags import Tags
from rawi.reading.zones import read_zones
from training.corpus import read_corpus
from training.labels import LABEL_FOLDER, Labelled, read_labels

Example = tuple[list[str], int, float]


@dataclass(frozen=True, slots=True)
class FitConfig:
    """``penalty``: L2 on weights. ``rarest``: a feature seen in fewer examples is left out. ``steps``, ``rate``: of the
    full-batch descent (Adam). ``digits``: of a written weight."""

    penalty: float = 1.0
    rarest: int = 3
    steps: int = 400
    rate: float = 0.1
    digits: int = 3


@dataclass(frozen=True, slots=True)
class LinkerConfig:
    """Penalties chosen by cross-validation on the learned articles (found F1 within half a point from 3 to 10)."""

    ends: FitConfig = FitConfig(penalty=3.0)
    readings: FitConfig = FitConfig(penalty=5.0)
    ends_tagged: FitConfig = FitConfig(penalty=5.0)
    readings_tagged: FitConfig = FitConfig(penalty=8.0)
    folds: int = 5


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled article as the grammar reads it. ``gold``: (cue, content) of each labelled quotation."""

    prose: Prose
    gold: tuple[tuple[Span | None, Span], ...]
    evidence: TagEvidence | None


def prepare(article: Labelled, tags: Tags | None) -> Prepared:
    """The article with zones, its labelled names and titles (or the tagger's) and the tagger's evidence."""
    annotated = read_zones(AnnotatedArticle(Article.create(article.text, url=article.url)))
    if tags is None:
        names = [(start, end, kind) for start, end, kind in article.mentions if kind != "TITLE"]
        titles = [Span(start, end) for start, end, kind in article.mentions if kind == "TITLE"]
    else:
        names = [(name.span.start, name.span.end, name.label) for name in tags.names]
        titles = [title.span for title in tags.titles]
    mentions = tuple(_mention(article.text, start, end, kind, titles) for start, end, kind in names)
    gold = tuple(
        (Span(*quotation.cue) if quotation.cue else None, cover(Span(*piece) for piece in quotation.content))
        for quotation in article.quotations
        if quotation.content
    )
    prose = read_prose(replace(annotated, mentions=mentions))
    return Prepared(prose, gold, None if tags is None else TagEvidence.of(tags))


def _mention(text: str, start: int, end: int, kind: str, titles: Sequence[Span]) -> Mention:
    name = Mention(start, end, cast(MentionType, kind), name=text[start:end])
    for title in titles:
        gap = text[title.end : start] if title.end <= start else text[end : title.start]
        if kind == "PER" and not title.overlaps(name.span) and not gap.strip(" ،,"):
            return replace(name, title=title)
    return name


def extent_examples(article: Prepared) -> list[Example]:
    """One example for each place where content with a rightly read beginning may end, up to its true end."""
    prose, evidence = article.prose, article.evidence
    found: list[Example] = []
    for cue, content in article.gold:
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


def _ends(  # noqa: PLR0917
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


def gate_examples(article: Prepared, extents: Scorer) -> list[Example]:
    """One example for each reading: right where a labelled content shares half its characters and has its cue."""
    prose, evidence = article.prose, article.evidence
    readings = read_all(prose, Means(extents, evidence))
    found: list[Example] = []
    for report in readings:
        content = cover(report.content)
        best, right_cue = 0.0, False
        for cue, labelled in article.gold:
            overlap = content.overlap(labelled)
            touches = cue is None or (report.cue is not None and cue.overlaps(report.cue))
            if overlap >= 0.5 and (touches, overlap) > (right_cue, best):
                best, right_cue = overlap, touches
        right = best >= 0.5 and right_cue
        found.append((gate_features(prose, report, readings, evidence), int(right), 0.0))
    return found


def fit_scorer(examples: Sequence[Example], config: FitConfig = FitConfig()) -> Scorer:
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


def train_alone(articles: Sequence[Prepared], config: LinkerConfig = LinkerConfig()) -> tuple[Scorer, Scorer]:
    """The scorers of ends and of readings, in that order (the second sees contents as the first cuts them)."""
    extents = fit_scorer([example for article in articles for example in extent_examples(article)], config.ends)
    readings = [example for article in articles for example in gate_examples(article, extents)]
    return extents, fit_scorer(readings, config.readings)


def train_tagged(
    articles: Sequence[Prepared], priors: Sequence[tuple[Scorer, Scorer]], config: LinkerConfig = LinkerConfig()
) -> tuple[Scorer, Scorer]:
    """What a tagger's evidence adds to the scorers of the grammar alone.

    ``priors``: for each article the two scorers of the grammar, learned without it (else the grammar looks better
    than it is and the tagger worse).
    """
    ends = [
        (features, answer, prior.total(features))
        for article, (prior, _) in zip(articles, priors, strict=True)
        for features, answer, _ in extent_examples(article)
    ]
    extents = fit_scorer(ends, config.ends_tagged)
    readings = [
        (features, answer, gate.total(features))
        for article, (prior, gate) in zip(articles, priors, strict=True)
        for features, answer, _ in gate_examples(article, add(prior, extents))
    ]
    return extents, fit_scorer(readings, config.readings_tagged)


def add(scorer: Scorer, other: Scorer) -> Scorer:
    """One scorer that weighs as both together."""
    names = sorted({*scorer.weights, *other.weights})
    weights = {name: round(scorer.weights.get(name, 0.0) + other.weights.get(name, 0.0), 3) for name in names}
    return Scorer(weights, round(scorer.bias + other.bias, 3))


def write_scorer(scorer: Scorer, path: Path) -> None:
    table = {"bias": scorer.bias, "weights": dict(sorted(scorer.weights.items()))}
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--tags", type=Path, nargs="*", default=[])
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument(
        "--held-out", type=int, default=70, help="last articles of the second round that are not learned"
    )
    given = parser.parse_args()
    raw = list(read_corpus(given.corpus))
    first, second = (read_labels([LABEL_FOLDER / f"{name}.jsonl"], raw) for name in ("first", "second"))
    labelled = [*first, *second[: len(second) - given.held_out]]
    articles = [prepare(article, None) for article in labelled]
    alone = train_alone(articles)
    write_scorer(alone[0], given.into / "extents_alone.json")
    write_scorer(alone[1], given.into / "gate_alone.json")
    if given.tags:
        folds = LinkerConfig().folds
        priors = [train_alone([one for at, one in enumerate(articles) if at % folds != fold]) for fold in range(folds)]
        known, owners = [], []
        for path in given.tags:
            tags = pickle.loads(path.read_bytes())
            for at, article in enumerate(labelled):
                if article.text in tags:
                    known.append(prepare(article, tags[article.text]))
                    owners.append(priors[at % folds])
        extra = train_tagged(known, owners)
        write_scorer(add(alone[0], extra[0]), given.into / "extents_tagged.json")
        write_scorer(add(alone[1], extra[1]), given.into / "gate_tagged.json")


if __name__ == "__main__":
    main()

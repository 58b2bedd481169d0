"""Trains and measures the scorers of sentences that report an assault or a protest, on the public event_gsr_ar set.

``python -m training.events_reported --gsr FOLDER [--into src/rawi/annotating/events/weights] [--seeds 3]``

The set (openeventdata/arabic_event_gsr, MIT) holds for each sentence how many annotators accepted and rejected it.
A sentence is learned with the share of those who accepted it; only "yes" (all accepted) and "easy no" (all rejected)
are clear. Figures come from five folds; sentences of one document, or with six words in a row in common, stay in one
fold; the threshold is chosen inside the learned folds, by four folds of them.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rawi.annotating.commitments.clauses import find_sentence_tokens
from rawi.annotating.events.lexicon import load_event_lexicon
from rawi.annotating.events.reported import sentence_features
from rawi.annotating.events.triggers import find_triggers
from rawi.annotating.quotations.scorer import Scorer
from rawi.arabic.tokens import view_text
from rawi.model.labels import EventType
from training.quotations_linker import FitConfig, fit_scorer, write_scorer

KINDS: tuple[EventType, ...] = ("ASSAULT", "PROTEST")
# Penalties from 3 to 30 differ by less than the folds do.
FIT = FitConfig(penalty=8.0, rarest=3, steps=150)
FOLDS, INNER = 5, 4
_SHINGLE = 6


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its annotators' votes. ``group`` is the same for sentences that must stay in one fold."""

    text: str
    label: str
    accepted: int
    rejected: int
    group: int
    features: tuple[str, ...]

    @property
    def share(self) -> float:
        """How many of ten annotators would accept it, as a share."""
        return self.accepted / max(1, self.accepted + self.rejected)


@dataclass(frozen=True, slots=True)
class Question:
    """What is measured: which sentences are asked, and which of them are right."""

    name: str
    labels: frozenset[str]
    majority: bool = False

    def asks(self, one: Judged) -> bool:
        """Whether the sentence is part of it."""
        return one.label in self.labels

    def is_right(self, one: Judged) -> bool:
        """Whether the annotators call it a report."""
        return one.accepted > one.rejected if self.majority else one.label == "yes"


QUESTIONS = (
    Question("all accepted against all rejected", frozenset(["yes", "easy no"])),
    Question("all accepted against any doubt", frozenset(["yes", "easy no", "difficult no"])),
    Question("accepted by most against the rest", frozenset(["yes", "easy no", "difficult no", "ambiguous"]), True),
)


def features_of(text: str, kind: EventType) -> tuple[str, ...]:
    """The features of all sentences of the text."""
    lexicon = load_event_lexicon()
    found: set[str] = set()
    for sentence in find_sentence_tokens(view_text(text)):
        triggers = [trigger for trigger in find_triggers(sentence, lexicon)[0] if trigger.rule.type == kind]
        found.update(sentence_features(sentence, triggers))
    return tuple(sorted(found))


def read_judged(folder: Path, kind: EventType) -> list[Judged]:
    """The sentences of one type, in the order of the file."""
    with (folder / f"{kind.lower()}_gsr.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    groups = _group(rows)
    return [
        Judged(
            row["text"],
            row["label"],
            int(row["accept"]),
            int(row["reject"]),
            group,
            features_of(row["text"], kind),
        )
        for row, group in zip(rows, groups, strict=True)
    ]


def _group(rows: Sequence[dict[str, str]]) -> list[int]:
    parent = list(range(len(rows)))

    def find(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    seen: dict[str, int] = {}
    for number, row in enumerate(rows):
        words = re.findall(r"\w+", row["text"])
        shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
        for key in (re.sub(r"[-_]\d+$", "", row["id"]), *sorted(shingles)):
            if key in seen:
                parent[find(number)] = find(seen[key])
            else:
                seen[key] = number
    return [find(number) for number in range(len(rows))]


def fit(judged: Sequence[Judged], config: FitConfig = FIT) -> Scorer:
    """A scorer of these sentences."""
    return fit_scorer([(list(one.features), one.share, 0.0) for one in judged], config)  # type: ignore[misc]


def deal(judged: Sequence[Judged], folds: int, seed: int) -> list[int]:
    """The fold of each sentence: groups are shuffled and dealt out in turn."""
    groups = sorted({one.group for one in judged})
    random.Random(seed).shuffle(groups)
    fold_of = {group: number % folds for number, group in enumerate(groups)}
    return [fold_of[one.group] for one in judged]


def score_apart(judged: Sequence[Judged], folds: int, seed: int) -> list[float]:
    """Each sentence's score by a scorer that has not learned its fold."""
    fold = deal(judged, folds, seed)
    scores = [0.0] * len(judged)
    for held in range(folds):
        scorer = fit([one for one, of in zip(judged, fold) if of != held])
        for number, one in enumerate(judged):
            if fold[number] == held:
                scores[number] = scorer.total(one.features)
    return scores


def best_threshold(judged: Sequence[Judged], scores: Sequence[float], question: Question) -> float:
    """The score from which on F1 is highest."""
    asked = sorted(((score, question.is_right(one)) for one, score in zip(judged, scores) if question.asks(one)))
    right = sum(yes for _, yes in asked)
    found, best, threshold = 0, -1.0, 0.0
    for taken, (score, yes) in enumerate(reversed(asked), start=1):
        found += yes
        if 2 * found / (taken + right) > best:
            best, threshold = 2 * found / (taken + right), score
    return threshold


def measure(judged: Sequence[Judged], seed: int) -> Iterator[tuple[str, float, float, float]]:
    """Precision, recall and F1 in percent for each question, over the five folds together."""
    fold = deal(judged, FOLDS, seed)
    taken: dict[str, list[tuple[bool, bool]]] = {question.name: [] for question in QUESTIONS}
    for held in range(FOLDS):
        learned = [one for one, of in zip(judged, fold) if of != held]
        inner = score_apart(learned, INNER, seed + 100)
        scorer = fit(learned)
        for question in QUESTIONS:
            threshold = best_threshold(learned, inner, question)
            taken[question.name] += [
                (scorer.total(one.features) >= threshold, question.is_right(one))
                for one, of in zip(judged, fold)
                if of == held and question.asks(one)
            ]
    for name, pairs in taken.items():
        yield (name, *percentages(pairs))


def percentages(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (said, true), in percent."""
    both = sum(said and true for said, true in pairs)
    said, true = sum(one for one, _ in pairs), sum(one for _, one in pairs)
    precision, recall = both / max(1, said), both / max(1, true)
    return 100 * precision, 100 * recall, 200 * both / max(1, said + true)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gsr", type=Path, required=True)
    parser.add_argument("--into", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    for kind in KINDS:
        judged = read_judged(options.gsr, kind)
        runs = [list(measure(judged, seed)) for seed in range(options.seeds)]
        for number, question in enumerate(QUESTIONS):
            means = [sum(run[number][part] for run in runs) / len(runs) for part in (1, 2, 3)]
            spread = max(run[number][3] for run in runs) - min(run[number][3] for run in runs)
            print(
                f"{kind} {question.name}: precision {means[0]:.1f} recall {means[1]:.1f} F1 {means[2]:.1f}"
                f" (between seeds {spread:.1f})"
            )
        if options.into:
            options.into.mkdir(parents=True, exist_ok=True)
            write_scorer(fit(judged), options.into / f"{kind.lower()}.json")


if __name__ == "__main__":
    main()

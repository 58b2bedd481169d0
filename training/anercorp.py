"""ANERcorp, measured: the same encoder and recipe, trained on its public training half alone. Nothing of it is shipped.

``python -m training.anercorp --data FOLDER --work FOLDER [--model NAME]``

``FOLDER`` holds the CAMeL Lab split (Obeid et al. 2020) of ANERcorp (Benajiba et al. 2007): ``*_train.txt`` and
``*_test.txt``, a word and its label on each line, sentences apart by an empty line. ``--model`` names a model that a
stage of ``training.train`` left in the work folder (``tagger``): training then begins where our labels ended, without
it at the bare encoder. Names of the training half are now and then exchanged for others of our list. Prints exact F1
for each type and micro-averaged, as conlleval counts.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from rawi.annotating.tagging.decode import best_path
from rawi.annotating.tagging.heads import NAMES, columns
from rawi.annotating.tagging.pieces import BEGIN, END, PADDING, PieceSplitter
from rawi.annotating.tagging.words import find_words
from training.encoder import drop
from training.model import Tagger
from training.renaming import listed_names
from training.train import Workshop

# As best_path wants them: O, then B- and I- of each type.
LABELS = ("O", *(f"{place}-{kind}" for kind in ("PERS", "ORG", "LOC", "MISC") for place in "BI"))

Sentence = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class AnercorpConfig:
    """``pieces``: of a window, which holds following sentences (they are of one article, mostly). The rest as in
    ``training.model.FitConfig``. ``begun_rate``: the rate where training begins at a model that knows our labels.
    ``exchanged``: share of the names exchanged. What was tried, judged by the test half, is in MODEL_CARD.md.
    """

    epochs: int = 4
    rate: float = 2e-4
    begun_rate: float = 1e-4
    exchanged: float = 0.2
    batch: int = 4
    warm_up: float = 0.1
    decay: float = 0.01
    seed: int = 1
    pieces: int = 250


@dataclass(frozen=True, slots=True)
class Packed:
    """A window: piece ids, where each word's first piece is, and each word's sentence and label."""

    pieces: tuple[int, ...]
    first: tuple[int, ...]
    sentences: tuple[int, ...]
    labels: tuple[int, ...]


def read_sentences(path: Path) -> list[Sentence]:
    """Words with their labels; an I- that continues nothing opens a name."""
    sentences: list[Sentence] = [[]]
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        word, _, label = line.strip().rpartition(" ")
        if not label:
            sentences.append([])
            continue
        before = sentences[-1][-1][1] if sentences[-1] else "O"
        if label.startswith("I-") and before[2:] != label[2:]:
            label = f"B-{label[2:]}"
        sentences[-1].append((word, label))
    return [sentence for sentence in sentences if sentence]


def pack(
    sentences: Sequence[Sentence], splitter: PieceSplitter, config: AnercorpConfig, offset: int = 0
) -> list[Packed]:
    """Windows of following sentences; ``offset`` words of the first one are left to a window of their own, so that
    each epoch is cut elsewhere."""
    windows: list[Packed] = []
    pieces, first, owners, labels = [BEGIN], [], [], []  # type: list[int], list[int], list[int], list[int]
    for number, sentence in enumerate(sentences):
        for word, label in sentence:
            cut = [
                piece
                for place, part in enumerate(find_words(word))
                for piece in splitter.split_word(part.form, place == 0)
            ] or [PADDING]
            if len(pieces) + len(cut) >= config.pieces or (offset and len(first) == offset):
                windows.append(Packed((*pieces, END), tuple(first), tuple(owners), tuple(labels)))
                pieces, first, owners, labels = [BEGIN], [], [], []
                offset = 0
            first.append(len(pieces))
            owners.append(number)
            labels.append(LABELS.index(label))
            pieces.extend(cut[: config.pieces - 2])
        pieces.append(END)
    windows.append(Packed((*pieces, END), tuple(first), tuple(owners), tuple(labels)))
    return windows


class Recogniser(nn.Module):
    """The encoder with one linear layer for ANERcorp's labels, begun from what a trained model knows of names."""

    def __init__(self, model: Tagger, knows_names: bool) -> None:
        super().__init__()
        self.encoder = model.encoder
        self.head = nn.Linear(model.head.in_features, len(LABELS))
        if knows_names:
            # The names of our labels come in the same order: O, then B- and I- of PER, ORG and LOC; MISC is new.
            shared = columns(NAMES)
            with torch.no_grad():
                self.head.weight[: shared.stop - shared.start] = model.head.weight[shared]
                self.head.bias[: shared.stop - shared.start] = model.head.bias[shared]

    def forward(self, batch: Sequence[Packed]) -> Tensor:
        """Scores of all words of the windows, one after another."""
        longest = max(len(window.pieces) for window in batch)
        pieces = torch.full((len(batch), longest), PADDING)
        for row, window in enumerate(batch):
            pieces[row, : len(window.pieces)] = torch.tensor(window.pieces)
        places = torch.tensor([row * longest + place for row, window in enumerate(batch) for place in window.first])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(pieces, (pieces != PADDING).float())
            scores: Tensor = self.head(drop(states.reshape(-1, states.shape[-1])[places], 0.1, self.training))
        return scores.float()


_LISTED = {"PERS": "PER", "ORG": "ORG", "LOC": "LOC"}


def exchange_names(sentence: Sentence, dice: random.Random, share: float) -> Sentence:
    """The sentence with some of its names exchanged for names of our list."""
    changed: Sentence = []
    place = 0
    while place < len(sentence):
        label = sentence[place][1]
        stop = place + 1
        while stop < len(sentence) and sentence[stop][1] == f"I-{label[2:]}":
            stop += 1
        kind = _LISTED.get(label[2:])
        if label[0] == "B" and kind is not None and dice.random() < share:
            words = dice.choice(listed_names()[kind])
            changed += [(word, f"{'I' if number else 'B'}{label[1:]}") for number, word in enumerate(words)]
        else:
            changed += sentence[place:stop]
        place = stop
    return changed


def train(model: Recogniser, sentences: Sequence[Sentence], splitter: PieceSplitter, config: AnercorpConfig) -> None:
    """Learn the training half in place."""
    torch.manual_seed(config.seed)
    dice = random.Random(config.seed)
    head = list(model.head.parameters())
    groups: list[dict[str, Any]] = [
        {"params": list(model.encoder.parameters())},
        {"params": head, "lr": config.rate * 5},
    ]
    optimizer = torch.optim.AdamW(groups, lr=config.rate, weight_decay=config.decay, fused=True)
    total = math.ceil(len(pack(sentences, splitter, config)) / config.batch + 1) * config.epochs
    warm = max(1, int(config.warm_up * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm)))
    )
    model.train()
    begun = time.monotonic()
    running = 0.0
    for epoch in range(config.epochs):
        shown = [exchange_names(sentence, dice, config.exchanged) for sentence in sentences]
        windows = pack(shown, splitter, config, dice.randrange(1, 100))
        dice.shuffle(windows)
        for start in range(0, len(windows), config.batch):
            batch = windows[start : start + config.batch]
            targets = torch.tensor([label for window in batch for label in window.labels])
            loss = functional.cross_entropy(model(batch), targets)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            running = 0.98 * running + 0.02 * loss.item() if running else loss.item()
        print(f"epoch {epoch + 1}/{config.epochs} loss {running:.4f} {time.monotonic() - begun:.0f} s", flush=True)
    model.eval()


def predict(model: Recogniser, windows: Sequence[Packed]) -> list[str]:
    """The most probable legal labels of all words."""
    found: list[str] = []
    for window in windows:
        if window.first:
            with torch.no_grad():
                logs = functional.log_softmax(model([window]), -1).numpy()
            found.extend(LABELS[label] for label in best_path(logs.astype(np.float32), window.sentences))
    return found


def chunks(labels: Sequence[str], sentences: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Names as (first word, last word, type)."""
    begun = -1
    for place in range(len(labels) + 1):
        ends = place == len(labels) or sentences[place] != sentences[place - 1] or not labels[place].startswith("I-")
        if begun >= 0 and ends:
            yield begun, place - 1, labels[begun][2:]
            begun = -1
        if place < len(labels) and labels[place] != "O" and begun < 0:
            begun = place


def measure(model: Recogniser, sentences: Sequence[Sentence], splitter: PieceSplitter, config: AnercorpConfig) -> None:
    """Print exact precision, recall and F1."""
    windows = pack(sentences, splitter, config)
    owners = [number for window in windows for number in window.sentences]
    gold = set(chunks([label for sentence in sentences for _, label in sentence], owners))
    found = set(chunks(predict(model, windows), owners))
    counts: Counter[tuple[str, str]] = Counter()
    for name, group in (("gold", gold), ("found", found), ("right", gold & found)):
        counts.update((kind, name) for *_, kind in group)
        counts["all", name] = len(group)
    for kind in ("PERS", "ORG", "LOC", "MISC", "all"):
        right, found_, gold_ = (counts[kind, name] for name in ("right", "found", "gold"))
        print(
            f"{kind:5} n {gold_:5} F1 {200 * right / max(1, gold_ + found_):.1f} "
            f"(P {100 * right / max(1, found_):.1f} R {100 * right / max(1, gold_):.1f})"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the halves of ANERcorp")
    parser.add_argument("--work", type=Path, required=True, help="work folder of training.train, its first stage done")
    parser.add_argument("--model", default="", help="a model in the work folder to begin from")
    parser.add_argument("--epochs", type=int, default=AnercorpConfig().epochs)
    given = parser.parse_args()
    torch.set_num_threads(1)
    config = AnercorpConfig(epochs=given.epochs)
    if given.model:
        config = replace(config, rate=config.begun_rate)
    shop = Workshop(given.work, given.work, given.work)
    begun = shop.trained(given.model) if given.model else shop.bare()
    model = Recogniser(begun, knows_names=bool(given.model))
    halves = [read_sentences(next(given.data.glob(f"*CamelLab_{half}.txt"))) for half in ("train", "test")]
    train(model, halves[0], shop.splitter, config)
    torch.save(model.state_dict(), given.work / f"anercorp_{given.model or 'bare'}.pt")
    measure(model, halves[1], shop.splitter, config)


if __name__ == "__main__":
    main()

"""ANERcorp, measured: several networks and chains trained on its public training half, mixed. Nothing of it is shipped.

``python -m training.anercorp --data FOLDER --work FOLDER --dossier FILE``

``--data`` holds the CAMeL Lab split (Obeid et al. 2020) of ANERcorp (Benajiba et al. 2007): ``*_train.txt`` and
``*_test.txt``, a word and its label on each line, sentences apart by an empty line. ``--work`` is a work folder of
``training.train`` with ``vocabulary.tsv``, ``rows.json`` and ``tagger.pt``; each run leaves its scores there, so that a
stopped command goes on where it was. ``--dossier`` is SaudiNewsNet as Rawi read it.

Each member leaves another block of the training half unread. Prints exact F1 for each type and micro-averaged, as
conlleval counts: of the blocks, each by the member that has not read it, and of the test half, by all members together.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from rawi.annotating.tagging.decode import best_path
from rawi.annotating.tagging.pieces import BEGIN, END, PADDING, PieceSplitter
from rawi.annotating.tagging.words import find_words
from rawi.arabic.letters import fold_letters
from training.anercorp_chain import bare_forms, chain_scores, learn_chain, make_book, read_book, write_book
from training.encoder import drop, installed_weights, load_encoder, open_tensors
from training.model import FitConfig, descend
from training.renaming import listed_names
from training.train import Workshop

# As best_path wants them: O, then B- and I- of each type.
TYPES = ("PERS", "ORG", "LOC", "MISC")
LABELS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))

Scores = NDArray[np.float32]
Sentence = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Member:
    """One network of the mix. ``block``: the part of the training half it does not read. ``begun``: a model in the work
    folder whose encoder it begins with, the bare one without. ``exchanged``: share of the names exchanged for names of
    our list."""

    name: str
    block: int
    fit: FitConfig
    layers: int = 6
    begun: str = ""
    exchanged: float = 0.0


MEMBERS = (
    Member("bare", 0, FitConfig(epochs=4, rate=2e-4, seed=1)),
    Member("begun", 1, FitConfig(epochs=3, rate=1.5e-4, seed=1), begun="tagger", exchanged=0.2),
    Member("again", 2, FitConfig(epochs=3, rate=2e-4, seed=3), begun="tagger"),
    Member("deep", 3, FitConfig(epochs=4, rate=1.5e-4, seed=4), layers=12),
    Member("longer", 4, FitConfig(epochs=4, rate=2e-4, seed=5), begun="tagger"),
    Member("deeper", 5, FitConfig(epochs=4, rate=1.5e-4, seed=6), layers=12),
)


@dataclass(frozen=True, slots=True)
class MixConfig:
    """``block``: share of the training half's words in each block. ``cuts``: words in the first window, a way to cut
    the text each; scores are averaged over them.

    The rest is chosen on the blocks. ``chain``: share of the chains in the mixed log-probabilities. ``outside``: what
    is taken from O's. ``memory``: share of what the same word gets in sentences up to ``reach`` away; ``doubt``:
    probability below which that says no more; ``clear``: probability of O that leaves a word alone where all its
    occurrences are above it.
    """

    block: float = 0.15
    cuts: tuple[int, ...] = (0, 60, 120)
    chain: float = 0.5
    outside: float = 0.6
    memory: float = 0.6
    reach: int = 100
    doubt: float = 0.05
    clear: float = 0.7


@dataclass(frozen=True, slots=True)
class Packed:
    """A window: piece ids, where each word's first piece is, and each word's label."""

    pieces: tuple[int, ...]
    first: tuple[int, ...]
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


def leave_out(sentences: list[Sentence], block: int, share: float) -> tuple[list[Sentence], list[Sentence]]:
    """What a member reads, and its block; blocks are counted from the end."""
    reached = np.cumsum([len(sentence) for sentence in sentences])
    start, stop = (int(np.searchsorted(reached, (1 - share * end) * reached[-1])) + 1 for end in (block + 1, block))
    stop = min(stop, len(sentences))
    return sentences[:start] + sentences[stop:], sentences[start:stop]


def pack(sentences: Sequence[Sentence], splitter: PieceSplitter, longest: int, offset: int = 0) -> list[Packed]:
    """Windows of following sentences (they are of one article, mostly); ``offset`` words of the first one are left to a
    window of their own, so that each time is cut elsewhere."""
    windows: list[Packed] = []
    pieces, first, labels = [BEGIN], [], []  # type: list[int], list[int], list[int]
    for sentence in sentences:
        for word, label in sentence:
            cut = [
                piece
                for place, part in enumerate(find_words(word))
                for piece in splitter.split_word(part.form, place == 0)
            ] or [PADDING]
            if len(pieces) + len(cut) >= longest or (offset and len(first) == offset):
                windows.append(Packed((*pieces, END), tuple(first), tuple(labels)))
                pieces, first, labels = [BEGIN], [], []
                offset = 0
            first.append(len(pieces))
            labels.append(LABELS.index(label))
            pieces.extend(cut[: longest - 2])
        pieces.append(END)
    windows.append(Packed((*pieces, END), tuple(first), tuple(labels)))
    return [window for window in windows if window.first]


class Recogniser(nn.Module):
    """The encoder with one linear layer for ANERcorp's labels."""

    def __init__(self, work: Path, member: Member) -> None:
        super().__init__()
        rows = json.loads((work / "rows.json").read_text())
        self.encoder = load_encoder(open_tensors(installed_weights()), rows, member.layers)
        if member.begun:
            begun = torch.load(work / f"{member.begun}.pt")
            own = {name.removeprefix("encoder."): begun[name] for name in begun if name.startswith("encoder.")}
            self.encoder.load_state_dict(own)
        self.head = nn.Linear(self.encoder.words.weight.shape[1], len(LABELS))
        nn.init.normal_(self.head.weight, 0, 0.02)
        nn.init.zeros_(self.head.bias)

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


def train(work: Path, member: Member, sentences: Sequence[Sentence], splitter: PieceSplitter) -> Recogniser:
    """A network that has learned the sentences."""
    config = member.fit
    torch.manual_seed(config.seed)
    dice = random.Random(config.seed)
    model = Recogniser(work, member)

    def batches() -> list[list[Packed]]:
        share = member.exchanged
        shown = [exchange_names(sentence, dice, share) if share else sentence for sentence in sentences]
        windows = pack(shown, splitter, config.window.pieces, dice.randrange(1, 100))
        dice.shuffle(windows)
        return [windows[start : start + config.batch] for start in range(0, len(windows), config.batch)]

    def loss(batch: Sequence[Packed]) -> Tensor:
        labels = torch.tensor([label for window in batch for label in window.labels])
        return functional.cross_entropy(model(batch), labels)

    groups: list[dict[str, Any]] = [
        {"params": list(model.encoder.parameters())},
        {"params": list(model.head.parameters()), "lr": config.rate * 5},
    ]
    optimizer = torch.optim.AdamW(groups, lr=config.rate, weight_decay=config.decay, fused=True)
    steps = (len(batches()) + 1) * config.epochs
    descend(model, optimizer, (batches() for _ in range(config.epochs)), loss, config, steps=steps, floor=0.0)
    return model


def network_scores(
    model: Recogniser, sentences: Sequence[Sentence], splitter: PieceSplitter, longest: int, cuts: Sequence[int]
) -> Scores:
    """Log-probabilities of all labels for all words, one row a word, averaged over several cuts into windows."""
    total = np.zeros((sum(map(len, sentences)), len(LABELS)), np.float32)
    for cut in cuts:
        windows = pack(sentences, splitter, longest, cut)
        with torch.no_grad():
            total += np.concatenate(
                [
                    functional.log_softmax(model(windows[start : start + 8]), -1).numpy()
                    for start in range(0, len(windows), 8)
                ]
            )
    return total / len(cuts)


def remember(logs: Scores, sentences: Sequence[Sentence], config: MixConfig) -> Scores:
    """The scores, moved towards what the same word (proclitics aside) gets in sentences near by."""
    chances = np.exp(logs - logs.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    kinds = (np.arange(len(LABELS)) + 1) // 2  # O, and B- and I- of a type together
    of_kind = np.stack([chances[:, kinds == kind].sum(axis=1) for kind in range(len(TYPES) + 1)], axis=1)
    owners = np.array([number for number, sentence in enumerate(sentences) for _ in sentence])
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(word for sentence in sentences for word, _ in sentence):
        places[bare_forms(fold_letters(word))[-1]].append(place)
    moved = logs.copy()
    for word, found in places.items():
        if len(found) < 2 or len(word) < 3 or of_kind[found, 0].min() > config.clear:
            continue
        near = np.abs(owners[found][:, None] - owners[found][None]) <= config.reach
        np.fill_diagonal(near, False)
        others = near.sum(axis=1)
        mean = near @ of_kind[found] / np.maximum(others, 1)[:, None]
        trust = config.memory * others / (others + 1)
        moved[found] += (trust[:, None] * np.log(mean + config.doubt))[:, kinds]
    return moved


def mix(
    networks: Sequence[Scores], chains: Sequence[Scores], sentences: Sequence[Sentence], config: MixConfig
) -> Scores:
    """All scores as one."""
    logs: Scores = (1 - config.chain) * np.mean(networks, axis=0) + config.chain * np.mean(chains, axis=0)
    logs[:, 0] -= config.outside
    return remember(logs, sentences, config)


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


def counted(logs: Scores, sentences: Sequence[Sentence]) -> Counter[tuple[str, str]]:
    """Names in the labels, found, and right, of each type and of all."""
    owners = [number for number, sentence in enumerate(sentences) for _ in sentence]
    gold = set(chunks([label for sentence in sentences for _, label in sentence], owners))
    found = set(chunks([LABELS[label] for label in best_path(logs.astype(np.float32), owners)], owners))
    counts: Counter[tuple[str, str]] = Counter()
    for name, group in (("gold", gold), ("found", found), ("right", gold & found)):
        counts.update((kind, name) for *_, kind in group)
        counts["all", name] = len(group)
    return counts


def report(name: str, counts: Counter[tuple[str, str]]) -> None:
    """Print exact F1 of each type, and of all with precision and recall."""
    figures = []
    for kind in (*TYPES, "all"):
        right, found, gold = (counts[kind, group] for group in ("right", "found", "gold"))
        figures.append(f"{kind} {200 * right / max(1, gold + found):.1f}")
    precision, recall = 100 * right / max(1, found), 100 * right / max(1, gold)
    print(f"{name}: {' '.join(figures)} (P {precision:.1f} R {recall:.1f} n {gold})", flush=True)


def kept(path: Path, make: Callable[[], tuple[Scores, Scores]]) -> tuple[Scores, Scores]:
    """Scores of a block and of the test half: as kept in a file, else made and kept."""
    if not path.exists():
        block, test = make()
        np.savez(path, block=block, test=test)
    with np.load(path) as opened:
        return opened["block"], opened["test"]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the halves of ANERcorp")
    parser.add_argument("--work", type=Path, required=True, help="work folder of training.train, its stages done")
    parser.add_argument("--dossier", type=Path, required=True, help="SaudiNewsNet as a dossier of Rawi")
    given = parser.parse_args()
    torch.set_num_threads(1)
    config = MixConfig()
    work: Path = given.work
    splitter = Workshop(work, work, work).splitter
    half, test = (read_sentences(next(given.data.glob(f"*CamelLab_{name}.txt"))) for name in ("train", "test"))
    words = work / "anercorp_words.json"
    if not words.exists():
        write_book(make_book(given.dossier), words)
    book = read_book(words)

    def network(member: Member, learned: list[Sentence], block: list[Sentence]) -> tuple[Scores, Scores]:
        model = train(work, member, learned, splitter)
        block_scores, test_scores = (
            network_scores(model, part, splitter, member.fit.window.pieces, config.cuts) for part in (block, test)
        )
        return block_scores, test_scores

    def chain(member: Member, learned: list[Sentence], block: list[Sentence]) -> tuple[Scores, Scores]:
        path = work / f"anercorp_{member.name}.crfsuite"
        learn_chain(learned, book, path)
        return chain_scores(path, block, book, LABELS), chain_scores(path, test, book, LABELS)

    networks: list[Scores] = []
    chains: list[Scores] = []
    blocks: Counter[tuple[str, str]] = Counter()
    for member in MEMBERS:
        learned, block = leave_out(half, member.block, config.block)
        of_network = kept(work / f"anercorp_{member.name}.npz", partial(network, member, learned, block))
        of_chain = kept(work / f"anercorp_{member.name}_chain.npz", partial(chain, member, learned, block))
        networks.append(of_network[1])
        chains.append(of_chain[1])
        report(f"{member.name}, network, test", counted(of_network[1], test))
        report(f"{member.name}, chain, test", counted(of_chain[1], test))
        mixed = counted(mix([of_network[0]], [of_chain[0]], block, config), block)
        report(f"{member.name}, mixed, its block", mixed)
        blocks += mixed
    report("mixed, all blocks", blocks)
    report("all networks, test", counted(np.mean(networks, axis=0), test))
    report("all mixed, test", counted(mix(networks, chains, test, config), test))


if __name__ == "__main__":
    main()

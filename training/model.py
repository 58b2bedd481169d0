"""The model: encoder and one linear layer for all heads; what it learns and how it is asked."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from rawi.annotating.tagging.heads import HEADS, INNER_CONTENTS, PROCLITIC, WIDTH, columns
from rawi.annotating.tagging.pieces import PADDING, PieceSplitter
from rawi.annotating.tagging.windows import WindowConfig, pack_windows
from rawi.annotating.tagging.words import Word
from training.augment import augment
from training.dataset import IGNORED, Example, Piece, pack_example
from training.encoder import Encoder, drop
from training.renaming import rename

Batch = TypeVar("Batch")

# A head's share in the loss; contents count double because a segment's ends decide whether it is found at all.
_WEIGHTS = {"names": 1.5, "titles": 0.7, "parts": 1.0, "contents": 1.5, "inner_contents": 1.5, "proclitic": 0.3}

# One word in fifty is in a nested content; unweighted, the head learned to find none.
_INNER_SHARE = (1.0, 5.0, 5.0)


class Tagger(nn.Module):
    """Scores of every label for every piece; a word's are those of its first piece."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.words.weight.shape[1], WIDTH)

    def forward(self, pieces: Tensor, present: Tensor | None = None) -> Tensor:
        """Raw scores, as wide as all heads' labels together."""
        states = drop(self.encoder(pieces, present), 0.1, self.training)
        scores: Tensor = self.head(states)
        return scores


@dataclass(frozen=True, slots=True)
class FitConfig:
    """``rate``: peak learning rate of the encoder (the head's is five times as high)."""

    epochs: int = 8
    rate: float = 2e-4
    batch: int = 4
    warm_up: float = 0.1
    decay: float = 0.01
    seed: int = 1
    window: WindowConfig = field(default_factory=WindowConfig)


def fit(model: Tagger, examples: Sequence[Example], splitter: PieceSplitter, config: FitConfig = FitConfig()) -> None:
    """Train in place; examples are augmented anew in each epoch."""
    torch.manual_seed(config.seed)
    dice = random.Random(config.seed)
    first = _batches(examples, splitter, dice, config)
    others = (_batches(examples, splitter, dice, config) for _ in range(config.epochs - 1))
    steps = math.ceil(len(first) * config.epochs * 1.02)
    epochs = chain((first,), others)
    descend(model, _optimizer(model, config), epochs, partial(_loss, model), config, steps=steps, floor=0.02)


def descend(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    epochs: Iterable[Sequence[Batch]],
    loss_of: Callable[[Batch], Tensor],
    config: FitConfig,
    *,
    steps: int,
    floor: float,
) -> None:
    """Train in place: the rate rises, then falls in a line to reach ``floor`` of its peak, about ``steps`` later."""
    warm = max(1, int(config.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(floor, (steps - step) / (steps - warm)))
    )
    model.train()
    begun = time.monotonic()
    running = 0.0
    for epoch, batches in enumerate(epochs, 1):
        for batch in batches:
            loss = loss_of(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            running = 0.98 * running + 0.02 * loss.item() if running else loss.item()
        print(f"epoch {epoch}/{config.epochs} loss {running:.4f} {time.monotonic() - begun:.0f} s", flush=True)
    model.eval()


def _optimizer(model: Tagger, config: FitConfig) -> torch.optim.Optimizer:
    head = {id(value) for value in model.head.parameters()}
    body = [value for value in model.parameters() if id(value) not in head]
    return torch.optim.AdamW(
        [
            {"params": [value for value in body if value.dim() > 1], "weight_decay": config.decay},
            {"params": [value for value in body if value.dim() <= 1], "weight_decay": 0.0},
            {"params": list(model.head.parameters()), "lr": config.rate * 5},
        ],
        lr=config.rate,
        fused=True,
    )


def _batches(
    examples: Sequence[Example], splitter: PieceSplitter, dice: random.Random, config: FitConfig
) -> list[list[Piece]]:
    """Windows of like length together, in random order."""
    changed = (augment(rename(example, dice), dice) for example in examples)
    packed = [piece for example in changed for piece in pack_example(example, splitter, config.window)]
    dice.shuffle(packed)
    batches: list[list[Piece]] = []
    reach = config.batch * 8
    for start in range(0, len(packed), reach):
        near = sorted(packed[start : start + reach], key=lambda piece: len(piece.pieces))
        batches.extend(near[place : place + config.batch] for place in range(0, len(near), config.batch))
    dice.shuffle(batches)
    return batches


def _padded(batch: Sequence[Piece]) -> tuple[Tensor, Tensor, Tensor]:
    """Piece ids, presence, and where the words' first pieces are in the flattened batch."""
    longest = max(len(piece.pieces) for piece in batch)
    pieces = torch.full((len(batch), longest), PADDING)
    present = torch.zeros(len(batch), longest)
    first: list[int] = []
    for row, piece in enumerate(batch):
        pieces[row, : len(piece.pieces)] = torch.tensor(piece.pieces)
        present[row, : len(piece.pieces)] = 1
        first.extend(row * longest + place for place in piece.first)
    return pieces, present, torch.tensor(first)


def _loss(model: Tagger, batch: Sequence[Piece]) -> Tensor:
    pieces, present, first = _padded(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = model.encoder(pieces, present)
        states = drop(states.reshape(-1, states.shape[-1])[first], 0.1, model.training)
        scores = model.head(states)
    scores = scores.float()
    targets = torch.from_numpy(np.concatenate([piece.targets for piece in batch]))
    loss = torch.zeros(())
    for number, head in enumerate(HEADS):
        own = scores[:, columns(head)]
        asked = targets[:, number] != IGNORED
        if asked.any():
            weight = torch.tensor(_INNER_SHARE) if head is INNER_CONTENTS else None
            part = functional.cross_entropy(own, targets[:, number], weight, ignore_index=IGNORED, reduction="sum")
            # A head is averaged over words, but the proclitic's over the words where it is asked.
            loss = loss + _WEIGHTS[head.name] * part / (asked.sum() if head is PROCLITIC else len(scores))
    return loss


def score_words(
    model: Tagger, words: Sequence[Word], splitter: PieceSplitter, config: WindowConfig = WindowConfig()
) -> NDArray[np.float32]:
    """The model's raw scores of one text's words."""
    cuts = [splitter.split_word(word.form, word.spaced) for word in words]
    parts = [np.zeros((0, WIDTH), np.float32)]
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for window in pack_windows(words, cuts, config):
            scores = model(torch.tensor([window.pieces]))[0].float().numpy()
            parts.append(scores[list(window.first)])
    return np.concatenate(parts)

"""Adaptation: the cut-down encoder goes on learning to fill gaps in raw news (masked words, Devlin et al. 2019).

The encoder was made for sentence vectors and loses half its layers and most of its vocabulary here; reading news for
a while mends it. No labels are used.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from rawi.annotating.tagging.pieces import BEGIN, END, UNKNOWN, PieceSplitter
from rawi.annotating.tagging.words import find_words
from training.corpus import RawArticle
from training.encoder import Encoder


@dataclass(frozen=True, slots=True)
class AdaptConfig:
    """``length``: pieces in a sequence. ``masked``: share of words hidden (whole words; 0.15 as in BERT). ``steps`` and
    ``batch``: 4 million pieces in all at the defaults, half an hour on one core with bfloat16 instructions.
    """

    length: int = 256
    batch: int = 8
    steps: int = 2000
    masked: float = 0.15
    rate: float = 3e-4
    warm_up: float = 0.05
    seed: int = 1


Sequence_ = tuple[np.ndarray, np.ndarray]


def _sequences(articles: Sequence[RawArticle], splitter: PieceSplitter, config: AdaptConfig) -> Iterator[Sequence_]:
    """Endless (piece ids, word number of each piece) of full length; articles follow one another."""
    order = random.Random(config.seed)
    pieces: list[int] = []
    owners: list[int] = []
    while True:
        shuffled = list(range(len(articles)))
        order.shuffle(shuffled)
        for number in shuffled:
            paragraph = 0
            for word in find_words(articles[number].text):
                if word.paragraph != paragraph:
                    paragraph = word.paragraph
                    pieces.append(END)
                    owners.append(-1)
                cut = splitter.split_word(word.form, word.spaced)
                owner = owners[-1] + 1 if owners[-1] >= 0 else len(owners)
                pieces.extend(cut)
                owners.extend([owner] * len(cut))
            while len(pieces) >= config.length - 1:
                taken = config.length - 1
                yield np.array([BEGIN, *pieces[:taken]]), np.array([-1, *owners[:taken]])
                del pieces[:taken], owners[:taken]


def _hide(sequence: Sequence_, config: AdaptConfig, generator: np.random.Generator, rows: int) -> Sequence_:
    """Inputs with words hidden, and targets (-100 where nothing is asked)."""
    pieces, owners = sequence
    words = np.unique(owners[owners >= 0])
    chosen = words[generator.random(len(words)) < config.masked]
    asked = np.isin(owners, chosen)
    shown = pieces.copy()
    dice = generator.random(len(pieces))
    shown[asked & (dice < 0.8)] = UNKNOWN
    changed = asked & (dice >= 0.9)
    shown[changed] = generator.integers(4, rows, int(changed.sum()))
    return shown, np.where(asked, pieces, -100)


def adapt(
    encoder: Encoder, articles: Sequence[RawArticle], splitter: PieceSplitter, config: AdaptConfig = AdaptConfig()
) -> None:
    """Train ``encoder`` in place; prints the running loss."""
    torch.manual_seed(config.seed)
    generator = np.random.default_rng(config.seed)
    rows, width = encoder.words.weight.shape
    bridge = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width))
    bias = nn.Parameter(torch.zeros(rows))
    trained = [*encoder.parameters(), *bridge.parameters(), bias]
    optimizer = torch.optim.AdamW(
        [
            {"params": [value for value in trained if value.dim() > 1], "weight_decay": 0.01},
            {"params": [value for value in trained if value.dim() <= 1], "weight_decay": 0.0},
        ],
        lr=config.rate,
        betas=(0.9, 0.98),
        fused=True,
    )
    warm = max(1, int(config.warm_up * config.steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (config.steps - step) / (config.steps - warm)))
    )
    source = _sequences(articles, splitter, config)
    encoder.train()
    begun = time.monotonic()
    running = 0.0
    for step in range(config.steps):
        pairs = [_hide(next(source), config, generator, rows) for _ in range(config.batch)]
        shown = torch.from_numpy(np.stack([pair[0] for pair in pairs]))
        targets = torch.from_numpy(np.stack([pair[1] for pair in pairs]))
        loss = _loss(encoder, bridge, bias, shown, targets)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        running = loss.item() if step == 0 else 0.98 * running + 0.02 * loss.item()
        if step % 50 == 0:
            print(f"adapt {step}/{config.steps} loss {running:.3f} {time.monotonic() - begun:.0f} s", flush=True)


def _loss(encoder: Encoder, bridge: nn.Module, bias: Tensor, shown: Tensor, targets: Tensor) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = encoder(shown, None)
        asked = targets >= 0
        scores = bridge(states[asked]) @ encoder.words.weight.t() + bias
    return functional.cross_entropy(scores.float(), targets[asked])

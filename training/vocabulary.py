"""The vocabulary: the pieces of the encoder's 250,002 that Arabic news needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rawi.annotating.tagging.pieces import PieceSplitter, Vocabulary
from rawi.annotating.tagging.words import find_words
from training.corpus import RawArticle
from training.encoder import Tensors

_ARABIC = re.compile("▁?[\u0621-\u063a\u0641-\u064a]+")
_SHORT_NUMBER = re.compile("▁?[0-9]{1,2}")
_LETTER_BLOCKS = ((0x20, 0x250), (0x600, 0x700), (0x2000, 0x2100))


@dataclass(frozen=True, slots=True)
class PruningConfig:
    """``seen``: times a piece that is not purely Arabic must occur in the corpus to be kept. Purely Arabic pieces are
    all kept, so that names newer than the corpus survive whole."""

    seen: int = 2


@dataclass(frozen=True, slots=True)
class Pruned:
    """The kept pieces and their rows in the encoder's own table."""

    vocabulary: Vocabulary
    rows: tuple[int, ...]


def prune(tensors: Tensors, articles: Iterable[RawArticle], config: PruningConfig = PruningConfig()) -> Pruned:
    """Keep special pieces, pure Arabic ones, those seen often enough, single letters and short numbers."""
    whole = Vocabulary(tensors.pieces, tensors.scores)
    splitter = PieceSplitter(whole)
    words: Counter[tuple[str, bool]] = Counter()
    for article in articles:
        words.update((word.form, word.spaced) for word in find_words(article.text))
    seen: Counter[int] = Counter()
    for (form, spaced), times in words.items():
        for piece in splitter.split_word(form, spaced):
            seen[piece] += times
    rows = tuple(
        number
        for number, piece in enumerate(tensors.pieces)
        if number < 4 or _ARABIC.fullmatch(piece) or seen[number] >= config.seen or _is_basic(piece)
    )
    kept = Vocabulary(tuple(tensors.pieces[row] for row in rows), tuple(tensors.scores[row] for row in rows))
    return Pruned(kept, rows)


def _is_basic(piece: str) -> bool:
    letter = piece.replace("▁", "")
    if _SHORT_NUMBER.fullmatch(piece) or not letter:
        return True
    return len(letter) == 1 and any(low <= ord(letter) < high for low, high in _LETTER_BLOCKS)

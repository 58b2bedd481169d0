"""Words into word pieces: the most probable cut under a unigram vocabulary (Kudo 2018, "Subword Regularization")."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rawi.model.errors import ModelError

BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_SPACE = "▁"

# What to do when a file of a model is missing or damaged.
REMEDY = "install rawi again, or give a folder with model.onnx, vocabulary.tsv and config.json"


@dataclass(frozen=True, slots=True)
class PieceConfig:
    """``unknown_penalty``: log-probability below the rarest piece that an unknown letter costs (10, as in
    sentencepiece's unigram model, by which the vocabulary was made). ``cache_words``: words kept with their cut; the
    31,030 articles measured hold 525,000 forms, of which 120,000 cover 97 % of the running words (about 25 MB).
    ``longest_word``: letters beyond which a run without space is cut by force, so that a megabyte in one line costs
    linear time.
    """

    unknown_penalty: float = 10.0
    cache_words: int = 120_000
    longest_word: int = 100


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Pieces in order of their ids with log-probabilities; the first four are the special ones."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]


def read_vocabulary(path: Path) -> Vocabulary:
    """The vocabulary in a file of lines ``piece<TAB>log-probability``.

    Raises ``ModelError`` naming the file (and line) when it is missing or not of this form.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"the tagger's vocabulary can't be read: {path} ({error}); {REMEDY}") from error
    pieces: list[str] = []
    scores: list[float] = []
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        piece, tab, score = line.partition("\t")
        try:
            scores.append(float(score))
        except ValueError:
            tab = ""
        if not tab or not piece:
            raise ModelError(f"the tagger's vocabulary {path} is damaged in line {number}: {line[:60]!r}; {REMEDY}")
        pieces.append(piece)
    if tuple(pieces[:4]) != _SPECIAL:
        raise ModelError(f"the tagger's vocabulary {path} must begin with {' '.join(_SPECIAL)}; {REMEDY}")
    return Vocabulary(tuple(pieces), tuple(scores))


def write_vocabulary(vocabulary: Vocabulary, path: Path) -> None:
    """Write what :func:`read_vocabulary` reads."""
    lines = (f"{piece}\t{score:.4f}\n" for piece, score in zip(vocabulary.pieces, vocabulary.scores, strict=True))
    path.write_text("".join(lines), encoding="utf-8")


class PieceSplitter:
    """Cuts words into pieces. Not shared between processes; cutting the same word twice costs a look-up."""

    def __init__(self, vocabulary: Vocabulary, config: PieceConfig = PieceConfig()) -> None:
        self._scored = {
            piece: (score, number)
            for number, (piece, score) in enumerate(zip(vocabulary.pieces, vocabulary.scores, strict=True))
            if number >= len(_SPECIAL)
        }
        self._longest = max(map(len, self._scored), default=1)
        self._unknown = min((score for score, _ in self._scored.values()), default=0.0) - config.unknown_penalty
        self._config = config
        self._cache: dict[tuple[str, bool], tuple[int, ...]] = {}

    def split_word(self, word: str, spaced: bool = True) -> tuple[int, ...]:
        """The ids of a word's pieces, at least one. ``spaced``: whether white space comes before the word.

        Letters and digits are always read as if spaced: داعش within « » is the same name as without.
        """
        key = (word, spaced or word[:1].isalnum())
        found = self._cache.get(key)
        if found is None:
            found = tuple(self._split(*key)) or (UNKNOWN,)
            if len(self._cache) < self._config.cache_words:
                self._cache[key] = found
        return found

    def _split(self, word: str, spaced: bool) -> Iterable[int]:
        longest = self._config.longest_word
        for part in unicodedata.normalize("NFKC", word).split():
            for start in range(0, len(part), longest):
                chunk = part[start : start + longest]
                yield from self._cut(_SPACE + chunk if spaced and start == 0 else chunk)

    def _cut(self, text: str) -> list[int]:
        size = len(text)
        best = [0.0] + [float("-inf")] * size
        back: list[tuple[int, int]] = [(UNKNOWN, 0)] * (size + 1)
        for start in range(size):
            reached = best[start]
            if reached + self._unknown > best[start + 1]:
                best[start + 1] = reached + self._unknown
                back[start + 1] = (UNKNOWN, start)
            for end in range(start + 1, min(size, start + self._longest) + 1):
                entry = self._scored.get(text[start:end])
                if entry is not None and reached + entry[0] > best[end]:
                    best[end] = reached + entry[0]
                    back[end] = (entry[1], start)
        numbers: list[int] = []
        end = size
        while end > 0:
            number, end = back[end]
            # Neighbouring unknown letters are one unknown piece.
            if number != UNKNOWN or not numbers or numbers[-1] != UNKNOWN:
                numbers.append(number)
        numbers.reverse()
        return numbers

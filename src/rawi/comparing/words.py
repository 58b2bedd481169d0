"""The words of a corpus as arrays: what every comparison of whole texts starts from."""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rawi.arabic.letters import MARKS, fold_letters, strip_marks
from rawi.comparing.articles import read_layers
from rawi.comparing.stems import light_stem, strip_endings, strip_proclitics
from rawi.model.annotation import AnnotatedArticle

Integers: TypeAlias = npt.NDArray[np.int64]
Offsets: TypeAlias = npt.NDArray[np.int32]
Hashes: TypeAlias = npt.NDArray[np.uint64]
Flags: TypeAlias = npt.NDArray[np.bool_]

_FIRST, _LAST = itemgetter(0), itemgetter(1)
_MARKS = "".join(sorted(MARKS))
# Words and numbers as rawi.arabic.tokens cuts them; punctuation is no part of a comparison.
_WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)*|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*")


@dataclass(frozen=True, slots=True, eq=False)
class CorpusWords:
    """The words of many articles, one after the other, in the order of the articles' ids.

    ``keys`` are stable 64-bit hashes of folded words without proclitics (the same on any machine), ``starts`` and
    ``ends`` their characters; words of article ``i`` are those from ``bounds[i]`` to ``bounds[i + 1]``.
    Furniture is left out. ``different_keys`` are all keys once, in order, and ``stems`` the keys of their light stems.
    """

    articles: tuple[AnnotatedArticle, ...]
    keys: Hashes
    starts: Offsets
    ends: Offsets
    bounds: Integers
    different_keys: Hashes
    stems: Hashes

    def of(self, index: int) -> slice:
        """Where the words of an article stand."""
        return slice(int(self.bounds[index]), int(self.bounds[index + 1]))

    @property
    def owners(self) -> Offsets:
        """For each word the index of its article."""
        return np.repeat(np.arange(len(self.articles), dtype=np.int32), np.diff(self.bounds))


def hash_word(word: str) -> int:
    """A stable 64-bit number for a word: Python's own hash differs between runs."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class _Keys(dict[str, int]):
    """The key of each word (letters folded, marks still in it), worked out once."""

    def __init__(self) -> None:
        self.stems: dict[int, int] = {}

    def __missing__(self, word: str) -> int:
        bare = strip_proclitics(strip_marks(word))
        key = self[word] = hash_word(bare)
        self.stems[key] = hash_word(strip_endings(bare))
        return key


def split_words(text: str) -> list[tuple[int, int, str]]:
    """Start, end and folded form of each word and number.

    >>> split_words("قُتل 5,000.")
    [(0, 4, 'قتل'), (5, 10, '5,000')]
    """
    places, words = _split(text)
    found = [(start, end, strip_marks(word)) for (start, end), word in zip(places, words)]
    return [item for item in found if item[2]]  # a tatweel alone is no word


def fold_words(text: str) -> list[str]:
    """The folded words and numbers alone, in order: the words of ``view_text(text)`` without cutting it up.

    >>> fold_words("قُتل 5,000.")
    ['قتل', '5,000']
    """
    return list(map(strip_marks, _WORD.findall(fold_letters(text))))


class _Stems(dict[str, str]):
    """The light stem of each word (letters folded, marks still in it), worked out once."""

    def __missing__(self, word: str) -> str:
        found = self[word] = light_stem(strip_marks(word))
        return found


_STEMS = _Stems()


def find_stems(text: str) -> list[str]:
    """The light stems of the text's words and numbers, in order.

    >>> find_stems("قُتل 5 من الجنود")
    ['قتل', '5', 'من', 'جنود']
    """
    return [stem for stem in map(_STEMS.__getitem__, _WORD.findall(fold_letters(text))) if stem]


def _split(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Places and words; their letters are folded, vowel marks are still in them."""
    folded = fold_letters(text)
    return [match.span() for match in _WORD.finditer(folded)], _WORD.findall(folded)


def read_words(articles: Sequence[AnnotatedArticle]) -> CorpusWords:
    """The words of the articles; the order in which they are given makes no difference, repeated ids count once."""
    ordered = []
    known = _Keys()
    keys, starts, ends, bounds = array("Q"), array("i"), array("i"), array("q", [0])
    for article in read_layers(articles):
        ordered.append(article)
        places, words = _split(article.text)
        frame = [zone for zone in article.zones if zone.kind == "furniture"]
        if frame:
            kept = [
                index
                for index, (start, end) in enumerate(places)
                if not any(zone.start < end and start < zone.end for zone in frame)
            ]
            places, words = [places[index] for index in kept], [words[index] for index in kept]
        keys.extend(map(known.__getitem__, words))
        starts.extend(map(_FIRST, places))
        ends.extend(map(_LAST, places))
        bounds.append(len(keys))
    return CorpusWords(
        tuple(ordered),
        np.frombuffer(keys, dtype=np.uint64) if keys else np.zeros(0, np.uint64),
        np.frombuffer(starts, dtype=np.int32) if starts else np.zeros(0, np.int32),
        np.frombuffer(ends, dtype=np.int32) if ends else np.zeros(0, np.int32),
        np.array(bounds, dtype=np.int64),
        np.array(sorted(known.stems), dtype=np.uint64),
        np.array([known.stems[key] for key in sorted(known.stems)], dtype=np.uint64),
    )


def hash_shingles(words: CorpusWords, size: int) -> tuple[Hashes, Flags]:
    """For each word the hash of the ``size`` words that begin there, and whether all of them are of one article."""
    count = len(words.keys)
    shingles = np.zeros(count, dtype=np.uint64)
    if count < size:
        return shingles, np.zeros(count, dtype=np.bool_)
    multiplier = np.uint64(0x9E3779B97F4A7C15)
    with np.errstate(over="ignore"):
        for offset in range(size):
            shingles[: count - offset] = shingles[: count - offset] * multiplier + words.keys[offset:]
        # Mixing: keys are hashes already, but a sum of products keeps low bits too regular for partitions.
        shingles ^= shingles >> np.uint64(31)
        shingles *= np.uint64(0xBF58476D1CE4E5B9)
        shingles ^= shingles >> np.uint64(29)
    last = np.repeat(words.bounds[1:], np.diff(words.bounds))
    return shingles, np.arange(count) + size <= last

"""Passages by meaning: a vector for the opening of each article, kept in a file beside the dossier.

An article's id names its text for good, so a vector never goes stale; the file can be deleted and made anew.
"""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rawi.model.errors import ModelError
from rawi.model.span import Span
from rawi.search.encoder import Encoder

# Raised when the same opening would get another vector.
_VERSION = 1
# Vectors of length 1 have parts within -1..1; most lie within a quarter. A row is stored as whole numbers up to this,
# with its own scale.
_MOST = 127
# Rows that are turned into floats at a time: a megabyte of 512 parts stays in the processor's cache (27 ms a question
# over 30,659 openings at once, 9 so).
_ROWS = 2048


@dataclass(frozen=True, slots=True)
class OpeningConfig:
    """Which words stand for an article.

    least: characters of a passage that can be a lede; bylines, places and dates at the head of a text are shorter.
    most: characters of title and lede that are encoded. Cost grows with them, and what a report is about stands in
    its first sentence.
    """

    least: int = 40
    most: int = 300


@dataclass(frozen=True, slots=True)
class Opening:
    """The passage of an article that speaks for it, and the words that are encoded for it."""

    article: str
    span: Span
    words: str


def find_opening(
    article: str, title: str | None, text: str, passages: Sequence[Span], config: OpeningConfig = OpeningConfig()
) -> Opening | None:
    r"""The article's lede with its title before it; None for an article without passages.

    >>> text = "بغداد\n\nأعلنت وزارة الصحة العراقية تسجيل إصابات جديدة في العاصمة."
    >>> find_opening("a_1", "العراق يسجل إصابات", text, [Span(0, 5), Span(7, len(text))]).words
    'العراق يسجل إصابات. أعلنت وزارة الصحة العراقية تسجيل إصابات جديدة في العاصمة.'
    """
    if not passages:
        return None
    span = next((span for span in passages if len(span) >= config.least), passages[0])
    lede = " ".join(span.of(text).split())
    words = lede if not title or title in lede else f"{title}. {lede}"
    cut = words.rfind(" ", 0, config.most) if len(words) > config.most else len(words)
    return Opening(article, span, words[: cut if cut > 0 else config.most])


@dataclass(frozen=True, slots=True, eq=False)
class MeaningIndex:
    """Openings of articles with their vectors; rows in the same order everywhere."""

    encoder: str
    articles: tuple[str, ...]
    spans: npt.NDArray[np.int64]
    vectors: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.articles)

    def nearest(
        self, asked: npt.NDArray[np.float32], most: int, allowed: Collection[str] | None = None
    ) -> list[tuple[str, Span, float]]:
        """The openings nearest to a vector: article, span, cosine; only of ``allowed`` articles if given."""
        if not self.articles or most < 1:
            return []
        cosines = self._products(asked) * self.scales
        if allowed is not None:
            kept = set(allowed)
            cosines[[name not in kept for name in self.articles]] = -np.inf
        # Only what can be among the first is put in order; of equal ones the first row comes first.
        last = min(most, len(cosines))
        rows = np.flatnonzero(cosines >= -np.partition(-cosines, last - 1)[last - 1])
        order = rows[np.argsort(-cosines[rows], kind="stable")][:most]
        return [
            (self.articles[row], Span(int(self.spans[row, 0]), int(self.spans[row, 1])), float(cosines[row]))
            for row in order
            if np.isfinite(cosines[row])
        ]

    def _products(self, asked: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Each row times a vector, some rows at a time: all of them as floats would be four times the index."""
        products = np.empty(len(self.vectors), np.float32)
        rows = np.empty((min(_ROWS, len(self.vectors)), self.vectors.shape[1]), np.float32)
        for start in range(0, len(self.vectors), _ROWS):
            part = self.vectors[start : start + _ROWS]
            rows[: len(part)] = part
            np.dot(rows[: len(part)], asked, out=products[start : start + len(part)])
        return products


def empty_index(encoder: str) -> MeaningIndex:
    """An index without articles."""
    return MeaningIndex(encoder, (), np.zeros((0, 2), np.int64), np.zeros((0, 0), np.int8), np.zeros(0, np.float32))


def add_openings(index: MeaningIndex, openings: Iterable[Opening], encoder: Encoder) -> MeaningIndex:
    """The index with more openings in it."""
    new = list(openings)
    if not new:
        return index
    vectors = encoder.encode([opening.words for opening in new])
    scales = np.abs(vectors).max(axis=1) / _MOST
    whole = np.rint(vectors / scales[:, None]).astype(np.int8)
    places = np.array([(opening.span.start, opening.span.end) for opening in new], dtype=np.int64)
    return MeaningIndex(
        encoder.name,
        (*index.articles, *(opening.article for opening in new)),
        np.concatenate([index.spans, places]),
        np.concatenate([index.vectors, whole]) if len(index) else whole,
        np.concatenate([index.scales, scales.astype(np.float32)]),
    )


def index_path(dossier: Path) -> Path:
    """Where the index of a dossier is kept: beside it."""
    return dossier.with_name(f"{dossier.name}.meaning")


def write_index(path: Path, index: MeaningIndex) -> None:
    """Put the index into its file; whoever reads meanwhile sees the old file or the new one, never half of one."""
    draft = path.with_name(f"{path.name}.new")
    with draft.open("wb") as file:
        np.savez(
            file,
            version=np.array(_VERSION),
            encoder=np.array(index.encoder),
            articles=np.array(index.articles, dtype=np.bytes_),
            spans=index.spans,
            vectors=index.vectors,
            scales=index.scales,
        )
    draft.replace(path)


def read_index(path: Path) -> MeaningIndex | None:
    """The index in a file; None where there is none, or one of another version. Raises ModelError for a broken file."""
    if not path.exists():
        return None
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            if int(kept["version"]) != _VERSION:
                return None
            articles = tuple(name.decode() for name in kept["articles"].tolist())
            return MeaningIndex(str(kept["encoder"]), articles, kept["spans"], kept["vectors"], kept["scales"])
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise ModelError(f"{path}: no index of meanings, or a damaged one. Delete it and run: rawi index") from error

"""Annotated articles in a file on disk while they are compared: read one by one, or only those layers that are asked.

31,030 articles of the press are 0.8 GB as objects; in a pile they are a list of ids and a file of 0.3 GB, which
worker processes read at the same time.
"""

from __future__ import annotations

import functools
import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, overload

import msgspec

from rawi.interchange.articles import LAYERS, decode_article, encode_article
from rawi.model.annotation import AnnotatedArticle, PublishedDate
from rawi.model.article import Article

# Text with lone surrogates can't be packed; such an article is kept as its JSON line, which begins so.
_JSON = b"{"
# What every comparison needs of an article, whatever else: where its furniture stands.
_ALWAYS = "zones"


class Pile(Sequence[AnnotatedArticle]):
    """Articles in the order of their ids, each once. Use :meth:`gather`, and :meth:`remove` or ``with`` afterwards.

    A pile can be handed to another process: the file is opened where it is read.
    """

    def __init__(self, path: Path, ids: Sequence[str], places: array[int], sizes: array[int]) -> None:
        self.path = path
        self.ids = ids
        self._places = places
        self._sizes = sizes

    @classmethod
    def gather(cls, articles: Iterable[AnnotatedArticle], folder: Path | None = None) -> Pile:
        """A pile of the articles in a new file in ``folder`` (default: where temporary files belong)."""
        handle, name = tempfile.mkstemp(prefix="rawi-", suffix=".pile", dir=folder)
        found: dict[str, tuple[int, int]] = {}
        place = 0
        with os.fdopen(handle, "wb") as file:
            for annotated in articles:
                content = _encode(annotated)
                file.write(content)
                found[annotated.id] = (place, len(content))
                place += len(content)
        ids = tuple(sorted(found))
        return cls(
            Path(name), ids, array("q", [found[one][0] for one in ids]), array("q", [found[one][1] for one in ids])
        )

    def __enter__(self) -> Pile:
        return self

    def __exit__(self, *told: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Delete the file."""
        self.path.unlink(missing_ok=True)

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> AnnotatedArticle: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[AnnotatedArticle]: ...

    def __getitem__(self, index: int | slice) -> AnnotatedArticle | Sequence[AnnotatedArticle]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        with self.path.open("rb") as file:
            file.seek(self._places[at])
            return _decode(file.read(self._sizes[at]), tuple(LAYERS))

    def __iter__(self) -> Iterator[AnnotatedArticle]:
        return self.read(tuple(LAYERS))

    def read(self, layers: Sequence[str]) -> Iterator[AnnotatedArticle]:
        """All articles in order, with text, metadata, date, zones and ``layers``; other layers are empty."""
        wanted = tuple(layers)
        with self.path.open("rb") as file:
            at = 0
            for place, size in zip(self._places, self._sizes, strict=True):
                if place != at:
                    file.seek(place)
                at = place + size
                yield _decode(file.read(size), wanted)


def strip_layers(annotated: AnnotatedArticle, layers: Sequence[str]) -> AnnotatedArticle:
    """The article with text, metadata, date, zones and ``layers`` alone.

    >>> from rawi.model.annotation import Problem
    >>> one = AnnotatedArticle(Article.create("نص"), problems=(Problem("zones", "stage-failed", "خطأ"),))
    >>> strip_layers(one, ["mentions"]).problems
    ()
    """
    kept: dict[str, Any] = {name: getattr(annotated, name) for name in LAYERS if name in layers or name == _ALWAYS}
    return AnnotatedArticle(annotated.article, annotated.published, **kept)


def _encode(annotated: AnnotatedArticle) -> bytes:
    row = (annotated.article, annotated.published, *(getattr(annotated, name) for name in LAYERS))
    try:
        return msgspec.msgpack.encode(row)
    except UnicodeEncodeError:
        return encode_article(annotated)


def _decode(content: bytes, layers: tuple[str, ...]) -> AnnotatedArticle:
    if content[:1] == _JSON:
        return strip_layers(decode_article(content), layers)
    article, published, *rest = _decoder(layers).decode(content)
    read = {name: items for name, items in zip(LAYERS, rest, strict=True) if not isinstance(items, msgspec.Raw)}
    return AnnotatedArticle(article, published, **read)


@functools.cache
def _decoder(layers: tuple[str, ...]) -> msgspec.msgpack.Decoder[Any]:
    """Reads a row; layers that are not wanted are passed over without being read."""
    parts: list[Any] = [
        tuple[kind, ...] if name in layers or name == _ALWAYS else msgspec.Raw  # type: ignore[valid-type]
        for name, kind in LAYERS.items()
    ]
    return msgspec.msgpack.Decoder(tuple[(Article, PublishedDate, *parts)])  # type: ignore[valid-type]

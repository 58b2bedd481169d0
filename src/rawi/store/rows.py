"""Annotations and findings <-> rows of the tables."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rawi.interchange.articles import LAYERS, decode_article, encode_article, encode_row
from rawi.interchange.corpus import KINDS
from rawi.model.annotation import (
    AnnotatedArticle,
    Commitment,
    EventMention,
    Figure,
    Mention,
    Problem,
    PublishedDate,
    Quotation,
    TimeExpression,
)
from rawi.model.article import Article
from rawi.model.corpus import ComparedCorpus, Reuse, Story
from rawi.model.naming import call_article
from rawi.model.span import cover

_ARTICLE = ("id", "text", "title", "outlet", "url", "canonical_url", "author", "published", "given_id", "read_from")


# Characters of a text that stand in for a title.
_SHOWN = 110


def encode_text(item: Any) -> str:
    """A dataclass as JSON text."""
    return encode_row(item).decode("utf-8")


def article_row(annotated: AnnotatedArticle, added: int, annotated_by: str) -> dict[str, Any]:
    """The row of ``articles``."""
    row = {name: getattr(annotated.article, name) for name in _ARTICLE}
    published = annotated.published
    return row | {
        "added": added,
        "shown_title": shown_title(annotated),
        "earliest": published.earliest,
        "latest": published.latest,
        "basis": published.basis,
        "dating": encode_text(published),
        "annotated_by": annotated_by,
    }


def shown_title(annotated: AnnotatedArticle) -> str:
    """What lists call the article."""
    return call_article(annotated, _SHOWN)


def alone_row(annotated: AnnotatedArticle) -> dict[str, Any]:
    """The row of ``alone``."""
    return {"article": annotated.id, "content": zlib.compress(encode_article(annotated), 6)}


def decode_alone(content: bytes) -> AnnotatedArticle:
    """The annotated article of a row of ``alone``."""
    return decode_article(zlib.decompress(content))


def annotation_rows(annotated: AnnotatedArticle) -> Iterator[dict[str, Any]]:
    """The rows of ``annotations``, layer by layer."""
    for layer in LAYERS:
        for place, item in enumerate(getattr(annotated, layer)):
            yield {"article": annotated.id, "layer": layer, "place": place, "content": encode_text(item)} | _asked(item)


def find_changes(stored: Iterable[Any], batch: Iterable[AnnotatedArticle]) -> tuple[list[int], list[dict[str, Any]]]:
    """Numbers of stored rows of ``annotations`` that the articles no longer hold so, and the rows that are missing."""
    old = {(row.article, row.layer, row.place): (row.content, row.number) for row in stored}
    missing = []
    for row in (row for annotated in batch for row in annotation_rows(annotated)):
        place = (row["article"], row["layer"], row["place"])
        if old.get(place, ("", 0))[0] == row["content"]:
            del old[place]
        else:
            missing.append(row)
    return [number for _, number in old.values()], missing


def _asked(item: Any) -> dict[str, Any]:
    """The columns that pages ask for."""
    row: dict[str, Any] = dict.fromkeys(("id", "start", "end", "label", "entity", "date", "number_value"))
    row["start"], row["end"] = getattr(item, "start", None), getattr(item, "end", None)
    row["id"] = getattr(item, "id", None)
    match item:
        case Mention():
            row |= {"label": item.type, "entity": item.entity}
        case Quotation():
            span = cover(item.content)
            row |= {"start": span.start, "end": span.end, "label": item.kind, "entity": item.source_entity}
        case TimeExpression():
            row |= {"label": item.type, "date": item.earliest}
        case Figure():
            row |= {"label": item.unit, "entity": item.measure, "date": (item.as_of or "")[:10] or None}
            row |= {"number_value": item.low if item.low is not None else item.high}
        case EventMention():
            row |= {"label": item.type, "date": (item.when or "")[:10] or None}
        case Commitment():
            row |= {"label": item.kind, "entity": item.actor_entity, "date": item.deadline.latest}
        case Problem():
            row |= {"label": item.slug}
        case _:
            row |= {"label": getattr(item, "kind", None)}
    return row


def row_article(row: Any, layers: dict[str, list[str]]) -> AnnotatedArticle:
    """The annotated article of a row of ``articles`` and its annotations' contents, layer by layer."""
    fields: dict[str, Any] = {
        layer: tuple(msgspec.json.decode(content, type=kind) for content in layers.get(layer, ()))
        for layer, kind in LAYERS.items()
    }
    article = Article(**{name: getattr(row, name) for name in _ARTICLE})
    return AnnotatedArticle(article, msgspec.json.decode(row.dating, type=PublishedDate), **fields)


def finding_rows(corpus: ComparedCorpus) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Rows of ``findings``, each with its rows of ``citations``."""
    for what, (field, _) in KINDS.items():
        for place, item in enumerate(getattr(corpus, field)):
            name = getattr(item, "id", None) or f"{item.a}|{item.b}"
            dated = getattr(item, "deadline", item)  # a commitment's days are those of its deadline
            row = {
                "what": what,
                "id": name,
                "place": place,
                "label": getattr(item, "relation", None) or getattr(item, "type", None) or getattr(item, "kind", None),
                "entity": getattr(item, "speaker", None) or getattr(item, "actor", None),
                "earliest": getattr(dated, "earliest", None),
                "latest": getattr(dated, "latest", None),
                "outlets": getattr(item, "outlets", None),
                "origins": getattr(item, "origins", None),
                "content": encode_text(item),
            }
            cited = [
                {"what": what, "id": name, "place": number, "article": article, "start": start, "end": end}
                for number, (article, start, end) in enumerate(_cited(item))
            ]
            yield row, cited


def _cited(item: Any) -> Iterator[tuple[str, int | None, int | None]]:
    """The articles, and characters where it has them, that a finding rests on."""
    for name in ("members", "mentions", "history", "details"):
        places = getattr(item, name, ())
        if isinstance(places, tuple):
            for place in places:
                in_text = getattr(place, "part", "text") == "text"
                yield place.article, place.start if in_text else None, place.end if in_text else None
    for reference in getattr(item, "quotations", ()):
        yield reference.article, None, None
    for stance in getattr(item, "stances", ()):
        yield stance.citation.article, stance.citation.start, stance.citation.end
    inside = {place.article: place for place in item.passages} if isinstance(item, Story) else {}
    if isinstance(item, Reuse):
        yield item.a, None, None
        yield item.b, None, None
    elif isinstance(getattr(item, "articles", None), tuple):
        for article in item.articles:
            told = inside.get(article)
            yield article, told.start if told else None, told.end if told else None


def decode_finding(what: str, content: str) -> Any:
    """The item of the compared corpus that a row of ``findings`` holds."""
    return msgspec.json.decode(content, type=KINDS[what][1])

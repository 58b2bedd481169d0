"""Annotated articles <-> JSON lines of ``rawi/annotated@1``."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import msgspec

from rawi.model.annotation import (
    AnnotatedArticle,
    Commitment,
    EventMention,
    Figure,
    Mention,
    Problem,
    PublishedDate,
    Quotation,
    Silence,
    TimeExpression,
    TranslatedPassage,
    Zone,
)
from rawi.model.article import Article
from rawi.model.errors import ContractError

FORMAT = "rawi/annotated@1"

# Field of the annotated article -> type of its items, in the order in which they are written.
LAYERS: dict[str, type] = {
    "zones": Zone,
    "mentions": Mention,
    "quotations": Quotation,
    "silences": Silence,
    "translated": TranslatedPassage,
    "times": TimeExpression,
    "figures": Figure,
    "events": EventMention,
    "commitments": Commitment,
    "problems": Problem,
}
_ABOUT = ("title", "outlet", "url", "canonical_url", "author", "given_id", "read_from")


def article_to_row(annotated: AnnotatedArticle) -> dict[str, Any]:
    """The article as the contract's JSON object (plain dicts, lists, strings and numbers).

    >>> row = article_to_row(AnnotatedArticle(Article.create("نص قصير", outlet="الضفاف")))
    >>> row["format"], row["outlet"], row["published"]["basis"]
    ('rawi/annotated@1', 'الضفاف', 'unknown')
    """
    article = annotated.article
    row: dict[str, Any] = {"format": FORMAT, "id": article.id}
    row.update((name, getattr(article, name)) for name in _ABOUT)
    row["text"] = article.text
    row["published_given"] = article.published
    row["published"] = msgspec.to_builtins(annotated.published)
    row.update((name, msgspec.to_builtins(getattr(annotated, name))) for name in LAYERS)
    return row


def encode_article(annotated: AnnotatedArticle) -> bytes:
    """The article's line, without a line end. Lone surrogates of broken pages are written as JSON escapes."""
    return encode_row(article_to_row(annotated))


def encode_row(row: object) -> bytes:
    """A JSON line in UTF-8. Only text that UTF-8 can't hold (lone surrogates) is escaped."""
    try:
        return msgspec.json.encode(row)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(row), ensure_ascii=True).encode("ascii")


def row_to_article(row: dict[str, Any]) -> AnnotatedArticle:
    """The annotated article that a row describes; fields it lacks are empty, fields it adds are left out.

    Raises ContractError where a row has no text or a field isn't of the format's kind.
    """
    if not isinstance(row.get("text"), str):
        raise ContractError("a row of annotated articles needs a string field 'text'")
    about = {name: row.get(name) for name in _ABOUT}
    article = Article(id=row.get("id") or Article.create(row["text"]).id, text=row["text"], **about)
    try:
        layers = {name: _convert_all(row.get(name), kind) for name, kind in LAYERS.items()}
        published = msgspec.convert(row.get("published") or {}, PublishedDate)
    except msgspec.ValidationError as error:
        raise ContractError(f"article {article.id}: {error}") from error
    article = replace(article, published=row.get("published_given"))
    return AnnotatedArticle(article=article, published=published, **layers)


def decode_article(line: bytes | str) -> AnnotatedArticle:
    """The annotated article of one line. Raises ContractError for what is no such line."""
    try:
        row = _decode_row(line)
    except (msgspec.DecodeError, ValueError) as error:
        raise ContractError(f"not a JSON line: {error}") from error
    if not isinstance(row, dict):
        raise ContractError(f"a line must hold a JSON object, not {type(row).__name__}")
    return row_to_article(row)


def _decode_row(line: bytes | str) -> Any:
    """The line's value. Lone surrogates, which :func:`encode_row` escapes, are read by the standard library alone."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return json.loads(line)


def _convert_all(items: Any, kind: type) -> Any:
    """The items of one layer as a tuple; ``kind`` is only known at run time."""
    return tuple(msgspec.convert(item, kind) for item in items or ())

"""What searching by meaning asks of a dossier: which passages articles have, and which articles lie within limits."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from rawi.model.span import Span
from rawi.store import tables
from rawi.store.dialect import Within
from rawi.store.dossier import Dossier

# Ids a statement: SQLite takes 32,766 variables.
_SLICE = 500


@dataclass(frozen=True, slots=True)
class Passages:
    """An article's title as given, its text, and the passages that full text knows of it."""

    article: str
    title: str | None
    text: str
    spans: tuple[Span, ...]


def passages_of_articles(dossier: Dossier, names: Collection[str]) -> Iterator[Passages]:
    """The passages of the named articles, by id."""
    wanted = sorted(names)
    places, articles = tables.passages, tables.articles
    with dossier.reading() as connection:
        for start in range(0, len(wanted), _SLICE):
            part = wanted[start : start + _SLICE]
            spans: dict[str, list[Span]] = {}
            query = select(places.c.article, places.c.start, places.c.end).where(places.c.article.in_(part))
            for row in connection.execute(query.order_by(places.c.article, places.c.start)):
                spans.setdefault(row.article, []).append(Span(row.start, row.end))
            heads = select(articles.c.id, articles.c.title, articles.c.text).where(articles.c.id.in_(part))
            for row in connection.execute(heads.order_by(articles.c.id)):
                yield Passages(row.id, row.title, row.text, tuple(spans.get(row.id, ())))


def articles_within(dossier: Dossier, within: Within) -> frozenset[str] | None:
    """The articles that lie within the limits; None where there are none and every article does."""
    if within == Within():
        return None
    articles, said = tables.articles, tables.annotation_rows
    conditions: list[ColumnElement[bool]] = []
    if within.outlet is not None:
        conditions.append(articles.c.outlet == within.outlet)
    if within.earliest is not None:
        conditions.append(articles.c.latest >= within.earliest)
    if within.latest is not None:
        conditions.append(articles.c.earliest <= within.latest)
    if within.speaker is not None:
        speaking = select(said.c.article).where(said.c.layer == "quotations", said.c.entity == within.speaker)
        conditions.append(articles.c.id.in_(speaking))
    with dossier.reading() as connection:
        return frozenset(connection.execute(select(articles.c.id).where(*conditions)).scalars())

"""The part of a dossier that has to do with something: findings that cite articles, articles that name somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import func, select

from rawi.store import tables
from rawi.store.dossier import Dossier
from rawi.store.rows import decode_finding

# Ids a statement: SQLite takes 32,766 variables.
_SLICE = 500


def findings_citing(dossier: Dossier, what: str, articles: Collection[str]) -> Iterator[Any]:
    """The findings of a kind that cite one of the articles, in their stable order."""
    cited, table = tables.citations, tables.findings
    names: set[str] = set()
    places: list[tuple[int, str]] = []
    with dossier.reading() as connection:
        for part in _slices(articles):
            query = select(cited.c.id).where(cited.c.article.in_(part), cited.c.what == what)
            names.update(connection.execute(query).scalars())
        for part in _slices(names):
            contents = select(table.c.place, table.c.content).where(table.c.what == what, table.c.id.in_(part))
            places += [(row.place, row.content) for row in connection.execute(contents)]
    for _, content in sorted(places):
        yield decode_finding(what, content)


def article_days(dossier: Dossier) -> dict[str, tuple[str | None, str | None]]:
    """First and last day on which each article may have been published; oldest first, undated ones last, then by id."""
    table = tables.articles
    order = (table.c.earliest.is_(None), table.c.earliest, table.c.id)
    with dossier.reading() as connection:
        rows = connection.execute(select(table.c.id, table.c.earliest, table.c.latest).order_by(*order))
        return {row.id: (row.earliest, row.latest) for row in rows}


def articles_naming(dossier: Dossier, entity: str) -> frozenset[str]:
    """The articles in which an entity is mentioned or quoted."""
    table = tables.annotation_rows
    with dossier.reading() as connection:
        query = select(table.c.article).where(table.c.entity == entity, table.c.layer.in_(("mentions", "quotations")))
        return frozenset(connection.execute(query.distinct()).scalars())


def articles_with(dossier: Dossier, layer: str) -> frozenset[str]:
    """The articles that have annotations of a layer."""
    table = tables.annotation_rows
    with dossier.reading() as connection:
        return frozenset(connection.execute(select(table.c.article).where(table.c.layer == layer).distinct()).scalars())


def count_quotations(dossier: Dossier, entity: str) -> int:
    """How many quotations of an entity there are."""
    table = tables.annotation_rows
    with dossier.reading() as connection:
        query = select(func.count()).where(table.c.entity == entity, table.c.layer == "quotations")
        return connection.execute(query).scalar_one()


def texts_of_all(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The ids and texts of all articles, by id; a few at a time are in memory."""
    table = tables.articles
    with dossier.reading() as connection:
        rows = connection.execution_options(yield_per=_SLICE).execute(
            select(table.c.id, table.c.text).order_by(table.c.id)
        )
        yield from ((row.id, row.text) for row in rows)


def _slices(names: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(names)
    yield from (ordered[start : start + _SLICE] for start in range(0, len(ordered), _SLICE))

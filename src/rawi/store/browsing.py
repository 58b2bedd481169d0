"""What pages ask of a dossier: slices of findings and annotations, in a stable order, with how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import ColumnElement, func, select

from rawi.interchange.articles import LAYERS
from rawi.model.article import Article
from rawi.store import tables
from rawi.store.dossier import Dossier
from rawi.store.rows import decode_finding

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """Some items of many: those from ``start`` on, and how many there are in all."""

    items: tuple[Item, ...]
    total: int
    start: int


@dataclass(frozen=True, slots=True)
class Head:
    """What a list shows of an article."""

    id: str
    title: str
    outlet: str | None
    url: str | None
    earliest: str | None
    latest: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Placed(Generic[Item]):
    """An annotation and the article it stands in."""

    article: Head
    item: Item


def findings_slice(
    dossier: Dossier,
    what: str,
    start: int = 0,
    most: int = 50,
    *,
    labels: Sequence[str] = (),
    entity: str | None = None,
    earliest: str | None = None,
    latest: str | None = None,
    by_origins: bool = False,
) -> Slice[Any]:
    """Findings of a kind: with one of ``labels``, of an entity, within days; those of most origins first if asked."""
    table = tables.findings
    conditions: list[ColumnElement[bool]] = [table.c.what == what]
    if labels:
        conditions.append(table.c.label.in_(labels))
    if entity:
        conditions.append(table.c.entity == entity)
    if earliest:
        conditions.append(table.c.latest >= earliest)
    if latest:
        conditions.append(table.c.earliest <= latest)
    order = (table.c.origins.desc(), table.c.outlets.desc(), table.c.place) if by_origins else (table.c.place,)
    with dossier.reading() as connection:
        total = connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()
        query = select(table.c.content).where(*conditions).order_by(*order).offset(start).limit(most)
        items = tuple(decode_finding(what, content) for content in connection.execute(query).scalars())
    return Slice(items, total, start)


def article_heads(dossier: Dossier, names: Sequence[str]) -> dict[str, Head]:
    """What lists show of the named articles."""
    with dossier.reading() as connection:
        query = _head_query().where(tables.articles.c.id.in_(list(names)))
        return {row.id: _head(row) for row in connection.execute(query)}


def articles_slice(dossier: Dossier, start: int = 0, most: int = 50, *, outlet: str | None = None) -> Slice[Head]:
    """Articles, oldest first, undated last."""
    table = tables.articles
    conditions = [table.c.outlet == outlet] if outlet else []
    order = (table.c.earliest.is_(None), table.c.earliest, table.c.id)
    with dossier.reading() as connection:
        total = connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()
        query = _head_query().where(*conditions).order_by(*order).offset(start).limit(most)
        items = tuple(_head(row) for row in connection.execute(query))
    return Slice(items, total, start)


def outlet_counts(dossier: Dossier) -> list[tuple[str, int]]:
    """Outlets with how many articles each has, most first."""
    table = tables.articles
    count = func.count()
    with dossier.reading() as connection:
        query = select(table.c.outlet, count).where(table.c.outlet.is_not(None)).group_by(table.c.outlet)
        return [(row[0], row[1]) for row in connection.execute(query.order_by(count.desc(), table.c.outlet))]


def annotations_slice(
    dossier: Dossier,
    layer: str,
    start: int = 0,
    most: int = 50,
    *,
    entity: str | None = None,
    label: str | None = None,
    articles: Sequence[str] | None = None,
) -> Slice[Placed[Any]]:
    """Annotations of a layer, by date of their article, then by place in it."""
    table, article = tables.annotation_rows, tables.articles
    conditions: list[ColumnElement[bool]] = [table.c.layer == layer]
    if entity:
        conditions.append(table.c.entity == entity)
    if label:
        conditions.append(table.c.label == label)
    if articles is not None:
        conditions.append(table.c.article.in_(list(articles)))
    order = (article.c.earliest.is_(None), article.c.earliest, article.c.id, table.c.place)
    with dossier.reading() as connection:
        total = connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()
        query = (
            select(table.c.article, table.c.content)
            .join(article, article.c.id == table.c.article)
            .where(*conditions)
            .order_by(*order)
            .offset(start)
            .limit(most)
        )
        rows = connection.execute(query).all()
    heads = article_heads(dossier, sorted({row.article for row in rows}))
    kind = LAYERS[layer]
    items: tuple[Placed[Any], ...] = tuple(
        Placed(heads[row.article], msgspec.json.decode(row.content, type=kind)) for row in rows
    )
    return Slice(items, total, start)


def entity_counts(dossier: Dossier, layer: str = "quotations", most: int = 50) -> list[tuple[str, int]]:
    """Entities with most annotations of a layer (quoted persons, bound actors), most first."""
    table = tables.annotation_rows
    count = func.count()
    with dossier.reading() as connection:
        query = select(table.c.entity, count).where(table.c.layer == layer, table.c.entity.is_not(None))
        query = query.group_by(table.c.entity).order_by(count.desc(), table.c.entity).limit(most)
        return [(row[0], row[1]) for row in connection.execute(query)]


def whole_article(dossier: Dossier, name: str) -> Article | None:
    """An article without its annotations, or None."""
    annotated = dossier.article(name)
    return annotated.article if annotated else None


def _head_query() -> Any:
    table = tables.articles
    return select(*(table.c[name] for name in ("id", "shown_title", "outlet", "url", "earliest", "latest", "basis")))


def _head(row: Any) -> Head:
    return Head(row.id, row.shown_title or row.id, row.outlet, row.url, row.earliest, row.latest, row.basis)

"""What pages ask of a dossier: slices of findings and annotations, in a stable order, with how many there are."""

from __future__ import annotations

import html
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import ColumnElement, func, select

from rawi.interchange.articles import LAYERS
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
    before: str | None = None,
    by_origins: bool = False,
    near: str | None = None,
    holding: Sequence[str] = (),
) -> Slice[Any]:
    """Findings of a kind: with one of ``labels``, of an entity, within days or all ``before`` a day.

    Those of most origins come first if asked, or those whose last day is nearest to ``near``, undated ones last.
    ``holding`` are pieces of their JSON that all must be there, for fields that have no column of their own.
    """
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
    if before:
        conditions.append(table.c.latest < before)
    conditions += [table.c.content.contains(piece, autoescape=True) for piece in holding]
    order: tuple[ColumnElement[Any], ...] = (table.c.place,)
    if by_origins or near:
        order = (table.c.origins.desc(), table.c.outlets.desc(), table.c.place)
    if near and not by_origins:
        away = func.abs(func.julianday(table.c.latest) - func.julianday(near))
        order = (table.c.latest.is_(None), away, *order)
    with dossier.reading() as connection:
        total = connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()
        query = select(table.c.content).where(*conditions).order_by(*order).offset(start).limit(most)
        items = tuple(decode_finding(what, content) for content in connection.execute(query).scalars())
    return Slice(items, total, start)


def last_day(dossier: Dossier) -> str | None:
    """The day on which, or after which, the last article was published; None where none is dated."""
    with dossier.reading() as connection:
        latest: str | None = connection.execute(select(func.max(tables.articles.c.earliest))).scalar_one()
    return latest


def first_day(dossier: Dossier) -> str | None:
    """The first day on which an article may have been published; None where none is dated."""
    with dossier.reading() as connection:
        earliest: str | None = connection.execute(select(func.min(tables.articles.c.earliest))).scalar_one()
    return earliest


def article_heads(dossier: Dossier, names: Sequence[str]) -> dict[str, Head]:
    """What lists show of the named articles."""
    with dossier.reading() as connection:
        query = _head_query().where(tables.articles.c.id.in_(list(names)))
        return {row.id: _head(row) for row in connection.execute(query)}


def article_texts(dossier: Dossier, names: Collection[str]) -> dict[str, str]:
    """The texts of the named articles, without their annotations."""
    table = tables.articles
    with dossier.reading() as connection:
        query = select(table.c.id, table.c.text).where(table.c.id.in_(sorted(set(names))))
        return {row.id: row.text for row in connection.execute(query)}


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


def outlet_addresses(dossier: Dossier) -> list[tuple[str, str | None]]:
    """Outlets, each with the address of one of its articles where any has one."""
    table = tables.articles
    with dossier.reading() as connection:
        query = select(table.c.outlet, func.min(table.c.url)).where(table.c.outlet.is_not(None))
        return [(row[0], row[1]) for row in connection.execute(query.group_by(table.c.outlet).order_by(table.c.outlet))]


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
    holding: Sequence[str] = (),
) -> Slice[Placed[Any]]:
    """Annotations of a layer, by date of their article, then by place in it; ``holding`` as in findings_slice."""
    table = tables.annotation_rows
    conditions: list[ColumnElement[bool]] = [table.c.layer == layer]
    if entity:
        conditions.append(table.c.entity == entity)
    if label:
        conditions.append(table.c.label == label)
    if articles is not None:
        conditions.append(table.c.article.in_(list(articles)))
    conditions += [table.c.content.contains(piece, autoescape=True) for piece in holding]
    return _placed_slice(dossier, conditions, start, most, read=bool(holding))


def quotations_by_id(dossier: Dossier, names: Collection[str]) -> tuple[Placed[Any], ...]:
    """The quotations of these ids that the dossier holds."""
    table = tables.annotation_rows
    conditions = [table.c.layer == "quotations", table.c.id.in_(sorted(set(names)))]
    return _placed_slice(dossier, conditions, 0, len(names)).items


def quotations_naming(
    dossier: Dossier, entity: str, start: int = 0, most: int = 50, *, addressed: bool = False
) -> Slice[Placed[Any]]:
    """Quotations of others whose words name an entity: what is said about it.

    ``addressed``: instead those with an addressee, in articles that name the entity (the caller compares the words).
    """
    table, named = tables.annotation_rows, tables.annotation_rows.alias("named")
    naming = select(named.c.article).where(named.c.layer == "mentions", named.c.entity == entity)
    conditions: list[ColumnElement[bool]] = [
        table.c.layer == "quotations",
        table.c.article.in_(naming),
        table.c.entity.is_distinct_from(entity),
    ]
    if addressed:
        conditions.append(table.c.content.contains('"addressee":{', autoescape=True))
    else:
        within = naming.where(named.c.article == table.c.article, named.c.start >= table.c.start)
        conditions.append(within.where(named.c.end <= table.c.end).exists())
    return _placed_slice(dossier, conditions, start, most)


def _placed_slice(
    dossier: Dossier, conditions: Sequence[ColumnElement[bool]], start: int, most: int, *, read: bool = False
) -> Slice[Placed[Any]]:
    """``read``: the conditions read the contents, so that all are found and counted in one go."""
    table, article = tables.annotation_rows, tables.articles
    order = (article.c.earliest.is_(None), article.c.earliest, article.c.id, table.c.place)
    with dossier.reading() as connection:
        # Only numbers are sorted: with the contents a page of a large dossier would sort hundreds of megabytes.
        chosen = select(table.c.number).join(article, article.c.id == table.c.article).where(*conditions)
        chosen = chosen.order_by(*order).offset(start).limit(most)
        if read:
            rows = connection.execute(chosen.add_columns(func.count().over())).all()
            numbers, totals = [row[0] for row in rows], {row[1] for row in rows}
        else:
            numbers, totals = list(connection.execute(chosen).scalars()), set()
        counted = select(func.count()).select_from(table).where(*conditions)
        total = totals.pop() if totals else connection.execute(counted).scalar_one()
        query = select(table.c.number, table.c.article, table.c.layer, table.c.content)
        found = {row.number: row for row in connection.execute(query.where(table.c.number.in_(numbers)))}
    rows = [found[number] for number in numbers]
    heads = article_heads(dossier, sorted({row.article for row in rows}))
    items: tuple[Placed[Any], ...] = tuple(
        Placed(heads[row.article], msgspec.json.decode(row.content, type=LAYERS[row.layer])) for row in rows
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


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something stands in the dossier, and in how many articles."""

    name: str
    times: int
    articles: int


def ranked_entities(dossier: Dossier, kind: str, start: int = 0, most: int = 50) -> Slice[tuple[Any, int]]:
    """Entities of a type with how often each is quoted, most quoted first, then in the order of the dossier."""
    table, said = tables.findings, tables.annotation_rows
    counts = (
        select(said.c.entity, func.count().label("times"))
        .where(said.c.layer == "quotations", said.c.entity.is_not(None))
        .group_by(said.c.entity)
        .subquery()
    )
    times = func.coalesce(counts.c.times, 0)
    conditions = (table.c.what == "entities", table.c.label == kind)
    with dossier.reading() as connection:
        total = connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()
        query = select(table.c.content, times.label("times")).outerjoin(counts, counts.c.entity == table.c.id)
        query = query.where(*conditions).order_by(times.desc(), table.c.place).offset(start).limit(most)
        rows = connection.execute(query).all()
    return Slice(tuple((decode_finding("entities", row.content), row.times) for row in rows), total, start)


def measure_counts(dossier: Dossier, start: int = 0, most: int = 50) -> Slice[Tally]:
    """Measures that figures of several articles have, those of most articles first."""
    table = tables.annotation_rows
    articles, times = func.count(table.c.article.distinct()), func.count()
    measured = select(table.c.entity, times.label("times"), articles.label("articles")).where(
        table.c.layer == "figures", table.c.entity.is_not(None)
    )
    measured = measured.group_by(table.c.entity).having(articles > 1)
    query = measured.add_columns(func.count().over().label("total"))
    with dossier.reading() as connection:
        order = (articles.desc(), times.desc(), table.c.entity)
        rows = connection.execute(query.order_by(*order).offset(start).limit(most)).all()
        counted = select(func.count()).select_from(measured.subquery())
        total = rows[0].total if rows else connection.execute(counted).scalar_one()
    return Slice(tuple(Tally(row.entity, row.times, row.articles) for row in rows), total, start)


def quoting_counts(dossier: Dossier, most: int = 200, entity: str | None = None) -> list[tuple[str, str, int]]:
    """Which outlet quotes whom how often: (outlet, speaker's id, quotations), most first.

    An article of an unknown outlet stands for itself, by its title.
    """
    table, article = tables.annotation_rows, tables.articles
    count = func.count()
    carrier = func.coalesce(article.c.outlet, article.c.shown_title, article.c.id)
    query = select(carrier, table.c.entity, count).join(article, article.c.id == table.c.article)
    query = query.where(table.c.layer == "quotations", table.c.entity.is_not(None))
    if entity:
        query = query.where(table.c.entity == entity)
    query = query.group_by(carrier, table.c.entity)
    with dossier.reading() as connection:
        rows = connection.execute(query.order_by(count.desc(), carrier, table.c.entity).limit(most))
        return [(row[0], row[1], row[2]) for row in rows]


def zone_words(dossier: Dossier, kind: str) -> list[tuple[str, str | None, str]]:
    """The words of all zones of a kind: (article, outlet, words). Agencies' signatures are such zones."""
    table, article = tables.annotation_rows, tables.articles
    words = func.substr(article.c.text, table.c.start + 1, table.c.end - table.c.start)
    query = select(article.c.id, article.c.outlet, words).join(article, article.c.id == table.c.article)
    query = query.where(table.c.layer == "zones", table.c.label == kind)
    with dossier.reading() as connection:
        rows = connection.execute(query.order_by(article.c.id, table.c.place))
        return [(row[0], row[1], row[2]) for row in rows]


def _head_query() -> Any:
    table = tables.articles
    return select(*(table.c[name] for name in ("id", "shown_title", "outlet", "url", "earliest", "latest", "basis")))


def _head(row: Any) -> Head:
    return Head(
        row.id, html.unescape(row.shown_title or row.id), row.outlet, row.url, row.earliest, row.latest, row.basis
    )

"""A dossier: one file that holds the articles, what was found in them, what links them, and what people decided."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Connection, delete, func, insert, inspect, select, update

from rawi.interchange.corpus import KINDS
from rawi.model.annotation import AnnotatedArticle, Problem
from rawi.model.corpus import ComparedCorpus, Judgement
from rawi.model.errors import DossierError
from rawi.model.span import Span
from rawi.store import tables
from rawi.store.dialect import (
    Within,
    add_full_text,
    is_database,
    join_full_text,
    match_statement,
    open_engine,
    remove_full_text,
    told_plainly,
)
from rawi.store.migrations import NEWEST, migrate
from rawi.store.rows import (
    alone_row,
    annotation_rows,
    article_row,
    decode_alone,
    decode_finding,
    encode_text,
    find_changes,
    finding_rows,
    row_article,
)

KIND = "rawi-dossier"
# A transaction holds at most so many articles, so that a reader's note waits milliseconds (measured: 50-200 articles
# keep a second writer's median wait under 1 ms, 1,000 make it 54 ms).
MOST_ARTICLES = 200
# SQLite takes 32,766 variables a statement; ids are asked for in slices.
_SLICE = 500
# Findings held as rows at a time while they are written (all those of 30,676 articles at once made 1.9 GB).
_MOST_ROWS = 2000

# Cuts an article into passages for full text: each a span and its searchable words.
Passages: TypeAlias = Callable[[AnnotatedArticle], Iterable[tuple[Span, str]]]


class Dossier:
    """An open dossier file. Use :func:`open_dossier`; close it, or use it in a ``with``."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self._engine = open_engine(path, write=write)

    def __enter__(self) -> Dossier:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with, for as long as the ``with`` lasts."""
        with told_plainly(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction: all of it is written, or nothing."""
        with told_plainly(self.path), self._engine.begin() as connection:
            yield connection

    def prepare(self, *, create: bool) -> None:
        """Check that the file is a dossier of a version this program knows; make or migrate it where it may be written.

        Raises DossierError with what is wrong and what to do.
        """
        with self._engine.connect() as connection, told_plainly(self.path):
            kind, version = _read_kind(connection)
        if kind is None and create:
            with self._writing() as connection:
                migrate(connection, 0)
                self._tell(connection, "kind", KIND)
                self._tell(connection, "version", str(NEWEST))
        elif kind != KIND:
            raise DossierError(f"{self.path}: not a dossier (it is a database of another kind). Give another file")
        elif version > NEWEST:
            raise DossierError(
                f"{self.path}: made by a newer Rawi (version {version} of the file, this program knows {NEWEST}). "
                "Update Rawi to open it"
            )
        elif version < NEWEST and create:
            with self._writing() as connection:
                self._tell(connection, "version", str(migrate(connection, version)))

    # -- articles ----------------------------------------------------------------------------------------------------

    def known(self) -> dict[str, str]:
        """Ids of the articles in the dossier -> version of what annotated them."""
        with self.reading() as connection:
            rows = connection.execute(select(tables.articles.c.id, tables.articles.c.annotated_by))
            return {row.id: row.annotated_by for row in rows}

    def add_articles(self, batch: Sequence[AnnotatedArticle], annotated_by: str, passages: Passages) -> None:
        """Put articles in (or anew, where an older version annotated them), in one transaction.

        Raises ValueError for more than MOST_ARTICLES, DossierError where the file can't be written.
        """
        if len(batch) > MOST_ARTICLES:
            raise ValueError(f"{len(batch)} articles in one transaction; at most {MOST_ARTICLES}")
        with self._writing() as connection:
            start = connection.execute(select(func.coalesce(func.max(tables.articles.c.added), 0))).scalar_one()
            self._remove(connection, [annotated.id for annotated in batch])
            rows = [article_row(annotated, start + place, annotated_by) for place, annotated in enumerate(batch, 1)]
            connection.execute(insert(tables.articles), rows)
            connection.execute(insert(tables.alone), [alone_row(annotated) for annotated in batch])
            layers = [row for annotated in batch for row in annotation_rows(annotated)]
            if layers:
                connection.execute(insert(tables.annotation_rows), layers)
            self._index(connection, batch, passages)

    def rewrite_articles(self, batch: Sequence[AnnotatedArticle]) -> None:
        """Write dates and annotations anew after a comparison; place in the dossier and full text stay.

        What has not changed is not touched: most zones, times and figures are as they were.
        """
        articles, annotations = tables.articles, tables.annotation_rows
        names = [annotated.id for annotated in batch]
        with self._writing() as connection:
            query = select(articles.c.id, articles.c.dating).where(articles.c.id.in_(names))
            dated = {row.id: row.dating for row in connection.execute(query)}
            for annotated in batch:
                row = article_row(annotated, 0, "")
                if row["dating"] != dated.get(annotated.id):
                    kept = {name: row[name] for name in ("earliest", "latest", "basis", "dating")}
                    connection.execute(update(articles).where(articles.c.id == annotated.id).values(kept))
            stored = select(annotations).where(annotations.c.article.in_(names))
            gone, changed = find_changes(connection.execute(stored), batch)
            for start in range(0, len(gone), _SLICE):
                part = gone[start : start + _SLICE]
                connection.execute(delete(annotations).where(annotations.c.number.in_(part)))
            if changed:
                connection.execute(insert(annotations), changed)

    def _remove(self, connection: Connection, names: Sequence[str]) -> None:
        for table in (tables.passages, tables.annotation_rows, tables.alone):
            if table is tables.passages:
                numbers = connection.execute(select(table.c.number).where(table.c.article.in_(names))).scalars().all()
                remove_full_text(connection, list(numbers))
            connection.execute(delete(table).where(table.c.article.in_(names)))
        connection.execute(delete(tables.articles).where(tables.articles.c.id.in_(names)))

    def _index(self, connection: Connection, batch: Sequence[AnnotatedArticle], passages: Passages) -> None:
        number = connection.execute(select(func.coalesce(func.max(tables.passages.c.number), 0))).scalar_one()
        places, words = [], []
        for annotated in batch:
            for span, searchable in passages(annotated):
                number += 1
                places.append({"number": number, "article": annotated.id, "start": span.start, "end": span.end})
                words.append({"number": number, "words": searchable})
        if places:
            connection.execute(insert(tables.passages), places)
        add_full_text(connection, words)

    def settle(self) -> None:
        """Put full text in order once all articles are in: searching takes a third of the time."""
        with self._writing() as connection:
            join_full_text(connection)

    def article_ids(self) -> list[str]:
        """All articles' ids, oldest first; undated ones last, then by id."""
        table = tables.articles
        order = (table.c.earliest.is_(None), table.c.earliest, table.c.id)
        with self.reading() as connection:
            return list(connection.execute(select(table.c.id).order_by(*order)).scalars())

    def article(self, name: str) -> AnnotatedArticle | None:
        """One article with all its annotations, or None."""
        return next(iter(self.articles([name])), None)

    def articles(self, names: Sequence[str] | None = None) -> Iterator[AnnotatedArticle]:
        """Articles with their annotations, in the order of ``names`` (default: oldest first); unknown ids left out."""
        wanted = self.article_ids() if names is None else list(names)
        with self.reading() as connection:
            for start in range(0, len(wanted), _SLICE):
                part = wanted[start : start + _SLICE]
                rows = {
                    row.id: row
                    for row in connection.execute(select(tables.articles).where(tables.articles.c.id.in_(part)))
                }
                layers: dict[str, dict[str, list[str]]] = {}
                table = tables.annotation_rows
                query = select(table.c.article, table.c.layer, table.c.content).where(table.c.article.in_(part))
                for row in connection.execute(query.order_by(table.c.article, table.c.layer, table.c.place)):
                    layers.setdefault(row.article, {}).setdefault(row.layer, []).append(row.content)
                yield from (row_article(rows[name], layers.get(name, {})) for name in part if name in rows)

    def articles_alone(self) -> Iterator[AnnotatedArticle]:
        """All articles as they were annotated by themselves, by id: what a comparison starts from."""
        with self.reading() as connection:
            names = list(connection.execute(select(tables.alone.c.article).order_by(tables.alone.c.article)).scalars())
            for start in range(0, len(names), _SLICE):
                part = names[start : start + _SLICE]
                query = select(tables.alone.c.content).where(tables.alone.c.article.in_(part))
                for content in connection.execute(query.order_by(tables.alone.c.article)).scalars():
                    yield decode_alone(content)

    # -- what was not read -------------------------------------------------------------------------------------------

    def add_rejected(self, rejected: Iterable[tuple[str, Problem]]) -> None:
        """Record files and rows that gave no article (a later reason replaces an earlier one)."""
        rows = {
            name: {"read_from": name, "stage": problem.stage, "slug": problem.slug, "detail": problem.detail}
            for name, problem in rejected
        }
        if rows:
            with self._writing() as connection:
                connection.execute(delete(tables.rejected).where(tables.rejected.c.read_from.in_(list(rows))))
                connection.execute(insert(tables.rejected), list(rows.values()))

    def rejected(self) -> list[tuple[str, Problem]]:
        """Files and rows that gave no article, by name."""
        with self.reading() as connection:
            rows = connection.execute(select(tables.rejected).order_by(tables.rejected.c.read_from))
            return [(row.read_from, Problem(row.stage, row.slug, row.detail)) for row in rows]

    # -- what links the articles -------------------------------------------------------------------------------------

    def write_findings(self, corpus: ComparedCorpus, compared_by: str) -> None:
        """Replace all findings by those of a new comparison, in one transaction: readers see the old or the new."""
        with self._writing() as connection:
            connection.execute(delete(tables.findings))
            connection.execute(delete(tables.citations))
            coming = finding_rows(corpus)
            while batch := list(itertools.islice(coming, _MOST_ROWS)):
                connection.execute(insert(tables.findings), [row for row, _ in batch])
                if cited := [citation for _, citations in batch for citation in citations]:
                    connection.execute(insert(tables.citations), cited)
            self._tell(connection, "compared_by", compared_by)

    def findings(self, what: str) -> Iterator[Any]:
        """All findings of a kind (a key of ``interchange.corpus.KINDS``), in their stable order."""
        table = tables.findings
        with self.reading() as connection:
            query = select(table.c.content).where(table.c.what == what).order_by(table.c.place)
            for content in connection.execute(query).scalars():
                yield decode_finding(what, content)

    def finding(self, what: str, name: str) -> Any | None:
        """One finding, or None."""
        table = tables.findings
        with self.reading() as connection:
            query = select(table.c.content).where(table.c.what == what, table.c.id == name)
            content = connection.execute(query).scalar()
        return None if content is None else decode_finding(what, content)

    def findings_of_article(self, article: str) -> list[tuple[str, Any]]:
        """What cites an article: pairs of kind and finding, in stable order."""
        table, cited = tables.findings, tables.citations
        named = select(cited.c.what, cited.c.id).where(cited.c.article == article).distinct().subquery()
        query = (
            select(table.c.what, table.c.content)
            .join(named, (named.c.what == table.c.what) & (named.c.id == table.c.id))
            .order_by(table.c.what, table.c.place)
        )
        with self.reading() as connection:
            return [(row.what, decode_finding(row.what, row.content)) for row in connection.execute(query)]

    def corpus(self) -> ComparedCorpus:
        """The whole compared corpus. Large: pages ask for single findings instead."""
        fields = {field: tuple(self.findings(what)) for what, (field, _) in KINDS.items()}
        return ComparedCorpus(articles=tuple(self.articles()), **fields)

    # -- what people decided -----------------------------------------------------------------------------------------

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, withdrawn ones too, in the order in which they were made."""
        table = tables.judgements
        with self.reading() as connection:
            contents = connection.execute(select(table.c.content).order_by(table.c.number)).scalars()
            return tuple(msgspec.json.decode(content, type=Judgement) for content in contents)

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement. One that is there already (by id) is left as it is: judgements are never overwritten."""
        table = tables.judgements
        with self._writing() as connection:
            if connection.execute(select(table.c.id).where(table.c.id == judgement.id)).first():
                return
            number = connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one() + 1
            row = {"number": number, "content": encode_text(judgement)}
            row |= {name: getattr(judgement, name) for name in ("id", "about", "subject", "other", "withdrawn_on")}
            connection.execute(insert(table), [row])

    def withdraw_judgement(self, name: str, on: str) -> None:
        """Mark a judgement as withdrawn. Raises DossierError where there is none of that id."""
        table = tables.judgements
        with self._writing() as connection:
            content = connection.execute(select(table.c.content).where(table.c.id == name)).scalar()
            if content is None:
                raise DossierError(f"{self.path}: no judgement {name}")
            changed = replace(msgspec.json.decode(content, type=Judgement), withdrawn_on=on)
            values = {"withdrawn_on": on, "content": encode_text(changed)}
            connection.execute(update(table).where(table.c.id == name).values(values))

    # -- search and counts -------------------------------------------------------------------------------------------

    def match(self, expression: str, most: int = 200, within: Within = Within()) -> list[tuple[str, Span, float]]:
        """Passages that match a full-text expression (already in searchable form): article, span, rank (best first)."""
        with self.reading() as connection:
            rows = connection.execute(match_statement(within), {"match": expression, "most": most, **asdict(within)})
            return [(row.article, Span(row.start, row.end), row.rank) for row in rows]

    def counts(self) -> dict[str, int]:
        """How many articles, rejected inputs, annotations of each layer and findings of each kind there are."""
        counts: dict[str, int] = {}
        with self.reading() as connection:
            counts["articles"] = connection.execute(select(func.count()).select_from(tables.articles)).scalar_one()
            counts["rejected"] = connection.execute(select(func.count()).select_from(tables.rejected)).scalar_one()
            for table, column in ((tables.annotation_rows, "layer"), (tables.findings, "what")):
                query = select(table.c[column], func.count()).group_by(table.c[column]).order_by(table.c[column])
                counts.update((row[0], row[1]) for row in connection.execute(query))
        return counts

    def told(self, key: str) -> str | None:
        """A fact about the file itself (such as ``compared_by``), or None."""
        with self.reading() as connection:
            return connection.execute(select(tables.about.c.value).where(tables.about.c.key == key)).scalar()

    def tell(self, key: str, value: str) -> None:
        """Write a fact about the file itself."""
        with self._writing() as connection:
            self._tell(connection, key, value)

    def _tell(self, connection: Connection, key: str, value: str) -> None:
        connection.execute(delete(tables.about).where(tables.about.c.key == key))
        connection.execute(insert(tables.about), [{"key": key, "value": value}])


def open_dossier(path: Path, *, write: bool = False) -> Dossier:
    """An open dossier. Read-only by default: any number of readers may look while one build writes.

    With ``write`` the file is made where there is none. Raises DossierError where the file is missing, is no dossier,
    was made by a newer version, or can't be opened.
    """
    if path.is_dir():
        raise DossierError(f"{path}: a folder, not a dossier file")
    if not write and not path.exists():
        raise DossierError(f"{path}: no such dossier. Make one with: rawi build INPUT... --into {path}")
    if write and not path.parent.is_dir():
        raise DossierError(f"{path}: the folder {path.parent} does not exist")
    if path.exists() and path.stat().st_size and not is_database(path):
        raise DossierError(f"{path}: not a dossier. Give another file; this one was left as it is")
    dossier = Dossier(path, write=write)
    try:
        dossier.prepare(create=write)
    except BaseException:
        dossier.close()
        raise
    return dossier


def _read_kind(connection: Connection) -> tuple[str | None, int]:
    """What the file says it is: kind (None: an empty database, "": something else) and version."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return None, 0
    if tables.about.name not in names:
        return "", 0
    facts = {row.key: row.value for row in connection.execute(select(tables.about))}
    return facts.get("kind", ""), int(facts.get("version", "0"))

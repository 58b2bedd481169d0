"""What differs between databases: how a dossier is opened and how full text is kept.

SQLite comes from the ``pysqlite3`` wheel where it is installed: versions 3.7.0 to 3.51.2 can corrupt a file in WAL mode
when one connection resets the log while another reads (sqlite.org, "WAL-reset bug"), and the standard library is
often older.
"""

from __future__ import annotations

import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, TextClause, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from rawi.model.errors import DossierError

try:
    import pysqlite3 as _wheel
except ImportError:  # not Linux, or installed without it
    _wheel = None

_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
BUSY_MILLISECONDS = 10_000
# What readers map into memory; SQLite takes 2 GB at most. 31,000 articles are 1.3 GB, with full text all over it.
_MAPPED_BYTES = 2_000_000_000


def sqlite_module() -> ModuleType:
    """The SQLite to use: the wheel's, else the standard library's."""
    return _wheel if _wheel is not None else sqlite3


def is_safe(version: tuple[int, ...]) -> bool:
    """Whether a SQLite version is free of the WAL-reset bug.

    >>> is_safe((3, 53, 4)), is_safe((3, 40, 1)), is_safe((3, 50, 7))
    (True, False, True)
    """
    newest = _FIXED[0]
    return version >= newest or any(version[:2] == fixed[:2] and version >= fixed for fixed in _FIXED[1:])


def is_database(path: Path) -> bool:
    """Whether a file begins as SQLite's files do."""
    with path.open("rb") as file:
        return file.read(16).startswith(b"SQLite format 3")


def open_engine(path: Path, *, write: bool) -> Engine:
    """An engine on a dossier file. Readers open it read-only and never wait for a writer; a writer uses WAL."""
    module = sqlite_module()
    if write and not is_safe(module.sqlite_version_info):
        warnings.warn(
            f"SQLite {module.sqlite_version} has the WAL-reset bug, which can damage a dossier that is read while it "
            "is built; install the 'pysqlite3' wheel, or don't read a dossier during a build",
            RuntimeWarning,
            stacklevel=3,
        )
    mode = "rwc" if write else "ro"
    address = f"{path.resolve().as_uri()}?mode={mode}"

    def connect() -> Any:
        return module.connect(address, uri=True, timeout=BUSY_MILLISECONDS / 1000, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, module=module, poolclass=NullPool if write else QueuePool)
    event.listen(engine, "connect", _prepare_writer if write else _prepare_reader)
    if write:
        event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare_writer(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_immediate, not by the driver
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")


def _prepare_reader(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once: a reader that turns writer half-way would fail instead of wait."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def create_full_text(connection: Connection) -> None:
    """The index over searchable words. It keeps no text of its own: passages are read from the articles."""
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(searchable, content='', contentless_delete=1, "
            'tokenize="unicode61 remove_diacritics 0")'
        )
    )


def add_full_text(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Put passages (``number``, ``words``) into the index."""
    if rows:
        connection.execute(text("INSERT INTO words(rowid, searchable) VALUES (:number, :words)"), rows)


def remove_full_text(connection: Connection, numbers: list[int]) -> None:
    """Take passages out of the index."""
    if numbers:
        connection.execute(text("DELETE FROM words WHERE rowid = :number"), [{"number": number} for number in numbers])


def join_full_text(connection: Connection) -> None:
    """Join the pieces that the index was written in to one, so that a word is looked up once.

    Of 172,000 passages in ten pieces: 0.7 s; the median of 63 questions then takes 2.0 ms of processor, before 7.0.
    """
    connection.execute(text("INSERT INTO words(words) VALUES('optimize')"))


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what a database says of a broken, full or locked file into a sentence for a person."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig)
        if "full" in reason:
            told = "no space is left on the disk; what was written before is whole. Free some space and build again"
        elif "locked" in reason or "busy" in reason:
            told = "another program is writing to it. Wait for it to end, then try again"
        elif "readonly" in reason or "unable to open" in reason:
            told = f"the file or its folder can't be written or opened ({reason})"
        elif "malformed" in reason or "not a database" in reason:
            told = f"the file is damaged or no dossier ({reason})"
        else:
            raise
        raise DossierError(f"{path}: {told}") from error


@dataclass(frozen=True, slots=True)
class Within:
    """Where to look: one outlet, one speaker's words, days from ``earliest`` to ``latest`` (ISO); None: anywhere."""

    outlet: str | None = None
    speaker: str | None = None
    earliest: str | None = None
    latest: str | None = None


_SAID_THERE = (
    "EXISTS (SELECT 1 FROM annotations AS said WHERE said.layer = 'quotations' AND said.entity = :speaker AND "
    'said.article = passages.article AND said.start < passages."end" AND said."end" > passages.start)'
)
_PLACED = "JOIN passages ON passages.number = words.rowid JOIN articles ON articles.id = passages.article"


def match_statement(within: Within) -> TextClause:
    """The statement for passages that match ``:match``, best first (bm25: lower is better), at most ``:most``.

    Only passages at least as good as the last one wanted are looked up and put in order: a question loosely asked
    matches tens of thousands.
    """
    conditions = ["words MATCH :match"]
    if within.outlet is not None:
        conditions.append("articles.outlet = :outlet")
    if within.earliest is not None:
        conditions.append("articles.latest >= :earliest")
    if within.latest is not None:
        conditions.append("articles.earliest <= :latest")
    if within.speaker is not None:
        conditions.append(_SAID_THERE)
    limits = _PLACED if len(conditions) > 1 else ""
    return text(
        "WITH ranked AS MATERIALIZED (SELECT words.rowid AS number, bm25(words) AS rank FROM words "
        f"{limits} WHERE {' AND '.join(conditions)}), "
        "last AS (SELECT rank FROM ranked ORDER BY rank LIMIT 1 OFFSET :most - 1) "
        'SELECT passages.article, passages.start, passages."end", ranked.rank FROM ranked '
        "CROSS JOIN passages ON passages.number = ranked.number "
        "WHERE :most > 0 AND ranked.rank <= coalesce((SELECT rank FROM last), ranked.rank) "
        "ORDER BY ranked.rank, passages.article, passages.start LIMIT :most"
    )

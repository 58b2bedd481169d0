"""What differs between databases: how a dossier is opened and how full text is kept.

SQLite comes from the ``pysqlite3`` wheel where it is installed: versions 3.7.0 to 3.51.2 can corrupt a file in WAL mode
when one connection resets the log while another reads (sqlite.org, "WAL-reset bug"), and the standard library is
often older.
"""

from __future__ import annotations

import sqlite3
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool, QueuePool

try:
    import pysqlite3 as _wheel
except ImportError:  # not Linux, or installed without it
    _wheel = None

_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
BUSY_MILLISECONDS = 10_000


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
    connection.execute("PRAGMA mmap_size = 268435456")


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


MATCH = text(
    'SELECT passages.article, passages.start, passages."end", bm25(words) AS rank FROM words '
    "JOIN passages ON passages.number = words.rowid WHERE words MATCH :match ORDER BY rank, passages.number LIMIT :most"
)
"""Passages that match a full-text expression, best first (bm25: lower is better)."""

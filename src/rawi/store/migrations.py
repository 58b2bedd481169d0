"""Numbered changes of the schema. A file says which it has had; a newer file than this program is refused."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from rawi.store.dialect import create_full_text
from rawi.store.tables import metadata


def _first(connection: Connection) -> None:
    """All tables and the full-text index."""
    metadata.create_all(connection)
    create_full_text(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first,)
NEWEST = len(MIGRATIONS)


def migrate(connection: Connection, version: int) -> int:
    """Bring a file from ``version`` (0: empty) to the newest; returns the newest."""
    for step in MIGRATIONS[version:]:
        step(connection)
    return NEWEST

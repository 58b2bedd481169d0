"""What a well-read person knows: countries, places, organisations, agencies, outlets, and who held which office when.

The tables are CSV files in ``tables/``, written by hand; a user's folder with files of the same names and columns adds
to them, and a row of the same id replaces ours.
"""

from __future__ import annotations

import functools
from pathlib import Path

from rawi.knowledge.catalogue import Knowledge, NameType
from rawi.knowledge.loading import read_tables
from rawi.knowledge.records import Agency, Country, Holder, Office, Organisation, Outlet, Person, Place

__all__ = [
    "Agency",
    "Country",
    "Holder",
    "Knowledge",
    "NameType",
    "Office",
    "Organisation",
    "Outlet",
    "Person",
    "Place",
    "load_knowledge",
]


@functools.cache
def load_knowledge(extra: Path | None = None) -> Knowledge:
    """The package's knowledge, with the user's own tables of the folder ``extra`` added; read once per process.

    Raises KnowledgeError, naming file and line, for any mistake in a table.
    """
    return Knowledge(read_tables(extra))

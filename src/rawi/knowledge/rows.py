"""Rows of a table file, checked one cell at a time: a mistake is reported with its file and line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rawi.model.dates import earliest_day, is_date, latest_day
from rawi.model.errors import KnowledgeError

SEPARATOR = "|"
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands."""

    file: str
    line: int
    cells: Mapping[str, str]

    def error(self, problem: str) -> KnowledgeError:
        """An error that names this row."""
        return KnowledgeError(f"{self.file}, line {self.line}: {problem}")

    def text(self, column: str) -> str:
        """A cell that must be filled."""
        value = self.cells[column].strip()
        if not value:
            raise self.error(f"the column {column!r} is empty")
        return value

    def optional(self, column: str) -> str | None:
        """A cell that may be empty."""
        return self.cells[column].strip() or None

    def many(self, column: str) -> tuple[str, ...]:
        """A cell of several values between ``|``."""
        value = self.cells[column].strip()
        if not value:
            return ()
        values = tuple(part.strip() for part in value.split(SEPARATOR))
        if not all(values):
            raise self.error(f"the column {column!r} has an empty value between bars: {value!r}")
        return values

    def identifier(self, column: str) -> str:
        """A cell of small Latin letters, digits and hyphens."""
        value = self.text(column)
        if not _IDENTIFIER.fullmatch(value):
            raise self.error(f"{column} {value!r} is no identifier (expected small Latin letters, digits and hyphens)")
        return value

    def choice(self, column: str, allowed: Sequence[str]) -> str:
        """A cell with one of the allowed words."""
        value = self.text(column)
        if value not in allowed:
            raise self.error(f"unknown {column} {value!r} (expected one of: {', '.join(allowed)})")
        return value

    def flag(self, column: str) -> bool:
        """A cell that is empty, or holds the column's own name for yes."""
        value = self.optional(column)
        if value not in (None, column):
            raise self.error(f"{column} is {value!r} (expected {column!r} or nothing)")
        return value is not None

    def reference(self, column: str, known: Mapping[str, object] | frozenset[str]) -> str | None:
        """A cell that is empty or names a row of another table."""
        value = self.optional(column)
        if value is not None and value not in known:
            raise self.error(f"unknown {column} {value!r}")
        return value

    def date(self, column: str) -> str | None:
        """A cell with an ISO date of any precision, or nothing."""
        value = self.optional(column)
        if value is not None and not (_DATE.fullmatch(value) and is_date(value)):
            raise self.error(f"{column} {value!r} is no date (expected YYYY, YYYY-MM or YYYY-MM-DD)")
        return value

    def term(self) -> tuple[str | None, str | None]:
        """The columns ``start`` and ``end``, in the order of time."""
        start, end = self.date("start"), self.date("end")
        if start is not None and end is not None and latest_day(end) < earliest_day(start):
            raise self.error(f"the end {end} is before the start {start}")
        return start, end


def read_rows(file: str, content: str, columns: Sequence[str]) -> Iterator[Row]:
    r"""The rows of a CSV text whose first line names exactly the given columns, in any order.

    Raises KnowledgeError for an unknown or missing column and for a line with too many or too few cells.

    >>> [row.text("name") for row in read_rows("places.csv", "id,name\nbaghdad,بغداد\n", ("id", "name"))]
    ['بغداد']
    """
    reader = csv.reader(io.StringIO(content), strict=True)
    try:
        header = next(reader, [])
        unknown = [column for column in header if column not in columns]
        missing = [column for column in columns if column not in header]
        if unknown or missing or len(set(header)) < len(header):
            raise KnowledgeError(
                f"{file}, line 1: the columns are {', '.join(header) or 'absent'} (expected: {', '.join(columns)})"
            )
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise KnowledgeError(
                    f"{file}, line {reader.line_num}: {len(cells)} cells (expected {len(header)}: {', '.join(header)})"
                )
            yield Row(file, reader.line_num, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise KnowledgeError(f"{file}, line {reader.line_num}: not readable as CSV: {error}") from error

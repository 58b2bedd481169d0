"""Tables: JSON lines and CSV, a row an article, columns by their usual names or by a mapping."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rawi.model.annotation import Problem
from rawi.model.article import Article
from rawi.model.dates import is_date
from rawi.model.errors import InputError
from rawi.reading.addresses import canonical_url
from rawi.reading.encodings import decode_bytes
from rawi.reading.results import ReadArticle, Rejected
from rawi.reading.texts import check_text

FIELDS = ("text", "id", "outlet", "url", "title", "author", "published")
# Names under which common crawlers and data sets give the same things.
_USUAL = {
    "text": ("text", "content", "body", "article"),
    "id": ("id", "given_id"),
    "outlet": ("outlet", "source", "publisher", "site_name"),
    "url": ("url", "link"),
    "title": ("title", "headline"),
    "author": ("author", "byline", "authors"),
    "published": ("published", "date", "date_published", "published_at", "publish_date", "pub_date"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table gives which field; None means its usual names are tried."""

    text: str | None = None
    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None

    @classmethod
    def parse(cls, pairs: Mapping[str, str]) -> Columns:
        """The mapping from ``{"text": "content", ...}``. Raises InputError for a field that doesn't exist."""
        unknown = sorted(set(pairs) - set(FIELDS))
        if unknown:
            raise InputError(f"no such field: {', '.join(unknown)} (fields are {', '.join(FIELDS)})")
        return cls(**pairs)

    def names(self, field: str) -> tuple[str, ...]:
        """The column names to try for a field."""
        given: str | None = getattr(self, field)
        return (given,) if given else _USUAL[field]


def read_table(path: Path, columns: Columns = Columns()) -> Iterator[ReadArticle | Rejected]:
    """The articles of a .jsonl, .json or .csv table, row by row; a bad row is told and the rest goes on.

    Raises InputError where the table can't be read at all or has no column with the text.
    """
    try:
        content = decode_bytes(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    rows = _csv_rows(path, content) if path.suffix.lower() in (".csv", ".tsv") else _json_rows(path, content)
    any_row = any_text = False
    seen: set[str] = set()
    for number, row in rows:
        any_row = True
        where = f"{path}:{number}"
        if isinstance(row, Rejected):
            yield row
            continue
        seen.update(row)
        item = _row_article(row, columns, where)
        any_text = any_text or any(name in row for name in columns.names("text"))
        yield item
    if any_row and seen and not any_text:
        wanted = " or ".join(columns.names("text"))
        raise InputError(
            f"{path}: no column with the article's text (looked for {wanted}; the table has "
            f"{', '.join(sorted(seen))}). Name it, for example: --column text=content"
        )
    if not any_row:
        raise InputError(f"{path}: the table holds no row")


def _json_rows(path: Path, content: str) -> Iterator[tuple[int, dict[str, Any] | Rejected]]:
    if path.suffix.lower() == ".json":
        try:
            items = json.loads(content)
        except json.JSONDecodeError as error:
            raise InputError(f"{path}: not JSON: {error}") from error
        if not isinstance(items, list):
            raise InputError(f"{path}: a .json table must hold a list of objects")
        lines: Iterator[tuple[int, Any]] = enumerate(items, start=1)
        yield from ((number, _checked(path, number, item)) for number, item in lines)
        return
    # Only the line feed ends a JSON line: str.splitlines would also cut at U+2028 inside a string.
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except json.JSONDecodeError as error:
            problem = Problem("reading", "bad-row", f"{path.name}:{number}: not a JSON object: {error}")
            yield number, Rejected(f"{path}:{number}", problem)
            continue
        yield number, _checked(path, number, item)


def _checked(path: Path, number: int, item: Any) -> dict[str, Any] | Rejected:
    if isinstance(item, dict):
        return item
    return Rejected(f"{path}:{number}", Problem("reading", "bad-row", f"{path.name}:{number}: not a JSON object"))


def _csv_rows(path: Path, content: str) -> Iterator[tuple[int, dict[str, Any] | Rejected]]:
    # Articles are longer than the 128 KiB that the csv module takes for a field.
    csv.field_size_limit(2**31 - 1)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else None
    if delimiter is None:
        header = content.split("\n", 1)[0]
        delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if None in row:
                detail = f"{path.name}:{reader.line_num}: more cells than the header has columns"
                yield reader.line_num, Rejected(f"{path}:{reader.line_num}", Problem("reading", "bad-row", detail))
            else:
                yield reader.line_num, {key: value for key, value in row.items() if key is not None}
    except csv.Error as error:
        raise InputError(f"{path}: line {reader.line_num}: {error}") from error


def _row_article(row: dict[str, Any], columns: Columns, where: str) -> ReadArticle | Rejected:
    values = {field: _cell(row, columns.names(field)) for field in FIELDS}
    text = values["text"]
    if text is None or not text.strip():
        return Rejected(where, Problem("reading", "empty", f"{Path(where).name}: the row has no text"))
    problems = list(check_text(text))
    published = values["published"]
    if published is not None and not is_date(published):
        detail = f"the date given can't be read as an ISO date and was left out: {published!r}"
        problems.append(Problem("reading", "bad-date", detail))
        published = None
    url = values["url"]
    article = Article.create(
        text,
        title=values["title"],
        outlet=values["outlet"],
        url=url,
        canonical_url=canonical_url(url) if url else None,
        author=values["author"],
        published=published,
        given_id=values["id"],
        read_from=where,
    )
    return ReadArticle(article, tuple(problems))


# What programs write where there is nothing.
_NOTHING = frozenset({"", "none", "null", "nan", "nat", "n/a"})


def _cell(row: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = row.get(name)
        if value is None or (isinstance(value, str) and value.strip().lower() in _NOTHING):
            continue
        if isinstance(value, dict):
            # Our own annotated articles give a date as a range; only a single day is a date.
            earliest = value.get("earliest")
            return earliest if earliest and earliest == value.get("latest") else None
        if isinstance(value, list):
            return "، ".join(str(part) for part in value) or None
        return value if isinstance(value, str) else str(value)
    return None

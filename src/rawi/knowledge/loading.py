"""Tables from files to records: the package's own, and a user's folder of tables with the same columns."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import TypeVar

from rawi.arabic.letters import fold
from rawi.knowledge.parsing import (
    PARSED_TABLES,
    Known,
    parse_agency,
    parse_country,
    parse_holder,
    parse_office,
    parse_organisation,
    parse_outlet,
    parse_pattern,
    parse_person,
    parse_place,
)
from rawi.knowledge.records import Agency, Country, Holder, Office, Organisation, Outlet, Person, Place
from rawi.knowledge.rows import Row, read_rows
from rawi.knowledge.titles import TitlePattern
from rawi.model.errors import KnowledgeError

Record = TypeVar("Record")

WORD_LISTS = ("given_names.txt", "family_names.txt", "everyday_names.txt")
_DIGEST_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that was read, in the files' order. ``version`` is a digest of the files' content."""

    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    organisations: tuple[Organisation, ...]
    agencies: tuple[Agency, ...]
    outlets: tuple[Outlet, ...]
    offices: tuple[Office, ...]
    holders: tuple[Holder, ...]
    persons: tuple[Person, ...]
    patterns: tuple[TitlePattern, ...]
    given_names: frozenset[str]
    family_names: frozenset[str]
    everyday_names: frozenset[str]
    version: str


@dataclass(frozen=True, slots=True)
class Source:
    """A table's text and the name by which its errors are reported."""

    file: str
    content: str


@dataclass(slots=True)
class _Reader:
    """Reads table after table, so that later ones can be checked against earlier ones."""

    sources: Mapping[str, tuple[Source, ...]]
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def read(
        self, table: str, parse: Callable[[Row, Known], Record], key: Callable[[Record], str]
    ) -> tuple[Record, ...]:
        """The records of a table. A row of the user's replaces the row of the same key; twice in a file is an error."""
        records: dict[str, Record] = {}
        file = f"{table}.csv"
        known = Known(self.known)
        for source in self.sources.get(file, ()):
            lines: dict[str, int] = {}
            for row in read_rows(source.file, source.content, PARSED_TABLES[table]):
                record = parse(row, known)
                name = key(record)
                if name in lines:
                    raise row.error(f"{name!r} is there already, in line {lines[name]}")
                lines[name] = row.line
                records[name] = record
        self.known[table] = frozenset(records)
        return tuple(records.values())

    def words(self, file: str) -> frozenset[str]:
        """A list of words, one a line; lines that start with # are comments."""
        lines = (line.strip() for source in self.sources.get(file, ()) for line in source.content.splitlines())
        return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


def read_tables(extra: Path | None = None) -> Tables:
    """The package's tables, with those of the folder ``extra`` added.

    Raises KnowledgeError for a folder that is missing, a file in it that no table is named after, and any mistake in
    a row, with file and line.
    """
    sources = _own_sources()
    if extra is not None:
        for name, source in _extra_sources(extra).items():
            sources[name] = (*sources.get(name, ()), source)
    reader = _Reader(sources)
    countries = reader.read("countries", parse_country, lambda record: record.code)
    organisations = reader.read("organisations", parse_organisation, lambda record: record.id)
    places = reader.read("places", parse_place, lambda record: record.id)
    agencies = reader.read("agencies", parse_agency, lambda record: record.id)
    outlets = reader.read("outlets", parse_outlet, lambda record: record.id)
    patterns = reader.read("title_patterns", parse_pattern, lambda record: f"{record.kind} {record.pattern}")
    reader.known["kinds"] = frozenset(pattern.kind for pattern in patterns) | {"other"}
    offices = reader.read("offices", parse_office, lambda record: record.id)
    terms = reader.read("holders", parse_holder, lambda record: f"{record.office} {record.person} {record.start}")
    holders = _with_all_spellings(terms)
    persons = reader.read("persons", parse_person, lambda record: record.id)
    digest = hashlib.sha256()
    for name in sorted(sources):
        for source in sources[name]:
            digest.update(f"{name}\0{source.content}\0".encode())
    return Tables(
        countries=countries,
        places=places,
        organisations=organisations,
        agencies=agencies,
        outlets=outlets,
        offices=offices,
        holders=holders,
        persons=_with_holders(persons, holders, offices),
        patterns=patterns,
        given_names=reader.words("given_names.txt"),
        family_names=reader.words("family_names.txt"),
        everyday_names=reader.words("everyday_names.txt"),
        version=digest.hexdigest()[:_DIGEST_LENGTH],
    )


def _own_sources() -> dict[str, tuple[Source, ...]]:
    folder = resources.files("rawi.knowledge") / "tables"
    names = (*(f"{table}.csv" for table in PARSED_TABLES), *WORD_LISTS)
    return {name: (Source(name, (folder / name).read_text(encoding="utf-8")),) for name in names}


def _extra_sources(folder: Path) -> dict[str, Source]:
    if not folder.is_dir():
        raise KnowledgeError(f"{folder}: no such folder (expected one with tables such as persons.csv)")
    allowed = (*(f"{table}.csv" for table in PARSED_TABLES), *WORD_LISTS)
    found = {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".csv", ".txt"):
            continue
        if path.name not in allowed:
            raise KnowledgeError(f"{path}: no table has this name (expected one of: {', '.join(allowed)})")
        try:
            found[path.name] = Source(str(path), path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            raise KnowledgeError(f"{path}: not readable as UTF-8 text: {error}") from error
    return found


def _with_all_spellings(holders: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """The terms, each with every spelling of the person's name in any row; a row need not repeat them."""
    spellings: dict[str, dict[str, None]] = {}
    for holder in holders:
        spellings.setdefault(holder.person, {}).update(dict.fromkeys((holder.name, *holder.aliases)))
    unified = []
    for holder in holders:
        name, *aliases = spellings[holder.person]
        unified.append(replace(holder, name=name, aliases=tuple(aliases)))
    return tuple(unified)


def _with_holders(
    persons: tuple[Person, ...], holders: tuple[Holder, ...], offices: tuple[Office, ...]
) -> tuple[Person, ...]:
    """The persons, with one added for every office holder who isn't among them, and all of a holder's spellings."""
    by_office = {office.id: office for office in offices}
    merged = {person.id: person for person in persons}
    for holder in holders:
        office = by_office[holder.office]
        known = merged.get(holder.person)
        if known is None:
            merged[holder.person] = Person(
                holder.person, holder.name, holder.aliases, holder.english, office.country, office.name
            )
            continue
        spellings = dict.fromkeys((*known.aliases, holder.name, *holder.aliases))
        spellings.pop(known.name, None)
        merged[known.id] = Person(
            known.id, known.name, tuple(spellings), known.english, known.country or office.country, known.known_for
        )
    return tuple(merged.values())

"""One row to one record: which columns each table has and what may stand in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from rawi.knowledge.records import Agency, Country, Holder, Office, Organisation, Outlet, Person, Place
from rawi.knowledge.rows import Row
from rawi.knowledge.titles import PLACEHOLDERS, TitlePattern

# The columns of each table, in the order in which tables are read.
PARSED_TABLES: Mapping[str, tuple[str, ...]] = {
    "countries": (
        *("code", "code3", "name", "aliases", "demonyms", "weak_demonyms", "peoples", "capitals", "english"),
    ),
    "organisations": ("id", "name", "aliases", "english", "country", "kind", "role", "start", "end"),
    "places": ("id", "name", "aliases", "english", "country", "type", "stands_for"),
    "agencies": ("id", "name", "aliases", "signatures", "english", "country"),
    "outlets": ("id", "name", "aliases", "english", "domains", "country", "kind"),
    "title_patterns": ("kind", "pattern"),
    "offices": ("id", "name", "aliases", "english", "kind", "country", "organisation"),
    "holders": ("office", "name", "aliases", "english", "feminine", "acting", "start", "end"),
    "persons": ("id", "name", "aliases", "english", "country", "known_for"),
}
PLACE_TYPES = ("GPE", "LOC", "FAC")
OUTLET_KINDS = ("newspaper", "television", "site", "radio", "magazine")
ORGANISATION_KINDS = (
    *("international_body", "government", "ministry", "parliament", "judiciary", "military", "security", "party"),
    *("armed_group", "company", "bank", "ngo", "media", "university", "religious", "sports", "union"),
)
_CODE = re.compile(r"[A-Z]{2}")
_CODE3 = re.compile(r"[A-Z]{3}")
_ROLE = re.compile(r"[A-Z]{3,9}")
# A domain, with the first part of a path where several outlets share one (bbc.com/arabic).
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[a-z0-9-]+)?")


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of the tables that were read before, for checking references."""

    tables: Mapping[str, frozenset[str]]

    def of(self, table: str) -> frozenset[str]:
        """The keys of one table."""
        return self.tables.get(table, frozenset())


def make_slug(english: str) -> str:
    """The identifier of an English name.

    >>> make_slug("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    """
    plain = unicodedata.normalize(
        "NFKD", english.replace("+", " plus ").replace("ı", "i").replace("ø", "o").replace("ł", "l")
    )
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f'’]", "", plain).lower()))


def parse_country(row: Row, known: Known) -> Country:
    """A country; it refers to no other table."""
    del known
    if not _CODE.fullmatch(row.text("code")) or not _CODE3.fullmatch(row.text("code3")):
        raise row.error(f"bad code {row.text('code')!r} or code3 {row.text('code3')!r} (expected IQ, IRQ)")
    return Country(
        code=row.text("code"),
        code3=row.text("code3"),
        name=row.text("name"),
        aliases=row.many("aliases"),
        demonyms=row.many("demonyms"),
        weak_demonyms=row.many("weak_demonyms"),
        peoples=row.many("peoples"),
        capitals=row.many("capitals"),
        english=row.text("english"),
    )


def parse_organisation(row: Row, known: Known) -> Organisation:
    """An organisation of a known country."""
    role = row.optional("role")
    if role is not None and not _ROLE.fullmatch(role):
        raise row.error(f"role {role!r} is no actor code (expected capitals such as IRQGOV)")
    start, end = row.term()
    return Organisation(
        id=row.identifier("id"),
        name=row.text("name"),
        aliases=row.many("aliases"),
        english=row.text("english"),
        country=row.reference("country", known.of("countries")),
        kind=row.choice("kind", ORGANISATION_KINDS),
        role=role,
        start=start,
        end=end,
    )


def parse_place(row: Row, known: Known) -> Place:
    """A place of a known country that may stand for a known organisation."""
    return Place(
        id=row.identifier("id"),
        name=row.text("name"),
        aliases=row.many("aliases"),
        english=row.text("english"),
        country=row.reference("country", known.of("countries")),
        type=row.choice("type", PLACE_TYPES),
        stands_for=row.reference("stands_for", known.of("organisations")),
    )


def parse_agency(row: Row, known: Known) -> Agency:
    """An agency of a known country."""
    return Agency(
        id=row.identifier("id"),
        name=row.text("name"),
        aliases=row.many("aliases"),
        english=row.text("english"),
        signatures=row.many("signatures"),
        country=row.reference("country", known.of("countries")),
    )


def parse_outlet(row: Row, known: Known) -> Outlet:
    """An outlet of a known country with plain domains."""
    domains = row.many("domains")
    for domain in domains:
        if not _DOMAIN.fullmatch(domain) or domain.startswith("www."):
            raise row.error(f"{domain!r} is no plain domain (expected one such as example.com)")
    return Outlet(
        id=row.identifier("id"),
        name=row.text("name"),
        aliases=row.many("aliases"),
        english=row.text("english"),
        domains=domains,
        country=row.reference("country", known.of("countries")),
        kind=row.choice("kind", OUTLET_KINDS),
    )


def parse_pattern(row: Row, known: Known) -> TitlePattern:
    """A title pattern; its placeholders must be known."""
    del known
    pattern = row.text("pattern")
    unknown = [word for word in re.findall(r"\{[^}]*\}", pattern) if word not in PLACEHOLDERS]
    if unknown:
        raise row.error(f"unknown placeholder {unknown[0]} (expected one of: {', '.join(PLACEHOLDERS)})")
    return TitlePattern(row.identifier("kind"), pattern)


def parse_office(row: Row, known: Known) -> Office:
    """An office of a known country or organisation."""
    return Office(
        id=row.identifier("id"),
        name=row.text("name"),
        aliases=row.many("aliases"),
        english=row.text("english"),
        kind=row.choice("kind", sorted(known.of("kinds"))),
        country=row.reference("country", known.of("countries")),
        organisation=row.reference("organisation", known.of("organisations")),
    )


def parse_holder(row: Row, known: Known) -> Holder:
    """A term in a known office. The person's id is made from the English name."""
    start, end = row.term()
    if start is None:
        raise row.error("the column 'start' is empty")
    if row.text("office") not in known.of("offices"):
        raise row.error(f"unknown office {row.text('office')!r}")
    return Holder(
        office=row.text("office"),
        person=make_slug(row.text("english")),
        name=row.text("name"),
        aliases=row.many("aliases"),
        english=row.text("english"),
        feminine=row.flag("feminine"),
        acting=row.flag("acting"),
        start=start,
        end=end,
    )


def parse_person(row: Row, known: Known) -> Person:
    """A person of a known country."""
    return Person(
        id=row.identifier("id"),
        name=row.text("name"),
        aliases=row.many("aliases"),
        english=row.text("english"),
        country=row.reference("country", known.of("countries")),
        known_for=row.optional("known_for") or "",
    )

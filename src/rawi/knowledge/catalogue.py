"""The tables with their finders: who or what a name means, who held an office when."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias, TypeVar

from rawi.arabic.letters import fold
from rawi.knowledge.loading import Tables
from rawi.knowledge.naming import inflect_demonym, is_part_of_name, make_key, split_surname
from rawi.knowledge.records import Agency, Country, Holder, Office, Organisation, Outlet, Person, Place
from rawi.knowledge.titles import ReadTitle, TitleIndex
from rawi.model.dates import latest_day

NameType: TypeAlias = Literal["PER", "ORG", "LOC"]
_Entry: TypeAlias = Country | Place | Organisation | Agency | Outlet | Person

# Words before an outlet's or agency's own name.
_KINDS_OF_OUTLET = re.compile(
    r"^(?:ال)?(?:صحيفه|جريده|قناه|فضاييه|موقع|مجله|اذاعه|شبكه|تلفزيون|وكاله(?:\s+(?:ال)?(?:انباء|اخبار))?)\s+"
)
_HOST = re.compile(r"^(?:[a-z]+://)?([a-z0-9.-]+\.[a-z]{2,})(?::\d+)?(/[a-z0-9-]+)?(?:[/?#].*)?$")
# A president-elect takes office within this many days of being called so: the longest gap between a vote and the oath
# in our tables is the United States' (early November to 20 January), with room for imprecise dates.
_ELECTED_DAYS = 120


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


Entry = TypeVar("Entry", bound=_Named)


def _by_name(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries by name and alias. Names come before aliases, earlier rows before later ones."""
    found: dict[str, Entry] = {}
    entries = tuple(entries)
    for entry in entries:
        found.setdefault(make_key(entry.name), entry)
    for entry in entries:
        for alias in entry.aliases:
            found.setdefault(make_key(alias), entry)
    return found


@dataclass(frozen=True, slots=True)
class _Indexes:
    """The finders' lookups, built once."""

    countries: Mapping[str, Country]
    codes: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    weak_demonyms: Mapping[str, Country]
    places: Mapping[str, Place]
    organisations: Mapping[str, Organisation]
    agencies: Mapping[str, Agency]
    outlets: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]
    offices: Mapping[str, Office]
    titles: TitleIndex
    holders: Mapping[str, tuple[Holder, ...]]
    terms: Mapping[str, tuple[Holder, ...]]
    persons: Mapping[str, tuple[Person, ...]]


class Knowledge:
    """What a well-read person knows. All tables are tuples; finders fold spelling and give None or () when unknown."""

    __slots__ = (
        *(
            "agencies",
            "countries",
            "everyday_names",
            "family_names",
            "given_names",
            "holders",
            "offices",
            "organisations",
        ),
        *("outlets", "persons", "places", "version", "_indexes"),
    )

    def __init__(self, tables: Tables) -> None:
        self.countries: tuple[Country, ...] = tables.countries
        self.places: tuple[Place, ...] = tables.places
        self.organisations: tuple[Organisation, ...] = tables.organisations
        self.agencies: tuple[Agency, ...] = tables.agencies
        self.outlets: tuple[Outlet, ...] = tables.outlets
        self.offices: tuple[Office, ...] = tables.offices
        self.holders: tuple[Holder, ...] = tables.holders
        self.persons: tuple[Person, ...] = tables.persons
        self.given_names: frozenset[str] = tables.given_names
        self.family_names: frozenset[str] = tables.family_names
        self.everyday_names: frozenset[str] = tables.everyday_names
        self.version: str = tables.version
        self._indexes = _build_indexes(tables)

    def find_country(self, name: str) -> Country | None:
        """The country of a name, alias or two- or three-letter code.

        >>> from rawi.knowledge import load_knowledge
        >>> load_knowledge().find_country("الولايات المتحدة الامريكية").code
        'US'
        """
        return self._indexes.codes.get(name) or self._indexes.countries.get(make_key(name))

    def find_country_by_demonym(self, word: str, weak: bool = False) -> Country | None:
        """The country of a demonym in any form (أميركي، الأميركية، الأميركيون), without proclitics.

        Words that mean something else more often (المالية) count only with ``weak``: beside a title, for example.

        >>> from rawi.knowledge import load_knowledge
        >>> load_knowledge().find_country_by_demonym("الأمريكيين").code
        'US'
        """
        form = " ".join(fold(word).split())
        return self._indexes.demonyms.get(form) or (self._indexes.weak_demonyms.get(form) if weak else None)

    def find_place(self, name: str) -> Place | None:
        """The city, region, sea or building of a name."""
        return self._indexes.places.get(make_key(name))

    def find_organisation(self, name: str) -> Organisation | None:
        """The organisation of a name or alias (داعش، تنظيم الدولة)."""
        return self._indexes.organisations.get(make_key(name))

    def find_agency(self, text: str) -> Agency | None:
        """The agency that a whole name or signature means: (أ.ف.ب), وكالة رويترز, واس.

        Signatures can be everyday words: ask only for text that stands where an agency signs.
        """
        return self._indexes.agencies.get(make_key(text)) or self._indexes.agencies.get(
            make_key(_KINDS_OF_OUTLET.sub("", fold(text).strip()))
        )

    def find_outlet(self, name_or_domain: str) -> Outlet | None:
        """The outlet of a name (with or without صحيفة, قناة...), domain or address.

        >>> from rawi.knowledge import load_knowledge
        >>> knowledge = load_knowledge()
        >>> knowledge.find_outlet("https://www.alriyadh.com/1012") is knowledge.find_outlet("صحيفة الرياض")
        True
        """
        host = _HOST.match(name_or_domain.strip().lower())
        if host:
            labels = host.group(1).split(".")
            for path in (host.group(2) or "", ""):
                for start in range(len(labels) - 1):
                    outlet = self._indexes.domains.get(".".join(labels[start:]) + path)
                    if outlet:
                        return outlet
            return None
        return self._indexes.outlets.get(make_key(name_or_domain)) or self._indexes.outlets.get(
            make_key(_KINDS_OF_OUTLET.sub("", fold(name_or_domain).strip()))
        )

    def find_persons(self, name: str) -> tuple[Person, ...]:
        """Who may be meant by a full name, alias or surname: whole names before surnames, else in the tables' order."""
        return self._indexes.persons.get(make_key(name), ())

    def find_office(self, office: str) -> Office | None:
        """The office of an id."""
        return self._indexes.offices.get(office)

    def find_offices(self, title: str, country: str | None = None) -> tuple[Office, ...]:
        """The offices that a title phrase names; ``country`` is the code for a title without one (رئيس الوزراء).

        Where neither tells the country, the person's name after the title may: وزير الخارجية جون كيري.
        """
        read = self._indexes.titles.read(title, country)
        if read is None:
            return ()
        held = {holder.office for holder in self._match_holders(read)} if read.bare and read.name else set(read.offices)
        return tuple(self._indexes.offices[office] for office in read.offices if office in held)

    def resolve_office(
        self, title: str, earliest: str | None = None, latest: str | None = None, country: str | None = None
    ) -> tuple[Holder, ...]:
        """Who held the office that a title phrase names, in the days from ``earliest`` to ``latest`` (all, undated).

        Dates are ISO of any precision. A title that ends in a name keeps only the holders of that name. السابق asks
        for those whose term was over (the last one first), المنتخب for those about to begin. ``country`` is the code
        for a title without one. Holders come in the order of their terms.

        >>> from rawi.knowledge import load_knowledge
        >>> [holder.name for holder in load_knowledge().resolve_office("الرئيس الأمريكي", "2020-08-20", "2020-08-20")]
        ['دونالد ترامب']
        """
        read = self._indexes.titles.read(title, country)
        if read is None:
            return ()
        holders = self._match_holders(read)
        if not holders and read.bare and country is not None:
            # The title is of another country than the one it was asked for: its holder's name says so.
            return self.resolve_office(title, earliest, latest)
        holders.sort(key=lambda holder: (holder.first_day, holder.office, holder.person))
        if read.when == "former":
            until = latest_day(latest) if latest else None
            return tuple(
                holder
                for holder in reversed(holders)
                if holder.last_day is not None and (until is None or holder.last_day < until)
            )
        if read.when == "elected" and latest:
            soon = datetime.date.fromisoformat(latest_day(latest)) + datetime.timedelta(days=_ELECTED_DAYS)
            return tuple(
                holder
                for holder in holders
                if holder.first_day <= soon.isoformat() and (earliest is None or holder.first_day > earliest)
            )
        return tuple(holder for holder in holders if holder.is_within(earliest, latest))

    def _match_holders(self, read: ReadTitle) -> list[Holder]:
        """The holders of a title's offices, of all times, whom its gender and the name after it allow."""
        holders = [holder for office in read.offices for holder in self._indexes.holders.get(office, ())]
        if read.feminine and any(holder.feminine for holder in holders):
            holders = [holder for holder in holders if holder.feminine]
        if not read.name:
            return holders
        is_called = _is_surely_called if read.bare else _is_called
        return [holder for holder in holders if is_called(holder, read.name)]

    def terms_of(self, person: str) -> tuple[Holder, ...]:
        """All terms in all offices of a person, given by id, name or alias, in the order of time."""
        return self._indexes.terms.get(make_key(person), ())

    def bound_by_office(self, title: str, name: str, country: str | None = None) -> tuple[tuple[str, str | None], ...]:
        """The days in which the person so called held the office so titled: first and last day, None where open.

        >>> from rawi.knowledge import load_knowledge
        >>> load_knowledge().bound_by_office("الرئيس الأميركي", "جو بايدن")
        (('2021-01-20', '2025-01-20'),)
        """
        holders = self.resolve_office(f"{title} {name}", country=country) if name.split() else ()
        return tuple((holder.first_day, holder.last_day) for holder in holders)

    def iter_names(self) -> Iterator[tuple[str, NameType, str]]:
        """Every name and alias as written in the tables, with its type and the id (for countries, the code).

        Names that are everyday words more often are left out (``everyday_names``), and so are names of outlets in one
        word, because nearly all are such words (المدينة، الحياة، سبق); صحيفة المدينة is there. The finders know all.
        """
        tables: tuple[tuple[NameType, tuple[_Entry, ...]], ...] = (
            ("LOC", self.countries),
            ("LOC", self.places),
            ("ORG", self.organisations),
            ("ORG", self.agencies),
            ("ORG", self.outlets),
            ("PER", self.persons),
        )
        for kind, entries in tables:
            for entry in entries:
                for name in dict.fromkeys((entry.name, *entry.aliases)):
                    if not (fold(name) in self.everyday_names or (isinstance(entry, Outlet) and self._is_plain(name))):
                        yield name, kind, entry.code if isinstance(entry, Country) else entry.id

    def _is_plain(self, name: str) -> bool:
        """Whether an outlet's name is a single word or also a place's (الشرق الأوسط)."""
        return " " not in name or make_key(name) in self._indexes.places


def _is_called(holder: Holder, name: str) -> bool:
    """Whether the name is one of the holder's spellings or a part of one."""
    return any(is_part_of_name(name, spelling) for spelling in (holder.name, *holder.aliases))


def _is_surely_called(holder: Holder, name: str) -> bool:
    """As above, where nothing but the name tells the country: one word must be a surname or an alias (not محمد)."""
    if len(name.split()) > 1:
        return _is_called(holder, name)
    key = make_key(name)
    return any(
        key in (make_key(spelling), make_key(split_surname(spelling) or ""))
        for spelling in (holder.name, *holder.aliases)
    )


def _build_indexes(tables: Tables) -> _Indexes:
    codes = {code: country for country in tables.countries for code in (country.code, country.code3)}
    agencies = _by_name(tables.agencies)
    for agency in tables.agencies:
        for signature in agency.signatures:
            agencies.setdefault(make_key(signature), agency)
    holders: dict[str, list[Holder]] = defaultdict(list)
    terms: dict[str, dict[Holder, None]] = defaultdict(dict)
    for holder in sorted(tables.holders, key=lambda holder: holder.first_day):
        holders[holder.office].append(holder)
        for name in (holder.person, holder.name, *holder.aliases):
            terms[make_key(name)][holder] = None
    return _Indexes(
        countries=_by_name(tables.countries),
        codes=codes,
        demonyms=_index_demonyms(tables.countries, weak=False),
        weak_demonyms=_index_demonyms(tables.countries, weak=True),
        places=_by_name(tables.places),
        organisations=_by_name(tables.organisations),
        agencies=agencies,
        outlets=_by_name(tables.outlets),
        domains={domain: outlet for outlet in reversed(tables.outlets) for domain in outlet.domains},
        offices={office.id: office for office in tables.offices},
        titles=TitleIndex(tables.offices, tables.patterns, {country.code: country for country in tables.countries}),
        holders={office: tuple(terms) for office, terms in holders.items()},
        terms={name: tuple(found) for name, found in terms.items()},
        persons=_index_persons(tables.persons),
    )


def _index_demonyms(countries: Iterable[Country], weak: bool) -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in countries:
        for stem in country.weak_demonyms if weak else country.demonyms:
            for form in inflect_demonym(stem):
                found.setdefault(form, country)
        for people in () if weak else country.peoples:
            found.setdefault(fold(people), country)
            found.setdefault("ال" + fold(people), country)
    return found


def _index_persons(persons: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """Persons by whole names first, then by surnames."""
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    persons = tuple(persons)
    for person in persons:
        for name in (person.id, person.name, *person.aliases):
            found[make_key(name)].setdefault(person.id, person)
    for person in persons:
        for name in (person.name, *person.aliases):
            surname = split_surname(name)
            if surname:
                found[make_key(surname)].setdefault(person.id, person)
    return {name: tuple(entries.values()) for name, entries in found.items()}

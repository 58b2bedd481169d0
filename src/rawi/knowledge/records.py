"""What the tables hold: one frozen record a row. ``name`` is the usual Arabic name, ``aliases`` its other spellings."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.model.dates import earliest_day, latest_day


@dataclass(frozen=True, slots=True)
class Country:
    """A country of today or, where the news still names it, of the past.

    ``code`` is ISO 3166's two letters, ``code3`` the three letters that event data use. ``demonyms`` are masculine
    singular (أميركي); ``weak_demonyms`` are such words that mean something else more often (مالي: financial).
    ``peoples`` are irregular plurals (أتراك).
    """

    code: str
    code3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    weak_demonyms: tuple[str, ...]
    peoples: tuple[str, ...]
    capitals: tuple[str, ...]
    english: str


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region (GPE), sea or river (LOC), or building (FAC).

    ``stands_for`` is the id of the organisation that speaks when the place does (الكرملين).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    country: str | None
    type: str
    stands_for: str | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, company, party or armed group. ``role`` is a CAMEO-like actor code (IRQGOV); dates are partial ISO."""

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    country: str | None
    kind: str
    role: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency. ``aliases`` name it anywhere in a text; ``signatures`` only where an agency signs or stands in
    brackets, because many are everyday words elsewhere (معا, واس, بنا).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    signatures: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, television, site, radio or magazine, with the domains it publishes under."""

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    domains: tuple[str, ...]
    country: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a country or organisation. ``kind`` selects the titles built from the country's name and demonym;
    ``aliases`` are titles that belong to this office alone (خادم الحرمين الشريفين).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    kind: str
    country: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of one person in one office. ``start`` and ``end`` are ISO dates as precise as known (2003, 2003-05).

    ``end`` is None where the term lasts as far as the tables know. ``acting`` tells a stand-in.
    """

    office: str
    person: str
    name: str
    aliases: tuple[str, ...]
    english: str
    feminine: bool
    acting: bool
    start: str
    end: str | None

    @property
    def first_day(self) -> str:
        """The first day on which the person may have held the office, YYYY-MM-DD."""
        return earliest_day(self.start)

    @property
    def last_day(self) -> str | None:
        """The last such day, or None where the term is open."""
        return None if self.end is None else latest_day(self.end)

    def is_within(self, earliest: str | None, latest: str | None) -> bool:
        """Whether the term and the days from ``earliest`` to ``latest`` (None: open) share a day."""
        if latest is not None and self.first_day > latest_day(latest):
            return False
        last = self.last_day
        return earliest is None or last is None or last >= earliest_day(earliest)


@dataclass(frozen=True, slots=True)
class Person:
    """A person in the news. ``known_for`` says in a few Arabic words who that is."""

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    country: str | None
    known_for: str

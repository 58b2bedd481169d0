"""Actor codes in CAMEO's manner: country and role (IRQGOV, IRNMIL), from the knowledge tables and their dates."""

from __future__ import annotations

from rawi.knowledge import Knowledge
from rawi.model.annotation import Mention, PublishedDate

_MILITARY = frozenset(["chief-of-staff", "army-chief", "defence-chief"])


def find_code(mention: Mention, knowledge: Knowledge, published: PublishedDate) -> str | None:
    """The code of who is mentioned, as of the article's date; None where the tables don't know.

    >>> from rawi.knowledge import load_knowledge
    >>> day = PublishedDate("2020-08-20", "2020-08-20")
    >>> find_code(Mention(0, 6, "PER", name="مصطفى الكاظمي"), load_knowledge(), day)
    'IRQGOV'
    """
    name = mention.name
    if not name:
        return None
    if mention.type == "PER":
        return _code_of_person(name, knowledge, published)
    organisation = knowledge.find_organisation(name) if mention.type == "ORG" else None
    if organisation is not None:
        return organisation.role or _code3(organisation.country, knowledge)
    country = knowledge.find_country(name)
    if country is not None:
        return country.code3
    place = knowledge.find_place(name)
    return _code3(place.country, knowledge) if place is not None else None


def _code_of_person(name: str, knowledge: Knowledge, published: PublishedDate) -> str | None:
    terms = [term for term in knowledge.terms_of(name) if term.is_within(published.earliest, published.latest)]
    for term in terms:
        office = knowledge.find_office(term.office)
        if office is None:
            continue
        country = _code3(office.country, knowledge)
        if country:
            return country + ("MIL" if office.kind in _MILITARY else "GOV")
    persons = knowledge.find_persons(name)
    if len(persons) == 1:
        return _code3(persons[0].country, knowledge)
    return None


def _code3(code: str | None, knowledge: Knowledge) -> str | None:
    country = knowledge.find_country(code) if code else None
    return country.code3 if country is not None else None

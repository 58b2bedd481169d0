"""Persons of one article: full names first, then the bare surnames and given names that take them up."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.annotating.coreference.unresolved import Referent, Unresolved
from rawi.arabic.names import score_spelling, split_name
from rawi.knowledge import Knowledge, Person

# Spellings of one name in one article: transcription may swing (.8), letters may not (.7).
_SAME_SPELLING = 0.75


def gather_persons(
    said: Sequence[Unresolved], knowledge: Knowledge, day: str | None
) -> list[tuple[Unresolved, Referent]]:
    """Each named person with the referent it means. ``day`` is about when the article was written, if known."""
    referents: list[Referent] = []
    found: list[tuple[Unresolved, Referent]] = []
    ordered = sorted(said, key=lambda one: (-min(len(split_name(one.surface)), 2), one.mention.start))
    for one in ordered:
        parts = split_name(" ".join(one.words))
        referent = _find(parts, one, referents, knowledge)
        if referent is None:
            referent = Referent("PER", one.surface, parts)
            person = _know(parts, one, knowledge, day)
            known = next((other for other in referents if person and other.knowledge == person.id), None)
            if known is not None:
                referent = known
            else:
                referents.append(referent)
                if person is not None:
                    referent.knowledge, referent.name = person.id, person.name
        if len(parts) > len(referent.key):
            referent.key = parts
            if referent.knowledge is None:
                referent.name = one.surface
        referent.names.append(parts)
        referent.places.append(one.mention.start)
        if one.title:
            referent.titles.append(one.title)
        found.append((one, referent))
    return found


def _find(
    parts: tuple[str, ...], one: Unresolved, referents: Sequence[Referent], knowledge: Knowledge
) -> Referent | None:
    """The referent that the name takes up: one of a like full name, else the nearest that has the bare part."""
    alike = [referent for referent in referents if any(is_same_person(parts, other) for other in referent.names)]
    if len(parts) == 1 and not alike:
        alike = [referent for referent in referents if _is_alias(parts[0], referent, knowledge)]
    return min(alike, key=lambda referent: referent.distance(one.mention.start), default=None)


def _is_alias(part: str, referent: Referent, knowledge: Knowledge) -> bool:
    if referent.knowledge is None:
        return False
    return any(person.id == referent.knowledge for person in knowledge.find_persons(part))


def is_same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names in one article can mean one person: a part of a name, or all parts alike, in order.

    >>> is_same_person(("الكاظمي",), ("مصطفي", "الكاظمي")), is_same_person(("علي", "صالح"), ("علي", "عبدالله", "صالح"))
    (True, True)
    >>> is_same_person(("محمد", "صالح"), ("علي", "صالح"))
    False
    """
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        if len(long) == 1:
            return score_spelling(short[0], long[0]) >= _SAME_SPELLING
        return max(score_spelling(short[0], long[-1]), score_spelling(short[0], long[0])) >= _SAME_SPELLING
    if score_spelling(short[0], long[0]) < _SAME_SPELLING:
        return False
    place = 1
    for part in short[1:]:
        while place < len(long) and score_spelling(part, long[place]) < _SAME_SPELLING:
            place += 1
        if place == len(long):
            return False
        place += 1
    return True


def _know(parts: tuple[str, ...], one: Unresolved, knowledge: Knowledge, day: str | None) -> Person | None:
    """The one person of the tables whom the name surely means; namesakes are told apart by their time in office."""
    candidates = knowledge.find_persons(one.surface) or knowledge.find_persons(" ".join(one.words))
    if len(candidates) > 1:
        whole = [person for person in candidates if _is_spelled(parts, person)]
        candidates = tuple(whole) or candidates
    if len(candidates) > 1 and day:
        serving = [
            person for person in candidates if any(term.is_within(day, day) for term in knowledge.terms_of(person.id))
        ]
        candidates = tuple(serving)
    if len(candidates) != 1:
        return None
    person = candidates[0]
    if len(parts) == 1 and not _is_spelled(parts, person) and not _may_stand_alone(parts[0], one, person, knowledge):
        return None
    return person


def _is_spelled(parts: tuple[str, ...], person: Person) -> bool:
    return any(split_name(spelling) == parts for spelling in (person.name, *person.aliases))


def _may_stand_alone(part: str, one: Unresolved, person: Person, knowledge: Knowledge) -> bool:
    """A bare surname without its full name in the article means the known one only where few bear it."""
    if part in knowledge.family_names or part in knowledge.given_names:
        return bool(one.title) and bool(knowledge.terms_of(person.id))
    return True

"""Persons of one article: full names first, then the bare surnames and given names that take them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.annotating.coreference.unresolved import Referent, Unresolved
from rawi.arabic.names import arabic_given_names, score_spelling, skeleton, split_name
from rawi.knowledge import Knowledge, Person

# Spellings of one name in one article: transcription may swing (.8), letters may not (.7).
_SAME_SPELLING = 0.75


def gather_persons(
    said: Sequence[Unresolved], knowledge: Knowledge, day: str | None
) -> list[tuple[Unresolved, Referent]]:
    """Each named person with the referent it means. ``day`` is about when the article was written, if known."""
    gathered = _Gathered(knowledge, day)
    ordered = sorted(said, key=lambda one: (-min(len(split_name(one.surface)), 2), one.mention.start))
    return [(one, gathered.place(one)) for one in ordered]


@dataclass(slots=True)
class _Gathered:
    """The article's persons so far, found by the consonants of any part of their names."""

    knowledge: Knowledge
    day: str | None
    by_part: dict[str, dict[int, Referent]] = field(default_factory=dict)
    by_id: dict[str, Referent] = field(default_factory=dict)

    def place(self, one: Unresolved) -> Referent:
        """The referent of a name, a new one where none fits."""
        parts = split_name(" ".join(one.words))
        referent = self._find(parts, one)
        if referent is None:
            person = _know(parts, one, self.knowledge, self.day)
            referent = self.by_id.get(person.id) if person is not None else None
            if referent is None:
                referent = Referent("PER", one.surface, parts)
                if person is not None:
                    referent.knowledge, referent.name = person.id, person.name
                    self.by_id[person.id] = referent
                    for spelling in (person.name, *person.aliases):
                        self._index(split_name(spelling), referent)
        if len(parts) > len(referent.key):
            referent.key = parts
            if referent.knowledge is None:
                referent.name = one.surface
        if parts not in referent.names:
            referent.names[parts] = None
            self._index(parts, referent)
        referent.titles.update(dict.fromkeys(one.titles))
        referent.stand_at(one.mention.start)
        return referent

    def _index(self, parts: tuple[str, ...], referent: Referent) -> None:
        for part in parts:
            self.by_part.setdefault(skeleton(part), {})[id(referent)] = referent

    def _find(self, parts: tuple[str, ...], one: Unresolved) -> Referent | None:
        """The referent that the name takes up: one of a like full name, else the nearest that has the bare part."""
        if not parts:
            return None
        near = self._near(parts)
        alike = [
            referent for referent in near.values() if any(is_same_person(parts, other) for other in referent.names)
        ]
        if len(parts) == 1 and not alike:
            alike = [referent for referent in near.values() if _is_alias(parts[0], referent, self.knowledge)]
        return min(alike, key=lambda referent: referent.distance(one.mention.start), default=None)

    def _near(self, parts: tuple[str, ...]) -> dict[int, Referent]:
        """Referents that share the consonants of the first part and, for a full name, of another one."""
        first = self.by_part.get(skeleton(parts[0]), {})
        if len(parts) == 1:
            return first
        return {
            number: referent
            for part in parts[1:]
            for number, referent in self.by_part.get(skeleton(part), {}).items()
            if number in first
        }


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


# فرنسيس الأول is not meant by every الأول.
_ORDINAL_WORDS = "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن العاشر الاب الابن الكبير الصغير رييسي"
_ORDINALS = frozenset(_ORDINAL_WORDS.split())


def _may_stand_alone(part: str, one: Unresolved, person: Person, knowledge: Knowledge) -> bool:
    """A bare surname without its full name in the article means the known one only where few bear it."""
    if part in arabic_given_names() or part in _ORDINALS:
        return False
    if part in knowledge.family_names or part in knowledge.given_names:
        return bool(one.titles) and bool(knowledge.terms_of(person.id))
    return True

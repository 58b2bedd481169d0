"""Names without a tagger: the gazetteer, what stands before persons and places, and the nouns that begin institutions.

This is the fast way for bulk work. It looks every word up once and reads on only from words that may begin a name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntFlag

from rawi.annotating.mentions.config import MentionsConfig
from rawi.annotating.mentions.gazetteer import Found, Gazetteer
from rawi.annotating.mentions.sheet import Draft, Sheet, without_overlaps
from rawi.annotating.mentions.words import (
    COMMON,
    EVERYDAY_GIVEN,
    FORCES,
    GROUP_NOUNS,
    HONORIFICS,
    INSTITUTIONS,
    JOINING,
    LINKS,
    MEDIA_NOUNS,
    NO_NAMES,
    OFFICES,
    ORGANISATION_HEADS,
    PLACE_NOUNS,
    RANKS,
    SITE_HEADS,
)
from rawi.arabic.clitics import find_proclitics
from rawi.arabic.names import arabic_given_names, foreign_given_names

_LONGEST_PERSON = 6
_LONGEST_ORGANISATION = 6
_QUOTES = frozenset("\"“”«»'‘’()")
_REMEMBERED = 200_000
# The name علي and the preposition على fold to one word; only the last letter as written tells them apart.
_ALI = "علي"


_NEVER_NAMES = COMMON | INSTITUTIONS | HONORIFICS | OFFICES | NO_NAMES


class Opens(IntFlag):
    """What may begin at a word."""

    NOTHING = 0
    KNOWN = 1
    GIVEN = 2
    AFTER_TITLE = 4
    ORGANISATION = 8
    INSTITUTION = 16
    PLACE_NOUN = 32
    SITE = 64


@dataclass(frozen=True, slots=True)
class _Opening:
    """What may begin at a word, and behind how many letters."""

    kind: Opens
    cut: int
    stem: str


@dataclass(slots=True)
class Rules:
    """The rules over one gazetteer, with each word's meaning remembered."""

    gazetteer: Gazetteer
    given: frozenset[str]
    families: frozenset[str]
    _openings: dict[str, tuple[_Opening, ...]] = field(default_factory=dict)

    def find_names(self, sheet: Sheet, config: MentionsConfig) -> list[Draft]:
        """Drafts of all names found in the prose of the sheet, none overlapping."""
        drafts: list[Draft] = []
        index, size = 0, len(sheet.folds)
        openings, tokens, prose = self._openings, sheet.tokens, sheet.prose
        while index < size:
            word = sheet.folds[index]
            found = openings.get(word)
            if found is None:
                found = self._open(word)
                if len(openings) < _REMEMBERED:
                    openings[word] = found
            if found and prose[index] and tokens[index].kind == "word":
                draft = self._best(sheet, index, found, config)
                if draft is not None:
                    drafts.append(draft)
                    index = draft.last
                    continue
            index += 1
        return without_overlaps(drafts)

    def _open(self, word: str) -> tuple[_Opening, ...]:
        if word == _ALI:
            return (_Opening(Opens.GIVEN, 0, word),)
        if word in COMMON or len(word) < 2:
            return ()
        found = []
        for reading in find_proclitics(word):
            stem = reading.stem
            kind = Opens.NOTHING
            if stem in self.gazetteer.entries or self.gazetteer.surname(stem):
                kind |= Opens.KNOWN
            if stem in self.given or stem in JOINING:
                kind |= Opens.GIVEN
            if stem in HONORIFICS:
                kind |= Opens.AFTER_TITLE
            if stem in ORGANISATION_HEADS:
                kind |= Opens.ORGANISATION
            if stem in INSTITUTIONS:
                kind |= Opens.INSTITUTION
            if stem in PLACE_NOUNS:
                kind |= Opens.PLACE_NOUN
            if stem in SITE_HEADS:
                kind |= Opens.SITE
            if kind:
                found.append(_Opening(kind, reading.cut, stem))
        return tuple(found)

    def _best(self, sheet: Sheet, index: int, openings: tuple[_Opening, ...], config: MentionsConfig) -> Draft | None:
        """The longest draft that begins at, or right after, a word."""
        drafts = []
        if any(opening.kind & Opens.KNOWN for opening in openings):
            known = self._known(sheet, index, openings, config)
            if known is not None:
                drafts.append(known)
        for opening in openings:
            drafts += [draft for draft in self._by_kind(sheet, index, opening, config) if draft is not None]
            if drafts:
                break
        return max(drafts, key=lambda draft: (draft.last, draft.score), default=None)

    def _by_kind(self, sheet: Sheet, index: int, opening: _Opening, config: MentionsConfig) -> list[Draft | None]:
        kind, trust = opening.kind, config.rule_trust
        found: list[Draft | None] = []
        if kind & Opens.ORGANISATION:
            found.append(self._organisation(sheet, index, opening.cut, trust))
        if kind & Opens.INSTITUTION:
            found.append(self._institution(sheet, index, opening.cut, trust))
        if kind & Opens.AFTER_TITLE:
            rank = opening.stem in RANKS
            found.append(self._person(sheet, index + 1, 0, trust, titled=True, rank=rank))
        if kind & Opens.GIVEN:
            found.append(self._person(sheet, index, opening.cut, trust, titled=False))
        if kind & Opens.PLACE_NOUN:
            found.append(self._place_after(sheet, index, trust))
        if kind & Opens.SITE:
            found.append(self._site(sheet, index, opening.cut, trust))
        return found

    def _known(self, sheet: Sheet, index: int, openings: tuple[_Opening, ...], config: MentionsConfig) -> Draft | None:
        found = self.gazetteer.find_at(sheet, index)
        if found is not None:
            if found.entry.weak and not self._is_supported(sheet, index, found):
                return None
            entry = found.entry
            return Draft(index, found.last, found.cut, entry.type, config.gazetteer_trust, "gazetteer", entry.id)
        for opening in openings:
            person = self.gazetteer.surname(opening.stem)
            if person is not None:
                return Draft(index, index + 1, opening.cut, "PER", config.rule_trust, "gazetteer", person.id)
        return None

    def _is_supported(self, sheet: Sheet, index: int, found: Found) -> bool:
        """Whether an everyday word stands where only a name would: behind its kind of noun, or alone in quotes."""
        before = index - 1
        quoted = before >= 0 and sheet.folds[before] in _QUOTES
        if (
            quoted
            and found.last < len(sheet.folds)
            and sheet.folds[found.last] in _QUOTES
            and found.entry.type == "ORG"
        ):
            return True
        noun = self._noun_before(sheet, index)
        if found.entry.type == "ORG":
            return noun in MEDIA_NOUNS or noun in GROUP_NOUNS
        if found.entry.type == "PER":
            return noun in HONORIFICS
        return noun in PLACE_NOUNS

    @staticmethod
    def _noun_before(sheet: Sheet, index: int) -> str:
        before = index - 1
        while before >= 0 and index - before <= 2 and sheet.folds[before] in _QUOTES:
            before -= 1
        if before < 0:
            return ""
        nouns = MEDIA_NOUNS | GROUP_NOUNS | PLACE_NOUNS | HONORIFICS
        for reading in find_proclitics(sheet.folds[before]):
            if reading.stem in nouns:
                return reading.stem
        return ""

    def _person(
        self, sheet: Sheet, first: int, cut: int, trust: float, *, titled: bool, rank: bool = False
    ) -> Draft | None:
        """A person's name from its given name on; behind a title a known family name begins it, behind a rank any."""
        if not sheet.is_word(first) or (titled and not sheet.follows(first)):
            return None
        word = sheet.folds[first][cut:]
        if titled and (word in HONORIFICS or word in OFFICES or word.startswith("لل")):
            return None
        begins = self._is_given(sheet, first, word) or word in JOINING
        family = titled and (word in self.gazetteer.surnames or (rank and self._can_name(word)))
        if not begins and not (family and word not in NO_NAMES and word not in self.gazetteer.nationalities):
            return None
        plain = titled or word not in EVERYDAY_GIVEN
        last, parts = first + 1, 1
        if word in JOINING:
            if not sheet.follows(last):
                return None
            last += 1
        foreign = word in foreign_given_names() and word not in arabic_given_names()
        while last - first < _LONGEST_PERSON and sheet.follows(last):
            step = self._continues(sheet, last, foreign=foreign, parts=parts, plain=plain)
            if step == 0:
                break
            last += abs(step)
            parts += 1
            if step < 0:
                break
        if parts == 1 and not titled:
            return None
        return Draft(first, last, cut, "PER", trust, "rule")

    def _is_given(self, sheet: Sheet, index: int, word: str) -> bool:
        if word == _ALI:
            return sheet.text[sheet.tokens[index].end - 1] == "ي"
        return word in self.given and word not in COMMON

    def _continues(self, sheet: Sheet, index: int, *, foreign: bool, parts: int, plain: bool) -> int:
        """How many words go on with a person's name here; negative where the name ends with them.

        ``plain`` is False where the given name is an everyday word, which only a nisba makes a name.
        """
        word = sheet.folds[index]
        if word in LINKS or word in JOINING:
            step = 1
            while sheet.follows(index + step) and sheet.folds[index + step - 1] in JOINING | LINKS:
                step += 1
            return step if step > 1 else 0
        if self._is_given(sheet, index, word):
            return 1
        if word in COMMON or word in NO_NAMES or word.startswith("لل"):
            return 0
        if word in self.families:
            return 1
        nisba = word.startswith("ال") and word.endswith("ي")
        if word in self.gazetteer.nationalities:
            return -1 if parts == 1 and nisba and plain else 0
        if word.startswith("ال"):
            return -1 if self._can_name(word) and (nisba or (parts == 1 and plain)) else 0
        if foreign and parts <= 2 and len(word) > 2:
            return -1
        return 0

    def _can_name(self, word: str) -> bool:
        if word in _NEVER_NAMES or word in self.gazetteer.nationalities:
            return False
        return word.startswith("ال") and not word.endswith(("ات", "ين", "ون", "يه", "ه"))

    def _organisation(self, sheet: Sheet, first: int, cut: int, trust: float) -> Draft | None:
        """A noun that begins an institution's name, with the definite words and known names after it."""
        last = first + 1
        while last - first < _LONGEST_ORGANISATION and sheet.follows(last):
            word = sheet.folds[last]
            known = self.gazetteer.find_at(sheet, last)
            if known is not None and known.cut == 0 and not known.entry.weak:
                last = known.last
            elif (
                word.startswith(("ال", "لل")) and word not in HONORIFICS and word not in COMMON
            ) or word in ORGANISATION_HEADS:
                last += 1
            else:
                break
        while last > first + 1 and sheet.folds[last - 1] in ORGANISATION_HEADS:
            last -= 1
        stem = sheet.folds[first][cut:]
        if last == first + 1:
            return None
        if stem in MEDIA_NOUNS or stem in GROUP_NOUNS:
            return None
        if stem in FORCES and all(word in self.gazetteer.nationalities for word in sheet.folds[first + 1 : last]):
            return None
        return Draft(first, last, cut, "ORG", trust, "rule")

    def _institution(self, sheet: Sheet, first: int, cut: int, trust: float) -> Draft | None:
        """الحكومة العراقية: a common institution with a nationality."""
        last = first + 1
        while sheet.follows(last) and sheet.folds[last] in self.gazetteer.nationalities:
            last += 1
        if last == first + 1 or not sheet.folds[first + 1].startswith("ال"):
            return None
        return Draft(first, last, cut, "ORG", trust, "rule")

    def _place_after(self, sheet: Sheet, index: int, trust: float) -> Draft | None:
        first = index + 1
        if not sheet.follows(first):
            return None
        word = sheet.folds[first]
        if (
            word in COMMON
            or word in INSTITUTIONS
            or word in self.gazetteer.nationalities
            or word in PLACE_NOUNS
            or len(word) < 3
        ):
            return None
        if not word.startswith("ال") and word not in self.gazetteer.entries:
            return None
        return Draft(first, first + 1, 0, "LOC", trust, "rule")

    def _site(self, sheet: Sheet, first: int, cut: int, trust: float) -> Draft | None:
        """مطار بغداد الدولي, ملعب الملك فهد."""
        last = first + 1
        if not sheet.follows(last):
            return None
        known = self.gazetteer.find_at(sheet, last)
        if known is not None and known.cut == 0:
            last = known.last
        elif sheet.folds[last] in HONORIFICS:
            person = self._person(sheet, last + 1, 0, trust, titled=True)
            if person is None:
                return None
            last = person.last
        else:
            return None
        if sheet.follows(last) and sheet.folds[last] == "الدولي":
            last += 1
        return Draft(first, last, cut, "FAC", trust, "rule")

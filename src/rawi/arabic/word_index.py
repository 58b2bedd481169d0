"""A lexicon's words found in running text: forms of listed verbs and nouns, whatever is written onto them.

The index knows the written forms; the clitics' grammar says how a token may be cut. The least cut whose stem is known
is taken, so بحث is not read as ب + حث.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rawi.arabic.clitics import find_enclitics, find_proclitics
from rawi.arabic.letters import MARKS, fold
from rawi.arabic.verbs import VerbForm, conjugate, decline, parse_verb
from rawi.model.view import Token

_ARTICLE = "ال"
_NOUN_PARTICLES = frozenset("وفبكل")
# Pronouns of the second person and "me": in news they stand in other people's speech only, and هناك، أيدي look like
# words that bear them.
_RARE = frozenset(["ك", "كم", "كن", "كما", "ي", "ني"])
# Common words that happen to look like a particle with a verb's form (folded): وزير is not و + زير (passive of زار).
_NEVER_CUT = frozenset(
    [
        *("وزير", "وزيرا", "وزيري", "وزراء", "وزاره", "وزارات", "وقت", "وقتا", "وجه", "وجها", "وضع", "وضعا"),
        *("وطن", "وعد", "وعي", "ولد", "ولي", "ولايه", "وفد", "وفدا", "واد", "وادي", "ورد", "فقد", "فقط"),
        *("فيه", "فيها", "فرض", "فرضا", "فريق", "فتح", "لقي", "لدي", "لديه", "لديها", "لجنه", "لكن", "لقد"),
        *("لها", "له", "لهم", "لنا", "لي", "ليس", "ليست", "ليل", "لان", "بعد", "بعدها", "بعض", "بين"),
        *("بينهم", "بدون", "بشكل", "بلد", "بلاد", "بلده", "بلدا", "بلدان", "بيان", "بيانات", "بعث", "بعثه"),
        *("كما", "كان", "كانت", "كانوا", "كل", "كذلك", "كبير", "فان", "فانه", "فانها", "بان", "بانه"),
        *("بانها", "وان", "وانه", "وانها", "كانه", "فيصل", "وارد", "وارده", "واردات", "فارس", "وجوه"),
    ]
)


class Analysis(NamedTuple):
    """One reading of a token: which entry of the lexicon, in which form, and what is written onto it.

    ``cut`` counts the folded letters before the word that belong to other words (و، ف، ب، ك، ل); the article and the
    future's س stay with it. ``pronoun`` is the suffix, "" where there is none.
    """

    key: str
    form: VerbForm
    cut: int
    particles: tuple[str, ...]
    definite: bool
    future: bool
    pronoun: str
    fused: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A verb or noun with the key under which its forms are found."""

    key: str
    forms: tuple[VerbForm, ...]


def verb_entry(key: str, perfect: str, imperfect: str | None = None, masdars: tuple[str, ...] = ()) -> Entry:
    """The entry of a verb, from the parts that :func:`rawi.arabic.verbs.parse_verb` takes."""
    return Entry(key, conjugate(parse_verb(perfect, imperfect, masdars)))


def noun_entry(key: str, noun: str) -> Entry:
    """The entry of a noun: its sound plurals are derived, a broken plural is an entry of its own."""
    return Entry(key, tuple(VerbForm(text, "masdar") for text in decline(fold(noun))))


class WordIndex:
    """Entries by their written forms; reading a token is a few lookups, remembered for every spelling."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._forms: dict[str, list[tuple[str, VerbForm]]] = {}
        for entry in entries:
            for form in entry.forms:
                found = self._forms.setdefault(form.text, [])
                if (entry.key, form) not in found:
                    found.append((entry.key, form))
        self.analyze = lru_cache(maxsize=200_000)(self._analyze)

    def _analyze(self, word: str) -> tuple[Analysis, ...]:
        """Readings of a folded word with the least cut that the lexicon knows; empty where it knows none."""
        for reading in find_proclitics(word):
            if reading.cut and word in _NEVER_CUT:
                continue
            found = tuple(self._readings(reading.cut, reading.stem, reading.particles, reading.fused))
            if found:
                return found
        return ()

    def _readings(self, cut: int, stem: str, particles: tuple[str, ...], fused: bool) -> Iterable[Analysis]:
        future = bool(particles) and particles[-1] == "س"
        outside = cut - 1 if future else cut
        for key, form in self._forms.get(stem, ()):
            if not form.before_pronoun and _fits(form, particles, False, future):
                yield Analysis(key, form, outside, particles, False, future, "", fused)
        if stem.startswith(_ARTICLE):  # التقى begins like the article but is no noun
            for key, form in self._forms.get(stem[len(_ARTICLE) :], ()):
                if not form.before_pronoun and _fits(form, particles, True, future):
                    yield Analysis(key, form, outside, particles, True, future, "", fused)
        for ending in find_enclitics(stem):
            if ending.pronoun in _RARE or not stem.startswith(ending.stem):
                continue
            for key, form in self._forms.get(ending.stem, ()):
                if (
                    form.aspect != "participle"
                    and not form.passive
                    and not form.jussive
                    and _fits(form, particles, False, future)
                ):
                    yield Analysis(key, form, outside, particles, False, future, ending.pronoun, fused)


def _fits(form: VerbForm, particles: tuple[str, ...], definite: bool, future: bool) -> bool:
    """Whether the particles may stand before such a form."""
    if form.aspect in ("perfect", "imperfect"):
        if definite:
            return False
        if future:  # ساعد is hardly ever سأعد: a future of "I" is told by its hamza alone, which folding has taken
            return form.aspect == "imperfect" and form.text[0] != "ا"
        if form.person == "1" and form.text[0] == "ا" and form.aspect == "imperfect":
            return particles in ((), ("و",), ("ف",))  # لأسلحة is no "that I arm it"
        last = particles[-1] if particles else ""
        return last in ("", "و", "ف") or (last == "ل" and form.aspect == "imperfect")
    return not future and all(particle in _NOUN_PARTICLES for particle in particles)


def start_after(text: str, token: Token, letters: int) -> int:
    """The offset in the text at which the token goes on after so many folded letters (marks between don't count).

    >>> start_after("وَبِالتعاون", Token(0, 11, "وبالتعاون", "word"), 2)
    4
    """
    offset = token.start
    while letters and offset < token.end:
        if text[offset] not in MARKS:
            letters -= 1
        offset += 1
    while offset < token.end - 1 and text[offset] in MARKS:
        offset += 1
    return offset

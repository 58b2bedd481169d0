"""Questions in English or French over Arabic text: names by the tables of knowledge, words by a small glossary of news.

A question's words become concepts, each the Arabic forms that may stand for it; what is no name and not in the glossary
is left out, and said to be.
"""

from __future__ import annotations

import csv
import functools
import importlib.resources
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale
from rapidfuzz import fuzz, process

from rawi.arabic.letters import fold, is_arabic
from rawi.knowledge import Knowledge, load_knowledge
from rawi.knowledge.records import Agency, Organisation, Person, Place

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_NAME = 5
# Words of five letters or more that differ in one letter of seven are spellings of one name in most cases; below that
# they are other words (fire, firm).
_SHORTEST_FUZZY = 5
_LEAST_ALIKE = 85


@dataclass(frozen=True, slots=True)
class Concept:
    """Words of a question and the folded Arabic forms that may stand for them."""

    asked: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """A question's concepts in order, and the words that nothing is known for."""

    concepts: tuple[Concept, ...]
    unknown: tuple[str, ...]


@functools.cache
def _stop_words() -> frozenset[str]:
    """Words of questions that ask nothing themselves, English and French, in plain letters."""
    rows = importlib.resources.files("rawi.search") / "tables" / "stop_words.txt"
    return frozenset(_plain(word) for word in rows.read_text(encoding="utf-8").split())


def is_foreign(asked: str) -> bool:
    """Whether a question is in a language written in Latin letters."""
    return not is_arabic(asked) and any(letter.isalpha() for letter in asked)


def translate(asked: str, knowledge: Knowledge | None = None) -> Translation:
    """The concepts of an English or French question, longest names first.

    >>> [(concept.asked, concept.forms[0]) for concept in translate("Who killed Soleimani?").concepts][0][0]
    'killed'
    >>> translate("retrait des troupes américaines").concepts[0].forms[0]
    'انسحاب'
    """
    names, entries = _entries(knowledge or load_knowledge())
    words = [_plain(word) for word in _WORD.findall(asked)]
    concepts, unknown, place = [], [], 0
    while place < len(words):
        for size in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            phrase = " ".join(words[place : place + size])
            forms = entries.get(phrase) or entries.get(phrase.removesuffix("s"))
            if forms is None and size == 1 and len(phrase) >= _SHORTEST_FUZZY:
                forms = _sounds_like(phrase, names)
            if forms and not (size == 1 and phrase in _stop_words()):
                concepts.append(Concept(phrase, forms))
                place += size
                break
        else:
            if words[place] not in _stop_words() and not words[place].isdigit():
                unknown.append(words[place])
            elif words[place].isdigit():
                concepts.append(Concept(words[place], (words[place],)))
            place += 1
    return Translation(tuple(concepts), tuple(unknown))


def _plain(word: str) -> str:
    """Lower case, without accents, elided articles and possessive endings."""
    lowered = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    bare = "".join(letter for letter in lowered if not unicodedata.combining(letter))
    return re.sub(r"^(?:l|d|qu|s|n|j)'|^(?:al|el)-|'s$", "", bare)


def _sounds_like(word: str, entries: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The forms of the most similar name: names are romanised in many ways (Kadhimi, Kadhemi), words are not."""
    found = process.extractOne(word, entries.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE)
    return entries[found[0]] if found else None


@functools.lru_cache(maxsize=4)
def _entries(knowledge: Knowledge) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Phrase in plain letters -> folded Arabic forms: of names alone, and of names and the glossary."""
    names: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}

    def add(phrase: str, forms: list[str], entries: dict[str, list[str]] = names) -> None:
        key = " ".join(_plain(word) for word in _WORD.findall(phrase))
        if key:
            entries.setdefault(key, []).extend(form for form in map(fold, forms) if form)

    rows = importlib.resources.files("rawi.search") / "tables" / "glossary.tsv"
    for row in csv.DictReader(rows.read_text(encoding="utf-8").splitlines(), delimiter="\t"):
        for phrase in (*row["english"].split(","), *row["french"].split(",")):
            add(phrase, row["arabic"].split("|"), words)
    french = Locale("fr").territories
    for country in knowledge.countries:
        for phrase in (country.english, french.get(country.code, "")):
            add(phrase, [country.name, *country.aliases])
    named: tuple[Place | Organisation | Person | Agency, ...] = (
        *knowledge.places,
        *knowledge.organisations,
        *knowledge.persons,
        *knowledge.agencies,
    )
    for record in named:
        add(record.english, [record.name, *record.aliases])
    for holder in knowledge.holders:
        add(holder.english, [holder.name, *holder.aliases])
        surname = holder.english.split()[-1] if holder.english else ""
        add(surname, [holder.name.split()[-1]])
    both = {phrase: [*words.get(phrase, ()), *names.get(phrase, ())] for phrase in (*words, *names)}
    return _unique(names), _unique(both)


def _unique(entries: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {phrase: tuple(dict.fromkeys(forms)) for phrase, forms in entries.items()}

"""The lexicon of happenings: verbs, nouns and verbs of saying by PLOVER category, read from the tables beside it.

The categories are those that PLOVER publishes (Halterman et al., 2023, "PLOVER and POLECAT"); the words are our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from rawi.annotating.events.conditions import Condition, parse_conditions
from rawi.arabic.word_index import Entry, WordIndex, noun_entry, verb_entry
from rawi.model.labels import EventType


@dataclass(frozen=True, slots=True)
class Rule:
    """What a word means: an event's type and mode, in which parts of speech, and what must stand near it.

    ``type`` is None for a verb of saying: there the type depends on what is said. ``noun`` tells words of the noun
    table from verbal nouns of listed verbs. ``order`` is the line's place: the earlier wins among equals.
    """

    type: EventType | None
    mode: str | None
    parts: str
    conditions: tuple[Condition, ...]
    order: int
    noun: bool = False


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Forms of all words, and the rule behind each key."""

    words: WordIndex
    rules: dict[str, Rule]


@cache
def load_event_lexicon() -> EventLexicon:
    """The lexicon, read once.

    >>> lexicon = load_event_lexicon()
    >>> sorted({lexicon.rules[found.key].type for found in lexicon.words.analyze("واغتياله")})
    ['ASSAULT']
    """
    entries: list[Entry] = []
    rules: dict[str, Rule] = {}

    def add(entry: Entry, rule: Rule) -> None:
        entries.append(entry)
        rules[entry.key] = rule

    for number, (kind, mode, parts, condition, verbs) in enumerate(_lines("verbs.tsv")):
        for verb in verbs.split():
            rule = Rule(cast("EventType", kind), _mode(mode), parts, parse_conditions(condition), number)
            add(_verb(f"v{number}:{verb}", verb), rule)
    for number, (kind, mode, condition, nouns) in enumerate(_lines("nouns.tsv"), start=1000):
        for noun in nouns.split():
            rule = Rule(cast("EventType", kind), _mode(mode), "m", parse_conditions(condition), number, noun=True)
            add(noun_entry(f"n{number}:{noun}", noun), rule)
    for number, (parts, verbs) in enumerate(_lines("speech.tsv"), start=2000):
        for verb in verbs.split():
            add(_verb(f"s{number}:{verb}", verb), Rule(None, None, parts, (), number))
    return EventLexicon(WordIndex(entries), rules)


def _verb(key: str, parts: str) -> Entry:
    perfect, imperfect, masdars = (*parts.split("/"), "", "")[:3]
    if masdars == "-":
        entry = verb_entry(key, perfect, imperfect or None)
        return Entry(key, tuple(form for form in entry.forms if form.aspect != "masdar"))
    return verb_entry(key, perfect, imperfect or None, tuple(masdar for masdar in masdars.split("+") if masdar))


def _mode(mode: str) -> str | None:
    return None if mode == "-" else mode


def _lines(name: str) -> list[list[str]]:
    table = resources.files(__package__).joinpath("tables").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]

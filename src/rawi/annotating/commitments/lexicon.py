"""The words that commit, demand, refuse, plan and foretell, read from the tables beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, TypeAlias, cast

from rawi.arabic.letters import fold
from rawi.arabic.word_index import Entry, WordIndex, verb_entry

# A threat is kept apart here and written as a promise: the interchange format has no kind of its own for it.
Kind: TypeAlias = Literal["promise", "plan", "demand", "refusal", "forecast", "condition", "threat"]
# An announcement is a plan where it names a time ahead; "unwilling" is a refusal where it is negated.
MarkerKind: TypeAlias = Literal[
    "promise", "plan", "demand", "refusal", "forecast", "condition", "threat", "announcement", "unwilling"
]


@dataclass(frozen=True, slots=True)
class Marker:
    """A word that opens a commitment: what kind, in which parts of speech, and what begins the wording after it.

    ``openers`` are prepositions (ب، ل written onto the next word; إلى، على standing alone), "ان", or "*" for a direct
    object. ``speech`` markers count only inside something said. ``score`` is the grammar's own confidence, 0..1.
    """

    kind: MarkerKind
    parts: str
    openers: tuple[str, ...]
    score: float
    speech: bool = False


@dataclass(frozen=True, slots=True)
class CommitmentLexicon:
    """Verbs by their forms, other markers by their folded spelling."""

    verbs: WordIndex
    rules: dict[str, Marker]
    words: dict[str, Marker]


@cache
def load_commitment_lexicon() -> CommitmentLexicon:
    """The lexicon, read once.

    >>> lexicon = load_commitment_lexicon()
    >>> lexicon.rules[lexicon.verbs.analyze("ويطالبون")[0].key].kind, lexicon.words["ضروره"].kind
    ('demand', 'demand')
    """
    entries: list[Entry] = []
    rules: dict[str, Marker] = {}
    for number, line in enumerate(_lines("verbs.tsv")):
        kind, parts, openers, score, verbs = line
        for verb in verbs.split():
            perfect, imperfect, masdars = (*verb.split("/"), "", "")[:3]
            key = f"{number}:{perfect}"
            known = () if masdars == "-" else tuple(masdar for masdar in masdars.split("+") if masdar)
            entries.append(verb_entry(key, perfect, imperfect or None, known))
            rules[key] = Marker(cast("MarkerKind", kind), parts, tuple(openers.split(",")), float(score))
    words: dict[str, Marker] = {}
    for kind, openers, where, score, *spellings in _lines("nouns.tsv"):
        marker = Marker(cast("MarkerKind", kind), "m", tuple(openers.split(",")), float(score), where == "speech")
        words.update((fold(spelling), marker) for spelling in spellings)
    return CommitmentLexicon(WordIndex(entries), rules, words)


def _lines(name: str) -> list[list[str]]:
    table = resources.files(__package__).joinpath("tables").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]

"""Conditions of the lexicon: what must stand near a word for it to mean a happening (أطلق النار, not أطلق حملة)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Place: TypeAlias = Literal["after", "near", "next", "not", "before", "unbefore"]

_SIGNS: dict[str, Place] = {"+": "after", "~": "near", "=": "next", "!": "not", "<": "before", "^": "unbefore"}

# How many tokens behind a verb its object or preposition may stand, the subject between them; and how far "near" goes.
AFTER = 6
NEAR = 9


@dataclass(frozen=True, slots=True)
class Condition:
    """Words of which one must stand at the place (or, for "not", must not)."""

    place: Place
    words: tuple[str, ...]


def parse_conditions(text: str) -> tuple[Condition, ...]:
    """The conditions of a table's cell.

    >>> parse_conditions("+نار,رصاص&!الي")
    (Condition(place='after', words=('نار', 'رصاص')), Condition(place='not', words=('الي',)))
    """
    if text == "-":
        return ()
    return tuple(Condition(_SIGNS[part[0]], tuple(part[1:].split(","))) for part in text.split("&"))


def is_met(condition: Condition, folds: Sequence[str], index: int) -> bool:
    """Whether the condition holds for the word at the index of a sentence's folded words.

    >>> is_met(Condition("after", ("نار",)), ["اطلق", "الجنود", "النار"], 0)
    True
    """
    if condition.place == "after":
        window = folds[index + 1 : index + 1 + AFTER]
    elif condition.place == "near":
        window = [*folds[max(0, index - NEAR) : index], *folds[index + 1 : index + 1 + NEAR]]
    elif condition.place in ("before", "unbefore"):
        window = folds[max(0, index - 1) : index]
    else:
        window = folds[index + 1 : index + 2]
    found = any(is_word(word, wanted) for word in window for wanted in condition.words)
    return not found if condition.place in ("not", "unbefore") else found


def is_word(word: str, wanted: str) -> bool:
    """Whether a token is, or with its clitics holds, the wanted word.

    Long words may stand inside a token (والقوات holds قوات), prepositions of one letter begin it, short words must be
    it but for و، ال and a preposition.

    >>> is_word("والقوات", "قوات"), is_word("بسحب", "ب"), is_word("للنار", "نار"), is_word("انهار", "نار")
    (True, True, True, False)
    """
    if len(wanted) >= 4:
        return wanted in word
    if len(wanted) == 1:
        return len(word) > 2 and word.startswith(wanted)
    if not word.endswith(wanted):
        return False
    return word[: -len(wanted)] in ("", "و", "ف", "ال", "وال", "لل", "بال", "ل", "ب")

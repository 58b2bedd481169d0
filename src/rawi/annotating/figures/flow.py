"""Whether a figure is a running total, a part of another, newly added, or a change; and whether the text denies it."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.annotating.figures.reading import Reading
from rawi.annotating.figures.words import CHANGE_CUES, NEW_NOUN_CUES, PART_CUES, VALUE_VERBS
from rawi.model.labels import FigureFlow
from rawi.model.view import Token

_PART_REACH, _CHANGE_REACH = 3, 6
_RISES = frozenset(
    word
    for word in VALUE_VERBS
    if any(
        stem in word
        for stem in (
            "ارتفع",
            "انخفض",
            "تراجع",
            "صعد",
            "هبط",
            "زاد",
            "زياد",
            "نما",
            "نمو",
            "ارتفاع",
            "انخفاض",
            "صعود",
            "هبوط",
            "قفز",
            "خسر",
            "كسب",
        )
    )
)
_NEGATIONS = frozenset(["لم", "ليس", "ليست", "وليس", "لا", "نفي", "ينفي", "نفت"])


def find_flow(tokens: Sequence[Token], reading: Reading) -> FigureFlow:
    """The flow of a figure; "total" where nothing tells otherwise.

    A list that بينهم opens (بينهم 7 نساء و3 أطفال) is parts up to the sentence's next stop.
    """
    before = [token.fold for token in tokens[max(0, reading.cue - 8) : reading.cue]]
    if any(word in PART_CUES for word in before[-_PART_REACH:]) or _in_part_list(tokens, reading):
        return "part"
    if any(token.fold in NEW_NOUN_CUES for token in tokens[reading.last : reading.last + 3]):
        return "new"
    if before and before[-1] in ("الي", "عند", "لـ", "حتي"):
        return "total"
    if tokens[reading.cue].fold in ("صوب", "لنحو"):
        return "total"
    rises = any(word in _RISES for word in before[-_CHANGE_REACH:])
    if (reading.is_percent and rises) or (rises and before and before[-1] in CHANGE_CUES):
        return "change"
    if rises and (reading.unit is not None or reading.is_percent):
        return "change"
    return "total"


def _in_part_list(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether بينهم stands earlier in the same clause, with only counts and nouns joined by و between."""
    for back in range(reading.cue - 1, max(-1, reading.cue - 12), -1):
        token = tokens[back]
        if token.kind == "mark":
            return False
        if token.fold in PART_CUES:
            return True
    return False


def is_negated(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether the word before the figure denies it (ليس 500 قتيل), tolerances apart (لا يقل عن)."""
    return reading.cue > 0 and tokens[reading.cue - 1].fold in _NEGATIONS

"""Figures without a cardinal: rounds by their ordinal, عدد قليل من, and numbers that the text says were not given."""

from __future__ import annotations

from rawi.annotating.figures.reading import Reading
from rawi.annotating.figures.words import AMOUNT_NOUNS, ROUND_NOUNS, SCORE_WORDS, WITHHELD_VERBS
from rawi.arabic.ordinals import read_ordinal
from rawi.model.view import TextView

_FEW = frozenset(["قليل", "محدود", "ضييل"])
_NEGATIONS = frozenset(["لم", "لا", "دون", "بدون", "عدم", "ولم", "ولا", "لن"])
_WITHHELD_REACH = 5


def find_rounds(view: TextView) -> list[Reading]:
    """الجولة الثانية: which of a series, where the text is not about a match."""
    tokens = view.tokens
    found: list[Reading] = []
    for index, token in enumerate(tokens):
        if token.fold not in ROUND_NOUNS or index + 1 == len(tokens):
            continue
        ordinal = read_ordinal(tokens, index + 1)
        if ordinal is None or any(
            near.fold in SCORE_WORDS for near in tokens[max(0, index - 15) : index + 20] if near is not token
        ):
            continue
        found.append(
            Reading(
                start=token.start,
                end=tokens[ordinal.last - 1].end,
                first=index,
                last=ordinal.last,
                cue=index,
                low=ordinal.value,
                high=ordinal.value,
                category="ordinal",
                noun_at=index,
            )
        )
    return found


def find_few(view: TextView) -> list[Reading]:
    """عدد قليل من الجنود: a vague amount."""
    tokens = view.tokens
    found: list[Reading] = []
    for index in range(len(tokens) - 2):
        if tokens[index].fold != "عدد" or tokens[index + 1].fold not in _FEW:
            continue
        last = index + 2
        while last < len(tokens) and tokens[last].fold in ("جدا", "للغايه"):
            last += 1
        found.append(
            Reading(
                tokens[index].start,
                tokens[last - 1].end,
                index,
                last,
                index,
                None,
                None,
                tolerance="vague",
                magnitude=1,
            )
        )
    return found


def find_withheld(view: TextView) -> list[Reading]:
    """لم يعلن عن عدد القوات: the text says that a number was not given."""
    tokens = view.tokens
    found: list[Reading] = []
    for index, token in enumerate(tokens):
        if token.fold not in WITHHELD_VERBS or index == 0:
            continue
        negation = next((at for at in (index - 1, index - 2) if at >= 0 and tokens[at].fold in _NEGATIONS), None)
        if negation is None:
            continue
        for at in range(index + 1, min(len(tokens), index + 1 + _WITHHELD_REACH)):
            if tokens[at].kind == "mark":
                break
            if tokens[at].fold in AMOUNT_NOUNS:
                found.append(
                    Reading(
                        tokens[negation].start,
                        tokens[at].end,
                        negation,
                        at + 1,
                        negation,
                        None,
                        None,
                        tolerance="vague",
                        withheld=True,
                    )
                )
                break
    return found

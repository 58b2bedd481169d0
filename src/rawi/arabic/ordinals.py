"""Ordinal numbers: الأول، الثانية، الحادي والعشرون, apart from cardinals because they count no things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.number_words import TENS
from rawi.model.view import Token

_STEMS = {
    1: "اول اولي حادي حاديه",
    2: "ثاني ثانيه ثان",
    3: "ثالث ثالثه",
    4: "رابع رابعه",
    5: "خامس خامسه",
    6: "سادس سادسه",
    7: "سابع سابعه",
    8: "ثامن ثامنه",
    9: "تاسع تاسعه",
    10: "عاشر عاشره",
}
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


def _forms(table: dict[int, str]) -> dict[str, tuple[int, int]]:
    """Written form -> (value, letters of proclitics before the article or stem)."""
    forms: dict[str, tuple[int, int]] = {}
    for clitic in _CLITICS:
        for value, words in table.items():
            for word in words.split():
                forms.setdefault(clitic + word, (value, len(clitic)))
                definite = clitic + ("ل" if clitic.endswith("ل") else "ال") + word
                forms.setdefault(definite, (value, len(clitic)))
    for clitic in ("ل", "ول"):
        # للأول: the article has lost its alif, nothing of it may be cut off.
        for value, words in table.items():
            for word in words.split():
                forms[clitic + "ل" + word] = (value, len(clitic))
    return forms


ORDINAL_WORDS = _forms(_STEMS)
TENS_WORDS = {"ال" + word: value for value, words in TENS.items() for word in words.split()}
_ANDTENS_WORDS = {"وال" + word: value for value, words in TENS.items() for word in words.split()}
_TEN_WORDS = frozenset(["عشر", "عشره"])


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal: token indexes ``first`` to ``last`` (not included), ``clitics`` letters cut off before it."""

    first: int
    last: int
    value: int
    clitics: int


def read_ordinal(tokens: Sequence[Token], index: int) -> Ordinal | None:
    """The ordinal that starts at the token, or None.

    >>> from rawi.arabic.tokens import tokenize
    >>> read_ordinal(tokenize("الحادي والعشرين من تموز"), 0)
    Ordinal(first=0, last=2, value=21, clitics=0)
    """
    found = ORDINAL_WORDS.get(tokens[index].fold)
    if found is None:
        tens = TENS_WORDS.get(tokens[index].fold)
        return Ordinal(index, index + 1, tens, 0) if tens else None
    value, clitics = found
    following = tokens[index + 1].fold if index + 1 < len(tokens) else ""
    if following in _TEN_WORDS and value < 10:
        return Ordinal(index, index + 2, value + 10, clitics)
    if value < 10 and following in _ANDTENS_WORDS:
        return Ordinal(index, index + 2, value + _ANDTENS_WORDS[following], clitics)
    if value < 10 and following == "و" and index + 2 < len(tokens) and tokens[index + 2].fold in TENS_WORDS:
        return Ordinal(index, index + 3, value + TENS_WORDS[tokens[index + 2].fold], clitics)
    return Ordinal(index, index + 1, value, clitics)


def find_ordinals(tokens: Sequence[Token]) -> tuple[Ordinal, ...]:
    """All definite or construct ordinals in order; words such as ثانية (a second of time) are among them.

    >>> from rawi.arabic.tokens import tokenize
    >>> [ordinal.value for ordinal in find_ordinals(tokenize("الجولة الثالثة عشرة من ثاني أيام العيد"))]
    [13, 2]
    """
    found, index = [], 0
    while index < len(tokens):
        ordinal = read_ordinal(tokens, index) if tokens[index].kind == "word" else None
        if ordinal is None:
            index += 1
        else:
            found.append(ordinal)
            index = ordinal.last
    return tuple(found)

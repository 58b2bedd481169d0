"""How exactly a number is meant: نحو، أكثر من، ما لا يقل عن، يصل إلى."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.model.labels import Tolerance
from rawi.model.view import Token

_PHRASES: tuple[tuple[Tolerance, str], ...] = (
    (
        "about",
        "نحو|حوالي|حوالى|زهاء|قرابه|تقريبا|ما يقارب|مايقارب|يقارب|تقارب|يقرب من|ما يقرب من|"
        "مايقرب من|يناهز|تناهز|ما يناهز|في حدود|بحدود|صوب|بنحو|بحوالي|لنحو|لحوالي|وحوالي|ونحو|"
        "بقرابه|يقدر ب|تقدر ب|يقدر بنحو|قرب",
    ),
    (
        "at_least",
        "اكثر من|لاكثر من|باكثر من|واكثر من|ازيد من|ما لا يقل عن|مالايقل عن|مالا يقل عن|لا يقل عن|"
        "لا تقل عن|لا يقل عددهم عن|لا يقل عددها عن|ما يزيد علي|ما يزيد عن|مايزيد عن|مايزيد علي|"
        "يزيد علي|يزيد عن|تزيد علي|تزيد عن|يزيد عددهم علي|يزيد عددهم عن|بما يزيد علي|بما يزيد عن|"
        "يفوق|تفوق|ما يفوق|يتجاوز|تتجاوز|تجاوز|تجاوزت|ما يتجاوز|يتعدي|تعدي|فوق|يفوق عددهم|"
        "يتجاوز عددهم|بما لا يقل عن|علي الاقل|بما يفوق|اعلي من|ما يربو علي|"
        "يربو علي|تربو علي|ما ينيف علي|ما ينوف علي",
    ),
    (
        "at_most",
        "اقل من|باقل من|لاقل من|ما لا يزيد علي|ما لا يزيد عن|لا يزيد علي|لا يزيد عن|لا تزيد علي|"
        "لا تزيد عن|لا يتجاوز|لا تتجاوز|لا يتعدي|لا تتعدي|يصل الي|تصل الي|تصل قيمتها الي|"
        "تصل قيمته الي|يصل عددهم الي|يصل عددها الي|قد يصل الي|قد تصل الي|بحد اقصي|كحد اقصي|ادني من|"
        "لم يتجاوز|لم تتجاوز|لم يزد علي|لم يزد عن|لا يتجاوز عددهم|بما لا يتجاوز|بما لا يزيد علي|"
        "تصل حتي|يصل حتي",
    ),
)
_BEFORE: dict[tuple[str, ...], Tolerance] = {
    tuple(phrase.split()): kind for kind, phrases in _PHRASES for phrase in phrases.split("|")
}
_LONGEST = max(map(len, _BEFORE))
_LAST_WORDS = frozenset(phrase[-1] for phrase in _BEFORE)

_AFTER: dict[tuple[str, ...], Tolerance] = {
    ("تقريبا",): "about",
    ("علي", "الاقل"): "at_least",
    ("او", "اكثر"): "at_least",
    ("فاكثر",): "at_least",
    ("فما", "فوق"): "at_least",
    ("علي", "الاكثر"): "at_most",
    ("كحد", "اقصي"): "at_most",
    ("كحد", "ادني"): "at_least",
    ("بحد", "اقصي"): "at_most",
    ("او", "اقل"): "at_most",
    ("فاقل",): "at_most",
}
# يصل إلى says how far something may go; وصل إلى and ارتفع إلى say how far it went, and are exact.


# Verbs of a bound whose subject may stand between them and the number: لا يتجاوز عدد الجنود 500.
_VERBS: dict[str, tuple[Tolerance, frozenset[str]]] = {
    **dict.fromkeys(("يتجاوز", "تتجاوز", "تجاوز", "تجاوزت", "يفوق", "تفوق"), ("at_least", frozenset([""]))),
    **dict.fromkeys(("يزيد", "تزيد", "زاد"), ("at_least", frozenset(["عن", "علي"]))),
    **dict.fromkeys(("يقل", "تقل"), ("at_most", frozenset(["عن"]))),
    **dict.fromkeys(("تصل", "يصل"), ("at_most", frozenset(["الي"]))),
}
_BRACKETS = frozenset(["(", "[", "«"])
_NEGATIONS = frozenset(["لا", "لم", "لن"])
_OTHER_WAY: dict[Tolerance, Tolerance] = {"at_least": "at_most", "at_most": "at_least"}
_SUBJECT_WORDS = 4


def _find_verb_before(tokens: Sequence[Token], first: int) -> Tolerance:
    """The bound that a verb sets over its subject: لا يقل عدد المصابين عن 20."""
    last = tokens[first - 1].fold if first else ""
    preposition = last if last in ("عن", "علي", "الي") else ""
    end = first - 1 if preposition else first
    for index in range(end - 1, max(end - 2 - _SUBJECT_WORDS, -1), -1):
        token = tokens[index]
        if token.kind != "word":
            break
        found = _VERBS.get(token.fold)
        if found is None:
            continue
        kind, wanted = found
        if preposition not in wanted or index + 1 == end:
            break
        negated = index > 0 and tokens[index - 1].fold in _NEGATIONS
        return _OTHER_WAY[kind] if negated else kind
    return "exact"


def find_tolerance_before(tokens: Sequence[Token], first: int) -> tuple[Tolerance, int]:
    """The tolerance told just before token ``first``, and the index of its first token (``first`` where none is told).

    >>> from rawi.arabic.tokens import tokenize
    >>> find_tolerance_before(tokenize("قتل ما لا يقل عن 5 أشخاص"), 5)
    ('at_least', 1)
    """
    if first > 1 and tokens[first - 1].fold in _BRACKETS:
        first -= 1  # بما لا يتجاوز (10%)
    if first == 0 or tokens[first - 1].fold not in _LAST_WORDS:
        return _find_verb_before(tokens, first), first
    for length in range(min(_LONGEST, first), 0, -1):
        words = tuple(token.fold for token in tokens[first - length : first])
        found = _BEFORE.get(words)
        if found is not None:
            return found, first - length
    return _find_verb_before(tokens, first), first


def find_tolerance_after(tokens: Sequence[Token], last: int) -> Tolerance:
    """The tolerance told just after a figure, with at most two words of the thing counted between.

    >>> from rawi.arabic.tokens import tokenize
    >>> find_tolerance_after(tokenize("5 أشخاص على الأقل"), 1)
    'at_least'
    """
    for start in range(last, min(last + 3, len(tokens))):
        if tokens[start].kind == "mark":
            break
        for length in (2, 1):
            found = _AFTER.get(tuple(token.fold for token in tokens[start : start + length]))
            if found is not None:
                return found
    return "exact"

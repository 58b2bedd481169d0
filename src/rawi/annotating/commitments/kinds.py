"""What a commissive word comes to in its sentence: its kind, a time ahead, an action behind إلى, a mere description."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.annotating.commitments.clauses import OPENERS, Sentence
from rawi.annotating.commitments.complements import is_action
from rawi.annotating.commitments.lexicon import Kind, MarkerKind
from rawi.annotating.commitments.masdars import looks_verbal

_AHEAD = frozenset(
    [
        *("مقبل", "مقبله", "مقبلين", "مقبلتين", "قادم", "قادمه", "قادمين", "بحلول", "غدا", "غد", "قريبا", "نهايه"),
        *("اواخر", "لاحقا"),
        *("مطلع", "قريب", "جاريه", "جاري", "تاليه"),
    ]
)


def settle_kind(kind: MarkerKind, negated: bool, word: str, wording: tuple[str, ...]) -> Kind | None:
    """The commitment's kind, or None where the marker commits nobody here."""
    if negated and kind in ("demand", "refusal", "threat"):
        return None
    if kind == "announcement":
        return "plan" if not negated and is_ahead(wording) else None
    if kind == "unwilling":
        return "refusal" if negated and word.startswith(("ن", "ي", "ت")) else None
    return "refusal" if negated and kind in ("promise", "plan") else kind


def is_ahead(words: Iterable[str]) -> bool:
    """Whether folded words name a time to come (المقبل، بحلول، غدا)."""
    return any(word.removeprefix("ال") in _AHEAD or word in _AHEAD for word in words)


def names_action(word: str) -> bool:
    """Whether a folded word behind إلى is something to do (دعا إلى وقف القتال), not a thing or place."""
    return word in ("ان", "عدم", "ضروره", "اهميه") or looks_verbal(word.removeprefix("ال")) or is_action("ب" + word)


def describes(sentence: Sentence, index: int) -> bool:
    """Whether an imperfect describes the noun before it (بشكل يهدد بزوالها): what threatens so is no promise."""
    if index == 0 or sentence.tokens[index - 1].kind != "word" or sentence.folds[index][:1] not in "يت":
        return False
    before = sentence.folds[index - 1]
    return not before.startswith("ال") and before not in OPENERS and before not in ("قد", "كان", "كانت", "لا", "لم")

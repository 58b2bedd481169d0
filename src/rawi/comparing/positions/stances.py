"""How a statement is made: asserted, denied or hedged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rawi.arabic.quantities.word_sets import word_set
from rawi.model.labels import Polarity, SpeechAct, Stance

_NEGATIONS = word_set("لا لم لن ليس ليست ليسوا ولا ولم ولن وليس عدم نفي")
_HEDGES = word_set(
    "قد ربما لعل يمكن يحتمل محتمل المحتمل يبدو نامل نأمل امل يامل تامل اذا لو شرط بشرط شريطه ممكن الممكن "
    "نتوقع اتوقع يتوقع تتوقع نعتقد اعتقد يعتقد تعتقد ارجح يرجح مبدييا مبدييه"
)
_DENYING_ACTS: frozenset[SpeechAct] = frozenset(["denial", "refusal"])


# Words after a negation that it may bear on, and words from the beginning that set the tone of a whole statement.
_NEGATED, _OPENING = 4, 6
# ليس من خلال, ليس فقط set one way against another; لم يبق سوى القليل says that a little is left.
_CONTRASTS = word_set("من في عبر علي فقط مجرد الا بالضروره")
_EXCEPTIONS, _EXCEPTED = frozenset(["سوي", "الا", "غير"]), 10


def read_stance(
    words: Sequence[str], polarity: Polarity, act: SpeechAct, issue: Callable[[str], bool] = lambda word: True
) -> Stance:
    """The stance of a statement from its folded words, its polarity and its act, on the words that are the ``issue``.

    A negation elsewhere denies something else: يجب أن تكون علاقة دولة بدولة وليس عبر الفصائل asserts.

    >>> read_stance("نامل ان نغادر قريبا".split(), "asserted", "statement")
    'hedged'
    >>> read_stance("لا نحتاج قوات قتاليه".split(), "asserted", "statement")
    'denied'
    """
    if polarity == "denied" or act in _DENYING_ACTS or _denies(words, issue):
        return "denied"
    if act == "forecast" or any(word in _HEDGES for word in words[:_OPENING]):
        return "hedged"
    return "asserted"


def _denies(words: Sequence[str], issue: Callable[[str], bool]) -> bool:
    for at, word in enumerate(words):
        following = words[at + 1 : at + 1 + _NEGATED]
        if word not in _NEGATIONS or not following or following[0] in _CONTRASTS:
            continue
        if not _EXCEPTIONS.intersection(words[at + 1 : at + 1 + _EXCEPTED]) and any(map(issue, following)):
            return True
    return False


def is_negation(word: str) -> bool:
    """Whether the folded word denies."""
    return word in _NEGATIONS

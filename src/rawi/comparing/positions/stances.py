"""How a statement is made: asserted, denied or hedged."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.quantities.word_sets import word_set
from rawi.model.labels import Polarity, SpeechAct, Stance

_NEGATIONS = word_set("لا لم لن ليس ليست ليسوا ولا ولم ولن وليس عدم نفي")
_HEDGES = word_set(
    "قد ربما لعل يمكن يحتمل محتمل المحتمل يبدو نامل نأمل امل يامل تامل اذا لو شرط بشرط شريطه ممكن الممكن "
    "نتوقع اتوقع يتوقع تتوقع نعتقد اعتقد يعتقد تعتقد ارجح يرجح مبدييا مبدييه"
)
_DENYING_ACTS: frozenset[SpeechAct] = frozenset(["denial", "refusal"])


def read_stance(words: Sequence[str], polarity: Polarity, act: SpeechAct) -> Stance:
    """The stance of a statement from its folded words, its polarity and its act.

    >>> read_stance("نامل ان نغادر قريبا".split(), "asserted", "statement")
    'hedged'
    >>> read_stance("لا نحتاج قوات قتاليه".split(), "asserted", "statement")
    'denied'
    """
    if polarity == "denied" or act in _DENYING_ACTS or any(word in _NEGATIONS for word in words):
        return "denied"
    if act == "forecast" or any(word in _HEDGES for word in words):
        return "hedged"
    return "asserted"

"""Polarity and modality of a happening: whether it happened, is planned, demanded, feared or alleged, or is denied."""

from __future__ import annotations

from rawi.annotating.commitments.clauses import Sentence, find_future
from rawi.annotating.commitments.futures import FUTURE_PARTICLES, NEVER
from rawi.annotating.events.triggers import Trigger
from rawi.model.labels import Modality, Polarity

_NEGATIONS = frozenset(
    ["لم", "لا", "ما", "ليس", "ليست", "غير", "دون", "بدون", "عدم", "بعدم", "ولم", "ولا", "وعدم", "لعدم", "وليس", "فلم"]
)
_NEGATIONS |= NEVER
_DENIALS = ("نفي", "نفت", "ينفي", "تنفي", "نافيا", "نافيه", "نفوا", "وقف", "الغاء", "منع", "تجنب", "الحيلوله")

# Before a sanction these end it (رفع العقوبات، فك الحصار): no sanction is told.
_ENDINGS = ("رفع", "برفع", "لرفع", "فك", "بفك", "لفك", "انهاء", "بانهاء", "لانهاء", "تخفيف", "كسر", "الغاء", "رفعت")

# Words before a happening that take it out of the past (folded, with their commonest clitics).
_DEMANDED = (
    "ضروره",
    "طالب",
    "يطالب",
    "تطالب",
    "مطالب",
    "دعا",
    "دعت",
    "يدعو",
    "تدعو",
    "داعيا",
    "دعوه",
    "دعوات",
    "حث",
    "يجب",
    "ينبغي",
    "يتعين",
    "لابد",
    "مناشد",
    "طلب",
    "وجوب",
    "بضروره",
)
_FEARED = (
    "مخاوف",
    "خشيه",
    "خوفا",
    "تخوف",
    "خطر",
    "مخاطر",
    "تحذير",
    "حذر",
    "يحذر",
    "محذرا",
    "يخشي",
    "تخشي",
    "احتمال",
    "احتمالات",
    "تحسبا",
    "تهديد",
)
_PLANNED = (
    "خطه",
    "خطط",
    "اعتزام",
    "يعتزم",
    "تعتزم",
    "تعتزم",
    "نيه",
    "استعداد",
    "استعدادا",
    "تمهيدا",
    "المقرر",
    "ينوي",
    "يخطط",
    "سبل",
    "امكانيه",
    "هدف",
    "بهدف",
    "محاوله",
    "محاولات",
    "قرر",
    "قررت",
    "قرار",
)
_ALLEGED = (
    "اتهام",
    "اتهم",
    "اتهمت",
    "يشتبه",
    "المشتبه",
    "مزاعم",
    "زعم",
    "زعمت",
    "يزعم",
    "متهم",
    "متهمين",
    "بتهمه",
    "بتهم",
    "المتهم",
    "المتهمين",
    "متهما",
)

# How many tokens before the trigger such a word may stand: it governs the phrase that it opens.
_REACH = 4


def find_polarity(sentence: Sentence, trigger: Trigger) -> Polarity:
    """Whether it is denied: the verb is negated, or the happening is the object of a denial."""
    before = sentence.folds[max(0, trigger.index - 2) : trigger.index]
    if trigger.finite:
        return "denied" if before and before[-1] in _NEGATIONS else "asserted"
    if trigger.rule.type == "SANCTION" and before[-1:] and before[-1].removeprefix("و") in _ENDINGS:
        return "denied"
    if any(word in _NEGATIONS for word in before[-1:]) or any(
        word.lstrip("وف").startswith(_DENIALS[:7]) for word in before
    ):
        return "denied"
    return "asserted"


def find_modality(sentence: Sentence, trigger: Trigger) -> Modality:
    """How the text holds it: as a fact ("actual") unless its form or the words before it say otherwise."""
    index = trigger.index
    folds = sentence.folds
    before = folds[max(0, index - _REACH) : index]
    if trigger.finite and (
        find_future(sentence, index)
        or (before and before[-1] in FUTURE_PARTICLES | NEVER)
        or "ل" in trigger.analysis.particles
    ):
        return "planned"
    for place, word in enumerate(reversed(before)):
        if sentence.tokens[index - 1 - place].kind == "mark" and word not in '"“”«»':
            break
        bare = word.lstrip("وف") if len(word) > 3 else word
        for modality, words in (
            ("demanded", _DEMANDED),
            ("feared", _FEARED),
            ("alleged", _ALLEGED),
            ("planned", _PLANNED),
        ):
            if (
                bare in words
                or bare.removeprefix("ال") in words
                or (len(bare) > 4 and bare[:1] in "بل" and bare[1:] in words)
            ):
                return modality  # type: ignore[return-value]
    subjunctive = trigger.finite and trigger.analysis.form.aspect == "imperfect" and before[-1:] in (("ان",), ("بان",))
    if subjunctive or (
        not trigger.finite and any(find_future(sentence, place) for place in range(max(0, index - 2), index))
    ):
        return "planned"
    return "actual"

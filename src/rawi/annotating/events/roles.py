"""Roles: who did it, to whom, where and when, by the order of words and the prepositions of the clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rawi.annotating.commitments.clauses import Sentence
from rawi.annotating.events.triggers import Trigger
from rawi.model.annotation import Mention
from rawi.model.labels import EventRole

_PARTIES = ("PER", "ORG", "GPE", "LOC")
_PLACES = ("LOC", "GPE", "FAC")
# What stands before a participant (folded, alone or written on): the agent of a passive, the other side, the place.
_AGENTS = (("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب"), ("بقياده",))
_AGAINST = frozenset(["ضد", "علي", "مع", "الي", "عن", "تجاه", "لدي", "برفقه", "بحق"])
_INSIDE = frozenset(
    [
        "في",
        "قرب",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "وسط",
        "داخل",
        "بمدينه",
        "بمنطقه",
        "بمحافظه",
        "مدينه",
        "محافظه",
        "منطقه",
    ]
)
# Types in which a noun's first genitive is who suffers (اغتيال القائد، اعتقال الناشط).
_SUFFERED = frozenset(
    [
        *("اغتيال", "مقتل", "قتل", "اختطاف", "خطف", "اعتقال", "استهداف", "قصف", "احتجاز", "اعدام", "توقيف", "استقبال"),
        *(
            "ادانه",
            "اصابه",
            "جرح",
            "ذبح",
            "تفجير",
            "اقتحام",
            "مداهمه",
            "مهاجمه",
            "استشهاد",
            "تدمير",
            "تعذيب",
            "طعن",
            "غزو",
        ),
    ]
)
# Verbs written alike for who kills and who is killed: with one participant, counted or a person, it is who suffers.
_KILLED = frozenset(
    [
        *("قتل", "قتلت", "قتلا", "جرح", "جرحت", "اصيب", "اصيبت", "استشهد", "استشهدت", "ذبح", "اعدم", "خطف", "اختطف"),
    ]
)

# How many tokens from the trigger a participant, place or time may stand: the subject with its titles comes first.
NEAR = 12
FAR = 22
GENITIVE = 7


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention in its role."""

    role: EventRole
    mention: Mention


def find_participants(
    sentence: Sentence, trigger: Trigger, mentions: Sequence[Mention], borders: tuple[int, int]
) -> tuple[Participant, ...]:
    """Actor, recipient and place of a trigger among the mentions of its sentence.

    ``borders`` are the tokens of the triggers before and behind it: a participant beyond them is theirs.
    """
    parties = [(sentence.at(one.start), one) for one in mentions if one.type in _PARTIES or one.type == "FAC"]
    if trigger.rule.type is None:
        return _find_speaker(sentence, trigger, parties)
    low, high = max(borders[0], trigger.index - NEAR), min(borders[1], trigger.index + FAR)
    behind = [(place, one) for place, one in parties if trigger.index < place < high]
    before = [(place, one) for place, one in parties if low < place < trigger.index]
    found: list[Participant] = []
    used: set[int] = set()

    def take(role: EventRole, place: int, mention: Mention) -> None:
        if place not in used:
            used.add(place)
            found.append(Participant(role, mention))

    for place, one in behind:
        if _stands_after(sentence, place, _AGENTS):
            take("actor", place, one)
        elif one.type in _PLACES and _is_inside(sentence, place):
            take("place", place, one)
    rest = [(place, one) for place, one in behind if place not in used and place - trigger.index <= NEAR]
    free = [(place, one) for place, one in rest if not _is_governed(sentence, place, trigger)]
    governed = [(place, one) for place, one in rest if _is_governed(sentence, place, trigger)]
    has_actor = any(one.role == "actor" for one in found)
    if not trigger.finite:
        free = [(place, one) for place, one in free if _is_genitive(sentence, trigger, place)]
    if trigger.rule.type == "PROTEST":
        free = free[:1]  # whom a protest is against stands behind ضد
    free = [(place, one) for number, (place, one) in enumerate(free) if not number or not _is_joined(sentence, place)]
    if trigger.finite:
        proposed = _verb_roles(sentence, trigger, free, before, has_actor)
    else:
        proposed = _noun_roles(sentence, trigger, free, governed, before, rest)
    for role, place, one in proposed:
        take(role, place, one)
    for place, one in governed[:1]:
        if not any(other.role == "recipient" for other in found):
            take("recipient", place, one)
    if not any(one.role == "place" for one in found):
        for place, one in parties:
            if place not in used and one.type in _PLACES and _is_inside(sentence, place):
                take("place", place, one)
                break
    return tuple(found)


# Verbs behind a noun that say whose deed it is (هجوم نفذه مجهولون، مسيرة نظمها حزب).
_DONE_BY = frozenset(
    f"{verb}{ending}{pronoun}"
    for verb in ("نفذ", "شن", "نظم", "ارتكب", "قاد", "خاض", "اطلق")
    for ending in ("", "ت")
    for pronoun in ("ه", "ها")
)


def _doer(sentence: Sentence, trigger: Trigger) -> int | None:
    """Where such a verb stands behind the noun, before the next mark."""
    for index in range(trigger.index + 1, min(len(sentence.folds), trigger.index + NEAR)):
        if sentence.tokens[index].kind == "mark" and sentence.folds[index] not in '"“”«»':
            return None
        if sentence.folds[index] in _DONE_BY:
            return index
    return None


_Places: TypeAlias = Sequence[tuple[int, Mention]]
_Proposal: TypeAlias = tuple[EventRole, int, Mention]


def _verb_roles(
    sentence: Sentence, trigger: Trigger, free: _Places, before: _Places, has_actor: bool
) -> list[_Proposal]:
    """Subject and object of a finite verb: verb, subject, object, unless the subject stands before it."""
    subject = _subject_before(sentence, before, trigger)
    plural = _is_plural(trigger)
    if plural and subject is None:
        subject = _nearest_before(sentence, before, trigger)
    passive = trigger.analysis.form.passive or has_actor
    passive = passive or (subject is None and _is_suffered(sentence, trigger, free))
    if subject is not None and not passive:
        return [("actor", *subject), *(("recipient", place, one) for place, one in free[:1])]
    if free and not passive and _has_antecedent(sentence, trigger, free[0][1]):
        passive = True
    only: tuple[EventRole, ...] = ("recipient",) if passive or plural else ("actor", "recipient")
    return [(role, place, one) for role, (place, one) in zip(only, free)]


def _has_antecedent(sentence: Sentence, trigger: Trigger, first: Mention) -> bool:
    """Whether what is hit stands behind the verb and its subject before it (التفجير الذي استهدف مسجداً)."""
    if first.type == "FAC":
        return trigger.rule.type in ("ASSAULT", "COERCE")
    before = sentence.folds[trigger.index - 1] if trigger.index else ""
    return before in ("الذي", "التي", "اللذين", "والذي", "والتي") and not trigger.analysis.pronoun


def _noun_roles(  # noqa: PLR0917
    sentence: Sentence, trigger: Trigger, free: _Places, governed: _Places, before: _Places, rest: _Places
) -> list[_Proposal]:
    """Genitives of a verbal noun: who suffers of an اغتيال, who acts of a زيارة."""
    suffered = trigger.analysis.form.text in _SUFFERED
    first: EventRole = "recipient" if suffered else "actor"
    second: EventRole = "actor" if suffered else "recipient"
    if suffered and free and governed and _begins(sentence, governed[0][0], "ل"):
        first, second = "actor", "recipient"  # اغتيال الولايات المتحدة للجنرال
    elif suffered and len(free) > 1 and free[0][1].type != "PER" and free[1][1].type == "PER":
        first, second = "actor", "recipient"
    doer = _doer(sentence, trigger)
    if doer is not None:
        ours = [(place, one) for place, one in rest if place > doer][:1]
        return [
            *(("actor", place, one) for place, one in ours),
            *(("recipient", place, one) for place, one in free[:1]),
        ]
    if suffered and first == "recipient":
        free = free[:1]  # who killed stands behind على يد or an own verb
    found = [(role, place, one) for role, (place, one) in zip((first, second), free)]
    if not free and before and trigger.analysis.pronoun:
        found.append(("actor", *before[-1]))  # استقباله: the one spoken of last
    return found


def _is_genitive(sentence: Sentence, trigger: Trigger, place: int) -> bool:
    """Whether a participant may belong to a verbal noun: near it, and no mark between (مقتل ثلاثة من | الحراس)."""
    between = range(trigger.index + 1, place)
    return place - trigger.index <= GENITIVE and not any(
        (sentence.tokens[index].kind == "mark" and sentence.folds[index] not in '"“”«»')
        or sentence.folds[index] in _OTHER_PHRASE
        for index in between
    )


# Words behind a verbal noun with which something else begins: relatives, sources, circumstances.
_OTHER_PHRASE = frozenset(
    [
        *("الذي", "التي", "الذين", "اللذين", "اللتين", "بحسب", "حسب", "وفق", "وفقا", "خلال", "بعد", "اثر", "ان", "قبل"),
        *("منذ", "جراء", "نتيجه", "بعدما", "عندما", "حين", "بينما", "عقب", "اثناء"),
    ]
)


def _is_joined(sentence: Sentence, place: int) -> bool:
    """Whether the participant is joined to the one before (خمسة جنود ومدنيان), or a title before it is."""
    return sentence.folds[place].startswith("و") or (place > 0 and sentence.folds[place - 1] == "و")


def _is_plural(trigger: Trigger) -> bool:
    """Whether the verb is plural: its subject then stands before it."""
    text = trigger.analysis.form.text
    return text.endswith(("وا", "ون")) or (text.endswith("ا") and trigger.analysis.form.aspect == "perfect")


def _nearest_before(
    sentence: Sentence, before: Sequence[tuple[int, Mention]], trigger: Trigger
) -> tuple[int, Mention] | None:
    """The last participant before a plural verb that no preposition governs and no mark parts from it."""
    for place, mention in reversed(before):
        last = sentence.at(mention.end - 1)
        if any(sentence.tokens[index].kind == "mark" for index in range(last + 1, trigger.index)):
            return None
        if not _is_inside(sentence, place) and not _is_governed(sentence, place, trigger):
            return place, mention
    return None


def _is_suffered(sentence: Sentence, trigger: Trigger, free: Sequence[tuple[int, Mention]]) -> bool:
    """Whether a verb of killing has only the one who suffers: counted (قتل 18 شخصا), or the sole one and a person."""
    if trigger.analysis.form.text not in _KILLED or trigger.analysis.pronoun or not free:
        return False
    place, first = free[0]
    between = range(trigger.index + 1, place + 1)
    counted = any(sentence.tokens[index].kind == "number" or sentence.folds[index] in _COUNTS for index in between)
    return counted or (len(free) == 1 and first.type in ("PER", "FAC"))


_COUNTS = frozenset(
    [
        *(
            "عشرات",
            "مئات",
            "مييات",
            "الاف",
            "عدد",
            "نحو",
            "حوالي",
            "ثلاثه",
            "اربعه",
            "خمسه",
            "سته",
            "سبعه",
            "ثمانيه",
            "تسعه",
        ),
        *("عشره", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر", "احد", "بعض", "اكثر", "يقل", "زهاء"),
    ]
)


def _find_speaker(
    sentence: Sentence, trigger: Trigger, parties: Sequence[tuple[int, Mention]]
) -> tuple[Participant, ...]:
    """Who says it: the first party behind the verb of saying, else the one right before it; what is said has others."""
    behind = [one for place, one in parties if trigger.index < place <= trigger.index + NEAR // 2]
    if behind:
        return (Participant("actor", behind[0]),)
    before = _subject_before(sentence, [(place, one) for place, one in parties if place < trigger.index], trigger)
    return (Participant("actor", before[1]),) if before else ()


def _subject_before(
    sentence: Sentence, before: Sequence[tuple[int, Mention]], trigger: Trigger
) -> tuple[int, Mention] | None:
    """The mention right before a verb (only titles, قد or relatives between), which is then its subject."""
    if not before or "و" in trigger.analysis.particles or "ف" in trigger.analysis.particles:
        return None
    place, mention = before[-1]
    last = sentence.at(mention.end - 1)
    between = sentence.folds[last + 1 : trigger.index]
    if _is_inside(sentence, place) or _is_governed(sentence, place, trigger):
        return None
    if len(between) <= 2 and all(word in ("قد", "كان", "الذي", "التي", "كانت") for word in between):
        return place, mention
    return None


def _stands_after(sentence: Sentence, place: int, openers: Sequence[tuple[str, ...]]) -> bool:
    window = sentence.folds[max(0, place - 4) : place]
    return any(
        window[index : index + len(opener)] == opener
        for opener in openers
        for index in range(len(window) - len(opener) + 1)
    )


def _begins(sentence: Sentence, place: int, letter: str) -> bool:
    """Whether the mention, or the title before it, has the preposition written on."""
    return any(sentence.folds[index].startswith(letter) for index in (place, place - 1) if index >= 0)


def _is_inside(sentence: Sentence, place: int) -> bool:
    before = sentence.folds[max(0, place - 2) : place]
    return any(word in _INSIDE for word in before) or (
        sentence.folds[place].startswith(("ب", "وب")) and before[-1:] != ("من",)
    )


def _is_governed(sentence: Sentence, place: int, trigger: Trigger) -> bool:
    """Whether a preposition of "to, with, against" stands before the mention, titles between."""
    for index in range(place, max(min(trigger.index, place), place - 4, -1), -1):
        word = sentence.folds[index]
        if word in _AGAINST or (index < place and word.startswith("ل") and len(word) > 3) or word.startswith("لل"):
            return True
    return sentence.folds[place].startswith("ل") and not sentence.folds[place].startswith(("لبن", "ليب", "لند"))

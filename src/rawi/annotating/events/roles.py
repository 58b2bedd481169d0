"""Roles: who did it, to whom, where and when, by the order of words and the prepositions of the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.annotating.commitments.clauses import Sentence
from rawi.annotating.events.triggers import Trigger
from rawi.model.annotation import Mention, PublishedDate, TimeExpression
from rawi.model.labels import EventRole, Modality
from rawi.model.span import Span

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
        "اغتيال",
        "مقتل",
        "قتل",
        "اختطاف",
        "خطف",
        "اعتقال",
        "استهداف",
        "قصف",
        "احتجاز",
        "اعدام",
        "توقيف",
        "استقبال",
        "ادانه",
    ]
)

_PARTIAL = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?")

# How many tokens from the trigger a participant, place or time may stand: the subject with its titles comes first.
NEAR = 12
FAR = 22
SPOKEN = 8


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
    passive = trigger.analysis.form.passive or has_actor
    if trigger.finite:
        subject = _subject_before(sentence, before, trigger)
        if subject is not None and not passive:
            take("actor", *subject)
            for place, one in free[:1]:
                take("recipient", place, one)
        else:
            for role, (place, one) in zip(("recipient",) if passive else ("actor", "recipient"), free):
                take(role, place, one)  # type: ignore[arg-type]
    else:
        word = trigger.analysis.form.text
        first: EventRole = "recipient" if word in _SUFFERED else "actor"
        second: EventRole = "actor" if first == "recipient" else "recipient"
        if word in _SUFFERED and free and governed and _begins(sentence, governed[0][0], "ل"):
            first, second = "actor", "recipient"  # اغتيال الولايات المتحدة للجنرال
        elif word in _SUFFERED and len(free) > 1 and free[0][1].type != "PER" and free[1][1].type == "PER":
            first, second = "actor", "recipient"
        for role, (place, one) in zip((first, second), free):
            take(role, place, one)
        if not free and before and trigger.analysis.pronoun:
            take("actor", *before[-1])  # استقباله: the one spoken of last
    for place, one in governed[:1]:
        if not any(other.role == "recipient" for other in found):
            take("recipient", place, one)
    if not any(one.role == "place" for one in found):
        for place, one in parties:
            if place not in used and one.type in _PLACES and _is_inside(sentence, place):
                take("place", place, one)
                break
    return tuple(found)


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
    if not before:
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


def find_time(
    sentence: Sentence, trigger: Trigger, times: Sequence[TimeExpression], before: str | None = None
) -> TimeExpression | None:
    """The time expression nearest to the trigger, behind it before in front of it.

    A verb of saying has its own time near it; what is said has others. ``before`` is the last day on which it may
    have happened (the article's), None for what is yet to come: a time wholly behind it is another's.
    """
    far = SPOKEN if trigger.rule.type is None else FAR
    near = [(sentence.at(time.start) - trigger.index, time) for time in times if time.type in ("DATE", "TIME")]
    near = [
        (distance, time)
        for distance, time in near
        if -NEAR <= distance <= far and not (before and time.earliest and time.earliest > before)
    ]
    return min(near, key=lambda one: (abs(one[0]) + (NEAR if one[0] < 0 else 0), one[1].start))[1] if near else None


def date_event(
    time: TimeExpression | None, modality: Modality, main: bool, published: PublishedDate
) -> tuple[str | None, Span | None]:
    """When it happened, as an ISO date no more precise than what is known, and where that stands.

    Without a time of its own, what a main clause tells as a fact happened about when the article was published.
    """
    if time is not None:
        if time.value and _PARTIAL.fullmatch(time.value):
            return time.value[:10], time.span
        if time.earliest and time.latest:
            return _common(time.earliest, time.latest), time.span
        return None, time.span
    if main and modality == "actual" and published.earliest and published.latest:
        return _common(published.earliest, published.latest), None
    return None, None


def _common(earliest: str, latest: str) -> str | None:
    """The most precise partial date that holds both days.

    >>> _common("2020-08-03", "2020-08-09"), _common("2020-12-30", "2021-01-02")
    ('2020-08', None)
    """
    if earliest == latest:
        return earliest
    for length in (7, 4):
        if earliest[:length] == latest[:length]:
            return earliest[:length]
    return None

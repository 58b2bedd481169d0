"""Who commits: the subject of the commissive verb, else the speaker of the quotation, by order of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.annotating.commitments.clauses import QUOTE_MARKS, Sentence
from rawi.annotating.commitments.grammar import Commissive
from rawi.model.annotation import Mention, Quotation
from rawi.model.span import Span

_GROUPS = ("PER", "ORG", "LOC", "GPE")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who commits: where it is written, and the entity and usual name where known."""

    span: Span | None = None
    entity: str | None = None
    name: str | None = None


def find_actor(
    sentence: Sentence, clause: Commissive, mentions: Sequence[Mention], quotation: Quotation | None
) -> Actor:
    """The committing party: in the first person the speaker, else the verb's subject, else the speaker.

    ``mentions`` are those of the sentence, in order. The subject of a commissive verb stands between the verb and its
    complement (تعهد الوزير بفتح) or right before the verb; that of a clause before or right behind its verb.
    """
    if clause.first_person and quotation is not None:
        return speaker_of(quotation)
    if quotation is not None and quotation.cue is not None and _holds(sentence, clause.trigger, quotation.cue):
        return speaker_of(quotation)
    subject = _find_subject(sentence, clause, mentions)
    if subject is not None:
        return Actor(subject.span, subject.entity, subject.name)
    if quotation is not None:
        return speaker_of(quotation)
    return Actor(_nominal_subject(sentence, clause))


def speaker_of(quotation: Quotation) -> Actor:
    """The quotation's source as an actor."""
    return Actor(quotation.source, quotation.source_entity, quotation.source_name)


def _holds(sentence: Sentence, index: int, span: Span) -> bool:
    token = sentence.tokens[index]
    return span.start < token.end and token.start < span.end


def _is_subject_place(sentence: Sentence, clause: Commissive, place: int) -> bool:
    """Whether a name stands where the subject does: behind its verb at once, but for titles of a few words."""
    between = sentence.folds[clause.trigger + 1 : place]
    return len(between) <= _LONGEST_SUBJECT and not any(word in _NO_SUBJECT for word in between)


# Letters before a name that may still be part of the subject (و، ال، "الرئيس").
_ARTICLE_AND_TITLE = 8


def _find_subject(sentence: Sentence, clause: Commissive, mentions: Sequence[Mention]) -> Mention | None:
    named = [mention for mention in mentions if mention.type in _GROUPS]
    trigger = sentence.tokens[clause.trigger]
    if clause.frame == "marker" and clause.first > clause.trigger:
        border = sentence.tokens[clause.first].start
        before = [mention for mention in named if mention.end <= trigger.start and trigger.start - mention.end <= 3]
        if before:
            return before[-1]
        between = [mention for mention in named if trigger.end <= mention.start < border]
        if not between or clause.first_person:
            return None
        place = sentence.at(between[0].start)
        addressed = sentence.folds[place - 1] in ("من", "الي") or sentence.folds[place].startswith(("لل", "ل"))
        return None if addressed or not _is_subject_place(sentence, clause, place) else between[0]
    start = sentence.tokens[clause.first].start
    inside = [mention for mention in named if start <= mention.start < trigger.start]
    if inside:
        # Only what opens the clause is its subject (العلاقة بين بغداد وطهران يجب ... has none that is named).
        return inside[0] if inside[0].start - start <= _ARTICLE_AND_TITLE else None
    if clause.first < clause.trigger:
        return None
    behind = [mention for mention in named if 0 <= mention.start - trigger.end <= 2]
    return behind[0] if behind else None


# How many words an unnamed subject may have (وزير الخارجية المصري): longer strings hold more than the subject.
_LONGEST_SUBJECT = 5
_NO_SUBJECT = frozenset(
    [
        "ان",
        "في",
        "من",
        "الي",
        "علي",
        "عن",
        "مع",
        "خلال",
        "بعد",
        "قبل",
        "امس",
        "اليوم",
        "له",
        "لها",
        "مني",
        "منه",
        "منها",
        "منهم",
        "فيه",
        "فيها",
        "ليس",
        "ايضا",
        "كذلك",
    ]
)


def _nominal_subject(sentence: Sentence, clause: Commissive) -> Span | None:
    """The words right behind a verb up to its complement, where they are no name: الوزير, سكان الحي."""
    if clause.frame != "marker" or clause.first <= clause.trigger:
        return None
    last = clause.trigger + 1
    while last < min(clause.first, clause.trigger + 1 + _LONGEST_SUBJECT):
        word = sentence.folds[last]
        if word in _NO_SUBJECT or word in QUOTE_MARKS or sentence.tokens[last].kind == "mark":
            break
        last += 1
    if last == clause.trigger + 1 or (last == clause.first and not clause.skip and last - clause.trigger < 2):
        return None
    return sentence.span(clause.trigger + 1, last)

"""Who commits: the subject of the commissive verb, else the speaker of the quotation, by order of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rawi.annotating.commitments.clauses import Sentence
from rawi.annotating.commitments.grammar import Commissive
from rawi.annotating.commitments.lexicon import load_commitment_lexicon
from rawi.annotating.commitments.subjects import NO_PHRASE, find_phrase_end, is_addressed
from rawi.arabic.letters import fold
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
    sentence: Sentence,
    clause: Commissive,
    mentions: Sequence[Mention],
    quotation: Quotation | None,
    spoken_before: Quotation | None = None,
) -> Actor:
    """The committing party: in the first person the speaker, else the verb's subject, else the speaker.

    ``mentions`` are those of the sentence, in order. The subject of a commissive verb stands between the verb and its
    complement (تعهد الوزير بفتح) or right before the verb; that of a clause before or right behind its verb. Where only
    the one who is asked is written there (ودعا المواطنين إلى), it is whoever spoke last: the source of
    ``spoken_before``, the quotation that ended before the sentence.
    """
    own = quotation is not None and quotation.cue is not None and _holds(sentence, clause.trigger, quotation.cue)
    if clause.first_person:
        said = spoken_before if own or quotation is None else quotation
        return speaker_of(said) if said is not None else Actor()
    if quotation is not None and own and _may_commit(sentence, clause, mentions, quotation):
        return _speaker_here(sentence, clause, mentions, quotation)
    subject = _find_subject(sentence, clause, mentions)
    if subject is not None:
        return Actor(subject.span, subject.entity, subject.name)
    phrase = _nominal_subject(sentence, clause, mentions)
    if quotation is not None and not own and not _is_impersonal(clause):
        vague = quotation.source_kind in ("anonymous", "document", "outlet") and clause.frame == "marker"
        return (Actor(phrase) if phrase else Actor()) if vague else speaker_of(quotation)
    if phrase is not None:
        return Actor(phrase)
    if spoken_before is not None and _goes_on(sentence, clause):
        return speaker_of(spoken_before)
    return Actor()


def _may_commit(sentence: Sentence, clause: Commissive, mentions: Sequence[Mention], quotation: Quotation) -> bool:
    """Whether the quotation's source is who commits: not an adverb or object that stands behind the verb."""
    source = quotation.source
    if source is None:
        return quotation.source_name is not None and quotation.source_entity is not None
    if not sentence.tokens[0].start <= source.start < sentence.tokens[-1].end:
        return True
    first, last = sentence.at(source.start), sentence.at(source.end - 1) + 1
    if first <= clause.trigger:
        return last - first <= _LONGEST_SOURCE
    if clause.trigger < clause.first <= first:
        return False  # what stands in the complement asks for nothing
    named = next((mention.type for mention in mentions if mention.span.overlaps(source)), None)
    if named is None and find_phrase_end(sentence, first, last) == first:
        return False
    return last - first <= _LONGEST_SOURCE and not (
        clause.kind == "demand" and is_addressed(sentence, clause.trigger, first, last, named)
    )


def _speaker_here(sentence: Sentence, clause: Commissive, mentions: Sequence[Mention], quotation: Quotation) -> Actor:
    """The quotation's source without the one who is asked, where both stand behind the verb unparted.

    Nor with the verb, where name and verb were read as one (طالب الحارثي).
    """
    source = quotation.source
    name = quotation.source_name
    if source is not None and name and " " in name and is_commissive(fold(name.split(" ", 1)[0])):
        token = sentence.tokens[clause.trigger]
        start = source.start if source.start >= token.end else sentence.tokens[clause.trigger + 1].start
        return Actor(Span(start, source.end)) if start < source.end else Actor()
    if source is None or source.start < sentence.tokens[clause.trigger].end:
        return speaker_of(quotation)
    first, last = sentence.at(source.start), sentence.at(source.end - 1) + 1
    cut = find_phrase_end(sentence, first, last)
    if cut in (first, last) or sentence.folds[cut] in NO_PHRASE:
        return speaker_of(quotation)
    if any(mention.end > sentence.tokens[cut].start and mention.span.overlaps(source) for mention in mentions):
        return speaker_of(quotation)
    return Actor(sentence.span(first, cut))


def _is_impersonal(clause: Commissive) -> bool:
    """من المقرر أن، من المتوقع أن: nobody says it, so the speaker of the words around it plans nothing by it."""
    return clause.impersonal and clause.kind == "plan"


def _goes_on(sentence: Sentence, clause: Commissive) -> bool:
    """Whether the sentence goes on with who spoke last: its first or second word is the verb, after و or كما."""
    opening = sentence.folds[: clause.trigger]
    return clause.frame == "marker" and len(opening) <= 1 and all(word in _CONNECTIVES for word in opening)


_CONNECTIVES = frozenset(["و", "ف", "كما", "ثم", "وقد", "فقد", "كذلك", "ايضا", "وكذلك"])
# Words of a source up to which it can be a name with its titles; longer ones hold a clause.
_LONGEST_SOURCE = 8


def is_commissive(word: str) -> bool:
    """Whether a folded word may be a commissive verb of the past (طالب، وعد), which some given names are too.

    >>> is_commissive("طالب"), is_commissive("سالم")
    (True, False)
    """
    return any(reading.form.aspect == "perfect" for reading in load_commitment_lexicon().verbs.analyze(word))


def strip_verb(sentence: Sentence, clause: Commissive, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, with the verb taken out of a name into which it was read (وطالب الحارثي ب: no Talib al-Harithi).

    Some verbs of the commissive lexicon are given names as well (طالب، وعد); with a complement behind them, at the
    beginning of a clause, they are verbs.
    """
    token = sentence.tokens[clause.trigger]
    if clause.frame != "marker" or clause.first <= clause.trigger or not _begins_clause(sentence, clause.trigger):
        return mentions
    kept: list[Mention] = []
    for mention in mentions:
        if mention.type == "PER" and token.start <= mention.start < token.end < mention.end:
            if clause.first == clause.trigger + 1:
                continue
            start = sentence.tokens[clause.trigger + 1].start
            kept.append(replace(mention, start=start, entity=None, name=sentence.text[start : mention.end]))
        else:
            kept.append(mention)
    return kept


def _begins_clause(sentence: Sentence, index: int) -> bool:
    return index == 0 or sentence.folds[index].startswith("و") or sentence.tokens[index - 1].kind == "mark"


def speaker_of(quotation: Quotation) -> Actor:
    """The quotation's source as an actor."""
    return Actor(quotation.source, quotation.source_entity, quotation.source_name)


def _holds(sentence: Sentence, index: int, span: Span) -> bool:
    token = sentence.tokens[index]
    return span.start < token.end and token.start < span.end


def _is_subject_place(sentence: Sentence, clause: Commissive, place: int) -> bool:
    """Whether a name stands where the subject does: behind its verb at once, but for titles of a few words."""
    between = sentence.folds[clause.trigger + 1 : place]
    return len(between) <= _LONGEST_SUBJECT and not any(word in NO_PHRASE for word in between)


def _is_asked(sentence: Sentence, clause: Commissive, place: int, mention: Mention) -> bool:
    """Whether the name behind a verb of asking is, or belongs to, the one who is asked."""
    first = clause.trigger + 1
    if first == place:
        return is_addressed(sentence, clause.trigger, first, sentence.at(mention.end - 1) + 1, mention.type)
    return is_addressed(sentence, clause.trigger, first, place)


# Letters before a name that may still be part of the subject (و، ال، "الرئيس").
_ARTICLE_AND_TITLE = 8


def _find_subject(sentence: Sentence, clause: Commissive, mentions: Sequence[Mention]) -> Mention | None:
    named = [mention for mention in mentions if mention.type in _GROUPS]
    trigger = sentence.tokens[clause.trigger]
    if clause.frame == "marker" and clause.first > clause.trigger:
        border = sentence.tokens[clause.first].start
        reach = len(sentence.text) if clause.owned else 3
        before = [mention for mention in named if 0 <= trigger.start - mention.end <= reach]
        if before:
            return before[-1]
        between = [mention for mention in named if trigger.end <= mention.start < border]
        if not between or clause.first_person:
            return None
        place = sentence.at(between[0].start)
        addressed = sentence.folds[place - 1] in ("من", "الي") or sentence.folds[place].startswith(("لل", "ل"))
        if addressed or not _is_subject_place(sentence, clause, place):
            return None
        asked = clause.kind == "demand" and _is_asked(sentence, clause, place, between[0])
        return None if asked else between[0]
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


def _nominal_subject(sentence: Sentence, clause: Commissive, mentions: Sequence[Mention]) -> Span | None:
    """The words right behind a verb up to its complement, where they are no name: الوزير, سكان الحي."""
    if clause.frame != "marker" or clause.first <= clause.trigger or clause.owned:
        return None
    first = clause.trigger + 1
    last = find_phrase_end(sentence, first, min(clause.first, first + _LONGEST_SUBJECT))
    if last == first or (last == clause.first and not clause.skip and last - clause.trigger < 2):
        return None
    span = sentence.span(first, last)
    named = next((mention.type for mention in mentions if mention.span.overlaps(span)), None)
    if clause.kind == "demand" and is_addressed(sentence, clause.trigger, first, last, named):
        return None
    return span

"""Who speaks: the source's name and entity, and the antecedent of a verb without subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.reports import Report
from rawi.model.annotation import Mention
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class SpeakersConfig:
    """``memory``: how many earlier speakers a verb without subject may go back to; 98 % go to the last or the one
    before it."""

    memory: int = 6


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as resolved: the span that names it here (or the antecedent's), the name, the entity."""

    source: Span | None
    name: str | None
    entity: str | None
    gender: str = ""
    number: str = ""
    place: int = 0


def resolve_speakers(
    prose: Prose, reports: Sequence[Report], config: SpeakersConfig = SpeakersConfig()
) -> tuple[Speaker, ...]:
    """One speaker for each report, in the reports' order (which is the text's)."""
    known: list[Speaker] = []
    found: list[Speaker] = []
    for report in reports:
        if report.source is not None:
            speaker = _named(prose, report.source, known)
        else:
            speaker = _antecedent(prose, report, known, config)
        found.append(speaker)
        if speaker.name is not None:
            known = [*known, speaker][-config.memory :]
    return tuple(found)


def _named(prose: Prose, source: Span, known: Sequence[Speaker]) -> Speaker:
    """The speaker of an expressed source: the person named in it, else what it is called, else its antecedent."""
    inside = [mention for mention in prose.mentions if source.overlaps(mention.span)]
    words = source.of(prose.text).strip(' "«»“”')
    gender, number = _agreement(prose, source)
    person = _first(inside, ("PER",))
    if person is not None:
        return Speaker(source, person.name or person.span.of(prose.text), person.entity, "", "", source.start)
    nominal = next((mention for mention in inside if mention.form != "name" and mention.entity), None)
    if nominal is not None and nominal.name:
        return Speaker(source, nominal.name, nominal.entity, gender, number, source.start)
    earlier = _same_head(prose, source, known)
    if earlier is not None:
        return Speaker(source, earlier.name, earlier.entity, gender, number, source.start)
    named = next((mention for mention in inside if mention.start <= source.start + 2), None)
    if named is not None and len(named.span) * 2 >= len(source):
        return Speaker(source, named.name or words, named.entity, gender, number, source.start)
    return Speaker(source, words, None, gender, number, source.start)


def _first(mentions: Sequence[Mention], types: tuple[str, ...]) -> Mention | None:
    return next((mention for mention in mentions if mention.type in types), None)


def _same_head(prose: Prose, source: Span, known: Sequence[Speaker]) -> Speaker | None:
    """An earlier speaker that a short definite noun takes up again (المصدر، الوزير)."""
    words = [token.fold for token in _words(prose, source)]
    if not words or len(words) > 2 or not words[0].startswith("ال"):
        return None
    bare = words[0][2:]
    for speaker in reversed(known):
        if speaker.source is None:
            continue
        before = [token.fold for token in _words(prose, speaker.source)]
        if any(bare == word.removeprefix("ال") for word in before[:4]):
            return speaker
    return None


def _words(prose: Prose, span: Span) -> list:  # type: ignore[type-arg]
    first, last = prose.token_at(span.start), prose.first_token(span.end)
    return [token for token in prose.tokens[first:last] if token.kind == "word"]


def _agreement(prose: Prose, source: Span) -> tuple[str, str]:
    """Gender and number that a later verb would show, as far as spelling tells."""
    words = _words(prose, source)
    if not words:
        return "", ""
    head = words[0].fold
    if head.endswith(("ون", "ين")) and len(head) > 5:
        return "m", "p"
    if head.endswith("ان") and head not in ("بيان", "البيان", "برلمان", "البرلمان") and len(head) > 5:
        return "m", "d"
    if head.endswith(("ه", "ات", "اء")) or head.removeprefix("ال") in _BROKEN_PLURALS:
        return "f", ""
    if any(
        mention.type in ("LOC", "GPE") and mention.start <= source.start + 2
        for mention in prose.mentions
        if mention.span.overlaps(source)
    ):
        return "f", ""
    return "m", ""


_BROKEN_PLURALS = frozenset({"مصادر", "صحف", "وسايل", "تقارير", "قوي", "دول", "قوات", "فصايل"})


def _antecedent(prose: Prose, report: Report, known: Sequence[Speaker], config: SpeakersConfig) -> Speaker:
    """The last speaker that agrees with the verb; before the first one, the first person or body of the sentence."""
    person = report.word.person if report.word is not None and report.word.kind != "masdar" else ""
    pronoun = report.word.pronoun if report.word is not None and report.word.kind == "masdar" else ""
    if pronoun:
        person = {"ه": "m", "ها": "f", "هم": "p", "هما": "d"}.get(pronoun, "")
    subject = _sentence_subject(prose, report, known, person)
    if subject is not None:
        return subject
    for speaker in reversed(known):
        if _agrees(person, speaker):
            return Speaker(None, speaker.name, speaker.entity, speaker.gender, speaker.number, report.place)
    return Speaker(None, None, None)


def _agrees(person: str, speaker: Speaker) -> bool:
    if person in ("", "-", "1"):
        return True
    if person == "f":
        return speaker.gender in ("f", "")
    if person == "m":
        return speaker.gender in ("m", "") and speaker.number != "p"
    return speaker.number in (person, "p", "d") or not speaker.gender


def _sentence_subject(prose: Prose, report: Report, known: Sequence[Speaker], person: str) -> Speaker | None:
    """For a circumstance (، مؤكدا): the sentence's own subject, where no one has spoken in the sentence yet."""
    if report.word is None or report.word.kind != "participle" or report.cue is None:
        return None
    index = prose.token_at(report.cue.start)
    number = prose.sentence_of[index]
    if number < 0:
        return None
    sentence = prose.sentences[number]
    start = prose.tokens[sentence.first].start
    if any(speaker.place >= start for speaker in known):
        return None
    for mention in prose.mentions:
        if start <= mention.start < report.cue.start and mention.type in ("PER", "ORG"):
            if person == "f" and mention.type == "PER":
                continue
            return Speaker(None, mention.name or mention.span.of(prose.text), mention.entity, "", "", report.place)
    return None

"""Who speaks: the source's name and entity, and the antecedent of a verb without subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rawi.annotating.quotations.agreement import NO_DUALS, agreement_of, agrees, mention_gender, person_of_pronoun
from rawi.annotating.quotations.nesting import find_nesting
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.words import ADVERBS, ALL_PREPOSITIONS, COMMAS, NEGATIONS
from rawi.model.annotation import Mention
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class SpeakersConfig:
    """How far back an unexpressed speaker is sought.

    memory: earlier speakers; of 62 cases read, nearly all right ones went to the last or the one before it.
    sentences_back: sentences, where nobody has spoken yet.
    """

    memory: int = 6
    sentences_back: int = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as resolved: the span that names it here (None where the verb has no subject), the name, the entity.

    ``origin``: the words that named it first or here. ``is_guess``: nobody had spoken, a name near by was taken.
    """

    source: Span | None
    name: str | None
    entity: str | None
    gender: str = ""
    number: str = ""
    place: int = 0
    origin: Span | None = None
    is_guess: bool = False


def resolve_speakers(
    prose: Prose, reports: Sequence[Report], config: SpeakersConfig = SpeakersConfig()
) -> tuple[Speaker, ...]:
    """One speaker for each report, in the reports' order (which is the text's)."""
    outer = find_nesting(reports)
    # Who speaks inside somebody's words is taken up inside them only.
    heard: dict[int | None, list[Speaker]] = {}
    found: list[Speaker] = []
    for report, within in zip(reports, outer, strict=True):
        known = heard.get(within, [])
        if not known and within is not None and within < len(found):
            known = [found[within]]
        if report.source is not None and (person := _whose_words(prose, report.source)):
            speaker = _speaker_meant(prose, report, known, person, config)
        elif report.source is not None:
            speaker = _with_shown_gender(prose, report, _named(prose, report.source, known))
        else:
            speaker = _antecedent(prose, report, known, config)
        found.append(speaker)
        if speaker.name is not None and not speaker.is_guess:
            heard[within] = [*known, speaker][-config.memory :]
    return tuple(found)


def _with_shown_gender(prose: Prose, report: Report, speaker: Speaker) -> Speaker:
    """The named person's gender as the verb shows it (قالت جويس فلان): a name tells it seldom."""
    person = report.word.person if report.word is not None and report.word.is_finite else ""
    named = report.source is not None and any(
        mention.type == "PER" and mention.form == "name" and report.source.overlaps(mention.span)
        for mention in prose.mentions
    )
    return replace(speaker, gender=person) if named and person in ("m", "f") and not speaker.number else speaker


# Words that are somebody's: their pronoun says whose.
_SPOKEN = (
    "تصريحات",
    "تصريح",
    "اقوال",
    "قول",
    "كلام",
    "حديث",
    "تعبير",
    "وصف",
    "زعم",
    "ادعاء",
    "كلمات",
    "بيان",
    "تغريدات",
)


def _whose_words(prose: Prose, source: Span) -> str:
    """The person (m, f, p, d) of the pronoun where the source is only somebody's words (بحسب تصريحاته), else ""."""
    words = [token.fold for token in prose.tokens[prose.token_at(source.start) : prose.first_token(source.end)]]
    if len(words) != 1:
        return ""
    return next((person_of_pronoun(words[0].removeprefix(noun)) for noun in _SPOKEN if words[0].startswith(noun)), "")


def _speaker_meant(
    prose: Prose, report: Report, known: Sequence[Speaker], person: str, config: SpeakersConfig
) -> Speaker:
    """The last speaker, or the last one named, whom a pronoun of this person means; the words stay the source."""
    found = next((speaker for speaker in reversed(known) if agrees(person, speaker.gender, speaker.number)), None)
    meant = found or _named_before(prose, report, person, config)
    if meant is None or report.source is None:
        return Speaker(report.source, None, None)
    return replace(meant, source=report.source, place=report.source.start)


def _named(prose: Prose, source: Span, known: Sequence[Speaker]) -> Speaker:
    """The speaker of an expressed source: the person named in it, else what it is called, else its antecedent."""
    inside = [mention for mention in prose.mentions if source.overlaps(mention.span)]
    words = _without_loose_marks(source.of(prose.text))
    gender, number = agreement_of(prose, source)
    person = next((mention for mention in inside if mention.type == "PER" and mention.form == "name"), None)
    if person is not None and number == "":
        name = person.name or person.span.of(prose.text)
        return Speaker(source, name, person.entity, mention_gender(prose, person), "", source.start, source)
    referent = next((mention for mention in inside if mention.form != "name" and mention.entity and mention.name), None)
    if referent is not None:
        return Speaker(source, referent.name, referent.entity, gender, number, source.start, source)
    earlier = _by_title(prose, source) or _same_head(prose, source, known)
    if earlier is not None:
        return Speaker(source, earlier.name, earlier.entity, gender, number, source.start, source)
    named = next((mention for mention in inside if mention.start <= source.start + 2), None)
    marked = next((mention for mention in inside if _is_named_in_marks(prose, source, mention)), None)
    if marked is not None:
        return Speaker(source, marked.name or words, marked.entity, gender, number, source.start, source)
    if named is not None and len(named.span) * 2 >= len(source):
        return Speaker(source, named.name or words, named.entity, gender, number, source.start, source)
    return Speaker(source, words, None, gender, number, source.start, source)


_EDGES = ' "«»“”'
_MARKS = '"«»“”'


def _without_loose_marks(words: str) -> str:
    """The words without the marks around them, and without any where one of a pair was cut off."""
    words = words.strip()
    bare = words.strip(_EDGES)
    for kept in (bare, words):
        opened = kept.count("«") + kept.count("“")
        if kept.count('"') % 2 == 0 and opened == kept.count("»") + kept.count("”"):
            return kept
    return "".join(letter for letter in bare if letter not in _MARKS)


def _is_named_in_marks(prose: Prose, source: Span, mention: Mention) -> bool:
    """Whether the source is one noun and a body's name in marks (منظمة "أطباء بلا حدود"، صحيفة «البلاد»)."""
    before = prose.text[source.start : max(source.start, mention.start)]
    after = prose.text[mention.end : source.end]
    return mention.type == "ORG" and before[-1:] in _MARKS and len(before.split()) == 2 and not after.strip(_EDGES)


def _by_title(prose: Prose, source: Span) -> Speaker | None:
    """The person beside whose name this very title stands (رئيس الوزراء البريطاني for رئيس الوزراء البريطاني فلان)."""
    words = _bare_words(prose, source)
    if len(words) < 2:
        return None
    found: Mention | None = None
    for mention in prose.mentions:
        if mention.type != "PER" or mention.title is None or mention.form != "name":
            continue
        title = _bare_words(prose, mention.title)
        if words[: len(title)] == title or title[: len(words)] == words:
            found = mention
            if mention.start > source.start:
                break
    if found is None:
        return None
    return Speaker(None, found.name or found.span.of(prose.text), found.entity)


def _same_head(prose: Prose, source: Span, known: Sequence[Speaker]) -> Speaker | None:
    """An earlier speaker that a short definite noun takes up again (المصدر، الوزير الألماني)."""
    first = prose.tokens[prose.token_at(source.start)].fold
    words = _bare_words(prose, source)
    if not words or len(words) > 2 or not first.startswith(("ال", "لل")):
        return None
    for speaker in reversed(known):
        if speaker.source is not None and words[:1] == _bare_words(prose, speaker.source)[:1]:
            return speaker
    return None


def _bare_words(prose: Prose, span: Span) -> list[str]:
    """The folded words without their articles."""
    first, last = prose.token_at(span.start), prose.first_token(span.end)
    words = [token.fold for token in prose.tokens[first:last] if token.kind == "word"]
    return [word[2:] if word.startswith(("ال", "لل")) and len(word) > 4 else word for word in words]


def _antecedent(prose: Prose, report: Report, known: Sequence[Speaker], config: SpeakersConfig) -> Speaker:
    """The last speaker that agrees with the verb; before anyone has spoken, a named person or body just before it."""
    word = report.word
    person = "" if word is None else person_of_pronoun(word.pronoun) if word.kind == "masdar" else word.person
    subject = _sentence_subject(prose, report, known, person)
    if subject is not None:
        return subject
    if person == "d":
        pair = _pair_before(prose, report)
        if pair is not None:
            return pair
    # A woman's name seldom shows its gender, but far more names are men's: a feminine verb asks for what is surely so.
    certain = [speaker for speaker in known if person != "f" or speaker.gender == "f"]
    for speaker in reversed(certain or known):
        if agrees(person, speaker.gender, speaker.number):
            return replace(speaker, source=None, place=report.place)
    if known and _in_one_sentence(prose, known[-1].place, report.place):
        return replace(known[-1], source=None, place=report.place)
    return _named_before(prose, report, person, config) or Speaker(None, None, None)


def _pair_before(prose: Prose, report: Report) -> Speaker | None:
    """The nearest definite dual noun before a dual verb (الجانبان ... وعبّرا)."""
    last = prose.token_at(report.place)
    for index in range(last - 1, max(-1, last - _PAIR_REACH), -1):
        token = prose.tokens[index]
        if token.kind == "word" and token.fold.startswith("ال") and token.fold.endswith("ان") and len(token.fold) > 6:
            if token.fold[2:] in NO_DUALS:
                continue
            return Speaker(None, token.span.of(prose.text), None, "", "d", report.place, token.span)
    return None


_PAIR_REACH = 60


def _in_one_sentence(prose: Prose, place: int, other: int) -> bool:
    return prose.sentence_of[prose.token_at(place)] == prose.sentence_of[prose.token_at(other)]


def _sentence_subject(prose: Prose, report: Report, known: Sequence[Speaker], person: str) -> Speaker | None:
    """The sentence's own subject for what hangs on it, where no one has spoken in the sentence yet.

    That is a circumstance (، مؤكدا), and a verb inside the sentence where its first verb has a name for its subject
    (نشر الدفاع المدني مقطعا قال إنه; وقبل سفره، استقبل الوزير السفير، وقال له إنه). Behind لكنه the name is meant that
    the sentence had last.
    """
    if report.word is None or report.cue is None:
        return None
    index = prose.token_at(report.cue.start)
    number = prose.sentence_of[index]
    if number < 0:
        return None
    first = prose.sentences[number].first
    start = prose.tokens[first].start
    if any(speaker.place >= start for speaker in known):
        return None
    if report.word.kind == "participle":
        found = _subject_of_verb(prose, first, index, person) or _first_agreeing(prose, start, report.cue.start, person)
    elif report.word.is_finite and not report.word.proclitic:
        found = _last_before_but(prose, first, index, person) or _subject_of_verb(prose, first, index, person)
    elif report.word.is_finite and report.word.proclitic == "و" and index > first:
        found = _subject_of_verb(prose, _first_of_clause(prose, first, index), index, person)
    else:
        found = None
    return None if found is None else replace(found, is_guess=False)


# Words between a sentence's first word and its subject: كان قد أعلن فلان.
_SUBJECT_REACH = 3
# Words of a phrase that opens a sentence.
_OPENING = 12
# Words between لكنه and its verb: لكنه أصدر الجمعة بيانا قال فيه.
_BUT_REACH = 6
# States speak by their names.
_ACTING = ("PER", "ORG", "LOC", "GPE")
_BUT = frozenset({"لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم"})


def _first_of_clause(prose: Prose, first: int, limit: int) -> int:
    """The sentence's first token behind a phrase of time or place that opens it (وقبل مغادرته، استقبل)."""
    opening = prose.tokens[first].fold
    if opening not in ALL_PREPOSITIONS and opening.removeprefix("و") not in ALL_PREPOSITIONS | ADVERBS:
        return first
    comma = (place for place in range(first + 1, min(limit, first + _OPENING)) if prose.tokens[place].fold in COMMAS)
    return next(comma, first - 1) + 1


def _subject_of_verb(prose: Prose, first: int, limit: int, person: str) -> Speaker | None:
    """The name right behind the sentence's first verb, a state among them (شنت إسرائيل هجوما، قائلة)."""
    for index in range(first + 1, min(limit, first + 1 + _SUBJECT_REACH)):
        mention = prose.mention_at.get(index)
        if mention is None:
            continue
        if (
            mention.type not in ("PER", "ORG", "LOC", "GPE")
            or _is_governed(prose, mention)
            or first in prose.mention_at
        ):
            return None
        found = _as_speaker(prose, mention)
        return found if agrees(person, found.gender, "") else None
    return None


def _last_before_but(prose: Prose, first: int, index: int, person: str) -> Speaker | None:
    """Whom لكنه before the verb takes up where nothing came from him so far (لم يصدر رد من الجيش، لكنه قال)."""
    if prose.tokens[first].fold not in NEGATIONS:
        return None
    reach = range(index - 1, max(first, index - _BUT_REACH) - 1, -1)
    but = next((place for place in reach if prose.tokens[place].fold in _BUT), first)
    for place in range(first + 1, but):
        mention = prose.mention_at.get(place)
        if mention is not None and mention.type in _ACTING and prose.tokens[place - 1].fold == "من":
            found = _as_speaker(prose, mention)
            return found if agrees(person, found.gender, "") else None
    return None


def _named_before(prose: Prose, report: Report, person: str, config: SpeakersConfig) -> Speaker | None:
    """The first agreeing name of the sentence before, going back a few sentences."""
    here = prose.sentence_of[prose.token_at(report.place)]
    for number in range(here, max(-1, here - config.sentences_back - 1), -1):
        sentence = prose.sentences[number]
        start = prose.tokens[sentence.first].start
        end = min(report.place, prose.tokens[sentence.last - 1].end)
        found = _first_agreeing(prose, start, end, person)
        if found is not None:
            return found
    return None


def _is_governed(prose: Prose, mention: Mention) -> bool:
    """Whether a preposition stands before the name or is written onto it: then it is no subject."""
    start = mention.start if mention.title is None else min(mention.start, mention.title.start)
    index = prose.token_at(start)
    if prose.tokens[index].start < start or prose.tokens[index].fold.startswith("لل"):
        return True
    return index > 0 and prose.tokens[index - 1].fold in ALL_PREPOSITIONS


def _is_in_title(prose: Prose, mention: Mention) -> bool:
    """Whether the name is part of a person's title (المتحدث باسم التحالف أحمد عسيري): then that person acts."""
    return any(other.title is not None and other.title.contains(mention.span) for other in prose.mentions)


def _first_agreeing(prose: Prose, start: int, end: int, person: str) -> Speaker | None:
    for mention in prose.mentions:
        if not start <= mention.start < end or mention.type not in ("PER", "ORG"):
            continue
        gender = mention_gender(prose, mention)
        if _is_governed(prose, mention) or _is_in_title(prose, mention):
            continue
        if agrees(person, gender, ""):
            return _as_speaker(prose, mention)
    return None


def _as_speaker(prose: Prose, mention: Mention) -> Speaker:
    """The named as one who may have spoken."""
    name = mention.name or mention.span.of(prose.text)
    gender = mention_gender(prose, mention)
    return Speaker(None, name, mention.entity, gender, "", mention.start, mention.span, is_guess=True)

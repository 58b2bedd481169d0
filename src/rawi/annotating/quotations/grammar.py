"""The grammar: everything in an article that may be a report, read from its reporting words.

It reads generously: one cue may give several readings, and words that seldom report give one too. Which readings
stand is judged afterwards (:mod:`rawi.annotating.quotations.gate`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rawi.annotating.quotations.according import read_accordings
from rawi.annotating.quotations.complements import Complement, find_complement
from rawi.annotating.quotations.extents import content_span, trim_content
from rawi.annotating.quotations.marks import Marked
from rawi.annotating.quotations.means import Means
from rawi.annotating.quotations.phrases import noun_span, phrase_after
from rawi.annotating.quotations.prose import Prose, Sentence
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.sources import find_source
from rawi.annotating.quotations.words import COLON, COMMAS, COPULAS, NEGATIONS, RELATIVES
from rawi.arabic.cues import CueWord
from rawi.model.labels import QuotationKind
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class GrammarConfig:
    r"""Limits of the grammar.

    longest_gap: words between a marked passage and the cue that follows it (\"…\"، قال فلان).
    longest_speaker: words of a speaker's name before a colon.
    least_mixed: words in marks from which indirect speech counts as mixed; fewer are a scare quote or a name.
    least_following: characters of a marked paragraph that carries a speech on without a cue.
    """

    longest_gap: int = 3
    longest_speaker: int = 8
    least_mixed: int = 4
    least_following: int = 40


def read_reports(prose: Prose, means: Means, config: GrammarConfig = GrammarConfig()) -> tuple[Report, ...]:
    """Every reading of every sentence, in order of cues."""
    found: list[Report] = []
    for sentence in prose.sentences:
        if not sentence.is_headline:
            found += _read_sentence(prose, sentence, means, config)
    return tuple(sorted(found, key=lambda report: (report.place, report.start)))


def _read_sentence(prose: Prose, sentence: Sentence, means: Means, config: GrammarConfig) -> Iterator[Report]:
    verbs: list[Report] = []
    for index in range(sentence.first, sentence.last):
        for word in prose.cue_words(index):
            if not _may_report(prose, sentence, index, word):
                continue
            report = _with_complement(prose, sentence, index, word, means, config)
            if report is None and word.is_finite and "speech" in word.frames:
                report = _after_speech(prose, sentence, index, word, config) or _bare(prose, sentence, index, word)
            if report is not None:
                verbs.append(report)
                break
    yield from verbs
    yield from read_accordings(prose, sentence, tuple(verbs), means)
    colon = _speaker_before_colon(prose, sentence, config)
    if colon is not None and not any(report.content[0].overlap(colon.content[0]) > 0.8 for report in verbs):
        yield colon


_JUSSIVE = frozenset({"لم", "ولم", "فلم", "لا", "ولا"})
_SUBJUNCTIVES = frozenset({"ان", "ل", "لكي", "كي"})
_BEFORE_NOUNS = frozenset({"من", "في", "الي", "علي", "عن", "ب", "ل", "مع", "بعد", "قبل", "كل", "هذا", "هذه"})


def _may_report(prose: Prose, sentence: Sentence, index: int, word: CueWord) -> bool:
    """Whether a spelling may be the reporting word here: what grammar excludes, not what is unlikely."""
    fold = prose.tokens[index].fold
    previous = prose.tokens[index - 1].fold if index > sentence.first else ""
    if word.kind in ("according", "basis", "relative", "manner", "passive"):
        return False
    if word.kind == "jussive":
        return previous in _JUSSIVE
    if word.kind == "participle":
        return fold.endswith(("ا", "ه", "ين")) and not fold.startswith("ال")
    if word.is_finite:
        if word.pronoun and not word.frames & {"target", "by"}:
            return False
        return previous not in _SUBJUNCTIVES and previous not in _BEFORE_NOUNS
    return True


def _with_complement(  # noqa: PLR0917
    prose: Prose, sentence: Sentence, index: int, word: CueWord, means: Means, config: GrammarConfig
) -> Report | None:
    limit = sentence.last
    complement = find_complement(prose, index, word, limit)
    if complement is None or (word.kind == "masdar" and not word.pronoun and complement.first - index > 9):
        return None
    if complement.first >= limit and complement.marked is None:
        limit = _end_of_next(prose, complement.first)
    content = content_span(prose, complement, limit, word, means.extents, means.evidence, means.extents_config)
    cue = cue_span(prose, index, word)
    if content is None or content.overlaps(cue):
        return None
    previous = prose.tokens[index - 1].fold if index > sentence.first else ""
    return Report(
        _with_following(prose, complement, content, config),
        kind_of(prose, complement.marked, complement.kind == "speech", content, config),
        cue,
        word,
        find_source(prose, sentence, index, word, complement),
        is_denied=previous in NEGATIONS,
        style=complement.kind,
    )


def _end_of_next(prose: Prose, first: int) -> int:
    """The end of the sentence that begins at a token."""
    number = prose.sentence_of[first] if first < len(prose.tokens) else -1
    return prose.sentences[number].last if number >= 0 else first


def cue_span(prose: Prose, index: int, word: CueWord) -> Span:
    """The reporting word without the conjunction or preposition written onto it."""
    token = prose.tokens[index]
    return Span(token.start + (1 if word.proclitic else 0), token.end)


def _with_following(prose: Prose, complement: Complement, content: Span, config: GrammarConfig) -> tuple[Span, ...]:
    """The content, and the paragraphs in marks that carry the same speech on."""
    passage = complement.marked
    if passage is None or complement.kind != "speech":
        return (content,)
    spans = [content]
    current: Marked = passage
    while True:
        following = prose.first_token(current.outer.end)
        while following < len(prose.tokens) and prose.tokens[following].fold in (".", "…"):
            following += 1
        nearby = prose.marked_at.get(following)
        if nearby is None or prose.tokens[following].start != nearby.outer.start:
            break
        if len(nearby.inner) < config.least_following:
            break
        spans.append(nearby.inner)
        current = nearby
    return tuple(spans)


def kind_of(
    prose: Prose, passage: Marked | None, is_speech: bool, content: Span, config: GrammarConfig = GrammarConfig()
) -> QuotationKind:
    """Direct where the content is what stands in marks (or after a colon), mixed where marked words are part of it."""
    if is_speech or (passage is not None and passage.inner == content):
        return "direct"
    for inside in prose.marked:
        if content.contains(inside.inner) and len(inside.inner.of(prose.text).split()) >= config.least_mixed:
            return "mixed"
        if inside.inner.start >= content.end:
            break
    return "indirect"


def _bare(prose: Prose, sentence: Sentence, index: int, word: CueWord) -> Report | None:
    """Speech that neither أن nor marks nor a colon sets off (وقالت الطالبة هند شكرا لكم)."""
    if not word.is_strong or word.kind not in ("past", "present"):
        return None
    phrase = phrase_after(prose, index + 1, sentence.last, open_ended=True)
    first = phrase[1] if phrase else index + 1
    if first >= sentence.last:
        return None
    content = trim_content(prose.text, prose.tokens[first].start, prose.tokens[sentence.last - 1].end)
    source = noun_span(prose, *phrase) if phrase else None
    cue = cue_span(prose, index, word)
    kind: QuotationKind = "indirect" if "object" in word.frames else "direct"
    return None if content is None else Report((content,), kind, cue, word, source, style="speech")


def _after_speech(prose: Prose, sentence: Sentence, index: int, word: CueWord, config: GrammarConfig) -> Report | None:
    """A marked passage right before its cue («…»، قال فلان)."""
    position = index - 1
    while position >= 0 and index - position <= config.longest_gap and _is_between(prose, position):
        position -= 1
    passage = prose.marked_at.get(position) if position >= 0 else None
    if passage is None or prose.tokens[position].end < passage.inner.end or word.proclitic == "و":
        return None
    phrase = phrase_after(prose, index + 1, sentence.last, open_ended=True)
    source = noun_span(prose, *phrase) if phrase else None
    return Report((passage.inner,), "direct", cue_span(prose, index, word), word, source, style="after")


_THUS = frozenset({".", "هكذا", "كما", "بهذه", "العبارات", "الكلمات", "العباره"})


def _is_between(prose: Prose, position: int) -> bool:
    fold = prose.tokens[position].fold
    return fold in COMMAS or fold in COPULAS or fold in RELATIVES or fold in _THUS


def _speaker_before_colon(prose: Prose, sentence: Sentence, config: GrammarConfig) -> Report | None:
    """A name, a colon, and what was said (الجبير: لن نقبل بالتدخل)."""
    for index in range(sentence.first, min(sentence.last, sentence.first + config.longest_speaker + 1)):
        if prose.tokens[index].fold != COLON:
            continue
        if index == sentence.first or any(
            word.is_finite for at in range(sentence.first, index) for word in prose.cue_words(at)
        ):
            return None
        source = noun_span(prose, sentence.first, index)
        passage = prose.marked_at.get(index + 1)
        if passage is not None and prose.tokens[index + 1].start == passage.outer.start:
            return Report((passage.inner,), "direct", None, None, source, style="colon")
        if index + 1 >= sentence.last:
            return None
        content = trim_content(prose.text, prose.tokens[index + 1].start, prose.tokens[sentence.last - 1].end)
        return None if content is None else Report((content,), "direct", None, None, source, style="colon")
    return None

"""The grammar: every report of an article from its reporting words, without a tagger."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.annotating.quotations.according import find_accordings
from rawi.annotating.quotations.complements import Complement, find_complement
from rawi.annotating.quotations.extents import content_span
from rawi.annotating.quotations.marks import Marked
from rawi.annotating.quotations.phrases import noun_span, phrase_after, phrase_before
from rawi.annotating.quotations.prose import Prose, Sentence
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.words import COMMAS, COPULAS, NEGATIONS, RELATIVES
from rawi.arabic.cues import CueWord
from rawi.model.labels import QuotationKind
from rawi.model.span import Span, cover


@dataclass(frozen=True, slots=True)
class GrammarConfig:
    """Limits of the grammar.

    longest_gap: words between a marked passage and the cue that follows it (\"…\"، قال فلان).
    """

    longest_gap: int = 3


def find_reports(prose: Prose, config: GrammarConfig = GrammarConfig()) -> tuple[Report, ...]:
    """The reports of all sentences, in order of their cues."""
    found: list[Report] = []
    for sentence in prose.sentences:
        if not sentence.is_headline:
            found += _reports_of(prose, sentence, config)
    return tuple(sorted(found, key=lambda report: (report.place, report.start)))


def _reports_of(prose: Prose, sentence: Sentence, config: GrammarConfig) -> list[Report]:
    found: list[Report] = []
    for index in range(sentence.first, sentence.last):
        words = prose.cue_words(index)
        if not words:
            continue
        report = _report_at(prose, sentence, index, words, config)
        if report is not None and not any(_same(report, other) for other in found):
            found.append(report)
    found += find_accordings(prose, sentence, tuple(found))
    return found


def _same(report: Report, other: Report) -> bool:
    mine, theirs = cover(report.content), cover(other.content)
    return mine.overlap(theirs) > 0.9


def _report_at(
    prose: Prose, sentence: Sentence, index: int, words: tuple[CueWord, ...], config: GrammarConfig
) -> Report | None:
    previous = prose.tokens[index - 1].fold if index > sentence.first else ""
    for word in words:
        if word.kind in ("according", "basis"):
            return None
        if word.kind in ("relative", "manner"):
            return None
        if word.kind == "passive" or (word.person == "1" and word.lemma != "قال"):
            continue
        if word.kind == "jussive" and previous not in _JUSSIVE:
            continue
        if word.kind == "masdar" and not word.pronoun:
            continue
        if word.kind == "participle" and not _circumstance(prose, index, word, previous):
            continue
        if word.is_finite and (previous in _SUBJUNCTIVES or not _may_be_verb(prose, index, word, previous)):
            continue
        report = _with_complement(prose, sentence, index, word, previous)
        if report is None and word.is_finite and "speech" in word.frames:
            report = _after_speech(prose, sentence, index, word, config)
        if report is not None:
            return report
    return None


_JUSSIVE = frozenset({"لم", "ولم", "فلم", "لا", "ولا"})
_SUBJUNCTIVES = frozenset({"ان", "ل", "لكي", "كي", "يمكن", "يجب", "سوف"})


def _may_be_verb(prose: Prose, index: int, word: CueWord, previous: str) -> bool:
    """Whether a spelling that is often a noun or particle (بين، وصف، طلب) may be a verb here."""
    if previous in ("من", "في", "الي", "علي", "عن", "ب", "ل", "مع", "بعد", "قبل", "كل", "هذا", "هذه"):
        return False
    return not (
        word.lemma == "بين" and not prose.tokens[index].fold.startswith("و") and previous not in ("كما", "قد", "و")
    )


def _circumstance(prose: Prose, index: int, word: CueWord, previous: str) -> bool:
    """Whether a participle is the accusative that reports (، مؤكدا أن)."""
    fold = prose.tokens[index].fold
    if previous in ("ال", "كل", "غير", "هذه", "هذا") or fold.startswith("ال"):
        return False
    return fold.endswith(("ا", "ه", "ين"))


def _with_complement(prose: Prose, sentence: Sentence, index: int, word: CueWord, previous: str) -> Report | None:
    limit = sentence.last
    complement = find_complement(prose, index, word, limit)
    if complement is None:
        return None
    if not word.is_strong and complement.kind == "phrase" and word.lemma not in ("رفض", "طلب"):
        return None
    if word.kind == "masdar" and complement.kind == "phrase":
        return None
    reach = limit
    content = content_span(prose, complement, reach)
    if content is None or len(content.of(prose.text).split()) < 1:
        return None
    source = _source(prose, sentence, index, word, complement)
    cue = _cue_span(prose, index, word)
    if content.start < cue.end and cue.start < content.end:
        return None
    spans = _with_following(prose, complement, content)
    return Report(spans, _kind(prose, complement, content), cue, word, source, is_denied=previous in NEGATIONS)


def _cue_span(prose: Prose, index: int, word: CueWord) -> Span:
    token = prose.tokens[index]
    return Span(token.start + (1 if word.proclitic else 0), token.end)


def _with_following(prose: Prose, complement: Complement, content: Span) -> tuple[Span, ...]:
    """The content, and the paragraphs' marks that carry the same speech on."""
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
        if (
            nearby is None
            or prose.tokens[following].start != nearby.outer.start
            or "\n" not in prose.text[current.outer.end : nearby.outer.start] + "\n"
            or len(nearby.inner) < 40
        ):
            break
        spans.append(nearby.inner)
        current = nearby
    return tuple(spans)


def _kind(prose: Prose, complement: Complement, content: Span) -> QuotationKind:
    if complement.kind == "speech":
        return "direct"
    passage = complement.marked
    if passage is not None and passage.inner == content:
        return "direct"
    for passage in prose.marked:
        if content.contains(passage.inner) and len(passage.inner.of(prose.text).split()) > 3:
            return "mixed"
    return "indirect"


def _source(prose: Prose, sentence: Sentence, index: int, word: CueWord, complement: Complement) -> Span | None:
    if word.kind == "masdar":
        return _before_masdar(prose, sentence, index)
    if word.kind == "participle":
        return None
    if word.pronoun and complement.head_end - index <= 1:
        return None
    phrase = phrase_after(prose, index + 1, complement.head_end, open_ended=complement.kind == "phrase")
    if word.lemma in ("نقل", "نسب", "علم") and phrase is not None:
        inner = _from_whom(prose, index, complement.head_end)
        if inner is not None:
            return inner
    if phrase is not None:
        return noun_span(prose, *phrase)
    if not word.proclitic and index > sentence.first:
        before = phrase_before(prose, index, sentence.first)
        if before is not None and _is_subject(prose, sentence, before, index):
            return noun_span(prose, *before)
    return None


def _is_subject(prose: Prose, sentence: Sentence, phrase: tuple[int, int], verb: int) -> bool:
    """Whether the words before a verb may be its subject: a named or definite noun at a clause's start."""
    first, last = phrase
    fold = prose.tokens[first].fold
    if first in prose.mention_at or fold.startswith(("ال", "وال")):
        return True
    return first == sentence.first and last - first >= 2


def _from_whom(prose: Prose, index: int, limit: int) -> Span | None:
    """The speaker after عن or من (نقلت الوكالة عن مصدر، علمت الصحيفة من مصادر)."""
    for position in range(index + 1, limit):
        if prose.tokens[position].fold in ("عن", "من"):
            phrase = phrase_after(prose, position + 1, limit)
            return noun_span(prose, *phrase) if phrase else None
    return None


def _before_masdar(prose: Prose, sentence: Sentence, index: int) -> Span | None:
    """The speaker before قوله: after the last عن, or على لسان."""
    for position in range(index - 1, max(sentence.first, index - 25) - 1, -1):
        if prose.tokens[position].fold in ("عن", "لسان"):
            phrase = phrase_after(prose, position + 1, index)
            return noun_span(prose, *phrase) if phrase else None
    return None


def _after_speech(prose: Prose, sentence: Sentence, index: int, word: CueWord, config: GrammarConfig) -> Report | None:
    """A marked passage right before its cue («…»، قال فلان)."""
    position = index - 1
    while (
        position >= 0
        and index - position <= config.longest_gap
        and (
            prose.tokens[position].fold in COMMAS
            or prose.tokens[position].fold in COPULAS
            or prose.tokens[position].fold in RELATIVES
            or prose.tokens[position].fold in (".", "هكذا", "كما", "بهذه", "العبارات", "الكلمات")
        )
    ):
        position -= 1
    passage = prose.marked_at.get(position) if position >= 0 else None
    if passage is None or prose.tokens[position].end < passage.outer.end:
        return None
    if len(passage.inner.of(prose.text).split()) < 4 or word.proclitic == "و":
        return None
    phrase = phrase_after(prose, index + 1, sentence.last, open_ended=True)
    source = noun_span(prose, *phrase) if phrase else None
    return Report((passage.inner,), "direct", _cue_span(prose, index, word), word, source)

"""Reports that a phrase attributes: بحسب رويترز، وفقا للوزارة، نقلا عن مصادر، حسبما أعلن الجيش، كما قال الوزير."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.annotating.quotations.extents import end_of_report
from rawi.annotating.quotations.means import Means
from rawi.annotating.quotations.phrases import noun_span, phrase_after
from rawi.annotating.quotations.prose import Prose, Sentence
from rawi.annotating.quotations.reports import Report, Style
from rawi.annotating.quotations.words import BARE_PARTICLES, BOUND_PARTICLES, COMMAS, DASHES
from rawi.arabic.clitics import has_conjunction
from rawi.arabic.cues import CueWord
from rawi.model.span import Span, trim


@dataclass(frozen=True, slots=True)
class AccordingConfig:
    """``shortest_host``: words that a clause must have to be what was said; fewer belong to another report."""

    shortest_host: int = 4


# What people say of their own words: an echo of a report, no report of its own (على حد قوله، حسب تعبيره).
_ECHOES = ("تعبير", "قول", "راي", "وصف", "زعم", "كلام", "اعتقاد")
_RELATIVE_PARTICLES = frozenset({"ما", "لما"})
_EDGES = ' \t\r\n\u00a0\u200e\u200f،,.؛;:-–—(»”"]'


def read_accordings(
    prose: Prose,
    sentence: Sentence,
    taken: tuple[Report, ...],
    means: Means,
    config: AccordingConfig = AccordingConfig(),
) -> list[Report]:
    """Reports of one sentence that hang on a preposition or a relative clause. ``taken`` are those of its verbs."""
    found = []
    for index in range(sentence.first, sentence.last):
        for word in prose.cue_words(index):
            report = None
            if word.kind in ("according", "basis"):
                report = _according(prose, sentence, index, word, taken, means, config)
            elif word.kind in ("relative", "manner"):
                report = _relative(prose, sentence, index, index + 1, taken, means, config)
            if report is not None:
                found.append(report)
                break
    return found


def _according(  # noqa: PLR0917
    prose: Prose,
    sentence: Sentence,
    index: int,
    word: CueWord,
    taken: tuple[Report, ...],
    means: Means,
    config: AccordingConfig,
) -> Report | None:
    position = index + 1
    if position >= sentence.last:
        return None
    fold = prose.tokens[position].fold
    if fold in _RELATIVE_PARTICLES:
        return _relative(prose, sentence, index, position + 1, taken, means, config)
    if word.kind == "basis":
        return None
    if word.lemma == "نقلا":
        if fold != "عن":
            return None
        position += 1
    if word.lemma == "حسب" and position < sentence.last and fold in ("ان", "انه"):
        return None
    cut = 0
    if "for" in word.frames:
        if fold in ("ل", "لـ"):
            position += 1
        elif fold.startswith("ل") and len(fold) > 2:
            cut = 0 if fold.startswith("لل") else 1
        else:
            return None
    if position >= sentence.last:
        return None
    if prose.tokens[position].fold.startswith(_ECHOES):
        return None
    phrase = phrase_after(prose, position, sentence.last, open_ended=True) or _marked_phrase(
        prose, position, sentence.last
    )
    if phrase is None:
        return None
    source = noun_span(prose, *phrase)
    if cut and source.start == prose.tokens[position].start:
        source = Span(source.start + cut, source.end)
    cue_token = prose.tokens[index]
    cue = Span(cue_token.start + (1 if word.proclitic else 0), cue_token.end)
    return _attach(prose, sentence, index, phrase[1], cue, word, source, taken, means, config)


def _marked_phrase(prose: Prose, position: int, limit: int) -> tuple[int, int] | None:
    """A name in marks (وفقا لـ "رويترز")."""
    passage = prose.marked_at.get(position)
    if passage is None:
        return None
    return position, max(position + 1, min(limit, prose.first_token(passage.outer.end)))


def _relative(  # noqa: PLR0917
    prose: Prose,
    sentence: Sentence,
    index: int,
    verb: int,
    taken: tuple[Report, ...],
    means: Means,
    config: AccordingConfig,
) -> Report | None:
    """حسبما أعلن الجيش: the verb is the cue, the host clause its content."""
    if verb >= sentence.last:
        return None
    words = [word for word in prose.cue_words(verb) if word.is_finite and word.kind != "jussive"]
    if not words:
        return None
    following = verb + 1
    if following < sentence.last and prose.tokens[following].fold in (BARE_PARTICLES | BOUND_PARTICLES | {"ذلك", ":"}):
        return None
    phrase = phrase_after(prose, following, sentence.last, open_ended=True) or _marked_phrase(
        prose, following, sentence.last
    )
    end = phrase[1] if phrase else following
    token = prose.tokens[index]
    if token.fold in ("كما", "مثلما") and (end >= sentence.last - 1 or prose.tokens[end].fold not in (COMMAS | {"."})):
        return None
    source = noun_span(prose, *phrase) if phrase else None
    if source is None and words[0].person == "-":
        return None
    return _attach(prose, sentence, index, end, prose.tokens[verb].span, words[0], source, taken, means, config)


def _attach(  # noqa: PLR0917
    prose: Prose,
    sentence: Sentence,
    index: int,
    after: int,
    cue: Span,
    word: CueWord,
    source: Span | None,
    taken: tuple[Report, ...],
    means: Means,
    config: AccordingConfig,
) -> Report | None:
    """The clause that the phrase attributes: what follows it at a sentence's head, else what stands before it."""
    before = [report for report in taken if report.cue is not None and report.cue.start < cue.start]
    host_start = prose.tokens[sentence.first].start
    head = index - sentence.first <= 1 or (not before and index - sentence.first <= 2)
    if not head and prose.tokens[index - 1].fold in (COMMAS | DASHES) and after < sentence.last:
        head = False
    if head:
        first = after
        while first < sentence.last and (
            (prose.tokens[first].kind == "mark" and prose.tokens[first].fold in ':،,-–—)»”"')
            or prose.tokens[first].fold in ("فان", "فقد", "ان")
        ):
            first += 1
        if sentence.last - first < config.shortest_host:
            return None
        last = end_of_report(
            prose, first, sentence.last, "host", word, means.extents, means.evidence, means.extents_config
        )
        span = trim(prose.text, prose.tokens[first].start, prose.tokens[last - 1].end, " ،.؛:")
    else:
        start = host_start
        for report in before:
            spans = [piece for piece in report.content if piece.end <= cue.start + 2]
            if spans:
                start = max(start, spans[-1].start)
        token = prose.tokens[prose.first_token(start)]
        if start == host_start and has_conjunction(token.fold):
            start += 1
        span = trim(prose.text, start, prose.tokens[index].start, _EDGES)
    if span is None or len(span.of(prose.text).split()) < config.shortest_host:
        return None
    if span.start < cue.end and cue.start < span.end:
        return None
    style: Style = "relative" if word.is_finite else "according"
    return Report((span,), "indirect", cue, word, source, style=style)

"""Speech in headlines and headings: a speaker, a colon, the words (واشنطن: سنقلص قواتنا); a speaker and his verb (أنقرة
تعلن فتح المعبر); words in marks that the text below takes up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rawi.annotating.quotations.complements import find_complement
from rawi.annotating.quotations.extents import trim_content
from rawi.annotating.quotations.grammar import cue_span
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.words import COLON
from rawi.arabic.letters import fold
from rawi.model.annotation import AnnotatedArticle, ChainLink, Mention, Quotation
from rawi.model.identifiers import make_id
from rawi.model.labels import SourceKind, SpeechAct
from rawi.model.span import Span

_COLON = re.compile(r"\s*[:：]\s*")
# Words before the colon: a name, with a title at most. A longer line is a sentence of its own.
_LONGEST_SOURCE, _LEAST_CONTENT = 6, 3
# Words of a heading in marks: one word is a name or an ironic term.
_LEAST_ECHO = 2
_OPENING, _CLOSING = '«"“”', '»"”“'
_SEPARATORS = re.compile(r"[^\w\s]+")
# A place or body before a colon may be no more than where the news is from; who says "we" speaks.
_WE = re.compile(
    r"(?<![^\W_])(?:و|ف)?(?:سن[^\W_]{3,}|(?:لن|لم|لا)\s+ن[^\W_]{2,}|نحن|لدينا|علينا|[^\W_]{2,}تنا|[^\W_]{3,}نا)(?![^\W_])"
)
_MARKS = '«»"“” .\t'
_KINDS: dict[str, SourceKind] = {"PER": "person", "ORG": "organisation", "LOC": "organisation", "GPE": "organisation"}


def find_headline_speech(
    annotated: AnnotatedArticle, prose: Prose, quotations: Sequence[Quotation] = ()
) -> tuple[Quotation, ...]:
    """Quotations that stand in headlines and headings, in order of place; ``quotations`` are those of the text.

    Before a colon a person's name is enough; a place or body must say "we": بيروت: أزمة جديدة tells where the news is
    from. A heading in marks is his whose words in the text hold it.
    """
    found: list[Quotation] = []
    for zone in annotated.zones:
        if zone.kind == "headline":
            found += _read(annotated, zone.span) or _read_verb(annotated, prose, zone.span)
        elif zone.kind == "heading":
            found += _read_verb(annotated, prose, zone.span) or _read_echo(annotated, zone.span, quotations)
    return tuple(found)


def _read_verb(annotated: AnnotatedArticle, prose: Prose, line: Span) -> list[Quotation]:
    """A name that the line or its part after a colon begins with, a reporting verb right after it, and what follows."""
    text = annotated.text
    first, last = prose.first_token(line.start), prose.first_token(line.end)
    for index in range(first + 1, last):
        words = [word for word in prose.cue_words(index) if word.kind in ("past", "present") and word.is_strong]
        source = prose.mention_at.get(index - 1)
        if not words or words[0].proclitic or source is None or source.form != "name" or source.type not in _KINDS:
            continue
        begins = prose.token_at(source.start if source.title is None else min(source.start, source.title.start))
        if begins > first and prose.tokens[begins - 1].fold not in (COLON, "-", "–", "|"):
            continue
        complement = find_complement(prose, index, words[0], last)
        if complement is None or complement.first >= last:
            continue
        marked = complement.marked
        start = prose.tokens[complement.first].start + complement.cut
        content = marked.inner if marked is not None else trim_content(text, start, prose.tokens[last - 1].end)
        if content is None or len(content.of(text).split()) < _LEAST_CONTENT:
            continue
        cue = cue_span(prose, index, words[0])
        return [_quotation(annotated, source, content, cue, words[0].act, marked=marked is not None)]
    return []


def _read_echo(annotated: AnnotatedArticle, line: Span, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The heading that is nothing but words in marks, said by whom the text below quotes with them."""
    text = annotated.text
    words = line.of(text).strip()
    if len(words) < 2 or words[0] not in _OPENING or words[-1] not in _CLOSING:
        return []
    start, end = text.index(words, line.start) + 1, text.index(words, line.start) + len(words) - 1
    said = fold(text[start:end])
    below = [
        quotation
        for quotation in quotations
        if quotation.content[0].start >= line.end
        and quotation.source_name
        and any(f" {said} " in f" {_bare(span.of(text))} " for span in quotation.content)
    ]
    if len(said.split()) < _LEAST_ECHO or not below:
        return []
    # Of a report and the speech inside it the speech is his who said it.
    own = min(below, key=lambda quotation: (sum(map(len, quotation.content)), quotation.content[0].start))
    return [
        replace(
            own,
            id=make_id("q", annotated.id, -1, start, end),
            kind="direct",
            content=(Span(start, end),),
            cue=None,
            source=None,
            act="statement",
            polarity="asserted",
            verbatim=True,
            addressee=None,
            occasion=None,
            nested_in=None,
            score=None,
        )
    ]


def _bare(words: str) -> str:
    """Folded words without marks and without the conjunction written onto them."""
    pieces = _SEPARATORS.sub(" ", fold(words)).split()
    return " ".join([*pieces, "|", *(piece.removeprefix("و") for piece in pieces)])


def _read(annotated: AnnotatedArticle, line: Span) -> list[Quotation]:
    """A speaker before a colon and what he says."""
    text = annotated.text
    colon = _COLON.search(text, line.start, line.end)
    if colon is None:
        return []
    start, end = colon.end(), line.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    words = text[start:end].split()
    before = text[line.start : colon.start()].split()
    source = _speaker(annotated, line.start, colon.start())
    if source is None or len(words) < _LEAST_CONTENT or len(before) > _LONGEST_SOURCE:
        return []
    if source.type != "PER" and not _WE.search(fold(text[start:end])):
        return []
    marked = text[colon.end() : colon.end() + 1] in '«"“' and bool(text[colon.end() : colon.end() + 1])
    return [_quotation(annotated, source, Span(start, end), None, "statement", marked=marked)]


def _quotation(
    annotated: AnnotatedArticle, source: Mention, content: Span, cue: Span | None, act: SpeechAct, *, marked: bool
) -> Quotation:
    name = source.name or source.span.of(annotated.text)
    chain = [ChainLink("outlet", annotated.article.outlet)] if annotated.article.outlet else []
    return Quotation(
        id=make_id("q", annotated.id, -1, content.start, content.end),
        kind="direct" if marked else "indirect",
        content=(content,),
        cue=cue,
        source=source.span,
        source_entity=source.entity,
        source_name=name,
        source_kind=_KINDS[source.type],
        chain=(*chain, ChainLink("speaker", name, source.span, source.entity)),
        act=act,
        verbatim=marked,
    )


def _speaker(annotated: AnnotatedArticle, start: int, end: int) -> Mention | None:
    """The last name before the colon."""
    named = [
        mention
        for mention in annotated.mentions
        if mention.form == "name" and mention.type in _KINDS and start <= mention.start and mention.end <= end
    ]
    return max(named, key=lambda mention: mention.end, default=None)

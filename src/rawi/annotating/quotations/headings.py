"""Speech in a headline of the text: the speaker, a colon, the words (واشنطن: سنقلص قواتنا)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.arabic.letters import fold
from rawi.model.annotation import AnnotatedArticle, ChainLink, Mention, Quotation
from rawi.model.identifiers import make_id
from rawi.model.labels import SourceKind
from rawi.model.span import Span

_COLON = re.compile(r"\s*[:：]\s*")
# Words before the colon: a name, with a title at most. A longer line is a sentence of its own.
_LONGEST_SOURCE, _LEAST_CONTENT = 6, 3
# A place or body before a colon may be no more than where the news is from; who says "we" speaks.
_WE = re.compile(
    r"(?<![^\W_])(?:و|ف)?(?:سن[^\W_]{3,}|(?:لن|لم|لا)\s+ن[^\W_]{2,}|نحن|لدينا|علينا|[^\W_]{2,}تنا|[^\W_]{3,}نا)(?![^\W_])"
)
_MARKS = '«»"“” .\t'
_KINDS: dict[str, SourceKind] = {"PER": "person", "ORG": "organisation", "LOC": "organisation", "GPE": "organisation"}


def find_headline_speech(annotated: AnnotatedArticle) -> tuple[Quotation, ...]:
    """Quotations whose speaker stands before a colon in a headline, in order of place.

    A person's name is enough; a place or body must say "we": بيروت: أزمة جديدة tells where the news is from.
    """
    return tuple(
        quotation for zone in annotated.zones if zone.kind == "headline" for quotation in _read(annotated, zone.span)
    )


def _read(annotated: AnnotatedArticle, line: Span) -> Iterator[Quotation]:
    text = annotated.text
    colon = _COLON.search(text, line.start, line.end)
    if colon is None:
        return
    start, end = colon.end(), line.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    words = text[start:end].split()
    before = text[line.start : colon.start()].split()
    source = _speaker(annotated, line.start, colon.start())
    if source is None or len(words) < _LEAST_CONTENT or len(before) > _LONGEST_SOURCE:
        return
    if source.type != "PER" and not _WE.search(fold(text[start:end])):
        return
    name = source.name or source.span.of(text)
    chain = [ChainLink("outlet", annotated.article.outlet)] if annotated.article.outlet else []
    marked = text[colon.end() : colon.end() + 1] in '«"“' and bool(text[colon.end() : colon.end() + 1])
    yield Quotation(
        id=make_id("q", annotated.id, -1, start, end),
        kind="direct" if marked else "indirect",
        content=(Span(start, end),),
        source=source.span,
        source_entity=source.entity,
        source_name=name,
        source_kind=_KINDS[source.type],
        chain=(*chain, ChainLink("speaker", name, source.span, source.entity)),
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

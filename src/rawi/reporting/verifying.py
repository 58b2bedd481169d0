"""Verifying a dossier: every annotation cites characters that exist, every finding cites what it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rawi.interchange.articles import LAYERS
from rawi.model.annotation import AnnotatedArticle, ChainLink, Located
from rawi.model.corpus import Reuse, Story
from rawi.model.span import Span
from rawi.reporting.checking import Finding, GetArticle

_SPANS = (
    "cue",
    "source",
    "addressee",
    "occasion",
    "title",
    "counted",
    "condition",
    "actor",
    "when_span",
    "who",
    "what",
)


def verify_article(annotated: AnnotatedArticle) -> list[Finding]:
    """Annotations whose characters are not in the text, and references to quotations that are not there."""
    found: list[Finding] = []
    quotations = {quotation.id for quotation in annotated.quotations}
    length = len(annotated.text)
    for layer in LAYERS:
        for item in getattr(annotated, layer):
            place = f"{annotated.id} {layer}"
            found += [
                Finding(place, f"cites {span.start}-{span.end} of {length}")
                for span in _spans(item)
                if span.end > length
            ]
            for reference in _references(item):
                if reference not in quotations:
                    found.append(Finding(place, f"names a quotation that is not there: {reference}"))
    return found


def _spans(item: Any) -> Iterator[Span]:
    if isinstance(item, Located):
        yield item.span
    for name in _SPANS:
        span = getattr(item, name, None)
        if isinstance(span, Span):
            yield span
    yield from getattr(item, "content", ())
    for link in getattr(item, "chain", ()):
        if isinstance(link, ChainLink) and link.span is not None:
            yield link.span
    for role in getattr(item, "roles", ()):
        yield role.span


def _references(item: Any) -> Iterator[str]:
    for name in ("quotation", "nested_in"):
        reference = getattr(item, name, None)
        if reference is not None:
            yield reference
    asserted = getattr(item, "asserted_by", "outlet")
    if asserted != "outlet":
        yield asserted


def verify_findings(findings: Iterable[tuple[str, Any]], article: GetArticle) -> list[Finding]:
    """Findings that cite an article or characters that the dossier doesn't hold, or more origins than outlets."""
    out: list[Finding] = []
    for what, item in findings:
        place = f"{what} {getattr(item, 'id', '')}".strip()
        for name, start, end, part in cited_places(item):
            annotated = article(name)
            if annotated is None:
                out.append(Finding(place, f"cites an article that is not there: {name}"))
                continue
            length = len(annotated.text if part == "text" else annotated.article.title or "")
            if end is not None and not 0 <= (start or 0) < end <= length:
                out.append(Finding(place, f"cites {start}-{end} of {name}, which has {length} characters"))
        for reference in getattr(item, "quotations", ()):
            annotated = article(reference.article)
            if annotated is None or reference.id not in {quotation.id for quotation in annotated.quotations}:
                out.append(Finding(place, f"names a quotation that is not there: {reference.article} {reference.id}"))
        outlets, origins = getattr(item, "outlets", 0) or 0, getattr(item, "origins", 0) or 0
        if origins > max(outlets, 1):
            out.append(Finding(place, f"counts more origins ({origins}) than outlets ({outlets})"))
    return out


def cited_places(item: Any) -> Iterator[tuple[str, int | None, int | None, str]]:
    """What a finding cites: article, first and last character where it has them, and the part that they are of."""
    for name in ("members", "mentions", "history", "details"):
        places = getattr(item, name, ())
        if isinstance(places, tuple):
            yield from ((place.article, place.start, place.end, getattr(place, "part", "text")) for place in places)
    if isinstance(item, Story):
        yield from ((told.article, told.start, told.end, "text") for told in item.passages)
    if isinstance(item, Reuse):
        for passage in item.passages:
            yield item.a, passage.a.start, passage.a.end, "text"
            yield item.b, passage.b.start, passage.b.end, "text"
    elif isinstance(getattr(item, "articles", None), tuple):
        yield from ((article, None, None, "text") for article in item.articles)

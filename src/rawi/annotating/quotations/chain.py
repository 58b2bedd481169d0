"""The chain a statement came through: outlet <- agency <- medium <- unnamed source <- speaker, each with its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.annotating.quotations.media import find_media, is_form
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.relayed import find_relayer
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.speakers import Speaker
from rawi.arabic.letters import fold
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, ChainLink
from rawi.model.labels import SourceKind
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class ChainConfig:
    """Where links are sought.

    signature_edge: characters from the text's end in which an agency's name signs the whole article.
    dateline_edge: the same from its start.
    longest_signature: words of a line that may be a signature.
    """

    signature_edge: int = 60
    dateline_edge: int = 80
    longest_signature: int = 6


_ORDER = {"outlet": 0, "agency": 1, "medium": 2, "anonymous": 3, "speaker": 4}


def find_signatures(annotated: AnnotatedArticle, config: ChainConfig = ChainConfig()) -> tuple[Span, ...]:
    """Agencies that supplied the whole article: a signature line, a dateline, a credit at its end."""
    text = annotated.text
    zones = [zone.span for zone in annotated.zones if zone.kind == "agency"]
    datelines = [zone.span for zone in annotated.zones if zone.kind in ("dateline", "byline")]
    view = annotated.view
    lines = view.paragraphs if view is not None else ()
    ends = [zone.span.start for zone in annotated.zones if zone.kind == "furniture" and zone.start > len(text) // 2]
    end = min(ends, default=len(text.rstrip()))
    found = []
    for zone in zones:
        line = next((span for span in lines if span.contains(zone)), None)
        alone = line is not None and len(line.of(text).split()) <= config.longest_signature
        credit = zone.end >= end - 3 and text[max(0, zone.start - 2) : zone.start].strip() in ("", "(", "-", ".", "/")
        signs = credit and text[: zone.start].rstrip(" (-/\n\t\u00a0").endswith(
            (".", '"', "”", "»", ")", ":", "!", "؟")
        )
        headed = any(dateline.overlaps(zone) for dateline in datelines) and zone.start < config.dateline_edge * 4
        if alone or signs or headed:
            found.append(zone)
    return tuple(found)


def find_columnist(annotated: AnnotatedArticle) -> tuple[Span, ...]:
    """The author of a signed column (سمير العبيدي يكتب، بقلم ...): who quotes is then a person, not the outlet."""
    for zone in annotated.zones:
        if zone.kind == "byline":
            words = zone.span.of(annotated.text).strip()
            match = _COLUMN.match(words)
            if match and match.group("name") != words:
                start = annotated.text.index(match.group("name"), zone.start)
                return (Span(start, start + len(match.group("name"))),)
    return ()


_COLUMN = re.compile(r"^(?:بقلم\s*[:/-]?\s*)?(?P<name>.+?)(?:\s+(?:يكتب|تكتب)\s*:?)?$")


def find_own_medium(prose: Prose) -> tuple[Span, ...]:
    """The medium that a text of unknown outlet shows itself to come from: its own sources spoke to it.

    مصادر خاصة لـ«المشكاة»، علمت «المشكاة»: only the outlet that printed the text says so.
    """
    found = []
    for index, token in enumerate(prose.tokens):
        passage = prose.marked_at.get(index)
        if passage is None or token.start != passage.outer.start or len(passage.inner) > _LONGEST_OUTLET:
            continue
        before = [prose.tokens[at].fold for at in range(max(0, index - 4), index)]
        told = before and before[-1] in ("ل", "لـ") and any(word in _OWN_SOURCES for word in before)
        if told or (before and before[-1] in ("علمت", "وعلمت")):
            found.append(passage.inner)
    return tuple(found)


_OWN_SOURCES = frozenset({"مصادر", "مصدر", "المصادر", "المصدر", "مراسل"})
_LONGEST_OUTLET = 25


def interview_of(chain: Sequence[ChainLink]) -> tuple[ChainLink, ...]:
    """The links of a speaker's words that his next words share: the agency or outlet he was speaking to."""
    return tuple(link for link in chain if link.kind in ("agency", "medium") and not is_form(link.name))


def build_chain(  # noqa: PLR0917
    annotated: AnnotatedArticle,
    prose: Prose,
    report: Report,
    speaker: Speaker,
    kind: SourceKind | None,
    outer: Sequence[ChainLink],
    signatures: Sequence[Span],
    knowledge: Knowledge,
) -> tuple[ChainLink, ...]:
    """The links of one report in the contract's order.

    ``outer``: links that it takes over from the report that holds it, or from the same speaker's words before.
    """
    links: list[ChainLink] = []
    if annotated.article.outlet:
        links.append(ChainLink("outlet", annotated.article.outlet))
    links += [ChainLink("agency", agency_name(span.of(prose.text), knowledge), span) for span in signatures]
    links += [ChainLink("medium", span.of(prose.text), span) for span in find_columnist(annotated)]
    if annotated.article.outlet is None:
        links += [ChainLink("medium", span.of(prose.text), span) for span in find_own_medium(prose)[:1]]
    links += [link for link in outer if link.kind in ("agency", "medium", "anonymous")]
    for span in find_media(prose, report):
        words = span.of(prose.text)
        agency = knowledge.find_agency(words)
        links.append(ChainLink("agency" if agency else "medium", agency.name if agency else words, span))
    name = speaker.name
    if kind == "anonymous" and report.source is not None:
        links.append(ChainLink("anonymous", report.source.of(prose.text), report.source))
    elif kind == "outlet" and report.source is not None:
        words = report.source.of(prose.text)
        agency = knowledge.find_agency(words)
        links.append(ChainLink("agency" if agency else "medium", agency.name if agency else words, report.source))
    elif name is not None:
        relayer = find_relayer(prose, report)
        if relayer is not None:
            links.append(ChainLink("anonymous", relayer.of(prose.text), relayer))
        span_ = report.source or speaker.source
        links.append(ChainLink("speaker", name, span_, speaker.entity))
    kept: list[ChainLink] = []
    for link in links:
        if not any(_same(link, other) for other in kept):
            kept.append(link)
    return tuple(sorted(kept, key=lambda link: _ORDER[link.kind]))


def _same(link: ChainLink, other: ChainLink) -> bool:
    if link.kind != other.kind:
        return False
    return (link.span == other.span and link.span is not None) or fold(link.name) == fold(other.name)


def agency_name(words: str, knowledge: Knowledge) -> str:
    """The agency's usual name, or the words as they stand."""
    agency = knowledge.find_agency(words)
    return agency.name if agency else words

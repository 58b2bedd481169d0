"""The chain a statement came through: outlet <- agency <- medium <- unnamed source <- speaker, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.annotating.quotations.phrases import phrase_after
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.speakers import Speaker
from rawi.annotating.quotations.words import OCCASIONS
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
_MEDIA_HEADS = (
    "وكاله صحيفه قناه شبكه موقع مجله اذاعه تلفزيون تليفزيون وسايل برنامج فرانس رويترز الوكاله الصحيفه القناه الشبكه وكالات "
    "راديو جريده بوابه فضاييه"
).split()


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


def build_chain(
    annotated: AnnotatedArticle,
    prose: Prose,
    report: Report,
    speaker: Speaker,
    kind: SourceKind | None,
    outer: Sequence[ChainLink],
    signatures: Sequence[Span],
    knowledge: Knowledge,
) -> tuple[ChainLink, ...]:
    """The links of one report in the contract's order. ``outer`` are those of the report that holds this one."""
    links: list[ChainLink] = []
    if annotated.article.outlet:
        links.append(ChainLink("outlet", annotated.article.outlet))
    for span in signatures:
        links.append(ChainLink("agency", agency_name(span.of(prose.text), knowledge), span))
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
    elif name is not None and (report.source is not None or speaker.entity is not None or True):
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
    return link.span == other.span and link.span is not None or fold(link.name) == fold(other.name)


def agency_name(words: str, knowledge: Knowledge) -> str:
    """The agency's usual name, or the words as they stand."""
    agency = knowledge.find_agency(words)
    return agency.name if agency else words


def find_media(prose: Prose, report: Report) -> tuple[Span, ...]:
    """Whom the words were said to or through: لوكالة فرانس برس، في مقابلة مع شبكة، في مؤتمر صحفي، في بيان."""
    if report.cue is None:
        return ()
    first = prose.token_at(report.cue.start) + 1
    limit = prose.first_token(report.start)
    if limit < first:
        limit = min(first + 14, len(prose.tokens))
    if limit - first > 45:
        return ()
    found = []
    for index in range(first, limit):
        token = prose.tokens[index]
        if token.kind != "word":
            continue
        span = _medium_at(prose, index, limit)
        if span is not None and not any(span.overlaps(other) for other in found):
            if report.source is None or not report.source.overlaps(span):
                found.append(span)
    return tuple(found)


def _medium_at(prose: Prose, index: int, limit: int) -> Span | None:
    token = prose.tokens[index]
    previous = prose.tokens[index - 1].fold if index else ""
    bare = token.fold
    if previous in ("ل", "لـ"):
        return _media_phrase(prose, index, limit, token.start)
    if bare.startswith("لل") and bare[2:].startswith(("صحف", "صحاف")):
        return Span(token.start, token.end)
    if bare.startswith("ل") and bare[1:] in _MEDIA_HEADS:
        return _media_phrase(prose, index, limit, token.start + 1)
    if bare in _MEDIA_HEADS and previous in ("مع", "عبر", "الي", "علي", "من"):
        return _media_phrase(prose, index, limit, token.start)
    if (
        bare in ("موتمر", "تصريح", "تصريحات", "بيان", "مقابله", "حديث")
        and bare in OCCASIONS
        and previous in ("في", "خلال", "عبر")
    ):
        end = index + 1
        if end < limit and prose.tokens[end].fold.startswith(("صحف", "صحاف", "تلفز", "اذاع", "مشترك", "له", "لها")):
            end += 1
        if bare in ("مقابله", "حديث") and end == index + 1:
            return None
        return prose.span(index, end)
    return None


def _media_phrase(prose: Prose, index: int, limit: int, start: int) -> Span | None:
    passage = prose.marked_at.get(index)
    if passage is not None and len(passage.inner) <= 30:
        return passage.inner
    phrase = phrase_after(prose, index, limit, open_ended=True)
    if phrase is None:
        return None
    span = prose.span(*phrase)
    return Span(max(start, span.start), span.end) if span.end > max(start, span.start) else None

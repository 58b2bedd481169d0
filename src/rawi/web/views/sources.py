"""Sources: outlets and agencies, who copied whom, who quotes whom, and how much rests on unnamed people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rawi.knowledge import load_knowledge
from rawi.store.browsing import (
    annotations_slice,
    article_heads,
    findings_slice,
    outlet_counts,
    quoting_counts,
    zone_words,
)
from rawi.web.charts.links import Link, chart_links
from rawi.web.outlets import call_outlet
from rawi.web.room import PAGE, Room, language_of, outlets_of, render, room_of, start_of
from rawi.web.views.pictures import picture

# The pictures show so many links, the heaviest; the tables below them the same.
_DRAWN = 24
_MOST_COPIES = 100_000
_MOST_UNNAMED = 5_000
_UNNAMED = 30


@dataclass(frozen=True, slots=True)
class Unnamed:
    """One description of a person without a name, and how much rests on it."""

    description: str
    entity: str | None
    quotations: int
    articles: int
    outlets: int


def sources_page(request: Request) -> HTMLResponse:
    """Outlets, agencies and unnamed sources with how much each gave, and shared text between articles."""
    room = room_of(request)
    reuse = findings_slice(room.dossier, "reuse", start_of(request), PAGE)
    names = sorted({name for item in reuse.items for name in (item.a, item.b)})
    return render(
        request,
        "sources.html",
        outlets=room.keep("outlets", lambda: outlet_counts(room.dossier)),
        reuse=reuse,
        heads=article_heads(room.dossier, names),
        copies=_called(request, agency_links(room)),
        quoting=_called(request, quoting_links(room)),
        unnamed=unnamed_sources(room)[:_UNNAMED],
    )


def copies_picture(request: Request) -> Response:
    """Agencies and the outlets that print them."""
    return picture(request, chart_links(_called(request, agency_links(room_of(request))), language_of(request)))


def quoting_picture(request: Request) -> Response:
    """Outlets and whom they quote."""
    return picture(request, chart_links(_called(request, quoting_links(room_of(request))), language_of(request)))


def _called(request: Request, links: Sequence[Link]) -> list[Link]:
    """The links with outlets called as readers call them."""
    known, language = outlets_of(room_of(request)), language_of(request)
    return [
        Link(call_outlet(link.origin, known, language), call_outlet(link.target, known, language), link.times)
        for link in links
    ]


def agency_links(room: Room) -> list[Link]:
    """How many articles of an outlet name an agency as theirs, or share text that an agency supplied; most first."""
    return room.keep("agencies", lambda: _agency_links(room))


def _agency_links(room: Room) -> list[Link]:
    knowledge = load_knowledge()
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, outlet, words in zone_words(room.dossier, "agency"):
        agency = knowledge.find_agency(words)
        if agency and outlet:
            articles[agency.name, outlet].add(article)
    copied = findings_slice(room.dossier, "reuse", 0, _MOST_COPIES, holding=['"agency":"']).items
    heads = article_heads(room.dossier, sorted({name for item in copied for name in (item.a, item.b)}))
    for item in copied:
        written = item.agency or ""
        known = knowledge.find_agency(written)
        for name in (item.a, item.b):
            if name in heads and heads[name].outlet:
                articles[known.name if known else written, heads[name].outlet or ""].add(name)
    links = [Link(agency, outlet, len(names)) for (agency, outlet), names in articles.items()]
    return sorted(links, key=lambda link: (-link.times, link.origin, link.target))[:_DRAWN]


def quoting_links(room: Room) -> list[Link]:
    """The outlets and speakers with most quotations between them."""

    def find() -> list[Link]:
        links = []
        for carrier, speaker, times in quoting_counts(room.dossier, _DRAWN):
            entity = room.dossier.finding("entities", speaker)
            if entity is not None:
                links.append(Link(carrier, entity.name, times))
        return links

    return room.keep("quoting", find)


def unnamed_sources(room: Room) -> list[Unnamed]:
    """Descriptions of people without a name, those in most articles first."""
    return room.keep("unnamed", lambda: _unnamed(room))


def _unnamed(room: Room) -> list[Unnamed]:
    found = annotations_slice(room.dossier, "quotations", 0, _MOST_UNNAMED, holding=['"source_kind":"anonymous"']).items
    times: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    outlets: dict[str, set[str]] = defaultdict(set)
    entities: dict[str, str | None] = {}
    for placed in found:
        name = placed.item.source_name or ""
        times[name] += 1
        articles[name].add(placed.article.id)
        outlets[name].add(placed.article.outlet or placed.article.id)
        entities.setdefault(name, placed.item.source_entity)
    ranked = sorted(times, key=lambda name: (-len(articles[name]), -times[name], name))
    return [Unnamed(name, entities[name], times[name], len(articles[name]), len(outlets[name])) for name in ranked]

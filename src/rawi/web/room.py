"""What every page needs: the dossier, the language, and links that keep both."""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.knowledge.records import Outlet
from rawi.model.corpus import Entity, Judgement
from rawi.search.meaning import index_path
from rawi.store.browsing import entity_counts, outlet_counts
from rawi.store.dossier import Dossier
from rawi.web.explaining import explain, explain_sides, explain_subject, happening_of, tell_value
from rawi.web.language import CODES, Language
from rawi.web.outlets import call_outlet, known_outlets
from rawi.web.placing import direction_of, excerpt, place_link
from rawi.web.telling import tell_day, tell_detail, tell_origins, tell_sureness

Item = TypeVar("Item")

PAGE = 40
_MOST_QUOTED = 40
_COOKIE = "language"
# A year: the language is the only thing that is remembered.
_REMEMBER_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Room:
    """The dossier that is looked at, and what was worked out from it for as long as its file stays as it is."""

    dossier: Dossier
    path: Path
    kept: dict[str, tuple[object, Any]] = field(default_factory=dict, compare=False)
    making: dict[str, threading.Lock] = field(default_factory=dict, compare=False)

    def keep(self, name: str, make: Callable[[], Item]) -> Item:
        """What ``make`` gives, made anew only when the dossier's file has changed: for sums over the whole dossier.

        Who asks while it is being made waits for it: a sum takes a second, two at once take three.
        """
        with self.making.setdefault(name, threading.Lock()):
            state = self.state()
            found = self.kept.get(name)
            if found is None or found[0] != state:
                found = self.kept[name] = (state, make())
        item: Item = found[1]
        return item

    def state(self) -> object:
        """What differs once the dossier, or its index by meaning, has been written to."""
        # The log of a dossier that is only read is empty, and comes and goes.
        log = self.path.with_name(f"{self.path.name}-wal")
        stats = [(file.name, file.stat()) for file in (self.path, log, index_path(self.path)) if file.exists()]
        return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats if stat.st_size)


_PAGES = Environment(
    loader=PackageLoader("rawi.web", "pages"),
    autoescape=select_autoescape(default=True),
    trim_blocks=True,
    lstrip_blocks=True,
)


def room_of(request: Request) -> Room:
    """The room of a request."""
    room: Room = request.app.state.room
    return room


def quoted_actors(room: Room, most: int) -> list[tuple[Entity, int]]:
    """The actors with most quotations and how many each has, most first."""

    def find() -> list[tuple[Entity, int]]:
        counts = entity_counts(room.dossier, most=_MOST_QUOTED)
        found = ((room.dossier.finding("entities", name), count) for name, count in counts)
        return [(actor, count) for actor, count in found if actor is not None]

    return room.keep("quoted actors", find)[:most]


def outlets_of(room: Room) -> Mapping[str, Outlet]:
    """The outlets of the dossier that the tables know, by what the dossier calls them."""
    return room.keep("known outlets", lambda: known_outlets(room.dossier))


def language_of(request: Request) -> Language:
    """The language asked for by ``?lang=``, by the cookie, or Arabic."""
    asked = request.query_params.get("lang") or request.cookies.get(_COOKIE)
    return Language(next((code for code in CODES if code == asked), "ar"))


def start_of(request: Request) -> int:
    """The first item of the slice asked for by ``?start=``."""
    try:
        return max(0, int(request.query_params.get("start", "0")))
    except ValueError:
        return 0


def missing(request: Request, what: str) -> HTTPException:
    """The answer for an address that leads to nothing."""
    return HTTPException(404, language_of(request).say(what))


def render(request: Request, page: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page in the reader's language."""
    language = language_of(request)

    def other_language() -> str:
        return "?" + urlencode(request.query_params._dict | {"lang": "en" if language.code == "ar" else "ar"})

    def othered(name: str) -> str:
        return getattr(room_of(request).dossier.finding("entities", name), "name", "")

    def judged(name: str) -> list[Judgement]:
        judgements = room_of(request).keep("judgements", room_of(request).dossier.judgements)
        return [item for item in judgements if name in (item.subject, item.other) and not item.withdrawn_on]

    known = outlets_of(room_of(request))
    told = bool(room_of(request).keep("outlets", lambda: outlet_counts(room_of(request).dossier)))
    html = _PAGES.get_template(page).render(
        request=request,
        room=room_of(request),
        language=language,
        say=language.say,
        other_language=other_language,
        page_size=PAGE,
        with_query=lambda **changed: "?" + urlencode(request.query_params._dict | changed),
        place=place_link,
        excerpt=excerpt,
        explain=functools.partial(explain, language=language, known=known),
        subject=functools.partial(explain_subject, language=language),
        sides=functools.partial(explain_sides, language=language, known=known),
        outlet_name=functools.partial(call_outlet, known=known, language=language),
        holding_day=functools.partial(tell_day, language=language),
        happening=happening_of,
        no_happening=lambda _: "",
        direction=direction_of,
        told_value=functools.partial(tell_value, language=language),
        detail=functools.partial(tell_detail, language=language),
        in_words=functools.partial(tell_origins, language=language, outlets_told=told),
        outlets_told=told,
        sureness=functools.partial(tell_sureness, language=language),
        judged=judged,
        othered=othered,
        static=static_link,
        style=style,
        **values,
    )
    response = HTMLResponse(html, status_code=status)
    if request.query_params.get("lang") in CODES:
        response.set_cookie(_COOKIE, language.code, max_age=_REMEMBER_SECONDS, samesite="lax")
    return response


@functools.cache
def style() -> Markup:
    """The style sheet, to stand in the page itself: 5 KB compressed, where asking for it would hold up the first look.

    Nor is the face asked for before the page is laid out: a face that comes in between has it laid out anew (Chromium
    on two busy processors, first look at a new page: 228 ms so, 322 ms with a link and a face asked for first).
    """
    return Markup(_static("rawi.css").decode("utf-8"))


@functools.cache
def static_link(name: str) -> str:
    """The address of one of our own static files; it changes with the file, so that browsers may keep it for good."""
    content = _static(name)
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:10]}"


def _static(name: str) -> bytes:
    return (importlib.resources.files("rawi.web") / "static" / name).read_bytes()

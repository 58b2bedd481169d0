"""Search: passages with their words marked."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.dates import is_date
from rawi.model.errors import ModelError
from rawi.model.span import Span
from rawi.search.encoder import has_encoder, load_encoder
from rawi.search.finding import WAYS, By, Meanings, find_passages
from rawi.search.meaning import MeaningIndex, index_path, read_index
from rawi.search.query import find_words, parse_query
from rawi.store.browsing import article_heads, article_texts, outlet_counts
from rawi.store.dialect import Within
from rawi.store.searching import articles_within
from rawi.web.room import PAGE, Room, quoted_actors, render, room_of, start_of

_MOST = 400
_SPEAKERS = 20
# Letters of a passage that are shown, and those of them before its first word: some articles are one paragraph.
_SHOWN, _BEFORE = 600, 160


def search_page(request: Request) -> HTMLResponse:
    """Passages that answer a question, best first; within an outlet, a speaker's words or a period if asked.

    Where the dossier is indexed by meaning, passages are found by words and by meaning unless one is asked for.
    """
    room = room_of(request)
    dossier = room.dossier
    asked = request.query_params.get("q", "").strip()
    within = _within(request)
    query = parse_query(asked)
    index = _index(room)
    by = _way(request, index)
    meanings = None
    if asked and by != "words" and index is not None:
        meanings = Meanings(index, load_encoder(), articles_within(dossier, within))
    found = find_passages(
        asked,
        query,
        lambda expression, most: dossier.match(expression, most, within),
        most=_MOST,
        by=by,
        meanings=meanings,
    )
    start = start_of(request)
    shown = found.hits[start : start + PAGE]
    names = sorted({hit.article for hit in shown})
    texts = article_texts(dossier, names)
    return render(
        request,
        "search.html",
        asked=asked,
        query=query,
        within=within,
        by=by,
        ways=WAYS if index is not None else (),
        hits=[
            (hit, *clip(texts[hit.article], hit.span, find_words(texts[hit.article], hit.span, query)))
            for hit in shown
            if hit.article in texts
        ],
        texts=texts,
        heads=article_heads(dossier, names),
        total=len(found.hits),
        strict=found.strict,
        capped=len(found.hits) >= _MOST,
        start=start,
        outlets=room.keep("outlets", lambda: outlet_counts(dossier)),
        speakers=quoted_actors(room, _SPEAKERS),
    )


def clip(text: str, span: Span, words: Sequence[Span]) -> tuple[Span, list[Span]]:
    """As much of a long passage as a list shows, about its first found word; and the words in it.

    >>> text = "مقدمة طويلة " * 100 + "ثم انسحبت القوات من المدينة"
    >>> place, words = clip(text, Span(0, len(text)), [Span(1203, 1209)])
    >>> len(place) < 300, [word.of(text) for word in words], text[place.start - 1]
    (True, ['انسحبت'], ' ')
    """
    if len(span) <= _SHOWN:
        return span, list(words)
    first = words[0].start if words else span.start
    start = span.start if first - _BEFORE <= span.start else text.find(" ", first - _BEFORE, first) + 1 or first
    end = min(span.end, start + _SHOWN)
    if end < span.end:
        end = max(text.rfind(" ", start, end), words[0].end if words else start + 1)
    return Span(start, end), [word for word in words if word.end <= end]


def _way(request: Request, index: MeaningIndex | None) -> By:
    asked = request.query_params.get("by")
    return next((way for way in WAYS if way == asked), "both") if index is not None else "words"


def _index(room: Room) -> MeaningIndex | None:
    """The index by meaning, read when its file changes; None where it, or the encoder that made it, is not there."""
    path = index_path(room.path)
    if not (path.exists() and has_encoder()):
        return None
    state = path.stat()

    def read() -> MeaningIndex | None:
        try:
            index = read_index(path)
        except ModelError:
            return None
        return index if index is not None and index.encoder == load_encoder().name else None

    return room.keep(f"meanings {state.st_mtime_ns} {state.st_size}", read)


def _within(request: Request) -> Within:
    asked = request.query_params
    days = [asked.get(name) or None for name in ("from", "to")]
    earliest, latest = (day if day and is_date(day) else None for day in days)
    return Within(asked.get("outlet") or None, asked.get("speaker") or None, earliest, latest)

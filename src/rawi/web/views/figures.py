"""Figures: what is counted most, and one series with its values, who asserts them, and where they clash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rawi.arabic.letters import fold
from rawi.arabic.quantities.measures import stem_word
from rawi.model.annotation import Figure, Quotation
from rawi.model.corpus import Comparison
from rawi.store.browsing import (
    Placed,
    Slice,
    Tally,
    annotations_slice,
    article_texts,
    findings_slice,
    measure_counts,
)
from rawi.store.dossier import Dossier
from rawi.web.charts.figures import Point, chart_figures
from rawi.web.outlets import call_outlet
from rawi.web.room import Room, language_of, missing, outlets_of, render, room_of, start_of
from rawi.web.views.pictures import is_narrow, picture

_MEASURES = 24
# So many values of a measure are read for its name and its spread on the list.
_READ = 12
# So many different ones are shown there.
_SHOWN = 5
SERIES = 120
_MOST_CONFLICTS = 20_000


def figures_page(request: Request) -> HTMLResponse:
    """Measures that several articles give, those of most articles first."""
    dossier = room_of(request).dossier
    start = start_of(request)
    found = first_measures(room_of(request)) if start == 0 else measure_counts(dossier, start, _MEASURES)
    series = [
        (tally, annotations_slice(dossier, "figures", 0, _READ, entity=tally.name).items) for tally in found.items
    ]
    texts = article_texts(dossier, {placed.article.id for _, items in series for placed in items})
    clashing = _clashes(room_of(request))
    rows = [
        (
            tally,
            name_series(items, texts),
            items[0].item.unit,
            distinct_values(items, _SHOWN),
            any(_key(placed) in clashing for placed in items),
        )
        for tally, items in series
    ]
    return render(request, "figures.html", found=found, rows=rows, size=_MEASURES)


def first_measures(room: Room) -> Slice[Tally]:
    """The measures that most articles give: a sum over all figures, so kept for as long as the dossier stays."""
    return room.keep("measures", lambda: measure_counts(room.dossier, 0, _MEASURES))


def series_page(request: Request) -> HTMLResponse:
    """One measure: a picture, and every value with its tolerance, day, who asserts it, and its words."""
    room = room_of(request)
    found = _series(request)
    texts = article_texts(room.dossier, {placed.article.id for placed in found.items})
    clashing = _clashes(room)
    return render(
        request,
        "series.html",
        found=found,
        size=SERIES,
        name=name_series(found.items, texts),
        texts=texts,
        asserted=_asserted(room.dossier, found.items),
        clashes={_key(placed): clashing[_key(placed)] for placed in found.items if _key(placed) in clashing},
        key=_key,
        drawn=bool(_points(request, found.items)),
    )


def series_picture(request: Request) -> Response:
    """The series as SVG or PNG, to look at or to keep."""
    points = _points(request, _series(request).items)
    return picture(request, chart_figures(points, language_of(request), narrow=is_narrow(request)))


def name_series(items: Sequence[Placed[Figure]], texts: Mapping[str, str]) -> str:
    """What a measure counts, in words of which each stands in half of its figures, told at length; its unit where
    nothing is named; "" for neither."""
    words = Counter(
        " ".join(placed.item.counted.of(texts[placed.article.id]).split()) for placed in items if placed.item.counted
    )
    if not words:
        return next((placed.item.unit for placed in items if placed.item.unit), "")
    stems = {phrase: frozenset(stem_word(fold(word)) for word in phrase.split()) for phrase in words}
    uses = Counter(stem for phrase, times in words.items() for stem in stems[phrase] for _ in range(times))
    shared = frozenset(stem for stem, times in uses.items() if 2 * times >= words.total())

    def rank(phrase: str) -> tuple[bool, int, int, int, str]:
        return not stems[phrase] <= shared, -len(stems[phrase] & shared), -words[phrase], len(phrase), phrase

    return min(words, key=rank)


def distinct_values(items: Sequence[Placed[Figure]], most: int) -> list[Placed[Figure]]:
    """The first figure of each value, at most so many; words without a number (عشرات) are no value."""
    first: dict[tuple[float | None, float | None, str], Placed[Figure]] = {}
    for placed in items:
        if placed.item.low is not None or placed.item.high is not None:
            first.setdefault((placed.item.low, placed.item.high, placed.item.tolerance), placed)
    return list(first.values())[:most]


def _series(request: Request) -> Slice[Placed[Figure]]:
    found = annotations_slice(
        room_of(request).dossier, "figures", start_of(request), SERIES, entity=request.path_params["measure"]
    )
    if not found.total:
        raise missing(request, "This dossier holds no such series")
    return found


def _key(placed: Placed[Figure]) -> tuple[str, int, int]:
    return placed.article.id, placed.item.start, placed.item.end


def _clashes(room: Room) -> dict[tuple[str, int, int], Comparison]:
    """The conflict that cites a figure, by the figure's characters."""

    def find() -> dict[tuple[str, int, int], Comparison]:
        found = findings_slice(room.dossier, "comparisons", 0, _MOST_CONFLICTS, labels=["conflicts"])
        return {(place.article, place.start, place.end): item for item in found.items for place in item.members}

    return room.keep("clashes", find)


def _points(request: Request, items: Sequence[Placed[Figure]]) -> list[Point]:
    """Those that can be drawn: with a value, and a day of their own or of their article."""
    room, language = room_of(request), language_of(request)
    clashing, known = _clashes(room), outlets_of(room)
    points = []
    for placed in items:
        figure, head = placed.item, placed.article
        first, _, last = (figure.as_of or "").partition("/")
        day, until = (first, last or first) if len(first) >= 10 else (head.earliest, head.latest)
        bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
        if day and until and bounds:
            carrier = call_outlet(head.outlet, known, language) if head.outlet else head.title
            points.append(Point(day[:10], until[:10], min(bounds), max(bounds), carrier, _key(placed) in clashing))
    return points


def _asserted(dossier: Dossier, items: Sequence[Placed[Figure]]) -> dict[str, Quotation]:
    """The quotations that assert any of the figures, by id."""
    wanted = {placed.item.asserted_by for placed in items} - {"outlet"}
    articles = sorted({placed.article.id for placed in items if placed.item.asserted_by != "outlet"})
    found = annotations_slice(dossier, "quotations", 0, 100 * SERIES, articles=articles).items if wanted else ()
    return {placed.item.id: placed.item for placed in found if placed.item.id in wanted}

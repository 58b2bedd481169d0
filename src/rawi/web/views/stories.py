"""Stories: the list, and one story with its reports side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.corpus import Story
from rawi.model.span import Span
from rawi.store.browsing import article_heads, article_texts, findings_slice
from rawi.store.dossier import Dossier
from rawi.web.room import PAGE, missing, render, room_of, start_of
from rawi.web.sharing import compare_reports
from rawi.web.views.said import openings_of

# More reports than this do not stand side by side on any screen; the others are a page further.
REPORTS = 6
_RELATED = 20
# Where accounts part comes first.
_RELATIONS = ("conflicts", "changes_over_time", "differs_in_detail", "differs_in_scope", "unclear", "agrees")


def stories_page(request: Request) -> HTMLResponse:
    """All stories; those that most origins report first unless order of time is asked for."""
    dossier = room_of(request).dossier
    in_time = request.query_params.get("order") == "time"
    found = findings_slice(dossier, "stories", start_of(request), PAGE, by_origins=not in_time)
    return render(request, "stories.html", found=found, in_time=in_time)


def story_page(request: Request) -> HTMLResponse:
    """One story: its reports, what they share, what each adds, and where they agree or differ."""
    dossier = room_of(request).dossier
    story: Story | None = dossier.finding("stories", request.path_params["id"])
    if story is None:
        raise missing(request, "This dossier holds no such story")
    linked = _linked(dossier, story.reports)
    inside = set(story.articles)
    reuse = [item for item in linked["reuse"] if {item.a, item.b} <= inside]
    heads = article_heads(dossier, story.articles)
    ordered = sorted(
        story.articles, key=lambda name: (heads[name].earliest or "9999", name) if name in heads else ("", "")
    )
    start = start_of(request) if start_of(request) < len(ordered) else 0
    shown = list(dossier.articles(ordered[start : start + REPORTS]))
    passages = {told.article: Span(told.start, told.end) for told in story.passages}
    headlines = [item for item in linked["comparisons"] if item.kind == "headline"]
    return render(
        request,
        "story.html",
        story=story,
        reports=compare_reports(shown, reuse, passages),
        start=start,
        size=REPORTS,
        texts=article_texts(dossier, story.articles),
        heads=heads,
        reuse=reuse,
        comparisons=sorted(
            (item for item in linked["comparisons"] if item.kind != "headline"),
            key=lambda item: (_RELATIONS.index(item.relation), -item.origins, item.id),
        ),
        clashes={member.article: item for item in headlines for member in item.members},
        utterances=linked["utterances"],
        openings=openings_of(dossier, linked["utterances"]),
        timeline=sorted(linked["timeline"], key=lambda item: (item.earliest is None, item.earliest, item.id)),
        related=_related(dossier, story),
        others=findings_slice(dossier, "stories", 0, _RELATED, earliest=story.earliest, latest=story.latest).items,
    )


def _linked(dossier: Dossier, articles: Sequence[str]) -> dict[str, list[Any]]:
    """What cites any of the articles, each finding once."""
    linked: dict[str, dict[str, Any]] = {"reuse": {}, "comparisons": {}, "utterances": {}, "timeline": {}}
    for name in articles:
        for what, item in dossier.findings_of_article(name):
            if what in linked:
                linked[what].setdefault(getattr(item, "id", "") or f"{item.a}|{item.b}", item)
    return {what: list(items.values()) for what, items in linked.items()}


def _related(dossier: Dossier, story: Story) -> list[Story]:
    """The other stories of its storyline."""
    if not story.storyline:
        return []
    piece = f'"storyline":{json.dumps(story.storyline)}'
    found = findings_slice(dossier, "stories", 0, _RELATED, holding=[piece]).items
    return [other for other in found if other.id != story.id]

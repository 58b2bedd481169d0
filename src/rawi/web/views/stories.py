"""Stories: the list, and one story with its reports side by side."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.store.browsing import article_heads, findings_slice
from rawi.web.room import PAGE, missing, render, room_of, start_of


def stories_page(request: Request) -> HTMLResponse:
    """All stories; those that most origins report first unless order of time is asked for."""
    dossier = room_of(request).dossier
    in_time = request.query_params.get("order") == "time"
    found = findings_slice(dossier, "stories", start_of(request), PAGE, by_origins=not in_time)
    return render(request, "stories.html", found=found, in_time=in_time)


def story_page(request: Request) -> HTMLResponse:
    """One story: its reports, what they share, and where they agree or differ."""
    dossier = room_of(request).dossier
    story = dossier.finding("stories", request.path_params["id"])
    if story is None:
        raise missing(request, "This dossier holds no such story")
    inside = set(story.articles)
    linked: dict[str, dict[str, object]] = {"reuse": {}, "comparisons": {}, "utterances": {}, "timeline": {}}
    for name in story.articles:
        for what, item in dossier.findings_of_article(name):
            if what in linked:
                linked[what][getattr(item, "id", "") or f"{item.a}|{item.b}"] = item
    reuse = [item for item in linked["reuse"].values() if {item.a, item.b} <= inside]  # type: ignore[attr-defined]
    articles = list(dossier.articles(story.articles))
    related = (
        [
            other
            for other in findings_slice(dossier, "stories", most=10_000).items
            if story.storyline and other.storyline == story.storyline and other.id != story.id
        ]
        if story.storyline
        else []
    )
    return render(
        request,
        "story.html",
        story=story,
        articles=articles,
        texts={annotated.id: annotated.text for annotated in articles},
        heads=article_heads(dossier, story.articles),
        reuse=reuse,
        comparisons=list(linked["comparisons"].values()),
        utterances=list(linked["utterances"].values()),
        timeline=list(linked["timeline"].values()),
        related=related,
    )

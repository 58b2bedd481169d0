"""What is not said: what the reports themselves say was kept back, what each leaves out, and what nobody tells."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.corpus import Story
from rawi.store.browsing import annotations_slice, article_texts, findings_slice
from rawi.store.dossier import Dossier
from rawi.web.room import PAGE, render, room_of, start_of
from rawi.web.sharing import Report, compare_reports
from rawi.web.unsaid import Unsaid, find_unsaid
from rawi.web.views.stories import REPORTS

VIEWS = ("kept back", "left out", "not told by anyone")
# Stories whose reports are compared for one page: each is read with all its annotations.
_STORIES = 12


@dataclass(frozen=True, slots=True)
class Gaps:
    """A story with the reports that leave something out, and the questions that none of them answers.

    ``compared`` are as many of its reports as were read: no passage of an article that tells other stories too.
    """

    story: Story
    reports: tuple[Report, ...]
    unsaid: tuple[Unsaid, ...]
    compared: int


def silences_page(request: Request) -> HTMLResponse:
    """Silences of all articles: those told in the texts, or those that show when reports of one story are compared."""
    dossier = room_of(request).dossier
    asked = request.query_params.get("view")
    view = asked if asked in VIEWS else VIEWS[0]
    start = start_of(request)
    told = annotations_slice(dossier, "silences", start, PAGE if view == VIEWS[0] else 0)
    stories = findings_slice(dossier, "stories", start, 0 if view == VIEWS[0] else _STORIES, by_origins=True)
    gaps = [_gaps(dossier, story) for story in stories.items]
    names = {placed.article.id for placed in told.items}
    names |= {item.article for gap in gaps for item in gap.unsaid}
    return render(
        request,
        "silences.html",
        view=view,
        views=VIEWS,
        told=told,
        stories=stories,
        gaps=[gap for gap in gaps if (gap.reports if view == VIEWS[1] else gap.unsaid)],
        size=_STORIES,
        texts=article_texts(dossier, names),
    )


def _gaps(dossier: Dossier, story: Story) -> Gaps:
    articles = list(dossier.articles(story.reports[:REPORTS]))
    lacking = tuple(report for report in compare_reports(articles, ()) if report.lacks)
    return Gaps(story, lacking, find_unsaid(articles), len(articles))

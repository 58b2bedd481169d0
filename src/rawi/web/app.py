"""The reading room as a web application. It opens the dossier read-only; only corrections open it to write."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from rawi.model.errors import DossierError
from rawi.store.dossier import open_dossier
from rawi.web.files import KeptFiles
from rawi.web.keeping import KeptAnswers
from rawi.web.room import Room, language_of, render
from rawi.web.views.actors import actor_page, actors_page
from rawi.web.views.articles import article_page, articles_page, explanation
from rawi.web.views.comparisons import comparison_page, comparisons_page
from rawi.web.views.corrections import corrections_page, judge, withdraw
from rawi.web.views.data import data, description
from rawi.web.views.figures import figures_page, series_page, series_picture
from rawi.web.views.happenings import happenings_page
from rawi.web.views.ledger import ledger_page
from rawi.web.views.overview import overview_page
from rawi.web.views.said import said_page, utterance_page
from rawi.web.views.searching import search_page
from rawi.web.views.silences import silences_page
from rawi.web.views.sources import copies_picture, quoting_picture, sources_page
from rawi.web.views.stories import stories_page, story_page
from rawi.web.views.timeline import timeline_page, timeline_picture


def make_app(path: Path) -> Starlette:
    """The room over one dossier file. Raises DossierError where it can't be opened."""
    dossier = open_dossier(path)
    app = Starlette(
        routes=[
            Route("/", overview_page),
            Route("/favicon.ico", _icon),
            Route("/articles", articles_page),
            Route("/articles/{id}", article_page),
            Route("/articles/{id}/explanation", explanation),
            Route("/said", said_page),
            Route("/utterances/{id}", utterance_page),
            Route("/stories", stories_page),
            Route("/stories/{id}", story_page),
            Route("/actors", actors_page),
            Route("/actors/{id}", actor_page),
            Route("/comparisons", comparisons_page),
            Route("/comparisons/{id}", comparison_page),
            Route("/ledger", ledger_page),
            Route("/timeline", timeline_page),
            Route("/happenings", happenings_page),
            Route("/timeline.svg", timeline_picture),
            Route("/silences", silences_page),
            Route("/figures", figures_page),
            Route("/figures/{measure}", series_page),
            Route("/sources", sources_page),
            *(
                Route(f"/pictures/{name}.{form}", drawn)
                for form in ("svg", "png")
                for name, drawn in (
                    ("timeline", timeline_picture),
                    ("figures/{measure}", series_picture),
                    ("copies", copies_picture),
                    ("quoting", quoting_picture),
                )
            ),
            Route("/search", search_page),
            Route("/corrections", corrections_page),
            Route("/corrections", judge, methods=["POST"]),
            Route("/corrections/{id}/withdraw", withdraw, methods=["POST"]),
            Route("/api/openapi.json", description),
            Route("/api/{what}", data),
            Route("/api/{what}/{id}", data),
            Mount("/static", KeptFiles(packages=[("rawi.web", "static")]), name="static"),
            Mount("/fonts", KeptFiles(packages=[("fontpkg_ibm_plex_sans_arabic", "files")]), name="fonts"),
            Mount("/htmx", KeptFiles(packages=[("js_lib_htmx", "static/htmx")]), name="htmx"),
        ],
        middleware=[Middleware(KeptAnswers), Middleware(GZipMiddleware, minimum_size=500, compresslevel=6)],
        exception_handlers={HTTPException: _tell, DossierError: _tell_dossier},  # type: ignore[dict-item]
    )
    app.state.room = Room(dossier, path)
    return app


def _icon(_: Request) -> Response:
    """Browsers ask for this name by themselves where a page isn't ours to write, such as a picture."""
    return RedirectResponse("/static/rawi.svg", status_code=308)


def _tell(request: Request, error: HTTPException) -> Response:
    return render(request, "error.html", status=error.status_code, message=language_of(request).say(error.detail))


def _tell_dossier(request: Request, error: DossierError) -> Response:
    return render(request, "error.html", status=503, message=str(error))

"""The same records as JSON."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import Response

from rawi.interchange.articles import encode_article, encode_row
from rawi.interchange.corpus import KINDS
from rawi.store.browsing import articles_slice, findings_slice
from rawi.web.api import describe_api
from rawi.web.room import missing, room_of, start_of

_MOST = 200


def description(request: Request) -> Response:
    """The OpenAPI description of this interface."""
    return _answer(request, encode_row(describe_api()))


def data(request: Request) -> Response:
    """One record, or a slice of a kind (``?start=``), with an ETag."""
    dossier = room_of(request).dossier
    what, name = request.path_params["what"], request.path_params.get("id")
    if what != "articles" and what not in KINDS:
        raise missing(request, "There is no such kind of record")
    if name is None:
        start = start_of(request)
        found = (
            articles_slice(dossier, start, _MOST) if what == "articles" else findings_slice(dossier, what, start, _MOST)
        )
        body = encode_row({"total": found.total, "start": found.start, "items": found.items})
    elif what == "articles":
        annotated = dossier.article(name)
        if annotated is None:
            raise missing(request, "This dossier holds no such article")
        body = encode_article(annotated)
    else:
        item = dossier.finding(what, name)
        if item is None:
            raise missing(request, "There is no such record")
        body = encode_row(item)
    return _answer(request, body)


def _answer(request: Request, body: bytes) -> Response:
    """JSON with an ETag; nothing but the tag where the asker has it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(body, media_type="application/json", headers={"ETag": tag, "Cache-Control": "no-cache"})

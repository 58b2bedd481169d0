"""The first pages of the room, made before anybody asks for them."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Scope

from rawi.web.language import CODES

# The pages that the head of every page leads to, the overview first, and the pictures that they hold.
PAGES = (
    "/",
    "/stories",
    "/said",
    "/comparisons",
    "/ledger",
    "/figures",
    "/timeline",
    "/silences",
    "/actors",
    "/sources",
    "/articles",
    "/corrections",
    "/happenings",
)
PICTURES = ("timeline", "copies", "quoting")


def warm(app: ASGIApp) -> None:
    """Ask the room for its first pages, so that it keeps them, and the sums over the whole dossier that they show.

    Of 31,000 articles that takes some 10 seconds of one processor; the pages then take milliseconds.
    """
    asyncio.run(_visit(app))


async def _visit(app: ASGIApp) -> None:
    for language in CODES:
        for page in PAGES:
            await _ask(app, page, "", language)
        for picture in PICTURES:
            await _ask(app, f"/pictures/{picture}.svg", f"lang={language}", language)


async def _ask(app: ASGIApp, path: str, query: str, language: str) -> None:
    """One page, as a browser asks for it."""
    headers = [(b"host", b"localhost"), (b"accept-encoding", b"gzip"), (b"cookie", f"language={language}".encode())]
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "server": ("localhost", 80),
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": headers,
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_: Message) -> None:
        pass

    await app(scope, receive, send)

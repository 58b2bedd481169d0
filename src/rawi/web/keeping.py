"""Answers of the room that are kept: a dossier changes by a build or a correction only, so its pages need one making.

A page of 30,000 articles takes a tenth of a second to half a second to make, its files some 20 ms to compress.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rawi.web.room import language_of, room_of


@dataclass(frozen=True, slots=True)
class KeepingConfig:
    """How much is kept, in bytes as sent (compressed).

    most: of all answers; a page takes 5-20 KB, so thousands of pages. largest: of one answer; the face is 100 KB, and
    slices of records as JSON that are larger are asked for by programs, once.
    """

    most: int = 32_000_000
    largest: int = 400_000


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was sent to an asker, message by message."""

    messages: tuple[Message, ...]
    size: int


@dataclass(slots=True)
class _Shelf:
    """Answers made while the dossier was in one state, those asked for last at the end."""

    state: object = None
    answers: OrderedDict[object, _Answer] = field(default_factory=OrderedDict)
    size: int = 0


class KeptAnswers:
    """Middleware that sends a page anew without making it anew, for as long as the dossier's file stays as it is.

    It stands before compression, and keeps what askers of the same address, language and compression were sent.
    """

    def __init__(self, app: ASGIApp, config: KeepingConfig = KeepingConfig()) -> None:
        self._app = app
        self._config = config
        self._shelf = _Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the kept answer, or make it and keep it."""
        key = _key(scope)
        if key is None:
            await self._app(scope, receive, send)
            return
        state = room_of(Request(scope)).state()
        if state != self._shelf.state:
            self._shelf = _Shelf(state)
        shelf = self._shelf
        answer = shelf.answers.get(key)
        if answer is not None:
            shelf.answers.move_to_end(key)
            for message in answer.messages:
                await send(message)
            return
        messages: list[Message] = []
        size = 0

        async def pass_on(message: Message) -> None:
            nonlocal size
            size += len(message.get("body", b""))
            if size <= self._config.largest:
                messages.append(message)
            await send(message)

        await self._app(scope, receive, pass_on)
        if size <= self._config.largest and _may_be_kept(messages):
            self._keep(shelf, key, _Answer(tuple(messages), size))

    def _keep(self, shelf: _Shelf, key: object, answer: _Answer) -> None:
        """Put an answer on the shelf that was up when it was asked for; those not asked for longest make room."""
        replaced = shelf.answers.pop(key, None)
        shelf.answers[key] = answer
        shelf.size += answer.size - (replaced.size if replaced else 0)
        while shelf.size > self._config.most:
            _, dropped = shelf.answers.popitem(last=False)
            shelf.size -= dropped.size


def _key(scope: Scope) -> object:
    """What makes two questions the same; None for what changes something, and for who has an answer already."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    request = Request(scope)
    if "range" in request.headers or "if-none-match" in request.headers:
        return None
    compressed = "gzip" in request.headers.get("accept-encoding", "")
    # Parts of pages are asked for by the address of the whole.
    part = request.headers.get("hx-request")
    return scope["path"], scope["query_string"], language_of(request).code, compressed, part


def _may_be_kept(messages: Sequence[Message]) -> bool:
    """Whether an answer is whole and for everybody: no error, nothing that is to be remembered by one browser."""
    start, *bodies = messages
    names = {name.lower() for name, _ in start["headers"]}
    whole = bool(bodies) and not bodies[-1].get("more_body", False)
    return start["status"] == 200 and b"set-cookie" not in names and whole

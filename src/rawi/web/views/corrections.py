"""Corrections: what people decided; make one, take one back. Nothing is ever deleted."""

from __future__ import annotations

import datetime
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rawi.model.corpus import Judgement
from rawi.model.identifiers import make_id
from rawi.store.dossier import open_dossier
from rawi.web.amending import KINDS, PAIRS, describe_subjects, find_other, offer_others
from rawi.web.room import language_of, render, room_of


def corrections_page(request: Request) -> HTMLResponse:
    """All judgements, newest first, withdrawn ones marked; above them a form where one thing is spoken of."""
    dossier = room_of(request).dossier
    language = language_of(request)
    judgements = tuple(reversed(dossier.judgements()))
    about, subject = request.query_params.get("about", ""), request.query_params.get("subject", "")
    things = [(item.about, name) for item in judgements for name in (item.subject, item.other) if name]
    kinds = KINDS.get(about, ()) if subject else ()
    kind = next((name for name in kinds if name == request.query_params.get("kind")), kinds[0] if kinds else "")
    return render(
        request,
        "corrections.html",
        judgements=judgements,
        described=describe_subjects(dossier, [*things, (about, subject)], language),
        about=about,
        spoken_of=subject,
        kinds=kinds,
        kind=kind,
        pairs=PAIRS,
        others=offer_others(dossier, about, subject, kind, language) if kind in PAIRS else [],
        other=request.query_params.get("other", ""),
        back=_back(request.query_params.get("back")),
    )


async def judge(request: Request) -> Response:
    """Keep a judgement sent by the form."""
    _refuse_strangers(request)
    sent = {
        key: values[0].strip() for key, values in parse_qs((await request.body()).decode("utf-8", "replace")).items()
    }
    kind, about, subject = sent.get("kind", ""), sent.get("about", ""), sent.get("subject", "")
    if kind not in KINDS.get(about, ()) or not subject:
        raise HTTPException(400, language_of(request).say("A correction needs a kind, what it is about and an id"))
    other = sent.get("other") or None
    if kind in PAIRS and (written := sent.get("written")):
        other = find_other(room_of(request).dossier, about, written)
    if kind in PAIRS and other is None:
        raise HTTPException(
            400, language_of(request).say("Which other one? Choose it, or give the address of its page")
        )
    on = _now()
    judgement = Judgement(
        make_id("j", kind, about, subject, other, sent.get("value"), on),
        kind,
        about,
        subject,
        other,
        sent.get("field") or None,
        sent.get("value") or None,
        sent.get("by") or None,
        on,
        sent.get("note") or None,
    )
    with open_dossier(room_of(request).path, write=True) as dossier:
        dossier.add_judgement(judgement)
    return RedirectResponse(_back(sent.get("back")) or "/corrections", status_code=303)


def _back(address: str | None) -> str | None:
    """The page the reader came from, if it is one of ours."""
    if address and address.startswith("/") and not address.startswith(("//", "/\\")):
        return address
    return None


async def withdraw(request: Request) -> Response:
    """Take a judgement back."""
    _refuse_strangers(request)
    with open_dossier(room_of(request).path, write=True) as dossier:
        dossier.withdraw_judgement(request.path_params["id"], _now())
    return RedirectResponse("/corrections", status_code=303)


def _refuse_strangers(request: Request) -> None:
    """Only our own pages may send corrections: another site's form would name itself as origin."""
    origin = request.headers.get("origin")
    if origin and origin.split("//")[-1] != request.headers.get("host"):
        raise HTTPException(403, language_of(request).say("Corrections are taken from this room's own pages only"))


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")

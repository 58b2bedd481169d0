"""Who said what: quotations by speaker, and one utterance with all its renderings."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.labels import SourceKind
from rawi.store.browsing import annotations_slice, article_heads, article_texts, findings_slice
from rawi.web.room import PAGE, missing, quoted_actors, render, room_of, start_of
from rawi.web.wording import align_wordings, compare_wordings

_SPEAKERS = 30


def said_page(request: Request) -> HTMLResponse:
    """Quotations in order of time, of one speaker or kind if asked; utterances that several articles carry beside."""
    dossier = room_of(request).dossier
    entity, kind = request.query_params.get("speaker") or None, request.query_params.get("kind") or None
    by = request.query_params.get("by")
    holding = [f'"source_kind":"{by}"'] if by in get_args(SourceKind) else []
    found = annotations_slice(
        dossier, "quotations", start_of(request), PAGE, entity=entity, label=kind, holding=holding
    )
    texts = article_texts(dossier, {item.article.id for item in found.items})
    return render(
        request,
        "said.html",
        found=found,
        texts=texts,
        speakers=quoted_actors(room_of(request), _SPEAKERS),
        speaker=entity,
        kind=kind,
        by=by if holding else None,
        kinds=get_args(SourceKind),
        utterances=findings_slice(dossier, "utterances", most=12, by_origins=True),
    )


def utterance_page(request: Request) -> HTMLResponse:
    """The renderings of one act of speaking, side by side, with the words in which they differ."""
    dossier = room_of(request).dossier
    utterance = dossier.finding("utterances", request.path_params["id"])
    if utterance is None:
        raise missing(request, "This dossier holds no such utterance")
    names = [reference.article for reference in utterance.quotations]
    articles = {annotated.id: annotated for annotated in dossier.articles(sorted(set(names)))}
    renderings = []
    for reference in utterance.quotations:
        annotated = articles.get(reference.article)
        quotation = (
            next((item for item in annotated.quotations if item.id == reference.id), None) if annotated else None
        )
        if annotated and quotation:
            renderings.append((annotated, quotation))
    texts = [" ".join(span.of(annotated.text) for span in quotation.content) for annotated, quotation in renderings]
    return render(
        request,
        "utterance.html",
        utterance=utterance,
        renderings=[
            (annotated, quotation, words)
            for (annotated, quotation), words in zip(renderings, compare_wordings(texts), strict=True)
        ],
        aligned=align_wordings(texts),
        heads=article_heads(dossier, names),
    )

"""Who said what: quotations by speaker, and one utterance with all its renderings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse

from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.corpus import Utterance
from rawi.model.labels import SourceKind
from rawi.store.browsing import annotations_slice, article_heads, article_texts, findings_slice
from rawi.store.dossier import Dossier
from rawi.web.room import PAGE, missing, quoted_actors, render, room_of, start_of
from rawi.web.wording import align_wordings, compare_wordings

_SPEAKERS = 30
# Letters of an utterance that a list shows of it.
_OPENING = 90
_MOST = 2_000


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
    utterances = findings_slice(dossier, "utterances", most=12, by_origins=True)
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
        utterances=utterances,
        openings=openings_of(dossier, utterances.items),
    )


def openings_of(dossier: Dossier, utterances: Sequence[Utterance]) -> dict[str, str]:
    """The first words of each utterance's first rendering, by the utterance's id; "" where it is not found."""
    wanted = {item.quotations[0].id: item.id for item in utterances if item.quotations}
    articles = sorted({item.quotations[0].article for item in utterances if item.quotations})
    texts = article_texts(dossier, articles)
    found = dict.fromkeys((item.id for item in utterances), "")
    for placed in annotations_slice(dossier, "quotations", 0, _MOST, articles=articles).items:
        if placed.item.id in wanted and placed.item.content:
            words = placed.item.content[0].of(texts[placed.article.id])
            found[wanted[placed.item.id]] = (
                words if len(words) <= _OPENING else f"{words[:_OPENING].rsplit(' ', 1)[0]} …"
            )
    return found


def unnamed_relayers(renderings: Iterable[tuple[AnnotatedArticle, Quotation]]) -> tuple[str, ...]:
    """The descriptions of unnamed sources through which different articles have one utterance: probably one source;
    () where fewer than two articles have it through any."""
    found: dict[str, str] = {}
    for annotated, quotation in renderings:
        for link in quotation.chain:
            if link.kind == "anonymous":
                found.setdefault(annotated.id, link.name)
    return tuple(dict.fromkeys(found.values())) if len(found) > 1 else ()


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
        relayers=unnamed_relayers(renderings),
        heads=article_heads(dossier, names),
    )

"""The description of the JSON interface (OpenAPI 3.1)."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import msgspec

from rawi.interchange.corpus import KINDS
from rawi.model.annotation import AnnotatedArticle

_SUMMARIES = {
    "articles": "Articles: the list shows title, outlet and date; a single one comes with its text and annotations",
    "entities": "People, organisations and places across the articles",
    "reuse": "Text shared by two articles; ids are the two articles' ids with | between them",
    "stories": "Articles that report the very same happening",
    "utterances": "Acts of speaking with all their renderings",
    "comparisons": "Claims that agree, clash, differ in detail or scope, or change over time",
    "commitments": "Promises, plans and demands followed through the articles",
    "timeline": "Happenings with their days",
    "positions": "What actors said on issues over time",
}


def describe_api() -> dict[str, Any]:
    """All addresses under ``/api`` with what they answer.

    >>> sorted(describe_api()["paths"])[:2]
    ['/api/articles', '/api/articles/{id}']
    """
    types: dict[str, type] = {"articles": AnnotatedArticle} | {what: kind for what, (_, kind) in KINDS.items()}
    paths: dict[str, Any] = {}
    for what, kind in types.items():
        paths[f"/api/{what}"] = _get(_SUMMARIES[what], [_START], _page(what, kind))
        paths[f"/api/{what}/{{id}}"] = _get(f"One record: {_SUMMARIES[what]}", [_ID], _reference(kind))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rawi",
            "version": version("rawi"),
            "description": "The records of one dossier. Spans are half-open offsets in Unicode code points of an "
            "article's text. Answers carry an ETag; ask again with If-None-Match.",
        },
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


_START = {
    "name": "start",
    "in": "query",
    "description": "The first item wanted, counted from 0; a page holds 200",
    "schema": {"type": "integer", "minimum": 0, "default": 0},
}
_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
_TAG = {"ETag": {"description": "Changes with the content", "schema": {"type": "string"}}}


def _get(summary: str, parameters: list[dict[str, Any]], schema: dict[str, Any]) -> dict[str, Any]:
    answers = {
        "200": {"description": "Found", "headers": _TAG, "content": {"application/json": {"schema": schema}}},
        "304": {"description": "As it was when last asked for"},
        "404": {"description": "Not in this dossier"},
    }
    return {"get": {"summary": summary, "parameters": parameters, "responses": answers}}


def _page(what: str, kind: type) -> dict[str, Any]:
    item = {"$ref": "#/components/schemas/Head"} if what == "articles" else _reference(kind)
    properties = {
        "total": {"type": "integer"},
        "start": {"type": "integer"},
        "items": {"type": "array", "items": item},
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


def _reference(kind: type) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{'Article' if kind is AnnotatedArticle else kind.__name__}"}


def _schemas() -> dict[str, Any]:
    """The records' schemas, taken from their types, so that they can't fall behind them."""
    _, schemas = msgspec.json.schema_components(
        [kind for _, kind in KINDS.values()], ref_template="#/components/schemas/{name}"
    )
    text = {"type": "string"}
    head = dict.fromkeys(("id", "title", "outlet", "url", "earliest", "latest", "basis"), text)
    # An article's line is flat (see the interchange format): its own fields, then a list for each layer.
    article = {"type": "object", "properties": {"id": text, "text": text}, "additionalProperties": True}
    return schemas | {"Head": {"type": "object", "properties": head}, "Article": article}

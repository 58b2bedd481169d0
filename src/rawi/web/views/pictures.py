"""Pictures as files: SVG or PNG, by the ending of their address."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from rawi.web.charts.drawing import MEDIA, export_picture


def is_narrow(request: Request) -> bool:
    """Whether the picture is asked for as a narrow screen wants it."""
    return bool(request.query_params.get("narrow"))


def picture(request: Request, chart: Any | None) -> Response:
    """The chart in the form that the address ends with."""
    form = "png" if request.url.path.endswith(".png") else "svg"
    return Response(export_picture(chart, form), media_type=MEDIA[form], headers={"Cache-Control": "no-cache"})  # type: ignore[arg-type,index]

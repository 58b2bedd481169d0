"""Files that browsers may keep: the face, the script, the style."""

from __future__ import annotations

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

# A year for what is asked for by the version of its content; a week for files of other packages, which change rarely.
_VERSIONED = "public, max-age=31536000, immutable"
_UNVERSIONED = "public, max-age=604800"


class KeptFiles(StaticFiles):
    """Static files that tell browsers how long they stay as they are."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with its Cache-Control."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _VERSIONED if scope.get("query_string") else _UNVERSIONED
        return response

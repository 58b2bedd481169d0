"""Ids by content hash: the same content gets the same id on any machine, in any order, in any run."""

from __future__ import annotations

import hashlib
import json

_LENGTH = 16


def make_id(prefix: str, *parts: str | int | float | None) -> str:
    """An id such as ``q_5f1c9a0e7b2d4c88`` from the parts that say what the thing is.

    >>> make_id("e", "مصطفى الكاظمي") == make_id("e", "مصطفى الكاظمي")
    True
    """
    content = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    # Lone surrogates reach us from broken pages; they must not stop a build.
    return f"{prefix}_{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:_LENGTH]}"

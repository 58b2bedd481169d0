"""What the floors stand on."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(folder: Path) -> str:
    """SHA-256 of a gold folder's articles, shortened."""
    return hashlib.sha256((folder / "articles.jsonl").read_bytes()).hexdigest()[:16]

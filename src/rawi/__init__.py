"""Rawi reads many Arabic news articles and says who said what, through whom, and where the accounts differ.

The public names: :func:`read` inputs, :func:`annotate` each article, :func:`compare` them all, and
:func:`open_dossier` for a file made by ``rawi build``. Each is loaded when it is first asked for, so that a program
that only opens a dossier doesn't wait for the tagger.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rawi.calling import annotate, compare, read
    from rawi.model.annotation import AnnotatedArticle
    from rawi.model.article import Article
    from rawi.model.corpus import ComparedCorpus, Judgement
    from rawi.model.errors import RawiError
    from rawi.pipeline import Settings
    from rawi.reading.tables import Columns
    from rawi.store.dossier import Dossier, open_dossier

__all__ = [
    "AnnotatedArticle",
    "Article",
    "Columns",
    "ComparedCorpus",
    "Dossier",
    "Judgement",
    "RawiError",
    "Settings",
    "annotate",
    "compare",
    "open_dossier",
    "read",
]

_HOMES = {
    "AnnotatedArticle": "rawi.model.annotation",
    "Article": "rawi.model.article",
    "Columns": "rawi.reading.tables",
    "ComparedCorpus": "rawi.model.corpus",
    "Dossier": "rawi.store.dossier",
    "Judgement": "rawi.model.corpus",
    "RawiError": "rawi.model.errors",
    "Settings": "rawi.pipeline",
    "annotate": "rawi.calling",
    "compare": "rawi.calling",
    "open_dossier": "rawi.store.dossier",
    "read": "rawi.calling",
}


def __getattr__(name: str) -> Any:
    """A public name, from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rawi' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

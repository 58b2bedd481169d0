"""The compared corpus <-> JSON lines, one kind of line for each ``--what`` of ``rawi export``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from rawi.interchange.articles import article_to_row
from rawi.model.corpus import (
    ComparedCorpus,
    Comparison,
    Entity,
    LedgerEntry,
    Position,
    Reuse,
    Story,
    TimelineEntry,
    Utterance,
)

# ``--what`` -> (field of the compared corpus, type of its items). "articles" is written by interchange.articles.
KINDS: dict[str, tuple[str, type]] = {
    "entities": ("entities", Entity),
    "reuse": ("reuse", Reuse),
    "stories": ("stories", Story),
    "utterances": ("utterances", Utterance),
    "comparisons": ("comparisons", Comparison),
    "commitments": ("ledger", LedgerEntry),
    "timeline": ("timeline", TimelineEntry),
    "positions": ("positions", Position),
}


def corpus_rows(corpus: ComparedCorpus, what: str) -> Iterator[dict[str, Any]]:
    """The rows of one kind, in the corpus's own (stable) order.

    >>> list(corpus_rows(ComparedCorpus(), "stories"))
    []
    """
    if what == "articles":
        yield from map(article_to_row, corpus.articles)
        return
    name, _ = KINDS[what]
    for item in getattr(corpus, name):
        yield msgspec.to_builtins(item)

"""What people called wrong is no record to report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Comparison, Judgement, LedgerEntry, Story, TimelineEntry, Utterance

Record = TypeVar("Record", Story, Utterance, Comparison, LedgerEntry, TimelineEntry)


def rejected_by(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The ids of what people called wrong and did not take back.

    >>> rejected_by([Judgement("j", "reject", "quotations", "q_1")])
    frozenset({'q_1'})
    """
    return frozenset(item.subject for item in judgements if item.kind == "reject" and item.withdrawn_on is None)


def without_quotations(annotated: AnnotatedArticle, wrong: Collection[str]) -> AnnotatedArticle:
    """The article without the quotations of these ids."""
    kept = tuple(said for said in annotated.quotations if said.id not in wrong)
    return annotated if len(kept) == len(annotated.quotations) else replace(annotated, quotations=kept)


def without_records(records: Iterable[Record], wrong: Collection[str]) -> tuple[Record, ...]:
    """The records but those of these ids, and those that are made of a quotation of these ids."""
    return tuple(
        item
        for item in records
        if item.id not in wrong and not any(part.id in wrong for part in getattr(item, "quotations", ()))
    )

"""What people called wrong is no record to report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.model.corpus import ComparedCorpus, Judgement


def rejected_by(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The ids of what people called wrong and did not take back.

    >>> rejected_by([Judgement("j", "reject", "quotations", "q_1")])
    frozenset({'q_1'})
    """
    return frozenset(item.subject for item in judgements if item.kind == "reject" and item.withdrawn_on is None)


def leave_out_rejected(corpus: ComparedCorpus, judgements: Sequence[Judgement]) -> ComparedCorpus:
    """The corpus without the quotations, utterances, comparisons and stories that people called wrong."""
    wrong = rejected_by(judgements)
    if not wrong:
        return corpus
    return replace(
        corpus,
        articles=tuple(
            replace(item, quotations=tuple(said for said in item.quotations if said.id not in wrong))
            for item in corpus.articles
        ),
        stories=tuple(item for item in corpus.stories if item.id not in wrong),
        utterances=tuple(
            item
            for item in corpus.utterances
            if item.id not in wrong and not any(part.id in wrong for part in item.quotations)
        ),
        comparisons=tuple(item for item in corpus.comparisons if item.id not in wrong),
    )

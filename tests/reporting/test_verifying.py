from __future__ import annotations

from dataclasses import replace
from typing import Any

from rawi.interchange.corpus import KINDS
from rawi.model.annotation import Figure, Mention
from rawi.model.corpus import Citation, QuotationReference
from rawi.reporting.verifying import verify_article, verify_findings
from tests.reporting.corpus import make_corpus


def all_findings(corpus: Any) -> list[tuple[str, Any]]:
    return [(what, item) for what, (field, _) in KINDS.items() for item in getattr(corpus, field)]


def test_a_sound_corpus_has_no_findings() -> None:
    corpus = make_corpus()
    articles = {annotated.id: annotated for annotated in corpus.articles}
    assert [verify_article(annotated) for annotated in corpus.articles] == [[], []]
    assert verify_findings(all_findings(corpus), articles.get) == []


def test_annotations_beyond_the_text_and_lost_quotations() -> None:
    article = make_corpus().articles[0]
    beyond = replace(article, mentions=(Mention(5, 9_999, "PER"),))
    assert [finding.why for finding in verify_article(beyond)] == [f"cites 5-9999 of {len(article.text)}"]
    lost = replace(article, figures=(Figure(0, 2, 1, 1, "exact", asserted_by="q_9"),))
    assert [finding.why for finding in verify_article(lost)] == ["names a quotation that is not there: q_9"]


def test_findings_that_cite_what_is_not_there() -> None:
    corpus = make_corpus()
    articles = {annotated.id: annotated for annotated in corpus.articles}
    comparison = replace(corpus.comparisons[0], members=(Citation("a_lost", 0, 3),), origins=5)
    assert [finding.why for finding in verify_findings([("comparisons", comparison)], articles.get)] == [
        "cites an article that is not there: a_lost",
        "counts more origins (5) than outlets (2)",
    ]
    far = replace(corpus.comparisons[0], members=(Citation(corpus.articles[0].id, 0, 9_999),))
    assert len(verify_findings([("comparisons", far)], articles.get)) == 1
    utterance = replace(corpus.utterances[0], quotations=(QuotationReference(corpus.articles[0].id, "q_lost"),))
    assert len(verify_findings([("utterances", utterance)], articles.get)) == 1

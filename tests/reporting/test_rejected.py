from __future__ import annotations

from dataclasses import replace

from rawi.model.corpus import Judgement
from rawi.reporting.brief import make_brief
from rawi.reporting.records import records_of
from rawi.reporting.rejected import rejected_by, without_quotations, without_records
from tests.reporting.corpus import make_corpus


def test_what_is_called_wrong_is_not_reported_until_it_is_taken_back() -> None:
    corpus = make_corpus()
    wrong = corpus.comparisons[0].id
    judgement = Judgement("j_1", "reject", "comparisons", wrong, made_on="2021-12-31")

    def told(judgements: tuple[Judgement, ...]) -> set[str]:
        records = records_of(corpus)
        kept = without_records(records.comparisons, rejected_by(judgements))
        brief = make_brief(replace(records, comparisons=kept), "جسر الأئمة")
        return {line.record for section in brief.sections for line in section.lines}

    assert wrong in told(())
    assert wrong not in told((judgement,))
    assert wrong in told((replace(judgement, withdrawn_on="2022-01-01"),))


def test_a_quotation_that_is_called_wrong_is_taken_out_of_its_article_and_utterances() -> None:
    corpus = make_corpus()
    quotation = corpus.articles[1].quotations[0]
    assert quotation not in without_quotations(corpus.articles[1], {quotation.id}).quotations
    assert without_quotations(corpus.articles[0], {quotation.id}) is corpus.articles[0]
    assert not [
        item
        for item in without_records(corpus.utterances, {quotation.id})
        if quotation.id in {part.id for part in item.quotations}
    ]

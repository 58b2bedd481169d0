from __future__ import annotations

from dataclasses import replace

from rawi.model.corpus import Judgement
from rawi.reporting.brief import make_brief
from rawi.reporting.rejected import leave_out_rejected
from tests.reporting.corpus import make_corpus


def test_what_is_called_wrong_is_not_reported_until_it_is_taken_back() -> None:
    corpus = make_corpus()
    wrong = corpus.comparisons[0].id
    judgement = Judgement("j_1", "reject", "comparisons", wrong, made_on="2021-12-31")

    def told(judgements: tuple[Judgement, ...]) -> set[str]:
        brief = make_brief(leave_out_rejected(corpus, judgements), "جسر الأئمة")
        return {line.record for section in brief.sections for line in section.lines}

    assert wrong in told(())
    assert wrong not in told((judgement,))
    assert wrong in told((replace(judgement, withdrawn_on="2022-01-01"),))

"""Sources told behind what another said."""

from __future__ import annotations

import pytest

from rawi.annotating.quotations.prose import read_prose
from rawi.annotating.quotations.relayed import find_relayer
from rawi.annotating.quotations.reports import Report
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.model.span import Span
from rawi.reading.zones import read_zones

SAID = "وقال الوزير إنه لا يمكن لأي دولة أن تتدخل في العلاقات بين البلدين"


@pytest.mark.parametrize(
    ("behind", "relayer"),
    [
        ("، وفق ما أفاد مصدر قريب من المباحثات.", "مصدر قريب من المباحثات"),
        ("، بحسب مصدر حكومي.", "مصدر حكومي"),
        ("، بحسب هذا المصدر.", "المصدر"),
        ("، بحسب بيان الوزارة.", None),
        (".", None),
    ],
)
def test_an_unnamed_source_behind_the_words_relays_them(behind: str, relayer: str | None) -> None:
    text = SAID + behind
    prose = read_prose(read_zones(AnnotatedArticle(Article.create(text))))
    report = Report((Span(SAID.index("إنه"), len(SAID)),), "indirect", cue=Span(1, 4), source=Span(5, 11))
    found = find_relayer(prose, report)
    assert (found.of(text) if found else None) == relayer

"""Sources told behind what another said."""

from __future__ import annotations

import pytest

from rawi.annotating.quotations import annotate_quotations
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.reading.zones import read_zones

SAID = "وقال الوزير إنه لا يمكن لأي دولة أن تتدخل في العلاقات بين البلدين"


@pytest.mark.parametrize(
    ("behind", "relayer"),
    [
        ("، وفق ما أفاد مصدر قريب من المباحثات.", "مصدر"),
        ("، بحسب مصدر حكومي.", "مصدر حكومي"),
        ("، بحسب هذا المصدر.", "المصدر"),
        ("، بحسب بيان الوزارة.", None),
        (".", None),
    ],
)
def test_an_unnamed_source_behind_the_words_is_a_link(behind: str, relayer: str | None) -> None:
    found = annotate_quotations(
        read_zones(AnnotatedArticle(Article.create(SAID + behind))), load_knowledge()
    ).quotations
    links = [link.name for link in found[0].chain if link.kind == "anonymous"]
    assert links == ([relayer] if relayer else [])

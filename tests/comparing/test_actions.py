"""Phrases: other words for one thing share keys."""

from __future__ import annotations

import pytest

from rawi.comparing.actions import PhraseReader, similarity
from rawi.knowledge import load_knowledge

READER = PhraseReader(load_knowledge())


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("ستسحب قواتها من البلاد", "a:withdraw"),
        ("القوات الأميركية ستغادر العراق", "a:withdraw"),
        ("إنهاء المهمة القتالية في البلاد", "a:withdraw"),
        ("جدول زمني للانسحاب", "a:withdraw"),
        ("تقديم الدعم للمزارعين", "a:support"),
        ("طقس جميل", None),
    ],
)
def test_head(text: str, head: str | None) -> None:
    assert READER.read(text).head == head


def test_countries_under_all_their_names() -> None:
    assert READER.read("للولايات المتحدة").countries == READER.read("القوات الأميركية").countries == {"c:US"}


def test_similarity_is_symmetric_and_bounded() -> None:
    a, b = READER.read("سحب القوات من العراق").keys, READER.read("خروج القوات الأجنبية من العراق").keys
    assert similarity(a, b, {}) == similarity(b, a, {})
    assert 0.0 < similarity(a, b, {}) < 1.0
    assert similarity(a, frozenset(), {}) == 0.0

"""Reporting words: readings of spellings, and the tables they come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.cues import cue_table, find_cue_words
from rawi.arabic.letters import fold


@pytest.mark.parametrize(
    ("word", "lemma", "kind", "act"),
    [
        ("وأضافت", "أضاف", "past", "statement"),
        ("يتوقعون", "توقع", "present", "forecast"),
        ("مؤكدةً", "أكد", "participle", "statement"),
        ("داعياً", "دعا", "participle", "demand"),
        ("متعهداً", "تعهد", "participle", "promise"),
        ("وهددت", "هدد", "past", "threat"),
        ("اتهمته", "اتهم", "past", "accusation"),
        ("بقوله", "قال", "masdar", "statement"),
        ("وبحسب", "بحسب", "according", "statement"),
        ("حسبما", "حسبما", "relative", "statement"),
        ("تساءلوا", "تساءل", "past", "question"),
        ("نافيةً", "نفى", "participle", "denial"),
        ("رافضين", "رفض", "participle", "refusal"),
        ("قيل", "قال", "passive", "statement"),
    ],
)
def test_readings(word: str, lemma: str, kind: str, act: str) -> None:
    assert (lemma, kind, act) in [(found.lemma, found.kind, found.act) for found in find_cue_words(fold(word))]


@pytest.mark.parametrize("word", ["مدرسة", "وزير", "بلاد", "المدينة", "وفد"])
def test_other_words_report_nothing(word: str) -> None:
    assert find_cue_words(fold(word)) == ()


def test_the_tables_are_well_formed() -> None:
    assert len(cue_table()) > 10_000


@given(st.text(alphabet="ابتدرقولفهمني", max_size=9))
def test_any_spelling_may_be_asked(word: str) -> None:
    for found in find_cue_words(word):
        assert found.proclitic in ("", "و", "ف", "ب")

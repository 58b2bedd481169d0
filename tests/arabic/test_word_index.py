"""Words of a lexicon in running text: clitics, look-alikes, and offsets under vowel marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.letters import fold
from rawi.arabic.tokens import tokenize
from rawi.arabic.word_index import WordIndex, noun_entry, start_after, verb_entry

INDEX = WordIndex(
    [
        verb_entry("withdraw", "انسحب"),
        verb_entry("visit", "زار", "يزور", ("زيارة",)),
        verb_entry("meet", "التقى"),
        verb_entry("add", "أضاف"),
        noun_entry("attack", "هجوم"),
    ]
)


@pytest.mark.parametrize(
    ("word", "key", "future", "cut"),
    [
        ("وانسحبت", "withdraw", False, 1),
        ("سينسحبون", "withdraw", True, 0),
        ("وسينسحب", "withdraw", True, 1),
        ("بالانسحاب", "withdraw", False, 1),
        ("التقى", "meet", False, 0),
        ("زيارته", "visit", False, 0),
        ("هجومهم", "attack", False, 0),
        ("والهجوم", "attack", False, 1),
    ],
)
def test_readings(word: str, key: str, future: bool, cut: int) -> None:
    found = INDEX.analyze(fold(word))[0]
    assert (found.key, found.future, found.cut) == (key, future, cut)


@pytest.mark.parametrize("word", ["وزير", "هناك", "بين", "سيارة", "مدينة"])
def test_look_alikes(word: str) -> None:
    assert INDEX.analyze(fold(word)) == ()


def test_masdar_and_verb_are_two_readings() -> None:
    index = WordIndex([verb_entry("promise", "وعد", None, ("وعد",))])
    assert {found.form.aspect for found in index.analyze("وعد")} == {"perfect", "masdar"}


@given(st.text(alphabet="وفبكلانسحته\u064e\u0651\u0640", min_size=1, max_size=12))
def test_start_stays_inside_the_token(text: str) -> None:
    for token in tokenize(text):
        for analysis in INDEX.analyze(token.fold):
            assert token.start <= start_after(text, token, analysis.cut) < token.end

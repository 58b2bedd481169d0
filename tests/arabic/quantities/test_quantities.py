"""Units, counted nouns, roles and measures."""

from __future__ import annotations

import pytest

from rawi.arabic.quantities.lexicon import find_noun, find_unit
from rawi.arabic.quantities.measures import describe_measured, stem_word
from rawi.arabic.quantities.roles import find_role
from rawi.arabic.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "code", "length"),
    [
        ("دولار أميركي", "USD", 2),
        ("ريالا قطريا", "QAR", 2),
        ("ريال", "SAR", 1),
        ("كيلو متر", "km", 2),
        ("م2", "m2", 2),
        ("درجة مئوية", "celsius", 2),
        ("متر مربع", "m2", 2),
    ],
)
def test_units_longest_form_first(text: str, code: str, length: int) -> None:
    found = find_unit(tokenize(text), 0)
    assert found is not None
    assert (found[0].code, found[1]) == (code, length)


def test_a_unit_at_the_end_of_a_text_stays_inside_it() -> None:
    tokens = tokenize("بلغ السعر 5 دولار")
    found = find_unit(tokens, 3)
    assert found is not None
    assert found[1] == len(tokens)


@pytest.mark.parametrize(
    ("word", "number"), [("قتيلان", "dual"), ("مواطنين", "plural"), ("رحلتين", "dual"), ("لاعبين", "plural")]
)
def test_duals_and_plurals(word: str, number: str) -> None:
    noun = find_noun(word)
    assert noun is not None
    assert noun.number == number


@pytest.mark.parametrize(
    ("text", "index", "role"),
    [
        ("مقتل 15 شخصا وإصابة 240", 1, "killed"),
        ("مقتل 15 شخصا وإصابة 240", 4, "wounded"),
        ("لقي 15 شخصا حتفهم", 1, "killed"),
        ("ما لا يقل عن 5 أطفال", 4, None),
        ("كان المركب يقل 600 شخص", 3, "aboard"),
    ],
)
def test_roles(text: str, index: int, role: str | None) -> None:
    assert find_role(tokenize(text), index, index + 1) == role


def test_spellings_of_one_measure_are_one() -> None:
    def measured(text: str) -> object:
        tokens = tokenize(text)
        return describe_measured(tokens, 0, 1, (1, len(tokens)), None)

    assert measured("5000 جندي أمريكي") == measured("2500 عسكري أميركي")
    assert stem_word("الأميركية".replace("أ", "ا").replace("ة", "ه")) == stem_word("امريكيين")


def test_killed_and_wounded_in_one_number() -> None:
    assert find_role(tokenize("مقتل وإصابة 40 شخصا"), 2, 3) == "casualties"
    assert find_role(tokenize("لقي شخص مصرعه وأصيب 2"), 4, 5) == "wounded"

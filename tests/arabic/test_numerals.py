"""Numbers: a table of cases. A bug report becomes a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.numerals import find_numbers, parse_number
from rawi.arabic.ordinals import find_ordinals
from rawi.arabic.tokens import tokenize

VALUES = [
    ("خمسة آلاف", 5000),
    ("ألفان", 2000),
    ("ألفا", 2000),
    ("ألفاً", 1000),
    ("مئتا", 200),
    ("مائتين", 200),
    ("٥٬٠٠٠", 5000),
    ("5 آلاف", 5000),
    ("5 الاف", 5000),
    ("مليار ونصف المليار", 1_500_000_000),
    ("مليون ونصف مليون", 1_500_000),
    ("ثلاثة ملايين ونصف المليون", 3_500_000),
    ("نصف مليون", 500_000),
    ("ثلاثة ونصف", 3.5),
    ("ثلاثة وعشرون ألفا ومئتان وخمسون", 23_250),
    ("مليون وثلاثمئة وخمسة وعشرين ألفا وأربعمئة واثنين", 1_325_402),
    ("ألفين وخمسة عشر", 2015),
    ("ألف وتسعمئة وتسعين", 1990),
    ("ألف مليار", 1_000_000_000_000),
    ("مائة وخمسة وعشرون ألف", 125_000),
    ("خمس مئة", 500),
    ("ثلاثمائة وخمسين", 350),
    ("20 ألفا و500", 20_500),
    ("مليون و200 ألف", 1_200_000),
    ("3,5 مليون", 3_500_000),
    ("٣٫٥ ملايين", 3_500_000),
    ("أحد عشر", 11),
    ("اثنتي عشرة", 12),
    ("إحدى وعشرين", 21),
    ("10 000", 10_000),
    ("1 200 000", 1_200_000),
    ("1,234.56", 1234.56),
    ("1.234,56", 1234.56),
    ("1.250.000", 1_250_000),
    ("2.500", 2500),
    ("3.751", 3.751),
    ("334.\u200f98", 98.334),
    ("000,\u200f5", 5000),
    ("5,00,0", None),
    ("1.2.3.4", None),
    ("9" * 40, None),
    ("أحد", None),
    ("الاثنين", None),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_parse_number(text: str, value: float | None) -> None:
    assert parse_number(text) == value


SPANS = [
    ("وصل خمسة وستة من اللاعبين", ["خمسة", "ستة"]),
    ("بخمسين ريالا وثلاثين قرشا", ["خمسين", "ثلاثين"]),
    ("ارتفع 5 في المئة وبنسبة ثلاثة بالمئة", ["5", "ثلاثة"]),
    ("ألف وخمسة ملايين", ["ألف", "خمسة ملايين"]),
    ("عشرات الآلاف ومئات القتلى", ["عشرات الآلاف", "مئات"]),
    ("قال إن الأحد والاثنين عطلة", []),
    ("لست وحيدا", []),
    ("بين 20 و30 ألفا", ["20", "30 ألفا"]),
    ("للألف شخص وبالملايين", ["ألف", "ملايين"]),
    ("من 2015 300 شخص", ["2015", "300"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_find_numbers(text: str, expected: list[str]) -> None:
    assert [text[number.start : number.end] for number in find_numbers(tokenize(text), text)] == expected


def test_vague_numbers_have_a_magnitude_and_no_value() -> None:
    (number,) = find_numbers(tokenize("مئات الآلاف"), "مئات الآلاف")
    assert (number.kind, number.value, number.magnitude) == ("vague", None, 100_000)


def test_two_readings_are_kept() -> None:
    (number,) = find_numbers(tokenize("2.500"))
    assert (number.value, number.other) == (2500, 2.5)


def test_ordinals() -> None:
    values = [ordinal.value for ordinal in find_ordinals(tokenize("في الحادي والعشرين وفي الثامنة عشرة والرابع"))]
    assert values == [21, 18, 4]


@given(st.text(alphabet="و0123456789٠٥٬٫,. \u200fخمسةعشرألفملايينتانثلاو", max_size=60))
def test_nothing_is_raised_and_offsets_hold(text: str) -> None:
    for number in find_numbers(tokenize(text), text):
        assert 0 <= number.start < number.end <= len(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_come_back(value: int) -> None:
    assert parse_number(str(value)) == value
    assert parse_number(f"{value:,}") == value

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.names import arabic_given_names, foreign_given_names, score_spelling, skeleton, split_name

SAME = [
    ("ترامب", "ترمب"),
    ("غوتيريش", "جوتيريس"),
    ("نتنياهو", "نتانياهو"),
    ("أردوغان", "إردوغان"),
    ("أردوغان", "اردوجان"),
    ("قاآني", "قآني"),
    ("زيلينسكي", "زيلنسكي"),
    ("بومبيو", "بومبييو"),
    ("الكاظمي", "كاظمي"),
]
DIFFERENT = [
    ("سالم", "سليم"),
    ("حسن", "حسين"),
    ("محمد", "محمود"),
    ("حامد", "حمد"),
    ("سعد", "سعيد"),
    ("الكاظمي", "الكاظم"),
    ("الجبير", "الكبير"),
    ("السليم", "السالم"),
    ("كيري", "كوري"),
    ("", "ترامب"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert score_spelling(one, other) >= 0.7
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_only_look_alike(one: str, other: str) -> None:
    assert score_spelling(one, other) == 0.0


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("عبد الله بن عبد العزيز", ("عبدالله", "عبدالعزيز")),
        ("عبدالله بن عبدالعزيز", ("عبدالله", "عبدالعزيز")),
        ("بن سعيد", ("سعيد",)),
        ("أبي مهدي المهندس", ("ابومهدي", "المهندس")),
        ("مصطفى\u00a0الكاظميّ", ("مصطفي", "الكاظمي")),
        ("عبد", ("عبد",)),
        ("", ()),
    ],
)
def test_parts_of_a_name(name: str, parts: tuple[str, ...]) -> None:
    assert split_name(name) == parts


def test_the_lists_are_words() -> None:
    assert len(arabic_given_names()) > 400
    assert len(foreign_given_names()) > 300
    assert "" not in arabic_given_names() | foreign_given_names()


@given(st.text(alphabet="ابتجقكغدرسشصويهةأإآء \ud800", max_size=12), st.text(alphabet="ابتجقكغدرسشصويه", max_size=12))
def test_scores_are_bounded_and_symmetric(one: str, other: str) -> None:
    assert 0.0 <= score_spelling(one, other) <= 1.0
    assert score_spelling(one, other) == score_spelling(other, one)

"""Families: kin stand together, the best pair speaks for them, alone they are a group."""

from __future__ import annotations

from rawi.comparing.grouping import Group
from rawi.comparing.utterances.families import Families

FULLNESS = {"a": 1.0, "b": 3.0, "c": 2.0, "d": 5.0}
FAMILIES = Families.of([("a", "b"), ("b", "c")], FULLNESS)


def test_the_fullest_is_the_head() -> None:
    assert FAMILIES.members == {"b": ("a", "b", "c")}
    assert FAMILIES.heads(("c", "d")) == ("b", "d")


def test_the_best_pair_speaks_for_two_families() -> None:
    joined, between = FAMILIES.join({("a", "d"): 0.4, ("c", "d"): 0.7, ("a", "b"): 0.9})
    assert joined == {("b", "d"): 0.7}
    assert between == {("b", "d"): ("c", "d")}
    assert FAMILIES.rename([("a", "c"), ("a", "d")]) == [("b", "d")]


def test_groups_are_opened() -> None:
    assert FAMILIES.open([Group("d", ("b", "d"), {"b": 0.7})]) == [Group("d", ("a", "b", "c", "d"), {"b": 0.7})]
    assert FAMILIES.open([]) == [Group("b", ("a", "b", "c"), {})]

"""Groups round founders: never chained, judged by people first, independent of order."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from rawi.comparing.grouping import group_pairs

NAMES = list("abcdefgh")
PAIRS = [(left, right) for at, left in enumerate(NAMES) for right in NAMES[at + 1 :]]
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1).map(lambda score: round(score, 3)))


def members(scores, threshold=0.5, **options):
    return [group.members for group in group_pairs(scores, threshold, **options)]


def test_a_chain_is_cut() -> None:
    chain = dict.fromkeys(itertools.pairwise(NAMES), 0.9)
    assert max(len(group) for group in members(chain)) <= 3


def test_a_member_goes_to_the_nearer_founder() -> None:
    scores = {("a", "b"): 0.9, ("a", "c"): 0.9, ("c", "d"): 0.95, ("d", "e"): 0.9, ("d", "f"): 0.9}
    assert members(scores) == [("a", "b"), ("c", "d", "e", "f")]


def test_two_founders_of_one_happening_are_merged_on_the_whole_only() -> None:
    halves = {("a", "b"): 0.9, ("c", "d"): 0.9, ("a", "c"): 0.45, ("a", "d"): 0.6, ("b", "c"): 0.45, ("b", "d"): 0.45}
    assert members(halves, merge=0.45) == [("a", "b", "c", "d")]
    assert members(halves, merge=0.6) == [("a", "b"), ("c", "d")]


def test_people_win() -> None:
    scores = {("a", "b"): 0.9, ("c", "d"): 0.9}
    assert members(scores, same=[("d", "a")]) == [("a", "b", "c", "d")]
    assert members({("a", "b"): 0.9}, different=[("b", "a")]) == []
    all_alike = {("a", "b"): 0.9, ("a", "c"): 0.9, ("b", "c"): 0.9}
    assert members(all_alike, different=[("b", "c")]) == [("a", "b")]
    assert members({}, same=[("x", "y")]) == [("x", "y")]


@given(scores=SCORES, data=st.data())
def test_order_makes_no_difference(scores: dict[tuple[str, str], float], data: st.DataObject) -> None:
    shuffled = dict(data.draw(st.permutations(list(scores.items()))))
    assert group_pairs(shuffled, 0.5, merge=0.4) == group_pairs(scores, 0.5, merge=0.4)


@given(scores=SCORES, different=st.lists(st.sampled_from(PAIRS), max_size=5))
def test_each_name_once_and_the_different_apart(
    scores: dict[tuple[str, str], float], different: list[tuple[str, str]]
) -> None:
    groups = members(scores, merge=0.3, different=different)
    names = [name for group in groups for name in group]
    assert len(names) == len(set(names))
    assert all(not (left in group and right in group) for left, right in different for group in groups)

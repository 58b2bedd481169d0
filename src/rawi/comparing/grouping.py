"""Group: scored pairs -> groups, each judged against its founder, never chained.

Chaining (a like b, b like c, so a with c) made one blob of a week's events. Here every group has a founder, the member
that the others resemble most, and a member belongs to a group only by its own score with that founder. The result
depends on the pairs alone, not on the order in which they or the members came, and groups form inside connected
components, so an engine may work on the components apart.
"""

from __future__ import annotations

import heapq
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Pair: TypeAlias = tuple[str, str]
# Whether two names may not stand in one group, whatever others think of both.
Apart: TypeAlias = Callable[[str, str], bool]
# Outweighs the sum of any scores, which are at most 1 a pair.
_JUDGED = 1e9


@dataclass(frozen=True, slots=True)
class Group:
    """A founder and all members (the founder among them) in order, with each other member's score."""

    founder: str
    members: tuple[str, ...]
    scores: Mapping[str, float]


def group_pairs(
    scores: Mapping[Pair, float],
    threshold: float,
    *,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    merge: float | None = None,
    fullness: Mapping[str, float] | None = None,
    apart: Apart | None = None,
) -> tuple[Group, ...]:
    """Groups of two members or more, in the order of their first members.

    ``scores`` are of pairs (smaller name first); those below ``threshold`` join nothing. ``same`` and ``different`` are
    people's judgements and win over scores: what is the same goes together with all it is the same as, what is
    different never stands in one group. Two groups become one where the mean score between their members (0 where a
    pair was never a candidate) reaches ``merge``: they were one happening told from two sides.
    ``fullness`` tells who founds first where not likeness but completeness makes a founder. ``apart`` tells of two
    names that can't be one although a third resembles both (reports of two weeks, and one that nobody dated).

    >>> [group.members for group in group_pairs({("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.7}, 0.5)]
    [('a', 'b', 'c')]
    """
    judged_same = {_ordered(pair) for pair in same}
    judged_different = {_ordered(pair) for pair in different}
    known = dict(scores)
    known.update(dict.fromkeys(judged_different, 0.0))
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for pair in sorted(known):
        if known[pair] >= threshold:
            near[pair[0]][pair[1]] = near[pair[1]][pair[0]] = known[pair]
    for left, right in sorted(judged_same):
        near[left].setdefault(right, 0.0)
        near[right].setdefault(left, 0.0)
    component_of = _components(near)
    inside: dict[str, dict[Pair, float]] = defaultdict(dict)
    for pair in sorted(known):
        root = component_of.get(pair[0])
        if root is not None and root == component_of.get(pair[1]):
            inside[root][pair] = known[pair]
    members_of: dict[str, list[str]] = defaultdict(list)
    for name in sorted(component_of):
        members_of[component_of[name]].append(name)

    def is_apart(left: str, right: str) -> bool:
        pair = _ordered((left, right))
        return pair in judged_different or (apart is not None and pair not in judged_same and apart(left, right))

    groups = []
    for root in sorted(members_of):
        forced = [pair for pair in sorted(judged_same) if component_of[pair[0]] == root]
        founded = _found(members_of[root], inside[root], threshold, fullness)
        parts = _merge(founded, inside[root], forced, merge)
        groups += [part for members in parts for part in _split(members, known, is_apart)]
    return tuple(_group(members, known, fullness) for members in sorted(groups) if len(members) > 1)


def _ordered(pair: Pair) -> Pair:
    return (pair[0], pair[1]) if pair[0] <= pair[1] else (pair[1], pair[0])


def _components(near: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """The first name of each name's connected component."""
    found: dict[str, str] = {}
    for name in sorted(near):
        if name in found:
            continue
        found[name] = name
        waiting = [name]
        while waiting:
            for other in near[waiting.pop()]:
                if other not in found:
                    found[other] = name
                    waiting.append(other)
    return found


def _found(
    members: Sequence[str], scores: Mapping[Pair, float], threshold: float, fullness: Mapping[str, float] | None
) -> list[list[str]]:
    """Groups round founders: the fullest, or who resembles most others, founds first; others go to their nearest."""
    near: dict[str, dict[str, float]] = {member: {} for member in members}
    for (left, right), score in scores.items():
        if score >= threshold:
            near[left][right] = near[right][left] = score
    likeness = {member: sum(others[other] for other in sorted(others)) for member, others in near.items()}
    weight = fullness or likeness
    groups: dict[str, list[str]] = {}
    taken: set[str] = set()
    for member in sorted(near, key=lambda name: (-weight[name], name)):
        if member not in taken:
            groups[member] = [member]
            taken.add(member)
            taken.update(near[member])
    for member in sorted(near.keys() - groups.keys()):
        others = near[member]
        groups[min(groups.keys() & others.keys(), key=lambda name: (-others[name], name))].append(member)
    return [sorted(groups[founder]) for founder in sorted(groups)]


def _merge(
    groups: list[list[str]], scores: Mapping[Pair, float], same: Sequence[Pair], least: float | None
) -> list[list[str]]:
    """Groups joined where people say so, and while two are alike on the whole; the most alike first."""
    members = dict(enumerate(groups))
    place = {name: number for number, group in members.items() for name in group}
    sums: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for pair, score in scores.items():
        left, right = place[pair[0]], place[pair[1]]
        if left != right:
            sums[left][right] += score
            sums[right][left] += score
    for pair in same:
        left, right = place[pair[0]], place[pair[1]]
        if left != right:
            sums[left][right] += _JUDGED
            sums[right][left] += _JUDGED

    def entry(left: int, right: int) -> tuple[float, list[str], list[str], int, int]:
        mean = sums[left][right] / (len(members[left]) * len(members[right]))
        first, second = sorted((left, right), key=lambda number: members[number])
        return -mean, members[first], members[second], first, second

    queue = [entry(left, right) for left in sums for right in sums[left] if left < right]
    heapq.heapify(queue)
    number = len(groups)
    while queue:
        mean, *_, left, right = heapq.heappop(queue)
        if left not in members or right not in members:
            continue
        if sums[left][right] < _JUDGED and (least is None or -mean < least):
            continue
        joined: dict[int, float] = defaultdict(float)
        for old in (left, right):
            for other, total in sums.pop(old).items():
                if other in members and other not in (left, right):
                    joined[other] += total
        members[number] = sorted(members.pop(left) + members.pop(right))
        sums[number] = joined
        for other, total in joined.items():
            sums[other][number] = total
        for other in joined:
            heapq.heappush(queue, entry(number, other))
        number += 1
    return sorted(members.values())


def _split(members: list[str], scores: Mapping[Pair, float], is_apart: Apart) -> list[list[str]]:
    """The members without those apart from the founder or from one nearer to him; these stand by themselves."""
    if not any(is_apart(left, right) for left, right in itertools.combinations(members, 2)):
        return [members]
    founder = _founder(members, scores)
    nearest = sorted(
        (name for name in members if name != founder),
        key=lambda name: (-scores.get(_ordered((founder, name)), 0.0), name),
    )
    parts: list[list[str]] = []
    for member in [founder, *nearest]:
        for part in parts:
            if not any(is_apart(member, other) for other in part):
                part.append(member)
                break
        else:
            parts.append([member])
    return [sorted(part) for part in parts]


def _founder(members: Sequence[str], scores: Mapping[Pair, float]) -> str:
    """The member that resembles the others most."""
    weight = {
        name: sum(scores.get(_ordered((name, other)), 0.0) for other in members if other != name) for name in members
    }
    return min(members, key=lambda name: (-weight[name], name))


def _group(members: Sequence[str], scores: Mapping[Pair, float], fullness: Mapping[str, float] | None) -> Group:
    founder = min(members, key=lambda name: (-fullness[name], name)) if fullness else _founder(members, scores)
    others = {name: scores.get(_ordered((founder, name)), 0.0) for name in members if name != founder}
    return Group(founder, tuple(members), others)

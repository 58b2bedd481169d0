"""Families: for the grouping a report and the speech told inside it are one rendering, whichever is resembled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rawi.comparing.grouping import Group, Pair

Scores: TypeAlias = dict[Pair, float]


@dataclass(frozen=True, slots=True)
class Families:
    """``head`` is the fullest member of each member's family, ``members`` those of each head in order."""

    head: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, pairs: Iterable[Pair], fullness: Mapping[str, float]) -> Families:
        """The families that pairs of kin make.

        >>> families = Families.of([("a", "b")], {"a": 1.0, "b": 2.0, "c": 3.0})
        >>> families.members
        {'b': ('a', 'b')}
        """
        family: dict[str, set[str]] = {}
        for left, right in pairs:
            joined = family.get(left, {left}) | family.get(right, {right})
            for name in joined:
                family[name] = joined
        heads = {name: min(kin, key=lambda one: (-fullness[one], one)) for name, kin in family.items()}
        return cls(heads, {heads[name]: tuple(sorted(family[name])) for name in sorted(family)})

    def rename(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs with heads for their members, without those inside a family."""
        renamed = [self.heads(pair) for pair in pairs]
        return [(left, right) for left, right in renamed if left != right]

    def heads(self, pair: Pair) -> Pair:
        """The heads of a pair's families, in order."""
        left, right = sorted((self.head.get(pair[0], pair[0]), self.head.get(pair[1], pair[1])))
        return left, right

    def join(self, scores: Scores) -> tuple[Scores, dict[Pair, Pair]]:
        """The scores between families: the best of any two members; and which two these are."""
        found: Scores = {}
        between: dict[Pair, Pair] = {}
        for pair in sorted(scores):
            heads = self.heads(pair)
            if heads[0] != heads[1] and scores[pair] > found.get(heads, -1.0):
                found[heads], between[heads] = scores[pair], pair
        return found, between

    def open(self, groups: Sequence[Group]) -> list[Group]:
        """The groups with all members of their families, and the families that resemble no other."""
        opened: list[Group] = []
        seen: set[str] = set()
        for group in groups:
            seen.update(group.members)
            members = sorted(name for member in group.members for name in self.members.get(member, (member,)))
            opened.append(Group(group.founder, tuple(members), group.scores))
        opened += [Group(head, members, {}) for head, members in self.members.items() if head not in seen]
        return opened

"""Group: claims about one fact, judged against the group's founder, never chained."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from rawi.comparing.agreement.claims import Claim
from rawi.comparing.agreement.scoring import Pair

Place = tuple[str, str, int, int]
Item = TypeVar("Item", bound=Hashable)


def place_of(claim: Claim) -> Place:
    """What names a claim whatever the order of the input."""
    return claim.article, claim.part, claim.start, claim.end


def group_pairs(pairs: Sequence[Pair]) -> tuple[tuple[Claim, ...], ...]:
    """Groups of claims, each linked with its founder; a claim is in one group. Groups and members are in order.

    The founder is the claim with the most links: others join it where they are linked with it themselves.
    """
    links: dict[Place, dict[Place, float]] = {}
    claims: dict[Place, Claim] = {}
    for pair in pairs:
        one, other = place_of(pair.first), place_of(pair.second)
        claims[one], claims[other] = pair.first, pair.second
        links.setdefault(one, {})[other] = pair.likeness
        links.setdefault(other, {})[one] = pair.likeness
    order = sorted(links, key=lambda place: (-len(links[place]), -sum(sorted(links[place].values())), place))
    taken: set[Place] = set()
    groups: list[tuple[Claim, ...]] = []
    for founder in order:
        if founder in taken:
            continue
        members = [founder, *(place for place in links[founder] if place not in taken)]
        taken.update(members)
        if len(members) > 1:
            groups.append(tuple(claims[place] for place in sorted(members)))
    return tuple(sorted(groups, key=lambda group: place_of(group[0])))


def group_two_sides(
    links: Mapping[Item, Sequence[Item]], order: Callable[[Item], tuple[str, int, int, str]]
) -> list[tuple[Item, ...]]:
    """Groups of items that contradict each other: a founder, those against it, and those against the first of them.

    One contradiction that six papers print is then told once, not nine times; each item is in one group, in order.
    """
    taken: set[Item] = set()
    groups: list[tuple[Item, ...]] = []
    for founder in sorted(links, key=lambda item: (-len(links[item]), order(item))):
        against = sorted({item for item in links[founder] if item not in taken}, key=order)
        if founder in taken or not against:
            continue
        beside = {item for item in links[against[0]] if item not in taken}
        group = {founder, *against, *beside}
        taken |= group
        groups.append(tuple(sorted(group, key=order)))
    return groups

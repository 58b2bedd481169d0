"""Group: claims about one fact, judged against the group's founder, never chained."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.comparing.agreement.claims import Claim
from rawi.comparing.agreement.scoring import Pair

Place = tuple[str, int, int]


def place_of(claim: Claim) -> Place:
    """What names a claim whatever the order of the input."""
    return claim.article, claim.start, claim.end


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

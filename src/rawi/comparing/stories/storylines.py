"""Storylines: stories that follow each other, linked and never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rawi.comparing.grouping import Group, group_pairs
from rawi.comparing.stories.config import StoriesConfig
from rawi.model.identifiers import make_id


def find_storylines(
    groups: Sequence[Group], scores: Mapping[tuple[str, str], float], config: StoriesConfig = StoriesConfig()
) -> dict[str, str]:
    """The id of the storyline of each founder whose story has one.

    Two stories follow each other where their articles resemble each other on the whole, though not enough to be one
    happening. A storyline has a founding story too, so one long affair doesn't swallow its neighbours.
    """
    group_of = {member: number for number, group in enumerate(groups) for member in group.members}
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for pair in sorted(scores):
        left, right = group_of.get(pair[0]), group_of.get(pair[1])
        if left is not None and right is not None and left != right:
            sums[min(left, right), max(left, right)] += scores[pair]
    means = {}
    for (left, right), total in sums.items():
        names = sorted((groups[left].founder, groups[right].founder))
        # Of each article of the smaller story the nearest counts: a long story has room for articles farther away.
        size = len(groups[left].members) * len(groups[right].members)
        means[names[0], names[1]] = min(1.0, total / size)
    lines = {}
    for line in group_pairs(means, config.follow):
        name = make_id("l", line.founder)
        lines.update(dict.fromkeys(line.members, name))
    return lines

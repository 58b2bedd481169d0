"""Links: what articles tell that bears on each other, by how it relates, and the groups that it makes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from rawi.model.corpus import Reason

Key = TypeVar("Key", bound=Any)
Item = TypeVar("Item", bound=Hashable)
# What tells any two items apart, or a result would hang on the order of the input.
Order = Callable[[Item], tuple[str, int, int, str]]


class Links(Generic[Key, Item]):
    """Pairs of items by how they relate (a key that can be ordered), with the reasons of each pair.

    >>> links: Links[str, str] = Links(lambda word: (word, 0, 0, ""))
    >>> for other in ("سيغادر", "سينسحب"):
    ...     links.add("agrees", "يغادر", other, (Reason("same_words", 1.0, other),))
    >>> [(key, group, [reason.detail for reason in reasons]) for key, group, reasons in links.round_founders()]
    [('agrees', ('يغادر', 'سيغادر', 'سينسحب'), ['سيغادر'])]
    """

    def __init__(self, order: Order[Item]) -> None:
        self._order = order
        self._near: dict[Key, dict[Item, list[Item]]] = {}
        self._why: dict[tuple[Item, Item], tuple[Reason, ...]] = {}

    def add(self, key: Key, one: Item, other: Item, reasons: tuple[Reason, ...] = ()) -> None:
        """Link two items; the reasons given last are theirs."""
        near = self._near.setdefault(key, {})
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
        self._why[one, other] = self._why[other, one] = reasons

    def round_founders(self) -> Iterator[tuple[Key, tuple[Item, ...], tuple[Reason, ...]]]:
        """Groups round the item with most links, the founder first, with the first reason of each feature."""
        for key in sorted(self._near):
            for group in group_round_founders(self._near[key], self._order):
                yield key, group, _first_of_each(self._why[group[0], other] for other in group[1:])

    def lines(self) -> Iterator[tuple[Key, tuple[Item, ...], tuple[Reason, ...]]]:
        """Groups of all that links join, directly or through others, with the first reason of each feature."""
        for key in sorted(self._near):
            near = self._near[key]
            for group in group_joined(near, self._order):
                ordered = (
                    (one, other) for one in group for other in near[one] if self._order(one) < self._order(other)
                )
                yield key, group, _first_of_each(self._why[link] for link in ordered)


def _first_of_each(reasons: Iterable[Sequence[Reason]]) -> tuple[Reason, ...]:
    best: dict[str, Reason] = {}
    for found in reasons:
        for reason in found:
            best.setdefault(reason.feature, reason)
    return tuple(best.values())


def group_round_founders(links: Mapping[Item, Sequence[Item]], order: Order[Item]) -> list[tuple[Item, ...]]:
    """Groups of linked items, each round the one with most links; an item is in one group, members are in order.

    ``order`` must tell any two items apart, or the result would hang on the order of the input.
    """
    taken: set[Item] = set()
    groups: list[tuple[Item, ...]] = []
    for founder in sorted(links, key=lambda item: (-len(links[item]), order(item))):
        others = [item for item in links[founder] if item not in taken]
        if founder in taken or not others:
            continue
        taken.update([founder, *others])
        groups.append((founder, *sorted(set(others) - {founder}, key=order)))
    return groups


def group_joined(links: Mapping[Item, Sequence[Item]], order: Order[Item]) -> list[tuple[Item, ...]]:
    """Groups of all items that links join, directly or through others: the steps of one line. Members are in order."""
    taken: set[Item] = set()
    groups: list[tuple[Item, ...]] = []
    for first in sorted(links, key=order):
        if first in taken:
            continue
        group, waiting = {first}, [first]
        while waiting:
            fresh = [item for item in links[waiting.pop()] if item not in group]
            group.update(fresh)
            waiting += fresh
        taken |= group
        groups.append(tuple(sorted(group, key=order)))
    return groups

"""Blocks: names that may be spellings of one another, found by keys and never by comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rawi.arabic.names import skeleton
from rawi.comparing.identity.nodes import Node


def block_key(node: Node) -> tuple[str, ...]:
    """The block of a node: a person's first and last name as consonants, the consonants of all words of a body.

    A bare surname has a block of its own, told by one key part fewer.
    """
    if node.type != "PER":
        return (node.type, *(skeleton(part) for part in node.parts))
    if len(node.parts) == 1:
        return ("PER", skeleton(node.parts[0]))
    return ("PER", skeleton(node.parts[0]), skeleton(node.parts[-1]))


def block_nodes(nodes: Iterable[Node]) -> list[tuple[tuple[str, ...], list[Node]]]:
    """The nodes in blocks, each block and the nodes in it in an order that doesn't depend on the input's.

    The fullest names come first in a block: they become founders.
    """
    blocks: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        blocks[block_key(node)].append(node)
    for members in blocks.values():
        members.sort(key=lambda node: (-len(node.parts), -len(node.titles), -node.mentions, node.id))
    return sorted(blocks.items())

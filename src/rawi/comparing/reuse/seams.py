"""Seams: articles joined from two texts, told by passages that two strangers to each other share with one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rawi.comparing.reuse.config import ReuseConfig
from rawi.model.corpus import Reason, Reuse
from rawi.model.span import Span, cover


@dataclass(frozen=True, slots=True)
class Seam:
    """From character ``start`` on, ``article`` tells what ``source`` holds; before it, what ``before`` holds."""

    article: str
    start: int
    source: str
    before: str


def find_seams(
    reuse: Sequence[Reuse], lengths: Mapping[str, int], config: ReuseConfig = ReuseConfig()
) -> tuple[Seam, ...]:
    """Where articles go over from one text into another, at most one an article, in the order of their ids.

    The two sources share nothing with each other, each fills a good part of the article, one after the other, and
    together they are nearly all of it. ``lengths`` are the articles' characters. Own method.
    """
    held: dict[str, list[tuple[Span, int, str]]] = defaultdict(list)
    linked = {(link.a, link.b) for link in reuse}
    for link in reuse:
        for article, other, spans in (
            (link.a, link.b, [passage.a for passage in link.passages]),
            (link.b, link.a, [passage.b for passage in link.passages]),
        ):
            size = sum(map(len, spans))
            if size >= config.seam_part * lengths[article]:
                held[article].append((cover(spans), size, other))
    seams = []
    for article in sorted(held):
        if max(size for _, size, _ in held[article]) >= config.seam_whole * lengths[article]:
            continue  # another holds all of it: a text of its own, however many borrow parts of it
        pairs = [
            (first[1] + second[1], first, second)
            for first in held[article]
            for second in held[article]
            if first[0].end <= second[0].start + config.seam_overlap
            and first[0].start < second[0].start
            and (min(first[2], second[2]), max(first[2], second[2])) not in linked
        ]
        best = min(pairs, key=lambda pair: (-pair[0], pair[1][2], pair[2][2]), default=None)
        if best is not None and best[0] >= config.seam_whole * lengths[article]:
            _, before, after = best
            seams.append(Seam(article, after[0].start, after[2], before[2]))
    return tuple(seams)


def mark_seams(
    reuse: Sequence[Reuse], lengths: Mapping[str, int], config: ReuseConfig = ReuseConfig()
) -> tuple[Reuse, ...]:
    """The links, those that a seam rests on with a reason that says from which character the second text is told."""
    told: dict[tuple[str, str], list[Reason]] = defaultdict(list)
    for seam in find_seams(reuse, lengths, config):
        pair = (min(seam.article, seam.source), max(seam.article, seam.source))
        detail = f"{seam.article} goes over at character {seam.start} from {seam.before} to {seam.source}"
        told[pair].append(Reason("seam", float(seam.start), detail))
    return tuple(
        replace(link, reasons=(*link.reasons, *told[link.a, link.b])) if (link.a, link.b) in told else link
        for link in reuse
    )

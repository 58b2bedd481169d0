"""How good a tagger is: exact and overlapping spans of each kind, against labelled articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags
from training.dataset import _outermost
from training.labels import Labelled

# Least share of characters that two spans must have in common (intersection over union) to count as overlapping;
# contents need more, because a quotation is only found when most of it is.
OVERLAP = 0.34
CONTENT_OVERLAP = 0.5

Places = set[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts of one kind of span."""

    kind: str
    exact: int
    overlapping: int
    gold: int
    found: int

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, 0..100."""
        return 200 * right / max(1, self.gold + self.found)

    def __str__(self) -> str:
        return (
            f"{self.kind:8} n {self.gold:5} exact F {self.f1(self.exact):5.1f}  overlap F "
            f"{self.f1(self.overlapping):5.1f} (P {100 * self.overlapping / max(1, self.found):.1f} "
            f"R {100 * self.overlapping / max(1, self.gold):.1f})"
        )


def gold_places(labelled: Labelled) -> dict[str, Places]:
    """What a tagger should find, by kind."""
    names = _outermost([mention for mention in labelled.mentions if mention[2] != "TITLE"])[0]
    titles = _outermost([mention for mention in labelled.mentions if mention[2] == "TITLE"])[0]
    outer, covered = _outermost(
        [(start, end, "CONTENT") for quotation in labelled.quotations for start, end in quotation.content]
    )
    places: dict[str, Places] = {kind: set() for kind in ("PER", "ORG", "LOC")}
    for name in names:
        places[name[2]].add(name)
    places["TITLE"] = set(titles)
    places["CUE"] = {(*quotation.cue, "CUE") for quotation in labelled.quotations if quotation.cue}
    places["SOURCE"] = {(*quotation.source, "SOURCE") for quotation in labelled.quotations if quotation.source}
    places["CONTENT"] = set(outer)
    places["INNER"] = {(start, end, "INNER") for start, end, _ in covered}
    return places


def found_places(tags: Tags) -> dict[str, Places]:
    """What a tagger found, by kind."""
    groups: dict[str, Sequence[TaggedSpan]] = {
        **{kind: [name for name in tags.names if name.label == kind] for kind in ("PER", "ORG", "LOC")},
        "TITLE": tags.titles,
        "CUE": tags.cues,
        "SOURCE": tags.sources,
        "CONTENT": tags.contents,
        "INNER": tags.inner_contents,
    }
    return {kind: {(tag.span.start, tag.span.end, kind) for tag in group} for kind, group in groups.items()}


def evaluate(articles: Sequence[Labelled], tag: Callable[[str], Tags]) -> list[Figure]:
    """Figures per kind, and NAMES for the three kinds of name together."""
    counts: Counter[tuple[str, str]] = Counter()
    for labelled in articles:
        wanted, found = gold_places(labelled), found_places(tag(labelled.text))
        for kind, gold in wanted.items():
            least = CONTENT_OVERLAP if kind in ("CONTENT", "INNER") else OVERLAP
            for group in (kind, "NAMES") if kind in ("PER", "ORG", "LOC") else (kind,):
                counts[group, "gold"] += len(gold)
                counts[group, "found"] += len(found[kind])
                counts[group, "exact"] += len(gold & found[kind])
                counts[group, "overlapping"] += _matched(gold, found[kind], least)
    kinds = ("PER", "ORG", "LOC", "NAMES", "TITLE", "CUE", "SOURCE", "CONTENT", "INNER")
    return [
        Figure(kind, *(counts[kind, column] for column in ("exact", "overlapping", "gold", "found"))) for kind in kinds
    ]


def _matched(gold: Places, found: Places, least: float) -> int:
    """Pairs that overlap enough, best first, each span once."""
    pairs = sorted(
        (-Span(*one[:2]).overlap(Span(*other[:2])), one, other)
        for one in gold
        for other in found
        if one[0] < other[1] and other[0] < one[1]
    )
    taken: set[tuple[str, tuple[int, int, str]]] = set()
    matched = 0
    for overlap, one, other in pairs:
        if -overlap >= least and ("gold", one) not in taken and ("found", other) not in taken:
            taken |= {("gold", one), ("found", other)}
            matched += 1
    return matched

"""Matching of predicted spans to gold spans, and the tallies that figures are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

# Gold and predictions are rows of the interchange format, which may hold more than our own types know (gold from
# other hands), so they are read as the JSON objects they are.
Row: TypeAlias = dict[str, Any]

_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_MARKS = re.compile("[ـً-ْٰ]")
_PROCLITICS = re.compile("^(و|ف)?(لل|بال|كال|وال|ال|ل|ب)(?=...)")


def characters(spans: Row | Iterable[Row | None] | None) -> set[int]:
    """All offsets that the spans cover."""
    given = [spans] if isinstance(spans, dict) or spans is None else list(spans)
    return {offset for span in given if span for offset in range(span["start"], span["end"])}


def touch(one: Row | None, other: Row | None) -> bool:
    """Whether two spans share a character."""
    return bool(one and other and max(one["start"], other["start"]) < min(one["end"], other["end"]))


def match_spans(
    gold: Sequence[Row],
    predicted: Sequence[Row],
    spans: Callable[[Row], Row | Iterable[Row | None] | None],
    least: float = 0.5,
    may_match: Callable[[Row, Row], bool] = lambda gold, predicted: True,
) -> list[tuple[Row, Row]]:
    """One-to-one pairs, best overlap first (intersection over union of characters, at least ``least``)."""
    gold_characters = [characters(spans(row)) for row in gold]
    predicted_characters = [characters(spans(row)) for row in predicted]
    scored = []
    for i, mine in enumerate(gold_characters):
        for j, theirs in enumerate(predicted_characters):
            common = len(mine & theirs)
            if common and may_match(gold[i], predicted[j]):
                overlap = common / len(mine | theirs)
                if overlap >= least:
                    scored.append((-overlap, i, j))
    pairs, used_gold, used_predicted = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((gold[i], predicted[j]))
    return pairs


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the words of one name are all in the other, spelling and proclitics aside.

    >>> same_name("الرئيس ترامب", "لترامب"), same_name("ترامب", "بايدن")
    (True, False)
    """
    mine, theirs = _words(one), _words(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _words(name: str | None) -> set[str]:
    folded = _MARKS.sub("", name or "").translate(_FOLD)
    return {_PROCLITICS.sub("", word) for word in re.findall(r"\w+", folded)}


@dataclass(slots=True)
class Tally:
    """Counts under a name: for precision and recall, or for a rate of yes among all asked."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def count(self, name: str, matched: int, gold: int, predicted: int) -> None:
        """Add matched, missed and superfluous items."""
        self.counts[name, "tp"] += matched
        self.counts[name, "fp"] += predicted - matched
        self.counts[name, "fn"] += gold - matched

    def ask(self, name: str, answer: bool) -> None:
        """Add one yes or no."""
        self.counts[name, "n"] += 1
        self.counts[name, "ok"] += answer

    def figures(self) -> dict[str, dict[str, float | int | None]]:
        """Percentages with one decimal, and ``n``, how many gold items each stands on."""
        return {name: self._figure(name) for name in dict.fromkeys(name for name, _ in self.counts)}

    def _figure(self, name: str) -> dict[str, float | int | None]:
        if (name, "n") in self.counts:
            asked = self.counts[name, "n"]
            return {"rate": round(100 * self.counts[name, "ok"] / asked, 1) if asked else None, "n": asked}
        matched, extra, missed = (self.counts[name, kind] for kind in ("tp", "fp", "fn"))
        precision = matched / (matched + extra) if matched + extra else 0.0
        recall = matched / (matched + missed) if matched + missed else 0.0
        both = precision + recall
        return {
            "P": round(100 * precision, 1),
            "R": round(100 * recall, 1),
            "F1": round(200 * precision * recall / both, 1) if both else 0.0,
            "n": matched + missed,
        }

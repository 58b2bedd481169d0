"""What people decided about entities: pairs that are the same, pairs that are not, applied so that people win."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rawi.model.corpus import Judgement


@dataclass(slots=True)
class Decisions:
    """Standing judgements by pair of ids, the latest on a pair winning.

    ``apart`` holds pairs of entity ids, or an entity's id and an article's: in that article the name means another.
    """

    same: list[tuple[str, str, Judgement]] = field(default_factory=list)
    apart: dict[str, set[str]] = field(default_factory=dict)

    def are_apart(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether any id of one side is judged different from any id of the other."""
        others = set(other)
        return any(self.apart.get(name, _NONE) & others for name in one)

    @property
    def touched(self) -> frozenset[str]:
        """All ids that a "different" judgement speaks of."""
        return frozenset(self.apart)


_NONE: set[str] = set()


def read_decisions(judgements: Iterable[Judgement]) -> Decisions:
    """The standing judgements about entities. Withdrawn ones are left out; of two on one pair the later counts."""
    latest: dict[tuple[str, ...], Judgement] = {}
    ordered = sorted(judgements, key=lambda judgement: (judgement.made_on or "", judgement.id))
    for judgement in ordered:
        fits = judgement.about == "entities" and judgement.kind in ("same", "different") and judgement.other
        if fits and judgement.withdrawn_on is None:
            latest[tuple(sorted((judgement.subject, str(judgement.other))))] = judgement
    decisions = Decisions()
    for (one, other), judgement in latest.items():
        if judgement.kind == "same":
            decisions.same.append((one, other, judgement))
        else:
            decisions.apart.setdefault(one, set()).add(other)
            decisions.apart.setdefault(other, set()).add(one)
    return decisions

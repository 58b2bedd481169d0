"""What coreference works on: mentions not yet resolved, and the referents they are gathered into."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import Literal

from rawi.model.annotation import Mention
from rawi.model.labels import MentionType

Kind = Literal["name", "title", "unnamed", "people", "institution"]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention with its folded words (proclitics off) and, for a name, the folded words of the titles beside it.

    ``surface`` is how it stands in the text, without the fused لل.
    """

    mention: Mention
    kind: Kind
    words: tuple[str, ...]
    surface: str
    titles: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class Referent:
    """Somebody or something an article speaks of, with all that the article calls it.

    ``names``, ``titles`` and ``callings`` are kept as keys of a dict: each once, in the order of the text.
    ``callings``: common nouns by which the text may take the body up again (شركة for توتال), without ال.
    """

    type: MentionType
    name: str
    key: tuple[str, ...]
    knowledge: str | None = None
    names: dict[tuple[str, ...], None] = field(default_factory=dict)
    titles: dict[tuple[str, ...], None] = field(default_factory=dict)
    stands_for: str | None = None
    callings: dict[str, None] = field(default_factory=dict)
    _places: list[int] = field(default_factory=list)

    def stand_at(self, place: int) -> None:
        """Note a mention's place."""
        insort(self._places, place)

    def take_in(self, other: Referent) -> None:
        """Take over another's names and places: they are one."""
        self.names.update(other.names)
        self.callings.update(other.callings)
        self._places = sorted([*self._places, *other._places])

    def distance(self, place: int) -> tuple[bool, int]:
        """How far the nearest mention is; those before a place come before those after it."""
        after = bisect_left(self._places, place)
        if after:
            return False, place - self._places[after - 1]
        return True, self._places[0] - place if self._places else 0

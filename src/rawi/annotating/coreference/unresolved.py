"""What coreference works on: mentions not yet resolved, and the referents they are gathered into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rawi.model.annotation import Mention
from rawi.model.labels import MentionType

Kind = Literal["name", "title", "unnamed", "people", "institution"]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention with its folded words (proclitics off) and, for a name, the folded words of the title beside it.

    ``surface`` is how it stands in the text, without the fused لل.
    """

    mention: Mention
    kind: Kind
    words: tuple[str, ...]
    surface: str
    title: tuple[str, ...] = ()


@dataclass(slots=True)
class Referent:
    """Somebody or something an article speaks of, with all that the article calls it."""

    type: MentionType
    name: str
    key: tuple[str, ...]
    knowledge: str | None = None
    names: list[tuple[str, ...]] = field(default_factory=list)
    titles: list[tuple[str, ...]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    stands_for: str | None = None

    def distance(self, place: int) -> tuple[bool, int]:
        """How far the nearest mention is; those before a place come before those after it."""
        before = [place - other for other in self.places if other < place]
        if before:
            return False, min(before)
        return True, min((other - place for other in self.places), default=0)

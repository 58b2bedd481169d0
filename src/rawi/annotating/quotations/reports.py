"""What the grammar and the tagger hand on: one report, before its speaker is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rawi.arabic.cues import CueWord
from rawi.model.labels import QuotationKind
from rawi.model.span import Span

# How a report was read: a verb before its content (by أن, marks or a colon, a noun phrase), a verb after marked
# words, a phrase that attributes its clause, a name before a colon, or a content that only the tagger saw.
Style = Literal["clause", "speech", "phrase", "after", "according", "relative", "colon", "tagged"]


@dataclass(frozen=True, slots=True)
class Report:
    """One act of reporting. ``word`` is what the cue means, None where the tagger alone knows it. ``score`` is the
    chance (0..1, uncalibrated) that it is one."""

    content: tuple[Span, ...]
    kind: QuotationKind
    cue: Span | None = None
    word: CueWord | None = None
    source: Span | None = None
    is_denied: bool = False
    style: Style = "clause"
    score: float | None = None

    @property
    def start(self) -> int:
        """Where the report's content begins."""
        return self.content[0].start

    @property
    def place(self) -> int:
        """Where the report is read: its cue, or its content where it has none."""
        return self.cue.start if self.cue else self.start

"""What the grammar and the tagger hand on: one report, before its speaker is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.arabic.cues import CueWord
from rawi.model.labels import QuotationKind
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One act of reporting. ``word`` is what the cue means, None where the tagger alone knows it."""

    content: tuple[Span, ...]
    kind: QuotationKind
    cue: Span | None = None
    word: CueWord | None = None
    source: Span | None = None
    is_denied: bool = False
    score: float | None = None

    @property
    def start(self) -> int:
        """Where the report's content begins."""
        return self.content[0].start

    @property
    def place(self) -> int:
        """Where the report is read: its cue, or its content where it has none."""
        return self.cue.start if self.cue else self.start

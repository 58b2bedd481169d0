"""What the readers of reports ask besides their rules."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.annotating.quotations.evidence import TagEvidence
from rawi.annotating.quotations.extents import ExtentsConfig
from rawi.annotating.quotations.scorer import Scorer


@dataclass(frozen=True, slots=True)
class Means:
    """The scorer of content's ends, and the tagger's evidence where there is one."""

    extents: Scorer
    evidence: TagEvidence | None = None
    extents_config: ExtentsConfig = field(default_factory=ExtentsConfig)

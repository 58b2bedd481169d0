"""Which quotation a span stands in."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.model.annotation import Quotation
from rawi.model.span import Span


def find_quotation(quotations: Sequence[Quotation], span: Span) -> Quotation | None:
    """The innermost quotation in whose content most of the span lies."""
    best: tuple[int, Quotation] | None = None
    for quotation in quotations:
        shared = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in quotation.content)
        if 2 * shared > len(span):
            size = sum(len(part) for part in quotation.content)
            if best is None or size < best[0]:
                best = (size, quotation)
    return best[1] if best else None

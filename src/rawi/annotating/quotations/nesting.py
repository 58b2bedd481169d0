"""Reports inside reports: which quotation's content holds another one (قال المصدر إن الوزير أكد أن …)."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.annotating.quotations.reports import Report
from rawi.model.span import cover


def find_nesting(reports: Sequence[Report]) -> tuple[int | None, ...]:
    """For each report, the number of the smallest other one whose content holds its cue and content, or None."""
    covers = [cover(report.content) for report in reports]
    found: list[int | None] = []
    for number, report in enumerate(reports):
        best: int | None = None
        for other in range(len(reports)):
            if other == number:
                continue
            inside = covers[other].contains(covers[number]) and (
                report.cue is None or covers[other].contains(report.cue) or _passes_on(report, reports[other])
            )
            larger = len(covers[other]) > len(covers[number]) or _passes_on(report, reports[other])
            if inside and larger and (best is None or len(covers[other]) < len(covers[best])):
                best = other
        found.append(best)
    return tuple(found)


def _passes_on(inner: Report, outer: Report) -> bool:
    """Whether both have one content and the inner cue is the nearer (نقلت الوكالة عن الوزير قوله إن)."""
    return (
        inner.cue is not None
        and outer.cue is not None
        and inner.content == outer.content
        and outer.cue.start < inner.cue.start
    )

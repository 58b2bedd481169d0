"""Who passed on what another said, told behind the words: قال الوزير إن ...، وفق ما أفاد مصدر قريب منه."""

from __future__ import annotations

from rawi.annotating.quotations.kinds import source_kind
from rawi.annotating.quotations.phrases import noun_span, phrase_after
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.words import COMMAS
from rawi.model.span import Span

# What attributes: بحسب، وفقا لـ، حسبما.
_ATTRIBUTING = frozenset({"according", "relative", "basis"})
_RELATIVE_PARTICLES = frozenset({"ما", "لما"})
_POINTING = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_MARKS = COMMAS | frozenset('"”»)')
# Tokens that such a phrase has at most: longer ones run into what the sentence says next.
_LONGEST = 12


def find_relayer(prose: Prose, report: Report) -> Span | None:
    """The unnamed source behind a report's content, where the report has a speaker of its own."""
    if report.cue is None or report.start < report.cue.end:
        return None
    index = prose.first_token(report.content[-1].end)
    limit = min(len(prose.tokens), index + _LONGEST)
    while index < limit and prose.tokens[index].fold in _MARKS:
        index += 1
    if index + 1 >= limit or not any(word.kind in _ATTRIBUTING for word in prose.cue_words(index)):
        return None
    index += 1
    if prose.tokens[index].fold in _RELATIVE_PARTICLES:
        index += 1
    if index < limit and any(word.is_finite for word in prose.cue_words(index)):
        index += 1
    while index < limit and prose.tokens[index].fold in _POINTING:
        index += 1
    stop = next((at for at in range(index, limit) if prose.tokens[at].fold in COMMAS | {"."}), limit)
    phrase = phrase_after(prose, index, stop, open_ended=True) if index < stop else None
    if phrase is None:
        return None
    span = noun_span(prose, *phrase)
    if report.source is not None and report.source.overlaps(span):
        return None
    return span if source_kind(prose, span) == "anonymous" else None

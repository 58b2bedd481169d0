"""The tagger's opinion, laid over the prose so that the grammar can ask it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags


@dataclass(frozen=True, slots=True)
class TagEvidence:
    """A tagger's cues, sources and contents of one text, each in order of place."""

    cues: tuple[TaggedSpan, ...]
    sources: tuple[TaggedSpan, ...]
    contents: tuple[TaggedSpan, ...]
    inner_contents: tuple[TaggedSpan, ...]

    @classmethod
    def of(cls, tags: Tags) -> TagEvidence | None:
        """The evidence, or None where no tagger has read the text."""
        if not (tags.cues or tags.contents or tags.names or tags.sources or tags.titles):
            return None
        return cls(tags.cues, tags.sources, tags.contents, tags.inner_contents)

    def cue_at(self, span: Span) -> TaggedSpan | None:
        """The tagged cue that shares characters with the span."""
        return _touching(self.cues, span)

    def source_at(self, span: Span) -> TaggedSpan | None:
        """The tagged source that shares characters with the span."""
        return _touching(self.sources, span)

    def content_near(self, span: Span) -> TaggedSpan | None:
        """The tagged content (inner ones too) that overlaps the span best, or None."""
        candidates = [*_all_touching(self.contents, span), *_all_touching(self.inner_contents, span)]
        return max(candidates, key=lambda tagged: tagged.span.overlap(span), default=None)

    def place(self, start: int, offset: int) -> str:
        """Where an offset lies for content that begins at ``start``: inside the tagged content that covers the
        start, after it, or "none" where no tagged content covers the start."""
        covering = [
            tagged.span
            for tagged in (*self.inner_contents, *self.contents)
            if tagged.span.start - 8 <= start < tagged.span.end
        ]
        if not covering:
            return "none"
        nearest = min(covering, key=lambda span: (abs(span.start - start), span.end))
        if offset >= nearest.end:
            return "after"
        if any(start + 8 < cue.span.start <= offset < cue.span.end for cue in self.cues):
            return "cue"
        return "inside"


def _touching(tagged: tuple[TaggedSpan, ...], span: Span) -> TaggedSpan | None:
    found = _all_touching(tagged, span)
    return found[0] if found else None


def _all_touching(tagged: tuple[TaggedSpan, ...], span: Span) -> list[TaggedSpan]:
    index = bisect_right(tagged, span.start, key=lambda item: item.span.end)
    found = []
    while index < len(tagged) and tagged[index].span.start < span.end:
        found.append(tagged[index])
        index += 1
    return found

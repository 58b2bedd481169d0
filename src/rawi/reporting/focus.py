"""What a brief is about."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.model.annotation import AnnotatedArticle


@dataclass(frozen=True, slots=True)
class Focus:
    """What the brief is about: nothing (all), the articles of a story, an entity, words, or a period (ISO days)."""

    articles: frozenset[str] | None = None
    entity: str | None = None
    words: str | None = None
    earliest: str | None = None
    latest: str | None = None

    def holds_day_of(self, annotated: AnnotatedArticle) -> bool:
        """Whether an article may have been published in the period; one without a date only where none is asked for."""
        if self.earliest is None and self.latest is None:
            return True
        earliest, latest = annotated.published.earliest, annotated.published.latest
        if earliest is None or latest is None:
            return False
        after = self.earliest is None or latest >= self.earliest
        return after and (self.latest is None or earliest <= self.latest)

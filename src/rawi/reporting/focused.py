"""Which records a brief on something tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, LedgerStep
from rawi.model.span import Span
from rawi.reporting.briefing import BriefConfig, Footnote
from rawi.reporting.citing import note, shorten, widen
from rawi.reporting.focus import Focus
from rawi.reporting.frames import Frames
from rawi.reporting.records import Records


class Focused:
    """Records, and what of them is in focus. Articles are read last, and only where the rest lets a record through."""

    def __init__(self, records: Records, said: Frames, focus: Focus, config: BriefConfig) -> None:
        self.records = records
        self.frames = said
        self.focus = focus
        self.config = config
        self.shelf = records.shelf

    def is_told(self, articles: Iterable[str], label: str = "", places: Sequence[Citation | LedgerStep] = ()) -> bool:
        """Whether a record on these articles is in focus: by its articles, their days, and the words it stands on."""
        names = [name for name in articles if name in self.shelf]
        if not names or (self.focus.articles is not None and not self.focus.articles.intersection(names)):
            return False
        if not any(self.focus.holds_days(*self.shelf.days(name)) for name in names):
            return False
        return self.focus.words is None or self.focus.holds_words(self._words(label, places))

    def is_told_alone(self, article: str) -> bool:
        """Whether what rests on one article may be in focus, as far as that is known before it is read."""
        within = self.focus.articles is None or article in self.focus.articles
        return within and article in self.shelf and self.focus.holds_days(*self.shelf.days(article))

    def involves(self, places: Sequence[Citation]) -> bool:
        """Whether the entity in focus is named near one of the places, or says what stands there."""
        if self.focus.entity is None:
            return True
        return any(
            self.focus.is_near(self.shelf[place.article], Span(place.start, place.end))
            for place in places
            if place.article in self.shelf and place.part == "text"
        )

    def is_named(self, articles: Iterable[str]) -> bool:
        """Whether enough of a story's reports name the entity in focus."""
        if self.focus.entity is None:
            return True
        held = [self.shelf[name] for name in articles if name in self.shelf]
        naming = [item for item in held if any(mention.entity == self.focus.entity for mention in item.mentions)]
        return bool(naming) and len(naming) >= self.config.naming * len(held)

    def cite(self, annotated: AnnotatedArticle, span: Span) -> Footnote:
        """The footnote for characters, no longer than a line takes."""
        return note(self.frames, annotated, shorten(annotated.text, self.config.longest_words, span))

    def _words(self, label: str, places: Sequence[Citation | LedgerStep]) -> str:
        """What a question may be about in a record: its label and the sentences that it cites."""
        texts = [
            (self.shelf[place.article].text, Span(place.start, place.end))
            for place in places
            if place.article in self.shelf and getattr(place, "part", "text") == "text"
        ]
        return " ".join([label, *(widen(text, span).of(text) for text, span in texts)])

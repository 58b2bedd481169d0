"""Event mentions as the timeline compares them: type, days, parties, places, words, story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rawi.comparing.actions import PhraseReader, fold_name
from rawi.comparing.small_sets import small_set
from rawi.comparing.timeline.config import TimelineConfig
from rawi.interchange.pile import strip_layers
from rawi.model.annotation import AnnotatedArticle, EventMention, RoleFiller
from rawi.model.corpus import Citation, Story
from rawi.model.dates import DateRange, is_date
from rawi.model.identifiers import make_id


@dataclass(frozen=True, slots=True)
class Item:
    """A mention of a happening. ``parties`` and ``places`` are entities or folded names, ``days`` what dates it.

    ``article`` has no annotations: with all its events, sure or not, a corpus would fill the memory.
    """

    id: str
    article: AnnotatedArticle
    event: EventMention
    days: DateRange
    parties: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    story: str | None

    @property
    def dated(self) -> bool:
        """Whether anything says when."""
        return self.days.earliest is not None


@dataclass(frozen=True, slots=True)
class StoryPlaces:
    """Which story (id) an article reports, and which it tells in a passage."""

    whole: Mapping[str, str]
    inside: Mapping[str, tuple[tuple[Citation, str], ...]]

    @classmethod
    def of(cls, stories: Iterable[Story]) -> StoryPlaces:
        """Where all stories are told."""
        whole: dict[str, str] = {}
        inside: dict[str, tuple[tuple[Citation, str], ...]] = {}
        for story in stories:
            whole.update(dict.fromkeys(story.reports, story.id))
            for passage in story.passages:
                inside[passage.article] = (*inside.get(passage.article, ()), (passage, story.id))
        return cls(whole, inside)

    def at(self, article: str, offset: int) -> str | None:
        """The story that is told at a place: that of the passage, else the article's own."""
        told = (story for passage, story in self.inside.get(article, ()) if passage.start <= offset < passage.end)
        return next(told, self.whole.get(article))


# Modalities that belong on a line of what happened or is going to; demands and fears are no happenings.
_SHOWN = frozenset(["actual", "planned", "alleged"])


def collect_items(
    articles: Iterable[AnnotatedArticle], stories: StoryPlaces, reader: PhraseReader, config: TimelineConfig
) -> list[Item]:
    """The mentions that belong on a timeline, in the order of articles and places."""
    items = []
    for article in articles:
        text, kept = article.text, strip_layers(article, [])
        furniture = [zone.span for zone in article.zones if zone.kind == "furniture"]
        for event in article.events:
            if event.modality not in _SHOWN or any(zone.overlaps(event.span) for zone in furniture):
                continue
            if event.score is not None and event.score < config.sure:
                continue
            parties = small_set(
                key_of(text, role)
                for role in event.roles
                if role.role in ("actor", "recipient") and is_told_apart(role)
            )
            places = small_set(key_of(text, role) for role in event.roles if role.role == "place")
            start, end = whole_words(text, event.start - config.window, event.end + config.window)
            items.append(
                Item(
                    make_id("h", article.id, event.start, event.end, event.type),
                    kept,
                    event,
                    days_of(event),
                    parties,
                    places,
                    reader.read(text[start:end]).keys,
                    stories.at(article.id, event.start),
                )
            )
    return items


def days_of(event: EventMention) -> DateRange:
    """The days on which it may have happened; open where nothing says."""
    return DateRange.of(event.when) if event.when and is_date(event.when) else DateRange()


def is_told_apart(role: RoleFiller) -> bool:
    """Whether a participant is somebody: unnamed ones (مسلحون) are alike in all happenings."""
    return role.entity is not None or role.name is not None


def key_of(text: str, role: RoleFiller) -> str:
    """Under which a participant is compared: the usual name where known, so that articles meet before identity does."""
    return role.entity or fold_name(role.name or text[role.start : role.end])


_BREAK = re.compile(r"\s")


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch moved outwards to whole words, inside its line.

    >>> whole_words("زار الوزير المدينة", 6, 9)
    (4, 10)
    """
    start, end = max(0, start), min(len(text), end)
    while start > 0 and not _BREAK.match(text[start - 1]):
        start -= 1
    while end < len(text) and not _BREAK.match(text[end]):
        end += 1
    return start, end

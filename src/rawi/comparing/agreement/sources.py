"""What is known of the articles that comparisons cite: outlets, origins, titles, texts."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.comparing.agreement.cards import Card
from rawi.comparing.origins import Origins
from rawi.model.corpus import Reuse, Story

_LONGEST_WORDS = 160


def shorten(words: str) -> str:
    """The words in one line, no more than a sentence shows."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_WORDS else line[:_LONGEST_WORDS].rsplit(" ", 1)[0] + " …"


class Sources:
    """Look-ups over a corpus."""

    __slots__ = ("_cards", "_origins", "_stories")

    def __init__(self, cards: Sequence[Card], stories: Sequence[Story], reuse: Sequence[Reuse]) -> None:
        self._cards = {card.id: card for card in cards}
        self._origins = Origins(reuse)
        self._stories: dict[str, list[Story]] = {}
        for story in sorted(stories, key=lambda story: story.id):
            for name in story.articles:
                self._stories.setdefault(name, []).append(story)

    def outlet(self, article: str) -> str:
        """Who published the article, for a reader: the article's title in marks where nobody is named."""
        return self._cards[article].called

    def days(self, article: str) -> str | None:
        """The days of the article as a reader is told them: no day where only its month or years are known."""
        return self._cards[article].days

    def outlets(self, articles: Sequence[str]) -> int:
        """How many publishers the articles have."""
        return len({self._cards[article].publisher for article in articles})

    def origins(self, articles: Sequence[str]) -> int:
        """How many independent origins they have, copies counted once: never more than outlets."""
        return self._origins.count(articles, self.outlets(articles))

    def title(self, articles: Sequence[str]) -> str:
        """The title of a story that holds them all, else that of the first article that has one."""
        for story in self._stories.get(articles[0], []):
            if set(articles) <= set(story.articles):
                return story.title
        titles = [self._cards[name].title for name in articles]
        return next((" ".join(title.split()) for title in titles if title), "")

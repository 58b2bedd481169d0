"""What is known of the articles that comparisons cite: outlets, origins, titles, texts."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.comparing.origins import Origins, name_outlet
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Reuse, Story

_LONGEST_WORDS = 160


class Sources:
    """Look-ups over a corpus."""

    __slots__ = ("_articles", "_origins", "_stories")

    def __init__(self, articles: Sequence[AnnotatedArticle], stories: Sequence[Story], reuse: Sequence[Reuse]) -> None:
        self._articles = {article.id: article for article in articles}
        self._origins = Origins(reuse)
        self._stories: dict[str, list[Story]] = {}
        for story in sorted(stories, key=lambda story: story.id):
            for name in story.articles:
                self._stories.setdefault(name, []).append(story)

    def outlet(self, article: str) -> str:
        """Who published the article; its id where nobody is named."""
        return name_outlet(self._articles[article])

    def words(self, article: str, start: int, end: int) -> str:
        """The words themselves, no more than a sentence shows."""
        words = " ".join(self._articles[article].text[start:end].split())
        return words if len(words) <= _LONGEST_WORDS else words[:_LONGEST_WORDS].rsplit(" ", 1)[0] + " …"

    def outlets(self, articles: Sequence[str]) -> int:
        """How many publishers the articles have."""
        return len({self.outlet(article) for article in articles})

    def origins(self, articles: Sequence[str]) -> int:
        """How many independent origins they have, copies counted once: never more than outlets."""
        return min(self._origins.count(articles), self.outlets(articles))

    def title(self, articles: Sequence[str]) -> str:
        """The title of a story that holds them all, else that of the first article that has one."""
        for story in self._stories.get(articles[0], []):
            if set(articles) <= set(story.articles):
                return story.title
        titles = [self._articles[name].article.title for name in articles]
        return next((" ".join(title.split()) for title in titles if title), "")

"""A story's title: the title of one of its articles that says best what all of them report."""

from __future__ import annotations

import numpy as np

from rawi.comparing.stories.vectors import ArticleVectors
from rawi.comparing.words import CorpusWords

_LONGEST_FALLBACK = 120


def choose_title(words: CorpusWords, vectors: ArticleVectors, members: list[int]) -> str:
    """The title that the members' titles and first lines share most; a text's first line where none has a title."""
    titled = [index for index in members if (words.articles[index].article.title or "").strip()]
    if not titled:
        text = words.articles[members[0]].text.strip()
        return text.splitlines()[0][:_LONGEST_FALLBACK].strip() if text else ""
    first = np.repeat(np.array(titled, dtype=np.int64), len(members))
    second = np.tile(np.array(members, dtype=np.int64), len(titled))
    shared = vectors.title.dot(first, second) + vectors.title.against(vectors.lede, first, second)
    shared[first == second] = 0.0
    means = np.round(shared.reshape(len(titled), len(members)).mean(axis=1), 6)
    best = min(range(len(titled)), key=lambda at: (-means[at], words.articles[titled[at]].id))
    return " ".join((words.articles[titled[best]].article.title or "").split())

"""A story's title: the title of one of its articles that says best what all of them report."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rawi.comparing.stories.vectors import ArticleVectors
from rawi.comparing.words import CorpusWords

_LONGEST_FALLBACK = 120


def choose_titles(words: CorpusWords, vectors: ArticleVectors, stories: Sequence[Sequence[int]]) -> list[str]:
    """For each story's members (rows) the title that their titles and first lines share most.

    Where none has a title it is a text's first line.
    """
    titled = [[row for row in members if (words.articles[row].article.title or "").strip()] for members in stories]
    pairs = [(row, member) for members, with_title in zip(stories, titled) for row in with_title for member in members]
    first, second = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    shared = vectors.title.dot(first, second) + vectors.title.against(vectors.lede, first, second)
    shared[first == second] = 0.0
    chosen, done = [], 0
    for members, with_title in zip(stories, titled):
        if not with_title:
            text = words.articles[members[0]].text.strip()
            chosen.append(text.splitlines()[0][:_LONGEST_FALLBACK].strip() if text else "")
            continue
        size = len(members) * len(with_title)
        means = np.round(shared[done : done + size].reshape(-1, len(members)).mean(axis=1), 6).tolist()
        done += size
        best = min(range(len(with_title)), key=lambda at: (-means[at], words.articles[with_title[at]].id))
        chosen.append(" ".join((words.articles[with_title[best]].article.title or "").split()))
    return chosen

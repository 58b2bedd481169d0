"""What reading an input yields: articles, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.model.annotation import Problem
from rawi.model.article import Article


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that was read, with what looked wrong in it."""

    article: Article
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file or row that gave no article, and why."""

    read_from: str
    problem: Problem

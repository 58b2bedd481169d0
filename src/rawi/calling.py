"""All of Rawi in three calls, for programs: read, annotate, compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.model.corpus import ComparedCorpus, Judgement
from rawi.pipeline import Settings, annotate_articles, compare_articles
from rawi.reading.results import ReadArticle
from rawi.reading.sources import read_articles
from rawi.reading.tables import Columns


def read(inputs: Sequence[Path], columns: Columns = Columns()) -> tuple[Article, ...]:
    """The articles of folders, text files and tables; what can't be read is left out (``rawi build`` records it).

    Raises InputError for an input that can't be read at all.
    """
    return tuple(item.article for item in read_articles(inputs, columns) if isinstance(item, ReadArticle))


def annotate(articles: Iterable[Article], settings: Settings = Settings()) -> tuple[AnnotatedArticle, ...]:
    """Each article with all that was found in it.

    >>> (found,) = annotate([Article.create("قال وزير النقل ناصر الشبلي إن الجسر سيفتح غدا.")], Settings(fast=True))
    >>> [quotation.source_name for quotation in found.quotations]
    ['ناصر الشبلي']
    """
    return tuple(annotate_articles((ReadArticle(article) for article in articles), settings))


def compare(
    articles: Sequence[AnnotatedArticle],
    settings: Settings = Settings(),
    judgements: Sequence[Judgement] = (),
    today: str | None = None,
) -> ComparedCorpus:
    """What links the articles; ``today`` (ISO day) is the day by which deadlines count as overdue."""
    return compare_articles(articles, settings, judgements, today)

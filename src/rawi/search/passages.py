"""Passages: what full text finds. A passage is a paragraph of the article, furniture left out."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.arabic.tokens import find_paragraphs, tokenize
from rawi.model.annotation import AnnotatedArticle
from rawi.model.span import Span


def cut_passages(annotated: AnnotatedArticle) -> Iterator[tuple[Span, str]]:
    r"""Each paragraph that isn't furniture, with its searchable words (see :func:`searchable`).

    >>> from rawi.model.article import Article
    >>> article = AnnotatedArticle(Article.create("أُعلن الاتفاق.\n\nوبدأ التنفيذ"))
    >>> [words for _, words in cut_passages(article)]
    ['اعلن الاتفاق', 'وبدا التنفيذ']
    """
    framed = [zone.span for zone in annotated.zones if zone.kind == "furniture"]
    for paragraph in find_paragraphs(annotated.text):
        if not any(frame.contains(paragraph) for frame in framed):
            yield paragraph, searchable(paragraph.of(annotated.text))


def searchable(text: str) -> str:
    """The text as it goes into the index: folded words and numbers between blanks.

    >>> searchable("«إنّ الأمنَ» في ٢٠٢٠")
    'ان الامن في 2020'
    """
    return " ".join(token.fold for token in tokenize(text) if token.kind != "mark")

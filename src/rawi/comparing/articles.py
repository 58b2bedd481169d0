"""The articles of a corpus as comparisons read them: each once, in the order of ids, with no more than is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.interchange.pile import Pile, strip_layers
from rawi.model.annotation import AnnotatedArticle


def in_order(articles: Iterable[AnnotatedArticle]) -> Sequence[AnnotatedArticle]:
    """Each article once, in the order of their ids; a pile is in order as it is and stays on disk.

    >>> from rawi.model.article import Article
    >>> one, two = (AnnotatedArticle(Article.create(text)) for text in ("قال", "أضاف"))
    >>> in_order([one, two, one]) == in_order([two, one])
    True
    """
    if isinstance(articles, Pile):
        return articles
    return tuple({article.id: article for article in sorted(articles, key=lambda article: article.id)}.values())


def read_layers(articles: Iterable[AnnotatedArticle], *layers: str) -> Iterator[AnnotatedArticle]:
    """Each article once, in order, with text, metadata, date, zones and the ``layers`` named; the others are empty.

    What a comparison keeps of an article then holds nothing it doesn't need.
    """
    if isinstance(articles, Pile):
        yield from articles.read(layers)
    else:
        yield from (strip_layers(article, layers) for article in in_order(articles))

"""What all articles of a corpus are about tells little between two statements in it."""

from __future__ import annotations

import numpy as np

from rawi.comparing.actions import PhraseReader
from rawi.comparing.utterances.config import UtterancesConfig
from rawi.comparing.utterances.renderings import build_meaning_vectors, read_renderings
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle, PublishedDate, Quotation
from rawi.model.article import Article
from rawi.model.span import Span

PAIR = (
    "حصار مستشفى الندى في مدينة النور خنق المرضى",
    "حصار مستشفى الندى في مدينة النور أوقف المولدات",
)


def said(words: str, outlet: str) -> AnnotatedArticle:
    text = f"قال سامر الفهيدي إن {words}."
    start = text.index(words)
    content = (Span(start, start + len(words)),)
    quotation = Quotation(f"q_{outlet}", "indirect", content, Span(0, 3), Span(4, 16), source_name="سامر الفهيدي")
    article = Article.create(text, outlet=outlet)
    return AnnotatedArticle(article, PublishedDate("2024-10-25", "2024-10-25"), quotations=(quotation,))


def likeness(*others: str) -> float:
    """The cosine of the pair's statements in a corpus that holds others too."""
    articles = [said(words, str(number)) for number, words in enumerate((*PAIR, *others))]
    renderings = read_renderings(articles, PhraseReader(load_knowledge()))
    vectors = build_meaning_vectors(renderings, UtterancesConfig())
    rows = np.array([at for at, one in enumerate(renderings) if one.quotation.id in ("q_0", "q_1")])
    products = (vectors.whole.dot(rows[[0]], rows[[1]]), *(vectors.whole.dot(rows[[at]], rows[[at]]) for at in (0, 1)))
    shared, one, other = (float(product[0]) for product in products)
    return shared / float(np.sqrt(one * other))


def test_a_third_article_changes_little() -> None:
    assert abs(likeness() - likeness("حصار مستشفى الندى قاس")) < 0.1


def test_what_sixty_articles_are_about_tells_little() -> None:
    assert likeness(*[f"حصار مستشفى الندى في مدينة النور {number}" for number in range(60)]) < likeness() - 0.2

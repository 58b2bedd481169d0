"""What an article is called by readers: its title, else its headline, else its first words."""

from __future__ import annotations

import html

from rawi.model.annotation import AnnotatedArticle

# The zones in which the words of an untitled article are looked for, the best first: never the page's furniture.
_WANTED = ("headline", "body", "heading")


def call_article(annotated: AnnotatedArticle, longest: int) -> str:
    """The title given (crawls leave &quot; in it), else the headline, else the first words; at most so many characters
    of what is no title.

    >>> from rawi.model.article import Article
    >>> call_article(AnnotatedArticle(Article.create("نص طويل جدا")), 8)
    'نص طويل …'
    """
    if annotated.article.title:
        return " ".join(html.unescape(annotated.article.title).split())
    zones = sorted(
        (zone for zone in annotated.zones if zone.kind in _WANTED),
        key=lambda zone: (_WANTED.index(zone.kind), zone.start),
    )
    words = " ".join((zones[0].span.of(annotated.text) if zones else annotated.text[: 2 * longest]).split())
    return cut_words(words, longest)


def cut_words(words: str, longest: int) -> str:
    """The words, cut at a blank where they are longer than so many characters.

    >>> cut_words("افتتاح الجسر الجديد", 12)
    'افتتاح الجسر …'
    """
    return words if len(words) <= longest else words[: longest + 1].rsplit(" ", 1)[0] + " …"

"""What blocking and explaining keep of an article, so that a whole corpus is never held in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from rawi.arabic.letters import fold
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.passages import Passage, find_passages
from rawi.comparing.articles import read_layers
from rawi.comparing.origins import name_outlet
from rawi.comparing.stems import light_stem
from rawi.comparing.words import find_stems
from rawi.model.annotation import AnnotatedArticle
from rawi.model.dates import DateRange, tell_dates
from rawi.model.naming import call_article, cut_words

# Characters by which an article whose outlet nobody knows is called: about as many as a headline's first line.
_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class Card:
    """An article in short.

    ``publisher`` tells outlets apart; ``called`` is the outlet's name, or where it is not known the title or first
    words; ``days`` tells its days as a reader is told them. ``head`` are the stems of title (twice) and lede,
    ``places`` the stems of places named.
    """

    id: str
    publisher: str
    called: str
    title: str | None
    day: DateRange
    days: str | None
    head: tuple[str, ...]
    places: frozenset[str]
    passages: tuple[Passage, ...]
    counts: bool


def read_cards(articles: Iterable[AnnotatedArticle], config: AgreementConfig) -> tuple[Card, ...]:
    """The cards of all articles in the order of their ids, each once."""
    return tuple(_card(article, config) for article in read_layers(articles, "mentions", "figures"))


def _card(annotated: AnnotatedArticle, config: AgreementConfig) -> Card:
    article = annotated.article
    day = annotated.published.first_day
    return Card(
        id=annotated.id,
        publisher=name_outlet(annotated),
        called=article.outlet or name_article(annotated),
        title=article.title,
        day=DateRange(day[:10], day[:10]) if day and len(day) >= 10 else DateRange(),
        days=tell_dates(annotated.published.earliest, annotated.published.latest),
        head=_head(annotated, config),
        places=frozenset(
            sys.intern(light_stem(fold(mention.name or annotated.text[mention.start : mention.end])))
            for mention in annotated.mentions
            if mention.type in ("LOC", "GPE") and mention.form == "name"
        ),
        passages=find_passages(annotated, config),
        counts=bool(annotated.figures),
    )


def _head(annotated: AnnotatedArticle, config: AgreementConfig) -> tuple[str, ...]:
    # The title counts twice: it is the writer's own summary.
    title = find_stems(annotated.article.title or "")
    lede = find_stems(annotated.text[: config.lede])
    return tuple(word for word in (*title, *title, *lede) if len(word) > 2 and not word[0].isdigit())


def name_article(annotated: AnnotatedArticle) -> str:
    """What an article is called that has no outlet: its title or first words, in marks.

    >>> from rawi.model.article import Article
    >>> name_article(AnnotatedArticle(Article.create("نص طويل", title="افتتاح الجسر")))
    '«افتتاح الجسر»'
    """
    return f"«{cut_words(call_article(annotated, _LONGEST_NAME), _LONGEST_NAME)}»"

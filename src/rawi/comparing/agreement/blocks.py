"""Block: which articles' claims are compared at all, and how close the articles are."""

from __future__ import annotations

import datetime
import itertools
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.letters import fold
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.origins import name_outlet
from rawi.comparing.stems import light_stem
from rawi.comparing.words import split_words
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Story


@dataclass(frozen=True, slots=True)
class Block:
    """Two articles (``first`` < ``second``) whose claims are compared.

    ``closeness`` is 1 for articles of one story, else the likeness of titles and ledes, 0..1. ``one_place`` tells that
    both name one place that not everybody names; ``other_outlet`` that two publishers speak.
    """

    first: str
    second: str
    closeness: float
    one_place: bool = True
    other_outlet: bool = True

    @property
    def same_story(self) -> bool:
        """Whether both report the very same happening."""
        return self.closeness >= 1.0


def block_articles(
    articles: Sequence[AnnotatedArticle], stories: Sequence[Story], config: AgreementConfig
) -> tuple[Block, ...]:
    """Pairs of articles of one story, or of one topic within a few days; in order."""
    known = {article.id: article for article in articles}
    outlets = {article.id: name_outlet(article) for article in articles}
    places = _rare_places(articles, config)
    blocks: dict[tuple[str, str], Block] = {}
    for story in sorted(stories, key=lambda story: story.id):
        members = sorted(set(story.articles) & known.keys())
        for index, first in enumerate(members):
            for second in members[index + 1 :]:
                blocks[first, second] = Block(first, second, 1.0, True, outlets[first] != outlets[second])
    for (first, second), closeness in _topics(articles, config).items():
        one_place = not places[first].isdisjoint(places[second])
        block = Block(first, second, min(closeness, 0.99), one_place, outlets[first] != outlets[second])
        blocks.setdefault((first, second), block)
    return tuple(blocks[pair] for pair in sorted(blocks))


def all_pairs(articles: Sequence[AnnotatedArticle]) -> tuple[tuple[str, str], ...]:
    """Every two articles, in order of their ids."""
    return tuple(itertools.combinations(sorted({article.id for article in articles}), 2))


def _rare_places(articles: Sequence[AnnotatedArticle], config: AgreementConfig) -> dict[str, frozenset[str]]:
    """Each article's places that no more than a few in a hundred articles name, in comparable letters."""
    places = {
        article.id: {
            light_stem(fold(mention.name or article.text[mention.start : mention.end]))
            for mention in article.mentions
            if mention.type in ("LOC", "GPE") and mention.form == "name"
        }
        for article in articles
    }
    frequency = Counter(place for found in places.values() for place in found)
    most = max(config.common_place * (len(places) + config.background), 5)
    return {name: frozenset(place for place in found if frequency[place] <= most) for name, found in places.items()}


def _topics(articles: Sequence[AnnotatedArticle], config: AgreementConfig) -> dict[tuple[str, str], float]:
    bags = {article.id: _bag(article, config) for article in articles}
    frequency = Counter(word for bag in bags.values() for word in bag)
    vectors = {name: _vector(bag, frequency, len(bags), config) for name, bag in bags.items()}
    index: dict[str, list[str]] = {}
    for name in sorted(vectors):
        best = sorted(vectors[name].items(), key=lambda item: (-item[1], item[0]))[: config.block_words]
        for word, _ in best:
            index.setdefault(word, []).append(name)
    days = {article.id: _day(article) for article in articles}
    shared: Counter[tuple[str, str]] = Counter()
    if len(articles) <= config.few_articles:
        # In a small corpus no word is common enough to be left out, and every pair can be afforded.
        shared.update(dict.fromkeys(all_pairs(articles), config.least_block_words))
        shared = Counter({pair: n for pair, n in shared.items() if _near(days[pair[0]], days[pair[1]], config)})
        index = {}
    for word in sorted(index):
        names = index[word]
        if len(names) > config.most_articles:
            continue
        for position, first in enumerate(names):
            shared.update(
                (first, second) for second in names[position + 1 :] if _near(days[first], days[second], config)
            )
    found: dict[tuple[str, str], float] = {}
    for (first, second), count in shared.items():
        if count >= config.least_block_words:
            closeness = _cosine(vectors[first], vectors[second])
            if closeness >= config.topic:
                found[first, second] = round(closeness, 4)
    return found


def _bag(article: AnnotatedArticle, config: AgreementConfig) -> Counter[str]:
    """Stems of the title (counted twice: it is the writer's own summary) and of the lede."""
    bag: Counter[str] = Counter()
    for text, times in ((article.article.title or "", 2), (article.text[: config.lede], 1)):
        for _, _, word in split_words(text):
            if len(word) > 2 and not word[0].isdigit():
                bag[light_stem(word)] += times
    return bag


def _vector(bag: Counter[str], frequency: Counter[str], count: int, config: AgreementConfig) -> dict[str, float]:
    total = count + config.background
    weights = {
        word: (1 + math.log(times)) * math.log(total / frequency[word])
        for word, times in bag.items()
        if frequency[word] <= max(config.common * total, 5)
    }
    norm = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return math.fsum(one[word] * other[word] for word in one.keys() & other.keys())


def _day(article: AnnotatedArticle) -> int | None:
    day = article.published.earliest
    return datetime.date.fromisoformat(day[:10]).toordinal() if day and len(day) >= 10 else None


def _near(one: int | None, other: int | None, config: AgreementConfig) -> bool:
    return one is None or other is None or abs(one - other) <= config.window

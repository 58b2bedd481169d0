"""Links between articles that bear on their dates, and told events among them.

Where the head of one article tells as news what a sentence of another tells with a date, that date is the day of the
news. Copies, reports of one happening and utterances come from other comparisons (see compared.py).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from rawi.comparing.dating.readings import ReadArticle
from rawi.comparing.stems import strip_endings, strip_proclitics
from rawi.model.annotation import Evidence
from rawi.model.span import Span

DateLinkKind: TypeAlias = Literal["near_duplicate", "reuse", "story", "utterance", "told_event"]


@dataclass(frozen=True, slots=True)
class DateLink:
    """Why the dates of articles ``a`` and ``b`` (ids) hang together. ``score`` is uncalibrated, 0..1.

    ``evidence`` cites the words in both. For a told event it cites one sentence of each: the times that stand in them
    mean the same day.
    """

    a: str
    b: str
    kind: DateLinkKind
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkingConfig:
    """Limits of told events.

    told_share: share of the lighter sentence's weight (rare words weigh more) that both sentences must share for a told
        event; on the seeds, right pairs share from 0.30 on and wrong ones up to 0.26.
    told_words: rare words that they must share; with fewer, thousands of chance pairs stand in a large corpus.
    rare: a word is rare where no more than this share of the articles has it (at least five articles may).
    large: in corpora of more articles than this events recur (trainings, telegrams, matches): pairs are then proposed
        by words of no more than ``large_spread`` articles, of which both sentences must share ``large_words``, and
        judged by ``large_share``.
    head_sentences: sentences at the head of the prose that tell its news.
    least_sentence: words of a sentence that can tell an event.
    """

    told_share: float = 0.29
    told_words: int = 8
    rare: float = 0.02
    large: int = 200
    large_spread: int = 12
    large_words: int = 4
    large_share: float = 0.5
    head_sentences: int = 2
    least_sentence: int = 6


@dataclass(frozen=True, slots=True)
class _Sentence:
    place: int
    span: Span
    words: frozenset[str]
    head: bool
    timed: bool


def find_told_links(articles: Sequence[ReadArticle], config: LinkingConfig = LinkingConfig()) -> tuple[DateLink, ...]:
    """Told events among the articles, in their order: blocked by rare words, scored by the weight of shared ones."""
    sentences, names, spread = _read_sentences(articles, config)
    if len(articles) > config.large:
        config = replace(config, told_words=config.large_words, told_share=config.large_share)
        limit = float(config.large_spread)
    else:
        limit = max(5.0, config.rare * len(articles))
    weights = {word: math.log((len(articles) + 1) / count) + 0.5 for word, count in spread.items()}
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        for word in sorted(sentence.words):
            if spread[word] <= limit:
                by_word[word].append(index)
    pairs: Counter[tuple[int, int]] = Counter()
    for places in by_word.values():
        for index, first in enumerate(places):
            for second in places[index + 1 :]:
                if sentences[first].place != sentences[second].place:
                    pairs[first, second] += 1
    best: dict[tuple[int, int], DateLink] = {}
    for (first, second), count in sorted(pairs.items()):
        if count < config.told_words:
            continue
        link = _told(sentences[first], sentences[second], names, weights, config)
        if link is None:
            continue
        key = (sentences[first].place, sentences[second].place)
        if key not in best or best[key].score < link.score:
            best[key] = link
    return tuple(best[key] for key in sorted(best))


def _told(
    first: _Sentence,
    second: _Sentence,
    names: Sequence[str],
    weights: Mapping[str, float],
    config: LinkingConfig,
) -> DateLink | None:
    """A link where one sentence is the news of its article and both tell the same."""
    if not ((first.head and second.timed) or (second.head and first.timed)):
        return None
    both = first.words & second.words
    lighter = min(math.fsum(weights[word] for word in sentence.words) for sentence in (first, second))
    share = math.fsum(weights[word] for word in both) / lighter if lighter else 0.0
    if share < config.told_share:
        return None
    ids = [names[sentence.place] for sentence in (first, second)]
    evidence = tuple(
        Evidence(name, sentence.span.start, sentence.span.end, "tells the same event")
        for name, sentence in zip(ids, (first, second))
    )
    return DateLink(ids[0], ids[1], "told_event", share, evidence)


def _read_sentences(
    articles: Sequence[ReadArticle], config: LinkingConfig
) -> tuple[list[_Sentence], list[str], Mapping[str, int]]:
    """The sentences, the articles' ids, and in how many articles each word stands; each article is cut up once."""
    sentences: list[_Sentence] = []
    names: list[str] = []
    spread: Counter[str] = Counter()
    for place, article in enumerate(articles):
        names.append(article.annotated.id)
        sentences += _sentences(place, article, config)
        spread.update(
            {strip_endings(strip_proclitics(token.fold)) for token in article.view.tokens if token.kind == "word"}
        )
    return sentences, names, spread


def _sentences(place: int, article: ReadArticle, config: LinkingConfig) -> list[_Sentence]:
    """The sentences that tell the news or tell something with a time."""
    skipped = [zone.span for zone in article.annotated.zones if zone.kind in ("furniture", "headline", "heading")]
    kept, heads = [], 0
    for span in article.view.sentences:
        if any(other.overlaps(span) for other in skipped):
            continue
        words = frozenset(
            strip_endings(strip_proclitics(token.fold))
            for token in article.view.tokens
            if token.kind == "word" and span.start <= token.start < span.end and len(token.fold) > 2
        )
        if len(words) < config.least_sentence:
            continue
        head = heads < config.head_sentences
        heads += 1
        timed = any(
            span.start <= time.start < span.end and time.meaning.kind in ("calendar", "day", "weekday", "period")
            for time in article.found
        )
        if head or timed:
            kept.append(_Sentence(place, span, words, head, timed))
    return kept

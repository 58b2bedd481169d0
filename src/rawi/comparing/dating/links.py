"""Links between articles that bear on their dates, and a plain way to find them.

Two articles with nearly the same words appeared at nearly the same time. And where the head of one tells as news what a
sentence of another tells with a date, that date is the day of the news.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rawi.comparing.dating.readings import ReadArticle
from rawi.comparing.stems import strip_endings, strip_proclitics
from rawi.comparing.words import fold_words
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
    """Limits of the plain linker.

    shingle: words in a row that are compared; six in a row are seldom chance.
    kept: one shingle in so many is kept (by its checksum), so that a corpus stays small.
    duplicate_share, reuse_share: shares of the smaller text's kept shingles that make two texts near duplicates, or
        one a user of the other.
    least_shingles: kept shingles that both must share.
    most_articles: a shingle in more articles is a formula.
    told_share: share of the lighter sentence's weight (rare words weigh more) that both sentences must share for a told
        event; on the seeds, right pairs share from 0.30 on and wrong ones up to 0.26.
    large: told events are sought in corpora of no more articles than this; in large ones events recur (trainings,
        telegrams, matches) and even sentences that share nine tenths of their weight date one another wrongly.
    told_words: rare words that they must share; with fewer, thousands of chance pairs stand in a large corpus.
    rare: a word is rare where no more than this share of the articles has it (at least five articles may).
    head_sentences: sentences at the head of the prose that tell its news.
    least_sentence: words of a sentence that can tell an event.
    """

    shingle: int = 6
    kept: int = 4
    duplicate_share: float = 0.8
    reuse_share: float = 0.5
    least_shingles: int = 8
    most_articles: int = 12
    told_share: float = 0.29
    large: int = 200
    told_words: int = 8
    rare: float = 0.02
    head_sentences: int = 2
    least_sentence: int = 6


def find_date_links(articles: Sequence[ReadArticle], config: LinkingConfig = LinkingConfig()) -> tuple[DateLink, ...]:
    """Near duplicates, reuse and told events among the articles, in the order of their ids."""
    told = _find_told_events(articles, config) if len(articles) <= config.large else ()
    return (*_find_copies(articles, config), *told)


def _find_copies(articles: Sequence[ReadArticle], config: LinkingConfig) -> tuple[DateLink, ...]:
    holders: dict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    texts: list[tuple[str, int]] = []
    for place, article in enumerate(articles):
        words = fold_words(article.annotated.text)
        texts.append((article.annotated.id, len(article.annotated.text)))
        grams = {
            code
            for start in range(len(words) - config.shingle + 1)
            if (code := zlib.crc32(" ".join(words[start : start + config.shingle]).encode("utf-8", "surrogatepass")))
            % config.kept
            == 0
        }
        sizes.append(len(grams))
        for gram in sorted(grams):
            holders[gram].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 2 <= len(places) <= config.most_articles:
            for index, first in enumerate(places):
                for second in places[index + 1 :]:
                    shared[first, second] += 1
    links = []
    for (first, second), count in sorted(shared.items()):
        share = count / max(1, min(sizes[first], sizes[second]))
        if count >= config.least_shingles and share >= config.reuse_share:
            kind: DateLinkKind = "near_duplicate" if share >= config.duplicate_share else "reuse"
            pair = (texts[first], texts[second])
            evidence = tuple(Evidence(name, 0, length, "shares its words") for name, length in pair if length)
            links.append(DateLink(pair[0][0], pair[1][0], kind, min(1.0, share), evidence))
    return tuple(links)


@dataclass(frozen=True, slots=True)
class _Sentence:
    place: int
    span: Span
    words: frozenset[str]
    head: bool
    timed: bool


def _find_told_events(articles: Sequence[ReadArticle], config: LinkingConfig) -> tuple[DateLink, ...]:
    sentences = [sentence for place, article in enumerate(articles) for sentence in _sentences(place, article, config)]
    spread = _spread(articles)
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
        link = _told(sentences[first], sentences[second], articles, weights, config)
        if link is None:
            continue
        key = (sentences[first].place, sentences[second].place)
        if key not in best or best[key].score < link.score:
            best[key] = link
    return tuple(best[key] for key in sorted(best))


def _told(
    first: _Sentence,
    second: _Sentence,
    articles: Sequence[ReadArticle],
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
    ids = [articles[sentence.place].annotated.id for sentence in (first, second)]
    evidence = tuple(
        Evidence(name, sentence.span.start, sentence.span.end, "tells the same event")
        for name, sentence in zip(ids, (first, second))
    )
    return DateLink(ids[0], ids[1], "told_event", share, evidence)


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


def _spread(articles: Sequence[ReadArticle]) -> Mapping[str, int]:
    """In how many articles each word stands."""
    spread: Counter[str] = Counter()
    for article in articles:
        spread.update(
            {strip_endings(strip_proclitics(token.fold)) for token in article.view.tokens if token.kind == "word"}
        )
    return spread

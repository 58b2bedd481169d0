"""Block: which articles' claims are compared at all, and how close the articles, or passages of them, are."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rawi.comparing.agreement.cards import Card
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.passages import Passage
from rawi.comparing.blocking import block_by_terms, days_between, number_days
from rawi.comparing.vectors import TermVectors, Weights, make_rows
from rawi.comparing.words import Integers
from rawi.model.corpus import Story


@dataclass(frozen=True, slots=True)
class Near:
    """A passage of each of two articles, and the cosine of their words (0..1)."""

    first: Passage
    second: Passage
    closeness: float


@dataclass(frozen=True, slots=True)
class Block:
    """Two articles (``first`` < ``second``) whose claims are compared.

    ``closeness`` is 1 for articles of one story, else the likeness of titles and ledes, 0..1; ``likeness`` is that
    cosine for all. ``one_place`` tells that both name one place that not everybody names; ``other_outlet`` that two
    publishers speak. ``near`` are passages that tell of one thing, whatever the rest of the articles tells.
    """

    first: str
    second: str
    closeness: float
    one_place: bool = True
    other_outlet: bool = True
    same_story: bool = False
    likeness: float = 1.0
    near: tuple[Near, ...] = ()

    def closeness_at(self, first: int, second: int) -> float:
        """How close the articles are about what stands at these offsets."""
        best = self.closeness
        for near in self.near:
            if near.closeness > best and near.first.holds(first) and near.second.holds(second):
                best = near.closeness
        return best


def block_articles(cards: Sequence[Card], stories: Sequence[Story], config: AgreementConfig) -> tuple[Block, ...]:
    """Pairs of articles of one story, of one topic within a few days, or with passages about one thing; in order.

    An article that tells a story in a passage alone is no report of it: the rest of its claims are about other things.
    """
    if len(cards) < 2:
        return ()
    number = {card.id: place for place, card in enumerate(cards)}
    places = _rare_places(cards, config)
    days = number_days([card.day for card in cards])
    heads = _weigh([Counter(card.head) for card in cards], config)
    near = _near_passages(cards, days, config)
    told: set[tuple[int, int]] = set()
    for story in stories:
        members = sorted(number[name] for name in set(story.reports) if name in number)
        told.update(itertools.combinations(members, 2))
    topics = _topics(heads, days, config)
    pairs = sorted({*told, *topics, *near})
    first = np.array([pair[0] for pair in pairs], dtype=np.int64)
    second = np.array([pair[1] for pair in pairs], dtype=np.int64)
    cosines = np.round(heads.dot(first, second), 4).tolist()
    return tuple(
        Block(
            cards[one].id,
            cards[other].id,
            1.0 if (one, other) in told else min(cosine, 0.99),
            (one, other) in told or not places[one].isdisjoint(places[other]),
            cards[one].publisher != cards[other].publisher,
            (one, other) in told,
            cosine,
            near.get((one, other), ()),
        )
        for (one, other), cosine in zip(pairs, cosines)
    )


def all_pairs(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Every two articles, in order of their ids."""
    return tuple(itertools.combinations(sorted(set(names)), 2))


def _rare_places(cards: Sequence[Card], config: AgreementConfig) -> list[frozenset[str]]:
    """Each article's places that no more than a few in a hundred articles name, in comparable letters."""
    frequency = Counter(place for card in cards for place in card.places)
    most = max(config.common_place * (len(cards) + config.background), 5)
    return [frozenset(place for place in card.places if frequency[place] <= most) for card in cards]


def _topics(heads: TermVectors, days: tuple[Integers, Integers], config: AgreementConfig) -> set[tuple[int, int]]:
    """Pairs of rows of one topic within the window."""
    count = len(days[0])
    if count <= config.few_articles:
        # In a small corpus no word is common enough to be left out, and every pair can be afforded.
        left, right = np.triu_indices(count, 1)
        keys = np.asarray(left * np.int64(count) + right)
        keys = keys[days_between(days, left, right) <= config.window]
    else:
        keys = _block(heads, days, config.block_words, config.least_block_words, config)
    first, second = keys // count, keys % count
    close = heads.dot(first, second) >= config.topic
    return set(zip(first[close].tolist(), second[close].tolist()))


def _near_passages(
    cards: Sequence[Card], days: tuple[Integers, Integers], config: AgreementConfig
) -> Mapping[tuple[int, int], tuple[Near, ...]]:
    """Passages of two articles that tell of one thing, by the places of the articles."""
    rows = [(place, passage) for place, card in enumerate(cards) for passage in card.passages]
    if len(rows) < 2:
        return {}
    vectors = _weigh([Counter(dict.fromkeys(passage.stems, 1)) for _, passage in rows], config)
    owners = np.array([place for place, _ in rows], dtype=np.int64)
    own_days = days[0][owners], days[1][owners]
    keys = _block(vectors, own_days, config.passage_words, config.least_passage_words, config)
    first, second = keys // len(rows), keys % len(rows)
    apart = owners[first] != owners[second]
    first, second = first[apart], second[apart]
    cosines = np.round(vectors.dot(first, second), 4)
    found: dict[tuple[int, int], list[Near]] = {}
    for at in np.flatnonzero(cosines >= config.one_scene).tolist():
        (one, here), (other, there) = rows[first[at]], rows[second[at]]
        # Their words have been compared; where they stand is all that is asked for later.
        near = Near(replace(here, stems=()), replace(there, stems=()), float(cosines[at]))
        found.setdefault((one, other), []).append(near)
    return {pair: tuple(near) for pair, near in found.items()}


def _block(
    vectors: TermVectors, days: tuple[Integers, Integers], words: int, least: int, config: AgreementConfig
) -> Integers:
    return block_by_terms(
        vectors, days, window=config.window, block_terms=words, least=least, most=config.most_articles
    )


def _weigh(bags: Sequence[Counter[str]], config: AgreementConfig) -> TermVectors:
    """Rows of length 1 of the bags' words, each weighing the more the fewer bags hold it; common ones nothing."""
    frequency = Counter(word for bag in bags for word in bag)
    total = len(bags) + config.background
    kept = sorted(word for word, count in frequency.items() if count <= max(config.common * total, 5))
    number = {word: at for at, word in enumerate(kept)}
    rarity = np.log(total / np.array([frequency[word] for word in kept], dtype=np.float64))
    terms = len(kept) + 1
    cells = np.array(
        [row * terms + number[word] for row, bag in enumerate(bags) for word in bag if word in number], dtype=np.int64
    )
    counts = np.array([count for bag in bags for word, count in bag.items() if word in number], dtype=np.float64)
    order = np.argsort(cells)
    cells, counts = cells[order], counts[order]
    weights: Weights = (1 + np.log(counts)) * rarity[cells % terms] if len(cells) else counts
    return make_rows(cells, weights, len(bags), terms, None)

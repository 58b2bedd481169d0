"""Articles as weighted terms: title, lede and whole text, each a row of a sparse matrix in arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rawi.arabic.letters import fold
from rawi.comparing.rates import load_word_rates
from rawi.comparing.stems import light_stem
from rawi.comparing.stories.config import StoriesConfig
from rawi.comparing.vectors import TermVectors, Weights, make_rows
from rawi.comparing.words import CorpusWords, Hashes, Integers, hash_word, split_words

# Part of all articles that an average pair of words or a number is in.
_RARE_PHRASE = 0.001


@dataclass(frozen=True, slots=True, eq=False)
class ArticleVectors:
    """All views of the articles of a corpus that stories are compared by."""

    title: TermVectors
    lede: TermVectors
    body: TermVectors
    phrases: TermVectors
    numbers: TermVectors


def build_vectors(words: CorpusWords, config: StoriesConfig = StoriesConfig()) -> ArticleVectors:
    """The vectors of a corpus's articles, rows in the order of ``words.articles``."""
    count = len(words.articles)
    owners = words.owners.astype(np.int64)
    title_stems, title_owners, title_numbers = _titles(words)
    # Numbers of stems by way of the different words: those of all words would be sorted several times their size.
    different = np.unique(np.concatenate([words.stems, title_stems]))
    number_of_key = np.searchsorted(different, words.stems)
    body_ids = number_of_key[np.searchsorted(words.different_keys, words.keys)] if len(words.keys) else owners
    title_ids = np.searchsorted(different, title_stems)
    terms = len(different) + 1
    in_lede = _in_lede(words, config)
    title_cells = title_owners * terms + title_ids
    cells, counts = np.unique(np.concatenate([owners * terms + body_ids, title_cells, title_cells]), return_counts=True)
    found = np.bincount(cells % terms, minlength=terms)[: len(different)]
    weight = np.append(load_word_rates().weigh(different, found, count, config.prior), 0.0)
    body = make_rows(cells, (1 + np.log(counts)) * weight[cells % terms], count, terms, config.body_terms)
    head_owners = np.concatenate([title_owners, owners[in_lede]])
    head_ids = np.concatenate([title_ids, body_ids[in_lede]])
    return ArticleVectors(
        title=_weigh(title_owners * terms + title_ids, weight, count, terms),
        lede=_weigh(head_owners * terms + head_ids, weight, count, terms),
        body=body,
        phrases=_phrases(words, different[body_ids], title_owners, title_stems, config),
        numbers=_numbers(words, title_numbers, config),
    )


def _in_lede(words: CorpusWords, config: StoriesConfig) -> npt.NDArray[np.bool_]:
    first = np.repeat(words.bounds[:-1], np.diff(words.bounds))
    return np.asarray(np.arange(len(words.keys)) - first < config.lede)


def _titles(words: CorpusWords) -> tuple[Hashes, Integers, list[tuple[int, int]]]:
    stems: list[int] = []
    owners: list[int] = []
    numbers: list[tuple[int, int]] = []
    for index, annotated in enumerate(words.articles):
        for _, _, word in split_words(annotated.article.title or ""):
            stems.append(hash_word(light_stem(fold(word))))
            owners.append(index)
            if word[0].isdigit():
                numbers.append((index, hash_word(word)))
    return np.array(stems, dtype=np.uint64), np.array(owners, dtype=np.int64), numbers


def _weigh(all_cells: Integers, weight: Weights, count: int, terms: int) -> TermVectors:
    cells = np.unique(all_cells)
    return make_rows(cells, weight[cells % terms], count, terms, None)


def _phrases(
    words: CorpusWords, stems: Hashes, title_owners: Integers, title_stems: Hashes, config: StoriesConfig
) -> TermVectors:
    """Pairs of neighbouring words of title and lede: names and set expressions, which single words blur."""
    count = len(words.articles)
    in_lede = _in_lede(words, config)
    owners = words.owners.astype(np.int64)
    multiplier = np.uint64(0x9E3779B97F4A7C15)
    with np.errstate(over="ignore"):
        body_pairs = stems[:-1] * multiplier + stems[1:]
        title_pairs = title_stems[:-1] * multiplier + title_stems[1:]
    whole = (owners[:-1] == owners[1:]) & in_lede[1:]
    title_whole = title_owners[:-1] == title_owners[1:]
    pairs = np.concatenate([body_pairs[whole], title_pairs[title_whole]])
    pair_owners = np.concatenate([owners[:-1][whole], title_owners[:-1][title_whole]])
    return _hashed_rows(pairs, pair_owners, count, config.prior)


def _numbers(words: CorpusWords, title_numbers: list[tuple[int, int]], config: StoriesConfig) -> TermVectors:
    """Numbers in digits of title and lede."""
    keys = [key for _, key in title_numbers]
    owners = [index for index, _ in title_numbers]
    for index, annotated in enumerate(words.articles):
        place = words.of(index)
        stop = min(place.stop, place.start + config.lede)
        text = annotated.text
        for start, end in zip(words.starts[place.start : stop].tolist(), words.ends[place.start : stop].tolist()):
            if text[start].isdigit():
                keys.append(hash_word(fold(text[start:end])))
                owners.append(index)
    return _hashed_rows(
        np.array(keys, dtype=np.uint64), np.array(owners, dtype=np.int64), len(words.articles), config.prior
    )


def _hashed_rows(hashes: Hashes, owners: Integers, count: int, prior: float) -> TermVectors:
    different, ids = np.unique(hashes, return_inverse=True)
    terms = len(different) + 1
    cells = np.unique(owners * terms + ids)
    found = np.bincount(cells % terms, minlength=terms)
    weight = -np.log((found + prior * _RARE_PHRASE + 0.5) / (count + prior + 1))
    return make_rows(cells, np.maximum(weight, 0.0)[cells % terms], count, terms, None)

"""Articles as weighted terms: title, lede and whole text, each a row of a sparse matrix in arrays."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rawi.arabic.letters import fold
from rawi.comparing.rates import load_word_rates
from rawi.comparing.stems import light_stem
from rawi.comparing.stories.config import StoriesConfig
from rawi.comparing.stories.rows import StoryRows
from rawi.comparing.vectors import TermVectors, Weights, make_rows
from rawi.comparing.words import CorpusWords, Hashes, Integers, Offsets, hash_word, split_words

# Part of all articles that an average pair of words or a number is in.
_RARE_PHRASE = 0.001
_NUMBER = re.compile(r"\d+(?:[.,٫٬]\d+)*")


@dataclass(frozen=True, slots=True, eq=False)
class ArticleVectors:
    """All views of the rows of a corpus that stories are compared by."""

    title: TermVectors
    lede: TermVectors
    body: TermVectors
    phrases: TermVectors
    numbers: TermVectors


def build_vectors(rows: StoryRows, config: StoriesConfig = StoriesConfig()) -> ArticleVectors:
    """The vectors of the rows; how common a word is is counted in whole articles alone."""
    words, count = rows.words, len(rows.owners)
    title_stems, title_owners, title_numbers = _titles(words)
    different = np.unique(np.concatenate([words.stems, title_stems]))
    terms = len(different) + 1
    title_ids = np.searchsorted(different, title_stems)
    ids, owners = _stem_ids(rows, different), rows.word_owners
    in_lede = np.flatnonzero(_in_lede(rows, config))
    lede_ids, lede_owners = ids[in_lede].astype(np.int64), owners[in_lede].astype(np.int64)
    size = len(ids)
    all_cells = np.empty(size + 2 * len(title_ids), dtype=np.int64)
    all_cells[:size] = owners
    all_cells[:size] *= terms
    all_cells[:size] += ids
    del ids, owners, in_lede  # of a whole corpus each is tens of megabytes
    # A word of the title counts three times over one of the text.
    all_cells[size:] = np.tile(title_owners * terms + title_ids, 2)
    cells, counts = np.unique(all_cells, return_counts=True)
    del all_cells
    found = np.bincount(_of_articles(cells, rows.articles, terms), minlength=terms)[: len(different)]
    weight = load_word_rates().weigh(different, found, rows.articles, config.prior)
    weight = np.append(np.minimum(weight, _local_weight(found, rows, config)), 0.0)
    heads = np.concatenate([title_owners * terms + title_ids, lede_owners * terms + lede_ids])
    return ArticleVectors(
        title=_weigh(heads[: len(title_ids)], weight, count, terms),
        lede=_weigh(heads, weight, count, terms),
        body=make_rows(cells, (1 + np.log(counts)) * weight[cells % terms], count, terms, config.body_terms),
        phrases=_phrases(rows, (different[lede_ids], lede_owners), (title_stems, title_owners), config),
        numbers=_numbers(rows, title_numbers, config),
    )


def _stem_ids(rows: StoryRows, different: Hashes) -> Offsets:
    """For each word of all rows the place of its stem among the different ones."""
    words = rows.words
    of_keys = np.searchsorted(different, words.stems).astype(np.int32)
    if not len(words.keys):
        return of_keys[:0]
    return rows.gather(of_keys[np.searchsorted(words.different_keys, words.keys)])


def _local_weight(found: Integers, rows: StoryRows, config: StoriesConfig) -> Weights:
    """What a term can tell at most in a small corpus: its subject's words stand in more articles than one happening's.

    The shipped table knows nothing of the subject, so they would look rare, and all articles alike.
    """
    if rows.articles >= config.small:
        return np.full(len(found), np.inf)
    beyond = np.maximum(found - config.reports, 0)
    with np.errstate(divide="ignore"):
        return np.asarray(-np.log(beyond / max(1, rows.articles)))


def _once(cells: Integers) -> Integers:
    """Each cell once, in order: for millions of them sorting is quicker than numpy's own table of different ones."""
    ordered = np.sort(cells)
    first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def _of_articles(cells: Integers, articles: int, terms: int) -> Integers:
    """The terms of those cells (in order) that are of whole articles."""
    return np.asarray(cells[: np.searchsorted(cells, articles * terms)] % terms)


def _in_lede(rows: StoryRows, config: StoriesConfig) -> npt.NDArray[np.bool_]:
    place = np.arange(rows.bounds[-1], dtype=np.int32)
    place -= np.repeat(rows.bounds[:-1].astype(np.int32), np.diff(rows.bounds))
    return place < config.lede


def _titles(words: CorpusWords) -> tuple[Hashes, Integers, list[tuple[int, int]]]:
    stems: list[int] = []
    owners: list[int] = []
    numbers: list[tuple[int, int]] = []
    known: dict[str, int] = {}
    for index, annotated in enumerate(words.articles):
        for _, _, word in split_words(annotated.article.title or ""):
            if word not in known:
                known[word] = hash_word(light_stem(fold(word)))
            stems.append(known[word])
            owners.append(index)
            if word[0].isdigit():
                numbers.append((index, hash_word(word)))
    return np.array(stems, dtype=np.uint64), np.array(owners, dtype=np.int64), numbers


def _weigh(all_cells: Integers, weight: Weights, count: int, terms: int) -> TermVectors:
    cells = _once(all_cells)
    return make_rows(cells, weight[cells % terms], count, terms, None)


def _phrases(
    rows: StoryRows, lede: tuple[Hashes, Integers], title: tuple[Hashes, Integers], config: StoriesConfig
) -> TermVectors:
    """Pairs of neighbouring words of title and lede (stems and rows): names and set expressions, which words blur."""
    multiplier = np.uint64(0x9E3779B97F4A7C15)
    pairs, pair_owners = [], []
    for stems, owners in (lede, title):
        whole = owners[:-1] == owners[1:]
        with np.errstate(over="ignore"):
            pairs.append((stems[:-1] * multiplier + stems[1:])[whole])
        pair_owners.append(owners[:-1][whole])
    return _hashed_rows(np.concatenate(pairs), np.concatenate(pair_owners), rows, config)


def _numbers(rows: StoryRows, title_numbers: list[tuple[int, int]], config: StoriesConfig) -> TermVectors:
    """Numbers in digits of title and lede."""
    words = rows.words
    keys = [key for _, key in title_numbers]
    owners = [index for index, _ in title_numbers]
    articles = zip(rows.owners.tolist(), rows.starts.tolist(), rows.stops.tolist())
    for row, (owner, begin, end) in enumerate(articles):
        places = words.starts[begin : min(end, begin + config.lede)]
        if not len(places):
            continue
        text, last = words.articles[owner].text, int(words.ends[begin + len(places) - 1])
        for number in _NUMBER.finditer(text, int(places[0]), last):
            # What stands in furniture is none of the row's words.
            if places[min(int(np.searchsorted(places, number.start())), len(places) - 1)] == number.start():
                keys.append(hash_word(fold(number.group())))
                owners.append(row)
    return _hashed_rows(np.array(keys, dtype=np.uint64), np.array(owners, dtype=np.int64), rows, config)


def _hashed_rows(hashes: Hashes, owners: Integers, rows: StoryRows, config: StoriesConfig) -> TermVectors:
    different, ids = np.unique(hashes, return_inverse=True)
    terms = len(different) + 1
    cells = _once(owners * terms + ids)
    found = np.bincount(_of_articles(cells, rows.articles, terms), minlength=terms)
    weight = -np.log((found + config.prior * _RARE_PHRASE + 0.5) / (rows.articles + config.prior + 1))
    weight = np.minimum(weight, _local_weight(found, rows, config))
    return make_rows(cells, np.maximum(weight, 0.0)[cells % terms], len(rows.owners), terms, None)

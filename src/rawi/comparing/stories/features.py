"""What speaks for and against two articles reporting the very same happening."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rawi.comparing.blocking import days_between
from rawi.comparing.origins import name_outlet
from rawi.comparing.stories.vectors import ArticleVectors
from rawi.comparing.words import CorpusWords, Integers
from rawi.model.corpus import Reuse

# In the order of the weights' table. Each is explained where it is computed.
FEATURES = (
    "title",
    "lede",
    "body",
    "phrases",
    "title_in_lede",
    "numbers",
    "no_numbers",
    "copied",
    "copied_most",
    "days",
    "length",
    "nearest",
    "same_outlet",
)


def pair_copies(words: CorpusWords, reuse: Sequence[Reuse]) -> tuple[Integers, npt.NDArray[np.float64]]:
    """Keys ``first * articles + second`` of copied pairs in order, and their smaller and larger shares."""
    index = {article.id: number for number, article in enumerate(words.articles)}
    rows = sorted(
        (index[link.a] * len(index) + index[link.b], min(link.share_a, link.share_b), max(link.share_a, link.share_b))
        for link in reuse
        if link.a in index and link.b in index
    )
    keys = np.array([row[0] for row in rows], dtype=np.int64)
    return keys, np.array([row[1:] for row in rows], dtype=np.float64).reshape(len(rows), 2)


def score_features(
    words: CorpusWords,
    vectors: ArticleVectors,
    days: tuple[Integers, Integers],
    pairs: Integers,
    copies: tuple[Integers, npt.NDArray[np.float64]],
) -> npt.NDArray[np.float64]:
    """One row of features (in the order of FEATURES) for each pair key."""
    count = max(1, len(words.articles))
    first, second = pairs // count, pairs % count
    copy_keys, shares = copies
    copied = np.zeros((len(pairs), 2))
    at = np.searchsorted(pairs, copy_keys)
    known = (at < len(pairs)) & (pairs[np.minimum(at, max(0, len(pairs) - 1))] == copy_keys) if len(pairs) else at < 0
    copied[at[known]] = shares[known]
    sizes = np.diff(words.bounds) + 1
    has_numbers = np.diff(vectors.numbers.bounds) > 0
    numbers = vectors.numbers.dot(first, second)
    lede, body = vectors.lede.dot(first, second), vectors.body.dot(first, second)
    outlets = {name: number for number, name in enumerate(sorted({name_outlet(item) for item in words.articles}))}
    outlet = np.array([outlets[name_outlet(item)] for item in words.articles], dtype=np.int64)
    columns = {
        "title": vectors.title.dot(first, second),
        "lede": lede,
        "body": body,
        "phrases": vectors.phrases.dot(first, second),
        # A title retold in the other's first lines, on the side where it is retold better.
        "title_in_lede": np.maximum(
            vectors.title.against(vectors.lede, first, second), vectors.title.against(vectors.lede, second, first)
        ),
        "numbers": numbers,
        # Nothing to compare is not the same as a clash.
        "no_numbers": (~has_numbers[first] | ~has_numbers[second]).astype(np.float64),
        "copied": copied[:, 0],
        "copied_most": copied[:, 1],
        "days": days_between(days, first, second).astype(np.float64),
        # A digest of many happenings is much longer than a report of one.
        "length": np.abs(np.log(sizes[first] / sizes[second])),
        "nearest": _nearness(lede + body, first, second, count),
        # An outlet tells a happening once; what it tells again is a follow-up or a daily report.
        "same_outlet": (outlet[first] == outlet[second]).astype(np.float64),
    }
    return np.stack([columns[name] for name in FEATURES], axis=1) if len(pairs) else np.zeros((0, len(FEATURES)))


def _nearness(alike: npt.NDArray[np.float64], first: Integers, second: Integers, count: int) -> npt.NDArray[np.float64]:
    """How alike two articles are by what is most like one of them: 1 where nothing is more like it.

    Daily reports (weather, prices) have many that are as near; a happening told in other words has few.
    """
    most = np.zeros(count)
    np.maximum.at(most, first, alike)
    np.maximum.at(most, second, alike)
    most = np.maximum(most, 1e-9)
    return np.asarray(alike / np.minimum(most[first], most[second]))

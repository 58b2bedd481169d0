"""What speaks for and against two articles reporting the very same happening."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rawi.comparing.blocking import days_between
from rawi.comparing.origins import name_outlet
from rawi.comparing.stories.rows import StoryRows
from rawi.comparing.stories.vectors import ArticleVectors
from rawi.comparing.words import Integers
from rawi.model.corpus import Reuse
from rawi.model.span import Span

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


def pair_copies(rows: StoryRows, reuse: Sequence[Reuse]) -> tuple[Integers, npt.NDArray[np.float64]]:
    """Keys ``first * rows + second`` of pairs of rows with copied text in order, and their smaller and larger shares.

    Pairs of two segments are left out. Of an article whose own row ends early only what is copied there counts.
    """
    index = {article.id: number for number, article in enumerate(rows.words.articles)}
    parted: dict[int, list[tuple[int, Span]]] = {}
    for number, segment in enumerate(rows.segments):
        parts = parted.setdefault(segment.owner, [(segment.owner, rows.span(segment.owner))])
        parts.append((rows.articles + number, rows.span(rows.articles + number)))
    found: list[tuple[int, float, float]] = []
    for link in reuse:
        if link.a not in index or link.b not in index:
            continue
        a, b = index[link.a], index[link.b]
        if a not in parted and b not in parted:
            found.append((a * len(rows.owners) + b, min(link.share_a, link.share_b), max(link.share_a, link.share_b)))
            continue
        for one, part in parted.get(a) or [(a, rows.span(a))]:
            for other, other_part in parted.get(b) or [(b, rows.span(b))]:
                if min(one, other) < rows.articles:
                    less, most = sorted(_shares_of_parts(link, part, other_part))
                    if most > 0:
                        found.append((min(one, other) * len(rows.owners) + max(one, other), less, most))
    found.sort()
    keys = np.array([row[0] for row in found], dtype=np.int64)
    return keys, np.array([row[1:] for row in found], dtype=np.float64).reshape(len(found), 2)


def _shares_of_parts(link: Reuse, one: Span, other: Span) -> tuple[float, float]:
    """The shares of a part of ``a`` and a part of ``b`` that stand in passages of both parts."""
    of_one = of_other = 0.0
    for passage in link.passages:
        kept = min(_inside(passage.a, one), _inside(passage.b, other))
        of_one += kept * len(passage.a)
        of_other += kept * len(passage.b)
    return min(1.0, of_one / max(1, len(one))), min(1.0, of_other / max(1, len(other)))


def _inside(passage: Span, part: Span) -> float:
    """The share of a passage that lies in a part."""
    return max(0, min(passage.end, part.end) - max(passage.start, part.start)) / max(1, len(passage))


def align_copies(pairs: Integers, copies: tuple[Integers, npt.NDArray[np.float64]]) -> npt.NDArray[np.float64]:
    """For each pair key (in order) its smaller and larger copied share, 0 where nothing is copied."""
    keys, shares = copies
    copied = np.zeros((len(pairs), 2))
    if len(pairs):
        at = np.minimum(np.searchsorted(pairs, keys), len(pairs) - 1)
        known = pairs[at] == keys
        copied[at[known]] = shares[known]
    return copied


def score_features(
    rows: StoryRows,
    vectors: ArticleVectors,
    days: tuple[Integers, Integers],
    pairs: tuple[Integers, Integers],
    copied: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    """The features (in the order of FEATURES) of pairs of rows, the first ones and the second ones.

    ``copied`` holds the smaller and the larger share of each pair.
    """
    words, (first, second) = rows.words, pairs
    sizes = np.diff(rows.bounds) + 1
    has_numbers = np.diff(vectors.numbers.bounds) > 0
    numbers = vectors.numbers.dot(first, second)
    lede, body = vectors.lede.dot(first, second), vectors.body.dot(first, second)
    outlets = {name: number for number, name in enumerate(sorted({name_outlet(item) for item in words.articles}))}
    outlet = np.array([outlets[name_outlet(item)] for item in words.articles], dtype=np.int64)[rows.owners]
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
        "nearest": _nearness(lede + body, first, second, len(rows.owners)),
        # An outlet tells a happening once; what it tells again is a follow-up or a daily report.
        "same_outlet": (outlet[first] == outlet[second]).astype(np.float64),
    }
    return np.stack([columns[name] for name in FEATURES], axis=1) if len(first) else np.zeros((0, len(FEATURES)))


def _nearness(alike: npt.NDArray[np.float64], first: Integers, second: Integers, count: int) -> npt.NDArray[np.float64]:
    """How alike two articles are by what is most like one of them: 1 where nothing is more like it.

    Daily reports (weather, prices) have many that are as near; a happening told in other words has few.
    """
    most = np.zeros(count)
    np.maximum.at(most, first, alike)
    np.maximum.at(most, second, alike)
    most = np.maximum(most, 1e-9)
    return np.asarray(alike / np.minimum(most[first], most[second]))

"""Candidates for copied text side by side with datasketch, on the same shingles of the same articles.

    python -m benchmarks.reuse_vs_datasketch FOLDER_WITH_SAUDINEWSNET --articles 3100

Both look for pairs whose shingles (four words, without proclitics, formulas included) have a Jaccard of at least
THRESHOLD. The truth is counted exactly. Ours is the inverted index of ``rawi.comparing.reuse.candidates`` followed by
the exact Jaccard; datasketch is MinHash with 128 permutations and its LSH, followed by its own estimate (which is
within 0.04 of the truth) or by the exact Jaccard. Its LSH is tried at several thresholds, for at the very threshold it
loses half of the pairs that lie there by design. Articles of fewer words than a shingle are left out: MinHash holds all
empty sets for equal, and counting those pairs would be unfair. Times are seconds of one processor; reading and
shingling, the same for both, is not counted.
"""

from __future__ import annotations

import argparse
import json
import time
import zipfile
from pathlib import Path

import numpy as np
from datasketch import MinHash, MinHashLSH

from rawi.comparing.reuse import ReuseConfig
from rawi.comparing.reuse.candidates import block_reuse
from rawi.comparing.words import hash_shingles, read_words
from rawi.model.annotation import AnnotatedArticle, PublishedDate
from rawi.model.article import Article

THRESHOLD = 0.5
PERMUTATIONS = 128
LSH_THRESHOLDS = (0.3, 0.4, 0.5)


def read_articles(folder: Path, most: int) -> list[AnnotatedArticle]:
    found = {}
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            rows = json.loads(archive.read(archive.namelist()[0]))
        for row in rows:
            if row["content"].strip():
                article = Article.create(row["content"], title=row["title"], outlet=row["source"], url=row["url"])
                found.setdefault(article.id, AnnotatedArticle(article, PublishedDate(path.stem, path.stem, "given")))
    ordered = list(found.values())
    return ordered[:: max(1, len(ordered) // most)][:most]


def jaccard(left: set[int], right: set[int]) -> float:
    return len(left & right) / max(1, len(left | right))


def measure(name: str, seconds: float, found: set[tuple[int, int]], truth: set[tuple[int, int]]) -> None:
    right = len(found & truth)
    precision, recall = right / max(1, len(found)), right / max(1, len(truth))
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:28s} {seconds:8.2f} s  pairs {len(found):6d}  P {precision:.4f}  R {recall:.4f}  F1 {score:.4f}")


def near_pairs(sketches: dict[int, MinHash], threshold: float) -> list[tuple[int, int]]:
    """Rows that an index of the sketches holds to be alike, the smaller first."""
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    for row, sketch in sketches.items():
        index.insert(row, sketch)
    return [(row, other) for row, sketch in sketches.items() for other in index.query(sketch) if other > row]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=3100)
    arguments = parser.parse_args()
    articles = read_articles(arguments.folder, arguments.articles)
    config = ReuseConfig(most_articles=10**9, outlet_days=10**9, least_shingles=1)
    words = read_words(articles)
    hashes, whole = hash_shingles(words, config.shingle)
    shingles = [set(hashes[words.of(row)][whole[words.of(row)]].tolist()) for row in range(len(words.articles))]

    every = block_reuse(words, config)
    pairs = list(zip(every.first.tolist(), every.second.tolist()))
    truth = {pair for pair in pairs if jaccard(shingles[pair[0]], shingles[pair[1]]) >= THRESHOLD}

    start = time.process_time()
    ours = block_reuse(words, ReuseConfig())
    kept = {
        pair
        for pair in zip(ours.first.tolist(), ours.second.tolist())
        if jaccard(shingles[pair[0]], shingles[pair[1]]) >= THRESHOLD
    }
    measure("rawi, exact index", time.process_time() - start, kept, truth)

    start = time.process_time()
    sketches = {}
    for row, found in enumerate(shingles):
        if found:
            sketches[row] = MinHash(num_perm=PERMUTATIONS)
            sketches[row].update_batch([np.uint64(value).tobytes() for value in sorted(found)])
    sketched = time.process_time() - start
    for threshold in LSH_THRESHOLDS:
        start = time.process_time()
        near = set(near_pairs(sketches, threshold))
        searched = sketched + time.process_time() - start
        start = time.process_time()
        guessed = {pair for pair in near if sketches[pair[0]].jaccard(sketches[pair[1]]) >= THRESHOLD}
        measure(f"datasketch {threshold}, its guess", searched + time.process_time() - start, guessed, truth)
        start = time.process_time()
        checked = {pair for pair in near if jaccard(shingles[pair[0]], shingles[pair[1]]) >= THRESHOLD}
        measure(f"datasketch {threshold}, checked", searched + time.process_time() - start, checked, truth)


if __name__ == "__main__":
    main()

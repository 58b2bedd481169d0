"""The search for copied text as the corpus grows: time, memory and F1 on judged pairs, beside datasketch.

    python -m benchmarks.reuse_scale FOLDER_WITH_SAUDINEWSNET PAIRS --articles 3100 31000 310000 --picture reuse.svg

PAIRS are gold pairs (``news/pairs.jsonl``): near duplicates and partial copies of wire text are to be found, all
others are not. The smallest corpus holds the articles of the pairs and others beside them; where more articles are
wanted than there are, each is told again with other words: every copy drops a tenth of them, puts other words of the
corpus for a quarter and shuffles its sentences, so that copies are alike but never the same.

Ours is ``find_reuse``: exact index, alignment, direction and agency. datasketch is MinHash (128 permutations) and its
LSH at several thresholds on the same shingles of four words; its candidates are judged by its own estimate, and aligned
by our alignment. Each measurement is a process of its own: seconds of one processor, and the most memory it took beyond
that of the corpus's words, which both need. Reading and cutting into words is not counted. Measured:

      3,100 rawi                          1.32 s     97 MB       683 pairs  P 0.980 R 0.960 F1 0.970
      3,100 datasketch 0.1                4.98 s     52 MB       831 pairs  P 0.940 R 0.940 F1 0.940
      3,100 datasketch 0.1, aligned       5.44 s     66 MB       578 pairs  P 0.978 R 0.900 F1 0.938
      3,100 datasketch 0.3                5.05 s     72 MB       350 pairs  P 1.000 R 0.720 F1 0.837
     31,000 rawi                         44.67 s    437 MB    33,798 pairs  P 1.000 R 0.960 F1 0.980
     31,000 datasketch 0.1               44.62 s    638 MB    44,318 pairs  P 0.940 R 0.940 F1 0.940
     31,000 datasketch 0.1, aligned      64.45 s    849 MB    32,520 pairs  P 0.978 R 0.900 F1 0.938
    310,000 rawi                        827.23 s  4,597 MB   271,535 pairs  P 1.000 R 0.900 F1 0.947
    310,000 datasketch 0.1              411.97 s  7,200 MB   185,128 pairs  P 0.940 R 0.940 F1 0.940
    310,000 datasketch 0.1, aligned     521.54 s  9,160 MB   138,481 pairs  P 0.978 R 0.900 F1 0.938
"""

from __future__ import annotations

import argparse
import functools
import json
import multiprocessing
import multiprocessing.connection
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import altair
import numpy as np
import vl_convert
from benchmarks.reuse_vs_datasketch import PERMUTATIONS, near_pairs, read_articles
from datasketch import MinHash

from rawi.comparing.reuse import ReuseConfig, find_reuse
from rawi.comparing.reuse.alignment import Seeds, align
from rawi.comparing.words import CorpusWords, hash_shingles, read_words
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article

LSH_THRESHOLDS = (0.1, 0.3, 0.5)
DROPPED, REPLACED = 0.1, 0.25
COPIED = frozenset(["near_duplicate", "wire_copy_partial"])
Pairs = set[tuple[str, str]]


def read_pairs(path: Path) -> tuple[dict[tuple[str, str], bool], set[str]]:
    """The judged pairs of addresses, whether each is a copy, and all addresses."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    judged = {(row["a"]["url"], row["b"]["url"]): row["reuse"] in COPIED for row in rows}
    return judged, {url for pair in judged for url in pair}


def choose(articles: Sequence[AnnotatedArticle], wanted: set[str], most: int) -> list[AnnotatedArticle]:
    """So many articles: those of the judged pairs, others evenly from the rest, then told again with other words."""
    first = [one for one in articles if one.article.url in wanted]
    rest = [one for one in articles if one.article.url not in wanted]
    left = most - len(first)
    chosen = first + (rest if left >= len(rest) else rest[:: len(rest) // left][:left])
    words = sorted({word for one in chosen[:3000] for word in one.text.split()})
    found = list(chosen)
    copy = 0
    while len(found) < most:
        copy += 1
        found += [retell(one, words, copy) for one in chosen[: most - len(found)]]
    return found


def retell(annotated: AnnotatedArticle, words: Sequence[str], copy: int) -> AnnotatedArticle:
    chance = random.Random(f"{annotated.id} {copy}")
    sentences = annotated.text.split(".")
    chance.shuffle(sentences)
    told = []
    for word in " . ".join(sentences).split():
        draw = chance.random()
        if draw >= DROPPED:
            told.append(chance.choice(words) if draw < DROPPED + REPLACED else word)
    article = annotated.article
    text = " ".join(told) or f"{copy}"
    return AnnotatedArticle(Article.create(text, title=article.title, outlet=article.outlet), annotated.published)


def memory(name: str) -> int:
    """What this process takes now ("VmRSS"), or the most since the mark was last set back ("VmHWM"), MB. Linux only."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) // 1024


def run_ours(words: CorpusWords) -> Iterator[tuple[str, float, int, Pairs]]:
    start = time.process_time()
    found = find_reuse((), words=words)
    yield "rawi", time.process_time() - start, len(found), {(link.a, link.b) for link in found}


def run_datasketch(
    words: CorpusWords, thresholds: Sequence[float] = LSH_THRESHOLDS
) -> Iterator[tuple[str, float, int, Pairs]]:
    config = ReuseConfig()
    names = [article.id for article in words.articles]
    hashes, whole = hash_shingles(words, config.shingle)
    start = time.process_time()
    sketches = {}
    for row in range(len(names)):
        place = words.of(row)
        found = np.unique(hashes[place][whole[place]])
        if len(found):
            sketches[row] = MinHash(num_perm=PERMUTATIONS)
            sketches[row].update_batch([value.tobytes() for value in found])
    sketched = time.process_time() - start
    for threshold in thresholds:
        start = time.process_time()
        near = near_pairs(sketches, threshold)
        searched = sketched + time.process_time() - start
        start = time.process_time()
        alike = [pair for pair in near if sketches[pair[0]].jaccard(sketches[pair[1]]) >= threshold]
        guessed = searched + time.process_time() - start
        yield f"datasketch {threshold}", guessed, len(alike), {(names[row], names[other]) for row, other in alike}
        start = time.process_time()
        seeds = Seeds(words, config)
        aligned = [
            pair
            for pair in near
            if max((passage.matching for passage in align(seeds, *pair, config).passages), default=0)
            >= config.least_passage
        ]
        both = searched + time.process_time() - start
        yield f"datasketch {threshold}, aligned", both, len(aligned), {(names[row], names[at]) for row, at in aligned}


def measure(
    folder: Path,
    gold: Path,
    most: int,
    run: Callable[[CorpusWords], Iterator[tuple[str, float, int, Pairs]]],
    sender: multiprocessing.connection.Connection,
) -> None:
    """Tell the rows of one system on one size: name, seconds, MB, pairs, precision, recall, F1."""
    judged, wanted = read_pairs(gold)
    articles = choose(read_articles(folder, 10**9), wanted, most)
    ids = {one.article.url: one.id for one in articles if one.article.url in wanted}
    count = len(articles)
    words = read_words(articles)
    del articles
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # sets the mark back
    before = memory("VmRSS")
    for name, seconds, pairs, found in run(words):
        hits = [
            (copied, (min(ids[a], ids[b]), max(ids[a], ids[b])) in found)
            for (a, b), copied in judged.items()
            if a in ids and b in ids
        ]
        right = sum(copied and told for copied, told in hits)
        precision = right / max(1, sum(told for _, told in hits))
        recall = right / max(1, sum(copied for copied, _ in hits))
        score = 2 * precision * recall / max(1e-9, precision + recall)
        sender.send((count, name, seconds, memory("VmHWM") - before, pairs, precision, recall, score))
    sender.send(None)


def draw(rows: Sequence[tuple[int, str, float, int, int, float, float, float]], path: Path) -> None:
    """Seconds and memory by articles, both axes logarithmic."""
    data = [{"articles": row[0], "system": row[1], "seconds": row[2], "megabytes": max(1, row[3])} for row in rows]
    charts = [
        altair.Chart(altair.Data(values=data), title=title, width=320, height=260)
        .mark_line(point=True)
        .encode(
            altair.X("articles:Q", scale=altair.Scale(type="log")),
            altair.Y(f"{field}:Q", scale=altair.Scale(type="log"), title=title),
            altair.Color("system:N", title=None),
        )
        for field, title in (("seconds", "seconds of one processor"), ("megabytes", "MB beyond the corpus"))
    ]
    path.write_text(vl_convert.vegalite_to_svg(altair.hconcat(*charts).to_json()), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[3100, 31000])
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--thresholds", type=float, nargs="+", default=LSH_THRESHOLDS, help="of datasketch's index")
    parser.add_argument("--only", choices=["rawi", "datasketch"])
    arguments = parser.parse_args()
    systems = {"rawi": run_ours, "datasketch": functools.partial(run_datasketch, thresholds=arguments.thresholds)}
    context = multiprocessing.get_context("spawn")
    rows = []
    for most in arguments.articles:
        for name, run in systems.items():
            if arguments.only in (None, name):
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(
                    target=measure, args=(arguments.folder, arguments.pairs, most, run, sender), daemon=True
                )
                process.start()
                sender.close()
                while (row := receiver.recv()) is not None:
                    rows.append(row)
                    count, told, seconds, memory, pairs, precision, recall, score = row
                    print(
                        f"{count:7,d} {told:24s} {seconds:9.2f} s {memory:6,d} MB {pairs:9,d} pairs"
                        f"  P {precision:.3f} R {recall:.3f} F1 {score:.3f}",
                        flush=True,
                    )
                process.join()
    if arguments.picture:
        draw(rows, arguments.picture)


if __name__ == "__main__":
    main()

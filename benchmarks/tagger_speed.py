"""How fast the two taggers read: words a second of CPU time on one thread, and the memory they take.

``python -m benchmarks.tagger_speed ARTICLES.jsonl [--articles 300] [--rounds 3]``

Words are counted as white space parts them. The best of a few rounds counts, because other work on the machine only
ever makes CPU time longer (shared caches and cores); memory is the growth of the process while it loads and reads.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rawi.annotating.tagging.fast import FastTagger, load_fast_tagger
from rawi.annotating.tagging.tagger import Tagger, load_tagger


def read_texts(path: Path, count: int) -> list[str]:
    """The first texts of a table of JSON lines."""
    with path.open(encoding="utf-8") as file:
        return list(itertools.islice(_texts(file), count))


def _texts(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        row = json.loads(line)
        text = row.get("text") or row.get("content")
        if text:
            yield text


def memory() -> float:
    """The process's greatest memory so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(load: Callable[[], Tagger | FastTagger], texts: Sequence[str], rounds: int) -> str:
    """One line of figures."""
    before = memory()
    begun = time.process_time()
    tagger = load()
    loaded = time.process_time() - begun
    words = sum(len(text.split()) for text in texts)
    seconds = []
    for _ in range(rounds):
        begun = time.process_time()
        for text in texts:
            tagger.tag([text])
        seconds.append(time.process_time() - begun)
    best = min(seconds)
    return (
        f"{tagger.version}: {words / best:,.0f} words a second ({len(texts) / best:.1f} articles), "
        f"loaded in {loaded:.2f} s, {memory() - before:.0f} MB more, {memory():.0f} MB in all"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("articles", type=Path, help="a table of articles, one JSON object a line")
    parser.add_argument("--articles", dest="count", type=int, default=300, help="how many of them are read")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    texts = read_texts(given.articles, given.count)
    print(f"{len(texts)} articles, {sum(len(text.split()) for text in texts):,} words")
    # The fast one first: memory is counted by its peak.
    print(f"fast     {measure(load_fast_tagger, texts, given.rounds)}")
    print(f"network  {measure(load_tagger, texts, given.rounds)}", flush=True)


if __name__ == "__main__":
    main()

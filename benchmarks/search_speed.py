"""How long a search takes: Rawi's full text, SQLite FTS5 bare, and tantivy, on the same passages and queries.

    python benchmarks/search_speed.py DOSSIER [--rounds 3]

Each engine gets the same folded words of every passage of DOSSIER. For each query of ``search_relevance`` Rawi's own
expression is asked (each word behind the proclitics it may stand behind); FTS5 and tantivy are asked for the bare words
and, so that the work is the same, for Rawi's forms as well. The first 20 passages are wanted of each. Times are wall
clock and processor time of one thread (other work on the machine lengthens the first, hardly the second); index size is
what the index takes beside the texts. Needs: pip install tantivy.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import tantivy

from rawi.arabic.letters import fold
from rawi.search.encoder import has_encoder, load_encoder
from rawi.search.finding import Meanings, find_passages
from rawi.search.meaning import index_path, read_index
from rawi.search.passages import searchable
from rawi.search.query import Query, parse_query
from rawi.store.dossier import Dossier, open_dossier
from rawi.store.searching import passages_of_articles

QUERIES = Path(__file__).parent / "search_relevance" / "queries.tsv"
WANTED = 20


def passages(dossier: Dossier) -> Iterator[str]:
    for item in passages_of_articles(dossier, dossier.known()):
        yield from (searchable(span.of(item.text)) for span in item.spans)


def build_bare(path: Path, words: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(searchable, content='', tokenize='unicode61')")
    connection.executemany("INSERT INTO words(rowid, searchable) VALUES (?, ?)", enumerate(words, start=1))
    connection.commit()
    return connection


def build_tantivy(folder: Path, words: list[str]) -> tantivy.Index:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("searchable", stored=False, tokenizer_name="default")
    index = tantivy.Index(builder.build(), str(folder))
    writer = index.writer(100_000_000, 1)
    for text in words:
        writer.add_document(tantivy.Document(searchable=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def timed(name: str, ask: Callable[[Query, str], int], queries: list[tuple[Query, str]], rounds: int) -> None:
    for query, asked in queries:  # the first round warms caches
        ask(query, asked)
    walls, processor = [], []
    for _ in range(rounds):
        for query, asked in queries:
            wall, used = time.perf_counter(), time.thread_time()
            ask(query, asked)
            processor.append((time.thread_time() - used) * 1000)
            walls.append((time.perf_counter() - wall) * 1000)
    told = [f"p50 {statistics.median(taken):6.1f} p95 {percentile(taken):6.1f} ms" for taken in (walls, processor)]
    print(f"{name:44} wall {told[0]}   processor {told[1]}", flush=True)


def percentile(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[18]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    rows = QUERIES.read_text(encoding="utf-8").splitlines()[1:]
    queries = [(parse_query(row.split("\t")[3]), row.split("\t")[3]) for row in rows]
    queries = [(query, asked) for query, asked in queries if query.expression]
    folder = Path(tempfile.mkdtemp())
    try:
        with open_dossier(given.dossier) as dossier:
            words = list(passages(dossier))
            print(
                f"{len(dossier.known()):,} articles, {len(words):,} passages, {len(queries)} queries x {given.rounds}"
            )
            compare(dossier, words, queries, folder, given.rounds)
    finally:
        shutil.rmtree(folder)


def compare(dossier: Dossier, words: list[str], queries: list[tuple[Query, str]], folder: Path, rounds: int) -> None:
    started = time.perf_counter()
    bare = build_bare(folder / "bare.db", words)
    print(f"FTS5 bare: built in {time.perf_counter() - started:.1f} s, {size(folder / 'bare.db'):.1f} MB")
    (folder / "tantivy").mkdir()
    started = time.perf_counter()
    index = build_tantivy(folder / "tantivy", words)
    print(f"tantivy: built in {time.perf_counter() - started:.1f} s, {size(folder / 'tantivy'):.1f} MB")
    searcher = index.searcher()
    select = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT 20"

    def ask_bare(expression: str) -> int:
        return len(bare.execute(select, (expression,)).fetchall())

    def ask_tantivy(expression: str) -> int:
        return len(searcher.search(index.parse_query(expression, ["searchable"]), WANTED).hits)

    def plain(query: Query) -> str:
        return " AND ".join(f'"{fold(word)}"' for word in query.words)

    timed("Rawi, words (strict)", lambda query, _: len(dossier.match(query.expression, WANTED)), queries, rounds)
    timed("FTS5 bare, Rawi's forms", lambda query, _: ask_bare(query.expression), queries, rounds)
    arabic = [(query, asked) for query, asked in queries if not query.foreign]
    timed("tantivy, Rawi's forms", lambda query, _: ask_tantivy(query.expression), queries, rounds)
    timed("FTS5 bare, the bare words (Arabic queries)", lambda query, _: ask_bare(plain(query)), arabic, rounds)
    timed("tantivy, the bare words (Arabic queries)", lambda query, _: ask_tantivy(plain(query)), arabic, rounds)
    timed(
        "Rawi, as asked (words, loosened if few)",
        lambda query, asked: len(find_passages(asked, query, dossier.match, most=WANTED).hits),
        queries,
        rounds,
    )
    kept = read_index(index_path(dossier.path)) if has_encoder() else None
    if kept is not None:
        meanings = Meanings(kept, load_encoder())
        for by in ("meaning", "both"):
            timed(
                f"Rawi, by {by}",
                lambda query, asked, by=by: len(
                    find_passages(asked, query, dossier.match, most=WANTED, by=by, meanings=meanings).hits
                ),
                queries,
                rounds,
            )
        print(f"index by meaning: {size(index_path(dossier.path)):.1f} MB")
    print(f"load of the machine: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")


def size(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


if __name__ == "__main__":
    main()

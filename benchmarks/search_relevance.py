"""How many of the first five passages answer the question: by words, by meaning and by both.

    python benchmarks/search_relevance.py DOSSIER              # the figures, from the judgements kept here
    python benchmarks/search_relevance.py DOSSIER --unjudged   # passages to judge, as lines to fill in

The dossier holds the 31,030 articles of SaudiNewsNet (2015) and is indexed by meaning (``rawi index``). Queries and
judgements are our own: every passage that one of the three ways puts among its first five was read. Kept of it are the
article's id, the offsets, a digest of the words and the grade, and none of the text. Grades: 2 answers or reports what
was asked for, 1 touches it (a comment on it, another day of it), 0 does not. P@5 counts grades 1 and 2.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rawi.model.span import Span
from rawi.search.encoder import load_encoder
from rawi.search.finding import WAYS, By, Meanings, find_passages
from rawi.search.meaning import index_path, read_index
from rawi.search.query import parse_query
from rawi.store.browsing import article_texts
from rawi.store.dossier import Dossier, open_dossier

HERE = Path(__file__).parent / "search_relevance"
FIRST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """One query."""

    number: int
    language: str
    kind: str
    words: str


def read_queries() -> list[Asked]:
    with (HERE / "queries.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [Asked(int(row["number"]), row["language"], row["kind"], row["asked"]) for row in rows]


def read_grades() -> dict[tuple[int, str, int, int], tuple[str, int]]:
    path = HERE / "judgements.tsv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as file:
        return {
            (int(row["query"]), row["article"], int(row["start"]), int(row["end"])): (row["digest"], int(row["grade"]))
            for row in csv.DictReader(file, delimiter="\t")
        }


def digest(text: str, span: Span) -> str:
    return hashlib.sha256(span.of(text).encode()).hexdigest()[:12]


def first_passages(dossier: Dossier, meanings: Meanings, asked: Asked, by: By) -> list[tuple[str, Span]]:
    query = parse_query(asked.words)
    found = find_passages(asked.words, query, dossier.match, most=50, by=by, meanings=meanings)
    return [(hit.article, hit.span) for hit in found.hits[:FIRST]]


def unjudged(
    dossier: Dossier, runs: dict[By, dict[int, list[tuple[str, Span]]]], queries: list[Asked]
) -> Iterator[str]:
    grades = read_grades()
    for asked in queries:
        pool = sorted(
            {place for by in WAYS for place in runs[by][asked.number]}, key=lambda place: (place[0], place[1].start)
        )
        texts = article_texts(dossier, {article for article, _ in pool})
        for article, span in pool:
            if (asked.number, article, span.start, span.end) not in grades:
                words = " ".join(span.of(texts[article]).split())
                yield f"{asked.number}\t{article}\t{span.start}\t{span.end}\t{digest(texts[article], span)}\t\t{words}"


def precision(
    places: list[tuple[str, Span]], number: int, grades: dict[tuple[int, str, int, int], tuple[str, int]], least: int
) -> float:
    good = sum(grades.get((number, article, span.start, span.end), ("", 0))[1] >= least for article, span in places)
    return good / FIRST


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--unjudged", action="store_true")
    given = parser.parse_args()
    queries = read_queries()
    index = read_index(index_path(given.dossier))
    if index is None:
        raise SystemExit(f"{given.dossier} is not indexed by meaning: run rawi index {given.dossier}")
    meanings = Meanings(index, load_encoder())
    with open_dossier(given.dossier) as dossier:
        runs = {by: {asked.number: first_passages(dossier, meanings, asked, by) for asked in queries} for by in WAYS}
        if given.unjudged:
            print("query\tarticle\tstart\tend\tdigest\tgrade\twords")
            for line in unjudged(dossier, runs, queries):
                print(line)
            return
    report(queries, runs)


def report(queries: list[Asked], runs: dict[By, dict[int, list[tuple[str, Span]]]]) -> None:
    grades = read_grades()
    missing = sum(
        (number, article, span.start, span.end) not in grades
        for by in WAYS
        for number, places in runs[by].items()
        for article, span in places
    )
    print(
        f"{len(queries)} queries, {len(grades)} judgements; {missing} of the passages found are not judged (count as 0)"
    )
    print(f"{'queries':24}{'n':>4}" + "".join(f"{by:>18}" for by in WAYS) + "   (P@5 of grade 1-2, of grade 2)")
    groups: dict[str, list[Asked]] = defaultdict(list)
    for asked in queries:
        for name in ("all", asked.language, f"{asked.language} {asked.kind}"):
            groups[name].append(asked)
    for name, members in groups.items():
        cells = []
        for by in WAYS:
            values = [
                sum(precision(runs[by][asked.number], asked.number, grades, least) for asked in members) / len(members)
                for least in (1, 2)
            ]
            cells.append(f"{values[0]:.2f} {values[1]:.2f}".rjust(18))
        print(f"{name:24}{len(members):>4}{''.join(cells)}")


if __name__ == "__main__":
    main()

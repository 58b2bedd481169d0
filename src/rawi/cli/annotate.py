"""``rawi annotate``: articles in, annotated articles out as JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from rawi.cli.options import make_columns, make_engine, make_settings, reading_options
from rawi.cli.progress import tell, track
from rawi.interchange.articles import encode_article
from rawi.pipeline import annotate_articles
from rawi.reading.results import ReadArticle, Rejected
from rawi.reading.sources import read_articles


@click.command()
@reading_options
def annotate(
    inputs: tuple[Path, ...],
    columns: tuple[str, ...],
    fast: bool,
    model: Path | None,
    knowledge: Path | None,
    workers: int | None,
    strict: bool,
) -> None:
    """Write each article of INPUT with all that was found in it, one JSON line an article.

    INPUT is a folder of .txt files, a .txt file, or a table (.jsonl, .csv). Lines go to standard output in the order
    of the input; progress and problems go to standard error.

    \b
    rawi annotate articles/ > annotated.jsonl
    rawi annotate crawl.csv --column text=content --column outlet=site > annotated.jsonl
    """
    settings = make_settings(fast=fast, model=model, knowledge=knowledge, strict=strict)
    reads = list(read_articles(inputs, make_columns(columns))) if _is_small(inputs) else None
    items = iter(reads) if reads is not None else read_articles(inputs, make_columns(columns))
    engine = make_engine(workers, len(reads) if reads is not None else None)
    output = sys.stdout.buffer
    for annotated in track(annotate_articles(_kept(items), settings, engine), "annotated"):
        output.write(encode_article(annotated) + b"\n")
        for problem in annotated.problems:
            tell(f"{annotated.article.read_from}: {problem.stage}: {problem.slug}: {problem.detail}")
    output.flush()


def _kept(items: Iterator[ReadArticle | Rejected]) -> Iterator[ReadArticle]:
    for item in items:
        if isinstance(item, Rejected):
            tell(f"{item.read_from}: not read: {item.problem.detail}")
        else:
            yield item


def _is_small(inputs: tuple[Path, ...], most: int = 5_000_000) -> bool:
    """Whether the inputs are small enough (bytes) to be counted before the work starts."""
    files = [path for given in inputs for path in (given.rglob("*") if given.is_dir() else [given]) if path.is_file()]
    return sum(path.stat().st_size for path in files) < most

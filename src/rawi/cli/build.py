"""``rawi build``: add articles to a dossier and compare them all."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from rawi.cli.options import make_columns, make_engine, make_settings, reading_options
from rawi.cli.progress import tell, track
from rawi.interchange.pile import Pile
from rawi.model.annotation import AnnotatedArticle
from rawi.model.errors import InputError
from rawi.pipeline import Settings, annotate_articles, compare_pile, version_of
from rawi.reading.results import ReadArticle, Rejected
from rawi.reading.sources import read_articles
from rawi.search.passages import cut_passages
from rawi.store.dossier import MOST_ARTICLES, Dossier, open_dossier

# Fewer articles than this are compared faster than other processes start.
_FEW = 1_000


@click.command()
@reading_options
@click.option(
    "--into", "into", required=True, type=click.Path(path_type=Path), help="The dossier file to make or add to."
)
@click.option("--today", metavar="DATE", default=None, help="Day (YYYY-MM-DD) by which deadlines count as overdue.")
@click.option("--compare/--no-compare", default=True, help="Compare all articles at the end.  [default: compare]")
def build(
    inputs: tuple[Path, ...],
    columns: tuple[str, ...],
    fast: bool,
    model: Path | None,
    knowledge: Path | None,
    workers: int | None,
    strict: bool,
    into: Path,
    today: str | None,
    compare: bool,
) -> None:
    """Read the articles of INPUT into a dossier, and compare all articles that it holds.

    Articles that are in the dossier already are not read again; one that can't be read is recorded and the rest goes
    on. A build that was stopped leaves a usable file: run the same command to go on.

    \b
    rawi build articles/ --into news.rawi
    rawi build crawl.jsonl more.csv --into news.rawi --column text=content --today 2021-08-01
    """
    settings = make_settings(fast=fast, model=model, knowledge=knowledge, strict=strict)
    mapping = make_columns(columns)
    items = read_articles(inputs, mapping)
    first = next(items, None)
    if first is None:
        raise InputError("the inputs hold no article")
    existed = into.exists()
    try:
        with open_dossier(into, write=True) as dossier:
            version = version_of(settings)
            reads = _new_articles(dossier, itertools.chain([first], items), version)
            counted = _peek(reads, 50)
            engine = make_engine(workers, len(counted[0]) if len(counted[0]) < 50 else None)
            new = _add(dossier, annotate_articles(itertools.chain(*counted), settings, engine), version)
            if new:
                dossier.settle()
            if compare and (new or dossier.told("compared_by") != f"{version}|{today}"):
                _compare(dossier, settings, version, today, workers)
            _summarise(dossier, new)
    except BaseException:
        if not existed:
            _remove_if_empty(into)
        raise


def _remove_if_empty(into: Path) -> None:
    """A build that failed before its first article leaves no file behind."""
    if into.exists():
        with open_dossier(into) as dossier:
            empty = not dossier.known()
        if empty:
            for path in (into, into.with_name(into.name + "-wal"), into.with_name(into.name + "-shm")):
                path.unlink(missing_ok=True)


def _new_articles(dossier: Dossier, items: Iterable[ReadArticle | Rejected], version: str) -> Iterator[ReadArticle]:
    """The articles that this version has not annotated yet; what could not be read is recorded."""
    known = dossier.known()
    rejected = []
    for item in items:
        if isinstance(item, Rejected):
            tell(f"{item.read_from}: not read: {item.problem.detail}")
            rejected.append((item.read_from, item.problem))
        elif known.get(item.article.id) != version:
            known[item.article.id] = version
            yield item
    dossier.add_rejected(rejected)


def _peek(items: Iterator[ReadArticle], most: int) -> tuple[list[ReadArticle], Iterator[ReadArticle]]:
    return list(itertools.islice(items, most)), items


def _add(dossier: Dossier, articles: Iterator[AnnotatedArticle], version: str) -> int:
    """Write articles in transactions of bounded size, so that readers never wait long and a crash loses little."""
    count = 0
    batch: list[AnnotatedArticle] = []
    for annotated in track(articles, "read"):
        batch.append(annotated)
        if len(batch) >= MOST_ARTICLES:
            dossier.add_articles(batch, version, cut_passages)
            count += len(batch)
            batch = []
    if batch:
        dossier.add_articles(batch, version, cut_passages)
        count += len(batch)
    return count


def _compare(dossier: Dossier, settings: Settings, version: str, today: str | None, workers: int | None) -> None:
    """Compare all articles and write what was found; the articles stay on disk, beside the dossier."""
    engine = make_engine(1 if len(dossier.known()) < _FEW else workers)
    with Pile.gather(track(dossier.articles_alone(), "reading"), dossier.path.resolve().parent) as pile:
        resolved, corpus = compare_pile(pile, settings, dossier.judgements(), today, engine=engine, tell=tell)
    with resolved:
        _rewrite(dossier, resolved)
    tell("writing the findings")
    dossier.write_findings(corpus, f"{version}|{today}")


def _rewrite(dossier: Dossier, articles: Pile) -> None:
    """Write anew what the comparison changed of the articles, in transactions of bounded size."""
    coming = track(articles, "writing", len(articles))
    while batch := list(itertools.islice(coming, MOST_ARTICLES)):
        dossier.rewrite_articles(batch)


def _summarise(dossier: Dossier, new: int) -> None:
    counts = dossier.counts()
    rest = ", ".join(
        f"{counts.get(name, 0):,} {name}" for name in ("stories", "utterances", "comparisons", "commitments")
    )
    tell(f"{dossier.path}: {counts['articles']:,} articles ({new:,} new), {rest}")
    if counts["rejected"] or counts.get("problems"):
        tell(
            f"{counts['rejected']:,} inputs not read, {counts.get('problems', 0):,} problems: rawi info {dossier.path}"
        )
    tell(f"look at it: rawi serve {dossier.path}")

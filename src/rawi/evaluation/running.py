"""Reading gold's articles with the whole pipeline and figuring the result."""

from __future__ import annotations

import json
from pathlib import Path

from rawi.engines.local import LocalEngine
from rawi.evaluation.articles import evaluate_articles
from rawi.evaluation.corpora import evaluate_utterances
from rawi.evaluation.matching import Row
from rawi.interchange.articles import encode_article
from rawi.interchange.corpus import corpus_rows
from rawi.model.article import Article
from rawi.model.errors import InputError
from rawi.pipeline import Settings, annotate_articles, compare_articles
from rawi.reading.results import ReadArticle


def read_rows(path: Path) -> list[Row]:
    """The JSON objects of a file of JSON lines."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except (OSError, json.JSONDecodeError) as error:
        raise InputError(f"{path}: can't be read as gold ({error})") from error


def evaluate_folder(
    gold: Path, *, fast: bool = False, dated: bool = False, engine: LocalEngine = LocalEngine()
) -> dict[str, object]:
    """Figures of the whole pipeline on a gold folder (or one file of gold articles).

    Articles are read as ``input.jsonl`` gives them, or else as bare texts; with ``dated`` their true dates are given.
    """
    folder, file = (gold, gold / "articles.jsonl") if gold.is_dir() else (gold.parent, gold)
    marked = read_rows(file)
    given = read_rows(folder / "input.jsonl") if (folder / "input.jsonl").exists() and gold.is_dir() else marked
    reads = [ReadArticle(_article(row, dated=dated or given is not marked)) for row in given]
    settings = Settings(fast=fast, strict=True)
    annotated = tuple(annotate_articles(reads, settings, engine))
    corpus = compare_articles(annotated, settings)
    rows: list[Row] = [json.loads(encode_article(article)) for article in corpus.articles]
    figures: dict[str, object] = dict(evaluate_articles(marked, rows))
    if (folder / "utterances.jsonl").exists() and gold.is_dir():
        utterances = json.loads(json.dumps(list(corpus_rows(corpus, "utterances"))))
        figures |= evaluate_utterances(read_rows(folder / "utterances.jsonl"), utterances, rows, marked)
    return figures


def _article(row: Row, *, dated: bool) -> Article:
    published = row.get("published") if dated else None
    if isinstance(published, dict):
        published = published["earliest"] if published["earliest"] == published["latest"] else None
    return Article.create(
        row["text"],
        title=row.get("title"),
        outlet=row.get("outlet"),
        url=row.get("url"),
        author=row.get("author"),
        published=published,
        given_id=row.get("id"),
    )

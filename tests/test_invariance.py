"""The same dossier whatever the order of the input, the number of workers, and whether articles came at once or not.

On our samples, and on a hundred real articles that copy each other and tell of the same happenings (shared data),
half of them without the date that the comparison then has to find. All that a user can take out is compared.
"""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest

from rawi.engines.local import LocalEngine
from rawi.interchange.articles import encode_article, encode_row
from rawi.interchange.corpus import KINDS
from rawi.interchange.pile import Pile
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.model.corpus import ComparedCorpus
from rawi.pipeline import Settings, annotate_articles, compare_articles, compare_pile
from rawi.reading.results import ReadArticle
from rawi.reading.sources import read_articles
from rawi.search.passages import cut_passages
from rawi.store.dossier import MOST_ARTICLES, Dossier, open_dossier

FAST = Settings(fast=True, strict=True)
TODAY = "2021-12-31"
# Of the 128 gold pairs so many: enough for findings of every kind, few enough for a test.
PAIRS = 60


@pytest.fixture(scope="module")
def written(samples: Path) -> tuple[AnnotatedArticle, ...]:
    """Our samples, annotated one by one."""
    found = read_articles([samples / "articles.jsonl", samples / "articles"])
    return tuple(annotate_articles([item for item in found if isinstance(item, ReadArticle)], FAST))


@pytest.fixture(scope="module")
def real(shared: Path) -> tuple[AnnotatedArticle, ...]:
    """The articles of the gold pairs, annotated one by one; every other one without its date."""
    sides = set()
    for line in (shared / "gold" / "news" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()[:PAIRS]:
        row = json.loads(line)
        sides.update((side["file_date"], side["index"]) for side in (row["a"], row["b"]))
    reads = []
    for day in sorted({day for day, _ in sides}):
        with zipfile.ZipFile(shared / "data" / "saudinewsnet" / f"{day}.zip") as archive:
            rows = json.loads(archive.read(archive.namelist()[0]))
        for index in sorted(index for found, index in sides if found == day):
            row = rows[index]
            if not row["content"].strip():
                continue
            article = Article.create(
                row["content"],
                title=row["title"],
                outlet=row["source"],
                url=row["url"],
                published=day if len(reads) % 2 else None,
            )
            reads.append(ReadArticle(article))
    return tuple(annotate_articles(reads, FAST))


@pytest.fixture(scope="module")
def compared(real: tuple[AnnotatedArticle, ...]) -> ComparedCorpus:
    """The real articles compared at once, in the order of days."""
    return compare_articles(real, FAST, today=TODAY)


def assert_same(found: ComparedCorpus, expected: ComparedCorpus) -> None:
    """All kinds of findings are the same, told kind by kind."""
    for field in fields(ComparedCorpus):
        assert getattr(found, field.name) == getattr(expected, field.name), f"other {field.name}"


def test_the_real_articles_hold_something_of_every_kind(compared: ComparedCorpus) -> None:
    assert len(compared.articles) > 100
    for name, _ in KINDS.values():
        assert getattr(compared, name), f"no {name}"
    assert any(story.storyline for story in compared.stories)
    assert any(article.published.basis == "inferred" for article in compared.articles)


def test_real_articles_in_any_order(real: tuple[AnnotatedArticle, ...], compared: ComparedCorpus) -> None:
    shuffled = list(real)
    random.Random(5).shuffle(shuffled)
    assert_same(compare_articles(shuffled, FAST, today=TODAY), compared)


def test_real_articles_on_disk_with_two_workers(
    real: tuple[AnnotatedArticle, ...], compared: ComparedCorpus, tmp_path: Path
) -> None:
    with Pile.gather(reversed(real), tmp_path) as pile:
        resolved, found = compare_pile(pile, FAST, today=TODAY, engine=LocalEngine(2))
    with resolved:
        assert_same(replace(found, articles=tuple(resolved)), compared)


def test_real_articles_in_three_batches(
    real: tuple[AnnotatedArticle, ...], compared: ComparedCorpus, tmp_path: Path
) -> None:
    shuffled = list(real)
    random.Random(6).shuffle(shuffled)
    third = len(shuffled) // 3
    batches = [shuffled[:third], shuffled[third : 2 * third], shuffled[2 * third :]]
    assert build(tmp_path / "batches.rawi", batches) == build(tmp_path / "whole.rawi", [real], compared)


def test_samples_one_by_one(written: tuple[AnnotatedArticle, ...], tmp_path: Path) -> None:
    shuffled = list(written)
    random.Random(7).shuffle(shuffled)
    single = build(tmp_path / "single.rawi", [shuffled[:-4], *([article] for article in shuffled[-4:])])
    whole = build(tmp_path / "whole.rawi", [written])
    assert {what for what, lines in whole.items() if lines} >= {"articles", *KINDS}
    for what, lines in whole.items():
        assert single[what] == lines, f"other {what}"


def build(
    path: Path, batches: Iterable[Sequence[AnnotatedArticle]], known: ComparedCorpus | None = None
) -> dict[str, list[bytes]]:
    """What ``rawi export`` writes of a dossier that was compared (or is ``known``) after each batch, by kind."""
    with open_dossier(path, write=True) as dossier:
        for batch in batches:
            for start in range(0, len(batch), MOST_ARTICLES):
                dossier.add_articles(batch[start : start + MOST_ARTICLES], "test", cut_passages)
            corpus = known or compare_articles(list(dossier.articles_alone()), FAST, today=TODAY)
            dossier.rewrite_articles(corpus.articles)
            dossier.write_findings(corpus, "test")
        return export(dossier)


def export(dossier: Dossier) -> dict[str, list[bytes]]:
    """The lines of each kind, in the order in which they are written."""
    lines = {"articles": list(map(encode_article, dossier.articles()))}
    return lines | {what: list(map(encode_row, dossier.findings(what))) for what in KINDS}

"""Fixtures for all tests."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeGuard

import pytest

from rawi.pipeline import Settings, annotate_articles, compare_articles
from rawi.reading.results import ReadArticle, Rejected
from rawi.reading.sources import read_articles
from rawi.search.passages import cut_passages
from rawi.store.dossier import open_dossier

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared data beside the repository (gold, seeds, public data); tests that need it skip loudly without it."""
    folder = Path(os.environ.get("RAWI_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"shared data not found at {folder}: set RAWI_SHARED to its folder to run this test")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """Our own sample articles."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def sample_dossier(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier built from the samples."""
    path = tmp_path_factory.mktemp("dossier") / "samples.rawi"
    reads = [item for item in read_articles([samples / "articles.jsonl", samples / "articles"]) if _is_article(item)]
    annotated = tuple(annotate_articles(reads, Settings(strict=True)))
    corpus = compare_articles(annotated, today="2021-12-31")
    with open_dossier(path, write=True) as dossier:
        dossier.add_articles(annotated, "test", cut_passages)
        dossier.rewrite_articles(corpus.articles)
        dossier.write_findings(corpus, "test")
    return path


def _is_article(item: ReadArticle | Rejected) -> TypeGuard[ReadArticle]:
    assert isinstance(item, ReadArticle), item
    return True

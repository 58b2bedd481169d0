"""``rawi check``: prove that a dossier and a brief rest on their characters."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from rawi.cli.arguments import dossier_argument
from rawi.cli.focusing import focused_records
from rawi.interchange.corpus import KINDS
from rawi.model.annotation import AnnotatedArticle
from rawi.model.errors import InputError
from rawi.reporting.brief import make_brief
from rawi.reporting.checking import Finding, check_brief
from rawi.reporting.focus import Focus
from rawi.reporting.markdown import read_markdown, write_markdown
from rawi.reporting.verifying import verify_article, verify_findings
from rawi.store.dossier import Dossier, open_dossier

_MOST_SHOWN = 50


@click.command()
@dossier_argument
@click.argument("brief", required=False, type=click.Path(path_type=Path, dir_okay=False))
def check(dossier: Path, brief: Path | None) -> None:
    """Check that BRIEF (Markdown) and the articles it cites rest on their characters; without BRIEF, all of DOSSIER.

    All of it: every annotation, every finding, and the brief that Rawi itself would write. Exit code 1 where something
    is not supported.

    \b
    rawi check news.rawi
    rawi check news.rawi brief.md
    """
    with open_dossier(dossier) as opened:
        if brief is not None:
            written = _read(brief)
            articles = {annotated.id: annotated for annotated in opened.articles(_cited(written))}
            found = _verify(articles) + check_brief(written, articles.get)
        else:
            articles = {annotated.id: annotated for annotated in opened.articles()}
            found = _verify(articles) + verify_findings(_all_findings(opened), articles.get)
            made = make_brief(focused_records(opened, Focus()), dossier.stem)
            if made.sections:
                found += check_brief(write_markdown(made), articles.get)
    _report(found, articles)


def _verify(articles: dict[str, AnnotatedArticle]) -> list[Finding]:
    return [finding for annotated in articles.values() for finding in verify_article(annotated)]


def _cited(written: str) -> list[str]:
    return sorted({name for line in read_markdown(written) for name, _, _ in line.places})


def _all_findings(opened: Dossier) -> Iterator[tuple[str, Any]]:
    for what in KINDS:
        for item in opened.findings(what):
            yield what, item


def _read(brief: Path) -> str:
    try:
        return brief.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{brief}: not a text in UTF-8") from error


def _report(found: list[Finding], articles: dict[str, AnnotatedArticle]) -> None:
    for finding in found[:_MOST_SHOWN]:
        click.echo(f"{finding.place}: {finding.why}")
    if len(found) > _MOST_SHOWN:
        click.echo(f"... and {len(found) - _MOST_SHOWN:,} more")
    click.echo(f"{len(articles):,} articles checked, {len(found):,} unsupported", err=True)
    if found:
        sys.exit(1)

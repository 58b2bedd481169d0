"""``rawi check``: prove that a dossier and a brief rest on their characters."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from rawi.cli.arguments import dossier_argument
from rawi.interchange.corpus import KINDS
from rawi.model.annotation import AnnotatedArticle
from rawi.model.errors import InputError
from rawi.reporting.brief import make_brief
from rawi.reporting.checking import Finding, check_brief
from rawi.reporting.markdown import write_markdown
from rawi.reporting.verifying import verify_article, verify_findings
from rawi.store.dossier import Dossier, open_dossier

_MOST_SHOWN = 50


@click.command()
@dossier_argument
@click.argument("brief", required=False, type=click.Path(path_type=Path, dir_okay=False))
def check(dossier: Path, brief: Path | None) -> None:
    """Re-read DOSSIER, and BRIEF (Markdown) if given, and fail on anything that its characters do not support.

    Without BRIEF, the brief that Rawi itself would write is checked. Exit code 1 where something is not supported.

    \b
    rawi check news.rawi
    rawi check news.rawi brief.md
    """
    with open_dossier(dossier) as opened:
        articles = {annotated.id: annotated for annotated in opened.articles()}
        found = [finding for annotated in articles.values() for finding in verify_article(annotated)]
        found += verify_findings(_all_findings(opened), articles.get)
        written = _written(opened, brief, dossier)
        if written is not None:
            found += check_brief(written, articles.get)
    _report(found, articles)


def _all_findings(opened: Dossier) -> Iterator[tuple[str, Any]]:
    for what in KINDS:
        for item in opened.findings(what):
            yield what, item


def _written(opened: Dossier, brief: Path | None, dossier: Path) -> str | None:
    if brief is None:
        made = make_brief(opened.corpus(), dossier.stem)
        return write_markdown(made) if made.sections else None
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

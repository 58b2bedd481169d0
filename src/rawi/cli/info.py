"""``rawi info``: what a dossier holds, and what went wrong when it was built."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.arguments import dossier_argument
from rawi.store.dossier import open_dossier


@click.command()
@dossier_argument
@click.option("--problems/--no-problems", default=True, help="List inputs not read and problems of articles.")
def info(dossier: Path, problems: bool) -> None:
    """Count what DOSSIER holds and list what could not be read.

    \b
    rawi info news.rawi
    """
    with open_dossier(dossier) as opened:
        for name, count in opened.counts().items():
            click.echo(f"{name:14} {count:>10,}")
        if not problems:
            return
        for name, problem in opened.rejected():
            click.echo(f"not read: {name}: {problem.detail}")
        for annotated in opened.articles():
            for problem in annotated.problems:
                where = annotated.article.url or annotated.article.read_from or annotated.id
                click.echo(f"{where}: {problem.stage}: {problem.slug}: {problem.detail}")

"""``rawi search``: passages of a dossier that hold words."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.options import dossier_argument
from rawi.model.errors import InputError
from rawi.search.query import parse_query
from rawi.store.dossier import open_dossier


@click.command()
@dossier_argument
@click.argument("words")
@click.option("--most", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Passages to show.")
def search(dossier: Path, words: str, most: int) -> None:
    """Find the passages of DOSSIER that hold WORDS: spelling, vowel marks and proclitics are forgiven.

    \b
    rawi search news.rawi "القوات الأميركية"
    rawi search news.rawi '"جدول زمني" -النفط'
    """
    query = parse_query(words)
    if not query.expression:
        raise InputError("nothing to search for: give at least one word or number")
    with open_dossier(dossier) as opened:
        for name, span, _ in opened.match(query.expression, most):
            annotated = opened.article(name)
            if annotated is not None:
                about = " ".join(filter(None, (annotated.article.outlet, annotated.published.earliest)))
                passage = " ".join(span.of(annotated.text).split())
                click.echo(f"{name}:{span.start}-{span.end}\t{about}\t{passage}")

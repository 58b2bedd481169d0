"""``rawi search``: passages of a dossier that hold words."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.arguments import dossier_argument
from rawi.cli.progress import tell
from rawi.model.errors import InputError
from rawi.search.query import parse_query
from rawi.store.dialect import Within
from rawi.store.dossier import open_dossier


@click.command()
@dossier_argument
@click.argument("words")
@click.option("--most", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Passages to show.")
@click.option("--outlet", default=None, help="Only articles of this outlet.")
@click.option("--speaker", default=None, metavar="ID", help="Only words of this speaker (an entity's id).")
@click.option("--from", "earliest", default=None, metavar="DATE", help="First day (YYYY-MM-DD).")
@click.option("--to", "latest", default=None, metavar="DATE", help="Last day (YYYY-MM-DD).")
def search(
    dossier: Path,
    words: str,
    most: int,
    outlet: str | None,
    speaker: str | None,
    earliest: str | None,
    latest: str | None,
) -> None:
    """Find the passages of DOSSIER that hold WORDS: spelling, vowel marks and proclitics are forgiven.

    A question in English or French is asked in Arabic, by names and a glossary of news.

    \b
    rawi search news.rawi "القوات الأميركية"
    rawi search news.rawi '"جدول زمني" -النفط' --from 2021-01-01
    rawi search news.rawi "US troops withdrawal timetable"
    """
    query = parse_query(words)
    if not query.expression:
        raise InputError("nothing to search for: give at least one word or number")
    if query.unknown:
        tell(f"not understood: {', '.join(query.unknown)}")
    with open_dossier(dossier) as opened:
        for name, span, _ in opened.match(query.expression, most, Within(outlet, speaker, earliest, latest)):
            annotated = opened.article(name)
            if annotated is not None:
                about = " ".join(filter(None, (annotated.article.outlet, annotated.published.earliest)))
                passage = " ".join(span.of(annotated.text).split())
                click.echo(f"{name}:{span.start}-{span.end}\t{about}\t{passage}")

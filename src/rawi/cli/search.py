"""``rawi search``: passages of a dossier that hold words."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.arguments import dossier_argument
from rawi.cli.progress import tell
from rawi.model.errors import InputError
from rawi.search.encoder import has_encoder, load_encoder
from rawi.search.finding import WAYS, By, Meanings, find_passages
from rawi.search.meaning import index_path, read_index
from rawi.search.query import parse_query
from rawi.store.dialect import Within
from rawi.store.dossier import Dossier, open_dossier
from rawi.store.searching import articles_within


@click.command()
@dossier_argument
@click.argument("words")
@click.option(
    "--by",
    type=click.Choice(WAYS),
    default=None,
    help="Words, meaning, or both (meaning needs: rawi index).  [default: both where there is an index]",
)
@click.option("--most", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Passages to show.")
@click.option("--outlet", default=None, help="Only articles of this outlet.")
@click.option("--speaker", default=None, metavar="ID", help="Only words of this speaker (an entity's id).")
@click.option("--from", "earliest", default=None, metavar="DATE", help="First day (YYYY-MM-DD).")
@click.option("--to", "latest", default=None, metavar="DATE", help="Last day (YYYY-MM-DD).")
def search(
    dossier: Path,
    words: str,
    by: By | None,
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
    if not any(letter.isalnum() for letter in words):
        raise InputError("nothing to search for: give at least one word or number")
    if query.unknown:
        tell(f"not understood: {', '.join(query.unknown)}")
    within = Within(outlet, speaker, earliest, latest)
    with open_dossier(dossier) as opened:
        meanings = _meanings(opened, by, within)
        found = find_passages(
            words,
            query,
            lambda expression, limit: opened.match(expression, limit, within),
            most=most,
            by=by or ("both" if meanings else "words"),
            meanings=meanings,
        )
        for hit in found.hits:
            annotated = opened.article(hit.article)
            if annotated is not None:
                about = " ".join(filter(None, (annotated.article.outlet, annotated.published.earliest)))
                passage = " ".join(hit.span.of(annotated.text).split())
                click.echo(f"{hit.article}:{hit.span.start}-{hit.span.end}\t{about}\t{passage}")


def _meanings(opened: Dossier, by: By | None, within: Within) -> Meanings | None:
    """The vectors and the encoder, where they are wanted and there."""
    path = index_path(opened.path)
    if by == "words" or (by is None and not (path.exists() and has_encoder())):
        return None
    encoder = load_encoder()
    index = read_index(path)
    if index is None or index.encoder != encoder.name:
        if by is None:
            return None
        raise InputError(f"{opened.path}: not indexed by meaning. Run: rawi index {opened.path}")
    return Meanings(index, encoder, articles_within(opened, within))

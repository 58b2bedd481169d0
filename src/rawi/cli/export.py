"""``rawi export``: what a dossier holds, as JSON lines."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rawi.cli.arguments import dossier_argument
from rawi.interchange.articles import encode_article, encode_row
from rawi.interchange.corpus import KINDS
from rawi.store.dossier import open_dossier


@click.command()
@dossier_argument
@click.option("--what", required=True, type=click.Choice(["articles", *KINDS]), help="What to write.")
def export(dossier: Path, what: str) -> None:
    """Write what DOSSIER holds to standard output, one JSON line each.

    \b
    rawi export news.rawi --what articles > articles.jsonl
    rawi export news.rawi --what comparisons | jq 'select(.relation == "conflicts")'
    """
    output = sys.stdout.buffer
    with open_dossier(dossier) as opened:
        lines = map(encode_article, opened.articles()) if what == "articles" else map(encode_row, opened.findings(what))
        for line in lines:
            output.write(line + b"\n")
    output.flush()

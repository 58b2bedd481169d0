"""``rawi evaluate``: our figures against gold."""

from __future__ import annotations

import json
from pathlib import Path

import click

from rawi.cli.options import make_engine
from rawi.evaluation.compared import evaluate_dossier
from rawi.evaluation.running import evaluate_folder


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.option("--fast", is_flag=True, help="Without the trained tagger.")
@click.option("--dated", is_flag=True, help="Give the articles' true dates where GOLD has no input.jsonl.")
@click.option(
    "--corpus",
    metavar="DOSSIER",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="A dossier that holds GOLD's articles among those of their days: figures of stories, copies and conflicts.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--workers", type=click.IntRange(1, 256), default=None)
def evaluate(gold: Path, fast: bool, dated: bool, corpus: Path | None, as_json: bool, workers: int | None) -> None:
    """Read the articles of GOLD, compare what is found with what people marked, and print the figures.

    GOLD is a folder with articles.jsonl (and input.jsonl, utterances.jsonl where it has them), or such a file. The
    figures are percentages; n is how many gold items each stands on. Whether articles are of one story, or copies
    (pairs.jsonl, clusters.jsonl, conflicts.jsonl of GOLD), is measured on a compared dossier.

    \b
    rawi evaluate gold/seeds
    rawi evaluate gold/news --json
    rawi build press/2015-08-0*.jsonl --into august.rawi
    rawi evaluate gold/news --corpus august.rawi
    """
    figures = evaluate_folder(gold, fast=fast, dated=dated, engine=make_engine(workers, 1))
    if corpus is not None:
        figures |= evaluate_dossier(gold if gold.is_dir() else gold.parent, corpus)
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    for name, value in figures.items():
        shown = "  ".join(f"{key} {number}" for key, number in value.items()) if isinstance(value, dict) else value
        click.echo(f"{name:45s} {shown}")

"""Options of the commands that read articles."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from rawi.engines.local import LocalEngine
from rawi.pipeline import Settings
from rawi.reading.tables import Columns

Command = TypeVar("Command", bound=Callable[..., Any])


def reading_options(command: Command) -> Command:
    """INPUT..., --column, and how articles are annotated."""
    for option in reversed(
        (
            click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="INPUT..."),
            click.option(
                "--column",
                "columns",
                multiple=True,
                metavar="FIELD=COLUMN",
                help="Which column of a table gives a field (text, id, outlet, url, title, author, published). "
                "Usual names are found without it.",
            ),
            click.option("--fast", is_flag=True, help="The smaller, faster tagger: for bulk work."),
            click.option(
                "--model", type=click.Path(path_type=Path, file_okay=False), help="Folder of a tagger of your own."
            ),
            click.option(
                "--knowledge", type=click.Path(path_type=Path, file_okay=False), help="Folder of tables of your own."
            ),
            click.option(
                "--workers",
                type=click.IntRange(1, 256),
                default=None,
                help="Processes that read articles. [default: one a processor]",
            ),
            click.option(
                "--strict", is_flag=True, help="Stop at the first error in an article instead of recording it."
            ),
        )
    ):
        command = option(command)
    return command


def make_columns(pairs: tuple[str, ...]) -> Columns:
    """The mapping of ``--column`` options."""
    for pair in pairs:
        if "=" not in pair:
            raise click.BadParameter(f"{pair!r} is not FIELD=COLUMN, such as text=content", param_hint="--column")
    return Columns.parse(dict(pair.split("=", 1) for pair in pairs))


def make_settings(*, fast: bool, model: Path | None, knowledge: Path | None, strict: bool) -> Settings:
    """How articles are annotated, from the options."""
    return Settings(fast=fast, model=model, knowledge=knowledge, strict=strict)


def make_engine(workers: int | None, articles: int | None = None) -> LocalEngine:
    """Worker processes; a handful of articles isn't worth starting any."""
    few = articles is not None and articles < 50
    return LocalEngine(1 if few else workers or os.cpu_count() or 1)

"""``rawi brief``: a short cited report from a dossier."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from rawi.cli.arguments import dossier_argument
from rawi.cli.focusing import focused_records
from rawi.cli.progress import tell
from rawi.model.errors import InputError
from rawi.reporting.brief import make_brief
from rawi.reporting.briefing import Brief
from rawi.reporting.docx import write_docx
from rawi.reporting.endpoint import Endpoint
from rawi.reporting.focus import Focus
from rawi.reporting.html import write_html
from rawi.reporting.markdown import write_markdown
from rawi.reporting.rewriting import rewrite as polish
from rawi.store.dossier import Dossier, open_dossier

_WRITERS: dict[str, Callable[[Brief], bytes]] = {
    "markdown": lambda brief: write_markdown(brief).encode(),
    "html": lambda brief: write_html(brief).encode(),
    "docx": write_docx,
}


@click.command()
@dossier_argument
@click.option(
    "--language", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Of the frame words."
)
@click.option(
    "--format", "form", type=click.Choice(["markdown", "html", "docx"]), default="markdown", show_default=True
)
@click.option(
    "--about", default=None, metavar="ID|WORDS", help="A story, an entity (ids) or words. [default: everything]"
)
@click.option("--from", "earliest", default=None, metavar="DATE", help="First day (YYYY-MM-DD).")
@click.option("--to", "latest", default=None, metavar="DATE", help="Last day (YYYY-MM-DD).")
@click.option(
    "--rewrite",
    default=None,
    metavar="URL",
    help="Polish the wording by your own model at an OpenAI-compatible address; what it makes up is thrown out.",
)
@click.option("--rewrite-model", default="default", show_default=True, help="The model's name there.")
@click.option("--rewrite-key", default=None, metavar="VARIABLE", help="Environment variable that holds the key.")
@click.option("--rewrite-seconds", type=float, default=60.0, show_default=True, help="How long to wait for a line.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="File.  [default: standard output]"
)
def brief(
    dossier: Path,
    language: str,
    form: str,
    about: str | None,
    earliest: str | None,
    latest: str | None,
    rewrite: str | None,
    rewrite_model: str,
    rewrite_key: str | None,
    rewrite_seconds: float,
    out: Path | None,
) -> None:
    """Write a short report on DOSSIER: every line is a record of it and cites the characters it rests on.

    \b
    rawi brief news.rawi > brief.md
    rawi brief news.rawi --language en --format html --out brief.html
    rawi brief news.rawi --format docx --out brief.docx
    rawi brief news.rawi --about "الانسحاب" --from 2021-07-01
    rawi brief news.rawi --rewrite http://127.0.0.1:8080/v1 --rewrite-model my-model
    """
    with open_dossier(dossier) as opened:
        focus = _focus(opened, about, earliest, latest)
        records = focused_records(opened, focus)
        made = make_brief(records, about_title(opened, about, dossier), "en" if language == "en" else "ar", focus)
    if not made.sections:
        raise InputError(f"{dossier}: nothing to report on that; try other words or a wider period")
    if rewrite is not None:
        made = _polish(made, Endpoint(rewrite, rewrite_model, _key(rewrite_key), rewrite_seconds))
    content = _WRITERS[form](made)
    if out is not None:
        out.write_bytes(content)
    elif form == "docx" and sys.stdout.isatty():
        raise InputError("a Word file can't be shown here: give --out FILE.docx")
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _key(variable: str | None) -> str | None:
    if variable is None:
        return None
    if not os.environ.get(variable):
        raise InputError(f"--rewrite-key: the environment variable {variable} is not set")
    return os.environ[variable]


def _polish(made: Brief, endpoint: Endpoint) -> Brief:
    polished, refused = polish(made, endpoint.ask)
    lines = [line for section in polished.sections for line in section.lines]
    for item in refused:
        tell(f"left as it was: {item.line[:60]} …: {item.why}")
    tell(f"{sum(line.machine for line in lines)} of {len(lines)} lines reworded, {len(refused)} left as they were")
    return polished


def _focus(opened: Dossier, about: str | None, earliest: str | None, latest: str | None) -> Focus:
    if about is None:
        return Focus(earliest=earliest, latest=latest)
    story = opened.finding("stories", about)
    if story is not None:
        return Focus(articles=frozenset(story.reports), earliest=earliest, latest=latest)
    if opened.finding("entities", about) is not None:
        return Focus(entity=about, earliest=earliest, latest=latest)
    return Focus(words=about, earliest=earliest, latest=latest)


def about_title(opened: Dossier, about: str | None, dossier: Path) -> str:
    """What the brief is called: the story's or entity's name, the words asked for, or the file's name."""
    if about is None:
        return dossier.stem
    found = opened.finding("stories", about) or opened.finding("entities", about)
    return getattr(found, "title", None) or getattr(found, "name", None) or about

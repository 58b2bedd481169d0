"""The command line: one file a command."""

from __future__ import annotations

import click

from rawi.cli.annotate import annotate
from rawi.cli.brief import brief
from rawi.cli.build import build
from rawi.cli.check import check
from rawi.cli.errors import TellingGroup
from rawi.cli.evaluate import evaluate
from rawi.cli.export import export
from rawi.cli.info import info
from rawi.cli.judge import judge
from rawi.cli.search import search
from rawi.cli.serve import serve


@click.group(cls=TellingGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="rawi")
def main() -> None:
    """Read Arabic news: who said what, through whom, when; where the accounts agree, differ or changed.

    \b
    rawi build articles/ --into news.rawi     read a folder or table into a dossier
    rawi serve news.rawi                      look at it in a browser
    rawi brief news.rawi                      a short cited report
    rawi check news.rawi                      prove that every line rests on its words
    """


for command in (annotate, build, export, serve, brief, check, search, info, judge, evaluate):
    main.add_command(command)

"""The command line: one file a command."""

from __future__ import annotations

import click

from rawi.cli.errors import TellingGroup

_SUMMARIES = {
    "annotate": "Write each article with all that was found in it, as JSON lines.",
    "build": "Read articles into a dossier, and compare all that it holds.",
    "export": "Write what a dossier holds as JSON lines.",
    "serve": "Look at a dossier in a browser: read, compare, search, correct.",
    "brief": "Write a short report, every line citing its words.",
    "check": "Fail on anything that the cited characters do not support.",
    "search": "Find passages, in Arabic, English or French.",
    "index": "Make a dossier searchable by meaning (needs an extra package).",
    "info": "Count what a dossier holds and list what could not be read.",
    "judge": "Keep your own judgements beside the computed ones.",
    "evaluate": "Measure Rawi against texts annotated by people.",
}


@click.group(
    cls=TellingGroup,
    summaries=_SUMMARIES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="rawi")
def main() -> None:
    """Read Arabic news: who said what, through whom, when; where the accounts agree, differ or changed.

    \b
    rawi build articles/ --into news.rawi     read a folder or table into a dossier
    rawi serve news.rawi                      look at it in a browser
    rawi brief news.rawi                      a short cited report
    rawi check news.rawi                      prove that every line rests on its words
    """

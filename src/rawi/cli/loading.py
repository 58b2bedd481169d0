"""Commands are loaded when they are run: help, search and the reading room don't wait for the tagger."""

from __future__ import annotations

import importlib
from typing import Any

import click


class LoadingGroup(click.Group):
    """A command group whose commands live in ``rawi.cli.NAME`` and are loaded by name, in this one place."""

    def __init__(self, *given: Any, summaries: dict[str, str], **named: Any) -> None:
        """``summaries``: command -> the line that the list of commands shows for it, in the order of the list."""
        super().__init__(*given, **named)
        self._summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they were given."""
        return list(self._summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        if cmd_name not in self._summaries:
            return None
        command: click.Command = getattr(importlib.import_module(f"rawi.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the summaries: no command is loaded for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))

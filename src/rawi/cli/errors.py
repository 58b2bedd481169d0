"""Errors for people: one sentence on standard error and an exit code, never a traceback."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from typing import Any

import click

from rawi.cli.loading import LoadingGroup
from rawi.model.errors import RawiError

# 0: done, 1: a check found something, 2: wrong use or input (click's own), 3: the file or disk refused, 130: stopped.
FAILED = 2
REFUSED = 3
STOPPED = 130


class TellingGroup(LoadingGroup):
    """A command group that turns Rawi's errors, full disks and Ctrl-C into a sentence and an exit code."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **named: Any) -> Any:
        """Run a command; see the class."""
        warnings.showwarning = _show_warning
        try:
            return super().main(args, *rest, **named)
        except RawiError as error:
            _fail(str(error), FAILED)
        except BrokenPipeError:
            # The reader of our output went away (| head): nothing is wrong.
            sys.stderr.close()
            sys.exit(0)
        except KeyboardInterrupt:
            _fail("stopped; what was written before is whole, run the same command to go on", STOPPED)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            _fail(f"{place}{error.strerror or error}", REFUSED)


def _fail(message: str, code: int) -> None:
    click.echo(f"rawi: {message}", err=True)
    sys.exit(code)


def _show_warning(message: Warning | str, *_: Any, **__: Any) -> None:
    click.echo(f"rawi: warning: {message}", err=True)

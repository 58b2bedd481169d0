"""The argument that most commands share."""

from __future__ import annotations

from pathlib import Path

import click

dossier_argument = click.argument("dossier", type=click.Path(path_type=Path))

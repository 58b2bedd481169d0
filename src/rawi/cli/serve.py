"""``rawi serve``: the reading room."""

from __future__ import annotations

import threading
from pathlib import Path

import click
import uvicorn

from rawi.cli.arguments import dossier_argument
from rawi.cli.progress import tell
from rawi.web.app import make_app
from rawi.web.warming import warm


@click.command()
@dossier_argument
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8787, show_default=True)
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
def serve(dossier: Path, host: str, port: int, open_browser: bool) -> None:
    """Look at DOSSIER in a browser: read, compare, search, correct. Works offline.

    \b
    rawi serve news.rawi
    rawi serve news.rawi --port 9000 --open
    """
    app = make_app(dossier)
    address = f"http://{host}:{port}/"
    tell(f"{dossier} is open at {address} (stop with Ctrl-C)")
    # A dossier of 30,000 articles takes seconds to sum up: begun now, done by the time somebody has opened the page.
    threading.Thread(target=warm, args=(app,), daemon=True).start()
    if open_browser:
        click.launch(address)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)

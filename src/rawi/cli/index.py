"""``rawi index``: the vectors that searching by meaning needs."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli.arguments import dossier_argument
from rawi.cli.progress import tell, track
from rawi.search.encoder import load_encoder
from rawi.search.meaning import add_openings, empty_index, find_opening, index_path, read_index, write_index
from rawi.store.dossier import open_dossier
from rawi.store.searching import passages_of_articles

# Openings encoded at a time: enough to show progress; the encoder makes its own small batches.
_BATCH = 256
# A run that is stopped loses at most so many openings: the whole file is written anew each time (17 MB for 31,000).
_BETWEEN_WRITES = 4_096


@click.command()
@dossier_argument
def index(dossier: Path) -> None:
    """Make DOSSIER searchable by meaning: a vector for the opening of each article, in a file beside it.

    Needs the sentence encoder: pip install 'rawi[meaning]'. Articles that have their vector are left as they are; a
    run that was stopped goes on where it was. The file, DOSSIER.meaning, can be deleted and made anew.

    \b
    rawi index news.rawi
    rawi search news.rawi "فيضانات في آسيا" --by both
    """
    encoder = load_encoder()
    path = index_path(dossier)
    with open_dossier(dossier) as opened:
        kept = read_index(path)
        if kept is None or kept.encoder != encoder.name:
            kept = empty_index(encoder.name)
        missing = sorted(set(opened.known()) - set(kept.articles))
        written = len(kept)
        batch = []
        for passages in track(passages_of_articles(opened, missing), "indexed", len(missing)):
            opening = find_opening(passages.article, passages.title, passages.text, passages.spans)
            if opening is not None:
                batch.append(opening)
            if len(batch) == _BATCH:
                kept = add_openings(kept, batch, encoder)
                batch = []
                if len(kept) - written >= _BETWEEN_WRITES:
                    write_index(path, kept)
                    written = len(kept)
        kept = add_openings(kept, batch, encoder)
    write_index(path, kept)
    tell(f"{path}: {len(kept):,} articles, {path.stat().st_size / 1e6:.1f} MB")

"""A build that is killed leaves a usable file."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from rawi.store.dossier import open_dossier

WRITER = """
import sys
from pathlib import Path
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.model.span import Span
from rawi.store.dossier import open_dossier

with open_dossier(Path(sys.argv[1]), write=True) as dossier:
    for number in range(10_000):
        batch = [AnnotatedArticle(Article.create(f"خبر {number} {part}")) for part in range(5)]
        dossier.add_articles(batch, "1", lambda article: [(Span(0, 3), article.text)])
        print(number, flush=True)
"""


def test_a_killed_writer_leaves_whole_batches(tmp_path: Path) -> None:
    path = tmp_path / "killed.rawi"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    for _ in range(20):
        writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    with open_dossier(path, write=True) as dossier:
        count = len(dossier.article_ids())
        assert count >= 100
        assert count % 5 == 0
        assert len(dossier.match("خبر", most=100_000)) == count
        assert len(list(dossier.articles())) == count

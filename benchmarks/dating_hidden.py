"""Dates of real articles hidden and found again: from their text alone, and with the rest of the corpus dated.

    python benchmarks/dating_hidden.py FOLDER_OF_ZIPS [--hidden 600] [--others 6000]

FOLDER_OF_ZIPS holds saudinewsnet's days (a zip of one JSON list each). Truth is the date that three outlets keep in the
addresses of their articles (okaz, aleqtisadiya, aljazirah); the address is hidden too. Others stand with their crawl
time.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import zipfile
from pathlib import Path
from typing import Any

from rawi.comparing.dating import date_articles, find_date_links, find_meeting_links, read_articles
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.model.dates import is_date

_ADDRESS = re.compile(r"(?:Issues/|/\d{4}/)(\d{4})(\d{2})(\d{2})/|\.com/(\d{4})/(\d{2})/(\d{2})/")


def true_date(row: dict[str, Any]) -> str | None:
    match = _ADDRESS.search(row["url"])
    if not match or len(row["content"]) < 300:
        return None
    day = "-".join(part for part in match.groups() if part)
    return day if is_date(day) else None


def load(folder: Path) -> list[dict[str, Any]]:
    rows = []
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            rows += json.loads(archive.read(archive.namelist()[0]))
    return rows


def report(name: str, dated: list[AnnotatedArticle], truth: dict[str, str], show: int) -> None:
    exact = inside = bounded = narrow = half = half_right = 0
    wrong = []
    for article in dated:
        day, said = truth[article.id], article.published
        if said.earliest is None and said.latest is None:
            continue
        right = (said.earliest or "") <= day <= (said.latest or "9999")
        if not right:
            wrong.append((day, article))
        if said.earliest and said.latest:
            bounded += 1
            inside += right
            exact += right and said.earliest == said.latest
            narrow += right and said.earliest[:7] == said.latest[:7]
        else:
            half += 1
            half_right += right
    total = len(dated)
    print(
        f"{name}: {total} articles; exact day {exact / total:.1%}; bounded {bounded}, of them inside "
        f"{inside / max(1, bounded):.1%} (within one month {narrow}); "
        f"half-open {half}, right {half_right / max(1, half):.1%}"
    )
    for day, article in wrong[:show]:
        said = article.published
        print(
            "  wrong:",
            day,
            said.earliest,
            said.latest,
            [
                (article.text[cited.start : cited.end][:60] if cited.article == article.id else "(other)", cited.why)
                for cited in said.evidence
            ],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hidden", type=int, default=600)
    parser.add_argument("--others", type=int, default=6000)
    parser.add_argument("--show", type=int, default=12)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    rows, chance = load(options.folder), random.Random(options.seed)
    dated_rows = [row for row in rows if true_date(row)]
    hidden_rows = chance.sample(dated_rows, options.hidden)
    keys = {row["url"] for row in hidden_rows}
    rest = chance.sample([row for row in rows if row["url"] not in keys], options.others)
    hidden = {}
    for row in hidden_rows:
        article = AnnotatedArticle(Article.create(row["content"], title=row["title"], outlet=row["source"]))
        hidden[article.id] = (article, true_date(row) or "")
    truth = {name: day for name, (_, day) in hidden.items()}
    alone_articles = [article for article, _ in hidden.values()]
    knowledge = load_knowledge()
    started = time.process_time()
    alone = [date_articles([article], (), knowledge)[0] for article in alone_articles]
    words = sum(len(article.text.split()) for article in alone_articles)
    print(f"alone: {words / (time.process_time() - started):,.0f} words a second")
    report("text alone", alone, truth, options.show)
    others = [
        AnnotatedArticle(
            Article.create(
                row["content"],
                title=row["title"],
                outlet=row["source"],
                url=row["url"],
                published=true_date(row) or row["date_extracted"].replace(" ", "T"),
            )
        )
        for row in rest
    ]
    corpus = [*alone_articles, *(article for article in others if article.id not in hidden)]
    started = time.process_time()
    read = read_articles(corpus)
    links = (*find_date_links(read), *find_meeting_links(read, knowledge))
    print(f"{len(corpus)} articles, {len(links)} links in {time.process_time() - started:.0f} s")
    together = date_articles(corpus, links, knowledge)[: len(alone_articles)]
    report("with the corpus", list(together), truth, options.show)
    print(f"{time.process_time() - started:.0f} s in all")


if __name__ == "__main__":
    main()

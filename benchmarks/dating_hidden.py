"""Dates of real articles hidden and found again: from their text alone, and with the rest of the corpus dated.

    python benchmarks/dating_hidden.py FOLDER_OF_ZIPS [--hidden 600] [--others 6000] [--half 6000]

FOLDER_OF_ZIPS holds saudinewsnet's days (a zip of one JSON list each). Truth is the date that three outlets keep in the
addresses of their articles (okaz, aleqtisadiya, aljazirah); the address is hidden too. Others stand with their crawl
time. ``--half`` is a mixed crawl: of so many articles of all outlets every other one has lost its date.
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

from rawi.comparing.dating import date_again, date_articles, find_links
from rawi.knowledge import Knowledge, load_knowledge
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


def made(row: dict[str, Any], *, hide: bool) -> AnnotatedArticle:
    """The row as an article, without date and address where they are hidden."""
    if hide:
        return AnnotatedArticle(Article.create(row["content"], title=row["title"], outlet=row["source"]))
    published = true_date(row) or row["date_extracted"].replace(" ", "T")
    return AnnotatedArticle(
        Article.create(row["content"], title=row["title"], outlet=row["source"], url=row["url"], published=published)
    )


def date_corpus(corpus: list[AnnotatedArticle], knowledge: Knowledge) -> list[AnnotatedArticle]:
    started = time.process_time()
    alone = [date_articles([article], (), knowledge)[0] for article in corpus]
    links = find_links(alone, knowledge)
    print(f"{len(corpus)} articles, {len(links)} links in {time.process_time() - started:.0f} s of one core")
    return list(date_again(alone, links, knowledge))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hidden", type=int, default=600)
    parser.add_argument("--others", type=int, default=6000)
    parser.add_argument("--half", type=int, default=0)
    parser.add_argument("--show", type=int, default=12)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    rows, chance = load(options.folder), random.Random(options.seed)
    knowledge = load_knowledge()
    dated_rows = [row for row in rows if true_date(row)]
    if options.half:
        mixed = chance.sample(rows, options.half)
        hidden_rows, rest = mixed[::2], mixed[1::2]
    else:
        hidden_rows = chance.sample(dated_rows, options.hidden)
        keys = {row["url"] for row in hidden_rows}
        rest = chance.sample([row for row in rows if row["url"] not in keys], options.others)
    hidden = {article.id: (article, true_date(row)) for row in hidden_rows for article in [made(row, hide=True)]}
    truth = {name: day for name, (_, day) in hidden.items() if day}
    started = time.process_time()
    alone = [date_articles([hidden[name][0]], (), knowledge)[0] for name in truth]
    words = sum(len(article.text.split()) for article in alone)
    print(f"alone: {words / (time.process_time() - started):,.0f} words a second")
    report("text alone", alone, truth, options.show)
    if not rest:
        return
    others = {article.id: article for row in rest for article in [made(row, hide=False)]}
    corpus = [*(article for article, _ in hidden.values()), *(others[name] for name in others if name not in hidden)]
    together = [article for article in date_corpus(corpus, knowledge) if article.id in truth]
    report("half of the dates hidden" if options.half else "with the corpus", together, truth, options.show)


if __name__ == "__main__":
    main()

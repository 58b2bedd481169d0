"""Our labels: who, where, titles and the parts of quotations, as offsets into texts that are kept elsewhere.

A line of ``labels/*.jsonl`` names its text by address and SHA-256 digest and holds only offsets: the articles
themselves belong to their publishers and are looked up in the corpus folder given on the command line.

``python -m training.labels ANNOTATED.jsonl > labels/NAME.jsonl`` makes such lines from annotated articles.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from training.corpus import RawArticle, digest

LABEL_FOLDER = Path(__file__).parent / "labels"
# Rounds of labelling, each a file of the folder; the third and any later one are learned whole.
ROUNDS = ("first", "second", "third")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Offsets of one reported speech; ``content`` may be in several pieces."""

    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labels; ``mentions`` are (start, end, PER|ORG|LOC|TITLE)."""

    url: str
    day: str
    text: str
    mentions: tuple[tuple[int, int, str], ...]
    quotations: tuple[Quotation, ...]


def read_labels(paths: Iterable[Path], articles: Iterable[RawArticle]) -> list[Labelled]:
    """The labelled articles of some label files, in the order of the files; a text that is not there is an error."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = {row["digest"] for row in rows}
    texts: dict[str, RawArticle] = {}
    for article in articles:
        key = digest(article.text)
        if key in wanted:
            texts.setdefault(key, article)
    missing = [row["url"] for row in rows if row["digest"] not in texts]
    if missing:
        raise SystemExit(f"{len(missing)} labelled texts are not in the corpus, the first is {missing[0]}")
    return [_labelled(row, texts[row["digest"]].text) for row in rows]


def _labelled(row: dict[str, Any], text: str) -> Labelled:
    mentions = tuple((start, end, kind) for start, end, kind in row["mentions"])
    quotations = tuple(
        Quotation(_pair(entry["cue"]), _pair(entry["source"]), tuple((a, b) for a, b in entry["content"]))
        for entry in row["quotations"]
    )
    return Labelled(row["url"], row["day"], text, mentions, quotations)


def _pair(value: Sequence[int] | None) -> tuple[int, int] | None:
    return None if value is None else (value[0], value[1])


@dataclass(frozen=True, slots=True)
class Split:
    """Labelled articles to learn from, to decide by (first round) and to report (second)."""

    train: tuple[Labelled, ...]
    dev: tuple[Labelled, ...]
    test: tuple[Labelled, ...]


# Articles of the first round kept for decisions; one in so many of the second kept for the report.
DEV_ARTICLES = 25
TEST_STEP = 10


def split_labels(first: Sequence[Labelled], second: Sequence[Labelled], *later: Sequence[Labelled]) -> Split:
    """Divide rounds of labelling by digest: an article lands on the same side however many others there are."""
    ordered = sorted(first, key=_lot)
    tested = tuple(article for article in second if int(_lot(article)[:4], 16) % TEST_STEP == 0)
    held = {id(article) for article in (*ordered[:DEV_ARTICLES], *tested)}
    train = tuple(article for article in (*first, *second, *chain.from_iterable(later)) if id(article) not in held)
    return Split(train, tuple(ordered[:DEV_ARTICLES]), tested)


def _lot(article: Labelled) -> str:
    return digest("7" + article.text)


def compact(row: dict[str, Any]) -> dict[str, Any]:
    """An annotated article as one of our label lines."""

    def place(span: dict[str, int] | None) -> list[int] | None:
        return None if span is None else [span["start"], span["end"]]

    return {
        "url": row["url"],
        "day": row["published"],
        "digest": digest(row["text"]),
        "mentions": [[mention["start"], mention["end"], mention["type"]] for mention in row["mentions"]],
        "quotations": [
            {
                "cue": place(quotation["cue"]),
                "source": place(quotation["source"]),
                "content": [place(span) for span in quotation["content"]],
            }
            for quotation in row["quotations"]
        ],
    }


def main(paths: Sequence[str]) -> None:
    """Print the compact lines of annotated files."""
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            print(json.dumps(compact(json.loads(line)), separators=(",", ":")))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Inputs: folders, text files and tables -> articles, in a stable order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rawi.model.errors import InputError
from rawi.reading.results import ReadArticle, Rejected
from rawi.reading.tables import Columns, read_table
from rawi.reading.texts import read_text_file

TABLES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
TEXTS = (".txt",)


def find_files(inputs: Sequence[Path]) -> tuple[Path, ...]:
    """The files that the inputs name, folders opened up (sorted by path), each file once.

    Raises InputError where an input doesn't exist, is of a kind that can't be read, or a folder holds nothing to read.
    """
    files: dict[Path, None] = {}
    for given in inputs:
        if given.is_dir():
            inside = sorted(
                path for path in given.rglob("*") if path.is_file() and path.suffix.lower() in TEXTS + TABLES
            )
            if not inside:
                raise InputError(
                    f"{given}: no articles in this folder (looked for {', '.join(TEXTS + TABLES)} in it and below)"
                )
            files.update(dict.fromkeys(inside))
        elif not given.exists():
            raise InputError(f"{given}: no such file or folder")
        elif given.suffix.lower() not in TEXTS + TABLES:
            raise InputError(f"{given}: can't read this kind of file (give {', '.join(TEXTS + TABLES)} or a folder)")
        else:
            files[given] = None
    return tuple(files)


def read_articles(inputs: Sequence[Path], columns: Columns = Columns()) -> Iterator[ReadArticle | Rejected]:
    """All articles of the inputs, in order. Raises InputError for what can't be read at all."""
    for path in find_files(inputs):
        if path.suffix.lower() in TEXTS:
            yield read_text_file(path)
        else:
            yield from read_table(path, columns)

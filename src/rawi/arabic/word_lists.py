"""Word lists kept as data: classes of words in ``data/speech_words.txt``."""

from __future__ import annotations

import functools
from importlib.resources import files

_FILE = "speech_words.txt"


def read_words(name: str) -> frozenset[str]:
    """The words of one class. Raises KeyError for a class that the file doesn't name.

    >>> "بيان" in read_words("documents")
    True
    """
    return _classes()[name]


@functools.cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    text = (files("rawi.arabic") / "data" / _FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            found[name] = []
        elif line and not line.startswith("#"):
            found[name] += line.split()
    return {name: frozenset(words) for name, words in found.items()}

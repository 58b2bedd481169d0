"""Every word that a page may show has its Arabic."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from rawi.model import labels
from rawi.web.language import Language

ROOT = Path(__file__).resolve().parents[2] / "src" / "rawi"
ARABIC = re.compile("[\u0621-\u064a،]")
_SAID = re.compile(r"say\(([^()]*)\)")


def _labels() -> Iterator[str]:
    for name, kind in vars(labels).items():
        if name[0].isupper() and get_args(kind) and name not in ("TypeAlias", "Literal"):
            yield from get_args(kind)


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))


def _reasons() -> Iterator[str]:
    """Names of features, and sentences without values, that comparing rooms give as reasons."""
    for path in sorted((ROOT / "comparing").rglob("*.py")):
        for call in _calls(path):
            named = getattr(call.func, "id", "")
            if named not in ("Reason", "point") or not call.args:
                continue
            first, last = call.args[0], call.args[-1]
            parts = (part.value for part in ast.walk(first) if isinstance(part, ast.Constant))
            yield from (str(value) for value in parts if _is_slug(value))
            if len(call.args) == 3 and isinstance(last, ast.Constant) and " " in str(last.value):
                yield str(last.value)


def _is_slug(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[a-z]+(_[a-z]+)*", value) is not None


def _evidence() -> Iterator[str]:
    for path in sorted((ROOT / "comparing" / "dating").rglob("*.py")):
        for call in _calls(path):
            if getattr(call.func, "id", "") == "Evidence" and isinstance(call.args[-1], ast.Constant):
                yield str(call.args[-1].value)


def _units() -> Iterator[str]:
    for name in ("units.tsv", "nouns.tsv"):
        with (ROOT / "arabic" / "quantities" / name).open(encoding="utf-8") as file:
            yield from (row[0] for row in csv.reader(file, delimiter="\t") if row and not row[0].startswith("#"))


def _messages() -> Iterator[str]:
    for path in sorted((ROOT / "web").rglob("*")):
        if path.suffix in (".html", ".py"):
            text = re.sub('(?s)""".*?"""', "", path.read_text(encoding="utf-8"))
            for said in _SAID.findall(re.sub('[=!]= "[^"]*"', "", text)):
                yield from () if "~" in said else re.findall('"([^"]+)"', said)
            yield from re.findall(r'"(\{n\} [^"]*)", "\{n\}', text)
            yield from re.findall(r'missing\(request, "([^"]+)"', text)


@pytest.mark.parametrize("gather", [_labels, _reasons, _evidence, _units, _messages])
def test_every_word_has_its_arabic(gather: object) -> None:
    arabic = Language("ar")
    words = sorted(set(gather()))  # type: ignore[operator]
    assert words
    lacking = [
        word
        for word in words
        if not ARABIC.search(word)
        and not ARABIC.search(arabic.say(word))
        and not ARABIC.search(arabic.count(3, word, word))
    ]
    assert lacking == []


def test_english_labels_are_words() -> None:
    english = Language("en")
    assert english.say("differs_in_detail") == "differs in detail"
    assert english.say("PER") == "people"
    assert english.say("Reuters_2") == "Reuters_2"
    assert not [word for word in set(_labels()) if "_" in english.say(word) or english.say(word).isupper()]

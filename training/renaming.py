"""The same article about other people, places and organisations."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from rawi.annotating.tagging.heads import HEADS, NAMES, PROCLITIC
from rawi.annotating.tagging.words import Word, find_words
from training.dataset import IGNORED, Example

_NAMES = [head.name for head in HEADS].index(NAMES.name)
_CUT = [head.name for head in HEADS].index(PROCLITIC.name)
_LIST = Path(__file__).parent / "names.txt"


@dataclass(frozen=True, slots=True)
class RenameConfig:
    """``articles``: share of shown articles in which names are exchanged; ``names``: share of the names in them.
    Not tuned."""

    articles: float = 0.35
    names: float = 0.5


@cache
def listed_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Our list of names by kind, each as its words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    kind = ""
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            names = found.setdefault(kind, [])
            names.extend(tuple(word.form for word in find_words(name)) for name in line.split("|"))
    return {kind: tuple(names) for kind, names in found.items()}


def rename(example: Example, dice: random.Random, config: RenameConfig = RenameConfig()) -> Example:
    """The example with some names exchanged, the same name always for the same one; a lone last name follows."""
    if dice.random() >= config.articles:
        return example
    exchange = _Exchange(dice, config.names)
    words: list[Word] = []
    rows: list[np.ndarray] = []
    place = 0
    while place < len(example.words):
        stop = _name_end(example, place)
        replacement = _replacement(example, place, stop, exchange) if stop > place else None
        if replacement is None:
            stop = max(stop, place + 1)
            words.extend(example.words[place:stop])
            rows.extend(example.targets[place:stop])
        else:
            _put(example, place, replacement, words, rows)
        place = stop
    return Example(tuple(words), np.array(rows).reshape(len(words), len(HEADS)))


def _name_end(example: Example, place: int) -> int:
    """Where the name that begins at a word ends; the word itself when none begins there."""
    label = int(example.targets[place, _NAMES])
    if label % 2 == 0:
        return place
    stop = place + 1
    while stop < len(example.words) and int(example.targets[stop, _NAMES]) == label + 1:
        stop += 1
    return stop


class _Exchange:
    """Which name stands for which in one article."""

    def __init__(self, dice: random.Random, share: float) -> None:
        self._dice = dice
        self._share = share
        self._chosen: dict[tuple[str, ...], tuple[str, ...] | None] = {}

    def stand_in(self, name: tuple[str, ...], kind: str) -> tuple[str, ...] | None:
        """The words put in place of a name, None where it stays."""
        if name not in self._chosen:
            found = self._dice.choice(listed_names()[kind]) if self._dice.random() < self._share else None
            self._chosen[name] = found
            if found is not None and kind == "PER" and len(name) > 1 and len(found) > 1:
                self._chosen.setdefault(name[-1:], found[-1:])
        return self._chosen[name]


def _replacement(example: Example, place: int, stop: int, exchange: _Exchange) -> tuple[str, ...] | None:
    cut = max(0, int(example.targets[place, _CUT]))
    forms = tuple(word.form for word in example.words[place:stop])
    # A fused لل hides the name's own ال; punctuation inside a name is no name to be learned from.
    if forms[0].startswith("لل") or not all(form.isalpha() for form in forms) or _is_torn(example, place, stop):
        return None
    kind = NAMES.labels[int(example.targets[place, _NAMES])][2:]
    return exchange.stand_in((forms[0][cut:], *forms[1:]), kind)


def _is_torn(example: Example, place: int, stop: int) -> bool:
    """Whether another span begins or ends within the name."""
    others = [column for column in range(len(HEADS)) if column not in (_NAMES, _CUT)]
    return any(
        int(example.targets[number, column]) != _inside(int(example.targets[place, column]))
        for number in range(place + 1, stop)
        for column in others
    )


def _inside(label: int) -> int:
    """The label of a span's next word."""
    return label + label % 2


def _put(example: Example, place: int, replacement: tuple[str, ...], words: list[Word], rows: list[np.ndarray]) -> None:
    first, target = example.words[place], example.targets[place]
    prefix = first.form[: max(0, int(target[_CUT]))]
    opening = target.copy()
    head = replacement[0]
    if prefix.endswith("ل") and head.startswith("ال"):
        # للكاظمي: the fused form is one whole, as in our labels.
        prefix, head = prefix[:-1] + "لل", head[2:]
        opening[_CUT] = len(prefix) - 2
    words.append(replace(first, form=prefix + head))
    rows.append(opening)
    for form in replacement[1:]:
        words.append(replace(first, form=form, spaced=True))
        following = np.array([_inside(int(label)) for label in target])
        following[_CUT] = IGNORED
        rows.append(following)

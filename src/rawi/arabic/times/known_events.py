"""Happenings whose day everybody knows: بعد سقوط الموصل، منذ اغتيال سليماني. Public facts, one a row in the table."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

_FILE = "known_events.tsv"
# Words behind the noun within which the happening must be named (اغتيال الجنرال الإيراني قاسم سليماني).
_REACH = 8
# Longer words in و behind the first begin another phrase (عقب الغزو ومثل الكويت).
_SHORT = 3
_STOPS = frozenset(".؟!؛\n")
_CLITICS = ("", "و", "ب", "ل", "ف", "لل")


@dataclass(frozen=True, slots=True)
class _Event:
    """``groups``: the words of one group must all follow the noun."""

    day: str
    groups: tuple[frozenset[str], ...]


@functools.cache
def _events() -> Mapping[str, tuple[_Event, ...]]:
    found: dict[str, list[_Event]] = {}
    text = (files("rawi.arabic") / "data" / _FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        day, nouns, names = line.split("\t")
        groups = () if names == "-" else tuple(frozenset(group.split()) for group in names.split("|"))
        for noun in nouns.split():
            found.setdefault(noun, []).append(_Event(day, groups))
    return {noun: tuple(events) for noun, events in found.items()}


def known_day(folds: Sequence[str], noun: int) -> tuple[str, int] | None:
    """(ISO day or month of the happening, index after the last word that names it), or None.

    >>> known_day("بعد سقوط مدينه الموصل بيد التنظيم".split(), 1)
    ('2014-06-10', 4)
    """
    fold = folds[noun]
    events = _events().get(fold) or _events().get(fold.removeprefix("ال"))
    if not events:
        return None
    window: list[str] = []
    for word in folds[noun + 1 : noun + 1 + _REACH]:
        if word in _STOPS or (window and word.startswith("و") and len(word) > _SHORT):
            break
        window.append(word)
    for event in events:
        if not event.groups and fold.startswith("ال"):
            return event.day, noun + 1
        for group in event.groups:
            places = [_place(window, name) for name in sorted(group)]
            if all(place is not None for place in places):
                return event.day, noun + 2 + max(place for place in places if place is not None)
    return None


def _place(window: Sequence[str], name: str) -> int | None:
    forms = {clitic + name for clitic in _CLITICS} | {"ال" + name}
    if name.startswith("ال"):
        forms.add("لل" + name[2:])
    return next((index for index, word in enumerate(window) if word in forms), None)

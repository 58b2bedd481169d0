"""Lines cut where the direction of writing changes, for files whose readers must be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
# Dates, and words in Latin letters, run from left to right inside an Arabic line; a word processor that is told
# nothing shows 2020-08-20 with its parts turned round.
_LEFTWARD = re.compile(rf"\u200e?\d{{4}}-\d{{2}}(?:-\d{{2}})?|[A-Za-z][^{_ARABIC}«»،؛؟\n]*[A-Za-z0-9]|[A-Za-z]")
# Arabic inside an English line: what is quoted, or words; never over a mark that parts two of them, whose order would
# be turned round with them.
_RIGHTWARD = re.compile(rf"(?<=«)[^«»\n]*[{_ARABIC}][^«»\n]*(?=»)|[{_ARABIC}](?:[^A-Za-z«»()/;:—\n]*[{_ARABIC}])?")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one direction."""

    text: str
    rightward: bool


def cut_runs(text: str, *, rightward: bool) -> Iterator[Run]:
    """A line cut where its direction changes; ``rightward`` is the line's own.

    >>> [(run.text, run.rightward) for run in cut_runs("قال (2020-08-20): نعم", rightward=True)]
    [('قال (', True), ('2020-08-20', False), ('): نعم', True)]
    >>> [run.rightward for run in cut_runs("Plan — «سنفعل» (2020)", rightward=False)]
    [False, True, False]
    """
    other = _LEFTWARD if rightward else _RIGHTWARD
    place = 0
    for match in other.finditer(text):
        if match.start() > place:
            yield Run(text[place : match.start()], rightward)
        yield Run(match.group(), not rightward)
        place = match.end()
    if place < len(text):
        yield Run(text[place:], rightward)

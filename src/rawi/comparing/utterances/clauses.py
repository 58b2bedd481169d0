"""The statements a rendering is made of: outlets join two sentences into one and cut one into two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

# Where a statement may end: at a stop or comma, and before what opens a clause of its own.
_BREAKS = re.compile(
    r"[،,؛.!؟?:\n\u2026]+|(?<!\w)(?=(?:و?أنّ?|و?إنّ?|وبأنّ?|و?لكنّ?|لأنّ?|بينما|فيما|كما|حيث)(?:ه|ها|هم|هما|نا|ني)?\s)"
)


def split_clauses(text: str, words: Sequence[tuple[int, int, str]], least: int) -> tuple[int, ...]:
    """How many of the ``words`` (start, end, form) of the text stand before the end of each clause, in order.

    A clause of fewer words than ``least`` goes with the one after it, the last with the one before.

    >>> from rawi.comparing.words import split_words
    >>> text = "بلاده لم تعد بحاجة إلى قوات، لكن الموعد سيعتمد على المحادثات، كما قال"
    >>> split_clauses(text, split_words(text), least=4)
    (6, 13)
    """
    starts = [start for start, _, _ in words]
    ends: list[int] = []
    for match in _BREAKS.finditer(text):
        end = bisect_left(starts, match.start())
        if end - (ends[-1] if ends else 0) >= least:
            ends.append(end)
    if ends and len(words) - ends[-1] < least:
        ends.pop()
    return (*ends, len(words)) if words else ()

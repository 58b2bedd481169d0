"""Clauses: the stretches of a text that say one thing each, cut at marks, none of them shorter than a few words."""

from __future__ import annotations

import re

from rawi.model.span import Span

# A point or comma between digits parts no clauses.
_STOP = re.compile(r"[!؟?\n؛،;“”\"«»]|(?<!\d)[.,]|[.,](?!\d)|\s[–-]\s")
_FULL = ".!؟?\n"
# Words below which a stretch is no clause of its own but part of the one before it in its sentence.
_FEWEST = 4


def split_clauses(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The clauses between two offsets, in order; blanks and marks about them are left out.

    >>> text = "قال الوزير، أمس، إن الجسر سيفتح غدا. وأضاف أن العمل انتهى"
    >>> [span.of(text) for span in split_clauses(text)]
    ['قال الوزير، أمس، إن الجسر سيفتح غدا', 'وأضاف أن العمل انتهى']
    """
    end = len(text) if end is None else end
    pieces: list[tuple[int, int, bool]] = []
    open_ended = False
    at = start
    while at < end:
        stop = _STOP.search(text, at, end)
        last = stop.start() if stop else end
        if text[at:last].strip():
            low, few = at, len(text[at:last].split()) < _FEWEST
            if open_ended and (few or pieces[-1][2]):
                low = pieces.pop()[0]
                few = len(text[low:last].split()) < _FEWEST
            pieces.append((low, last, few))
            open_ended = True
        if stop is None:
            break
        open_ended = open_ended and stop.group()[0] not in _FULL
        at = stop.end()
    return [_trim(text, low, high) for low, high, _ in pieces]


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))

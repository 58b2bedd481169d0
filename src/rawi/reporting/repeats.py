"""A brief says a thing once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rawi.arabic.letters import fold
from rawi.reporting.briefing import Line


def without_repeats(lines: Iterable[Line], *, whole: bool = False) -> Iterator[Line]:
    """The lines but those whose first cited words an earlier line cites first; ``whole``: all whose words are the same.

    One sentence may tell of the dead and of the wounded: two conflicts that begin with it are two.
    """
    told: set[tuple[str, ...]] = set()
    for line in lines:
        words = [" ".join(fold(note.words).split()) for note in line.footnotes]
        key = tuple(sorted(words)) if whole else tuple(words[:1])
        if key not in told:
            told.add(key)
            yield line

"""Windows: whole paragraphs packed into what the encoder reads at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.annotating.tagging.pieces import BEGIN, END
from rawi.annotating.tagging.words import Word

# Where a paragraph longer than a window may be cut, best first.
_STOPS = (frozenset(".؟?!"), frozenset('،,؛;:»”"'))


@dataclass(frozen=True, slots=True)
class WindowConfig:
    """``pieces``: word pieces a window may hold (at most 510: the encoder has 512 positions). ``search``: words to go
    back from a forced cut for a full stop, else a comma.
    """

    pieces: int = 250
    search: int = 40


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder reads at once: piece ids, and where the first piece of each of the words stands in them."""

    start: int
    stop: int
    pieces: tuple[int, ...]
    first: tuple[int, ...]


def pack_windows(
    words: Sequence[Word], cuts: Sequence[tuple[int, ...]], config: WindowConfig = WindowConfig()
) -> tuple[Window, ...]:
    """Windows that hold every word once, in order; ``cuts[i]`` are the piece ids of ``words[i]``.

    Paragraphs stay whole where they fit; between two of them stands an end piece.
    """
    windows: list[Window] = []
    units = _units(words, cuts, config)
    held: list[tuple[int, int]] = []
    size = 0
    for start, stop in units:
        length = sum(min(len(cuts[number]), config.pieces) for number in range(start, stop)) + 1
        if held and size + length - 1 > config.pieces:
            windows.append(_window(held, cuts, config))
            held, size = [], 0
        held.append((start, stop))
        size += length
    if held:
        windows.append(_window(held, cuts, config))
    return tuple(windows)


def _units(words: Sequence[Word], cuts: Sequence[tuple[int, ...]], config: WindowConfig) -> list[tuple[int, int]]:
    """Paragraphs as word ranges, cut where longer than a window."""
    units: list[tuple[int, int]] = []
    start = size = 0
    for number, word in enumerate(words):
        length = min(len(cuts[number]), config.pieces)
        if number > start and word.paragraph != words[number - 1].paragraph:
            units.append((start, number))
            start, size = number, 0
        elif size + length > config.pieces:
            stop = _stop_before(words, start, number, config.search)
            units.append((start, stop))
            start = stop
            size = sum(min(len(cuts[inside]), config.pieces) for inside in range(start, number))
        size += length
    if start < len(words):
        units.append((start, len(words)))
    return units


def _stop_before(words: Sequence[Word], start: int, number: int, search: int) -> int:
    for stops in _STOPS:
        for stop in range(number, max(start, number - search), -1):
            if words[stop - 1].form in stops:
                return stop
    return number


def _window(held: Sequence[tuple[int, int]], cuts: Sequence[tuple[int, ...]], config: WindowConfig) -> Window:
    pieces = [BEGIN]
    first: list[int] = []
    for start, stop in held:
        for number in range(start, stop):
            first.append(len(pieces))
            pieces.extend(cuts[number][: config.pieces])
        pieces.append(END)
    return Window(held[0][0], held[-1][1], tuple(pieces), tuple(first))

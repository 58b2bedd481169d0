"""The parts of a brief: sections of lines, each line with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["ar", "en"]


@dataclass(frozen=True, slots=True)
class Footnote:
    """Characters of an article, with the words themselves and who printed them when."""

    article: str
    start: int
    end: int
    words: str
    outlet: str | None
    on: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a brief. Whatever it quotes, names or counts must stand in its footnotes.

    ``names`` are the names that the line uses, ``record`` the id of the record it was made from. ``outlets`` and
    ``origins`` are shown beside the line where they are known. ``machine``: a language model worded it.
    """

    text: str
    footnotes: tuple[Footnote, ...]
    names: tuple[str, ...] = ()
    record: str | None = None
    outlets: int | None = None
    origins: int | None = None
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A short cited report."""

    title: str
    language: Language
    sections: tuple[Section, ...]
    note: str

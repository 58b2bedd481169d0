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


@dataclass(frozen=True, slots=True)
class BriefConfig:
    """How much a brief holds. A page and a half is what an editor reads: about forty lines.

    quotations_of_one: lines that one speaker may take. shortest_quotation: characters; below it words between marks
    are seldom a statement of their own (most of those under 20 in the samples are names and scare quotes).
    shortest_opening: characters; bylines, places and dates at the head of a text are shorter, ledes longer.
    longest_words: characters of a quotation shown in a line; the footnote leads to the rest.
    sides: values of one comparison; a reader holds four apart, the room shows all.
    naming: share of a story's reports that must name an actor before it is told in a brief on the actor; one report of
    many that names him in passing does not make the story his.
    """

    stories: int = 6
    quotations: int = 12
    comparisons: int = 8
    commitments: int = 8
    events: int = 12
    silences: int = 5
    quotations_of_one: int = 2
    shortest_quotation: int = 20
    shortest_opening: int = 40
    longest_words: int = 240
    sides: int = 4
    naming: float = 0.5

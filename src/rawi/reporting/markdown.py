"""A brief as Markdown, and Markdown read back for checking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.reporting.briefing import Brief, Footnote, Line
from rawi.reporting.frames import Frames, frames

_REFERENCE = re.compile(r"\[\^(\d+)\](?!:)")
_FOOTNOTE = re.compile(r"^\[\^(?P<number>\d+)\]: .*`(?P<article>\S+?):(?P<start>\d+)-(?P<end>\d+)`\s*$")
_MACHINE = re.compile(rf"^\*(?:{frames('ar').machine}|{frames('en').machine})\* ")
_COUNTS = re.compile(r"\s\((?P<counts>[^()]*?(?P<outlets>\d+)[^()]*?(?P<origins>\d+)\s*)\)\s*$")


def write_markdown(brief: Brief) -> str:
    """The brief as Markdown: a list a section, numbered footnotes with the words and where they stand.

    A footnote ends in ``article:start-end`` (offsets in code points), which is what the checker reads.
    """
    said = frames(brief.language)
    numbers: dict[Footnote, int] = {}
    parts = [f"# {brief.title}", "", brief.note, ""]
    for section in brief.sections:
        parts += [f"## {section.title}", ""]
        parts += [f"- {_line(line, numbers, said)}" for line in section.lines]
        parts.append("")
    parts += [f"[^{number}]: {_footnote(note, said.undated)}" for note, number in numbers.items()]
    return "\n".join(parts) + "\n"


def _line(line: Line, numbers: dict[Footnote, int], said: Frames) -> str:
    marks = "".join(f"[^{numbers.setdefault(note, len(numbers) + 1)}]" for note in line.footnotes)
    counts = said.counts.format(outlets=line.outlets, origins=line.origins)
    shown = f" ({counts})" if line.outlets and line.origins else ""
    return f"{f'*{said.machine}* ' if line.machine else ''}{line.text}{marks}{shown}"


def tell_footnote(note: Footnote, undated: str) -> str:
    """The words that a footnote leads to, who printed them and when."""
    words = " ".join(note.words.split())
    return f"«{words}» — {'، '.join(part for part in (note.outlet, note.on or undated) if part)}"


def _footnote(note: Footnote, undated: str) -> str:
    told = "، ".join(part for part in (tell_footnote(note, undated), note.url) if part).replace("`", "'")
    return f"{told} `{note.article}:{note.start}-{note.end}`"


@dataclass(frozen=True, slots=True)
class CitedLine:
    """A line of a written brief: its number in the file, its text without references, and the places it cites.

    ``machine``: it is marked as worded by a language model.
    """

    number: int
    text: str
    places: tuple[tuple[str, int, int], ...]
    outlets: int | None
    origins: int | None
    machine: bool = False


def read_markdown(written: str) -> tuple[CitedLine, ...]:
    """The list lines of a written brief with the places they cite; a reference without a footnote cites nothing."""
    notes: dict[str, tuple[str, int, int]] = {}
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(written.splitlines(), start=1):
        match = _FOOTNOTE.match(line)
        if match:
            notes[match["number"]] = (match["article"], int(match["start"]), int(match["end"]))
        elif line.startswith(("- ", "* ")):
            lines.append((number, line[2:]))
    return tuple(_cited(number, line, notes) for number, line in lines)


def _cited(number: int, line: str, notes: dict[str, tuple[str, int, int]]) -> CitedLine:
    places = tuple(notes[name] for name in _REFERENCE.findall(line) if name in notes)
    text = _REFERENCE.sub("", line)
    counts = _COUNTS.search(text) if _REFERENCE.search(line) else None
    outlets = int(counts["outlets"]) if counts else None
    origins = int(counts["origins"]) if counts else None
    told = text[: counts.start()] if counts else text
    bare = _MACHINE.sub("", told)
    return CitedLine(number, bare, places, outlets, origins, machine=bare != told)

"""Polishing the wording of a brief by a user's own language model, and throwing out what it made up.

A rewritten line is kept only where all of it still stands in the line's own footnotes: the same dates, no number, name
or word that is not in the cited characters or in the line as it was (a short list of joining words aside), every
quotation letter by letter, the speaker still named, and not one negation more or less. Whatever fails keeps its
unrewritten form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rawi.arabic.letters import fold
from rawi.arabic.tokens import tokenize
from rawi.model.days import ARABIC_MONTHS, ENGLISH_MONTHS
from rawi.reporting.briefing import Brief, Line
from rawi.reporting.checking import connectives, strip_proclitics
from rawi.reporting.citing import is_negation
from rawi.reporting.endpoint import EndpointError

# Asks a model: instruction, line -> answer; raises EndpointError.
Ask = Callable[[str, str], str]

INSTRUCTION = (
    "You polish one line of a news brief. Answer with the polished line only, in the line's own language. Use only "
    "words of the line and joining words; keep every word between « » letter by letter, every name, every number, and "
    "every date as it is written; add nothing and explain nothing."
)
_QUOTED = re.compile(r"«([^»]*)»")
_MONTHS = "|".join((*ARABIC_MONTHS, *ENGLISH_MONTHS))
_DATE = re.compile(rf"(?:\d{{1,2}}(?:–\d{{1,2}})? )?(?:{_MONTHS}) \d{{4}}|\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?")


@dataclass(frozen=True, slots=True)
class RewritingConfig:
    """``longest``: times the line's own length that a rewritten line may have; a polished line is no longer essay.

    failures: calls that fail one after the other before no more are made: the endpoint is down, not slow.
    """

    longest: float = 1.6
    failures: int = 3


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that kept its form, the wording that was thrown out (None: there was no answer), and why."""

    line: str
    wording: str | None
    why: str


def rewrite(brief: Brief, ask: Ask, config: RewritingConfig = RewritingConfig()) -> tuple[Brief, tuple[Refused, ...]]:
    """The brief with polished lines, marked as machine text, and the lines that were left as they were."""
    refused: list[Refused] = []
    failed = 0

    def polish(line: Line) -> Line:
        nonlocal failed
        if failed >= config.failures:
            refused.append(Refused(line.text, None, "not asked: the endpoint did not answer before"))
            return line
        try:
            wording = " ".join(ask(INSTRUCTION, line.text).split())
        except EndpointError as error:
            failed += 1
            refused.append(Refused(line.text, None, str(error)))
            return line
        failed = 0
        if wording == line.text:
            return line
        why = next(check_wording(line, wording, config), None)
        if why is not None:
            refused.append(Refused(line.text, wording, why))
            return line
        return replace(line, text=wording, machine=True)

    sections = tuple(replace(part, lines=tuple(polish(line) for line in part.lines)) for part in brief.sections)
    return replace(brief, sections=sections), tuple(refused)


def check_wording(line: Line, wording: str, config: RewritingConfig = RewritingConfig()) -> Iterator[str]:
    """Why a wording may not stand for a line; nothing where it may.

    >>> line = Line("الوزير (2021-03-08): «الجسر لن يفتح»", (), ("الوزير",))
    >>> list(check_wording(line, "قال الوزير في 2021-03-08: «الجسر لن يفتح»"))
    []
    >>> next(check_wording(line, "قال الوزير في 2021-03-09: «الجسر لن يفتح»"))
    'a date that the line does not have, or one left out: 2021-03-08, 2021-03-09'
    """
    if len(wording) > config.longest * len(line.text):
        yield "much longer than the line"
    dates = set(_DATE.findall(line.text)) ^ set(_DATE.findall(wording))
    if dates:
        yield f"a date that the line does not have, or one left out: {', '.join(sorted(dates))}"
    quoted = _QUOTED.findall(line.text)
    if sorted(_QUOTED.findall(wording)) != sorted(quoted):
        yield "words between marks that are not those of the line"
    outside, told = _QUOTED.sub(" ", wording), _words(_QUOTED.sub(" ", line.text))
    for name in line.names:
        if not set(_words(name)) <= {strip for word in _words(outside) for strip in (word, strip_proclitics(word))}:
            yield f"the speaker is gone: {name}"
    known = {*told, *(word for note in line.footnotes for word in _words(f"{note.words} {note.outlet or ''}"))}
    known |= {strip_proclitics(word) for word in known}
    numbers = {word for word in told if word.isdigit()}
    for word in _words(outside):
        if any(letter.isdigit() for letter in word):
            if word not in numbers:
                yield f"a number that the line does not have: {word}"
        elif word not in known and strip_proclitics(word) not in known and word not in connectives():
            yield f"a word that the footnotes do not have: {word}"
    before, after = (Counter(filter(is_negation, _words(text))) for text in (line.text, wording))
    if before != after:
        yield "a negation more or less than the line"


def _words(text: str) -> list[str]:
    return [fold(token.fold) for token in tokenize(text) if token.kind != "mark"]

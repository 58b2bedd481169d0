"""The checker: re-reads a brief and the dossier, and fails on any line that its characters do not support.

A line of a brief is supported when every footnote leads to characters that are there, and everything the line quotes,
every number and date in it, and every word that is no frame word stands in the cited characters, in what their time
expressions mean, in the dates and outlets of the cited articles, or in the frames of the brief's language.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields

from rawi.arabic.letters import fold
from rawi.arabic.tokens import tokenize
from rawi.model.annotation import AnnotatedArticle
from rawi.model.days import tell_day
from rawi.reporting.frames import Frames, frames
from rawi.reporting.markdown import CitedLine, read_markdown

GetArticle = Callable[[str], AnnotatedArticle | None]

_QUOTED = re.compile(r"«([^»]*)»")
_SAID = (frames("ar"), frames("en"))
_PROCLITICS = re.compile(r"^(?:و|ف)?(?:ب|ك|ل)?(?:ال)?")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not supported: where it stands and why."""

    place: str
    why: str


def check_brief(written: str, article: GetArticle) -> list[Finding]:
    """What a written brief (Markdown) says without support; empty where all is well.

    ``article`` gives an article by id, or None. A brief without a single cited line is itself a finding.
    """
    lines = read_markdown(written)
    if not lines:
        return [Finding("brief", "no line that cites anything")]
    allowed = _frame_words()
    return [finding for line in lines for finding in _check_line(line, article, allowed)]


def _check_line(line: CitedLine, article: GetArticle, frame_words: frozenset[str]) -> Iterator[Finding]:
    place = f"line {line.number}"
    if not line.places:
        yield Finding(place, "cites nothing")
        return
    cited, about = [], []
    outlets = set()
    for name, start, end in line.places:
        annotated = article(name)
        if annotated is None:
            yield Finding(place, f"cites an article that the dossier doesn't hold: {name}")
        elif not 0 <= start < end <= len(annotated.text):
            yield Finding(place, f"cites characters {start}-{end}, but {name} has {len(annotated.text)}")
        else:
            cited.append(annotated.text[start:end])
            published = annotated.published
            about += [annotated.article.outlet or "", *_told(published.earliest, published.latest)]
            for time in annotated.times:
                if start < time.end and time.start < end:
                    about += _told(time.earliest, time.latest)
            outlets.add(annotated.article.outlet or name)
    support = [_comparable(words) for words in cited]
    for quoted in _QUOTED.findall(line.text):
        if not any(_comparable(quoted) in words for words in support):
            yield Finding(place, f"quotes words that its footnotes don't hold: «{quoted}»")
    known = {token for words in (*cited, *about) for token in _words(words)}
    for word in _words(_QUOTED.sub(" ", line.text)):
        joins = line.machine and word in connectives()
        if not (joins or word in known or word in frame_words or strip_proclitics(word) in known):
            yield Finding(place, f"says «{word}», which its footnotes don't hold")
    if line.outlets is not None and line.outlets < len(outlets):
        yield Finding(place, f"counts {line.outlets} outlets but cites {len(outlets)}")
    if line.outlets is not None and line.origins is not None and line.origins > line.outlets:
        yield Finding(place, f"counts more origins ({line.origins}) than outlets ({line.outlets})")


def _told(*days: str | None) -> list[str]:
    """Days as they stand and in the words of each language."""
    return [told for day in days if day for told in (day, *(tell_day(day, said.months) for said in _SAID))]


def strip_proclitics(word: str) -> str:
    """A folded word without what Arabic writes on to its front.

    >>> strip_proclitics("وبالوزير")
    'وزير'
    """
    return _PROCLITICS.sub("", word)


@functools.cache
def connectives() -> frozenset[str]:
    """Folded words that join and report, in Arabic and English: a rewritten line may add them, no others."""
    rows = importlib.resources.files("rawi.reporting") / "tables" / "connectives.txt"
    return frozenset(fold(word) for word in rows.read_text(encoding="utf-8").split())


def _comparable(words: str) -> str:
    """Words and numbers in order, folded: marks, blanks and spelling variants aside."""
    return " " + " ".join(_words(words)) + " "


def _words(text: str) -> list[str]:
    return [token.fold for token in tokenize(text) if token.kind != "mark"]


def _frame_words() -> frozenset[str]:
    """The words of all frames: they say nothing about the news."""
    texts: list[str] = []
    for said in _SAID:
        texts += _texts(said)
    return frozenset(fold(word) for text in texts for word in _words(re.sub(r"\{\w+\}", " ", text)))


def _texts(said: Frames) -> Iterable[str]:
    for part in fields(said):
        value = getattr(said, part.name)
        if isinstance(value, dict):
            yield from value.values()
        elif isinstance(value, str):
            yield value

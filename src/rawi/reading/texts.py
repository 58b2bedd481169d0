"""Text files: one article each, the whole content is its text."""

from __future__ import annotations

from pathlib import Path

from rawi.model.annotation import Problem
from rawi.model.article import Article
from rawi.model.errors import InputError
from rawi.reading.encodings import decode_bytes, is_mojibake
from rawi.reading.results import ReadArticle, Rejected

# A news article beyond this is a book or a database dump; it is read all the same, but the reader is told.
LONGEST_USUAL = 1_000_000


def read_text_file(path: Path) -> ReadArticle | Rejected:
    """The article of a text file, or why there is none: never an exception for what the file holds."""
    name = str(path)
    try:
        text = decode_bytes(path.read_bytes())
    except InputError as error:
        return Rejected(name, Problem("reading", "not-text", f"{path.name}: {error}"))
    except OSError as error:
        return Rejected(name, Problem("reading", "unreadable", f"{path.name}: {error.strerror or error}"))
    if not text.strip():
        return Rejected(name, Problem("reading", "empty", f"{path.name}: the file holds no text"))
    return ReadArticle(Article.create(text, given_id=path.stem, read_from=name), check_text(text))


def check_text(text: str) -> tuple[Problem, ...]:
    """What looks wrong in a text that is kept all the same.

    >>> check_text("نص سليم")
    ()
    """
    problems = []
    if is_mojibake(text):
        detail = "the text looks like UTF-8 that was read in a wrong code page; convert the source and read it again"
        problems.append(Problem("reading", "mojibake", detail))
    if "\ufffd" in text:
        count = text.count("\ufffd")
        problems.append(
            Problem("reading", "lost-letters", f"{count} letters were lost before the text came here (U+FFFD)")
        )
    if len(text) > LONGEST_USUAL:
        problems.append(Problem("reading", "very-long", f"{len(text):,} characters: more than one article?"))
    return tuple(problems)

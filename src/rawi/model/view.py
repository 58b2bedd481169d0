"""Views of a text: tokens, sentences and paragraphs, all of them spans of the text itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from rawi.model.span import Span


class Token(NamedTuple):
    """A word, a number or a mark. ``fold`` is its comparable form (no vowel marks, spelling variants made one).

    A named tuple and not a dataclass: an article has hundreds of them and nothing else is made as often.
    """

    start: int
    end: int
    fold: str
    kind: Literal["word", "number", "mark"]

    @property
    def span(self) -> Span:
        """The token's characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TextView:
    """One text cut up once for all stages.

    ``folded`` is the text with spelling folded letter by letter, so it has the text's own offsets (marks are still
    in it). ``paragraphs`` are the non-empty lines without white space at their ends; ``sentences`` lie inside them.
    """

    text: str
    folded: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]

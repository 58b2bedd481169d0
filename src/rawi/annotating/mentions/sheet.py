"""One article laid out for finding names: its tokens, which of them are prose, and drafts of mentions over them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from rawi.arabic.clitics import find_proclitics
from rawi.arabic.letters import MARKS
from rawi.arabic.tokens import view_text
from rawi.model.annotation import AnnotatedArticle
from rawi.model.labels import MentionForm, MentionType
from rawi.model.span import Span
from rawi.model.view import Token

Origin = Literal["tag", "gazetteer", "rule", "memory"]

# Blanks between two tokens that still let them be one name; three or more are a flattened line break.
_WIDEST_GAP = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A name that may become a mention: tokens ``first`` to ``last`` (not included).

    ``cut`` counts the letters of the first token's folded form that stand before the name. ``score`` is the tagger's,
    or the trust in the rule that found it, 0..1.
    """

    first: int
    last: int
    cut: int
    type: MentionType
    score: float
    origin: Origin = "tag"
    knowledge: str | None = None
    form: MentionForm = "name"

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.last - self.first


class Sheet:
    """The tokens of an article with what the rooms here ask of them again and again."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        view = annotated.view or view_text(annotated.text)
        self.text = annotated.text
        self.tokens: tuple[Token, ...] = view.tokens
        self.folds: list[str] = [token.fold for token in view.tokens]
        self._starts = [token.start for token in view.tokens]
        self.prose = self._find_prose(annotated)

    def _find_prose(self, annotated: AnnotatedArticle) -> list[bool]:
        prose = [True] * len(self.tokens)
        for zone in annotated.zones:
            if zone.kind == "furniture":
                for index in self.indices(zone.start, zone.end):
                    prose[index] = False
        return prose

    def indices(self, start: int, end: int) -> range:
        """The tokens that share a character with ``start..end``."""
        first = max(0, bisect_right(self._starts, start) - 1)
        if self.tokens and self.tokens[first].end <= start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return range(first, last)

    def are_joined(self, index: int) -> bool:
        """Whether token ``index`` and the one before it stand in one line with nothing but a blank between them."""
        if not 0 < index < len(self.tokens):
            return False
        before, after = self.tokens[index - 1].end, self.tokens[index].start
        gap = self.text[before:after]
        return len(gap) <= _WIDEST_GAP and "\n" not in gap and "\r" not in gap

    def is_word(self, index: int) -> bool:
        """Whether there is such a token and it is a word in prose."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "word" and self.prose[index]

    def follows(self, index: int) -> bool:
        """Whether token ``index`` is a word that continues the line of the word before it."""
        return self.is_word(index) and self.is_word(index - 1) and self.are_joined(index)

    def start_of(self, index: int, cut: int) -> int:
        """The character behind the first ``cut`` letters of a token and the marks on them."""
        token = self.tokens[index]
        place, left = token.start, cut
        while left > 0 and place < token.end - 1:
            left -= self.text[place] not in MARKS
            place += 1
        while cut and place < token.end - 1 and self.text[place] in MARKS:
            place += 1
        return place

    def letters_before(self, index: int, place: int) -> int:
        """How many letters of a token stand before a character of it."""
        return sum(letter not in MARKS for letter in self.text[self.tokens[index].start : place])

    def span(self, draft: Draft) -> Span:
        """The draft's characters."""
        return Span(self.start_of(draft.first, draft.cut), self.tokens[draft.last - 1].end)

    def words(self, draft: Draft) -> tuple[str, ...]:
        """The draft's folded words, the first without proclitics and with the alif that a fused لل swallowed."""
        first = stem_of(self.folds[draft.first][draft.cut :])
        return (first, *self.folds[draft.first + 1 : draft.last])


def stem_of(word: str) -> str:
    """The word with the article whole again where لل swallowed its alif.

    >>> stem_of("للكاظمي"), stem_of("الكاظمي"), stem_of("لله")
    ('الكاظمي', 'الكاظمي', 'لله')
    """
    return "ا" + word[1:] if word.startswith("لل") and len(word) > 4 else word


def without_overlaps(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in order of place; where two overlap the better one (by score, then length) stays."""
    kept: dict[int, Draft] = {}
    chosen: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (-one.score, -one.length, one.first, one.last)):
        if any(index in kept for index in range(draft.first, draft.last)):
            continue
        kept.update((index, draft) for index in range(draft.first, draft.last))
        chosen.append(draft)
    return sorted(chosen, key=lambda one: one.first)


def taken_tokens(drafts: Iterable[Draft]) -> set[int]:
    """The tokens that drafts cover."""
    return {index for draft in drafts for index in range(draft.first, draft.last)}


def find_reading(word: str, known: Callable[[str], bool]) -> tuple[int, str] | None:
    """The least cut under which the word is ``known``, with its stem, or None."""
    for reading in find_proclitics(word):
        if known(reading.stem):
            return reading.cut, reading.stem
    return None

"""A text as the grammar of times reads it: its tokens with their words of time and their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rawi.arabic.numerals import NumberSpan, find_numbers, offset_after
from rawi.arabic.times.lexicon import (
    HIJRI_MONTHS,
    MONTHS,
    TIME_WORDS,
    TWO_WORD_HIJRI,
    TWO_WORD_MONTHS,
    TimeWord,
)
from rawi.model.view import Token

# Written years: four digits of our time or of the Hijri centuries that the press names.
_YEAR = re.compile(r"(?:1[3-9]|20|21)\d\d")
_YEAR_WORDS = frozenset(["عام", "سنه", "لعام", "بعام", "وعام"])
_MONTH_NAMES = {name: month for month, names in MONTHS.items() for name in names.split()}
_HIJRI_NAMES = {name: month for month, names in HIJRI_MONTHS.items() for name in names.split()}


class Cursor:
    """Tokens of one text with look-ups that are made once.

    ``words[i]`` is the token's part in the grammar of times or None; ``numbers`` gives the number that starts at a
    token.
    """

    __slots__ = ("count", "folds", "numbers", "text", "tokens", "words")

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self.tokens, self.text, self.count = tokens, text, len(tokens)
        self.folds = [token.fold for token in tokens]
        look_up = TIME_WORDS.get
        self.words: list[TimeWord | None] = [look_up(fold) for fold in self.folds]
        self.numbers: dict[int, NumberSpan] = {number.first: number for number in find_numbers(tokens, text)}

    def fold(self, index: int) -> str:
        """The token's folded form, "" outside the text."""
        return self.folds[index] if 0 <= index < self.count else ""

    def word(self, index: int, *kinds: str) -> TimeWord | None:
        """The token's word of time, where it is of one of the kinds."""
        if not 0 <= index < self.count:
            return None
        found = self.words[index]
        return found if found is not None and found.kind in kinds else None

    def start(self, index: int) -> int:
        """The offset where the token's word begins behind its proclitics."""
        token, found = self.tokens[index], self.words[index]
        if found is None or not found.cut:
            number = self.numbers.get(index)
            return number.start if number and token.kind == "word" else token.start
        return offset_after(self.text, token.start, found.cut)

    def offset(self, index: int, letters: int) -> int:
        """The offset after so many letters of the token."""
        return offset_after(self.text, self.tokens[index].start, letters)

    def starts_line(self, index: int) -> bool:
        """Whether a line end stands between the token and the one before."""
        return index <= 0 or "\n" in self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def adjoins(self, index: int) -> bool:
        """Whether the token exists and stands on the same line as the one before it."""
        return 0 < index < self.count and not self.starts_line(index)

    def integer(self, index: int) -> tuple[int, int] | None:
        """(value, token index after it) of a whole number that starts at the token."""
        number = self.numbers.get(index)
        if number is None or number.value is None or number.value != int(number.value):
            return None
        return int(number.value), number.last

    def day_number(self, index: int) -> tuple[int, int] | None:
        """A number 1 to 31 in digits (with or without leading nought) or words."""
        fold = self.fold(index)
        if self.tokens[index].kind == "number" if 0 <= index < self.count else False:
            return (int(fold), index + 1) if fold.isdigit() and len(fold) <= 2 and 1 <= int(fold) <= 31 else None
        found = self.integer(index)
        return found if found and 1 <= found[0] <= 31 else None

    def year_number(self, index: int) -> tuple[int, int] | None:
        """A year in four digits or in words (ألفين وعشرين); the era (م، هـ) is left to the caller."""
        fold = self.fold(index)
        if _YEAR.fullmatch(fold):
            return int(fold), index + 1
        number = self.numbers.get(index)
        if number is None or number.kind == "digits" or number.value is None:
            return None
        value = int(number.value)
        if self.fold(index - 1) in _YEAR_WORDS and 30 <= value <= 99 and not self.word(number.last, "unit"):
            return 1900 + value, number.last  # عام ثمانية وأربعين
        return (value, number.last) if 1300 <= value <= 2199 and value == number.value else None

    def month(self, index: int) -> tuple[int, str, int, bool] | None:
        """(month, calendar, token index after it, whether weak) of a month name or a pair of names at the token.

        Pairs: أيار/مايو، سبتمبر (أيلول)، ديسمبر كانون الأول، أكتوبر / تشرين الأول.
        """
        single = self._one_month(index)
        if single is None:
            return None
        month, calendar, after, weak = single
        if calendar == "hijri":
            return single
        for gap in (0, 1):
            mark = self.fold(after) if gap else ""
            if gap and mark not in ("/", "(", "-", "–", "\\", "|", "،", "["):
                continue
            other = self._one_month(after + gap) if self.adjoins(after + gap) else None
            if other is None or other[0] != month or other[1] != "gregorian":
                continue
            end = other[2]
            if mark in ("(", "[") and self.fold(end) in (")", "]"):
                end += 1
            return month, calendar, end, False
        return month, calendar, after, weak

    def _one_month(self, index: int) -> tuple[int, str, int, bool] | None:
        found = self.word(index, "month", "hijri", "month2", "hijri2")
        if found is None:
            # Behind a conjunction or in a list, a bare name that the table gives another part.
            fold = self.fold(index)
            if fold in _MONTH_NAMES:
                return _MONTH_NAMES[fold], "gregorian", index + 1, True
            if fold in _HIJRI_NAMES:
                return _HIJRI_NAMES[fold], "hijri", index + 1, True
            return None
        if found.kind == "month":
            return int(found.value), "gregorian", index + 1, found.weak
        if found.kind == "hijri":
            return int(found.value), "hijri", index + 1, found.weak
        table = TWO_WORD_MONTHS if found.kind == "month2" else TWO_WORD_HIJRI
        month = table[str(found.value)].get(self.fold(index + 1))
        if month is None or not self.adjoins(index + 1):
            return None
        return month, "gregorian" if found.kind == "month2" else "hijri", index + 2, False

    def modifier(self, index: int) -> str | None:
        """past, last, present, future or following, where the token is such an adjective with the article."""
        found = self.word(index, "modifier")
        return str(found.value) if found and not found.cut and self.adjoins(index) else None

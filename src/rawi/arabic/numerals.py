"""Numbers as the Arab press writes them: both kinds of digits, separators, words, and words mixed with digits.

A finite automaton runs over the tokens of a text: a group below a thousand is built up (مئة وخمسة وعشرون), a scale word
multiplies it (ألف), and what follows with و must be smaller than the last scale. Own grammar; the order of the parts is
that of any grammar of written Arabic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rawi.arabic.digits import parse_digits
from rawi.arabic.letters import MARKS
from rawi.arabic.number_words import NUMBER_WORDS, NumberWord
from rawi.arabic.tokens import tokenize
from rawi.model.view import Token

NumberKind = Literal["digits", "words", "mixed", "vague", "malformed"]


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number in a text.

    ``start``/``end`` are offsets of the text, without proclitics and article; ``first``/``last`` are token indexes
    (last not included). ``value`` is None for vague numbers (عشرات الآلاف, whose ``magnitude`` is 10,000) and malformed
    ones (1,2,3,45). ``other`` is a second reading of digits (2.500 as 2500 or 2.5). ``definite`` tells that it bears
    the article.
    """

    start: int
    end: int
    first: int
    last: int
    kind: NumberKind
    value: float | None
    magnitude: float | None = None
    other: float | None = None
    definite: bool = False


def parse_number(text: str) -> float | None:
    """The value of a number in words, digits or both; None where the text is not one whole number.

    >>> parse_number("ثلاثة وعشرون ألفاً ومئتان وخمسون"), parse_number("٥ آلاف"), parse_number("مليار ونصف المليار")
    (23250, 5000, 1500000000)
    >>> parse_number("كثير") is None
    True
    """
    tokens = tokenize(text)
    found = find_numbers(tokens, text)
    if len(found) == 1 and found[0].first == 0 and found[0].last == len(tokens):
        return found[0].value
    return None


def offset_after(text: str, start: int, letters: int) -> int:
    """The offset after ``letters`` letters from ``start``, marks not counted.

    >>> offset_after("وَخمسة", 0, 1)
    2
    """
    position = start
    while letters and position < len(text):
        letters -= text[position] not in MARKS
        position += 1
    while position < len(text) and text[position] in MARKS:
        position += 1
    return position


def find_numbers(tokens: Sequence[Token], text: str = "") -> tuple[NumberSpan, ...]:
    """All cardinal numbers in order. ``text`` is needed only to place proclitics in vowelled words.

    Weekdays (الاثنين), ordinals, "one of" (أحد) and the hundred of percentages (في المئة) are no numbers.

    >>> line = "قتل ألفان و500 شخص من عشرات الآلاف، بنسبة 5 في المئة"
    >>> [(line[n.start:n.end], n.value, n.magnitude) for n in find_numbers(tokenize(line), line)]
    [('ألفان و500', 2500, None), ('عشرات الآلاف', None, 10000), ('5', 5, None)]
    """
    found: list[NumberSpan] = []
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        if token.kind == "mark" or (token.kind == "word" and token.fold not in NUMBER_WORDS):
            index += 1
            continue
        number = _Reader(tokens, text).read(index)
        if number is None:
            index += 1
        else:
            found.append(number)
            index = number.last
    return tuple(found)


def _is_decimal_letter(tokens: Sequence[Token], first: int) -> bool:
    """Whether ر stands between two groups of plain digits without blanks."""
    if first + 2 >= len(tokens) or tokens[first + 1].fold != "ر" or tokens[first + 2].kind != "number":
        return False
    before, letter, after = tokens[first : first + 3]
    return before.end == letter.start and letter.end == after.start and before.fold.isdigit() and after.fold.isdigit()


class _Reader:
    """Reads one number from a token on. ``sum`` holds finished scale groups, ``group`` the one being built."""

    __slots__ = ("_digits", "_group", "_last_scale", "_scaled", "_text", "_tokens", "_total", "_words")

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self._tokens, self._text = tokens, text
        self._total: float = 0
        self._group: float | None = None
        self._last_scale: float = 0
        self._scaled: float = 0  # the last addend made by a scale word
        self._digits = self._words = False

    def read(self, first: int) -> NumberSpan | None:
        """The longest number that starts at the token, or None."""
        token = self._tokens[first]
        if token.kind == "number":
            end, value, other = self._read_digits(first)
            if value is None:
                return self._span(first, end, None, "malformed")
            self._group, self._digits = value, True
        else:
            word, other = NUMBER_WORDS[token.fold], None
            if self._is_percent(first, word):
                return None
            vague = self._read_vague(first, word)
            if vague:
                return vague
            if not self._start(first, word):
                return None
            self._words, end = True, first + 1
        end = self._extend(end)
        value = self._total + (self._group or 0)
        if not self._words and self._digits:
            return self._span(first, end, value, "digits", other=other)
        if first + 1 == end and not NUMBER_WORDS[token.fold].alone:
            return None
        return self._span(first, end, value, "mixed" if self._digits else "words")

    def _start(self, first: int, word: NumberWord) -> bool:
        if word.kind == "fraction":
            # نصف مليون is a number; نصف ساعة and الربع الأول are for others to read.
            following = self._word(first + 1)
            if following is None or following.kind != "scale" or following.joined:
                return False
            self._group = word.value
        elif word.kind == "scale":
            times = abs(word.times)
            if word.times == -2 and (self._is_marked(first) or self._is_joined(first + 1)):
                times = 1  # a construct dual has its noun right behind it: مليونا ونصف المليون is one and a half
            self._close_group(word.value, times)
        else:
            self._group = word.value
        return True

    def _is_joined(self, index: int) -> bool:
        """Whether و follows, alone or written into a number word."""
        if index >= len(self._tokens):
            return False
        word = self._word(index)
        return self._tokens[index].fold == "و" or (word is not None and word.joined)

    def _extend(self, end: int) -> int:
        """Takes further parts as long as they fit; returns the token index after the last one taken."""
        while True:
            taken = self._take(end)
            if taken is None:
                return end
            end = taken

    def _take(self, index: int) -> int | None:
        if index >= len(self._tokens):
            return None
        token, joined, at = self._tokens[index], False, index
        if token.fold == "و" and index + 1 < len(self._tokens):
            joined, at, token = True, index + 1, self._tokens[index + 1]
        if token.kind == "number":
            return self._take_digits(at) if joined else None
        word = self._word(at)
        if word is None or (word.clitics and not word.joined) or (word.joined and word.clitics > 1):
            return None
        taken = self._join(at, word) if joined or word.joined else self._juxtapose(at, word)
        self._words = self._words or taken is not None
        return taken

    def _juxtapose(self, at: int, word: NumberWord) -> int | None:
        """A part that follows without و multiplies what stands before it."""
        if word.kind == "scale":
            if self._group is not None:
                if self._last_scale and word.value >= self._last_scale:
                    return None
                self._close_group(word.value, 1)
                return at + 1
            if self._last_scale and word.value > self._last_scale and self._total == self._scaled:
                self._total = self._scaled = self._total * word.value  # ألف مليار
                self._last_scale = word.value
                return at + 1
            return None
        if self._group is None or (self._digits and not self._last_scale):
            return None
        if word.kind == "ten" and 1 <= self._group % 100 <= 9:
            self._group += 10
            return at + 1
        if word.kind == "hundred" and word.value == 100 and 3 <= self._group <= 9:
            self._group *= 100
            return at + 1
        return None

    def _join(self, at: int, word: NumberWord) -> int | None:
        """A part after و is added, where it is smaller than what stands before it."""
        if word.kind == "fraction":
            scale = self._last_scale if self._group is None else 1
            if scale == 1 and self._last_scale:
                return None
            self._total += word.value * scale
            repeated = self._word(at + 1)
            if repeated and repeated.kind == "scale" and not repeated.clitics and repeated.value == scale:
                return at + 2
            return at + 1
        if self._group is None:
            return self._open_group(at, word)
        if self._digits and not self._last_scale:
            return None
        units = self._group % 100
        if word.kind == "tens" and 1 <= units <= 9:
            self._group += word.value
            return at + 1
        if self._group >= 100 and units == 0 and word.kind in ("unit", "ten", "tens"):
            self._group += word.value
            return at + 1
        return None

    def _open_group(self, at: int, word: NumberWord) -> int | None:
        """After a scale: a smaller scale, or the first word of a group that must end smaller than the scale."""
        if word.kind == "scale":
            if word.value >= self._last_scale or word.times == 0:
                return None
            self._close_group(word.value, abs(word.times))
            return at + 1
        if word.kind == "vague" or not self._fits(at):
            return None
        self._group = word.value
        return at + 1

    def _take_digits(self, at: int) -> int | None:
        if self._group is not None or not self._last_scale:
            return None
        end, value, _ = self._read_digits(at)
        if value is None or value >= self._last_scale or not self._fits(end - 1):
            return None
        self._group, self._digits = value, True
        return end

    def _fits(self, at: int) -> bool:
        """Whether no scale as large as the last one follows: in ألف وخمسة ملايين two numbers stand."""
        for index in range(at + 1, min(at + 6, len(self._tokens))):
            word = self._word(index)
            if word is None:
                return True
            if word.kind == "scale" and not word.joined:
                return word.value < self._last_scale
        return True

    def _close_group(self, scale: float, times: int) -> None:
        self._scaled = scale * (self._group if self._group is not None else max(times, 1))
        self._total += self._scaled
        self._group, self._last_scale = None, scale

    def _read_digits(self, first: int) -> tuple[int, float | None, float | None]:
        """Digits with what belongs to them: groups parted by blanks, and groups turned round by a direction mark."""
        tokens = self._tokens
        commas = self._read_arabic_commas(first)
        if commas:
            return commas
        groups, end = [tokens[first].fold], first + 1
        if _is_decimal_letter(tokens, first):
            # 46ر5 is 5.46: agencies write the decimal mark as ر, and the right-to-left line turns the groups round.
            whole, part = tokens[first + 2].fold, tokens[first].fold
            return (first + 3, *parse_digits(f"{part}.{whole}" if part == "0" else f"{whole}.{part}"))
        while (
            end + 1 < len(tokens)
            and tokens[end].fold in (".", ",")
            and tokens[end + 1].kind == "number"
            and tokens[end].start == tokens[end - 1].end
            and 1 <= tokens[end + 1].start - tokens[end].end <= 2
            and self._text[tokens[end].end : tokens[end + 1].start].strip("\u200e\u200f") == ""
            and self._text[tokens[end].end : tokens[end + 1].start].strip(" ") != ""
        ):
            groups += [tokens[end].fold, tokens[end + 1].fold]
            end += 2
        if len(groups) > 1:
            # 334.<RLM>98 was typed left to right as 98.334 and stored by a right-to-left editor.
            return (end, *parse_digits("".join(reversed(groups))))
        while (
            end < len(tokens)
            and tokens[end].kind == "number"
            and tokens[end].start == tokens[end - 1].end + 1
            and len(tokens[end].fold) == 3
            and tokens[end].fold.isdigit()
            and tokens[first].fold.isdigit()
            and len(tokens[first].fold) <= 3
        ):
            groups.append(tokens[end].fold)
            end += 1
        if len(groups) > 1 and (groups[-1].endswith("00") or len(groups) > 2) and not groups[0].startswith("0"):
            return end, int("".join(groups)), None
        return (first + 1, *parse_digits(tokens[first].fold))

    def _read_arabic_commas(self, first: int) -> tuple[int, float | None, float | None] | None:
        """١،٢٣٤،٥٦٧: the Arabic comma parts thousands where no blank stands beside it."""
        tokens, groups, end = self._tokens, [self._tokens[first].fold], first + 1
        while (
            end + 1 < len(tokens)
            and tokens[end].fold == "،"
            and tokens[end].start == tokens[end - 1].end
            and tokens[end + 1].start == tokens[end].end
            and tokens[end + 1].kind == "number"
            and len(tokens[end + 1].fold) == 3
            and len(tokens[first].fold) <= 3
        ):
            groups.append(tokens[end + 1].fold)
            end += 2
        return (end, *parse_digits(",".join(groups))) if len(groups) > 1 else None

    def _read_vague(self, first: int, word: NumberWord) -> NumberSpan | None:
        """عشرات، مئات الآلاف، ملايين: a magnitude without a number."""
        if word.kind != "vague" and not (word.kind == "scale" and word.times == 0):
            return None
        end, size = first + 1, word.value
        following = self._word(end)
        if following and following.kind == "scale" and not following.clitics and following.times in (0, 1):
            end, size = end + 1, size * following.value
        return self._span(first, end, None, "vague", magnitude=size)

    def _is_percent(self, first: int, word: NumberWord) -> bool:
        if word.kind != "hundred" or word.value != 100 or not word.article:
            return False
        return word.clitics > 0 or (first > 0 and self._tokens[first - 1].fold in ("في", "فى"))

    def _is_marked(self, index: int) -> bool:
        """Whether vowel marks are written, as in ألفاً, which is then no dual."""
        token = self._tokens[index]
        return token.end - token.start > len(token.fold)

    def _word(self, index: int) -> NumberWord | None:
        if index >= len(self._tokens) or self._tokens[index].kind != "word":
            return None
        return NUMBER_WORDS.get(self._tokens[index].fold)

    def _span(
        self,
        first: int,
        end: int,
        value: float | None,
        kind: NumberKind,
        *,
        other: float | None = None,
        magnitude: float | None = None,
    ) -> NumberSpan:
        token, definite = self._tokens[first], False
        start = token.start
        if token.kind == "word":
            word = NUMBER_WORDS[token.fold]
            definite = word.article
            if word.prefix:
                start = offset_after(self._text, start, word.prefix) if self._text else start + word.prefix
        if value is not None and value == int(value):
            value = int(value)
        return NumberSpan(start, self._tokens[end - 1].end, first, end, kind, value, magnitude, other, definite)

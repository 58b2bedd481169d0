"""Letters: folding of spellings, and views of a text with a map back to it.

Folding is one letter for one letter, so a folded text has the offsets of the text itself. What must be deleted
(vowel marks, tatweel, direction marks) is deleted by :func:`strip_marks_mapped`, which keeps the way back.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from rawi.model.span import Span

# Hamza carriers, alif maqsura, taa marbuta, and the Persian, Urdu and Kurdish letters that stand in for Arabic ones
# in names pasted from elsewhere (اسماعیل قاآنی).
_FOLDED = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیېےۍ", "ي"),
    **dict.fromkeys("ةۀەہھۃ", "ه"),
    "ؤ": "و",
    "ئ": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "\u00a0": " ",
    **{chr(0x660 + digit): str(digit) for digit in range(10)},
    **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
}
_FOLD = str.maketrans(_FOLDED)

# Vowel marks, superscript alif, Quranic marks, tatweel, and invisible direction and joining marks.
MARKS = frozenset(
    [chr(code) for code in range(0x610, 0x61B)]
    + [chr(code) for code in range(0x64B, 0x660)]
    + ["\u0670", "\u0640"]
    + [chr(code) for code in range(0x6D6, 0x6EE) if unicodedata.category(chr(code)) in ("Mn", "Cf")]
    + list("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\ufeff")
)
_DELETE = dict.fromkeys(map(ord, MARKS))
# Looked for before anything is deleted: most words of the press have no mark, and looking costs a tenth.
_MARK = re.compile(f"[{''.join(sorted(MARKS))}]")


def fold_letters(text: str) -> str:
    """The text with spelling variants of a letter (and both kinds of digits) made one; same length.

    >>> fold_letters("أميركيّة إلى ٢٠٢٠")
    'اميركيّه الي 2020'
    """
    if len(text) < _LONG:
        return text.translate(_FOLD)
    for letter, plain in _FOLDED.items():
        if letter in text:
            text = text.replace(letter, plain)
    return text


# Characters from which looking for each letter in turn is quicker than translating all (an article: seventeen times).
_LONG = 100


def strip_marks(text: str) -> str:
    """The text without vowel marks, tatweel and invisible marks.

    >>> strip_marks("يُستدلّ الكـاظميّ")
    'يستدل الكاظمي'
    """
    if not _MARK.search(text):
        return text
    return text.translate(_DELETE) if len(text) < _LONG else _MARK.sub("", text)


def fold(text: str) -> str:
    """Marks stripped and letters folded: the form in which words are compared.

    >>> fold("مُؤكّداً")
    'موكدا'
    """
    return fold_letters(strip_marks(text))


@dataclass(frozen=True, slots=True)
class MappedText:
    """A view of a text with characters left out, and the way back.

    ``origin[i]`` is the offset in the original of the view's character ``i``; its last entry is the original's length.
    """

    text: str
    origin: array[int]

    def to_original(self, start: int, end: int) -> Span:
        """The original's span for ``start..end`` of the view, deleted marks at its end included."""
        last = self.origin[end - 1] + 1
        following = self.origin[end]
        # Marks belong to the letter before them; keep them with it, but don't run over to the next letter.
        return Span(self.origin[start], following if following > last else last)


def strip_marks_mapped(text: str) -> MappedText:
    """The text without marks, with offsets kept.

    >>> view = strip_marks_mapped("رئيسُ الحكومةِ")
    >>> view.text, view.to_original(0, 4).of("رئيسُ الحكومةِ")
    ('رئيس الحكومة', 'رئيسُ')
    """
    if _MARK.search(text) is None:
        return MappedText(text, array("l", range(len(text) + 1)))
    kept = array("l", [index for index, letter in enumerate(text) if letter not in MARKS])
    stripped = text.translate(_DELETE)
    kept.append(len(text))
    return MappedText(stripped, kept)


def is_arabic(text: str) -> bool:
    """Whether the text holds an Arabic letter.

    >>> is_arabic("F-16"), is_arabic("طائرة F-16")
    (False, True)
    """
    return any("\u0620" <= letter <= "\u064a" or "\u0671" <= letter <= "\u06d3" for letter in text)

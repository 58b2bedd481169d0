"""Words as the tagger sees them: marks left out, Persian letters made Arabic, each word with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rawi.arabic.letters import MARKS, strip_marks_mapped
from rawi.model.span import Span

# One letter for one letter, so that offsets stand. Only letters that stand in for Arabic ones in pasted names
# (اسماعیل قاآنی); hamza, taa marbuta and alif maqsura are kept, because the pieces were learned with them.
_LETTERS = str.maketrans({"ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ە": "ه", "ھ": "ه", "ۀ": "ه"})

# Letters in one run, digits in one run, everything else by itself: و5000 is two words, 8.5 three.
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
# Characters read at once. No article is as long; a file in one line of megabytes would need as many objects as words.
_BLOCK = 50_000

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    ``form`` is what the tagger reads, ``span`` its place in the text as given (marks included), ``paragraph`` counts
    lines and what lies between skipped spans, ``spaced`` says whether white space or a line's start comes before it
    (this is what tells an opening from a closing ``"``).
    """

    form: str
    span: Span
    paragraph: int
    spaced: bool


def find_words(text: str, skipped: Iterable[Span] = ()) -> tuple[Word, ...]:
    """The words of a text in order, without those that touch a skipped span.

    >>> [word.form for word in find_words("قالَ الكاظميّ: «نعم»")]
    ['قال', 'الكاظمي', ':', '«', 'نعم', '»']
    >>> find_words("قالَ نعم")[0].span
    Span(start=0, end=4)
    """
    return tuple(_words(text, sorted(skipped)))


def _words(text: str, skipped: Sequence[Span]) -> Iterator[Word]:
    view = strip_marks_mapped(text)
    seen = view.text.translate(_LETTERS)
    as_given = len(seen) == len(text)
    paragraph = 0
    passed = 0
    for line in _PARAGRAPH.finditer(seen):
        paragraph += 1
        last = line.start() - 1
        for match in _WORD.finditer(seen, line.start(), line.end()):
            start, end = match.span()
            span = Span(start, end) if as_given else view.to_original(start, end)
            spaced = start > last
            last = end
            if skipped:
                while passed < len(skipped) and skipped[passed].end <= span.start:
                    passed += 1
                    paragraph += 1
                if any(zone.start < span.end for zone in skipped[passed : passed + 1]):
                    continue
            yield Word(match.group(), span, paragraph, spaced)


def skip_letters(text: str, span: Span, count: int) -> int:
    """The offset behind the first ``count`` letters of a word and behind the marks that belong to them.

    >>> skip_letters("وَالكاظمي", Span(0, 9), 1)
    2
    """
    place = span.start
    left = count
    while place < span.end - 1 and (left > 0 or text[place] in MARKS):
        left -= text[place] not in MARKS
        place += 1
    return place


def count_letters(text: str, start: int, end: int) -> int:
    """Letters between two offsets, marks not counted."""
    return sum(letter not in MARKS for letter in text[start:end])


def split_blocks(text: str, limit: int = _BLOCK) -> tuple[Span, ...]:
    """The text in blocks of at most ``limit`` characters, cut at a line's end, else at white space, else anywhere.

    >>> [block.of("قال نعم ثم عاد") for block in split_blocks("قال نعم ثم عاد", 9)]
    ['قال نعم ', 'ثم عاد']
    """
    blocks: list[Span] = []
    start = 0
    while len(text) - start > limit:
        half = start + limit // 2
        end = text.rfind("\n", half, start + limit) + 1 or text.rfind(" ", half, start + limit) + 1
        if end <= start:
            end = start + limit
        blocks.append(Span(start, end))
        start = end
    if start < len(text):
        blocks.append(Span(start, len(text)))
    return tuple(blocks)

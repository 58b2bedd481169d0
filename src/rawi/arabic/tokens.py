"""Tokens and paragraphs: the text cut up as a view, every piece with its offsets."""

from __future__ import annotations

import re

from rawi.arabic.letters import MARKS, fold_letters, strip_marks
from rawi.arabic.sentences import find_sentences
from rawi.model.span import Span, trim
from rawi.model.view import TextView, Token

# Marks are part of the word or number they stand in: a number wrapped in direction marks stays one number.
_MARKS = "".join(sorted(MARKS))
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,٫٬]\d+)*)|(?P<word>[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*)|(?P<mark>[^\w\s{_MARKS}]|_)"
)


def tokenize(text: str) -> tuple[Token, ...]:
    """Words, numbers and marks in order, with their offsets and comparable forms.

    Letters and digits that touch are told apart (و5000 is two tokens), numbers keep their separators.

    >>> [(token.fold, token.kind) for token in tokenize("وقُتل و5,000 جنديّ.")]
    [('وقتل', 'word'), ('و', 'word'), ('5,000', 'number'), ('جندي', 'word'), ('.', 'mark')]
    """
    return _tokenize(text, fold_letters(text))


def _tokenize(text: str, folded: str) -> tuple[Token, ...]:
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "word":
            tokens.append(Token(start, end, strip_marks(folded[start:end]), "word"))
        elif kind == "number":
            tokens.append(Token(start, end, folded[start:end], "number"))
        else:
            tokens.append(Token(start, end, text[start:end], "mark"))
    return tuple(tokens)


# Crawlers flatten line breaks into runs of blanks; three of them or more are a paragraph's end (saudinewsnet).
_BREAK = re.compile(r"[\r\n\x0b\x0c\u2028\u2029]+|\s{3,}")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    r"""The lines that hold something, without the white space at their ends.

    >>> find_paragraphs("سطر\n\n  آخر ")
    (Span(start=0, end=3), Span(start=7, end=10))
    """
    spans, start = [], 0
    for match in _BREAK.finditer(text):
        span = trim(text, start, match.start())
        if span:
            spans.append(span)
        start = match.end()
    rest = trim(text, start, len(text))
    return (*spans, rest) if rest else tuple(spans)


def view_text(text: str) -> TextView:
    """The text cut up once for all stages.

    >>> view_text("قال كذا. ثم مضى.").sentences
    (Span(start=0, end=8), Span(start=9, end=16))
    """
    paragraphs = find_paragraphs(text)
    sentences = tuple(sentence for paragraph in paragraphs for sentence in find_sentences(text, paragraph))
    folded = fold_letters(text)
    return TextView(text, folded, _tokenize(text, folded), sentences, paragraphs)

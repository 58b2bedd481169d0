"""Words of an article as a brief cites them: cut at words, widened to be understood, on one line."""

from __future__ import annotations

import re

from rawi.arabic.letters import fold
from rawi.model.annotation import AnnotatedArticle
from rawi.model.days import tell_days
from rawi.model.span import Span, cover, trim
from rawi.reporting.briefing import Footnote
from rawi.reporting.frames import Frames

# Words that turn a statement round, as they are folded, with a conjunction or without.
_NEGATION = re.compile(r"[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|غير|دون|بدون|عدم|not|no|never)")
_WORD_BEFORE = re.compile(r"(\S+)\s*$")
_WORDS_BACK = 3
# Where a sentence ends inside a line: a mark with white space behind it, not after a lone letter (د. سمير).
_END = re.compile(r"(?<=\S\S)[.!؟…]+[\"”»)']*(?=\s)")
_WITHOUT_MARKS = str.maketrans(dict.fromkeys('«»"“”', "'"))


def note(said: Frames, annotated: AnnotatedArticle, span: Span) -> Footnote:
    """The footnote that leads to characters of an article."""
    article = annotated.article
    words, day = span.of(article.text), day_of(said, annotated)
    return Footnote(article.id, span.start, span.end, words, article.outlet, day, article.url)


def shorten(text: str, longest: int, span: Span) -> Span:
    """The span, cut at a word where it is longer than ``longest`` characters.

    >>> shorten("بدأت المحادثات أمس", 10, Span(0, 18))
    Span(start=0, end=4)
    """
    if len(span) <= longest:
        return span
    cut = text.rfind(" ", span.start, span.start + longest)
    return Span(span.start, cut if cut > span.start else span.start + longest)


def widen(text: str, span: Span, around: int = 45, whole: int = 160) -> Span:
    """The span with its sentence where that is no longer than ``whole`` characters, else with some words around it.

    A bare number says nothing, and words of the next sentence say something else.

    >>> text = "وصل الوفد. قتل 12 عاملا. ثم عاد"
    >>> widen(text, Span(15, 17)).of(text)
    'قتل 12 عاملا.'
    """
    first = max([text.rfind("\n", 0, span.start) + 1, *(match.end() for match in _END.finditer(text, 0, span.start))])
    ending = _END.search(text, span.end)
    line_end = text.find("\n", span.end)
    last = min(len(text) if line_end < 0 else line_end, ending.end() if ending else len(text))
    sentence = trim(text, first, max(last, span.end))
    if sentence is not None and len(sentence) <= whole:
        return cover([span, sentence])
    left, right = max(first, span.start - around), min(last, span.end + around)
    if left and text[left - 1].strip():
        left = text.find(" ", left, span.start) + 1 or span.start
    if right < len(text) and text[right].strip():
        cut = text.rfind(" ", span.end, right)
        right = cut if cut > 0 else span.end
    return cover([span, Span(left, right)]) if left < right else span


def is_negation(word: str) -> bool:
    """Whether a folded word turns a statement round.

    >>> is_negation("ولم"), is_negation("علم")
    (True, False)
    """
    return _NEGATION.fullmatch(word) is not None


def keep_negation(text: str, span: Span) -> Span:
    """The span from the negation that governs it on, where one stands at most three words before it in its clause.

    Cut off from its negation, a statement says the opposite.

    >>> text = "ليست هناك حاجة لقوات قتالية"
    >>> keep_negation(text, Span(10, 27)).of(text)
    'ليست هناك حاجة لقوات قتالية'
    """
    start = span.start
    for _ in range(_WORDS_BACK):
        match = _WORD_BEFORE.search(text, text.rfind("\n", 0, start) + 1, start)
        if match is None or match[1][-1] in '.،؛:!?؟»”"':
            return span
        start = match.start(1)
        word = match[1].lstrip("«“\"('")
        if is_negation(fold(word)):
            return Span(match.end(1) - len(word), span.end)
    return span


def day_of(said: Frames, annotated: AnnotatedArticle) -> str:
    """When an article was published, as far as it is known."""
    return period(said, annotated.published.earliest, annotated.published.latest)


def period(said: Frames, earliest: str | None, latest: str | None) -> str:
    """A day, a range of days, or the word for none."""
    return tell_days(earliest, latest, said.months) or said.undated


def shown(text: str, span: Span) -> str:
    """The words of a span on one line, with dots where their sentence is cut.

    >>> shown("قال الوزير إن القوات باقية هناك. ثم مضى", Span(4, 26))
    '… الوزير إن القوات باقية …'
    """
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start].rstrip()
    line_end = text.find("\n", span.end)
    after = text[span.end : len(text) if line_end < 0 else line_end].strip()
    begun = before and not _END.search(f"{before} ", max(0, len(before) - 3))
    ended = not after or _END.search(f"{text[max(0, span.end - 3) : span.end]} ") or after[0] in ".!؟…"
    return f"{'… ' if begun else ''}{plain(span.of(text))}{'' if ended else ' …'}"


def plain(words: str) -> str:
    r"""Words of an article on one line; inner marks give way to the line's own.

    >>> plain("قال «نعم»\nثم  مضى")
    "قال 'نعم' ثم مضى"
    """
    return " ".join(words.translate(_WITHOUT_MARKS).split())


def is_retold(note: Footnote, other: Footnote) -> bool:
    """Whether two lines would show the same passage: two happenings of one sentence are one line."""
    shared = min(note.end, other.end) - max(note.start, other.start)
    return note.article == other.article and 2 * shared > min(note.end - note.start, other.end - other.start)

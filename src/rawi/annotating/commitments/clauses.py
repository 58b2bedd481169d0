"""Clauses: where a clause of news prose begins and ends, and which verbs speak of the future, without a parser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rawi.annotating.commitments.futures import FUTURE_PARTICLES, NEVER, is_first_person, is_future
from rawi.arabic.word_index import Analysis
from rawi.model.span import Span
from rawi.model.view import TextView, Token

QUOTE_MARKS = frozenset("\"“”«»'")
OPENERS = frozenset(
    ["ان", "انه", "انها", "انهم", "انهما", "اننا", "انني", "اني", "انا", "بان", "بانه", "بانها", "بانهم", "وان", "وانه"]
)
OPENERS |= frozenset(
    [
        "وانها",
        "وانهم",
        "واننا",
        "بانها",
        "بانهما",
        "باننا",
        "بانني",
        "لكن",
        "ولكن",
        "لكنه",
        "لكنها",
        "لكننا",
        "فان",
        "فانه",
        "فانها",
    ]
)
RELATIVES = frozenset(
    ["الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللتان", "اللواتي", "ما", "من", "والتي", "والذي", "والذين"]
)
_QUESTIONS = frozenset(["ماذا", "كيف", "متي", "هل", "اين", "وماذا", "وكيف", "اذا", "اي", "كم"])
_RELATIVES_IN_CLAUSE = RELATIVES - {"ما", "من"}
# Words that open another clause: what stands before them is whole.
_STOPS = frozenset(
    [
        *("حيث", "فيما", "بينما", "مما", "وذلك", "كما", "دون", "رغم", "برغم", "غير", "الا", "اذ", "منذ", "وفقا"),
        *("بحسب",),
        *("حسب", "وفق", "وقال", "وقالت", "واضاف", "واضافت", "واكد", "واكدت", "واوضح", "واوضحت", "وتابع", "وشدد"),
        *("مضيفا", "مضيفه", "مؤكدا", "موكدا", "موكده", "مشيرا", "مشيره", "لافتا", "لافته", "موضحا", "موضحه", "مبينا"),
        *("مشددا", "مشدده", "معتبرا", "معربا", "منوها", "داعيا", "داعيه", "مطالبا", "محذرا", "محذره", "مطالبه"),
        *("وان",),
        *("وانه", "وانها", "وانهم", "واننا", "علما", "قبل", "بعدما", "عندما", "حينما", "لكن", "ولكن", "لكنه"),
        *("لكنها", "لذا"),
        *("وفي", "معلنا", "معلنه", "مجددا", "كاشفا", "متهما", "واشار", "واشارت", "وذكر", "ولفت", "وبين", "ولم"),
        *("فضلا", "فاذا"),
    ]
) - {"قبل", "بعدما", "عندما", "حينما", "وفي", "غير", "الا"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, of one view; indexes below are into ``tokens``.

    ``transparent`` are quotation marks around a few words only ("ستخفض" وجودها): they border no clause.
    """

    text: str
    tokens: tuple[Token, ...]
    folds: tuple[str, ...]
    transparent: frozenset[int] = frozenset()

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` up to, not including, token ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def at(self, offset: int) -> int:
        """The index of the first token that ends after the offset."""
        return bisect_left(self.tokens, offset + 1, key=lambda token: token.end)


def find_sentence_tokens(view: TextView) -> Iterator[Sentence]:
    """The view's sentences with their tokens, in order."""
    tokens = view.tokens
    first = 0
    for span in view.sentences:
        while first < len(tokens) and tokens[first].start < span.start:
            first += 1
        last = first
        while last < len(tokens) and tokens[last].start < span.end:
            last += 1
        if last > first:
            part = tokens[first:last]
            folds = tuple(token.fold for token in part)
            yield Sentence(view.text, part, folds, _transparent(folds))
        first = last


# Words between two quotation marks up to which the marks only colour a term; a quoted sentence has more.
_FEW_WORDS = 4


def _transparent(folds: tuple[str, ...]) -> frozenset[int]:
    marks = [index for index, word in enumerate(folds) if word in QUOTE_MARKS]
    if len(marks) % 2:
        return frozenset()
    pairs = zip(marks[::2], marks[1::2])
    few = (pair for pair in pairs if pair[1] - pair[0] - 1 <= _FEW_WORDS and not _is_said(folds, pair[0]))
    return frozenset(mark for pair in few for mark in pair)


def _is_said(folds: tuple[str, ...], mark: int) -> bool:
    """Whether what the mark opens is a saying of its own, however short: after a colon or at the sentence's start."""
    return mark == 0 or folds[mark - 1] in (":", "،", ",") or folds[mark - 1] in QUOTE_MARKS


def find_future(sentence: Sentence, index: int) -> bool:
    """Whether the token is a verb of the future; the first person's hamza is looked up in the text (سأعود)."""
    word = sentence.folds[index]
    if word in FUTURE_PARTICLES or word in NEVER or is_future(word):
        return True
    token = sentence.tokens[index]
    return is_first_person(word, sentence.text[token.start : token.end])


def find_clause_end(sentence: Sentence, start: int, trigger: int, longest: int) -> int:
    """The index after the clause's last token, for a clause that begins at ``start`` and holds ``trigger``.

    Ends are closing marks of a quotation opened before, commas, stop words, relatives far from the verb, and at the
    latest ``longest`` tokens after the trigger.
    """
    folds = sentence.folds
    see_through = sentence.transparent
    marks = sum(
        folds[place] in QUOTE_MARKS and place not in see_through for place in range(start, min(len(folds), trigger + 1))
    )
    open_inside = marks % 2 == 1
    for index in range(trigger + 1, min(len(folds), trigger + longest)):
        word = folds[index]
        kind = sentence.tokens[index].kind
        if kind == "mark":
            if word in QUOTE_MARKS:
                if index in see_through:
                    continue
                if open_inside or _opens(sentence, index):
                    open_inside = not open_inside
                    continue
                return index
            if word in ".!?؟;؛:…" and index > trigger + 1:
                return index
            if word in "،," and index - trigger > 2:
                return index
            continue
        if index - trigger > 1 and word in _STOPS:
            return index
        if index - trigger > 5 and word in _RELATIVES_IN_CLAUSE:
            return index
    return min(len(folds), trigger + longest)


def _opens(sentence: Sentence, index: int) -> bool:
    """Whether a quotation mark opens: a letter follows at once and white space stands before it."""
    token = sentence.tokens[index]
    text = sentence.text
    after = text[token.end : token.end + 1]
    before = text[token.start - 1 : token.start]
    return text[token.start] in "«“" or (bool(after.strip()) and not before.strip())


def find_clause_start(sentence: Sentence, trigger: int, farthest: int) -> int:
    """The index of the clause's first token: after the nearest أن/إن, quotation mark, colon or comma before it."""
    folds = sentence.folds
    for index in range(trigger - 1, max(-1, trigger - farthest - 1), -1):
        word = folds[index]
        if word in OPENERS:
            return index + 1
        if sentence.tokens[index].kind == "mark" and index not in sentence.transparent:
            return index + 1
        if word in _STOPS:
            return index + 1
    return max(0, trigger - farthest)


def is_relative(sentence: Sentence, trigger: int) -> bool:
    """Whether the verb stands in a relative clause (الذي سيعقد): a description, not an announcement.

    >>> from rawi.arabic.tokens import view_text
    >>> line = next(find_sentence_tokens(view_text("المؤتمر الذي سيعقد غداً")))
    >>> is_relative(line, 2)
    True
    """
    for index in range(trigger - 1, max(-1, trigger - 3), -1):
        if sentence.tokens[index].kind == "mark":
            return False
        if sentence.folds[index] in RELATIVES | _QUESTIONS:
            return True
    return False


_JUSSIVE = frozenset(["لم", "ولم", "فلم", "لا", "ولا", "الم", "اذا", "ان"])
_BEFORE_VERBS = frozenset(
    [
        "قد",
        "وقد",
        "لقد",
        "فقد",
        "الذي",
        "التي",
        "الذين",
        "ثم",
        "كان",
        "كانت",
        "كانوا",
        "ما",
        "كما",
        "عندما",
        "حيث",
        "بعدما",
        "حين",
        "لم",
        "ان",
        "انه",
        "انها",
        "فيما",
        "بينما",
        "منذ",
        "لكنه",
        "لكنها",
        "من",
        "ومن",
        "لما",
        "اذ",
        "اليوم",
        "امس",
    ]
)


# Longer perfects that are common nouns as well (a student).
_NOUN_TOO = frozenset(["طالب"])


def _is_spelled(sentence: Sentence, index: int, analysis: Analysis) -> bool:
    """Whether the letters before folding allow the reading: رحلة ends in no pronoun, هنا is no هنأ."""
    token = sentence.tokens[index]
    surface = sentence.text[token.start : token.end]
    form = analysis.form
    if analysis.pronoun == "ه" and surface.endswith("ة"):
        return False
    if form.text == "وعد" and "دّ" in surface:
        return False  # وعدّ is "and considered"
    if form.passive and token.fold.startswith("وو"):
        return False  # ووفق is "and according to"
    noun = form.aspect == "masdar" and not analysis.pronoun and form.text.endswith("ه")
    if noun and surface.endswith("ه") and "ة" in sentence.text:
        return False  # حمله is "carrying him" with a writer who knows حملة
    return form.text != "هنا" or analysis.pronoun != "" or "أ" in surface


def may_be_verb(sentence: Sentence, index: int, analysis: Analysis, noun_too: bool) -> bool:
    """Whether a form that is written like a noun or another verb may be the verb here.

    A bare perfect of three letters (دعم، طلب) is its own verbal noun: where the noun is not wanted (``noun_too``), it
    must stand where a verb stands. A jussive (يعد of عاد) needs its particle.
    """
    form = analysis.form
    if not _is_spelled(sentence, index, analysis):
        return False
    before = sentence.folds[index - 1] if index else ""
    if form.jussive:
        return before in _JUSSIVE or "ل" in analysis.particles
    if form.aspect == "perfect" and not noun_too and analysis.pronoun and form.text.endswith("ت"):
        return False  # سيطرتهم is "their control"
    if form.aspect != "perfect" or noun_too or analysis.pronoun:
        return True
    if len(form.text) > 3 and form.text not in _NOUN_TOO:
        return True
    if index == 0 or before in _BEFORE_VERBS or analysis.particles:
        return True
    return sentence.tokens[index - 1].kind == "mark"

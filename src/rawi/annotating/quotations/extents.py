"""Where content ends: at the closing mark, at the sentence's end, or where the outlet takes over again."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.annotating.quotations.complements import Complement
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.words import (
    COMMAS,
    COORDINATED_PARTICLES,
    DASHES,
    NARRATOR_OPENERS,
)
from rawi.model.span import Span, trim


@dataclass(frozen=True, slots=True)
class ExtentsConfig:
    """``longest_phrase``: words of content that is a noun phrase without أن; 95 % of the labelled ones are shorter."""

    longest_phrase: int = 60


_EDGE = ' \t\r\n\u00a0\u200e\u200f،,.؛;:-–—«»“”"/('
_TAIL = " \t\r\n\u00a0\u200e\u200f،,.؛;:-–—/("


def content_span(
    prose: Prose, complement: Complement, limit: int, config: ExtentsConfig = ExtentsConfig()
) -> Span | None:
    """Characters of the content that begins at the complement, up to token ``limit`` at most."""
    first = complement.first
    if first >= len(prose.tokens):
        return None
    start = prose.tokens[first].start + complement.cut
    passage = complement.marked
    if passage is not None and complement.kind == "speech":
        return passage.inner
    if passage is not None and _is_whole(prose, passage.outer.end, limit):
        return passage.inner
    last = end_of_report(prose, first, limit)
    if last <= first:
        return None
    if complement.kind == "phrase":
        last = min(last, first + config.longest_phrase)
    end = prose.tokens[last - 1].end
    if passage is not None and start == passage.outer.start:
        start = passage.inner.start if end <= passage.outer.end else start
    return _trim_content(prose.text, start, end)


def _is_whole(prose: Prose, end: int, limit: int) -> bool:
    """Whether the marked passage is all of the content: its sentence ends or the outlet goes on after it."""
    after = prose.first_token(end)
    if after >= limit:
        return True
    fold = prose.tokens[after].fold
    return fold in COMMAS or fold in ".!؟؛" or bool(_narrator(prose, after, after))


def _trim_content(text: str, start: int, end: int) -> Span | None:
    found = trim(text, start, end, _TAIL)
    if found is None:
        return None
    end = found.end
    # A final mark is kept only if it closes what stands inside.
    while end > found.start and text[end - 1] in '»”"“' and _unbalanced(text[found.start : end]):
        end -= 1
        inner = trim(text, found.start, end, _TAIL)
        if inner is None:
            return None
        end = inner.end
    return Span(found.start, end)


def _unbalanced(piece: str) -> bool:
    return (
        piece.count('"') % 2 == 1
        if piece[-1] == '"'
        else piece.count("«") + piece.count("“") < piece.count("»") + piece.count("”")
    )


def end_of_report(prose: Prose, first: int, limit: int) -> int:
    """Number of the token at which the reported words end (not included)."""
    position = first
    while position < limit:
        token = prose.tokens[position]
        passage = prose.marked_at.get(position)
        if passage is not None and token.start == passage.outer.start:
            position = max(position + 1, prose.first_token(passage.outer.end))
            continue
        if position > first and _narrator(prose, position, first):
            return position
        position += 1
    return limit


def _narrator(prose: Prose, position: int, first: int) -> bool:
    """Whether the outlet, or another report, takes over at this token."""
    token = prose.tokens[position]
    if token.kind != "word":
        return False
    previous = prose.tokens[position - 1].fold if position else ""
    after_pause = previous in COMMAS or previous in DASHES or previous == "؛" or previous in '»”"'
    fold = token.fold
    if fold in COORDINATED_PARTICLES:
        return False
    if fold in NARRATOR_OPENERS and after_pause:
        return True
    if fold in ("وذلك",):
        return True
    if fold == "دون" and position + 1 < len(prose.tokens) and prose.tokens[position + 1].fold == "ان" and after_pause:
        return True
    if (
        fold == "في"
        and after_pause
        and prose.tokens[min(position + 1, len(prose.tokens) - 1)].fold in ("حين", "اشاره", "وقت")
    ):
        return True
    for word in prose.cue_words(position):
        if word.kind == "participle" and word.is_strong and _is_circumstance(fold, word.lemma):
            return (
                after_pause
                or word.proclitic == "و"
                or word.lemma in ("أكد", "أشار", "أضاف", "لفت", "أوضح", "شدد", "دعا")
            )
        if word.kind in ("according", "relative"):
            return True
        if word.is_finite and word.is_strong and word.kind == "past" and after_pause and not word.pronoun:
            return word.proclitic in ("و", "ف")
        if word.is_finite and word.is_strong and previous in ("كما", "فيما", "بينما"):
            return True
    return False


def _is_circumstance(fold: str, lemma: str) -> bool:
    """Whether a participle is an accusative that tells what the speaker did besides (مؤكدا، مشيرة، لافتين)."""
    return fold.endswith(("ا", "ه", "ين")) and lemma not in ("قدر", "أقر")

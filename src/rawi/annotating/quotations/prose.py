"""The article as the grammar reads it: tokens, sentences, marks, and where the outlet's own prose is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from rawi.annotating.quotations.marks import Marked, find_marked
from rawi.arabic.cues import CueWord, find_cue_words
from rawi.arabic.tokens import view_text
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.span import Span
from rawi.model.view import Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (not included) of the prose, and the number of the paragraph they stand in."""

    first: int
    last: int
    paragraph: int
    is_headline: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Everything the grammar looks at. Numbers of tokens index ``tokens``; ``marked_at`` maps a token inside marks
    (or the opening mark itself) to its passage."""

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    marked: tuple[Marked, ...]
    marked_at: dict[int, Marked]
    mentions: tuple[Mention, ...]
    mention_at: dict[int, Mention]

    def first_token(self, offset: int) -> int:
        """Number of the first token that starts at or after the offset."""
        return bisect_left(self.starts, offset)

    def token_at(self, offset: int) -> int:
        """Number of the token that holds the offset, or of the one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span(self, first: int, last: int) -> Span:
        """Characters of tokens ``first`` to ``last`` (not included)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def cue_words(self, index: int) -> tuple[CueWord, ...]:
        """Readings of a token as a reporting word."""
        token = self.tokens[index]
        return find_cue_words(token.fold) if token.kind == "word" else ()


def read_prose(annotated: AnnotatedArticle) -> Prose:
    """The prose of an article; furniture, bylines and datelines have no sentence."""
    text = annotated.text
    view = annotated.view or view_text(text)
    tokens = view.tokens
    starts = tuple(token.start for token in tokens)
    left_out = [zone.span for zone in annotated.zones if zone.kind in ("furniture", "byline", "dateline")]
    headlines = [zone.span for zone in annotated.zones if zone.kind in ("headline", "heading")]
    sentence_of = [-1] * len(tokens)
    sentences: list[Sentence] = []
    paragraph = 0
    for span in view.sentences:
        while paragraph + 1 < len(view.paragraphs) and view.paragraphs[paragraph].end <= span.start:
            paragraph += 1
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        for zone in left_out:
            if zone.start <= span.start < zone.end:
                first = bisect_left(starts, min(zone.end, span.end))
        while first < last and tokens[first].kind == "mark" and tokens[first].fold in ":-–—،.":
            first += 1
        if first >= last:
            continue
        is_headline = any(zone.overlaps(span) for zone in headlines)
        for index in range(first, last):
            sentence_of[index] = len(sentences)
        sentences.append(Sentence(first, last, paragraph, is_headline))
    marked = tuple(
        passage
        for span in view.paragraphs
        if not any(zone.contains(span) for zone in left_out)
        for passage in find_marked(text, span)
    )
    marked_at: dict[int, Marked] = {}
    for passage in marked:
        for index in range(bisect_left(starts, passage.outer.start), bisect_left(starts, passage.outer.end)):
            marked_at[index] = passage
    mention_at: dict[int, Mention] = {}
    for mention in annotated.mentions:
        begin = mention.start if mention.title is None else min(mention.start, mention.title.start)
        finish = mention.end if mention.title is None else max(mention.end, mention.title.end)
        for index in range(max(0, bisect_right(starts, begin) - 1), bisect_left(starts, finish)):
            mention_at.setdefault(index, mention)
    return Prose(
        text, tokens, starts, tuple(sentences), tuple(sentence_of), marked, marked_at, annotated.mentions, mention_at
    )

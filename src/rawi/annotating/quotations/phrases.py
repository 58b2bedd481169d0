"""Noun phrases of speakers: after the verb (VSO), before it (SVO), and after a preposition."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.words import (
    ADVERBS,
    ALL_PREPOSITIONS,
    BARE_PARTICLES,
    BOUND_PARTICLES,
    BOUND_PREPOSITIONS,
    CLAUSE_OPENERS,
    COLON,
    COMMAS,
    COPULAS,
    DASHES,
    NOUN_PREPOSITIONS,
    OCCASIONS,
    RELATIVES,
    STOPS,
)
from rawi.arabic.word_lists import read_words
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class PhrasesConfig:
    """How long a speaker's description may be.

    longest: words of one phrase; 99 % of 1,615 labelled sources have 14 or fewer, the longest has 23.
    longest_apposition: words between two commas after a name that still describe it.
    """

    longest: int = 24
    longest_apposition: int = 14


_SHORT_MARKED = 30
# د. (doctor), م. (engineer), أ. (professor), ل. ع. ر. (ranks): their full stop ends nothing.
_ABBREVIATED_TITLES = frozenset("دماجلعرش")


def phrase_after(
    prose: Prose, first: int, limit: int, config: PhrasesConfig = PhrasesConfig(), *, open_ended: bool = False
) -> tuple[int, int] | None:
    """Tokens of the noun phrase that begins at ``first`` and ends before ``limit``.

    ``open_ended`` says that nothing marks its end (no أن follows): then it ends where its grammar does.
    """
    while first < limit and first not in prose.mention_at and _is_bound_or_told(prose, first):
        first += 1
    index = first
    ended_definite = False
    while index < limit and index - first < config.longest:
        token = prose.tokens[index]
        fold = token.fold
        if token.kind == "mark":
            step = _over_mark(prose, index, first, limit, config, open_ended=open_ended)
            if step is None:
                break
            index = step
            continue
        if fold in BARE_PARTICLES or fold in BOUND_PARTICLES or fold in RELATIVES or fold in CLAUSE_OPENERS:
            break
        mention = prose.mention_at.get(index)
        if mention is None:
            if fold in ADVERBS and not (fold == "اول" and index == first):
                break
            if fold in ALL_PREPOSITIONS and not _continues(prose, index, first, limit):
                break
            if index > first and _is_medium(prose, index):
                break
            if open_ended and index > first and ended_definite and not _is_definite(fold) and not _joins(fold):
                break
            if _is_report(prose, index, at_head=index == first):
                break
        if index == first and fold in ALL_PREPOSITIONS:
            return None
        ended_definite = mention is not None or (_is_definite(fold) and fold not in ALL_PREPOSITIONS)
        index += 1
    last = _trim(prose, first, index)
    return (first, last) if last > first else None


def _is_bound_or_told(prose: Prose, index: int) -> bool:
    """Whether a word between verb and subject tells to whom it was said (قال له الوزير، قال للصحفيين رئيس الوفد)."""
    fold = prose.tokens[index].fold
    return fold in BOUND_PREPOSITIONS or fold.startswith(("للصحف", "للصحاف", "لوسايل"))


def _is_report(prose: Prose, index: int, at_head: bool) -> bool:
    """Whether another reporting word stands here: a verb inside the phrase, or an accusative participle anywhere."""
    for word in prose.cue_words(index):
        if word.kind == "participle" and word.is_strong and prose.tokens[index].fold.endswith(("ا", "ين")):
            return True
        if word.is_finite and word.is_strong and (not at_head or word.lemma == "قال"):
            return True
    return False


def _over_mark(
    prose: Prose, index: int, first: int, limit: int, config: PhrasesConfig, *, open_ended: bool
) -> int | None:
    """Where the phrase goes on after a mark, or None where it ends."""
    fold = prose.tokens[index].fold
    if fold == "." and index > first and prose.tokens[index - 1].fold in _ABBREVIATED_TITLES:
        return index + 1
    if fold == COLON or fold in STOPS:
        return None
    passage = prose.marked_at.get(index)
    if passage is not None and prose.tokens[index].start == passage.outer.start:
        if passage.closed and len(passage.inner) <= _SHORT_MARKED:
            return prose.first_token(passage.outer.end)
        return None
    if fold in "([":
        for later in range(index + 1, min(limit, index + 12)):
            if prose.tokens[later].fold in ")]":
                return later + 1
        return None
    if fold in "/.'’":
        return index + 1
    if (fold in COMMAS or fold in DASHES) and index > first and not open_ended:
        return _over_apposition(prose, index, limit, config)
    if fold in DASHES and index > first and prose.tokens[index - 1].end == prose.tokens[index].start:
        return index + 1
    return None


def _over_apposition(prose: Prose, index: int, limit: int, config: PhrasesConfig) -> int | None:
    """The first token after an apposition between commas or dashes that ends right before the content."""
    following = index + 1
    if following >= limit or prose.tokens[following].kind != "word":
        return None
    fold = prose.tokens[following].fold
    if fold in ADVERBS or fold in ALL_PREPOSITIONS or fold in RELATIVES or fold in CLAUSE_OPENERS:
        return None
    if fold.startswith("ل") and following not in prose.mention_at:
        return None
    if any(word.is_finite or word.kind == "participle" for word in prose.cue_words(following)):
        return None
    return following if limit - following <= config.longest_apposition else None


def _continues(prose: Prose, index: int, first: int, limit: int) -> bool:
    """Whether a preposition belongs to the description (مسؤول في الوزارة), not to how it was said (في بيان)."""
    fold = prose.tokens[index].fold
    if index == first or fold not in NOUN_PREPOSITIONS or index + 1 >= limit:
        return False
    following = prose.tokens[index + 1].fold
    if fold == "في":
        return following not in OCCASIONS and following not in ADVERBS and prose.tokens[index + 1].kind == "word"
    if fold == "عن":
        return prose.tokens[index - 1].fold in ("المسوول", "المسووله", "مسوول", "النايب", "نايب")
    if fold == "علي":
        return prose.tokens[index - 1].fold in ("المشرف", "المسوول", "القايم", "مشرف")
    return following not in ADVERBS


def without_medium(prose: Prose, span: Span) -> Span:
    """The phrase up to whom it was said to (المتحدث باسم المركز لـ«المشكاة» ends before لـ)."""
    first, last = prose.token_at(span.start), prose.first_token(span.end)
    for index in range(first + 1, last):
        if prose.tokens[index].kind == "word" and index not in prose.marked_at and _is_medium(prose, index):
            end = _trim(prose, first, index)
            return Span(span.start, prose.tokens[end - 1].end) if end > first else span
    return span


def _is_medium(prose: Prose, index: int) -> bool:
    """Whether a word under ل names whom it was said to (لوكالة فرانس برس، للصحفيين، لـ «عكاظ»)."""
    fold = prose.tokens[index].fold
    if fold in ("ل", "لـ", "لل"):
        return True
    if len(fold) > 4 and fold.startswith("لل"):
        return fold[2:].startswith(
            ("صحف", "صحاف", "اعلام", "تلفز", "جزير", "عربي", "اناضول", "موقع", "قناه", "شبك", "برنامج")
        )
    return len(fold) > 4 and fold[0] == "ل" and fold[1:] in _MEDIA_NOUNS


_MEDIA_NOUNS = read_words("media_nouns")


def _is_definite(fold: str) -> bool:
    return fold.startswith(("ال", "وال", "لل", "بال")) and len(fold) > 3


def _joins(fold: str) -> bool:
    """Whether the word carries a description on without being definite itself."""
    return fold in ALL_PREPOSITIONS or fold in ("بن", "ابن", "ال", "عبد", "ابو", "و") or fold.startswith("و")


def _trim(prose: Prose, first: int, last: int) -> int:
    """The end without commas, prepositions and conjunctions that hang over."""
    while last > first:
        token = prose.tokens[last - 1]
        if (token.kind == "mark" and token.fold not in ')]»”"') or (
            token.fold in ALL_PREPOSITIONS and token.kind == "word" and last - 1 > first
        ):
            last -= 1
        else:
            break
    return last


def phrase_before(
    prose: Prose, verb: int, start: int, config: PhrasesConfig = PhrasesConfig()
) -> tuple[int, int] | None:
    """Tokens of the subject that stands before its verb, back to the clause's start (``start`` at the earliest)."""
    last = verb
    while last > start and prose.tokens[last - 1].fold in COPULAS:
        last -= 1
    relative = last > start and prose.tokens[last - 1].fold in RELATIVES
    if relative:
        last -= 1
        while last > start and prose.tokens[last - 1].fold in COMMAS:
            last -= 1
    first = last
    while first > start and last - first < config.longest:
        token = prose.tokens[first - 1]
        if token.kind == "mark":
            if token.fold in ")]" or token.fold in "([" or token.fold in '«»“”"':
                first -= 1
                continue
            break
        if token.fold in CLAUSE_OPENERS or token.fold in RELATIVES or token.fold in BARE_PARTICLES:
            break
        if any(word.is_finite and word.is_strong for word in prose.cue_words(first - 1)):
            break
        first -= 1
    while first < last and (prose.tokens[first].kind == "mark" or prose.tokens[first].fold in ADVERBS):
        first += 1
    if first >= last or prose.tokens[first].fold in ALL_PREPOSITIONS:
        return None
    if first > start and any(word.kind == "according" for word in prose.cue_words(first - 1)):
        return None
    return first, last


def noun_span(prose: Prose, first: int, last: int) -> Span:
    """Characters of the phrase without the conjunction written onto its first word, where it is one."""
    span = prose.span(first, last)
    fold = prose.tokens[first].fold
    if len(fold) > 3 and fold[0] == "و" and fold[1:3] == "ال":
        return Span(span.start + 1, span.end)
    mention = prose.mention_at.get(first)
    if mention is not None and span.start < mention.start <= span.start + 2 and mention.title is None:
        return Span(mention.start, max(span.end, mention.end))
    return span

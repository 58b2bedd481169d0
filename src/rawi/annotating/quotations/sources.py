"""The source as its words: after the verb (VSO), before it (SVO), or after عن."""

from __future__ import annotations

from rawi.annotating.quotations.complements import Complement
from rawi.annotating.quotations.phrases import noun_span, phrase_after, phrase_before
from rawi.annotating.quotations.prose import Prose, Sentence
from rawi.arabic.cues import CueWord
from rawi.model.span import Span

# Verbs that pass on what another one said (نقلت الوكالة عن مصدر، علمت الصحيفة من مصادر).
PASSING_ON = frozenset({"نقل", "نسب", "علم", "تناقل"})
_FARTHEST_BEFORE_MASDAR = 25


def find_source(prose: Prose, sentence: Sentence, index: int, word: CueWord, complement: Complement) -> Span | None:
    """The noun phrase that speaks, or None where the verb has no expressed subject."""
    if word.kind == "masdar":
        return _of_masdar(prose, sentence, index, word, complement)
    if word.kind == "participle":
        return None
    if word.pronoun and complement.head_end - index <= 1:
        return None
    phrase = phrase_after(prose, index + 1, complement.head_end, open_ended=complement.kind == "phrase")
    if word.lemma in PASSING_ON and not _names_words(prose, index, complement.head_end):
        inner = _from_whom(prose, index, complement.head_end)
        if inner is not None:
            return inner
    if phrase is not None:
        return noun_span(prose, *phrase)
    if word.proclitic == "ف":
        return _after_as_for(prose, sentence, index)
    if not word.proclitic and index > sentence.first:
        before = phrase_before(prose, index, sentence.first)
        if before is not None and _is_subject(prose, sentence, before):
            return noun_span(prose, *before)
    return None


def _after_as_for(prose: Prose, sentence: Sentence, index: int) -> Span | None:
    """The subject that أما sets before its verb (أما الناطق باسم الشركة، فقال)."""
    for position in range(index - 1, max(sentence.first, index - _FARTHEST_BEFORE_MASDAR) - 1, -1):
        if prose.tokens[position].fold in ("اما", "واما"):
            phrase = phrase_after(prose, position + 1, index)
            return noun_span(prose, *phrase) if phrase else None
    return None


def _is_subject(prose: Prose, sentence: Sentence, phrase: tuple[int, int]) -> bool:
    """Whether the words before a verb may be its subject: a named or definite noun at a clause's start."""
    first, _ = phrase
    if first in prose.mention_at or prose.tokens[first].fold.startswith(("ال", "وال")):
        return True
    return first == sentence.first


def _names_words(prose: Prose, index: int, limit: int) -> bool:
    """Whether قوله stands before the content: then the speaker is the source of that word."""
    return any(
        word.kind == "masdar" and word.pronoun
        for position in range(index + 1, limit)
        for word in prose.cue_words(position)
    )


def _from_whom(prose: Prose, index: int, limit: int) -> Span | None:
    """The speaker after عن or من (نقلت الوكالة عن مصدر، علمت الصحيفة من مصادر)."""
    for position in range(index + 1, limit):
        if prose.tokens[position].fold in ("عن", "من"):
            phrase = phrase_after(prose, position + 1, limit)
            return noun_span(prose, *phrase) if phrase else None
    return None


def _of_masdar(prose: Prose, sentence: Sentence, index: int, word: CueWord, complement: Complement) -> Span | None:
    """The speaker of قوله (after عن or على لسان before it), or of a masdar in construct (إعلان الشركة أنها)."""
    if not word.pronoun:
        phrase = phrase_after(prose, index + 1, complement.head_end, open_ended=complement.kind == "phrase")
        return noun_span(prose, *phrase) if phrase and not prose.tokens[index].fold.startswith("ال") else None
    for position in range(index - 1, max(sentence.first, index - _FARTHEST_BEFORE_MASDAR) - 1, -1):
        if prose.tokens[position].fold in ("عن", "لسان"):
            phrase = phrase_after(prose, position + 1, index)
            return noun_span(prose, *phrase) if phrase else None
    return None

"""Where a reporting word's content begins: after أن/إن, a colon, an opening mark, or the preposition its verb takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rawi.annotating.quotations.marks import Marked
from rawi.annotating.quotations.phrases import phrase_after
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.words import (
    ADVERBS,
    ALL_PREPOSITIONS,
    BARE_PARTICLES,
    BOUND_PARTICLES,
    COLON,
    COMMAS,
    COORDINATED_PARTICLES,
    OWNERS_OF_AN,
    PREPOSITIONS,
    RELATIVES,
)
from rawi.arabic.cues import CueWord
from rawi.arabic.word_lists import read_words

ComplementKind = Literal["clause", "speech", "phrase"]


@dataclass(frozen=True, slots=True)
class ComplementsConfig:
    """Limits of the search.

    farthest: words between a verb and its content; the farthest of 2,228 labelled ones is 32 words off.
    after_phrase: words after the preposition's phrase within which أن still hangs on the verb (أشار إلى الصحيفة أن).
    scare_words: a marked passage of so few words inside a sentence is a name or a scare quote, not a speech.
    """

    farthest: int = 45
    scare_words: int = 3
    after_phrase: int = 6


@dataclass(frozen=True, slots=True)
class Complement:
    """``first`` is the content's first token. ``head_end`` is where the words between verb and content end (there
    the source must stand). ``cut`` letters of the first token belong to a preposition (بالاعتداء)."""

    kind: ComplementKind
    first: int
    head_end: int
    marked: Marked | None = None
    cut: int = 0


def find_complement(
    prose: Prose, index: int, word: CueWord, limit: int, config: ComplementsConfig = ComplementsConfig()
) -> Complement | None:
    """The content that hangs on the reporting word at token ``index``, sought up to token ``limit``."""
    stop = min(limit, index + 1 + config.farthest)
    fallback: Complement | None = None
    position = index + 1
    while position < stop:
        token = prose.tokens[position]
        fold = token.fold
        if token.kind == "mark":
            if fold == COLON:
                return _after_colon(prose, position, limit)
            passage = prose.marked_at.get(position)
            if passage is not None and token.start == passage.outer.start:
                if _is_speech(prose, position, passage, word, config):
                    return Complement("speech", position + 1, position, passage)
                position = prose.first_token(passage.outer.end)
                continue
            if fold in "([":
                position = _over_brackets(prose, position, stop)
                continue
            if fallback is not None and fold in COMMAS:
                return fallback
            position += 1
            continue
        if fallback is not None and ("target" in word.frames or position - fallback.first > config.after_phrase):
            break
        if fold in BARE_PARTICLES and _owns_particle(prose, position, index, word):
            return _clause(prose, position + 1, position, limit)
        if fold in BOUND_PARTICLES and _owns_particle(prose, position, index, word):
            return Complement("clause", position, position, cut=_bound_cut(fold))
        if fallback is None:
            fallback = _phrase(prose, index, position, word, stop)
        if position > index + 1 and _starts_report(prose, position):
            break
        position += 1
    return fallback or _object(prose, index, word, limit)


def _clause(prose: Prose, first: int, head_end: int, limit: int) -> Complement | None:
    """Content after a bare particle; an opening mark right after it is looked into."""
    if first >= limit:
        return None
    while first < limit and prose.tokens[first].fold in (COLON, "-", "–", "،"):
        first += 1
    if first >= limit:
        return None
    passage = prose.marked_at.get(first)
    if passage is not None and prose.tokens[first].start == passage.outer.start:
        return Complement("clause", first, head_end, passage)
    return Complement("clause", first, head_end)


def _bound_cut(fold: str) -> int:
    """Letters before أنه that stand outside the content: the preposition ب or conjunction ف."""
    return 1 if fold[0] in "بف" else 0


def _owns_particle(prose: Prose, position: int, index: int, word: CueWord) -> bool:
    """Whether أن at ``position`` hangs on the reporting word and not on the word before it (قبل أن، يمكن أن)."""
    previous = prose.tokens[position - 1].fold
    if position - 1 == index:
        return (
            "clause" in word.frames or "speech" in word.frames or bool(word.frames & {"to", "on", "by", "of", "about"})
        )
    if previous in OWNERS_OF_AN or previous in RELATIVES:
        return False
    if previous == "الي":
        return "to" in word.frames
    if previous == "علي":
        return "on" in word.frames or word.lemma in ("أبلغ", "نص", "اتفق", "أكد")
    if previous == "من":
        return "of" in word.frames
    return True


def _after_colon(prose: Prose, position: int, limit: int) -> Complement | None:
    first = position + 1
    if first >= len(prose.tokens) or (first >= limit and prose.sentence_of[first] < 0):
        return None
    passage = prose.marked_at.get(first)
    if passage is not None and prose.tokens[first].start == passage.outer.start:
        return Complement("speech", first + 1, position, passage)
    fold = prose.tokens[first].fold
    if fold in BARE_PARTICLES:
        return _clause(prose, first + 1, position, limit)
    if fold in BOUND_PARTICLES:
        return Complement("clause", first, position)
    return Complement("speech", first, position)


def _is_speech(prose: Prose, position: int, passage: Marked, word: CueWord, config: ComplementsConfig) -> bool:
    """Whether a marked passage is what was said, not a name in marks."""
    if not word.frames & {"speech", "clause"}:
        return False
    words = len(passage.inner.of(prose.text).split())
    after = prose.first_token(passage.outer.end)
    if after < len(prose.tokens) and prose.tokens[after].fold in (BARE_PARTICLES | BOUND_PARTICLES | {COLON}):
        return False
    if words > config.scare_words:
        return True
    before = prose.tokens[position - 1].fold
    ends = after >= len(prose.tokens) or prose.tokens[after].fold in (".", "،", "!", "؟")
    return ends and words > 1 and before not in ALL_PREPOSITIONS and position - 1 not in prose.mention_at


def _over_brackets(prose: Prose, position: int, stop: int) -> int:
    for later in range(position + 1, min(stop, position + 12)):
        if prose.tokens[later].fold in ")]":
            return later + 1
    return position + 1


def _starts_report(prose: Prose, position: int) -> bool:
    """Whether another reporting verb stands here as the head of its own clause."""
    token = prose.tokens[position]
    previous = prose.tokens[position - 1].fold
    if previous in RELATIVES:
        return False
    words = [word for word in prose.cue_words(position) if word.is_strong]
    if not words:
        return False
    if any(word.kind == "participle" for word in words):
        return token.fold.endswith(("ا", "ه", "ين")) and (previous in COMMAS or words[0].proclitic == "و")
    return any(word.is_finite and not word.pronoun for word in words) and (
        previous in COMMAS or any(word.proclitic for word in words) or previous in ("كما", "فيما", "بينما", "حيث")
    )


def _phrase(prose: Prose, index: int, position: int, word: CueWord, stop: int) -> Complement | None:
    """Content after the preposition that the verb takes (دعا إلى، شدد على، طالب بـ، حذر من، أعرب عن)."""
    fold = prose.tokens[position].fold
    for frame, prepositions in PREPOSITIONS.items():
        if frame in word.frames and fold in prepositions and position + 1 < stop:
            following = prose.tokens[position + 1].fold
            if following in BARE_PARTICLES or following in BOUND_PARTICLES or following in COORDINATED_PARTICLES:
                return None
            if frame in ("of", "about", "in", "on") and position - index > 14:
                return None
            if frame == "in" and following in ADVERBS:
                return None
            return Complement("phrase", position + 1, position)
    if "by" not in word.frames:
        return None
    if fold == "ب":
        return Complement("phrase", position + 1, position)
    written_on = fold.startswith("ب") and len(fold) > 3 and fold not in _WITH_B
    if written_on and (position not in prose.mention_at or fold.startswith("بال")):
        return Complement("phrase", position, position, cut=1)
    return None


# Words that only look like ب and a noun.
_WITH_B = read_words("with_b")
# Heads of a speaker's description: after the verb they are its subject, not what was said.
_SPEAKERS = frozenset().union(*map(read_words, ("anonymous", "organisations", "outlets", "documents", "offices")))


def _object(prose: Prose, index: int, word: CueWord, limit: int) -> Complement | None:
    """Content that is a bare noun phrase after the verb and its subject (نفى الوزير وجود اتفاق)."""
    if "object" not in word.frames or word.pronoun:
        return None
    phrase = phrase_after(prose, index + 1, limit, open_ended=True)
    if phrase is None:
        return None
    first, last = phrase
    head = prose.tokens[first].fold
    speaker = first in prose.mention_at or head.startswith("ال") or head in _SPEAKERS
    if word.kind == "participle" or not speaker:
        # No speaker between: the phrase itself is what was said (مؤكدا حرص المملكة، نفى وجود اتفاق).
        return Complement("phrase", first, first)
    if last >= limit:
        return None
    following = prose.tokens[last]
    while last < limit and (following.fold in ADVERBS or following.fold in COMMAS):
        last += 1
        if last >= limit:
            return None
        following = prose.tokens[last]
    if following.kind != "word" or following.fold in ALL_PREPOSITIONS or following.fold in RELATIVES:
        return None
    if any(reading.is_finite for reading in prose.cue_words(last)):
        return None
    return Complement("phrase", last, last)

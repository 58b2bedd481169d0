"""Whose voice a rendering is, and how far the voices of two renderings may be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rawi.arabic.letters import fold
from rawi.arabic.word_lists import read_words
from rawi.comparing.actions import PhraseReader
from rawi.comparing.small_sets import small_set
from rawi.comparing.stems import strip_article
from rawi.comparing.words import split_words
from rawi.model.annotation import Quotation

# How two voices stand to each other, nearest first: one speaker; names that may be one man's (اللواء التركي and منصور
# التركي); one of them named by nobody; bodies of one state (واشنطن and البيت الأبيض); an office and a person; two
# offices; two persons.
VoiceRelation: TypeAlias = Literal["same", "like", "unknown", "one_state", "other_voice", "other_body", "other_speaker"]

# Kinds of source that name nobody: what they are called changes from outlet to outlet.
_UNNAMED = frozenset(["anonymous", "collective", "document", "outlet"])
# Kinds that may stand for each other: a minister, the ministry and its statement speak with one voice.
_PERSON = "person"
# An office alone, with no more than a common adjective, is anybody's who holds one (المدير العام، المتحدث الرسمي).
_OFFICES = frozenset(strip_article(word) for word in read_words("offices"))
_COMMON = frozenset(["عام", "رسمي", "اعلامي", "امني", "صحفي", "متحدث", "ناطق", "باسم"])
# Letters of a name's shortest word: what is left of د. or م. is nobody's name.
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as compared. ``name`` are the folded words of the name without articles, ``named`` is False where the
    source names nobody, ``person`` where it is an office or a body; ``states`` are codes of countries in its words;
    ``hidden``: he is told of without a name (مسؤول رفيع)."""

    entity: str | None
    name: tuple[str, ...]
    named: bool
    person: bool
    states: frozenset[str] = frozenset()
    hidden: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """By what renderings of one speaker are looked up: the entity, and the name's last word."""
        found = [f"entity {self.entity}"] if self.entity else []
        if self.named and self.name:
            found.append(f"name {self.name[-1]}")
        return tuple(found)


def read_voice(text: str, quotation: Quotation, reader: PhraseReader) -> Voice:
    """The voice of a quotation of this text."""
    name = quotation.source_name or ""
    words = [word for _, _, word in split_words(fold(name))]
    bare = tuple(strip_article(word) for word in words if len(word) >= _SHORTEST_NAME)
    told = any(word not in _OFFICES and word not in _COMMON for word in bare)
    named = quotation.source_kind not in _UNNAMED and bool(quotation.source_entity or told)
    called = f"{name} {quotation.source.of(text)}" if quotation.source is not None else name
    person = quotation.source_kind in (None, _PERSON)
    return Voice(
        quotation.source_entity,
        bare,
        named,
        person,
        small_set(() if person else reader.read(called).countries),
        quotation.source_kind == "anonymous" and bool(words),
    )


def relate_voices(first: Voice, second: Voice, *, one_article: bool = False) -> VoiceRelation:
    """How two voices stand to each other. Unnamed sources are one only where one article calls them alike.

    >>> minister, full = Voice(None, ("كاظمي",), True, True), Voice(None, ("مصطفي", "كاظمي"), True, True)
    >>> relate_voices(minister, full), relate_voices(full, Voice(None, ("هاشم", "كاظمي"), True, True))
    ('same', 'like')
    """
    if first.entity and first.entity == second.entity:
        return "same"
    if not (first.named and second.named):
        if not one_article:
            return "unknown"
        # An article that names one and hides the other tells of two.
        apart = (first.hidden and second.named) or (second.hidden and first.named)
        alike = bool(first.name) and first.name == second.name
        return "same" if alike else "other_voice" if apart else "unknown"
    if first.name and second.name:
        shorter, longer = sorted((first.name, second.name), key=len)
        if shorter[-1] == longer[-1] or shorter == longer[: len(shorter)]:
            within = set(shorter) <= set(longer)
            if first.person == second.person:
                return "same" if within else "like" if first.person else "other_body"
    if not first.person and not second.person:
        return "one_state" if first.states & second.states else "other_body"
    if not (first.person and second.person):
        return "other_voice"
    return "other_speaker"

"""Differences of wording between two renderings, word by word, for a reader's eye."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rawi.comparing.stems import strip_proclitics
from rawi.comparing.words import split_words

ChangeKind: TypeAlias = Literal["same", "spelling", "replaced", "removed", "added"]
_TAGS: dict[str, ChangeKind] = {"equal": "same", "replace": "replaced", "delete": "removed", "insert": "added"}


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of words: in the first rendering, in the second, and what became of it. "spelling" is the same words
    written otherwise (hamza, vowel marks, a joined و)."""

    kind: ChangeKind
    first: str
    second: str


def diff_words(first: str, second: str) -> tuple[WordChange, ...]:
    """What changed from one rendering to the other, in the order of the first; punctuation between words is left out.

    >>> changes = diff_words("ستواصل تقليص وجودها", "ستواصل خفض وجودها هناك")
    >>> [(change.kind, change.first, change.second) for change in changes]
    [('same', 'ستواصل', 'ستواصل'), ('replaced', 'تقليص', 'خفض'), ('same', 'وجودها', 'وجودها'), ('added', '', 'هناك')]
    """
    words, others = split_words(first), split_words(second)
    keys = [strip_proclitics(word) for _, _, word in words]
    other_keys = [strip_proclitics(word) for _, _, word in others]
    changes = []
    matcher = difflib.SequenceMatcher(None, keys, other_keys, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        left, right = _cut(first, words[start:end]), _cut(second, others[other_start:other_end])
        kind = _TAGS[tag]
        changes.append(WordChange("spelling" if kind == "same" and left != right else kind, left, right))
    return tuple(changes)


def _cut(text: str, words: list[tuple[int, int, str]]) -> str:
    return text[words[0][0] : words[-1][1]] if words else ""

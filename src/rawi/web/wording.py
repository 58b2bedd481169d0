"""Wordings side by side: which words one rendering has that the fullest one lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rawi.arabic.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a rendering in a row; ``shared`` tells whether the reference has them too."""

    text: str
    shared: bool


def compare_wordings(texts: Sequence[str]) -> list[list[Wording]]:
    """Each text cut into shared and own words, against the longest of them (which is cut against the second longest).

    >>> wordings = compare_wordings(["سنغادر قريبا", "سنغادر العراق قريباً"])
    >>> [(part.text, part.shared) for part in wordings[1]]
    [('سنغادر ', True), ('العراق ', False), ('قريباً', True)]
    """
    order = sorted(range(len(texts)), key=lambda index: (-len(texts[index]), index))
    return [
        _against(text, texts[order[1] if index == order[0] and len(order) > 1 else order[0]])
        for index, text in enumerate(texts)
    ]


def _against(text: str, reference: str) -> list[Wording]:
    tokens = [token for token in tokenize(text) if token.kind != "mark"]
    words = [token.fold for token in tokens]
    others = [token.fold for token in tokenize(reference) if token.kind != "mark"]
    shared = [False] * len(tokens)
    for block in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks():
        shared[block.a : block.a + block.size] = [True] * block.size
    parts: list[Wording] = []
    for index, token in enumerate(tokens):
        end = tokens[index + 1].start if index + 1 < len(tokens) else len(text)
        piece = text[token.start if index else 0 : end]
        if parts and parts[-1].shared == shared[index]:
            parts[-1] = Wording(parts[-1].text + piece, shared[index])
        else:
            parts.append(Wording(piece, shared[index]))
    return parts

"""Other outlets write otherwise: the same article with other quotation marks, spellings and paragraphs.

Our labels come from Saudi papers of one summer. Each time an article is shown, some of its habits are exchanged, so
that the model doesn't lean on them.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from rawi.annotating.tagging.words import Word
from training.dataset import Example


@dataclass(frozen=True, slots=True)
class AugmentConfig:
    """Shares of shown articles in which a habit is exchanged. None was tuned; they keep the articles as they are about
    half the time."""

    marks: float = 0.3
    no_marks: float = 0.05
    hamza: float = 0.12
    final_letters: float = 0.08
    joined: float = 0.15
    loose_stops: float = 0.1


_OPENING = frozenset("«“„‟❝")
_CLOSING = frozenset("»”❞")
_STYLES = (("«", "»"), ("“", "”"), ('"', '"'), ("”", "“"), ("'", "'"), ("(", ")"))
_HAMZA = str.maketrans("أإآ", "ااا")


def augment(example: Example, dice: random.Random, config: AugmentConfig = AugmentConfig()) -> Example:
    """The example, perhaps with some habits exchanged; words keep their number and targets."""
    changes: list[Callable[[Word], Word]] = []
    if dice.random() < config.marks:
        changes.append(_marks(dice.choice(_STYLES)))
    if dice.random() < config.hamza:
        changes.append(lambda word: replace(word, form=word.form.translate(_HAMZA)))
    if dice.random() < config.final_letters:
        changes.append(_final(dice.random() < 0.5))
    if dice.random() < config.joined:
        changes.append(lambda word: replace(word, paragraph=1))
    words = example.words
    for change in changes:
        words = tuple(change(word) for word in words)
    example = replace(example, words=words)
    if dice.random() < config.no_marks:
        return _without(example, frozenset('«»“”"'))
    if dice.random() < config.loose_stops:
        return _without(example, frozenset(dice.choice(("،", ".", ":", "،؛"))))
    return example


def _marks(style: tuple[str, str]) -> Callable[[Word], Word]:
    def change(word: Word) -> Word:
        if word.form in _OPENING or (word.form == '"' and word.spaced):
            return replace(word, form=style[0])
        if word.form in _CLOSING or word.form == '"':
            return replace(word, form=style[1])
        return word

    return change


def _final(egyptian: bool) -> Callable[[Word], Word]:
    """Word-final ي written ى as in Egypt, or taa marbuta without its dots."""

    def change(word: Word) -> Word:
        if egyptian and len(word.form) > 2 and word.form.endswith("ي"):
            return replace(word, form=word.form[:-1] + "ى")
        if not egyptian and len(word.form) > 2 and word.form.endswith("ة"):
            return replace(word, form=word.form[:-1] + "ه")
        return word

    return change


def _without(example: Example, forms: frozenset[str]) -> Example:
    kept = [number for number, word in enumerate(example.words) if word.form not in forms]
    return Example(tuple(example.words[number] for number in kept), example.targets[kept])

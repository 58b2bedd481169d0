"""What a brief is about."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Collection
from dataclasses import dataclass

from rawi.arabic.letters import fold
from rawi.arabic.tokens import tokenize
from rawi.model.annotation import AnnotatedArticle
from rawi.model.span import Span
from rawi.reporting.checking import connectives, strip_proclitics
from rawi.reporting.citing import widen

# Part of a question's words that a record must hold: all of one or two, two of three. A record seldom has the verb of
# the question in the question's own form.
_SHARE = 2 / 3
# Words that ask (folded); they are in no answer.
_ENDING = re.compile(r"(?<=\w{3})(?:يه|ات|ين|ون|ه|ي)$")
_ASKING = frozenset(
    {"ماذا", "متي", "اين", "كيف", "كم", "لماذا", "هل", "اي", "حول", "who", "what", "when", "where", "how", "why"}
)


@dataclass(frozen=True, slots=True)
class Focus:
    """What the brief is about: nothing (all), the articles of a story, an entity, words, or a period (ISO days)."""

    articles: frozenset[str] | None = None
    entity: str | None = None
    words: str | None = None
    earliest: str | None = None
    latest: str | None = None

    def holds_days(self, earliest: str | None, latest: str | None) -> bool:
        """Whether days (a part of a date stands for all of its days) touch the period.

        >>> august = Focus(earliest="2020-08-01", latest="2020-08-31")
        >>> august.holds_days("2020-08", "2020-08"), august.holds_days("2014-01-01", "2014-12-31")
        (True, False)
        """
        if self.earliest is None and self.latest is None:
            return True
        if earliest is None or latest is None:
            return False
        latest = f"{latest}-12-31"[:10] if len(latest) == 4 else f"{latest}-31"[:10]
        after = self.earliest is None or latest >= self.earliest
        return after and (self.latest is None or earliest <= self.latest)

    def is_near(self, annotated: AnnotatedArticle, span: Span) -> bool:
        """Whether the entity is named in the sentence of the characters, or in whose words they stand."""
        near = widen(annotated.text, span)
        if any(mention.entity == self.entity and near.overlaps(mention.span) for mention in annotated.mentions):
            return True
        said = (part for item in annotated.quotations if item.source_entity == self.entity for part in item.content)
        return any(part.overlaps(span) for part in said)

    def holds_words(self, words: str) -> bool:
        """Whether a record's words are about the question: in any spelling, behind proclitics.

        >>> asked = Focus(words="متى تنسحب القوات الأميركية؟")
        >>> asked.holds_words("ستغادر القوات الاميركيه العراق"), asked.holds_words("القوات العراقية")
        (True, False)
        """
        return self.holds_stems(self.stems_in(words))

    def stems_in(self, words: str) -> frozenset[int]:
        """Which of the question's words (by number) stand in some text, in any form."""
        text = fold(words)
        return frozenset(number for number, stem in enumerate(_stems(self.words or "")) if stem in text)

    def holds_stems(self, numbers: Collection[int]) -> bool:
        """Whether so many of the question's words make a record one about it."""
        return len(numbers) >= math.ceil(_SHARE * len(_stems(self.words or "")))


@functools.lru_cache(maxsize=8)
def _stems(asked: str) -> tuple[str, ...]:
    words = [fold(token.fold) for token in tokenize(asked) if token.kind != "mark"]
    telling = [word for word in words if word not in _ASKING and word not in connectives()] or words
    return tuple(_ENDING.sub("", stem) if len(stem) > 2 else word for word, stem in map(_with_stem, telling))


def _with_stem(word: str) -> tuple[str, str]:
    return word, strip_proclitics(word)

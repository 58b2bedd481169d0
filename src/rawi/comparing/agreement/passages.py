"""Passages that tell what befell people: whole articles may differ and still tell of one thing in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rawi.arabic.letters import fold
from rawi.arabic.quantities.roles import ROLE_WORDS
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.words import find_stems
from rawi.model.annotation import AnnotatedArticle

# Words that say which one person or body of a story is meant: the next name is theirs and nobody else's.
UNIQUE_PERSONS = word_set(
    "الرضيع رضيع الطفل طفل الطفله ابنه ابنها نجله نجلها ابنته زوجته زوجها شقيقه شقيقها والده والدته الضحيه "
    "القتيل المتهم الجاني القاتل المشتبه الانتحاري منفذ المهاجم الفايز الفائز الموقوف المتوفي المصاب الشهيد "
    "السائق قايد رييس مدير اسمه يدعي المدعو باسم بقياده يدعى"
)
_STOP = re.compile(r"[.!؟?\n]")
_COUNTED = frozenset(["people", "event"])


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters of an article with the different stems of their words, in order."""

    start: int
    end: int
    stems: tuple[str, ...]

    def holds(self, offset: int) -> bool:
        """Whether the offset lies in the passage."""
        return self.start <= offset < self.end


def find_passages(annotated: AnnotatedArticle, config: AgreementConfig) -> tuple[Passage, ...]:
    """The sentences about numbers of people and about persons whom a word singles out (الرضيع علي), in order."""
    text = annotated.text
    found: list[tuple[int, int]] = []
    for at in sorted(_places(annotated)):
        if found and at < found[-1][1]:
            continue
        found.append(_sentence(text, at, config.passage_reach))
    return tuple(
        Passage(start, end, stems)
        for start, end in found[: config.most_passages]
        if len(stems := tuple(dict.fromkeys(word for word in find_stems(text[start:end]) if len(word) > 2))) > 3
    )


def _places(annotated: AnnotatedArticle) -> Iterator[int]:
    for figure in annotated.figures:
        if not figure.withheld and (figure.category in _COUNTED or _befalls(annotated.text, figure.start)):
            yield figure.start
    for mention in annotated.mentions:
        if mention.type == "PER" and mention.form == "name":
            before = annotated.text[max(0, mention.start - 12) : mention.start].split()
            if before and fold(before[-1]) in UNIQUE_PERSONS:
                yield mention.start


def _befalls(text: str, start: int) -> bool:
    """Whether a word of what befell people stands right before a number: استشهاد (15)."""
    before = text[max(0, start - 12) : start].rstrip(" (").split()
    return bool(before) and fold(before[-1]) in ROLE_WORDS


def _sentence(text: str, at: int, reach: int) -> tuple[int, int]:
    """The sentence round an offset, no more than ``reach`` characters to either side."""
    low, high = max(0, at - reach), min(len(text), at + reach)
    stops = [match.end() for match in _STOP.finditer(text, low, at)]
    after = _STOP.search(text, at, high)
    return stops[-1] if stops else low, after.end() if after else high

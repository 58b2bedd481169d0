"""Segments: where an article turns from one happening to another, told by the marks that writers set.

A report goes on about its happening unless it says that it turns: من جهة أخرى، على صعيد آخر، إلى ذلك begin another one,
and so do headings inside the text, bullets and the dateline of a further report. TextTiling (Hearst, 1997) breaks where
words change; in news that is in the middle of most reports, so words only judge what a marked segment tells
(see roundups.py). An article without marks has no segments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from rawi.arabic.letters import fold
from rawi.comparing.stems import strip_proclitics
from rawi.comparing.words import CorpusWords, Hashes, Integers, hash_word
from rawi.model.annotation import AnnotatedArticle

Mark: TypeAlias = Literal["turn", "heading", "bullet", "dateline"]


@dataclass(frozen=True, slots=True)
class SegmentsConfig:
    """Limits of segments.

    least: words of a segment; a heading or a turn closer to the last one belongs to it.
    dateline: characters from a line's beginning within which an agency and a colon make a dateline.
    """

    least: int = 15
    dateline: int = 45


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a corpus, from ``start`` to ``stop``, of the article with the number ``owner``; what it begins with."""

    owner: int
    start: int
    stop: int
    mark: Mark


def _key(word: str) -> int:
    return hash_word(strip_proclitics(fold(word)))


def _keys(*words: str) -> Hashes:
    return np.array(sorted({_key(form) for word in words for form in (word, "و" + word)}), dtype=np.uint64)


# A preposition, any noun, and what says that it is another one: على صعيد آخر، في حادث منفصل، من ناحية ثانية.
_PREPOSITIONS = _keys("في", "على", "من")
_OTHERS = _keys("آخر", "أخرى", "ثان", "ثاني", "ثانية", "ثالث", "ثالثة", "منفصل", "منفصلة", "متصل", "مواز", "مختلف")
# Turns of two words and of three.
_PAIRS = (("إلى", "ذلك"), ("في", "المقابل"))
_TRIPLES = (("في", "غضون", "ذلك"), ("في", "هذه", "الأثناء"))
_SENTENCE_END = re.compile(r"[\n.!؟]")
_BULLET = re.compile(r"\n[ \t\u200e\u200f]*[*•●▪■◆]")
_AFTER_AGENCY = re.compile(r"[ )»\"]{0,2}[:–-]")


def find_segments(words: CorpusWords, config: SegmentsConfig = SegmentsConfig()) -> tuple[Segment, ...]:
    """The segments of all articles that have marks, in order. What stands before the first mark is no segment.

    >>> from rawi.comparing.words import read_words
    >>> from rawi.model.article import Article
    >>> first = "استقبل الأمير وفد الهلال الأحمر في مكتبه أمس وبحث معه خطط الإغاثة في القرى التي غمرها السيل."
    >>> then = "من جهة أخرى، وصلت إلى المطار طائرة تحمل أدوية وأغذية للنازحين من الفيضان أرسلتها الجمعية الخيرية."
    >>> words = read_words([AnnotatedArticle(Article.create(first + " " + then))])
    >>> [(segment.mark, segment.stop - segment.start) for segment in find_segments(words)]
    [('turn', 16)]
    """
    marks: dict[int, dict[int, Mark]] = {}
    for word, owner in _turns(words):
        marks.setdefault(owner, {})[word] = "turn"
    for owner, article in enumerate(words.articles):
        place = words.of(owner)
        for offset, mark in _printed_marks(article, config):
            word = place.start + int(np.searchsorted(words.starts[place], offset))
            if place.start < word < place.stop:
                marks.setdefault(owner, {}).setdefault(word, mark)
    return tuple(
        segment for owner in sorted(marks) for segment in _cut(owner, words.of(owner), marks[owner], config.least)
    )


def _turns(words: CorpusWords) -> Iterator[tuple[int, int]]:
    """Words, with their articles, at which a sentence begins with a turn."""
    keys = words.keys
    if len(keys) < 3:
        return
    first, second, third = keys[:-2], keys[1:-1], keys[2:]
    found = np.isin(first, _PREPOSITIONS) & np.isin(third, _OTHERS)
    for one, two in _PAIRS:
        found |= np.isin(first, _keys(one)) & (second == np.uint64(_key(two)))
    for one, two, three in _TRIPLES:
        found |= np.isin(first, _keys(one)) & (second == np.uint64(_key(two))) & (third == np.uint64(_key(three)))
    places: Integers = np.flatnonzero(found)
    owners = np.searchsorted(words.bounds, places, side="right") - 1
    for word, owner in zip(places.tolist(), owners.tolist()):
        if word > words.bounds[owner]:
            before = words.articles[owner].text[words.ends[word - 1] : words.starts[word]]
            if _SENTENCE_END.search(before):
                yield word, owner


def _printed_marks(article: AnnotatedArticle, config: SegmentsConfig) -> Iterator[tuple[int, Mark]]:
    """Offsets from which a heading, a bulleted line or a datelined report begins."""
    text = article.text
    for match in _BULLET.finditer(text):
        yield match.end(), "bullet"
    for zone in article.zones:
        if zone.kind == "heading":
            yield zone.start, "heading"
        elif zone.kind in ("agency", "dateline"):
            line = text.rfind("\n", 0, zone.start) + 1
            if zone.start - line < config.dateline and _AFTER_AGENCY.match(text, zone.end):
                yield line, "dateline"


def _cut(owner: int, place: slice, marks: dict[int, Mark], least: int) -> Iterator[Segment]:
    starts: list[int] = []
    for word in sorted(marks):
        if word - (starts[-1] if starts else place.start) >= least and place.stop - word >= least:
            starts.append(word)
    for start, stop in zip(starts, [*starts[1:], place.stop]):
        yield Segment(owner, start, stop, marks[start])

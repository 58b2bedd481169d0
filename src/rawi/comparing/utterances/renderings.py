"""Renderings: quotations as they are compared, with their words, speaker and occasion."""

from __future__ import annotations

import datetime
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from rawi.arabic.letters import fold
from rawi.comparing.articles import read_layers
from rawi.comparing.origins import name_outlet
from rawi.comparing.rates import load_word_rates
from rawi.comparing.stems import crude_root, light_stem, strip_article
from rawi.comparing.utterances.config import UtterancesConfig
from rawi.comparing.vectors import TermVectors, make_rows
from rawi.comparing.words import hash_word, split_words
from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.dates import DateRange

_NEGATIONS = frozenset(
    ["لا", "لم", "لن", "ليس", "ليست", "ليسوا", "لسنا", "لست", "ليسا", "عدم", "دون", "بدون", "غير", "كلا", "بلا"]
)
# After these a negation means its contrary: لم يبق سوى القليل says that a little is left.
_EXCEPTIONS = frozenset(["سوي", "الا", "غير"])
# How many words after a negation it may bear on.
_NEGATED_WORDS = 3
# Kinds of source that name nobody: what they are called changes from outlet to outlet.
_UNNAMED = frozenset(["anonymous", "collective", "document", "outlet"])
# Kinds that may stand for each other: a minister, the ministry and its statement speak with one voice.
_PERSON = "person"


@dataclass(frozen=True, slots=True)
class Rendering:
    """A quotation with what is compared of it.

    ``words`` are folded words without proclitics, ``numbers`` those in digits, ``denied`` the roots that a negation
    bears on. ``speakers`` are keys of who may be meant (entity and name); ``named`` is False where the source names
    nobody, ``person`` where it is an office or a body. ``occasion`` is when it may have been said: the days that stand
    beside the cue (``stated``), else those of publication and shortly before.
    """

    article: str
    outlet: str
    quotation: Quotation
    text: str
    words: tuple[str, ...]
    roots: tuple[str, ...]
    numbers: frozenset[str]
    denied: frozenset[str]
    speakers: frozenset[str]
    named: bool
    person: bool
    occasion: DateRange
    stated: bool

    @property
    def key(self) -> str:
        """A name for the grouping, in the order of article and place."""
        return f"{self.article}\t{self.quotation.content[0].start:09d}\t{self.quotation.id}"


def read_renderings(
    articles: Sequence[AnnotatedArticle], config: UtterancesConfig = UtterancesConfig()
) -> tuple[Rendering, ...]:
    """The renderings of all articles in the order of their keys; each article once."""
    found = [
        _rendering(annotated, quotation, config)
        for annotated in read_layers(articles, "quotations", "times")
        for quotation in annotated.quotations
        if quotation.content
    ]
    return tuple(sorted(found, key=lambda rendering: rendering.key))


def _rendering(annotated: AnnotatedArticle, quotation: Quotation, config: UtterancesConfig) -> Rendering:
    text = " ".join(span.of(annotated.text) for span in quotation.content)
    words = tuple(word for _, _, word in split_words(text))
    occasion, stated = _occasion(annotated, quotation, config)
    return Rendering(
        article=annotated.id,
        outlet=name_outlet(annotated),
        # The hands it went through and where cue and source stand are not compared, and fill the memory.
        quotation=replace(quotation, chain=(), cue=None, source=None, addressee=None, occasion=None),
        text=text,
        # One string for each word of the corpus, not for each place where it stands.
        words=tuple(sys.intern(strip_article(word)) for word in words),
        roots=tuple(crude_root(word) for word in words),
        numbers=frozenset(word for word in words if word[0].isdigit()),
        denied=_denied(words),
        speakers=_speakers(quotation),
        named=quotation.source_kind not in _UNNAMED and bool(quotation.source_entity or quotation.source_name),
        person=quotation.source_kind in (None, _PERSON),
        occasion=occasion,
        stated=stated,
    )


def _denied(words: Sequence[str]) -> frozenset[str]:
    """The roots of the words that stand right after a negation."""
    found: set[str] = set()
    for at, word in enumerate(words):
        if word in _NEGATIONS or (word[:1] in "وف" and word[1:] in _NEGATIONS):
            following = words[at + 1 :]
            if not _EXCEPTIONS.intersection(following):
                found.update(crude_root(other) for other in following[:_NEGATED_WORDS])
    return frozenset(found)


def _speakers(quotation: Quotation) -> frozenset[str]:
    """Keys of the speaker: the entity, and the last word of the name as press usage shortens it."""
    keys = set()
    if quotation.source_entity:
        keys.add(f"entity {quotation.source_entity}")
    names = [word for _, _, word in split_words(fold(quotation.source_name or ""))]
    if names:
        keys.add(f"name {strip_article(names[-1])}")
    return frozenset(keys)


def _occasion(annotated: AnnotatedArticle, quotation: Quotation, config: UtterancesConfig) -> tuple[DateRange, bool]:
    """When it was said: a date beside the cue in the reporting words, else the days up to publication."""
    published = _days_before(annotated, config.lag)
    place = quotation.cue or quotation.source
    if place is None:
        return published, False
    near = [
        (distance, time)
        for time in annotated.times
        if time.type in ("DATE", "TIME") and time.earliest and time.latest
        # Nobody reports what is said after publication; a day to come belongs to the matter, not to the act.
        if published.latest is None or time.earliest <= published.latest
        if (distance := max(time.start - place.end, place.start - time.end)) <= config.date_reach
        if not any(span.overlaps(time.span) for span in quotation.content)
        if not _has_stop(annotated.text, min(time.end, place.end), max(time.start, place.start))
    ]
    if not near:
        return published, False
    _, time = min(near, key=lambda item: (item[0], item[1].start))
    return DateRange(time.earliest, time.latest), True


def _days_before(annotated: AnnotatedArticle, lag: int) -> DateRange:
    """The days of publication and ``lag`` days before them: what is printed today was said lately."""
    earliest, latest = annotated.published.earliest, annotated.published.latest
    if earliest is not None:
        earliest = (datetime.date.fromisoformat(earliest) - datetime.timedelta(days=lag)).isoformat()
    return DateRange(earliest, latest)


def _has_stop(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in ".\n!؟")


def build_root_vectors(renderings: Sequence[Rendering], config: UtterancesConfig) -> tuple[TermVectors, list[str]]:
    """A row of roots for each rendering, each weighing the square root of what it tells, and the roots in order.

    The product of two rows is then the weight that both share, and a row's product with itself its whole weight.
    """
    rates = load_word_rates()
    stems = sorted({light_stem(word) for rendering in renderings for word in rendering.words})
    hashes = np.array([hash_word(stem) for stem in stems], dtype=np.uint64)
    told = rates.weigh(hashes, np.zeros(len(stems), dtype=np.int64), 0, config.prior)
    weight_of_stem = dict(zip(stems, told.tolist()))
    roots = sorted({root for rendering in renderings for root in rendering.roots})
    number = {root: at for at, root in enumerate(roots)}
    cells, weights = array("q"), array("d")
    terms = len(roots) + 1
    for row, rendering in enumerate(renderings):
        own: dict[int, float] = {}
        for word, root in zip(rendering.words, rendering.roots):
            cell = row * terms + number[root]
            # A function word tells nothing even where its family has rare members.
            own[cell] = max(own.get(cell, 0.0), weight_of_stem[light_stem(word)])
        for cell in sorted(own):
            cells.append(cell)
            weights.append(own[cell])
    ordered, told = np.array(cells, dtype=np.int64), np.sqrt(np.array(weights, dtype=np.float64))
    return make_rows(ordered, told, len(renderings), terms, None, unit=False), roots

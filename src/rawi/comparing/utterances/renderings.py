"""Renderings: quotations as they are compared, with their words, speaker and occasion."""

from __future__ import annotations

import datetime
import functools
import math
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rawi.arabic.cues import find_cue_words
from rawi.arabic.letters import fold
from rawi.comparing.actions import PhraseReader, load_actions
from rawi.comparing.articles import read_layers
from rawi.comparing.negations import AFFIRMED, EXCEPTIONS, NEGATIONS
from rawi.comparing.origins import name_outlet
from rawi.comparing.rates import load_word_rates
from rawi.comparing.small_sets import small_set
from rawi.comparing.stems import crude_root, light_stem, strip_article
from rawi.comparing.utterances.clauses import split_clauses
from rawi.comparing.utterances.config import UtterancesConfig
from rawi.comparing.utterances.voices import Voice, read_voice
from rawi.comparing.vectors import TermVectors, Weights, make_rows
from rawi.comparing.words import Integers, hash_word, split_words
from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.dates import DateRange

# Verbs that carry no meaning of their own: what is denied stands after them (لم يتم سحب، لا توجد خطة، لن يكون هناك).
_LIGHT = frozenset(
    [
        *("يتم", "تتم", "يكن", "تكن", "يكون", "تكون", "يعد", "تعد", "نعد", "يجر", "تجر", "يجري", "تجري", "هناك", "اي"),
        *("يوجد", "توجد", "قد", "من", "في", "علي", "الي", "ان", "هنالك", "ايه", "بعد", "سيكون", "ستكون"),
    ]
)
# Verbs that carry a speech on: what they bring was not said before.
_ADDING = frozenset(["أضاف", "تابع", "أردف", "زاد", "استطرد", "واصل", "أكمل", "استدرك", "مضى"])

# What stands before a circumstance of the verb before it (، مؤكدا).
_PAUSES = frozenset('،,"»”')


@dataclass(frozen=True, slots=True)
class Rendering:
    """A quotation with what is compared of it.

    ``words`` are folded words without proclitics, ``numbers`` those in digits, ``denied`` the keys of what is denied.
    ``clauses`` tells how many words stand before the end of each statement. ``occasion`` is when it may have been
    said: the days that stand beside the cue (``stated``), else those of publication and shortly before. ``headline``
    and ``lead``: it stands in a headline or heading, in the article's first lines. ``goes_on``: its cue says that more
    is said (وأضاف).
    """

    article: str
    outlet: str
    quotation: Quotation
    text: str
    words: tuple[str, ...]
    numbers: frozenset[str]
    denied: frozenset[str]
    clauses: tuple[int, ...]
    voice: Voice
    occasion: DateRange
    stated: bool
    headline: bool = False
    lead: bool = False
    goes_on: bool = False

    @property
    def key(self) -> str:
        """A name for the grouping, in the order of article and place."""
        return f"{self.article}\t{self.quotation.content[0].start:09d}\t{self.quotation.id}"

    @property
    def meanings(self) -> tuple[str, ...]:
        """What each word means: an action that verbs of many roots name (a:withdraw), else the root."""
        return tuple(map(_meaning_of, self.words))


def read_renderings(
    articles: Sequence[AnnotatedArticle], reader: PhraseReader, config: UtterancesConfig = UtterancesConfig()
) -> tuple[Rendering, ...]:
    """The renderings of all articles in the order of their keys; each article once."""
    found = []
    # A speaker has a voice and a day is a day, however often he speaks on it.
    voices: dict[Voice, Voice] = {}
    days: dict[DateRange, DateRange] = {}
    for annotated in read_layers(articles, "quotations", "times"):
        for quotation in annotated.quotations:
            if quotation.content:
                read = _rendering(annotated, quotation, reader, config)
                voice, occasion = (
                    voices.setdefault(read.voice, read.voice),
                    days.setdefault(read.occasion, read.occasion),
                )
                found.append(replace(read, voice=voice, occasion=occasion))
    return tuple(sorted(found, key=lambda rendering: rendering.key))


def _rendering(
    annotated: AnnotatedArticle, quotation: Quotation, reader: PhraseReader, config: UtterancesConfig
) -> Rendering:
    text = " ".join(span.of(annotated.text) for span in quotation.content)
    found = split_words(text)
    words = tuple(word for _, _, word in found)
    # One string for each word of the corpus, not for each place where it stands.
    read = tuple(sys.intern(strip_article(word)) for word in words)
    occasion, stated = _occasion(annotated, quotation, config)
    start = quotation.content[0].start
    heads = [zone for zone in annotated.zones if zone.kind in ("headline", "heading")]
    return Rendering(
        article=annotated.id,
        outlet=name_outlet(annotated),
        # The hands it went through and where cue and source stand are not compared, and fill the memory.
        quotation=replace(quotation, chain=(), cue=None, source=None, addressee=None, occasion=None),
        text=text,
        words=read,
        numbers=small_set(word for word in words if word[0].isdigit()),
        denied=_denied(words),
        clauses=split_clauses(text, found, config.clause_words),
        voice=read_voice(annotated.text, quotation, reader),
        occasion=occasion,
        stated=stated,
        headline=any(zone.start <= start < zone.end for zone in heads),
        lead=start < max((zone.end for zone in heads if zone.start < config.lead), default=0) + config.lead,
        goes_on=_goes_on(annotated.text, quotation),
    )


def _goes_on(text: str, quotation: Quotation) -> bool:
    """Whether the cue adds to what was said: a verb of going on, or a circumstance of the verb before it."""
    cue = quotation.cue
    if cue is None:
        return False
    words = find_cue_words(fold(cue.of(text)))
    beside = text[: cue.start].rstrip()[-1:] in _PAUSES
    return any(word.lemma in _ADDING or (word.kind == "participle" and beside) for word in words)


@functools.lru_cache(maxsize=1 << 18)
def _meaning_of(word: str) -> str:
    """The action that a word names, else its root."""
    readings = load_actions().analyze(word)
    return "a:" + readings[0].key.split(":", 1)[0] if readings else crude_root(word)


def _denied(words: Sequence[str]) -> frozenset[str]:
    """The keys of what negations deny: the first word after each that means something of its own.

    What is set against what was said (وليس من خلال الميليشيات) denies no statement.
    """
    found: set[str] = set()
    for at, word in enumerate(words):
        joined = word[:1] in "وف" and word[1:] in NEGATIONS
        if not joined and word not in NEGATIONS:
            continue
        following = words[at + 1 :]
        if not following or following[0] in AFFIRMED or EXCEPTIONS.intersection(following):
            continue
        if joined and word[1:].startswith("ليس"):
            continue
        told = next((other for other in following if other not in _LIGHT), None)
        if told is not None:
            found.add(_meaning_of(strip_article(told)))
    return small_set(found)


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


@dataclass(frozen=True, slots=True, eq=False)
class MeaningVectors:
    """Rows of weighted keys: one for each rendering, and one for each of its clauses. Those of rendering ``i`` are the
    rows from ``bounds[i]`` to ``bounds[i + 1]`` of ``clauses``. ``fullness`` is what each rendering tells by shipped
    rates alone: who founds an utterance, and so its id, doesn't hang on what else is compared."""

    whole: TermVectors
    clauses: TermVectors
    bounds: Integers
    fullness: Weights


def _told_among(
    renderings: Sequence[Rendering], stems: Sequence[str], config: UtterancesConfig
) -> npt.NDArray[np.float64]:
    """How much each stem tells among these articles at most: what all are about (its siege, its hospital) tells little.

    A few articles share words because they tell one affair, so that only further ones make a word common.
    """
    tellers: dict[str, set[str]] = {stem: set() for stem in stems}
    for rendering in renderings:
        for word in rendering.words:
            tellers[light_stem(word)].add(rendering.article)
    further = np.array([max(0, len(tellers[stem]) - config.affair) for stem in stems], dtype=np.float64)
    articles = len({rendering.article for rendering in renderings})
    return np.asarray(-np.log(np.maximum(further, config.fewest) / (articles + config.gathered)))


def build_meaning_vectors(renderings: Sequence[Rendering], config: UtterancesConfig) -> MeaningVectors:
    """The rows of all renderings, each key weighing the square root of what its word tells.

    The product of two rows is then the weight that both share, and a row's product with itself its whole weight.
    """
    rates = load_word_rates()
    stems = sorted({light_stem(word) for rendering in renderings for word in rendering.words})
    hashes = np.array([hash_word(stem) for stem in stems], dtype=np.uint64)
    told = rates.weigh(hashes, np.zeros(len(stems), dtype=np.int64), 0, config.prior)
    weight_alone = dict(zip(stems, told.tolist()))
    told = np.minimum(told, _told_among(renderings, stems, config))
    weight_of_stem = dict(zip(stems, told.tolist()))
    keys = sorted({key for rendering in renderings for key in rendering.meanings})
    number = {key: at for at, key in enumerate(keys)}

    def make(rows: Iterable[Iterable[tuple[str, str]]]) -> TermVectors:
        cells, weights = array("q"), array("d")
        terms, row = len(keys) + 1, -1
        for row, pairs in enumerate(rows):
            own: dict[int, float] = {}
            for word, key in pairs:
                cell = row * terms + number[key]
                # A function word tells nothing even where its family has rare members.
                own[cell] = max(own.get(cell, 0.0), weight_of_stem[light_stem(word)])
            for cell in sorted(own):
                cells.append(cell)
                weights.append(own[cell])
        ordered, told = np.array(cells, dtype=np.int64), np.sqrt(np.array(weights, dtype=np.float64))
        return make_rows(ordered, told, row + 1, terms, None, unit=False)

    clauses = (
        told[first:last]
        for one in renderings
        for told in (tuple(zip(one.words, one.meanings)),)
        for first, last in zip((0, *one.clauses), one.clauses)
    )
    bounds = np.concatenate([[0], np.cumsum([len(rendering.clauses) for rendering in renderings])])
    return MeaningVectors(
        make(zip(rendering.words, rendering.meanings) for rendering in renderings),
        make(clauses),
        bounds.astype(np.int64),
        np.array([_tell(rendering, weight_alone) for rendering in renderings], dtype=np.float64),
    )


def _tell(rendering: Rendering, weight_of_stem: Mapping[str, float]) -> float:
    """The weight of a rendering's keys together."""
    own: dict[str, float] = {}
    for word, key in zip(rendering.words, rendering.meanings):
        own[key] = max(own.get(key, 0.0), weight_of_stem[light_stem(word)])
    return math.fsum(own.values())

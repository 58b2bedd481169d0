"""Utterances: one act of speaking with all its renderings, across outlets and translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rawi.comparing.actions import PhraseReader
from rawi.comparing.blocking import block_by_terms, days_between, number_days
from rawi.comparing.grouping import Group, Pair, group_pairs
from rawi.comparing.origins import Origins
from rawi.comparing.pairing import expand_ranges
from rawi.comparing.utterances.config import UtterancesConfig
from rawi.comparing.utterances.families import Families, Scores
from rawi.comparing.utterances.relations import farthest_relation, relate_renderings
from rawi.comparing.utterances.renderings import MeaningVectors, Rendering, build_meaning_vectors, read_renderings
from rawi.comparing.utterances.scoring import Likeness, Surroundings, score_renderings
from rawi.comparing.utterances.voices import relate_voices
from rawi.comparing.vectors import TermVectors, Weights, make_rows
from rawi.comparing.words import Integers
from rawi.knowledge import Knowledge, load_knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Judgement, QuotationReference, Reason, Reuse, Story, Utterance
from rawi.model.dates import DateRange
from rawi.model.identifiers import make_id

# Why the pair of renderings with these keys is one.
_Why: TypeAlias = Callable[[Pair], tuple[Reason, ...]]
_JUDGED = (Reason("judgement", 1.0, "joined by people or by their likeness to others"),)
# Pairs whose clauses are compared at a time.
_BATCH = 50_000
# Containment of what lies whole in the words of another, rounding left aside.
_ALL = 0.99


def group_utterances(
    articles: Sequence[AnnotatedArticle],
    reuse: Sequence[Reuse] = (),
    stories: Sequence[Story] = (),
    config: UtterancesConfig = UtterancesConfig(),
    judgements: Sequence[Judgement] = (),
    *,
    knowledge: Knowledge | None = None,
) -> tuple[Utterance, ...]:
    """The utterances that have two renderings or more, in the order of their ids.

    The founder is the fullest rendering, and a rendering is judged against it, never against another fragment; a report
    and the speech that fills it are one. ``knowledge`` tells of which states bodies speak.
    Judgements about "utterances" that are not withdrawn win over scores; an utterance is named by its founder.

    >>> from rawi.model.annotation import PublishedDate, Quotation
    >>> from rawi.model.article import Article
    >>> from rawi.model.span import Span
    >>> def say(text: str) -> AnnotatedArticle:
    ...     quotation = Quotation("q1", "direct", (Span(0, len(text)),), source_name="وزير النقل", source_kind="person")
    ...     day = PublishedDate("2020-08-20", "2020-08-20")
    ...     return AnnotatedArticle(Article.create(text), day, quotations=(quotation,))
    >>> both = [say("سنفتح الجسر أمام المركبات صباح الأحد"), say("إننا سنفتتح الجسر صباح الأحد للمركبات")]
    >>> [utterance.relation for utterance in group_utterances(both)]
    ['other_translation']
    """
    renderings = read_renderings(articles, PhraseReader(knowledge or load_knowledge()), config)
    by_key = {rendering.key: rendering for rendering in renderings}
    scores, inside, why, fullness = _score(renderings, Surroundings.of(reuse, stories), config)
    names = {_utterance_id(rendering): rendering.key for rendering in renderings}
    different = _judged(judgements, "different", names)
    families = Families.of([pair for pair in inside if pair not in different], fullness)
    joined, between = families.join(scores)

    def apart(left: str, right: str) -> bool:
        # Two whom one article tells apart don't say the same because a third resembles both.
        one, other = by_key[left], by_key[right]
        return (
            one.article == other.article
            and joined.get(families.heads((left, right)), 0.0) < config.same
            and relate_voices(one.voice, other.voice, one_article=True) in ("other_voice", "other_speaker")
        )

    groups = group_pairs(
        joined,
        config.same,
        same=families.rename(_judged(judgements, "same", names)),
        different=families.rename(different),
        merge=config.merge,
        fullness=fullness,
        apart=apart,
    )

    def explain(pair: Pair) -> tuple[Reason, ...]:
        return why(between.get(families.heads(pair), pair))

    origins = Origins(reuse)
    utterances = [_utterance(group, by_key, explain, origins, config) for group in families.open(groups)]
    return tuple(sorted(utterances, key=lambda utterance: utterance.id))


def _utterance_id(rendering: Rendering) -> str:
    return make_id("u", rendering.article, rendering.quotation.id)


def _judged(judgements: Sequence[Judgement], kind: str, names: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (names[judgement.subject], names[judgement.other])
        for judgement in judgements
        if judgement.about == "utterances"
        and judgement.kind == kind
        and judgement.withdrawn_on is None
        and judgement.subject in names
        and judgement.other in names
    ]


def _score(
    renderings: Sequence[Rendering], surroundings: Surroundings, config: UtterancesConfig
) -> tuple[Scores, list[Pair], _Why, dict[str, float]]:
    """Scores of the pairs that are weighed, those of which one is told inside the other, what tells why, and how much
    each rendering tells."""
    scores: Scores = {}
    inside: list[Pair] = []
    likeness: dict[Pair, Likeness] = {}
    keys = [rendering.key for rendering in renderings]
    by_key = dict(zip(keys, renderings))

    def why(pair: Pair) -> tuple[Reason, ...]:
        # Told anew for the few pairs that are asked for: the reasons of all would fill the memory.
        alike = likeness.get(pair)
        return score_renderings(by_key[pair[0]], by_key[pair[1]], alike, surroundings, config)[1] if alike else _JUDGED

    if len(renderings) < 2:
        return scores, inside, why, dict.fromkeys(keys, 1.0)
    vectors = build_meaning_vectors(renderings, config)
    days = number_days([rendering.occasion for rendering in renderings])
    pairs = _block(renderings, vectors.whole, days, config)
    first, second = pairs // len(renderings), pairs % len(renderings)
    whole = _square(vectors.whole)
    shared = vectors.whole.dot(first, second)
    lesser = np.minimum(whole[first], whole[second])
    containment = np.round(shared / np.maximum(lesser, 1e-9), 6)
    cosine = np.round(shared / np.maximum(np.sqrt(whole[first] * whole[second]), 1e-9), 6)
    clause = np.round(_best_clause(vectors, first, second), 6)
    beside = _beside(renderings, surroundings, first, second)
    gained = config.copied + max(config.same_story, config.headline + config.then_quoted)
    # Points are rounded to thousandths.
    best = config.meaning(containment, cosine, clause) + config.in_order + beside * gained + 0.001
    # One that lies in the words of the other holds none of its own.
    hopeful = np.flatnonzero(((best >= config.weighed) | (containment >= _ALL)) & (lesser >= config.least_weight))
    for at in hopeful.tolist():
        left, right = renderings[first[at]], renderings[second[at]]
        alike = Likeness(float(containment[at]), float(cosine[at]), float(clause[at]))
        score, reasons = score_renderings(left, right, alike, surroundings, config)
        if score >= config.weighed:
            pair = (keys[first[at]], keys[second[at]])
            scores[pair], likeness[pair] = score, alike
            if reasons[0].feature == "told_inside":
                inside.append(pair)
    return scores, inside, why, dict(zip(keys, np.round(vectors.fullness, 6).tolist()))


def _square(vectors: TermVectors) -> Weights:
    rows = np.arange(len(vectors.bounds) - 1)
    return vectors.dot(rows, rows)


def _best_clause(vectors: MeaningVectors, first: Integers, second: Integers) -> Weights:
    """The highest cosine between a clause of one rendering and a clause of the other, for each pair."""
    best = np.zeros(len(first))
    weights = np.sqrt(_square(vectors.clauses))
    for start in range(0, len(first), _BATCH):
        chosen = slice(start, start + _BATCH)
        one, other = first[chosen], second[chosen]
        which, left = expand_ranges(vectors.bounds[one], vectors.bounds[one + 1])
        inner, right = expand_ranges(vectors.bounds[other][which], vectors.bounds[other + 1][which])
        pair, left = which[inner], left[inner]
        cosines = vectors.clauses.dot(left, right) / np.maximum(weights[left] * weights[right], 1e-9)
        np.maximum.at(best, pair + start, cosines)
    return best


def _beside(
    renderings: Sequence[Rendering], surroundings: Surroundings, first: Integers, second: Integers
) -> npt.NDArray[np.bool_]:
    """Which pairs stand in one article, in articles of one story, or in such as share passages."""
    numbers = {article: at for at, article in enumerate(sorted({rendering.article for rendering in renderings}))}
    of_row = np.array([numbers[rendering.article] for rendering in renderings], dtype=np.int64)
    linked = {
        numbers[left] * len(numbers) + numbers[right]
        for left, right in surroundings.linked()
        if left in numbers and right in numbers
    }
    one, other = of_row[first], of_row[second]
    codes = np.minimum(one, other) * len(numbers) + np.maximum(one, other)
    found: npt.NDArray[np.bool_] = (one == other) | np.isin(codes, np.array(sorted(linked), dtype=np.int64))
    return found


def _block(
    renderings: Sequence[Rendering], vectors: TermVectors, days: tuple[Integers, Integers], config: UtterancesConfig
) -> Integers:
    """Pairs that share several heavy keys, and pairs of one speaker that share one."""
    common = {"window": 0, "block_terms": config.block_terms, "most": config.most_renderings}
    pairs = block_by_terms(vectors, days, least=config.least_terms, **common)
    speakers = sorted({speaker for rendering in renderings for speaker in rendering.voice.keys})
    number = {speaker: at for at, speaker in enumerate(speakers)}
    for shift in range(2):
        # A rendering may be known by entity and by name: each is looked up in its turn.
        said_by = np.array(
            [
                number[rendering.voice.keys[min(shift, len(rendering.voice.keys) - 1)]] if rendering.voice.keys else -1
                for rendering in renderings
            ],
            dtype=np.int64,
        )
        rows = _rows_by_speaker(vectors, said_by, max(1, len(speakers)))
        pairs = np.union1d(pairs, block_by_terms(rows, days, least=1, **common))
    first, second = pairs // len(renderings), pairs % len(renderings)
    return np.asarray(pairs[days_between(days, first, second) == 0])


def _rows_by_speaker(vectors: TermVectors, said_by: Integers, speakers: int) -> TermVectors:
    """The rows with each key told apart by who says it; ``said_by`` -1 says nobody, whose rows are empty."""
    owners = vectors.cells // vectors.terms
    kept = said_by[owners] >= 0
    terms = vectors.terms * speakers
    cells = owners * (terms - vectors.terms) + said_by[owners] * vectors.terms + vectors.cells
    return make_rows(cells[kept], vectors.weights[kept], len(said_by), terms, None, unit=False)


def _utterance(
    group: Group, by_key: dict[str, Rendering], why: _Why, origins: Origins, config: UtterancesConfig
) -> Utterance:
    members = [by_key[key] for key in group.members]
    founder = by_key[group.founder]
    articles = sorted({member.article for member in members})
    others = [member for member in members if member.key != founder.key]
    outlets = len({member.outlet for member in members})
    return Utterance(
        id=_utterance_id(founder),
        relation=farthest_relation([relate_renderings(founder, other, config) for other in others]),
        quotations=tuple(QuotationReference(member.article, member.quotation.id) for member in members),
        speaker=_speaker(members),
        said_on=_said_on(members),
        outlets=outlets,
        origins=origins.count(articles, outlets),
        reasons=_explain(founder, others, why),
    )


def _speaker(members: Sequence[Rendering]) -> str | None:
    """The name that most renderings give, the longest among equals."""
    names = Counter(member.quotation.source_name for member in members if member.quotation.source_name)
    return min(names, key=lambda name: (-names[name], -len(name), name), default=None)


def _said_on(members: Sequence[Rendering]) -> str | None:
    """The day that the renderings' own words agree on, or None; a day of publication is no day of speaking."""
    days: DateRange | None = DateRange()
    for member in members:
        if member.stated and days is not None:
            days = days.meet(member.occasion)
    if days is None or days.earliest is None:
        return None
    return days.earliest if days.is_day else None


def _explain(founder: Rendering, others: Sequence[Rendering], why: _Why) -> tuple[Reason, ...]:
    """The points of each rendering against the founder, averaged by feature."""
    found: dict[str, list[Reason]] = {}
    for other in others:
        left, right = sorted((founder.key, other.key))
        for reason in why((left, right)):
            found.setdefault(reason.feature, []).append(reason)
    return tuple(
        Reason(feature, round(sum(reason.score for reason in points) / len(points), 3), points[0].detail)
        for feature, points in found.items()
    )

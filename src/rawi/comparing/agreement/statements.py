"""Quoted words against each other: what one speaker is reported to have said, by several articles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.letters import fold
from rawi.arabic.names import score_spelling, split_name
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.grouping import group_round_founders
from rawi.comparing.agreement.scoring import Weights
from rawi.comparing.agreement.sources import Sources, shorten
from rawi.comparing.stems import light_stem
from rawi.comparing.words import split_words
from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement

_NEGATIONS = word_set("لا لم لن ليس ليست ليسوا دون بدون عدم غير ولا ولم ولن وليس ما_ نفي")
_EMPTY = word_set(
    "في من علي الي عن مع بعد قبل خلال حتي بين عند ان انه انها التي الذي الذين هو هي كما لكن ثم او ما قد كان "
    "كانت هذا هذه ذلك تلك كل بعض و ومن وفي وعلي وان وقد اي به بها له لها فيه فيها ايضا نحن هم كنا نا"
)
_SPELLING = 0.7
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """One quotation's content, as stems, with who said it and whether a negation stands in it."""

    article: str
    id: str
    start: int
    end: int
    speaker: str
    name: str
    words: frozenset[str]
    negated: bool
    day: str | None
    said: str = ""


def read_statements(annotated: AnnotatedArticle) -> tuple[Statement, ...]:
    """The article's quotations of named speakers, in order."""
    found = []
    for quotation in annotated.quotations:
        if not quotation.source_name or not quotation.content:
            continue
        statement = _statement(annotated, quotation, quotation.source_name)
        if len(statement.words) >= _FEWEST_WORDS:
            found.append(statement)
    return tuple(sorted(found, key=lambda statement: (statement.start, statement.end)))


def _statement(annotated: AnnotatedArticle, quotation: Quotation, speaker: str) -> Statement:
    words = [word for span in quotation.content for _, _, word in split_words(annotated.text[span.start : span.end])]
    return Statement(
        article=annotated.id,
        id=quotation.id,
        start=quotation.content[0].start,
        end=quotation.content[-1].end,
        speaker=fold(speaker),
        name=speaker,
        words=frozenset(light_stem(word) for word in words if word not in _EMPTY and word not in _NEGATIONS),
        negated=any(word in _NEGATIONS for word in words) or quotation.polarity == "denied",
        day=annotated.published.earliest,
        said=shorten(annotated.text[quotation.content[0].start : quotation.content[-1].end]),
    )


def weigh_statements(statements: Mapping[str, Sequence[Statement]], config: AgreementConfig) -> Weights:
    """Each stem's weight by how few articles quote it."""
    counts = Counter(word for found in statements.values() for word in {w for s in found for w in s.words})
    total = len(statements) + config.background
    return Weights({word: math.log(total / count) for word, count in counts.items()})


def find_statement_pairs(
    statements: Mapping[str, Sequence[Statement]],
    pairs: Sequence[tuple[str, str]],
    sources: Sources,
    config: AgreementConfig,
) -> Iterable[Finding]:
    """Quotations of several articles that share enough of their words, each group round the one most are like."""
    weights = weigh_statements(statements, config)
    edges: dict[Agreement, dict[Statement, list[Statement]]] = {}
    scores: dict[tuple[Statement, Statement], float] = {}
    for first, second in pairs:
        for one in statements.get(first, ()):
            for other in statements.get(second, ()):
                likeness = _score(one, other, weights, config)
                if likeness == 0:
                    continue
                alike = likeness >= config.same_wording and one.negated == other.negated
                linked = edges.setdefault("agrees" if alike else "differs_in_detail", {})
                linked.setdefault(one, []).append(other)
                linked.setdefault(other, []).append(one)
                scores[one, other] = scores[other, one] = likeness
    for relation in sorted(edges):
        for group in group_round_founders(edges[relation], lambda said: (said.article, said.start, said.end, said.id)):
            yield _finding(relation, group, min(scores[group[0], other] for other in group[1:]), sources)


def _score(one: Statement, other: Statement, weights: Weights, config: AgreementConfig) -> float:
    """Likeness of two quotations, 0 where it is too little for one act of speaking or one position."""
    shared = len(one.words & other.words)
    if shared < config.shared_words:
        return 0.0
    likeness = _likeness(one.words, other.words, weights)
    if shared >= config.other_speaker_words and likeness >= config.other_speaker:
        return likeness
    return likeness if likeness >= config.same_statement and is_same_speaker(one.speaker, other.speaker) else 0.0


def _finding(relation: Agreement, group: Sequence[Statement], likeness: float, sources: Sources) -> Finding:
    founder, others = group[0], group[1:]
    shared = frozenset.intersection(*(said.words for said in group))
    reasons = [Reason("same_words", round(likeness, 3), " ".join(sorted(shared)[:8]))]
    if any(said.negated != founder.negated for said in others):
        reasons.append(Reason("negation", 1.0))
    speakers = sorted({said.name for said in group if not is_same_speaker(said.speaker, founder.speaker)})
    if speakers:
        reasons.append(Reason("other_speaker", 1.0, " / ".join([founder.name, *speakers])))
    ordered = sorted(group, key=lambda said: (said.article, said.start, said.end, said.id))
    members = tuple(Citation(s.article, s.start, s.end, s.said, s.day, s.name) for s in ordered)
    told: dict[str, set[str]] = {}
    for member in members:
        told.setdefault(member.value or "", set()).add(sources.outlet(member.article))
    return Finding(
        kind="statement",
        relation=relation,
        subject=(f"كلام {founder.name}", f"the words of {founder.name}"),
        members=members,
        sides=tuple(Side(words, tuple(sorted(told[words]))) for words in sorted(told)),
        reasons=tuple(reasons),
    )


def is_same_speaker(one: str, other: str) -> bool:
    """Whether two names of speakers may be one's: they share a word in any spelling.

    >>> is_same_speaker("ترامب", "دونالد ترمب"), is_same_speaker("الكاظمي", "بومبيو")
    (True, False)
    """
    if one == other:
        return True
    return any(score_spelling(a, b) >= _SPELLING for a in split_name(one) for b in split_name(other))


def _likeness(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """The mean of Dice and containment: a sentence is often quoted inside a longer one."""
    first, second = weights.total(one), weights.total(other)
    shared = weights.add(one & other)
    return shared / (first + second) + 0.5 * shared / min(first, second) if first and second else 0.0

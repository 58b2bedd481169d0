"""Quoted words against each other: what one speaker is reported to have said, by several articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rawi.arabic.letters import fold
from rawi.arabic.names import score_spelling, split_name
from rawi.comparing.agreement.clauses import split_clauses
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.deadlines import days_apart
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.links import Links
from rawi.comparing.agreement.sources import Sources, shorten
from rawi.comparing.agreement.wording import (
    Likeness,
    Wording,
    WordingReader,
    compare_wordings,
    denies_other,
    share_words,
    tell_degrees,
)
from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement
from rawi.model.span import Span

_SPELLING = 0.7
_TWO = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of one quotation, what they say, and who said them: all of it, or one of its clauses (``parts``)."""

    article: str
    id: str
    start: int
    end: int
    speaker: str
    name: str
    wording: Wording
    day: str | None
    said: str = ""
    parts: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Statement
    second: Statement
    relation: Agreement
    likeness: Likeness
    reasons: tuple[Reason, ...]


def read_statements(
    annotated: AnnotatedArticle, reader: WordingReader, *, clauses: bool = False
) -> tuple[Statement, ...]:
    """The article's quotations of named speakers, in order; with ``clauses`` cut up into their clauses too."""
    found = [
        _statement(annotated, quotation, quotation.source_name, reader, clauses=clauses)
        for quotation in annotated.quotations
        if quotation.source_name and quotation.content
    ]
    return tuple(sorted(found, key=lambda statement: (statement.start, statement.end)))


def _statement(
    annotated: AnnotatedArticle, quotation: Quotation, speaker: str, reader: WordingReader, *, clauses: bool
) -> Statement:
    def part(spans: Sequence[Span], parts: tuple[Statement, ...] = ()) -> Statement:
        wording = reader.read(" ".join(span.of(annotated.text) for span in spans))
        if quotation.polarity == "denied":
            wording = replace(wording, denied=frozenset(wording.keys) - wording.denied)
        start, end = spans[0].start, spans[-1].end
        said = shorten(annotated.text[start:end])
        day = annotated.published.first_day
        return Statement(annotated.id, quotation.id, start, end, fold(speaker), speaker, wording, day, said, parts)

    if not clauses:
        return part(quotation.content)
    cut = [clause for span in quotation.content for clause in split_clauses(annotated.text, span.start, span.end)]
    return part(quotation.content, tuple(part([clause]) for clause in cut))


def find_statement_pairs(
    statements: Mapping[str, Sequence[Statement]],
    pairs: Sequence[tuple[str, str]],
    sources: Sources,
    config: AgreementConfig,
) -> Iterable[Finding]:
    """Quotations of several articles that are one act of speaking or one position, each group round a founder."""
    links: Links[Agreement, Statement] = Links(lambda said: (said.article, said.start, said.end, said.id))
    for first, second in pairs:
        if sources.origins((first, second)) < _TWO:
            continue  # that a copy agrees with its original says nothing
        for one in statements.get(first, ()):
            for other in statements.get(second, ()):
                pair = _relate(one, other, config)
                if pair is not None:
                    links.add(pair.relation, pair.first, pair.second, pair.reasons)
    for relation, group, reasons in links.round_founders():
        yield _finding(relation, group, reasons, sources)


def _relate(one: Statement, other: Statement, config: AgreementConfig) -> _Pair | None:
    """How two quotations relate; None where they are not of one act of speaking or one position."""
    likeness = compare_wordings(one.wording, other.wording)
    if likeness.weight < config.least_clause:
        return None
    if not is_same_speaker(one.speaker, other.speaker):
        pair = _weigh(one, other, likeness, config) if _is_one_text(likeness, config) else None
        # That two men say it a little differently is no difference between reports.
        return pair if pair is not None and pair.relation == "agrees" else None
    if _is_one_act(likeness, config):
        return _weigh(one, other, likeness, config)
    best = max(_parts(one, other), key=lambda pair: (pair[2].meaning, pair[2].weight), default=None)
    if best is None:
        return None
    one, other, likeness = best
    if likeness.cosine < config.least_cosine or likeness.meaning < config.same_clause:
        return None
    if likeness.weight < config.least_clause:
        return None
    return _weigh(one, other, likeness, config)


def _is_one_act(likeness: Likeness, config: AgreementConfig) -> bool:
    """Whether two quotations of one speaker are one act of speaking."""
    if likeness.weight < config.least_told:
        return False
    alike = likeness.meaning >= config.same_statement and likeness.cosine >= config.least_cosine
    return alike or likeness.meaning >= config.sure_statement


def _is_one_text(likeness: Likeness, config: AgreementConfig) -> bool:
    """Whether quotations told of two speakers are one text beyond doubt: nearly all of both, or all of the shorter."""
    if likeness.weight < config.much_told:
        return False
    both = likeness.meaning >= config.other_speaker and likeness.cosine >= config.other_cosine
    return both or likeness.containment >= config.contained


def _parts(one: Statement, other: Statement) -> Iterator[tuple[Statement, Statement, Likeness]]:
    for first in one.parts:
        for second in other.parts:
            likeness = compare_wordings(first.wording, second.wording)
            if likeness.weight:
                yield first, second, likeness


def _weigh(one: Statement, other: Statement, likeness: Likeness, config: AgreementConfig) -> _Pair | None:
    """The relation of two statements about one thing, and what in their words makes it."""
    reasons = [Reason("same_words", round(likeness.meaning, 3), share_words(one.said, other.said))]
    numbers = _share(one.wording.numbers, other.wording.numbers)
    if not numbers and likeness.cosine < config.other_cosine:
        return None  # two rows of one report
    # In a long quotation a negation bears on something else.
    short = max(len(one.wording.keys), len(other.wording.keys)) <= config.short_statement
    denied = denies_other(one.wording, other.wording) if short else frozenset()
    if denied and likeness.cosine < config.denied_cosine:
        return None  # one says that something isn't needed, the other speaks of what is
    apart = days_apart(one.day, other.day) > config.window
    if denied:
        reasons.append(Reason("negation", 1.0))
    elif not numbers:
        reasons.append(Reason("other_number", 1.0, _told(one.wording.numbers, other.wording.numbers)))
    elif degrees := tell_degrees(one.said, other.said):
        reasons.append(Reason("other_degree", 1.0, degrees))
    relation: Agreement
    if apart:
        relation = "changes_over_time" if denied else "agrees"
        reasons.append(Reason("turned" if denied else "held", 1.0))
    else:
        same = len(reasons) == 1 and likeness.cosine >= config.same_cosine
        relation = "agrees" if same else "differs_in_detail"
    return _Pair(one, other, relation, likeness, tuple(reasons))


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _told(one: frozenset[str], other: frozenset[str]) -> str:
    return " / ".join(" ".join(sorted(found)) or "-" for found in (one - other, other - one))


def _finding(relation: Agreement, group: Sequence[Statement], reasons: tuple[Reason, ...], sources: Sources) -> Finding:
    founder = group[0]
    speakers = sorted({said.name for said in group if not is_same_speaker(said.speaker, founder.speaker)})
    if speakers:
        reasons = (*reasons, Reason("other_speaker", 1.0, " / ".join([founder.name, *speakers])))
    ordered = sorted(group, key=lambda said: (said.article, said.start, said.end, said.id))
    members = tuple(Citation(s.article, s.start, s.end, s.said, sources.days(s.article), s.name) for s in ordered)
    dated = any(reason.feature in ("turned", "held") for reason in reasons)
    told: dict[tuple[str, str | None], set[str]] = {}
    for member in members:
        told.setdefault((member.value or "", member.on if dated else None), set()).add(sources.outlet(member.article))
    keys = sorted(told, key=lambda key: (key[1] or "", key[0]))
    return Finding(
        kind="statement",
        relation=relation,
        subject=(f"كلام {founder.name}", f"the words of {founder.name}"),
        members=members,
        sides=tuple(Side(words, tuple(sorted(told[words, day])), day) for words, day in keys),
        reasons=reasons,
    )


def is_same_speaker(one: str, other: str) -> bool:
    """Whether two names of speakers may be one's: they share a word in any spelling.

    >>> is_same_speaker("ترامب", "دونالد ترمب"), is_same_speaker("الكاظمي", "بومبيو")
    (True, False)
    """
    if one == other:
        return True
    return any(score_spelling(a, b) >= _SPELLING for a in split_name(one) for b in split_name(other))

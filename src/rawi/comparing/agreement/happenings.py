"""What happened, told by several articles: who did it, to whom, where and when, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.names import score_spelling
from rawi.comparing.agreement.clauses import split_clauses
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.deadlines import days_apart
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.links import Links
from rawi.comparing.agreement.sources import Sources, shorten
from rawi.comparing.agreement.wording import Likeness, Wording, WordingReader, compare_wordings, share_words
from rawi.comparing.small_sets import small_set
from rawi.comparing.timeline.items import days_of, is_told_apart, key_of
from rawi.comparing.words import find_stems, fold_words
from rawi.model.annotation import AnnotatedArticle, EventMention
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement
from rawi.model.span import Span

_FIELDS = ("actor", "recipient", "place", "instrument")
_SPELLING = 0.7
_TWO = 2


@dataclass(frozen=True, slots=True)
class Happening:
    """A clause that tells of an event: ``fields`` are its participants, place and instrument by name and by key.

    ``past`` tells that it is dated well before its report.
    """

    article: str
    start: int
    end: int
    said: str
    types: frozenset[str]
    denied: bool
    wording: Wording
    fields: tuple[tuple[str, str, str], ...]
    day: str | None
    past: bool = False

    def keys(self, role: str) -> frozenset[str]:
        """Under what those of a role are compared."""
        return frozenset(key for name, key, _ in self.fields if name == role)

    def names(self, role: str) -> str:
        """Those of a role as they are called."""
        return " ".join(dict.fromkeys(said for name, _, said in self.fields if name == role))


def read_happenings(
    annotated: AnnotatedArticle, reader: WordingReader, config: AgreementConfig, *, few: bool = False
) -> tuple[Happening, ...]:
    """The clauses that tell of events, in order; no more than the first ones."""
    events = [event for event in annotated.events if _is_told(annotated, event, config)]
    if not events:
        return ()
    names = _names(annotated)
    most = config.happenings_few if few else config.most_happenings
    found: list[Happening] = []
    for clause in split_clauses(annotated.text):
        inside = [event for event in events if clause.start <= event.start < clause.end]
        if inside and len(found) < most:
            found.append(_happening(annotated, inside, clause, reader.read(clause.of(annotated.text), names), config))
    return tuple(found)


def _names(annotated: AnnotatedArticle) -> frozenset[str]:
    """The folded words of persons' names and titles."""
    spans = [span for m in annotated.mentions if m.type == "PER" for span in (m.span, m.title) if span is not None]
    return frozenset(word for span in spans for word in fold_words(span.of(annotated.text)))


def _is_told(annotated: AnnotatedArticle, event: EventMention, config: AgreementConfig) -> bool:
    if event.score is not None and event.score < config.sure_event:
        return False
    if any(quotation.cue is not None and quotation.cue.overlaps(event.span) for quotation in annotated.quotations):
        return False  # that somebody spoke is told with what was said
    return not any(zone.kind == "furniture" and zone.span.overlaps(event.span) for zone in annotated.zones)


def _happening(
    annotated: AnnotatedArticle,
    events: Sequence[EventMention],
    clause: Span,
    wording: Wording,
    config: AgreementConfig,
) -> Happening:
    text = annotated.text
    roles = [role for event in events for role in event.roles if role.role in _FIELDS]
    return Happening(
        annotated.id,
        clause.start,
        clause.end,
        shorten(clause.of(text)),
        small_set(event.type for event in events),
        events[0].polarity == "denied",
        wording,
        tuple(
            (role.role, key_of(text, role), role.name or " ".join(text[role.start : role.end].split()))
            for role in roles
            if role.role not in ("actor", "recipient") or is_told_apart(role)
        ),
        annotated.published.first_day,
        _is_past(events[0], annotated.published.first_day, config),
    )


def _is_past(event: EventMention, published: str | None, config: AgreementConfig) -> bool:
    latest = days_of(event).latest
    return latest is not None and (latest < (published or "")) and days_apart(latest, published) > config.past_days


def find_happening_findings(
    happenings: Mapping[str, Sequence[Happening]],
    pairs: Sequence[tuple[str, str]],
    sources: Sources,
    config: AgreementConfig,
    *,
    few: bool = False,
) -> Iterable[Finding]:
    """Tellings of one event by articles that have it independently, each group round the one most are like."""
    links: Links[Agreement, Happening] = Links(lambda told: (told.article, told.start, told.end, told.said))
    for first, second in pairs:
        if not happenings.get(first) or not happenings.get(second) or sources.origins((first, second)) < _TWO:
            continue
        for one, other, relation, why in _pairs(happenings[first], happenings[second], config, few=few):
            links.add(relation, one, other, why)
    for relation, group, reasons in links.round_founders():
        yield _finding(relation, group, reasons, sources)


def _pairs(
    ours: Sequence[Happening], theirs: Sequence[Happening], config: AgreementConfig, *, few: bool
) -> Iterable[tuple[Happening, Happening, Agreement, tuple[Reason, ...]]]:
    """Each clause with its best match in the other article."""
    scored = []
    for one in ours:
        for other in theirs:
            if one.types.isdisjoint(other.types):
                continue
            likeness = compare_wordings(one.wording, other.wording)
            if _is_one_event(one, other, likeness, config, few=few):
                scored.append((-likeness.meaning, one.start, other.start, one, other, likeness))
    used: set[tuple[str, int]] = set()
    for _, _, _, one, other, likeness in sorted(scored, key=lambda item: item[:3]):
        places = {(one.article, one.start), (other.article, other.start)}
        if used.isdisjoint(places):
            used |= places
            relation, why = _relate(one, other, likeness, config)
            if relation is not None:
                yield one, other, relation, why


def _is_one_event(one: Happening, other: Happening, likeness: Likeness, config: AgreementConfig, *, few: bool) -> bool:
    least = config.event_few if few else config.event_many
    if any(found < needed for found, needed in zip((likeness.meaning, likeness.cosine, likeness.weight), least)):
        return False
    if one.past != other.past:
        return False  # what is looked back at, and what is reported
    return likeness.meaning >= config.sure_event_words or not _differ(one.keys("recipient"), other.keys("recipient"))


def _relate(
    one: Happening, other: Happening, likeness: Likeness, config: AgreementConfig
) -> tuple[Agreement | None, tuple[Reason, ...]]:
    numbers = one.wording.numbers, other.wording.numbers
    if one.denied != other.denied or (all(numbers) and numbers[0].isdisjoint(numbers[1])):
        return None, ()  # numbers are compared as such
    reasons = [Reason("same_event", round(likeness.meaning, 3), share_words(one.said, other.said))]
    for role in _FIELDS:
        mine, theirs = one.names(role), other.names(role)
        if bool(mine) != bool(theirs):
            reasons.append(Reason(f"{role}_told", 1.0, mine or theirs))
        elif mine and _differ(one.keys(role), other.keys(role)) and not _are_alike(mine, theirs):
            reasons.append(Reason(f"other_{role}", 1.0, f"{mine} / {theirs}"))
    apart = days_apart(one.day, other.day) > config.window
    if apart and not (one.keys("recipient") & other.keys("recipient")):
        return "changes_over_time", tuple(reasons)
    return "differs_in_detail" if len(reasons) > 1 else "agrees", tuple(reasons)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other or not one.isdisjoint(other):
        return False
    return not any(score_spelling(a, b) >= _SPELLING for a in one for b in other)


def _are_alike(one: str, other: str) -> bool:
    """Whether two ways of calling somebody have a word in common: بنزرت and جهة بنزرت are one place."""
    return not {word for word in find_stems(one) if len(word) > 2}.isdisjoint(find_stems(other))


def _finding(relation: Agreement, group: Sequence[Happening], reasons: tuple[Reason, ...], sources: Sources) -> Finding:
    ordered = sorted(group, key=lambda told: (told.article, told.start, told.end))
    dated = relation == "changes_over_time"
    return Finding(
        kind="event",
        relation=relation,
        subject=("ما جرى", "what happened"),
        members=tuple(
            Citation(h.article, h.start, h.end, h.said, sources.days(h.article), sources.outlet(h.article))
            for h in ordered
        ),
        sides=tuple(
            Side(h.said, (sources.outlet(h.article),), sources.days(h.article) if dated else None)
            for h in sorted(ordered, key=lambda told: (told.day or "", told.article, told.start))
        ),
        reasons=reasons,
    )

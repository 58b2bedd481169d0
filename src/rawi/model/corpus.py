"""What a comparison of many articles yields. Every link lists its reasons; nothing is arbitrated."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.model.annotation import AnnotatedArticle, Deadline
from rawi.model.labels import (
    Agreement,
    CitedPart,
    CommitmentKind,
    CommitmentStatus,
    EventType,
    JudgementKind,
    MentionType,
    ReuseKind,
    Side,
    Stance,
    UtteranceRelation,
)
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters of one article of the corpus, with what they say (``value``), when, and who says it.

    Where ``part`` is "title" they are characters of the article's title, which is no part of its text.
    """

    article: str
    start: int
    end: int
    value: str | None = None
    on: str | None = None
    holder: str | None = None
    part: CitedPart = "text"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two things were linked: the feature, its score (uncalibrated), and words for a person."""

    feature: str
    score: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place across the corpus."""

    id: str
    type: MentionType
    name: str
    aliases: tuple[str, ...]
    mentions: int
    articles: int
    reasons: tuple[Reason, ...] = ()
    knowledge: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Reuse:
    """Text shared by articles ``a`` and ``b`` (ids, ``a`` < ``b``). Shares are of each article's characters, 0..1."""

    a: str
    b: str
    kind: ReuseKind
    share_a: float
    share_b: float
    passages: tuple[Passage, ...]
    earlier: Side = "unknown"
    agency: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report the very same happening.

    Those that hold several happenings tell this one in a passage: ``passages`` cites it, one for each such article.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None
    storyline: str | None = None
    outlets: int = 0
    origins: int = 0
    reasons: tuple[Reason, ...] = ()
    passages: tuple[Citation, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """The articles whose whole text reports it: those that tell it in a passage are left out."""
        told_inside = {passage.article for passage in self.passages}
        return tuple(name for name in self.articles if name not in told_inside)


@dataclass(frozen=True, slots=True)
class QuotationReference:
    """A quotation of an article of the corpus."""

    article: str
    id: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speaking with all its renderings."""

    id: str
    relation: UtteranceRelation
    quotations: tuple[QuotationReference, ...]
    speaker: str | None = None
    said_on: str | None = None
    outlets: int = 0
    origins: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Comparable claims and how they relate; ``explanation_*`` says it in a sentence made from the reasons."""

    id: str
    relation: Agreement
    about: str
    members: tuple[Citation, ...]
    outlets: int
    origins: int
    reasons: tuple[Reason, ...] = ()
    explanation_ar: str = ""
    explanation_en: str = ""
    kind: str = "figure"


@dataclass(frozen=True, slots=True)
class LedgerStep:
    """One report of a commitment, or of what became of it."""

    article: str
    start: int
    end: int
    on: str | None
    status: CommitmentStatus
    holder: str | None = None
    commitment: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A commitment followed through the corpus."""

    id: str
    kind: CommitmentKind
    actor: str | None
    action: str
    deadline: Deadline
    status: CommitmentStatus
    history: tuple[LedgerStep, ...]
    outlets: int = 0
    origins: int = 0
    issue: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Event mentions of one happening. Undated happenings have no ``earliest``."""

    id: str
    earliest: str | None
    latest: str | None
    label: str
    type: EventType
    mentions: tuple[Citation, ...]
    outlets: int
    origins: int
    story: str | None = None
    details: tuple[Citation, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor said on an issue over time."""

    id: str
    actor: str
    issue: str
    stances: tuple[PositionStance, ...]


@dataclass(frozen=True, slots=True)
class PositionStance:
    """One statement on an issue."""

    stance: Stance
    citation: Citation
    quotation: QuotationReference


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about something computed; it wins, survives rebuilds, and can be withdrawn.

    ``kind`` "same"/"different" bear on two entities, utterances or stories (``subject``, ``other``); "correct" gives a
    field's right value; "reject" says that an annotation is wrong. Withdrawing writes ``withdrawn_on``: no row is
    ever deleted.
    """

    id: str
    kind: JudgementKind
    about: str
    subject: str
    other: str | None = None
    field: str | None = None
    value: str | None = None
    by: str | None = None
    made_on: str | None = None
    note: str | None = None
    withdrawn_on: str | None = None


@dataclass(frozen=True, slots=True)
class ComparedCorpus:
    """A compared corpus: the articles (dates and identities resolved) and all that links them."""

    articles: tuple[AnnotatedArticle, ...] = ()
    entities: tuple[Entity, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    stories: tuple[Story, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    positions: tuple[Position, ...] = ()

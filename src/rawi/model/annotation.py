"""Annotations of one article. Each cites its characters; field names are those of the interchange format."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.model.article import Article
from rawi.model.labels import (
    CommitmentKind,
    DateBasis,
    EventRole,
    EventType,
    FigureFlow,
    LinkKind,
    MentionForm,
    MentionType,
    Modality,
    Polarity,
    QuotationKind,
    SourceKind,
    SpeechAct,
    TimeType,
    Tolerance,
    ZoneKind,
)
from rawi.model.span import Span
from rawi.model.tags import Tags
from rawi.model.view import TextView


@dataclass(frozen=True, slots=True)
class Located:
    """Something that stands at ``start`` to ``end`` (not included) of its article's text."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of an article, and why they are cited."""

    article: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """When the article was published: a range of days, never guessed narrower than its evidence."""

    earliest: str | None = None
    latest: str | None = None
    basis: DateBasis = "unknown"
    evidence: tuple[Evidence, ...] = ()
    contradictions: tuple[Evidence, ...] = ()

    @property
    def first_day(self) -> str | None:
        """The first of its days, by which accounts are put in order; None where they lie open on either side.

        >>> PublishedDate("2023-10-27", None).first_day is None, PublishedDate("2020-08-20", "2020-08-21").first_day
        (True, '2020-08-20')
        """
        return self.earliest if self.latest is not None else None


@dataclass(frozen=True, slots=True)
class Zone(Located):
    """A part of the page: body text, or what is not the article's own prose."""

    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Mention(Located):
    """Words that name or stand for an entity.

    ``name`` is the entity's usual name in Arabic; ``entity`` its id (of this article until identity is resolved).
    ``title`` is the span of the title or office that stands beside a name. ``stands_for`` is the id of what a
    metonym speaks for (بغداد for Iraq's government). ``score`` is the tagger's, 0..1.
    """

    type: MentionType
    form: MentionForm = "name"
    entity: str | None = None
    name: str | None = None
    title: Span | None = None
    stands_for: str | None = None
    knowledge: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One hand a statement passed through. ``span`` is None only for the outlet of record."""

    kind: LinkKind
    name: str
    span: Span | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Content, cue and source of one act of reporting.

    ``verbatim`` is False where marks hold words that can't be the speaker's own (third person, translation).
    ``nested_in`` is the id of the quotation whose content holds this one. ``occasion`` is where or how it was said
    (press conference, interview). ``translated`` tells that it stands in a machine-translated passage.
    """

    id: str
    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    source_entity: str | None = None
    source_name: str | None = None
    source_kind: SourceKind | None = None
    chain: tuple[ChainLink, ...] = ()
    act: SpeechAct = "statement"
    polarity: Polarity = "asserted"
    verbatim: bool = False
    nested_in: str | None = None
    addressee: Span | None = None
    occasion: Span | None = None
    translated: bool = False
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Silence(Located):
    """What the text says was not said or not given (دون أن يحدد جداول زمنية)."""

    who: Span | None = None
    who_entity: str | None = None
    what: Span | None = None


@dataclass(frozen=True, slots=True)
class TranslatedPassage(Located):
    """A passage that bears signs of machine translation; ``signs`` are the words that show it."""

    signs: tuple[Evidence, ...]
    score: float


@dataclass(frozen=True, slots=True)
class TimeExpression(Located):
    """A time expression with its TIMEX3 value, and the days it may mean.

    ``anchor`` says what the value hangs on: "calendar" (absolute), "publication", "speech", "event" or "none".
    ``modifier`` is TIMEX3's mod (START, MID, END, APPROX, BEFORE, AFTER ...).
    """

    type: TimeType
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    modifier: str | None = None
    anchor: str = "publication"


@dataclass(frozen=True, slots=True)
class Figure(Located):
    """A number in the text: value or range, tolerance, unit, thing counted, as-of, and who asserts it.

    ``flow`` tells a running total from what is new, a part of it, or a change. ``negated`` and ``withheld`` mark
    numbers that the text denies or says were not given. ``asserted_by`` is a quotation's id or "outlet".
    """

    low: float | None
    high: float | None
    tolerance: Tolerance
    unit: str | None = None
    counted: Span | None = None
    measure: str | None = None
    as_of: str | None = None
    asserted_by: str = "outlet"
    flow: FigureFlow = "total"
    category: str = "count"
    negated: bool = False
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class RoleFiller(Located):
    """A participant, place or time of an event."""

    role: EventRole
    entity: str | None = None
    name: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention(Located):
    """A trigger with its PLOVER type and roles. ``when`` is an ISO date of any precision, or None."""

    type: EventType
    polarity: Polarity = "asserted"
    modality: Modality = "actual"
    roles: tuple[RoleFiller, ...] = ()
    when: str | None = None
    when_span: Span | None = None
    mode: str | None = None
    quotation: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: the words, and the days they may mean. A horizon without a last day is vague (قريبا, الأشهر المقبلة)."""

    span: Span | None = None
    earliest: str | None = None
    latest: str | None = None
    vague: bool = False

    @classmethod
    def of(cls, time: TimeExpression) -> Deadline:
        """The deadline that a time expression tells."""
        return cls(time.span, time.earliest, time.latest, vague=time.latest is None)


@dataclass(frozen=True, slots=True)
class Commitment(Located):
    """What somebody said would, must or won't be done.

    ``start``..``end`` is the wording. ``told_by_third`` marks a promise that only another party reports.
    """

    id: str
    kind: CommitmentKind
    actor: Span | None = None
    actor_entity: str | None = None
    actor_name: str | None = None
    action: str = ""
    deadline: Deadline = Deadline()
    condition: Span | None = None
    quotation: str | None = None
    told_by_third: bool = False
    polarity: Polarity = "asserted"
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something was left out: which stage, a short fixed slug, and the detail for a person."""

    stage: str
    slug: str
    detail: str


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article and all that was found in it; each stage fills its own fields.

    ``view`` and ``tags`` are working material of the stages: they are never written out.
    """

    article: Article
    published: PublishedDate = PublishedDate()
    zones: tuple[Zone, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    silences: tuple[Silence, ...] = ()
    translated: tuple[TranslatedPassage, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[EventMention, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    problems: tuple[Problem, ...] = ()
    view: TextView | None = field(default=None, repr=False, compare=False)
    tags: Tags = field(default=Tags(), repr=False, compare=False)

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text, as it was given."""
        return self.article.text

"""The vocabulary: every label that an annotation may carry."""

from __future__ import annotations

from typing import Literal, TypeAlias

ZoneKind: TypeAlias = Literal["headline", "body", "heading", "byline", "agency", "dateline", "furniture"]
DateBasis: TypeAlias = Literal["given", "stated", "inferred", "unknown"]

MentionType: TypeAlias = Literal["PER", "ORG", "LOC", "GPE", "FAC", "MISC"]
MentionForm: TypeAlias = Literal["name", "nominal", "pronoun"]

QuotationKind: TypeAlias = Literal["direct", "indirect", "mixed"]
SpeechAct: TypeAlias = Literal[
    "statement", "promise", "threat", "demand", "question", "denial", "accusation", "forecast", "refusal"
]
Polarity: TypeAlias = Literal["asserted", "denied"]
SourceKind: TypeAlias = Literal["person", "organisation", "anonymous", "collective", "document", "outlet"]
LinkKind: TypeAlias = Literal["outlet", "agency", "medium", "anonymous", "speaker"]

TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Tolerance: TypeAlias = Literal["exact", "about", "at_least", "at_most", "between", "vague"]
FigureFlow: TypeAlias = Literal["total", "new", "part", "change"]

Modality: TypeAlias = Literal["actual", "planned", "demanded", "feared", "alleged"]
# PLOVER's root events (Halterman et al., 2023, "PLOVER and POLECAT").
EventType: TypeAlias = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
EventRole: TypeAlias = Literal["actor", "recipient", "place", "time", "instrument"]

CommitmentKind: TypeAlias = Literal["promise", "plan", "demand", "refusal", "forecast", "condition"]
CommitmentStatus: TypeAlias = Literal[
    "open", "due", "overdue", "reported_done", "reported_broken", "restated", "changed", "denied"
]

ReuseKind: TypeAlias = Literal["near_duplicate", "partial"]
Side: TypeAlias = Literal["a", "b", "unknown"]
CitedPart: TypeAlias = Literal["text", "title"]
UtteranceRelation: TypeAlias = Literal["verbatim", "shortened", "other_translation", "paraphrase"]
Agreement: TypeAlias = Literal[
    "agrees", "conflicts", "differs_in_detail", "differs_in_scope", "changes_over_time", "unclear"
]
Stance: TypeAlias = Literal["asserted", "denied", "hedged", "withdrawn"]
JudgementKind: TypeAlias = Literal["same", "different", "correct", "reject"]

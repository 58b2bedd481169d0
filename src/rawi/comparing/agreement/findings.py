"""What a comparison found, of whatever kind, and how it becomes a Comparison with its sentences and counts."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.comparing.agreement.explaining import Side, explain
from rawi.comparing.agreement.sources import Sources
from rawi.model.corpus import Citation, Comparison, Reason
from rawi.model.identifiers import make_id
from rawi.model.labels import Agreement


@dataclass(frozen=True, slots=True)
class Finding:
    """Members that relate in one way. ``subject`` names what is compared in Arabic and English."""

    kind: str
    relation: Agreement
    subject: tuple[str, str]
    members: tuple[Citation, ...]
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...]


def _place(member: Citation) -> str:
    place = f"{member.article}:{member.start}:{member.end}"
    return place if member.part == "text" else f"{member.part}:{place}"


def show_finding(finding: Finding, sources: Sources) -> Comparison:
    """The comparison of a finding; its id hangs on kind, relation and members alone."""
    names = sorted({member.article for member in finding.members})
    title = sources.title(names)
    features = [reason.feature for reason in finding.reasons]
    arabic, english = explain(finding.relation, finding.subject, finding.sides, features)
    return Comparison(
        id=make_id("k", finding.kind, finding.relation, *(_place(member) for member in finding.members)),
        relation=finding.relation,
        about=f"{finding.subject[0]}: {title}" if title else finding.subject[0],
        members=finding.members,
        outlets=sources.outlets(names),
        origins=sources.origins(names),
        reasons=finding.reasons,
        explanation_ar=arabic,
        explanation_en=english,
        kind=finding.kind,
    )

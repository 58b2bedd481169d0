"""Headlines against their own text: a toll or count in the headline that the text tells otherwise."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.quantities.lexicon import find_noun
from rawi.arabic.quantities.roles import ROLE_WORDS
from rawi.arabic.tokens import tokenize
from rawi.comparing.agreement.claims import Claim
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.explaining import Side, name_subject
from rawi.comparing.agreement.figures import cite_claim, list_sides, value_words
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.grouping import Place, place_of
from rawi.comparing.agreement.scoring import Pair
from rawi.comparing.agreement.sources import Sources
from rawi.comparing.agreement.values import Value, compare_values
from rawi.comparing.stems import light_stem
from rawi.model.annotation import AnnotatedArticle, Zone
from rawi.model.corpus import Reason

# Beyond one toll the text tells several happenings, and the headline may sum them up or speak of another.
_MOST_TOLLS = 1
_ANOTHER = frozenset(["اخر", "اخري", "واحد", "واحده"])
_OTHERS = frozenset(light_stem(word) for word in ("اخرين", "اخرون", "اخر", "اخري"))


@dataclass(frozen=True, slots=True)
class HeadlineClash:
    """A number of a headline that its text contradicts.

    ``headline`` is the headline's claim, ``body`` the text's claims that tell otherwise.
    """

    headline: Claim
    body: tuple[Claim, ...]


def find_headline_clashes(
    annotated: AnnotatedArticle, claims: Sequence[Claim], config: AgreementConfig
) -> tuple[HeadlineClash, ...]:
    """Numbers of what befell people in the headline that no number of the text bears out.

    ``claims`` are the article's own, those of a title that its text doesn't repeat among them.
    """
    zones = [zone for zone in annotated.zones if zone.kind == "headline"]
    inside = [claim for claim in claims if claim.part == "title" or _is_inside(claim, zones)]
    body = [claim for claim in claims if claim not in inside]
    clashes = []
    for headline in inside:
        role = headline.measured.role
        if role is None or headline.base != "count":
            continue
        same = [claim for claim in body if claim.base == "count" and claim.measured.role == role]
        if not any(claim.leading for claim in same):
            continue  # what the text tells far down is another happening's toll
        if same and not _is_borne_out(headline.value, same, body, config) and not _one_more(annotated, headline, same):
            clashes.append(HeadlineClash(headline, tuple(same)))
    return tuple(clashes)


def _is_inside(claim: Claim, zones: Sequence[Zone]) -> bool:
    return any(zone.start <= claim.start < zone.end for zone in zones)


def _is_borne_out(value: Value, same: Sequence[Claim], body: Sequence[Claim], config: AgreementConfig) -> bool:
    """Whether the text tells the headline's number, as one number, as a sum, or too variously to be held against it."""
    points = sorted({claim.value.point for claim in same if claim.value.point is not None})
    if len(points) > _MOST_TOLLS or any(claim.value.tolerance == "vague" for claim in same):
        return True
    if any(compare_values(value, claim.value, config) != "apart" for claim in body if claim.base == "count"):
        return True
    told, below = value.point or 0.0, points[0] if points else 0.0
    if below and told and max(told, below) > config.widest_clash * min(told, below):
        return True
    people = [claim for claim in body if claim.category in ("people", "count", "event") and claim.base == "count"]
    return told in _sums([claim.value.point for claim in people if claim.value.point is not None])


def _one_more(annotated: AnnotatedArticle, headline: Claim, same: Sequence[Claim]) -> bool:
    """Whether somebody told without a number makes up the sum: وأصيبت سيدة."""
    sums = _sums([claim.value.point for claim in same if claim.value.point is not None])
    missing = [extra for extra in (1, 2) if (headline.value.point or 0.0) - extra in sums]
    if not missing:
        return False
    if any(claim.words & _OTHERS for claim in same):
        return True  # the leader and five others are six
    tokens = tokenize(annotated.text)
    singles = 0
    for token, following in itertools.pairwise(tokens):
        noun = find_noun(following.fold) if ROLE_WORDS.get(token.fold) == headline.measured.role else None
        other = following.fold in _ANOTHER and ROLE_WORDS.get(token.fold) == headline.measured.role
        singles += other or (noun is not None and noun.number == "singular" and noun.category == "people")
    return singles >= missing[0]


def _sums(points: Sequence[float]) -> set[float]:
    """All sums of the points (at most twelve of them: 4096 sums)."""
    sums = {0.0}
    for point in points[:12]:
        sums |= {total + point for total in sums}
    return sums


def find_headline_findings(
    clashes: Sequence[HeadlineClash], titles: Mapping[str, str | None], pairs: Sequence[Pair], sources: Sources
) -> Iterable[Finding]:
    """Headlines that their own text contradicts, with the other articles that tell what the text tells."""
    agreeing: dict[Place, list[Claim]] = {}
    for pair in pairs:
        if pair.relation == "agrees":
            agreeing.setdefault(place_of(pair.first), []).append(pair.second)
            agreeing.setdefault(place_of(pair.second), []).append(pair.first)
    for clash in clashes:
        others = [other for claim in clash.body for other in agreeing.get(place_of(claim), [])]
        against = {place_of(claim): claim for claim in (*clash.body, *others)}
        body = [against[place] for place in sorted(against)]
        name = clash.headline.article
        yield Finding(
            kind="headline",
            relation="conflicts",
            subject=name_subject(clash.headline.measured.role, "", "people"),
            members=(cite_claim(clash.headline), *(cite_claim(claim) for claim in body)),
            sides=(
                Side(value_words(clash.headline), (sources.outlet(name),), headline=True),
                *list_sides(body, sources, dated=False),
            ),
            reasons=(Reason("headline", 1.0, " ".join((titles.get(name) or clash.headline.surface).split())),),
        )

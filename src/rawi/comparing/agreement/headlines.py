"""Headlines against their own text: a toll or count in the headline that the text tells otherwise."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.numerals import find_numbers
from rawi.arabic.quantities.lexicon import find_noun
from rawi.arabic.quantities.measures import Measured, describe_measured
from rawi.arabic.quantities.roles import ROLE_WORDS
from rawi.arabic.tokens import tokenize
from rawi.comparing.agreement.claims import Claim
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.values import Value, compare_values
from rawi.model.annotation import AnnotatedArticle

# Beyond one toll the text tells several happenings, and the headline may sum them up or speak of another.
_MOST_TOLLS = 1


@dataclass(frozen=True, slots=True)
class HeadlineClash:
    """A number of a headline that its text contradicts.

    ``surface`` is the headline's number in its words; ``headline`` its claim where the headline stands in the text
    itself; ``body`` the text's claims that tell otherwise.
    """

    surface: str
    value: Value
    measured: Measured
    headline: Claim | None
    body: tuple[Claim, ...]


def find_headline_clashes(
    annotated: AnnotatedArticle, claims: Sequence[Claim], config: AgreementConfig
) -> tuple[HeadlineClash, ...]:
    """Numbers of what befell people in the headline that no number of the text bears out."""
    zones = [zone for zone in annotated.zones if zone.kind == "headline"]
    inside = [claim for claim in claims if any(zone.start <= claim.start < zone.end for zone in zones)]
    body = [claim for claim in claims if claim not in inside]
    told: list[tuple[str, Value, Measured, Claim | None]] = [
        (claim.surface, claim.value, claim.measured, claim) for claim in inside if claim.base == "count"
    ]
    if not inside and annotated.article.title and annotated.article.title not in annotated.text:
        told = [(surface, value, measured, None) for surface, value, measured in read_headline(annotated.article.title)]
    clashes = []
    for surface, value, measured, headline in told:
        if measured.role is None:
            continue
        same = [claim for claim in body if claim.base == "count" and claim.measured.role == measured.role]
        if same and not _is_borne_out(value, same, body, config) and not _one_more(annotated, value, measured, same):
            clashes.append(HeadlineClash(surface, value, measured, headline, tuple(same)))
    return tuple(clashes)


def read_headline(title: str) -> tuple[tuple[str, Value, Measured], ...]:
    """The numbers of people in a headline: digits, words and duals.

    >>> [(surface, measured.role) for surface, _, measured in read_headline("مقتل 4 وإصابة شخصين في حريق")]
    [('4', 'killed'), ('شخصين', 'wounded')]
    """
    tokens = tokenize(title)
    found = []
    taken: set[int] = set()
    for number in find_numbers(tokens, title):
        taken.update(range(number.first, number.last))
        if number.value is None or number.kind == "malformed":
            continue
        last = number.last
        noun = find_noun(tokens[last].fold) if last < len(tokens) else None
        beside = tokens[number.first - 1].fold if number.first else ""
        if noun is None and beside not in ROLE_WORDS:
            continue
        counted = (last, last + 1) if noun else None
        measured = describe_measured(tokens, number.first, last, counted, noun)
        surface = title[number.start : number.end]
        found.append((number.first, surface, Value(number.value, number.value, "exact"), measured))
    for index, token in enumerate(tokens):
        noun = find_noun(token.fold)
        if index not in taken and noun is not None and noun.number == "dual" and not noun.definite:
            measured = describe_measured(tokens, index, index + 1, (index, index + 1), noun)
            found.append((index, title[token.start : token.end], Value(2.0, 2.0, "exact"), measured))
    return tuple((surface, value, measured) for _, surface, value, measured in sorted(found, key=lambda item: item[0]))


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
    return told in _sums([claim.value.point for claim in same if claim.value.point is not None])


def _one_more(annotated: AnnotatedArticle, value: Value, measured: Measured, same: Sequence[Claim]) -> bool:
    """Whether somebody told without a number makes up the sum: وأصيبت سيدة."""
    sums = _sums([claim.value.point for claim in same if claim.value.point is not None])
    missing = [extra for extra in (1, 2) if (value.point or 0.0) - extra in sums]
    if not missing:
        return False
    tokens = tokenize(annotated.text)
    singles = 0
    for token, following in itertools.pairwise(tokens):
        noun = find_noun(following.fold) if ROLE_WORDS.get(token.fold) == measured.role else None
        singles += noun is not None and noun.number == "singular" and noun.category == "people"
    return singles >= missing[0]


def _sums(points: Sequence[float]) -> set[float]:
    """All sums of the points (at most twelve of them: 4096 sums)."""
    sums = {0.0}
    for point in points[:12]:
        sums |= {total + point for total in sums}
    return sums

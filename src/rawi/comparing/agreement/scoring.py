"""Score: whether two claims are about one fact, and how they relate if they are."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.agreement.blocks import Block
from rawi.comparing.agreement.claims import PERIOD_WORDS, Claim
from rawi.comparing.agreement.clashes import is_market, is_misread, is_other_happening, is_part, may_clash, tell_several
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.values import compare_values
from rawi.comparing.stems import light_stem
from rawi.model.corpus import Reason
from rawi.model.labels import Agreement

Kind = tuple[str, str, str, str]

# What grows while an event is being reported, and prices and shares that are new every day.
_GROWING_ROLES = word_set("killed wounded missing arrested rescued captive displaced evacuated")
_DAILY_CATEGORIES = word_set("percent index temperature")
# Kinds that say little: the words about them must say more.
_PERIODS = frozenset(map(light_stem, PERIOD_WORDS))
_VAGUE_HEADS = word_set(
    "person case incident site team item place project company body member people contract ruling attack"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims about one fact (``first`` is the earlier by id and place), how they relate, and why."""

    first: Claim
    second: Claim
    relation: Agreement
    likeness: float
    reasons: tuple[Reason, ...]


class Weights:
    """What words tell, in whole millionths: sums are then the same in whatever order a set hands out its words."""

    __slots__ = ("_totals", "_weights")

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = {word: round(weight * 1e6) for word, weight in weights.items()}
        self._totals: dict[frozenset[str], int] = {}

    def add(self, words: Iterable[str]) -> int:
        """The weight of all the words."""
        get = self._weights.get
        return sum(get(word, 0) for word in words)

    def total(self, words: frozenset[str]) -> int:
        """The same for the words of a claim, which are asked for again and again."""
        found = self._totals.get(words)
        if found is None:
            found = self._totals[words] = self.add(words)
        return found


def weigh_words(claims: Iterable[Claim]) -> Weights:
    """Each word's weight: rare words tell more about a fact than words found at every figure."""
    articles: dict[str, set[str]] = {}
    for claim in claims:
        articles.setdefault(claim.article, set()).update(claim.words)
    counts = Counter(word for words in articles.values() for word in words)
    return Weights({word: math.log(1 + len(articles) / count) for word, count in counts.items()})


def score_same_fact(
    first: Claim,
    second: Claim,
    closeness: float,
    weights: Weights,
    config: AgreementConfig,
    *,
    companion: bool = False,
) -> float:
    """Likeness of two claims of one kind, 0..1; 0 where their groups tell them apart, or it is too little.

    ``closeness`` is how close their articles are, 1 within one story; ``companion`` tells that figures which agree
    stand beside them.
    """
    if not _groups_fit(first.measured.group, second.measured.group):
        return 0.0
    likeness = measure_likeness(first, second, weights)
    if first.places and second.places and first.places.isdisjoint(second.places):
        likeness -= config.other_place
    if first.leading and second.leading and first.measured.group == second.measured.group:
        likeness = min(1.0, likeness + config.leading)
    if companion:
        likeness = min(1.0, likeness + config.companion)
    needed = _needed(first, second, config) + (1 - closeness) * config.distance
    return likeness if likeness >= needed else 0.0


def is_equal(first: Claim, second: Claim) -> bool:
    """Whether both name the same number or range."""
    return (first.value.low, first.value.high) == (second.value.low, second.value.high)


def has_companion(first: Claim, second: Claim, one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether equal figures of another role stand in the sentences of both (15 killed beside 40 and 33 wounded)."""
    if first.measured.role is None:
        return False
    beside = [claim for claim in one if claim.sentence == first.sentence and claim.measured.role != first.measured.role]
    return any(
        claim.sentence == second.sentence
        and claim.measured.role is not None
        and any(is_equal(claim, found) and kind_of(claim) == kind_of(found) for found in beside)
        for claim in other
        if claim.measured.role != second.measured.role
    )


def kind_of(claim: Claim) -> Kind:
    """What two claims must share: unit, role and, of counts, the kind of thing (amounts are of anything)."""
    head = claim.measured.head if claim.base == "count" else ""
    return claim.kind, claim.base, claim.measured.role or "", head


def measure_likeness(first: Claim, second: Claim, weights: Weights) -> float:
    """Likeness of the words about two figures, those next to them counting more, 0..1."""
    wide, near = _dice(first.words, second.words, weights), _dice(first.near, second.near, weights)
    return 0.6 * wide + 0.4 * near


def _needed(first: Claim, second: Claim, config: AgreementConfig) -> float:
    if first.measured.role is not None and first.base == "count":
        told_alike = (first.leading and second.leading) or not first.places.isdisjoint(second.places)
        return config.sure_role if told_alike else config.same_fact_loose
    head = first.measured.head
    telling = bool(head) and head == second.measured.head and head not in _VAGUE_HEADS and first.base == "count"
    return config.same_fact if telling else config.same_fact_loose


def _groups_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or set(one) <= set(other) or set(other) <= set(one)


def _dice(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    shared = one & other
    if not shared:
        return 0.0
    total = weights.total(one) + weights.total(other)
    return 2 * weights.add(shared) / total if total else 0.0


def relate_claims(
    first: Claim,
    second: Claim,
    likeness: float,
    block: Block,
    *,
    beside: Sequence[Sequence[Claim]],
    others: Sequence[Sequence[Claim]],
    config: AgreementConfig,
) -> Pair | None:
    """How two claims about one fact relate; None where nothing can be said.

    ``block`` tells how close the articles are. ``beside`` holds, for each of the two, the other claims of its article
    that are of the same kind, ``others`` all its claims.
    """
    reasons = [Reason("same_fact", round(likeness, 3), _shared(first, second))]
    fit = compare_values(first.value, second.value, config)
    if first.negated != second.negated:
        if fit == "apart":
            return None
        return Pair(first, second, "conflicts", likeness, (*reasons, Reason("denied", 1.0)))
    same_group = first.measured.group == second.measured.group
    if fit in ("equal", "hedged", "rounded"):
        if "vague" in (first.value.tolerance, second.value.tolerance) and fit != "equal":
            return None
        relation: Agreement = "agrees" if fit == "equal" else "differs_in_detail"
        return Pair(first, second, relation, likeness, (*reasons, Reason(f"value_{fit}", 1.0)))
    if is_market(first) or is_market(second):
        if not block.same_story:
            return None
        return Pair(first, second, "changes_over_time", likeness, (*reasons, Reason("market", 1.0)))
    if is_other_happening(first, second) or is_misread(first, second):
        return None
    if _same_digits(first.surface, second.surface):
        return Pair(first, second, "differs_in_detail", likeness, (*reasons, Reason("value_mirrored", 1.0)))
    if not same_group or is_part(first, second) or (first.of and second.of and first.of.isdisjoint(second.of)):
        return Pair(first, second, "differs_in_scope", likeness, (*reasons, Reason("other_group", 1.0)))
    if (first.flow == "part") != (second.flow == "part") or (
        "new" in (first.flow, second.flow) and first.flow != second.flow
    ):
        return Pair(first, second, "differs_in_scope", likeness, (*reasons, Reason("part_of_total", 1.0)))
    if first.words & _PERIODS != second.words & _PERIODS and first.measured.role is None:
        return Pair(first, second, "differs_in_scope", likeness, (*reasons, Reason("other_period", 1.0)))
    if tell_several(first, second):
        return Pair(first, second, "differs_in_scope", likeness, (*reasons, Reason("sum_of_parts", 1.0)))
    parts = [[claim for claim in found if claim.base == first.base and claim.kind == first.kind] for found in others]
    if _adds_up(first, (second, *beside[1])) or _adds_up(second, (first, *beside[0])):
        return Pair(first, second, "differs_in_scope", likeness, (*reasons, Reason("sum_of_parts", 1.0)))
    if _adds_up(first, _in_sentence(second, parts[1])) or _adds_up(second, _in_sentence(first, parts[0])):
        return Pair(first, second, "differs_in_scope", likeness, (*reasons, Reason("sum_of_parts", 1.0)))
    if _tells_in_sentence(first, second, others[1]) or _tells_in_sentence(second, first, others[0]):
        return None  # two and four in both sentences, and one of them read as the other's
    told = _told_beside(first, beside[1], config) or _told_beside(second, beside[0], config)
    if not told and likeness < config.same_words:
        told = _told_anywhere(first, others[1], config) or _told_anywhere(second, others[0], config)
    if told and likeness < config.same_words:
        return None  # both articles tell this value: the other number is about something else
    if first.planned != second.planned:
        planned = Reason("planned", 1.0, (first if first.planned else second).surface)
        return Pair(first, second, "changes_over_time", likeness, (*reasons, planned))
    time = _time_reason(first, second, config)
    if time is not None:
        return Pair(first, second, "changes_over_time", likeness, (*reasons, time))
    if _distance(first, second) > 1 - 1 / config.widest_clash and likeness < config.same_words:
        return None
    if not may_clash(first, second, likeness, block, others=others, config=config):
        return None
    if _is_growing(first) and not (first.published and second.published):
        # A toll grows from day to day: without a report's day nobody knows whether it is an update.
        return Pair(first, second, "unclear", likeness, (*reasons, Reason("day_unknown", 1.0)))
    return Pair(first, second, "conflicts", likeness, (*reasons, Reason("value_apart", _distance(first, second))))


def _shared(first: Claim, second: Claim) -> str:
    return " ".join(sorted(first.words & second.words)[:8])


def _distance(first: Claim, second: Claim) -> float:
    a, b = first.value.point or 0.0, second.value.point or 0.0
    return round(abs(a - b) / max(abs(a), abs(b)), 3) if a != b else 0.0


def _told_beside(claim: Claim, beside: Sequence[Claim], config: AgreementConfig) -> bool:
    return any(
        claim.value.point == other.value.point or compare_values(claim.value, other.value, config) == "rounded"
        for other in beside
    )


def _tells_in_sentence(claim: Claim, other: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the other's sentence tells the claim's value too, of another role or of no role."""
    beside = (found for found in _in_sentence(other, claims) if found.base == claim.base)
    told = [found for found in beside if found.value.point == claim.value.point]
    return any(claim.measured.role is None or found.measured.role != claim.measured.role for found in told)


# Numbers below this are found in any text, whatever they count.
_TELLING = 10.0


def _told_anywhere(claim: Claim, others: Sequence[Claim], config: AgreementConfig) -> bool:
    """Whether the other article tells this value of something that it calls otherwise, or of a bare number."""
    if claim.value.point is None or claim.value.point < _TELLING or claim.kind == "duration":
        return False
    return any(
        (other.base == claim.base or "count" in (other.base, claim.base))
        and other.measured.role == claim.measured.role
        and compare_values(claim.value, other.value, config) in ("equal", "rounded")
        for other in others
    )


def _same_digits(one: str, other: str) -> bool:
    """Whether two numbers are one in print, its halves exchanged or parted otherwise (50.3 and 3.50 and 50ر3)."""
    first, second = re.findall(r"\d+", one), re.findall(r"\d+", other)
    return len(first) > 1 and sorted(first) == sorted(second)


def _in_sentence(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    return [other for other in claims if (other.part, other.sentence) == (claim.part, claim.sentence)]


def _adds_up(claim: Claim, beside: Sequence[Claim]) -> bool:
    """Whether the value is the sum of two or three values that the other article tells apart (38 = 30 + 8)."""
    total = claim.value.point
    points = [other.value.point for other in beside if other.value.point and other.value.tolerance == "exact"][:12]
    if total is None:
        return False
    for index, one in enumerate(points):
        for position, other in enumerate(points[index + 1 :], index + 1):
            if not one or not other:
                continue
            if one + other == total or any(one + other + (third or 0) == total for third in points[position + 1 :]):
                return True
    return False


def _is_growing(claim: Claim) -> bool:
    return claim.measured.role in _GROWING_ROLES and claim.base == "count"


def _time_reason(first: Claim, second: Claim, config: AgreementConfig) -> Reason | None:
    """Why the later of two values may be an update, or None."""
    earlier, later = _in_order(first, second)
    growing = _is_growing(first)
    daily = first.category in _DAILY_CATEGORIES
    a, b = earlier.value.point or 0.0, later.value.point or 0.0
    days = _days_between(earlier, later)
    if days is None or days == 0:
        smaller, larger = (first, second) if (first.value.point or 0) < (second.value.point or 0) else (second, first)
        if growing and (smaller.superseded or (larger.updated and not smaller.updated)):
            return Reason("update_told", 1.0, larger.surface)
        return None
    if growing and b > a:
        return Reason("later_and_higher", float(days))
    if growing and (
        days > config.update_days or (first.published != second.published and not _share_a_day(first, second))
    ):
        return Reason("later_and_lower", float(days))
    if not growing and b > a and earlier.value.tolerance == "at_least" and earlier.base == "count":
        return Reason("later_and_higher", float(days))  # not all was counted yet: more than 25 houses, then 39
    if daily or (not growing and days > config.update_days and first.base != "duration"):
        return Reason("later", float(days))
    return None


def _share_a_day(first: Claim, second: Claim) -> bool:
    """Whether the two numbers may hold as of one day, whenever they were printed."""
    if not (first.first_day and first.last_day and second.first_day and second.last_day):
        return True
    return first.first_day <= second.last_day and second.first_day <= first.last_day


def _in_order(first: Claim, second: Claim) -> tuple[Claim, Claim]:
    one, other = ((claim.last_day or claim.published or "", claim.published or "") for claim in (first, second))
    return (first, second) if one <= other else (second, first)


def _days_between(earlier: Claim, later: Claim) -> int | None:
    """Days from one claim's time to the other's, 0 where the two ranges share a day; None where unknown."""
    if not (earlier.first_day and earlier.last_day and later.first_day and later.last_day):
        return None
    if earlier.published and later.published and earlier.published != later.published and earlier.measured.role:
        # A toll is told as of its report: yesterday's event is named in today's and in tomorrow's paper.
        one, other = sorted((earlier.published, later.published))
        return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days
    if earlier.first_day <= later.last_day and later.first_day <= earlier.last_day:
        return 0
    gap = datetime.date.fromisoformat(later.first_day[:10]) - datetime.date.fromisoformat(earlier.last_day[:10])
    return abs(gap.days)

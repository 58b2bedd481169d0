"""Stocks across the corpus: troops, refugees, prisoners of one place, whichever story and year tells of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from rawi.comparing.agreement.claims import Claim
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.scoring import Pair, Weights, measure_likeness
from rawi.comparing.agreement.values import compare_values
from rawi.model.corpus import Reason
from rawi.model.labels import Agreement

# Kinds of people that are told as a standing number of a place, not as what happened on a day.
_STOCKS = frozenset(["troop", "refugee", "prisoner", "officer"])
_FEW_AT_MOST = 99.0


def find_stock_pairs(
    claims: Mapping[str, Sequence[Claim]], weights: Weights, config: AgreementConfig
) -> Iterable[Pair]:
    """Pairs of standing numbers of one group in one place: agreeing, changed over time, or clashing in one week."""
    stocks: dict[str, list[Claim]] = {}
    for name in sorted(claims):
        for claim in claims[name]:
            if claim.measured.head in _STOCKS and claim.measured.role is None and claim.base == "count":
                stocks.setdefault(claim.measured.head, []).append(claim)
    for head in sorted(stocks):
        found = stocks[head]
        for index, first in enumerate(found):
            for second in found[index + 1 :]:
                pair = _relate(first, second, weights, config)
                if pair is not None:
                    yield pair


def _relate(first: Claim, second: Claim, weights: Weights, config: AgreementConfig) -> Pair | None:
    if not _one_scope(first, second):
        return None
    likeness = measure_likeness(first, second, weights)
    reasons = (Reason("same_stock", round(likeness, 3), " ".join(sorted(first.home & second.home))),)
    days = _days(first, second)
    few = _few_against_many(first, second)
    if few and days is not None and days <= config.window:
        return Pair(first, second, "conflicts", likeness, (*reasons, few))
    if first.article == second.article or "vague" in (first.value.tolerance, second.value.tolerance):
        return None
    fit = compare_values(first.value, second.value, config)
    if days is not None and days > config.window:
        if fit == "apart":
            return Pair(first, second, "changes_over_time", likeness, (*reasons, Reason("later", float(days))))
        return None
    relation: Agreement = "agrees" if fit == "equal" else "differs_in_detail" if fit != "apart" else "unclear"
    feature = f"value_{fit}"
    return Pair(first, second, relation, likeness, (*reasons, Reason(feature, 1.0)))


def _one_scope(first: Claim, second: Claim) -> bool:
    one, other = set(first.measured.group), set(second.measured.group)
    return (one <= other or other <= one) and not first.home.isdisjoint(second.home)


def _few_against_many(first: Claim, second: Claim) -> Reason | None:
    """عدد قليل من الجنود against thousands: words and number can't both be fair."""
    for few, many in ((first, second), (second, first)):
        point = many.value.point
        told_few = few.value.tolerance == "vague" and few.value.high == _FEW_AT_MOST
        if told_few and many.value.tolerance != "vague" and point is not None and point >= 10 * _FEW_AT_MOST:
            return Reason("few_against_many", 1.0, few.surface)
    return None


def _days(first: Claim, second: Claim) -> int | None:
    if not first.published or not second.published:
        return None
    one, other = (datetime.date.fromisoformat(claim.published[:10]) for claim in (first, second) if claim.published)
    return abs((one - other).days)

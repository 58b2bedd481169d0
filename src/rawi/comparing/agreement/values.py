"""Whether two values can both be true of one fact."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from rawi.comparing.agreement.config import AgreementConfig
from rawi.model.labels import Tolerance

Fit = Literal["equal", "hedged", "rounded", "apart"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value or range in base units. ``scaled`` tells that it is written with a scale word or ends in noughts."""

    low: float | None
    high: float | None
    tolerance: Tolerance
    scaled: bool = False

    @property
    def point(self) -> float | None:
        """The one number named, or the middle of a range; None where no number is named."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high


def compare_values(first: Value, second: Value, config: AgreementConfig) -> Fit:
    """How two values of one fact stand to each other.

    >>> config = AgreementConfig()
    >>> compare_values(Value(5000, None, "at_least"), Value(5000, 5000, "exact"), config)
    'hedged'
    >>> compare_values(Value(33288, 33288, "exact"), Value(33000, 33000, "exact"), config)
    'rounded'
    >>> compare_values(Value(7, 7, "exact"), Value(4, None, "at_least"), config)
    'apart'
    """
    a, b = first.point, second.point
    if a is None or b is None:
        return "apart"
    if (first.low, first.high) == (second.low, second.high):
        return "equal" if first.tolerance == second.tolerance else "hedged"
    if a == b:
        return "hedged"
    if a and b and max(a, b) == 1000 * min(a, b):
        return "equal"  # 1.305 and 1305: a point that parts thousands, read as a decimal
    one, other = _reach(first, config), _reach(second, config)
    if one[0] <= other[1] and other[0] <= one[1]:
        return "hedged"
    larger = max(abs(a), abs(b))
    difference = abs(a - b) / larger if larger else 0.0
    if difference <= _SAME_MEASURE or (larger >= _SMALLEST_ROUNDED and difference <= config.rounding):
        return "rounded"
    if larger >= _SMALLEST_ROUNDED and (first.scaled or second.scaled) and difference <= config.scale_rounding:
        rounder = min(a, b, key=_digits)
        finer = max(a, b, key=_digits)
        if _digits(rounder) <= 2 and _round_to(finer, _digits(rounder)) == rounder:
            return "rounded"
        if difference <= config.cut_off and 0 < finer - rounder < 10 ** (len(str(int(rounder))) - _digits(rounder)):
            return "rounded"  # 17.8 tons called 17
    return "apart"


# Below a hundred people are counted one by one: 33 is no rounded 34.
_SMALLEST_ROUNDED = 100
# 390 g and 390.5 g are one measure, whatever the unit.
_SAME_MEASURE = 0.005


def _reach(value: Value, config: AgreementConfig) -> tuple[float, float]:
    """The values that the words still cover."""
    point = value.point or 0.0
    if value.tolerance == "at_least":
        return point, point * config.at_least_reach
    if value.tolerance == "at_most":
        return point / config.at_least_reach, point
    if value.tolerance == "about":
        # نحو 200 is said of 227: half a step of the last digit written counts in, up to a limit.
        step = 0.5 * 10 ** math.floor(math.log10(abs(point))) if point and _digits(point) == 1 else 0.0
        width = min(max(config.about_reach * point, step), config.widest_about * point)
        return point - width, point + width
    if value.low is not None and value.high is not None:
        return value.low, value.high
    return point, point


def _digits(number: float) -> int:
    """How many significant digits a number is written with.

    >>> _digits(1_000_000), _digits(911), _digits(0.5)
    (1, 3, 1)
    """
    written = f"{abs(number):.12g}".replace(".", "").strip("0") if number else "0"
    return len(written.split("e")[0].strip("0")) or 1


def _round_to(number: float, digits: int) -> float:
    return float(f"{number:.{digits}g}")

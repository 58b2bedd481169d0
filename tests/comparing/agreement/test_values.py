"""Whether two values can both be true."""

from __future__ import annotations

import pytest

from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.values import Value, compare_values
from rawi.model.labels import Tolerance


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ((7.0, 7.0, "exact"), (7.0, 7.0, "exact"), "equal"),
        ((5000.0, None, "at_least"), (5000.0, 5000.0, "exact"), "hedged"),
        ((None, 8e9, "at_most"), (8e9, 8e9, "exact"), "hedged"),
        ((600.0, None, "at_least"), (700.0, 700.0, "exact"), "apart"),
        ((200.0, 200.0, "about"), (227.0, 227.0, "exact"), "hedged"),
        ((911.0, 911.0, "exact"), (900.0, 900.0, "exact"), "rounded"),
        ((33.0, 33.0, "exact"), (34.0, 34.0, "exact"), "apart"),
        ((20.0, 30.0, "between"), (25.0, 25.0, "exact"), "hedged"),
        ((1.305, 1.305, "exact"), (1305.0, 1305.0, "exact"), "equal"),
    ],
)
def test_fits(
    one: tuple[float | None, float | None, Tolerance], other: tuple[float | None, float | None, Tolerance], fit: str
) -> None:
    config = AgreementConfig()
    assert compare_values(Value(*one), Value(*other), config) == fit
    assert compare_values(Value(*other), Value(*one), config) == fit

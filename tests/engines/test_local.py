from __future__ import annotations

import pytest

from rawi.engines.local import LocalEngine


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_input(workers: int) -> None:
    numbers = [str(number) for number in range(40)]
    assert list(LocalEngine(workers).map(int, numbers)) == list(range(40))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_the_function_is_raised(workers: int) -> None:
    with pytest.raises(ValueError, match="قال"):
        list(LocalEngine(workers).map(int, ["1", "قال"]))

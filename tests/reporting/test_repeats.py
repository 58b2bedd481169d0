from __future__ import annotations

from rawi.reporting.briefing import Footnote, Line
from rawi.reporting.repeats import without_repeats


def _line(text: str, *words: str) -> Line:
    return Line(text, tuple(Footnote("a_1", 0, 1, said, None, "2021-03-01", None) for said in words))


def test_a_line_that_cites_words_told_before_is_left_out() -> None:
    lines = [_line("1", "عبّر عن عزائه", "أعرب"), _line("2", "عبر عن  عزائه", "شكر"), _line("3", "أصيب عشرة")]
    assert [line.text for line in without_repeats(lines)] == ["1", "3"]


def test_two_conflicts_may_begin_with_one_sentence() -> None:
    dead = _line("1", "قتل خمسة وأصيب عشرة", "قتل ستة")
    hurt = _line("2", "قتل خمسة وأصيب عشرة", "أصيب تسعة")
    assert list(without_repeats([dead, hurt, dead], whole=True)) == [dead, hurt]

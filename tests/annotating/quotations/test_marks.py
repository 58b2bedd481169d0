"""Pairing of quotation marks of every style."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotating.quotations.marks import find_marked
from rawi.model.span import Span


def inner(line: str) -> list[str]:
    return [marked.inner.of(line) for marked in find_marked(line, Span(0, len(line)))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("قال «لن نقبل» ومضى", ["لن نقبل"]),
        ("قال “لن نقبل” ومضى", ["لن نقبل"]),
        ("قال ”لن نقبل“ ومضى", ["لن نقبل"]),
        ('قال "لن نقبل" ومضى', ["لن نقبل"]),
        ("قال »لن نقبل« ومضى", ["لن نقبل"]),
        ("وصفها بـ«المترددة» و«الضعيفة»", ["المترددة", "الضعيفة"]),
        ("قال «إن «داعش» انتهى» أمس", ["إن «داعش» انتهى"]),
        ('قال "إن "داعش" انتهى" أمس', ['إن "داعش" انتهى']),
        ('قال "لن نقبل بهذا. ومضى.', ["لن نقبل بهذا"]),
        ("لن نقبل» قال", []),
        ("«", []),
        ('""', []),
    ],
)
def test_styles(line: str, expected: list[str]) -> None:
    assert inner(line) == expected


@given(st.text(alphabet='ابتقال «»“”"،.: \n', max_size=60))
def test_unbalanced_marks_never_raise_and_passages_never_overlap(line: str) -> None:
    if not line:
        return
    found = find_marked(line, Span(0, len(line)))
    for marked in found:
        assert marked.outer.contains(marked.inner)
        assert marked.outer.end <= len(line)
    for before, after in itertools.pairwise(found):
        assert before.outer.end <= after.outer.start

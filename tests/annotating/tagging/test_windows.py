"""Windows hold every word once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rawi.annotating.tagging.pieces import BEGIN, END
from rawi.annotating.tagging.windows import WindowConfig, pack_windows
from rawi.annotating.tagging.words import Word
from rawi.model.span import Span


def make_words(paragraphs: list[int], forms: str = "") -> list[Word]:
    return [
        Word(forms[number] if number < len(forms) else "ا", Span(number * 2, number * 2 + 1), paragraph, True)
        for number, paragraph in enumerate(paragraphs)
    ]


@given(
    st.lists(st.tuples(st.booleans(), st.integers(1, 15)), max_size=120),
    st.integers(1, 40),
)
def test_every_word_is_in_one_window(rows: list[tuple[bool, int]], limit: int) -> None:
    paragraph = 1
    paragraphs = []
    for opens, _ in rows:
        paragraph += opens
        paragraphs.append(paragraph)
    cuts = [tuple(range(100 * number + 4, 100 * number + 4 + size)) for number, (_, size) in enumerate(rows)]
    windows = pack_windows(make_words(paragraphs), cuts, WindowConfig(pieces=limit))
    assert [number for window in windows for number in range(window.start, window.stop)] == list(range(len(rows)))
    for window in windows:
        assert len(window.pieces) <= limit + 2
        assert window.pieces[0] == BEGIN
        assert window.pieces[-1] == END
        for number, place in zip(range(window.start, window.stop), window.first, strict=True):
            assert window.pieces[place] == cuts[number][0]


def test_paragraphs_stay_whole() -> None:
    words = make_words([1] * 6 + [2] * 6)
    windows = pack_windows(words, [(5,)] * 12, WindowConfig(pieces=10))
    assert [(window.start, window.stop) for window in windows] == [(0, 6), (6, 12)]


def test_two_short_paragraphs_share_a_window_with_an_end_between() -> None:
    (window,) = pack_windows(make_words([1, 1, 2]), [(5,), (6,), (7,)], WindowConfig(pieces=10))
    assert window.pieces == (BEGIN, 5, 6, END, 7, END)


def test_a_long_paragraph_is_cut_behind_a_full_stop() -> None:
    words = make_words([1] * 12, "ابتث.جح،خدذر")
    windows = pack_windows(words, [(5,)] * 12, WindowConfig(pieces=10))
    assert [(window.start, window.stop) for window in windows] == [(0, 5), (5, 12)]


def test_no_words_no_windows() -> None:
    assert pack_windows([], []) == ()

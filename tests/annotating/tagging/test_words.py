"""Words keep their place, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rawi.annotating.tagging.words import count_letters, find_words, skip_letters, split_blocks
from rawi.arabic.letters import MARKS
from rawi.model.span import Span

ARABIC = st.text(alphabet=st.sampled_from(list('ابتوفقال يىةء ًَّـ\u200f\n«»"،.:5٣aA-_')), max_size=80)
ANYTHING = st.text(max_size=60) | ARABIC | st.text(alphabet=st.characters(), max_size=30)


@given(ANYTHING)
def test_words_are_in_order_and_hold_every_letter(text: str) -> None:
    words = find_words(text)
    place = 0
    for word in words:
        assert word.span.start >= place
        assert text[place : word.span.start].translate(dict.fromkeys(map(ord, MARKS))).strip() == ""
        place = word.span.end
    assert text[place:].translate(dict.fromkeys(map(ord, MARKS))).strip() == ""


@given(ANYTHING)
def test_a_words_form_has_the_letters_of_its_span(text: str) -> None:
    for word in find_words(text):
        assert len(word.form) == count_letters(text, word.span.start, word.span.end)


@given(ANYTHING, st.integers(0, 60), st.integers(1, 30))
def test_skipped_zones_lose_their_words_and_no_others(text: str, start: int, length: int) -> None:
    zone = Span(start, start + length)
    kept = [word.span for word in find_words(text, [zone])]
    assert kept == [word.span for word in find_words(text) if not word.span.overlaps(zone)]


def test_a_skipped_zone_parts_paragraphs() -> None:
    text = "قال الوزير نعم اقرأ أيضا وأضاف"
    zone = Span(text.index("اقرأ"), text.index("وأضاف"))
    words = find_words(text, [zone])
    assert [word.form for word in words] == ["قال", "الوزير", "نعم", "وأضاف"]
    assert len({word.paragraph for word in words}) == 2


def test_zones_in_any_order_and_overlapping() -> None:
    text = "واحد اثنان ثلاثة أربعة"
    assert [word.form for word in find_words(text, [Span(6, 15), Span(0, 8)])] == ["ثلاثة", "أربعة"][-1:]


def test_persian_letters_are_read_as_arabic() -> None:
    assert [word.form for word in find_words("اسماعیل کاشانی")] == ["اسماعيل", "كاشاني"]


def test_an_opening_mark_is_told_from_a_closing_one() -> None:
    words = find_words('قال: "نعم".')
    assert [word.spaced for word in words if word.form == '"'] == [True, False]


def test_skipping_letters_passes_their_marks() -> None:
    text = "وَبِالقاهرة"
    assert skip_letters(text, Span(0, len(text)), 2) == 4
    assert skip_letters(text, Span(0, len(text)), 0) == 0


@given(ANYTHING, st.integers(1, 20))
def test_blocks_cover_the_text(text: str, limit: int) -> None:
    blocks = split_blocks(text, limit)
    assert "".join(block.of(text) for block in blocks) == text
    assert all(len(block) <= limit for block in blocks)

"""Segments: an article turns to another happening where it says so, and nowhere else."""

from __future__ import annotations

import pytest

from rawi.comparing.stories.segments import find_segments
from rawi.comparing.words import read_words
from rawi.model.annotation import AnnotatedArticle, Zone
from rawi.model.article import Article

HEAD = "افتتح محافظ المدينة أمس الجسر الجديد الذي يصل ضفتي النهر بحضور عدد من المسؤولين وجمع كبير من أهالي المنطقة."
NEXT = "وصلت إلى الميناء سفينة محملة بثلاثة آلاف طن من القمح أرسلتها المنظمة إلى المتضررين من الجفاف في شمال البلاد."


def segments(text: str, *zones: Zone) -> list[tuple[str, str]]:
    """What each segment begins with: its mark and its first two words."""
    words = read_words([AnnotatedArticle(Article.create(text), zones=zones)])
    return [
        (segment.mark, text[words.starts[segment.start] : words.ends[segment.start + 1]])
        for segment in find_segments(words)
    ]


@pytest.mark.parametrize(
    "turn",
    [
        "من جهة أخرى،",
        "وعلى صعيد آخر",
        "وفي حادث منفصل",
        "من ناحية ثانية",
        "إلى ذلك،",
        "وفي غضون ذلك",
        "في هذه الأثناء",
        "في المقابل",
    ],
)
def test_a_sentence_that_turns_begins_a_segment(turn: str) -> None:
    first, second, *_ = turn.rstrip("،").split()
    assert segments(f"{HEAD} {turn} {NEXT}") == [("turn", f"{first} {second}")]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD} {NEXT}",
        f"{HEAD}\n{NEXT}",
        # The same words inside a sentence turn nothing.
        f"{HEAD} وذكر أن القوة انسحبت من جهة أخرى {NEXT}",
        # A turn at the head of the text turns from nothing.
        f"من جهة أخرى، {NEXT}",
        # Too little behind it to tell anything.
        f"{HEAD} من جهة أخرى، غادر الوفد.",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert segments(text) == []


def test_bullets_headings_and_datelines_begin_segments() -> None:
    assert segments(f"{HEAD}\n* {NEXT}") == [("bullet", "وصلت إلى")]
    heading = f"{HEAD}\nسفينة قمح\n{NEXT}"
    place = heading.index("سفينة قمح")
    assert segments(heading, Zone(place, place + 9, "heading")) == [("heading", "سفينة قمح")]
    dateline = f"{HEAD}\nعدن - رويترز: {NEXT}"
    place = dateline.index("رويترز")
    assert segments(dateline, Zone(place, place + 6, "agency")) == [("dateline", "عدن رويترز".replace(" ", " - "))]
    # An agency that is cited in running prose is no dateline.
    cited = f"{HEAD}\nونقلت رويترز عن مسؤول أن {NEXT}"
    place = cited.index("رويترز")
    assert segments(cited, Zone(place, place + 6, "agency")) == []


def test_a_heading_and_the_turn_behind_it_are_one_mark() -> None:
    text = f"{HEAD}\nسفينة قمح\nمن جهة أخرى، {NEXT}"
    place = text.index("سفينة قمح")
    assert segments(text, Zone(place, place + 9, "heading")) == [("heading", "سفينة قمح")]


def test_no_words_no_segments() -> None:
    assert find_segments(read_words([])) == ()

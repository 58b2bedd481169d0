"""The timeline: mentions of one happening meet across outlets, others stay apart; all with our own sentences."""

from __future__ import annotations

from dataclasses import replace

from rawi.annotating.events import annotate_events
from rawi.arabic.tokens import view_text
from rawi.comparing.timeline import build_timeline
from rawi.model.annotation import AnnotatedArticle, Mention, PublishedDate, TimeExpression
from rawi.model.article import Article
from rawi.model.corpus import Citation, Reuse, Story
from rawi.model.labels import MentionType


def article(
    text: str, day: str, outlet: str, names: dict[str, MentionType], times: dict[str, str] | None = None
) -> AnnotatedArticle:
    mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), kind, entity="e_" + name, name=name)
        for name, kind in names.items()
    )
    found = tuple(
        TimeExpression(text.index(words), text.index(words) + len(words), "DATE", value, value, value)
        for words, value in (times or {}).items()
    )
    return annotate_events(
        AnnotatedArticle(
            Article.create(text, outlet=outlet),
            PublishedDate(day, day, "given"),
            mentions=mentions,
            times=found,
            view=view_text(text),
        )
    )


NAMES: dict[str, MentionType] = {"سالم النورسي": "PER", "ليلى السدراوي": "PER"}
FIRST = article("استقبل سالم النورسي أمس ليلى السدراوي في مكتبه.", "2031-03-05", "الضفاف", NAMES, {"أمس": "2031-03-04"})
SECOND = article(
    "التقى سالم النورسي يوم الثلاثاء ليلى السدراوي.", "2031-03-05", "المشكاة", NAMES, {"يوم الثلاثاء": "2031-03-04"}
)
LATER = article(
    "استقبل سالم النورسي اليوم ليلى السدراوي في مكتبه.", "2031-04-20", "الضفاف", NAMES, {"اليوم": "2031-04-20"}
)
STRIKE = article(
    "هاجم مسلحون مقر المنارة صباح الأحد.", "2031-03-02", "الضفاف", {"المنارة": "ORG"}, {"الأحد": "2031-03-02"}
)


def test_one_happening_of_two_outlets() -> None:
    line = build_timeline([SECOND, FIRST], [], [])
    assert len(line) == 1
    assert (line[0].earliest, line[0].outlets, len(line[0].mentions)) == ("2031-03-04", 2, 2)
    assert {reason.feature for reason in line[0].reasons} >= {"participants", "time"}


def test_another_day_is_another_happening() -> None:
    assert [entry.earliest for entry in build_timeline([LATER, FIRST, SECOND], [], [])] == ["2031-03-04", "2031-04-20"]


def test_ordered_by_date_and_labelled_by_its_words() -> None:
    line = build_timeline([FIRST, STRIKE], [], [])
    assert [entry.type for entry in line] == ["ASSAULT", "CONSULT"]
    assert line[0].label.startswith("هاجم مسلحون")


def test_order_of_articles_is_no_matter() -> None:
    assert build_timeline([FIRST, SECOND, LATER, STRIKE], [], []) == build_timeline(
        [STRIKE, LATER, SECOND, FIRST], [], []
    )


def test_copies_are_one_origin_and_the_story_is_kept() -> None:
    a, b = sorted((FIRST.id, SECOND.id))
    story = Story("s_1", "لقاء", (a, b))
    line = build_timeline([FIRST, SECOND], [story], [Reuse(a, b, "near_duplicate", 0.9, 0.9, ())])
    assert (line[0].outlets, line[0].origins, line[0].story) == (2, 1, "s_1")


def test_a_passage_tells_its_own_story() -> None:
    text = FIRST.text
    event = FIRST.events[0]
    whole = Story("s_1", "لقاء", (FIRST.id,))
    inside = Story("s_2", "هجوم", (FIRST.id,), passages=(Citation(FIRST.id, event.start, len(text)),))
    before = Story("s_3", "سفر", (FIRST.id,), passages=(Citation(FIRST.id, 0, event.start),))
    assert [entry.story for entry in build_timeline([FIRST], [whole, inside], [])] == ["s_2"]
    assert [entry.story for entry in build_timeline([FIRST], [whole, before], [])] == ["s_1"]
    assert [entry.story for entry in build_timeline([FIRST], [before], [])] == [None]


def test_details_keep_each_wording() -> None:
    values = {detail.value for detail in build_timeline([FIRST, SECOND], [], [])[0].details}
    assert {"actor: سالم النورسي", "recipient: ليلى السدراوي"} <= values


def test_what_is_unsure_is_not_shown() -> None:
    unsure = replace(FIRST, events=tuple(replace(event, score=0.1) for event in FIRST.events))
    assert build_timeline([unsure], [], []) == ()

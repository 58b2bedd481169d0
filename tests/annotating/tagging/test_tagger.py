"""The whole tagger on our own sentences and on texts nobody would write."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.annotating.tagging.tagger import Tagger, load_tagger
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags

ARTICLE = (
    "أعلن وزير الخارجية المصري سامي العبدلي أمس أن بلاده ستستضيف القمة العربية في القاهرة الشهر المقبل.\n"
    "وأضاف العبدلي أن «الدعوات أرسلت إلى جميع القادة»، مشيرا إلى أن الجامعة العربية وافقت على الموعد.\n"
    "من جهته، قال المتحدث باسم وزارة الدفاع اللبنانية: «لم نتلق شيئا»."
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def groups(tags: Tags) -> tuple[tuple[TaggedSpan, ...], ...]:
    return (tags.names, tags.titles, tags.cues, tags.sources, tags.contents, tags.inner_contents)


def test_an_article_is_read_as_a_reader_would(tagger: Tagger) -> None:
    tags = tagger.tag([ARTICLE])[0]
    names = {(name.label, name.span.of(ARTICLE)) for name in tags.names}
    assert {("PER", "سامي العبدلي"), ("PER", "العبدلي"), ("LOC", "القاهرة"), ("ORG", "الجامعة العربية")} <= names
    assert {"أعلن", "أضاف", "مشيرا", "قال"} == {cue.span.of(ARTICLE) for cue in tags.cues}
    assert "الدعوات أرسلت إلى جميع القادة" in {content.span.of(ARTICLE) for content in tags.contents}
    assert "وزير الخارجية المصري سامي العبدلي" in {source.span.of(ARTICLE) for source in tags.sources}


def test_vowel_marks_and_tatweel_change_nothing_but_places(tagger: Tagger) -> None:
    dotted = ARTICLE.replace("العبدلي", "العَبدَلِيّ").replace("القاهرة", "القـــاهرة")
    plain, marked = tagger.tag([ARTICLE, dotted])
    assert [name.label for name in plain.names] == [name.label for name in marked.names]
    assert "القـــاهرة" in {name.span.of(dotted) for name in marked.names}
    assert "العَبدَلِيّ" in {name.span.of(dotted) for name in marked.names}


def test_other_texts_and_repetition_change_nothing(tagger: Tagger) -> None:
    alone = tagger.tag([ARTICLE])[0]
    among = tagger.tag(["في الرياض", "", ARTICLE * 3, ARTICLE])
    assert among[3] == alone
    assert load_tagger().tag([ARTICLE])[0] == alone


def test_furniture_is_not_tagged(tagger: Tagger) -> None:
    text = "القاهرة - بيروت - دمشق\n" + ARTICLE
    zone = Span(0, text.index("\n"))
    tags = tagger.tag([text, text], [[zone]])
    assert not any(tag.span.overlaps(zone) for group in groups(tags[0]) for tag in group)
    assert any(tag.span.overlaps(zone) for group in groups(tags[1]) for tag in group)


def test_more_zones_than_texts_is_a_mistake(tagger: Tagger) -> None:
    with pytest.raises(ValueError, match="only 1"):
        tagger.tag(["نعم"], [[], []])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "ً",
        "\u200f",
        "\ud800",
        "قال \ud83d نعم",
        "😀" * 50,
        "A+ A-",
        "٣٫٥٪",
        "x" * 5000,
        "ـ" * 3000,
        "ﷺ",
        "«»“”\"'",
        "المملكة" * 400,
        "а б в Ω 漢字 कार्य",
        "\x00\x01\x02",
    ],
)
def test_odd_texts_are_read(tagger: Tagger, text: str) -> None:
    tags = tagger.tag([text])[0]
    assert all(0 <= tag.span.start < tag.span.end <= len(text) for group in groups(tags) for tag in group)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_is_read(tagger: Tagger, text: str) -> None:
    assert len(tagger.tag([text])) == 1


def test_a_long_article_is_read_to_its_end(tagger: Tagger) -> None:
    text = "\n".join([ARTICLE] * 40)
    names = tagger.tag([text])[0].names
    assert names[-1].span.start > len(text) - len(ARTICLE)


@pytest.mark.slow
def test_many_blocks_in_one_line(tagger: Tagger) -> None:
    text = ARTICLE.replace("\n", " ") * 400
    tags = tagger.tag([text])[0]
    assert sum(name.span.of(text) == "القاهرة" for name in tags.names) >= 380

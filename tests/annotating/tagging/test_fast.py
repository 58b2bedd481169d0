"""The fast tagger."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.annotating.tagging.fast import FastTagger, load_fast_tagger, sequence_features
from rawi.annotating.tagging.words import find_words
from rawi.model.errors import ModelError
from rawi.model.span import Span

pytest.importorskip("pycrfsuite", reason="python-crfsuite, an optional part, isn't installed")

ARTICLE = (
    "قال وزير الخارجية المصري سامي العبدلي إن القمة ستعقد في القاهرة.\n"
    "وأضاف الوزير أن «السعودية وافقت على الموعد»، وفقا لوكالة رويترز."
)


@pytest.fixture(scope="module")
def tagger() -> FastTagger:
    return load_fast_tagger()


def test_an_easy_article_is_read(tagger: FastTagger) -> None:
    tags = tagger.tag([ARTICLE])[0]
    names = {(name.label, name.span.of(ARTICLE)) for name in tags.names}
    assert {("LOC", "القاهرة"), ("LOC", "السعودية")} <= names
    assert {"قال", "أضاف"} <= {cue.span.of(ARTICLE) for cue in tags.cues}


def test_places_are_those_of_the_text_as_given(tagger: FastTagger) -> None:
    dotted = ARTICLE.replace("القاهرة", "القـــاهرَة")
    assert "القـــاهرَة" in {name.span.of(dotted) for name in tagger.tag([dotted])[0].names}


def test_repetition_and_company_change_nothing(tagger: FastTagger) -> None:
    assert tagger.tag(["في الرياض", ARTICLE])[1] == tagger.tag([ARTICLE])[0] == load_fast_tagger().tag([ARTICLE])[0]


def test_furniture_is_not_tagged(tagger: FastTagger) -> None:
    tags = tagger.tag([ARTICLE], [[Span(0, ARTICLE.index("\n"))]])[0]
    assert all(tag.span.start > ARTICLE.index("\n") for tag in (*tags.names, *tags.cues, *tags.contents))


@pytest.mark.parametrize("text", ["", " ", "\ud800", "ًّ", "😀 漢字", "x" * 3000, "\n\n", "«»"])
def test_odd_texts_are_read(tagger: FastTagger, text: str) -> None:
    assert len(tagger.tag([text])) == 1


def test_features_see_two_words_either_way() -> None:
    rows = sequence_features(find_words("قال وزير الخارجية سامي العبدلي"))
    assert len(rows) == 5
    assert "-2قال".encode() in rows[2]
    assert "+2العبدلي".encode() in rows[2]
    assert b"-1^" in rows[0]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"names\.crfsuite"):
        load_fast_tagger(tmp_path)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.crfsuite").write_bytes(b"nothing at all")
    with pytest.raises(ModelError, match=r"names\.crfsuite"):
        load_fast_tagger(tmp_path)

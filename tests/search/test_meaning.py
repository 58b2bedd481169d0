from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from rawi.arabic.tokens import tokenize
from rawi.model.errors import ModelError
from rawi.model.span import Span
from rawi.search import encoder as encoders
from rawi.search.encoder import Encoder, has_encoder, load_encoder
from rawi.search.finding import Meanings, find_passages
from rawi.search.fusion import FusionConfig, fuse
from rawi.search.meaning import (
    MeaningIndex,
    OpeningConfig,
    add_openings,
    empty_index,
    find_opening,
    index_path,
    read_index,
    write_index,
)
from rawi.search.query import Query

TEXTS = {
    "a_sea": "غرق عشرات المهاجرين قبالة سواحل ليبيا بعد انقلاب قاربهم.",
    "a_oil": "تراجعت أسعار النفط إلى أدنى مستوى لها منذ ستة أشهر.",
    "a_cup": "فاز الهلال بكأس السوبر على ملعب في لندن.",
}
# Words that mean the same to the encoder of these tests.
_SENSES = (("مهاجر", "لاجئ"), ("نفط", "خام", "بترول"), ("كأس", "بطولة", "هلال"), ("غرق", "سواحل", "قارب"))


@dataclass(frozen=True)
class _Senses:
    """Stands for the real encoder: one dimension a sense, and a little of everything."""

    def encode(self, texts: list[str]) -> npt.NDArray[np.float32]:
        rows = np.full((len(texts), len(_SENSES) + 1), 0.05, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for token in tokenize(text):
                for place, sense in enumerate(_SENSES):
                    row[place] += any(word in token.fold for word in sense)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


ENCODER = Encoder("senses 1", _Senses())


@pytest.fixture
def index() -> MeaningIndex:
    openings = [find_opening(name, None, text, [Span(0, len(text))]) for name, text in TEXTS.items()]
    return add_openings(empty_index(ENCODER.name), [opening for opening in openings if opening], ENCODER)


def nearest(index: MeaningIndex, asked: str, allowed: frozenset[str] | None = None) -> list[str]:
    return [article for article, _, _ in index.nearest(ENCODER.encode([asked])[0], 2, allowed)]


def test_other_words_of_the_same_meaning_are_near(index: MeaningIndex) -> None:
    assert nearest(index, "اللاجئين")[0] == "a_sea"
    assert nearest(index, "البترول")[0] == "a_oil"
    assert nearest(index, "البترول", frozenset({"a_cup", "a_sea"})) == ["a_cup", "a_sea"]
    assert nearest(empty_index("senses 1"), "البترول") == []


def test_an_opening_is_the_lede_behind_the_title() -> None:
    text = "بغداد – المراسل\n\n" + TEXTS["a_oil"] * 9
    byline, lede = Span(0, 15), Span(17, len(text))
    opening = find_opening("a_1", "النفط يتراجع", text, [byline, lede], OpeningConfig(most=60))
    assert opening
    assert opening.span == lede
    assert opening.words.startswith("النفط يتراجع. تراجعت أسعار")
    assert len(opening.words) <= 60
    assert find_opening("a_1", None, "قصير", [Span(0, 4)]) is not None
    assert find_opening("a_1", None, "", []) is None


def test_the_file_gives_back_what_was_put_in(index: MeaningIndex, tmp_path: Path) -> None:
    path = index_path(tmp_path / "أخبار.rawi")
    assert path.name == "أخبار.rawi.meaning"
    assert read_index(path) is None
    write_index(path, index)
    again = read_index(path)
    assert again
    assert (again.encoder, again.articles) == (index.encoder, index.articles)
    assert nearest(again, "الخام") == nearest(index, "الخام")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ModelError, match="rawi index"):
        read_index(path)


def test_more_articles_come_behind_those_that_are_there(index: MeaningIndex) -> None:
    text = "ارتفع سعر الخام في لندن."
    opening = find_opening("a_new", None, text, [Span(0, len(text))])
    assert opening
    more = add_openings(index, [opening], ENCODER)
    assert more.articles == (*TEXTS, "a_new")
    assert set(nearest(more, "النفط")) == {"a_oil", "a_new"}


def _match(expression: str, most: int) -> list[tuple[str, Span, float]]:
    return [(name, Span(0, 4), -1.0) for name in ("a_cup", "a_oil") if name in expression][:most]


def test_both_ways_together(index: MeaningIndex) -> None:
    meanings = Meanings(index, ENCODER)
    asked = "خام"
    query = Query("a_cup", ("a_cup",))
    assert [hit.article for hit in find_passages(asked, query, _match).hits] == ["a_cup"]
    by_meaning = find_passages(asked, query, _match, by="meaning", meanings=meanings)
    assert by_meaning.hits[0].article == "a_oil"
    assert by_meaning.strict == 0
    both = find_passages(asked, query, _match, by="both", meanings=meanings)
    assert {hit.article for hit in both.hits} == {"a_cup", "a_oil"}
    exact = find_passages('"خام"', query, _match, by="both", meanings=meanings)
    assert [hit.article for hit in exact.hits] == ["a_cup"]


def test_a_passage_high_in_both_lists_stands_before_one_high_in_one() -> None:
    lede, later = Span(0, 10), Span(20, 30)
    words = [("a", later, -3.0), ("b", later, -2.0), ("b", Span(40, 50), -1.0)]
    hits = fuse(words, [("b", lede, 0.8), ("c", lede, 0.7)], FusionConfig())
    assert [(hit.article, hit.span, hit.by_words, hit.by_meaning) for hit in hits] == [
        ("b", later, 2, 1),
        ("a", later, 1, None),
        ("c", lede, None, 2),
        ("b", Span(40, 50), 3, None),
    ]


def test_without_the_package_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "_MODULE", "no_such_encoder")
    load_encoder.cache_clear()
    with pytest.raises(ModelError, match=r"rawi\[meaning\]"):
        load_encoder()


@pytest.mark.skipif(not has_encoder(), reason="the sentence encoder is not installed: pip install rawi[meaning]")
def test_the_real_encoder_knows_two_languages() -> None:
    load_encoder.cache_clear()
    encoder = load_encoder()
    question, same, other = encoder.encode(["migrants drown off Libya", TEXTS["a_sea"], TEXTS["a_cup"]])
    assert question @ same > question @ other + 0.2

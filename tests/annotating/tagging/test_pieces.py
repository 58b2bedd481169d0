"""The cut of words into pieces."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotating.tagging.folder import SHIPPED
from rawi.annotating.tagging.pieces import (
    UNKNOWN,
    PieceConfig,
    PieceSplitter,
    Vocabulary,
    read_vocabulary,
    write_vocabulary,
)
from rawi.model.errors import ModelError

SMALL = Vocabulary(
    ("<s>", "<pad>", "</s>", "<unk>", "▁ال", "▁", "كاظم", "ي", "▁الكاظم", "كا", "ظمي", "»", "▁«"),
    (0.0, 0.0, 0.0, 0.0, -2.0, -3.0, -6.0, -3.0, -9.0, -5.0, -5.5, -4.0, -4.0),
)


def spelled(splitter_pieces: tuple[int, ...]) -> list[str]:
    return [SMALL.pieces[number] for number in splitter_pieces]


def test_the_most_probable_cut_wins() -> None:
    # ▁ال + كاظم + ي costs 11, ▁الكاظم + ي 12, ▁ال + كا + ظمي 12.5
    assert spelled(PieceSplitter(SMALL).split_word("الكاظمي")) == ["▁ال", "كاظم", "ي"]


def test_marks_keep_their_spacing_and_letters_do_not_care() -> None:
    splitter = PieceSplitter(SMALL)
    assert spelled(splitter.split_word("»", spaced=False)) == ["»"]
    assert spelled(splitter.split_word("«", spaced=True)) == ["▁«"]
    assert splitter.split_word("الكاظمي", spaced=False) == splitter.split_word("الكاظمي", spaced=True)


def test_unknown_letters_become_one_piece() -> None:
    assert spelled(PieceSplitter(SMALL).split_word("漢字")) == ["▁", "<unk>"]


def test_presentation_forms_are_read_as_letters() -> None:
    splitter = PieceSplitter(SMALL)
    assert splitter.split_word("ﺍﻟﻜﺎﻇﻤﻲ") == splitter.split_word("الكاظمي")


def test_a_full_cache_changes_nothing() -> None:
    words = ["الكاظمي", "كاظم", "الكاظمي", "ي"]
    small = PieceSplitter(SMALL, PieceConfig(cache_words=1))
    large = PieceSplitter(SMALL)
    assert [small.split_word(word) for word in words] == [large.split_word(word) for word in words]


@given(st.text(min_size=1, max_size=300) | st.characters())
def test_any_word_has_a_cut(word: str) -> None:
    pieces = PieceSplitter(SMALL).split_word(word)
    assert pieces
    assert all(UNKNOWN <= piece < len(SMALL.pieces) for piece in pieces)


def test_a_long_run_takes_linear_time() -> None:
    assert len(PieceSplitter(SMALL).split_word("ي" * 200_000)) > 100_000


def test_a_written_vocabulary_reads_back(tmp_path: Path) -> None:
    write_vocabulary(SMALL, tmp_path / "vocabulary.tsv")
    assert read_vocabulary(tmp_path / "vocabulary.tsv") == SMALL


@pytest.mark.parametrize(
    ("content", "said"),
    [("no tab\n", "line 1"), ("<s>\t0\n<pad>\tx\n", "line 2"), ("a\t0\n", "must begin"), ("", "must begin")],
)
def test_a_damaged_vocabulary_is_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "vocabulary.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=said) as caught:
        read_vocabulary(path)
    assert str(path) in str(caught.value)


def test_a_missing_vocabulary_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nowhere\.tsv"):
        read_vocabulary(tmp_path / "nowhere.tsv")


def test_the_shipped_vocabulary_knows_news() -> None:
    vocabulary = read_vocabulary(SHIPPED / "vocabulary.tsv")
    splitter = PieceSplitter(vocabulary)
    assert len(splitter.split_word("القاهرة")) == 1
    assert len(splitter.split_word("الصحافة")) <= 2

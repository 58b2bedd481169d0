"""How ANERcorp is measured: reading, blocks, windows, what a chain knows of words, what a mix remembers."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

chains = pytest.importorskip("training.anercorp_chain", reason="the folder of the repository isn't on the path")

SENTENCES = [
    [("زار", "O"), ("سامر", "B-PERS"), ("الحداد", "I-PERS"), ("ميناء", "O"), ("صيدا", "B-LOC"), (".", "O")],
    [("وقال", "O"), ("الحداد", "B-PERS"), ("إنه", "O"), ("سيعود", "O"), (".", "O")],
    [("ورحبت", "O"), ("بلدية", "B-ORG"), ("صيدا", "I-ORG"), ("بالحداد", "B-PERS"), (".", "O")],
]


def book() -> chains.WordBook:
    return chains.WordBook(
        classes={"صيدا": [1, 2, 3], "قال": [0, 0, 0]},
        marks={"صيدا": ["BL5"], "حداد": ["IP2"]},
        names={"بلديه صيدا": ["O"]},
    )


def test_a_word_is_known_without_its_proclitics() -> None:
    rows = chains.chain_features(["عاد", "لصيدا"], book())
    assert "k=1BL5" in rows[1]
    assert "c2=3" in rows[1]
    assert "+1k=1BL5" not in rows[0]
    assert "1k=1BL5" in rows[0]
    assert "k=new" in rows[0]


def test_a_name_of_several_words_marks_all_of_them() -> None:
    rows = chains.chain_features(["ورحبت", "بلدية", "صيدا"], book())
    assert "l=nBO2" in rows[1]
    assert "l=nIO" in rows[2]


def test_our_lists_tell_kinds() -> None:
    assert "L" in chains.listed()["لبنان"]
    assert "D" in chains.listed()["لبناني"]
    assert "G" in chains.listed()["سامر"]


def test_a_chain_learns_and_gives_probabilities(tmp_path: Path) -> None:
    labels = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC")
    learned = SENTENCES[:2] * 5
    chains.learn_chain(learned, book(), tmp_path / "chain", chains.ChainConfig(rare=1))
    scores = chains.chain_scores(tmp_path / "chain", learned[:2], book(), labels)
    assert scores.shape == (11, 5)
    assert [labels[label] for label in scores.argmax(axis=1)] == [
        label for sentence in learned[:2] for _, label in sentence
    ]
    assert np.exp(scores).sum(axis=1) == pytest.approx(np.ones(11), abs=1e-3)


def test_a_dossier_makes_a_book(sample_dossier: Path, tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="scikit-learn sorts the words into classes")
    made = chains.make_book(sample_dossier, chains.ChainConfig(common=3, company=40, width=4, classes=(2, 3)))
    assert made.names
    assert any(marks for marks in made.marks.values())
    assert all(coarse < 2 and fine < 3 for coarse, fine in made.classes.values())
    chains.write_book(made, tmp_path / "words.json")
    assert chains.read_book(tmp_path / "words.json") == made


@pytest.fixture(scope="module")
def measured():  # type: ignore[no-untyped-def]
    pytest.importorskip("torch", reason="only training needs torch")
    return pytest.importorskip("training.anercorp")


def test_a_stray_inside_label_opens_a_name(measured, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "half.txt"
    path.write_text("قالت I-PERS\nرنا I-PERS\nفي O\nصور I-LOC\n\n. O\n", encoding="utf-8")
    first, second = measured.read_sentences(path)
    assert [label for _, label in first] == ["B-PERS", "I-PERS", "O", "B-LOC"]
    assert second == [(".", "O")]


def test_blocks_share_nothing_and_leave_nothing(measured) -> None:  # type: ignore[no-untyped-def]
    sentences = [[(f"كلمة{number}", "O")] for number in range(100)]
    blocks = [measured.leave_out(sentences, block, 0.15) for block in range(6)]
    assert all(read + left == sentences or sorted(read + left) == sorted(sentences) for read, left in blocks)
    seen = [sentence[0][0] for _, left in blocks for sentence in left]
    assert len(seen) == len(set(seen)) == pytest.approx(90, abs=6)


def test_names_are_chunks_that_end_with_their_sentence(measured) -> None:  # type: ignore[no-untyped-def]
    labels = ["B-PERS", "I-PERS", "B-PERS", "O", "B-LOC", "B-LOC"]
    assert list(measured.chunks(labels, [0, 0, 0, 0, 0, 1])) == [
        (0, 1, "PERS"),
        (2, 2, "PERS"),
        (4, 4, "LOC"),
        (5, 5, "LOC"),
    ]


def test_exchanged_names_keep_their_kind(measured) -> None:  # type: ignore[no-untyped-def]
    changed = measured.exchange_names(SENTENCES[0], random.Random(1), 1.0)
    assert [word for word, label in changed if label == "O"] == ["زار", "ميناء", "."]
    assert {label[2:] for _, label in changed if label != "O"} == {"PERS", "LOC"}
    assert measured.exchange_names(SENTENCES[0], random.Random(1), 0.0) == SENTENCES[0]


def test_the_same_word_near_by_decides_a_doubt(measured) -> None:  # type: ignore[no-untyped-def]
    gold = [measured.LABELS.index(label) for sentence in SENTENCES for _, label in sentence]
    chances = np.full((len(gold), len(measured.LABELS)), 0.01)
    chances[np.arange(len(gold)), gold] = 0.92
    doubtful = 7  # الحداد of the second sentence: a place rather than a person
    chances[doubtful] = 0.01
    chances[doubtful, [measured.LABELS.index("B-LOC"), measured.LABELS.index("B-PERS")]] = 0.5, 0.43
    logs = np.log(chances).astype(np.float32)
    moved = measured.remember(logs, SENTENCES, measured.MixConfig())
    assert measured.LABELS[moved[doubtful].argmax()] == "B-PERS"
    assert (moved[[0, 3, 5]] == logs[[0, 3, 5]]).all()
    counts = measured.counted(moved, SENTENCES)
    assert counts["all", "gold"] == counts["all", "found"] == counts["all", "right"] == 5

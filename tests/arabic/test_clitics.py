from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.clitics import find_enclitics, find_proclitics, split_verb, strip_proclitics
from rawi.arabic.letters import fold

KNOWN = {fold(word) for word in ("الكاظمي", "إيران", "العراق", "واشنطن", "لندن", "بيروت", "فرنسا", "كوريا", "اللجنة")}


@pytest.mark.parametrize(
    ("word", "cut", "stem"),
    [
        ("والكاظمي", 1, "الكاظمي"),
        ("للكاظمي", 0, "الكاظمي"),
        ("وللكاظمي", 1, "الكاظمي"),
        ("بالعراق", 1, "العراق"),
        ("وبالعراق", 2, "العراق"),
        ("لإيران", 1, "إيران"),
        ("لايران", 1, "إيران"),
        ("ولإيران", 2, "إيران"),
        ("وإيران", 1, "إيران"),
        ("كوريا", 0, "كوريا"),
        ("وكوريا", 1, "كوريا"),
        ("لكوريا", 1, "كوريا"),
        ("لندن", 0, "لندن"),
        ("ولندن", 1, "لندن"),
        ("بلندن", 1, "لندن"),
        ("واشنطن", 0, "واشنطن"),
        ("وواشنطن", 1, "واشنطن"),
        ("بيروت", 0, "بيروت"),
        ("فبيروت", 1, "بيروت"),
        ("للجنة", 0, "اللجنة"),
        ("وبالتعاون", 2, "التعاون"),
        ("والده", 0, "والده"),
        ("كاليفورنيا", 0, "كاليفورنيا"),
        ("وادي", 0, "وادي"),
    ],
)
def test_the_reading_taken(word: str, cut: int, stem: str) -> None:
    reading = strip_proclitics(fold(word), KNOWN.__contains__)
    assert (reading.cut, reading.stem) == (cut, fold(stem))


def test_a_verb_loses_both_ends() -> None:
    assert split_verb("سيستقبلهم", {"يستقبل"}.__contains__) == ("س", "يستقبل", "هم")
    assert split_verb("وقال", {"قال"}.__contains__) == ("و", "قال", "")
    assert split_verb("شجره", {"قال"}.__contains__) == ("", "شجره", "")


@given(st.text(alphabet="وفبكلسالتيمنهكدر", max_size=12))
def test_readings_keep_the_letters(word: str) -> None:
    for reading in find_proclitics(word):
        assert 0 <= reading.cut <= len(word)
        if not reading.fused:
            assert word[reading.cut :] == reading.stem
    for ending in find_enclitics(word):
        assert word.endswith(ending.pronoun)

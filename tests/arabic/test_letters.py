from __future__ import annotations

from rawi.arabic.letters import fold, fold_letters, strip_marks


def test_long_texts_fold_as_their_words_do() -> None:
    words = ["أميركيّة", "إلى", "٢٠٢٠", "الأعلى", "مؤكّداً", "گرمى", "هيئة", "ۀ"] * 40
    text = " ".join(words)
    assert fold_letters(text) == " ".join(fold_letters(word) for word in words)
    assert strip_marks(text) == " ".join(strip_marks(word) for word in words)
    assert fold(text) == " ".join(fold(word) for word in words)

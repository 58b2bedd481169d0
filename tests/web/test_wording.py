"""Renderings of one utterance: what is marked as a rendering's own is in no other one."""

from __future__ import annotations

from rawi.web.wording import compare_wordings


def own(texts: list[str]) -> list[str]:
    return ["".join(part.text for part in words if not part.shared).strip() for words in compare_wordings(texts)]


def test_words_of_two_out_of_three_are_nobodys_own() -> None:
    texts = ["سنفتح الجسر يوم الأحد أمام الحافلات الصغيرة", "سنفتح الجسر غدا", "سنفتح الميناء غدا"]
    assert own(texts) == ["يوم الأحد أمام الحافلات الصغيرة", "", "الميناء"]


def test_one_rendering_has_nothing_alone() -> None:
    assert own(["سنفتح الجسر غدا"]) == [""]

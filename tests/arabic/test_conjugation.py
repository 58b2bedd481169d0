"""Conjugation of reporting verbs, class by class."""

from __future__ import annotations

import pytest

from rawi.arabic.conjugation import conjugate


@pytest.mark.parametrize(
    ("past", "present", "masdars", "participle", "expected"),
    [
        (
            "قال",
            "يقول",
            ("قول",),
            "قائل",
            "قال قالت قالوا قلت قلنا يقول تقول يقولون يقولوا قيل يقال قايلا قايله قوله قولها",
        ),
        ("أفاد", "يفيد", ("إفادة",), "مفيد", "افاد افادت افدنا يفيد تفيد يفيدون افيد يفاد مفيدا مفيده افادته"),
        ("نفى", "ينفي", ("نفي",), "ناف", "نفي نفت نفوا نفيا نفاه ينفي ينفون نافيا نافيه نافين نفيه"),
        ("دعا", "يدعو", ("دعوة",), "داع", "دعا دعت دعوا دعاه يدعو تدعو يدعون داعيا داعيه داعين دعوته"),
        ("أكد", "يؤكد", ("تأكيد",), "مؤكد", "اكد اكدت اكدا اكدوا اكدنا يوكد توكد يوكدون موكدا موكده موكدين تاكيده"),
        ("رأى", "يرى", (), None, "راي رات راوا يري تري يرون"),
    ],
)
def test_forms(past: str, present: str, masdars: tuple[str, ...], participle: str | None, expected: str) -> None:
    forms = {form.spelling for form in conjugate(past, present, masdars, participle)}
    assert set(expected.split()) <= forms


def test_every_form_is_folded_and_whole() -> None:
    for form in conjugate("أعلن", "يعلن", ("إعلان",), "معلن"):
        assert form.spelling
        assert not set("أإآىةؤئ") & set(form.spelling)


def test_a_verb_spelled_like_its_noun_has_no_dual() -> None:
    assert "ردا" not in {form.spelling for form in conjugate("رد", "يرد", ("رد",))}

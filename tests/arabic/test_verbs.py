"""Conjugation: one row a verb, forms that must and must not be generated."""

from __future__ import annotations

import pytest

from rawi.arabic.verbs import conjugate, decline, parse_verb

CASES = [
    ("أكّد", None, "اكدت يوكد تاكيد موكدا موكدين"),
    ("حثّ", None, "حثت يحثون حثثنا"),
    ("دعا", "يدعو", "دعت دعوا يدعون ندعو دعونا تدع"),
    ("قال", "يقول", "قالت قلنا يقولون يقل"),
    ("رمى", "يرمي", "رمت رموا رمينا يرمون"),
    ("وعد", None, "وعدت يعد تعدون"),
    ("أعلن", None, "اعلنت يعلن اعلان معلنا"),
    ("أدان", None, "ادانت يدينون ادانه"),
    ("أوقف", None, "يوقف ايقاف"),
    ("أصرّ", None, "يصرون اصرار"),
    ("هاجم", None, "هاجموا يهاجم مهاجمه"),
    ("تعهّد", None, "تعهدت يتعهدون تعهدات"),
    ("تظاهر", None, "تظاهروا يتظاهر متظاهرين"),
    ("انسحب", None, "انسحبنا ينسحب انسحاب"),
    ("احتجّ", None, "احتجت يحتجون احتجاج"),
    ("اتّفق", None, "اتفقت يتفقان اتفاق"),
    ("التقى", None, "التقت يلتقي التقيا التقاء"),
    ("اغتال", None, "اغتالت يغتال اغتيال"),
    ("استعاد", None, "استعادت يستعيد استعاده استعدنا"),
    ("استدعى", None, "استدعت يستدعي استدعاء"),
    ("سيطر", None, "سيطرت يسيطرون سيطره"),
]


@pytest.mark.parametrize(("perfect", "imperfect", "expected"), CASES, ids=[case[0] for case in CASES])
def test_forms(perfect: str, imperfect: str | None, expected: str) -> None:
    forms = {form.text for form in conjugate(parse_verb(perfect, imperfect))}
    assert set(expected.split()) <= forms


def test_passives_that_letters_show() -> None:
    passives = {
        form.text
        for verb in (parse_verb("قال", "يقول"), parse_verb("هاجم"), parse_verb("أقال"), parse_verb("دعا", "يدعو"))
        for form in conjugate(verb)
        if form.passive
    }
    assert {"قيل", "يقال", "هوجم", "اقيل", "يقالون", "دعي", "يدعي"} <= passives
    assert "قال" not in passives


def test_an_underivable_imperfect_is_asked_for() -> None:
    with pytest.raises(ValueError, match="can't be derived"):
        parse_verb("قال")
    with pytest.raises(ValueError, match="no form"):
        parse_verb("استفزازيه")


def test_spelling_before_pronouns_is_marked() -> None:
    marked = {form.text for form in conjugate(parse_verb("التقى")) if form.before_pronoun}
    assert {"التقا", "التقو"} <= marked


def test_nouns() -> None:
    assert "لقاي" in decline("لقاء")
    assert decline("مهاجمه", person=True)[-1] != "مهاجمهون"

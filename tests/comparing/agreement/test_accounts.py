"""Sentences of any voice that tell one thing, and what is no account of one matter."""

from __future__ import annotations

import pytest

from rawi.comparing.agreement import compare_claims
from rawi.model.annotation import AnnotatedArticle, PublishedDate, Quotation
from rawi.model.article import Article
from rawi.model.corpus import Comparison
from rawi.model.span import Span

DAY, NEXT_YEAR = "2019-03-05", "2020-04-07"
BESIDE = "افتتح معرض الكتاب في القاعة الكبرى. تساقطت الثلوج على المرتفعات الشرقية. فاز الفريق بكأس الدوري."


def told(text: str, outlet: str, day: str = DAY, speaker: str = "") -> AnnotatedArticle:
    """An article among whose sentences one is the text; with a speaker its words are quoted."""
    whole = f"{BESIDE} {text}"
    quotations = ()
    if speaker:
        span = Span(whole.index(text), len(whole))
        quotations = (Quotation(f"q_{outlet}", "direct", (span,), source_name=speaker, source_kind="person"),)
    return AnnotatedArticle(
        Article.create(whole, outlet=outlet), PublishedDate(day, day, "given"), quotations=quotations
    )


def compare(*articles: AnnotatedArticle) -> list[Comparison]:
    return [found for found in compare_claims(articles, ()) if found.kind == "account"]


QUOTED = "لا يزال هناك خطر تشكله الألغام المزروعة في حقول الزيتون"
TOLD = "الألغام المزروعة في حقول الزيتون خطر كبير على مزارعي البلدة"

CASES = [
    (
        "a reporter tells what a minister says",
        told(QUOTED, "الضفاف", speaker="سامي الهادي"),
        told(TOLD, "المشكاة"),
        True,
    ),
    ("other mines", told(QUOTED, "الضفاف"), told("أغلقت الشركة مناجم الفحم في الوادي وسرحت العمال.", "المشكاة"), False),
    (
        "one denies it",
        told(TOLD, "الضفاف"),
        told("ليست الألغام المزروعة في حقول الزيتون خطرا على مزارعي البلدة", "المشكاة"),
        False,
    ),
    (
        "other numbers, which are compared as such",
        told("تحصد الألغام المزروعة في حقول الزيتون 12 مزارعا كل عام", "الضفاف"),
        told("تحصد الألغام المزروعة في حقول الزيتون 30 مزارعا كل عام", "المشكاة"),
        False,
    ),
    ("a copied sentence", told(TOLD, "الضفاف"), told(TOLD, "المشكاة"), False),
    ("a question", told(QUOTED, "الضفاف"), told(f"هل {TOLD}؟", "المشكاة"), False),
    ("one outlet alone", told(QUOTED, "الضفاف"), told(TOLD, "الضفاف"), False),
]


@pytest.mark.parametrize(("what", "one", "other", "met"), CASES, ids=[case[0] for case in CASES])
def test_two_accounts_of_one_matter(what: str, one: AnnotatedArticle, other: AnnotatedArticle, met: bool) -> None:
    found = compare(one, other)
    assert [comparison.relation for comparison in found] == (["agrees"] if met else []), what


def test_whose_words_they_are_is_told() -> None:
    quoted = told(QUOTED, "الضفاف", speaker="سامي الهادي")
    (found,) = compare(quoted, told(TOLD, "المشكاة"))
    assert {member.holder for member in found.members} == {"سامي الهادي", "المشكاة"}


def test_what_is_said_may_be_held_and_what_is_narrated_of_another_day_is_another_happening() -> None:
    quoted = told(QUOTED, "الضفاف", speaker="سامي الهادي")
    assert not compare(quoted, told(TOLD, "المشكاة", NEXT_YEAR))
    (found,) = compare(quoted, told(TOLD, "المشكاة", NEXT_YEAR, speaker="ليلى النجار"))
    assert found.reasons[-1].feature == "held"
    assert found.explanation_en.startswith("The position in the same matter is the same over time")


def test_what_all_articles_of_an_affair_speak_of_tells_little() -> None:
    """The name of the affair in every sentence joins no two of them."""
    affair = "أزمة نقص المياه في سهل الزعفران"
    ours = ["المجلس", "الصحف", "الشتاء", "المزارع", "الطلاب", "الأسعار", "الطرق", "النقابة", "المستشفى", "الملعب"]
    theirs = ["الأطباء", "الوزير", "الصيف", "الرعاة", "المعلمون", "الأجور", "الجسور", "الغرفة", "المدرسة", "المتحف"]
    one, other = (told(" ".join(f"{affair} مع {word}." for word in words), "ا") for words in (ours, theirs))
    assert not compare(one, told(other.text, "ب"))

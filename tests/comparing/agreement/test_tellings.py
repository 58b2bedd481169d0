"""What was said and what happened, told by several articles in other words."""

from __future__ import annotations

import re

import pytest

from rawi.comparing.agreement import compare_claims
from rawi.comparing.agreement.clauses import split_clauses
from rawi.model.annotation import AnnotatedArticle, EventMention, Mention, PublishedDate, Quotation, RoleFiller
from rawi.model.article import Article
from rawi.model.corpus import Comparison, Passage, Reuse
from rawi.model.span import Span

DAY, NEXT_YEAR = "2019-03-05", "2020-04-07"


def said(words: str, outlet: str, day: str = DAY, speaker: str = "سمير الهادي") -> AnnotatedArticle:
    """An article in which a speaker says the words."""
    text = f"قال {speaker}: «{words}»."
    span = Span(text.index(words), text.index(words) + len(words))
    quotation = Quotation(f"q_{outlet}", "direct", (span,), source_name=speaker, source_kind="person")
    return AnnotatedArticle(
        Article.create(text, outlet=outlet), PublishedDate(day, day, "given"), quotations=(quotation,)
    )


def told(text: str, outlet: str, trigger: str, day: str = DAY, **roles: str) -> AnnotatedArticle:
    """An article with one event: its trigger, and who fills which role."""
    fillers = [
        RoleFiller(text.index(name), text.index(name) + len(name), role, name=name)  # type: ignore[arg-type]
        for role, name in roles.items()
    ]
    start = text.index(trigger)
    event = EventMention(start, start + len(trigger), "ASSAULT", roles=tuple(fillers))
    return AnnotatedArticle(Article.create(text, outlet=outlet), PublishedDate(day, day, "given"), events=(event,))


def compare(*articles: AnnotatedArticle, kind: str) -> list[Comparison]:
    return [found for found in compare_claims(articles, ()) if found.kind == kind]


SAID = [
    (
        "another translation",
        "نتطلع إلى اليوم الذي لا نضطر فيه إلى إرسال جنودنا هناك",
        "نحن نتطلع إلى اليوم الذي لا يتوجب فيه إرسال جنودنا إلى هناك",
        "agrees",
        None,
    ),
    (
        "a sharpened sentence",
        "المجموعات المسلحة ليست تحت السيطرة الكاملة لحكومة الإقليم",
        "المجموعات المسلحة ليست تحت سيطرة حكومة الإقليم",
        "differs_in_detail",
        "other_degree",
    ),
    (
        "another number",
        "سنبني في الوادي الغربي 120 مدرسة قبل الشتاء",
        "سنبني في الوادي الغربي 150 مدرسة قبل الشتاء",
        "differs_in_detail",
        "other_number",
    ),
    ("other matters", "سنبني مدارس في الوادي الغربي", "نشكر فرق الإنقاذ على جهودها", None, None),
]


@pytest.mark.parametrize(("what", "one", "other", "relation", "feature"), SAID, ids=[row[0] for row in SAID])
def test_words_against_words(what: str, one: str, other: str, relation: str | None, feature: str | None) -> None:
    found = compare(said(one, "الضفاف"), said(other, "المشكاة"), kind="statement")
    assert [comparison.relation for comparison in found] == ([relation] if relation else []), what
    features = {reason.feature for comparison in found for reason in comparison.reasons}
    assert feature is None or feature in features


def test_one_position_at_two_times_is_held_and_its_contrary_turned() -> None:
    first = said("لا نحتاج قوات قتالية أجنبية في البلاد", "الضفاف")
    later = said("ليست هناك حاجة لقوات قتالية أجنبية في البلاد", "المشكاة", NEXT_YEAR)
    turned = said("نحتاج قوات قتالية أجنبية في البلاد", "المشكاة", NEXT_YEAR)
    (held,) = compare(first, later, kind="statement")
    assert (held.relation, held.reasons[-1].feature) == ("agrees", "held")
    (changed,) = compare(first, turned, kind="statement")
    assert changed.relation == "changes_over_time"
    assert "changed over time" in changed.explanation_en


def test_that_a_copy_agrees_with_its_original_is_not_told() -> None:
    words = "نتطلع إلى اليوم الذي لا نضطر فيه إلى إرسال جنودنا هناك"
    one, other = said(words, "الضفاف"), said(words + " أبدا", "المشكاة")
    first, second = sorted([one.id, other.id])
    copied = Reuse(first, second, "near_duplicate", 0.9, 0.9, (Passage(Span(0, 20), Span(0, 20)),))
    assert not [found for found in compare_claims([one, other], (), (copied,)) if found.kind == "statement"]


def test_who_did_it_is_named_by_one_report_only() -> None:
    one = told("وقعت هجمات متكررة على قوافل الإغاثة في الممر الجبلي.", "الضفاف", "هجمات", recipient="قوافل الإغاثة")
    other = told(
        "شن مسلحو الوادي هجمات متكررة على قوافل الإغاثة في الممر الجبلي.",
        "المشكاة",
        "هجمات",
        actor="مسلحو الوادي",
        recipient="قوافل الإغاثة",
    )
    (found,) = compare(one, other, kind="event")
    assert found.relation == "differs_in_detail"
    assert ("actor_told", "مسلحو الوادي") in {(reason.feature, reason.detail) for reason in found.reasons}
    assert "only one names who did it" in found.explanation_en
    assert "الفاعل" in found.explanation_ar


def test_other_events_of_one_kind_are_left_apart() -> None:
    one = told("هاجم مسلحون مخفر الحدود الشرقي ليلا.", "الضفاف", "هاجم")
    other = told("هاجم لصوص متجر ذهب في السوق القديمة.", "المشكاة", "هاجم")
    assert not compare(one, other, kind="event")


def test_an_office_passes_to_another_holder() -> None:
    def named(name: str, outlet: str, day: str, former: str = "") -> AnnotatedArticle:
        text = f"استقبل الرئيس الفرنسي {former}{name} وفدا من العمال."
        title, at = text.index("الرئيس الفرنسي"), text.index(name)
        mention = Mention(at, at + len(name), "PER", name=name, title=Span(title, title + len("الرئيس الفرنسي")))
        return AnnotatedArticle(
            Article.create(text, outlet=outlet), PublishedDate(day, day, "given"), mentions=(mention,)
        )

    first, second = named("جان مرسيل", "الضفاف", DAY), named("لوك برنار", "المشكاة", NEXT_YEAR)
    (found,) = compare(first, second, kind="office")
    assert found.relation == "changes_over_time"
    assert {member.value for member in found.members} == {"الرئيس الفرنسي جان مرسيل", "الرئيس الفرنسي لوك برنار"}
    assert not compare(first, named("لوك برنار", "المشكاة", DAY), kind="office")
    assert not compare(named("جان مرسيل", "الضفاف", DAY, "السابق "), second, kind="office")


def test_clauses_lie_in_the_text_in_order() -> None:
    text = "بلغت النسبة 9.5 في المئة، وفق الهيئة؛ وقال المدير: «سنواصل العمل في الوادي غدا»! ثم غادر"
    clauses = split_clauses(text)
    assert all(not re.match(r"\s", clause.of(text)) for clause in clauses)
    assert [clause.start for clause in clauses] == sorted(clause.start for clause in clauses)
    assert any("9.5" in clause.of(text) for clause in clauses)


def test_what_is_still_so_is_not_denied() -> None:
    still = said("لا يزال هناك خطر من الألغام القديمة في حقول الزيتون", "الضفاف")
    told = said("هناك خطر من الألغام القديمة في حقول الزيتون", "المشكاة")
    (found,) = compare(still, told, kind="statement")
    assert found.relation == "agrees"


def test_as_soon_as_possible_is_no_doubt() -> None:
    soon = said("يجب فتح المعابر الجبلية للقوافل في أسرع وقت ممكن", "الضفاف")
    told = said("يجب فتح المعابر الجبلية للقوافل في أقرب وقت", "المشكاة")
    assert all("other_degree" not in {r.feature for r in f.reasons} for f in compare(soon, told, kind="statement"))

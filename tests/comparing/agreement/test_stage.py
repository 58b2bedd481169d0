"""Comparisons of claims in small corpora of our own."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from rawi.annotating.figures import annotate_figures
from rawi.comparing.agreement import AgreementConfig, compare_claims
from rawi.comparing.agreement.blocks import block_articles
from rawi.comparing.agreement.cards import read_cards
from rawi.model.annotation import AnnotatedArticle, Commitment, Deadline, Mention, PublishedDate, Quotation
from rawi.model.article import Article
from rawi.model.corpus import Citation, Comparison, Passage, Reuse, Story
from rawi.model.span import Span


def article(
    text: str, outlet: str, day: str = "2015-08-07", title: str | None = None, **fields: object
) -> AnnotatedArticle:
    made = AnnotatedArticle(
        Article.create(text, outlet=outlet, title=title),
        PublishedDate(day, day, "given"),
        **fields,  # type: ignore[arg-type]
    )
    return annotate_figures(made)


def compared(*articles: AnnotatedArticle, reuse: tuple[Reuse, ...] = ()) -> dict[str, list[Comparison]]:
    story = Story("s_1", "حريق السوق", tuple(sorted(item.id for item in articles)))
    found: dict[str, list[Comparison]] = {}
    for comparison in compare_claims(articles, (story,), reuse):
        found.setdefault(comparison.relation, []).append(comparison)
    return found


FIRST = "قتل سبعة أشخاص وأصيب 20 آخرون في حريق اندلع في سوق المدينة القديمة مساء الخميس."
SECOND = "قتل أربعة أشخاص وأصيب 20 آخرون في حريق اندلع في سوق المدينة القديمة مساء الخميس."


def test_what_a_report_tells_beside_the_story_s_passage_is_no_clash() -> None:
    first, second = article(FIRST, "الضفاف"), article(SECOND, "المشكاة")
    names = tuple(sorted([first.id, second.id]))
    ship = Story("s_1", "سفينة", names, passages=(Citation(second.id, 0, 5),))
    sole = Story("s_2", "حريق السوق", names)
    config = AgreementConfig()
    cards = read_cards([first, second], config)
    assert not any(block.same_story for block in block_articles(cards, [ship], config))
    assert [block.same_story for block in block_articles(cards, [ship, sole], config)] == [True]


def test_other_tolls_on_one_day_conflict_and_equal_ones_agree() -> None:
    found = compared(article(FIRST, "الضفاف"), article(SECOND, "المشكاة"))
    (conflict,) = found["conflicts"]
    assert {member.value for member in conflict.members} == {"سبعة", "أربعة"}
    assert (conflict.outlets, conflict.origins) == (2, 2)
    assert "الضفاف" in conflict.explanation_ar
    assert conflict.explanation_en.startswith("The reports conflict on the number of people killed")
    assert {member.value for member in found["agrees"][0].members} == {"20"}


def test_a_later_and_higher_toll_is_an_update() -> None:
    found = compared(article(SECOND, "الضفاف"), article(FIRST, "المشكاة", "2015-08-08"))
    assert "conflicts" not in found
    (change,) = found["changes_over_time"]
    assert change.explanation_en.endswith("so this is no conflict.")


def test_a_toll_that_the_text_calls_risen_is_an_update_on_the_same_day() -> None:
    later = "ارتفعت حصيلة الحريق الذي اندلع في سوق المدينة القديمة مساء الخميس إلى سبعة قتلى."
    assert "conflicts" not in compared(article(SECOND, "الضفاف"), article(later, "المشكاة"))


def test_hedges_and_rounding_are_details() -> None:
    one = article("ضبطت الجمارك 33288 زجاجة خمر مخبأة في شاحنة عند المنفذ البري.", "الضفاف")
    other = article("ضبطت الجمارك 33 ألف زجاجة خمر مخبأة في شاحنة عند المنفذ البري.", "المشكاة")
    found = compared(one, other)
    assert "conflicts" not in found
    assert found["differs_in_detail"]


def test_parts_and_sums_differ_in_scope() -> None:
    whole = article("حكمت المحكمة على المتهمين ودفعت غرامة 38 ألف ريال للضحايا في قضية السوق.", "الضفاف")
    parts = article(
        "حكمت المحكمة على الأول بغرامة 30 ألف ريال للضحايا في قضية السوق وعلى الثاني بغرامة 8 آلاف ريال.", "المشكاة"
    )
    assert "conflicts" not in compared(whole, parts)


def test_other_currencies_are_never_compared() -> None:
    one = article("جمعت الحكومة 8.5 مليار دولار لتمويل مشروع القناة الجديدة.", "الضفاف")
    other = article("جمعت الحكومة 64 مليار جنيه لتمويل مشروع القناة الجديدة.", "المشكاة")
    assert compared(one, other) == {}


def test_a_number_told_by_both_clashes_with_nothing() -> None:
    one = article("خصصت الهيئة 495 ألف طن من القمح للمناقصة الجديدة.", "الضفاف")
    other = article(
        "خصصت الهيئة 495 ألف طن من القمح للمناقصة الجديدة بعد 780 ألف طن من القمح للمناقصة السابقة.", "المشكاة"
    )
    assert "conflicts" not in compared(one, other)


def test_a_headline_against_its_text() -> None:
    text = "قالت الشرطة إن ثلاثة أشخاص قتلوا في انفجار عند مركز المدينة."
    one = article(text, "الضفاف", title="انفجار في المدينة يقتل أربعة أشخاص")
    other = article(text, "المشكاة", title="ثلاثة قتلى في انفجار")
    kinds = [comparison.kind for comparison in compared(one, other)["conflicts"]]
    assert kinds == ["headline"]


def test_other_names_in_one_place_of_a_sentence() -> None:
    words = "وصلت الطائرة يرافقها فريق من المركز الوطني للأعمال الإنسانية وفريق من {}. وتحمل أدوية."
    one = article(words.format("منظمة أطباء النهر"), "الضفاف")
    other = article(words.format("الهيئة العالمية عبر القارات"), "المشكاة")
    (conflict,) = compared(one, other)["conflicts"]
    assert conflict.kind == "attribution"


def test_copies_are_one_origin() -> None:
    one, other = sorted((article(FIRST, "الضفاف"), article(FIRST + " انتهى.", "المشكاة")), key=lambda item: item.id)
    span = Span(0, len(FIRST))
    copied = Reuse(one.id, other.id, "near_duplicate", 1.0, 0.9, (Passage(span, span),))
    agreement = compared(one, other, reuse=(copied,))["agrees"][0]
    assert (agreement.outlets, agreement.origins) == (2, 1)


def test_stocks_change_over_the_years_and_few_words_clash_with_thousands() -> None:
    place = "العراق"

    def told(text: str, outlet: str, day: str) -> AnnotatedArticle:
        start = text.index(place)
        mention = Mention(start, start + len(place), "GPE", name=place)
        return article(text, outlet, day, mentions=(mention,))

    found = compared(
        told("ينتشر في العراق نحو 5000 جندي أميركي.", "الضفاف", "2020-08-20"),
        told("لم يبق في العراق سوى عدد قليل من الجنود.", "المشكاة", "2020-08-20"),
        told("لا يزال في العراق حوالي 2500 عسكري أمريكي.", "النهر", "2021-07-26"),
    )
    assert [r.feature for c in found["conflicts"] for r in c.reasons] == ["few_against_many", "same_stock"]
    assert {member.value for member in found["changes_over_time"][0].members} == {"~5000", "~2500"}


def test_a_deadline_against_no_timetable() -> None:
    text = "أكد المتحدث أن القوات الأجنبية ستنسحب من البلاد خلال ثلاث سنوات."
    start, end = text.index("القوات"), text.index(".")
    deadline = Deadline(Span(text.index("ثلاث"), end), "2020-08-20", "2023-08-20")
    promise = Commitment(start, end, "c_1", "plan", deadline=deadline)
    one = article(text, "الضفاف", "2020-08-20", commitments=(promise,))
    other = article("أعلن المتحدث أن القوات الأجنبية ستغادر البلاد دون أن يحدد جداول زمنية.", "المشكاة", "2020-08-21")
    (conflict,) = compared(one, other)["conflicts"]
    assert conflict.kind == "deadline"


def test_one_sentence_in_two_translations_agrees_in_words() -> None:
    def quoted(words: str, outlet: str) -> AnnotatedArticle:
        text = f"قال الرئيس سمير: «{words}»."
        span = Span(text.index(words), text.index(words) + len(words))
        said = Quotation("q_" + outlet, "direct", (span,), source_name="سمير", source_kind="person")
        return article(text, outlet, quotations=(said,))

    found = compared(
        quoted("نتطلع إلى اليوم الذي لا نضطر فيه إلى إرسال جنودنا هناك", "الضفاف"),
        quoted("نحن نتطلع إلى اليوم الذي لا يتوجب فيه إرسال جنودنا إلى هناك", "المشكاة"),
    )
    assert [comparison.kind for comparison in found["agrees"]] == ["statement"]


@pytest.mark.parametrize("seed", range(3))
def test_ids_and_groups_hang_on_no_order(seed: int) -> None:
    articles = [
        article(FIRST, "الضفاف"),
        article(SECOND, "المشكاة"),
        article(FIRST.replace("سبعة", "ثمانية"), "النهر"),
        article(SECOND.replace("20", "30"), "المنارة", "2015-08-08"),
    ]
    story = Story("s_1", "حريق", tuple(sorted(item.id for item in articles)))
    expected = compare_claims(articles, (story,))
    shuffled = random.Random(seed).sample(articles, len(articles))
    assert compare_claims(shuffled, (replace(story, articles=story.articles[::-1]),)) == expected


def test_members_cite_characters_of_their_articles() -> None:
    articles = {item.id: item for item in (article(FIRST, "الضفاف"), article(SECOND, "المشكاة"))}
    for comparisons in compared(*articles.values()).values():
        for comparison in comparisons:
            assert comparison.reasons
            assert comparison.explanation_ar
            assert comparison.explanation_en
            for member in comparison.members:
                assert articles[member.article].text[member.start : member.end] in (member.value or "")


def test_nothing_to_compare() -> None:
    assert compare_claims((), ()) == ()
    assert compare_claims((article(FIRST, "الضفاف"),), ()) == ()

"""What one side is to do, told by several reports: held, turned, contradicted, told with another extent."""

from __future__ import annotations

import pytest

from rawi.comparing.agreement import compare_claims
from rawi.model.annotation import AnnotatedArticle, Commitment, PublishedDate
from rawi.model.article import Article
from rawi.model.corpus import Comparison
from rawi.model.labels import CommitmentKind

DAY, NEXT_YEAR = "2019-03-05", "2020-04-07"


def undertaken(
    words: str, outlet: str, kind: CommitmentKind = "promise", day: str = DAY, actor: str = "فرنسا"
) -> AnnotatedArticle:
    """An article that tells of one commitment."""
    text = f"في الشأن نفسه ورد ما يلي: {words}."
    start = text.index(words)
    commitment = Commitment(
        start, start + len(words), f"c_{outlet}_{day}", kind, actor_name=actor, action=words, score=0.8
    )
    return AnnotatedArticle(
        Article.create(text, outlet=outlet), PublishedDate(day, day, "given"), commitments=(commitment,)
    )


def compare(*articles: AnnotatedArticle) -> list[Comparison]:
    return [found for found in compare_claims(articles, ()) if found.kind == "commitment"]


LEAVE = "ستسحب فرنسا جنودها من مالي"

CASES = [
    ("told alike", undertaken(LEAVE, "ا"), undertaken("سحب الجنود الفرنسيين من مالي", "ب"), "agrees", ""),
    (
        "refused in another report of the day",
        undertaken(LEAVE, "ا"),
        undertaken("سحب جنودها من مالي", "ب", "refusal"),
        "conflicts",
        "denied",
    ),
    (
        "refused a year later",
        undertaken(LEAVE, "ا"),
        undertaken("سحب جنودها من مالي", "ب", "refusal", NEXT_YEAR),
        "changes_over_time",
        "turned",
    ),
    (
        "refused at once only",
        undertaken(LEAVE, "ا"),
        undertaken("سحب جنودها من مالي فورا", "ب", "refusal"),
        "differs_in_detail",
        "other_degree",
    ),
    (
        "all of them or not",
        undertaken("ستسحب فرنسا كل جنودها من مالي", "ا"),
        undertaken(LEAVE, "ب"),
        "differs_in_detail",
        "other_degree",
    ),
    (
        "going on with it",
        undertaken("ستواصل فرنسا سحب جنودها من مالي", "ا"),
        undertaken(LEAVE, "ب"),
        "differs_in_detail",
        "other_degree",
    ),
    (
        "under a condition",
        undertaken(LEAVE, "ا"),
        undertaken("سحب جنودها من مالي رهن بالهدنة", "ب", "condition"),
        "differs_in_detail",
        "conditional",
    ),
    ("a year later the same", undertaken(LEAVE, "ا"), undertaken(LEAVE, "ب", day=NEXT_YEAR), "agrees", "held"),
    ("another side", undertaken(LEAVE, "ا"), undertaken("سحب الجنود من مالي", "ب", actor="كندا"), None, ""),
    ("another country", undertaken(LEAVE, "ا"), undertaken("ستسحب فرنسا سفيرها من اليمن", "ب"), None, ""),
    ("only foreseen", undertaken(LEAVE, "ا"), undertaken(LEAVE, "ب", "forecast"), None, ""),
    (
        "of a treaty as a thing nothing is done",
        undertaken("الاتفاق النووي مع إيران سيقوي الاقتصاد الفرنسي", "ا"),
        undertaken("الاتفاق النووي مع إيران سيطلق السباق إلى التسلح", "ب"),
        None,
        "",
    ),
]


@pytest.mark.parametrize(("what", "one", "other", "relation", "feature"), CASES, ids=[case[0] for case in CASES])
def test_undertakings(
    what: str, one: AnnotatedArticle, other: AnnotatedArticle, relation: str | None, feature: str
) -> None:
    found = compare(one, other)
    assert [comparison.relation for comparison in found] == ([relation] if relation else []), what
    assert not feature or feature in {reason.feature for comparison in found for reason in comparison.reasons}


def test_the_steps_of_one_line_are_one_comparison() -> None:
    first = undertaken(LEAVE, "ا")
    second = undertaken("ستسحب فرنسا كل جنودها من مالي", "ب", day="2020-01-01")
    third = undertaken("سحب جنودها من مالي", "ج", "refusal", "2021-01-01")
    (found,) = [comparison for comparison in compare(first, second, third) if comparison.relation != "agrees"]
    assert found.relation == "changes_over_time"
    assert len(found.members) == 3
    assert "2021" in found.explanation_en

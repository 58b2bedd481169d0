"""Seams: where an article goes over from one dispatch into another, and where it doesn't."""

from __future__ import annotations

from rawi.comparing.reuse import find_reuse
from rawi.comparing.reuse.seams import find_seams
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article

BRIDGE = (
    "افتتح وزير النقل صباح الأحد الجسر الجديد على النهر بعد أعمال دامت ثلاث سنوات وشارك فيها مئات المهندسين والعمال من "
    "خمس محافظات، وقال في كلمة قصيرة إن الجسر سيختصر الطريق بين الضفتين إلى عشر دقائق ويخفف الزحام عن وسط المدينة."
)
HARVEST = (
    "أعلنت مديرية الزراعة بدء موسم حصاد القمح في السهول الشرقية وتوقعت أن يزيد المحصول على العام الماضي بفضل الأمطار "
    "المبكرة، ودعت المزارعين إلى تسليم حبوبهم في المراكز القريبة حيث تدفع لهم أثمانها خلال أسبوع من يوم التسليم."
)
JOIN = "\nمن جهة أخرى "


def article(text: str, outlet: str) -> AnnotatedArticle:
    return AnnotatedArticle(Article.create(text, outlet=outlet))


FIRST, SECOND = article(BRIDGE, "الضفاف"), article(HARVEST, "المشكاة")
JOINED = article(BRIDGE + JOIN + HARVEST, "الرازقي")


def test_a_seam_says_where_the_second_text_begins_and_whose_it_is() -> None:
    links = find_reuse([FIRST, SECOND, JOINED])
    (seam,) = find_seams(links, {one.id: len(one.text) for one in (FIRST, SECOND, JOINED)})
    assert (seam.article, seam.before, seam.source) == (JOINED.id, FIRST.id, SECOND.id)
    assert JOINED.text[seam.start :].startswith("أعلنت مديرية")


def test_the_link_to_the_second_text_lists_it_as_a_reason() -> None:
    links = find_reuse([JOINED, SECOND, FIRST])
    reasons = {
        frozenset((link.a, link.b)): [reason for reason in link.reasons if reason.feature == "seam"] for link in links
    }
    assert [reason.score for reason in reasons[frozenset((JOINED.id, SECOND.id))]] == [float(len(BRIDGE) + len(JOIN))]
    assert not reasons[frozenset((JOINED.id, FIRST.id))]


def test_parts_of_one_text_are_no_joined_texts() -> None:
    whole = article(BRIDGE + JOIN + HARVEST + " انتهى", "المرصد")
    links = find_reuse([FIRST, SECOND, JOINED, whole])
    assert find_seams(links, {one.id: len(one.text) for one in (FIRST, SECOND, JOINED, whole)}) == ()

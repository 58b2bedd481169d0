"""Utterances: one act of speaking in other words together; look-alikes apart; people win; order is nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.comparing.utterances import diff_words, group_utterances
from rawi.model.annotation import AnnotatedArticle, PublishedDate, Quotation, TimeExpression
from rawi.model.article import Article
from rawi.model.corpus import Judgement
from rawi.model.identifiers import make_id
from rawi.model.span import Span

LONG = "سنفتح الجسر الجديد أمام المركبات صباح الأحد بعد انتهاء أعمال الصيانة"
OTHER_WORDS = "إن الجسر الجديد سيفتتح للمركبات صباح الأحد فور انتهاء الصيانة"


def say(
    words: str,
    speaker: str | None = "وزير النقل",
    day: str | None = "2020-08-20",
    *,
    kind: str = "person",
    times: tuple[TimeExpression, ...] = (),
    before: str = "قال ",
) -> AnnotatedArticle:
    text = before + words
    cue = Span(before.index("قال"), before.index("قال") + 3)
    quotation = Quotation(
        "q1", "direct", (Span(len(before), len(text)),), cue=cue, source_name=speaker, source_kind=kind
    )
    return AnnotatedArticle(
        Article.create(text, outlet=f"{speaker} {day}"), PublishedDate(day, day), quotations=(quotation,), times=times
    )


def joined(*articles: AnnotatedArticle, **options) -> bool:
    found = group_utterances(articles, **options)
    return any(len({quotation.article for quotation in item.quotations}) == len(articles) for item in found)


def test_other_words_of_one_speech_are_one_utterance() -> None:
    [utterance] = group_utterances([say(LONG), say(OTHER_WORDS)])
    assert utterance.relation == "other_translation"
    assert utterance.speaker == "وزير النقل"
    assert utterance.reasons[0].feature == "shared_meaning"
    assert utterance.outlets == 1


def test_relations() -> None:
    other = say(LONG.replace("الجديد", "الجديـد"), day="2020-08-21")
    assert [item.relation for item in group_utterances([say(LONG), other])] == ["verbatim"]
    short = say("سنفتح الجسر الجديد أمام المركبات", day="2020-08-21")
    assert [item.relation for item in group_utterances([say(LONG), short])] == ["shortened"]


def test_the_same_line_in_another_year_is_another_utterance() -> None:
    assert not joined(say(LONG), say(LONG, day="2021-08-20"))


def test_a_date_beside_the_cue_tells_when_it_was_said() -> None:
    before = "في 19 آب 2020 قال "
    time = TimeExpression(3, 13, "DATE", "2020-08-19", "2020-08-19", "2020-08-19")
    later = say(LONG, day="2020-11-02", times=(time,), before=before)
    assert joined(say(LONG), later)
    [utterance] = group_utterances([say(LONG), later])
    assert utterance.said_on == "2020-08-19"


def test_another_person_is_another_speaker() -> None:
    assert not joined(say(LONG), say(OTHER_WORDS, "محافظ البصرة"))


def test_an_unnamed_source_may_have_told_it() -> None:
    assert joined(say(LONG), say(LONG + " كما قيل", "مصدر مطلع", kind="anonymous"))


def test_the_contrary_is_not_the_same() -> None:
    assert not joined(say("سنفتح الجسر الجديد أمام المركبات"), say("لن نفتح الجسر أمام المركبات هذا العام ولا غيره"))


def test_other_numbers_are_not_the_same() -> None:
    assert not joined(say("سنسحب 5000 جندي من قاعدة التاجي"), say("سنسحب 2500 جندي خلال أشهر من قواعد أخرى"))


def test_people_win() -> None:
    left, right = say(LONG), say("لا علاقة لهذا بذاك", "محافظ البصرة", "2021-01-01")
    [utterance] = group_utterances([say(LONG), say(OTHER_WORDS)])
    judged = Judgement("j", "different", "utterances", *_ids(say(LONG), say(OTHER_WORDS)))
    assert group_utterances([say(LONG), say(OTHER_WORDS)], judgements=[judged]) == ()
    judged = Judgement("j", "same", "utterances", *_ids(left, right))
    assert len(group_utterances([left, right], judgements=[judged])) == 1
    assert utterance.id in _ids(say(LONG), say(OTHER_WORDS))


def _ids(*articles: AnnotatedArticle) -> list[str]:
    """The names that utterances founded by the articles' quotations would have."""
    return [make_id("u", item.id, "q1") for item in articles]


ARTICLES = [
    say(LONG),
    say(OTHER_WORDS, day="2020-08-21"),
    say("سنفتح الجسر الجديد", day="2020-08-22"),
    say("نرفض أي تدخل في شؤون العراق", "الكاظمي"),
    say("العراق يرفض التدخل في شؤونه", "مصطفى الكاظمي", "2020-08-21"),
    say("لا تعليق", None, None),
]


@settings(max_examples=10, deadline=None)
@given(shuffled=st.permutations(ARTICLES))
def test_order_makes_no_difference(shuffled: list[AnnotatedArticle]) -> None:
    assert group_utterances(shuffled) == group_utterances(ARTICLES)
    assert len(group_utterances(ARTICLES)) == 2


def test_nothing_from_nothing() -> None:
    assert group_utterances([]) == ()
    assert group_utterances([AnnotatedArticle(Article.create("نص بلا اقتباس"))]) == ()


@given(st.text("اب جد \n.،", max_size=40), st.text("اب جد \n.،", max_size=40))
def test_differences_hold_every_word_of_both(first: str, second: str) -> None:
    changes = diff_words(first, second)
    for text, side in ((first, "first"), (second, "second")):
        told = " ".join(getattr(change, side) for change in changes)
        assert sorted(text.replace("،", " ").replace(".", " ").split()) == sorted(
            told.replace("،", " ").replace(".", " ").split()
        )


def test_spelling_is_told_apart_from_words() -> None:
    assert [change.kind for change in diff_words("أكّد الوزير", "اكد الوزير")] == ["spelling"]

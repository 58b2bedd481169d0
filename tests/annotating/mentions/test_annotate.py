from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.annotating.mentions import annotate_mentions
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.article import Article
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags
from rawi.reading.zones import read_zones

KNOWLEDGE = load_knowledge()


def tagged(text: str, *names: tuple[str, str], score: float = 0.95) -> AnnotatedArticle:
    """The text with tags on the first places where the names stand, in the order given."""
    spans, start = [], 0
    for name, label in names:
        start = text.index(name, start)
        spans.append(TaggedSpan(Span(start, start + len(name)), label, score))
        start += len(name)
    return AnnotatedArticle(Article.create(text), tags=Tags(names=tuple(spans)))


def found(annotated: AnnotatedArticle) -> list[tuple[str, str]]:
    mentions = annotate_mentions(annotated, KNOWLEDGE).mentions
    return [(mention.type, mention.span.of(annotated.text)) for mention in mentions if mention.form == "name"]


def test_a_proclitic_stays_outside_and_fused_lam_inside() -> None:
    text = "تحدث والكاظمي حاضر ثم سلم الوفد للكاظمي رسالة"
    assert found(tagged(text, ("والكاظمي", "PER"), ("للكاظمي", "PER"))) == [("PER", "الكاظمي"), ("PER", "للكاظمي")]


@pytest.mark.parametrize(
    ("text", "seen", "right"),
    [
        ("قال مازن عبد الرحيم إنه باق", [("مازن عبد", "PER")], "مازن عبد الرحيم"),
        ("وصل أبو سامر النجدي إلى المدينة", [("أبو سامر", "PER")], "أبو سامر النجدي"),
        ("أعلن ليلى حماد نتائجها", [("حماد", "PER")], "ليلى حماد"),
        ("قال المدرب فان ديرلو إنه راض", [("ديرلو", "PER")], "فان ديرلو"),
        ("أكد الدكتور نزار السهلي ذلك", [("الدكتور نزار السهلي", "PER")], "نزار السهلي"),
        ("كتبت مروة عبد المنصف المقال", [("مروة", "PER"), ("عبد المنصف", "PER")], "مروة عبد المنصف"),
    ],
)
def test_names_are_whole(text: str, seen: list[tuple[str, str]], right: str) -> None:
    assert found(tagged(text, *seen)) == [("PER", right)]


def test_two_persons_in_one_tag_are_parted() -> None:
    text = "شرح بيتر هولمان للقاسمي خطته"
    assert found(tagged(text, ("بيتر هولمان للقاسمي", "PER"))) == [("PER", "بيتر هولمان"), ("PER", "للقاسمي")]


def test_a_surname_is_a_person_wherever_the_full_name_is_one() -> None:
    text = "وصل سامر الزعتري إلى القاهرة. وزار الزعتري المتحف. ثم غادر الزعتري مساء."
    annotated = tagged(text, ("سامر الزعتري", "PER"), ("القاهرة", "LOC"), ("الزعتري", "LOC"))
    assert [kind for kind, name in found(annotated) if name == "الزعتري"] == ["PER", "PER"]


def test_forces_of_a_nation_are_described_not_named() -> None:
    text = "انسحبت القوات الفرنسية من القاعدة"
    mentions = annotate_mentions(tagged(text, ("القوات الفرنسية", "ORG")), KNOWLEDGE).mentions
    assert [(mention.form, mention.type) for mention in mentions] == [("nominal", "ORG")]


def test_an_attribute_is_no_name() -> None:
    assert found(tagged("قتل القيادي الحوثي في الغارة", ("الحوثي", "ORG"))) == []


def test_furniture_is_never_marked() -> None:
    body = "أعلنت الحكومة المصرية يوم الأحد اتفاقا جديدا مع نقابات العمال في القاهرة."
    text = f"حجم الخط\n\nاتفاق في القاهرة\n\n{body}\n\nشارك على تويتر"
    annotated = read_zones(AnnotatedArticle(Article.create(text)))
    furniture = [zone.span for zone in annotated.zones if zone.kind == "furniture"]
    assert furniture
    for mention in annotate_mentions(annotated, KNOWLEDGE).mentions:
        assert not any(zone.overlaps(mention.span) for zone in furniture)


def test_without_tags_rules_and_tables_find_names() -> None:
    text = (
        "قال الدكتور سامي العبدلي في القاهرة إن وزارة الصحة المصرية تتعاون مع الأمم المتحدة. وزار العبدلي مطار بيروت."
    )
    assert found(AnnotatedArticle(Article.create(text))) == [
        ("PER", "سامي العبدلي"),
        ("GPE", "القاهرة"),
        ("ORG", "وزارة الصحة المصرية"),
        ("ORG", "الأمم المتحدة"),
        ("PER", "العبدلي"),
        ("FAC", "مطار بيروت"),
    ]


def test_marks_and_persian_letters_keep_their_offsets() -> None:
    text = "التقى مصطفى الكاظميُّ اسماعیل قاآنی في بغـداد"
    assert ("GPE", "بغـداد") in found(AnnotatedArticle(Article.create(text)))


def check(text: str, mentions: tuple[Mention, ...]) -> None:
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.entity
        assert mention.name


@given(st.text(alphabet='والكاظمي بن عبد «»"().\n\u0640\u064f\ud800aB5 العراق الرئيس رئيس', max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    annotated = AnnotatedArticle(Article.create(text))
    check(text, annotate_mentions(annotated, KNOWLEDGE).mentions)
    half = len(text) // 2
    if half:
        tags = Tags(names=(TaggedSpan(Span(0, half), "PER", 0.9), TaggedSpan(Span(half, len(text)), "ORG", 0.4)))
        check(text, annotate_mentions(AnnotatedArticle(annotated.article, tags=tags), KNOWLEDGE).mentions)


def test_empty_and_huge_texts() -> None:
    assert annotate_mentions(AnnotatedArticle(Article.create("")), KNOWLEDGE).mentions == ()
    line = "قال وزير الخارجية العراقي فؤاد حسين إن بغداد ترحب " * 2_000
    mentions = annotate_mentions(AnnotatedArticle(Article.create(line)), KNOWLEDGE).mentions
    assert len(mentions) >= 4_000


def with_titles(text: str, names: tuple[tuple[str, str], ...], *titles: str) -> AnnotatedArticle:
    plain = tagged(text, *names)
    spans = tuple(TaggedSpan(Span(at, at + len(title)), "TITLE", 0.9) for title in titles for at in [text.index(title)])
    return AnnotatedArticle(plain.article, tags=Tags(names=plain.tags.names, titles=spans))


def persons(annotated: AnnotatedArticle) -> list[tuple[str, str | None]]:
    mentions = annotate_mentions(annotated, KNOWLEDGE).mentions
    return [(one.span.of(annotated.text), one.name) for one in mentions if one.type == "PER"]


def test_a_title_joined_to_a_name_by_and_is_somebody_elses() -> None:
    text = "أعرب سامر الزعتري ووزير السياحة القبرصي عن أملهما في التعاون"
    annotated = with_titles(text, (("سامر الزعتري", "PER"),), "وزير السياحة القبرصي")
    assert persons(annotated) == [
        ("سامر الزعتري", "سامر الزعتري"),
        ("وزير السياحة القبرصي", "وزير السياحة القبرصي"),
    ]


def test_a_person_is_taken_up_by_any_of_two_titles() -> None:
    text = "وصل اللواء سامر الزعتري، قائد كلية المشاة، مساء أمس. وقال قائد الكلية إنه باق."
    annotated = with_titles(text, (("سامر الزعتري", "PER"),), "اللواء", "قائد كلية المشاة", "قائد الكلية")
    assert persons(annotated) == [("سامر الزعتري", "سامر الزعتري"), ("قائد الكلية", "سامر الزعتري")]


def test_what_the_tagger_sees_as_both_body_and_title_is_the_title_of_the_person_behind_it() -> None:
    text = "قتل في الغارة القيادي اليمني سامر الزعتري أمس"
    names = (("القيادي اليمني", "ORG"), ("سامر الزعتري", "PER"))
    assert found(with_titles(text, names, "القيادي اليمني")) == [("PER", "سامر الزعتري")]


def test_a_title_and_its_holder_may_have_a_comma_between_them() -> None:
    text = "قال مفوض الهيئة العليا، سامر الزعتري، إن العمل بدأ. وأضاف مفوض الهيئة أنه مستمر."
    names = (("مفوض الهيئة العليا", "ORG"), ("سامر الزعتري", "PER"))
    annotated = with_titles(text, names, "مفوض الهيئة العليا", "مفوض الهيئة")
    assert persons(annotated)[0] == ("سامر الزعتري", "سامر الزعتري")
    titled = annotate_mentions(annotated, KNOWLEDGE).mentions[0]
    assert titled.title is not None
    assert titled.title.of(text) == "مفوض الهيئة العليا"


def test_another_of_the_family_has_a_first_name_of_his_own() -> None:
    text = "أدانت النقابة مقتل حسن الدريعي. وقال ماجد الدريعي مدير القسم إنه رآه."
    annotated = tagged(text, ("حسن الدريعي", "PER"))
    assert persons(annotated) == [("حسن الدريعي", "حسن الدريعي"), ("ماجد الدريعي", "ماجد الدريعي")]


def test_a_house_that_bears_a_mans_name_has_all_of_it() -> None:
    text = "قصفت الطائرات مستشفى كمال زيتون أمس. وخرج الجرحى من مستشفى كمال زيتون."
    names = (("مستشفى كمال", "ORG"), ("مستشفى كمال", "ORG"))
    assert found(tagged(text, *names)) == [("ORG", "مستشفى كمال زيتون")] * 2


@pytest.mark.parametrize(
    ("text", "seen", "right"),
    [
        ("وصل الوفد إلى مستشفى الندى التابع للبلدية", "مستشفى الندى التابع", ["مستشفى الندى"]),
        ("أعلن المستشفى الكويتي لرويترز نفاد الوقود", "المستشفى الكويتي", ["المستشفى الكويتي", "رويترز"]),
    ],
)
def test_a_house_ends_where_something_else_begins(text: str, seen: str, right: list[str]) -> None:
    tags = [(seen, "ORG")] + ([("لرويترز", "ORG")] if "لرويترز" in text else [])
    assert [name for _, name in found(tagged(text, *tags))] == right


@pytest.mark.parametrize("text", ["رفضت السلطات المسؤولة الطلب", "وعلى الصعيد الدبلوماسي لا جديد"])
def test_an_adjective_is_no_official(text: str) -> None:
    assert not annotate_mentions(tagged(text), KNOWLEDGE).mentions

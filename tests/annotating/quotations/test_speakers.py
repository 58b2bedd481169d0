"""Who is meant: sources by their case and agreement, antecedents by the sentence's own subject."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rawi.annotating.quotations import annotate_quotations
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.article import Article
from rawi.model.labels import MentionType
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags
from rawi.reading.zones import read_zones


def named(text: str, name: str, kind: MentionType = "PER", title: str = "") -> Mention:
    start = text.index(name)
    beside = Span(text.index(title), text.index(title) + len(title)) if title else None
    return Mention(start, start + len(name), kind, name=name, entity="e_" + name, title=beside)


def speakers(text: str, *mentions: Mention, sources: tuple[str, ...] = ()) -> list[str | None]:
    """Names of the quotations' speakers; ``sources`` are words that the tagger takes for sources."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in sources]
    tags = Tags(sources=tuple(TaggedSpan(span, "SOURCE", 0.9) for span in spans))
    read = read_zones(AnnotatedArticle(Article.create(text), mentions=mentions, tags=tags))
    return [quotation.source_name for quotation in annotate_quotations(read, load_knowledge()).quotations]


def test_an_accusative_does_not_speak() -> None:
    text = "نشر الدفاع المدني مقطعاً مصوراً قال إنه يظهر طواقمه وهي تعمل بين الأنقاض."
    assert speakers(text, named(text, "الدفاع المدني", "ORG"), sources=("مصوراً",)) == ["الدفاع المدني"]


@pytest.mark.parametrize(
    "text",
    [
        "قال سامر الفهيدي إن العمل بدأ. وحث الحكومة المحلية على التعاون مع المنظمات في هذه الأيام.",
        "قال سامر الفهيدي إن العمل بدأ. ودعا المتقدمين إلى مراجعة المكتب قبل نهاية الأسبوع.",
    ],
)
def test_whom_one_addresses_does_not_speak(text: str) -> None:
    assert speakers(text, named(text, "سامر الفهيدي")) == ["سامر الفهيدي", "سامر الفهيدي"]


def test_a_state_acts_and_says() -> None:
    text = "قال سامر الفهيدي إن العمل بدأ. وشنت إسرائيل هجوما واسعا على المدينة، قائلة إنها تريد حماية حدودها."
    found = speakers(text, named(text, "سامر الفهيدي"), named(text, "إسرائيل", "GPE"))
    assert found == ["سامر الفهيدي", "إسرائيل"]


def test_from_whom_no_comment_came_says_something_else() -> None:
    text = "قال سامر الفهيدي إن الحرب طالت. ولم يصدر رد فوري من حزب البناء، لكنه قال إن أعضاءه بخير."
    found = speakers(text, named(text, "سامر الفهيدي"), named(text, "حزب البناء", "ORG"))
    assert found == ["سامر الفهيدي", "حزب البناء"]


def test_a_verb_shows_the_gender_of_a_name() -> None:
    text = (
        "قالت مسؤولة أممية إن الوضع خطير. وقالت جويس مسويا في بيان إن المئات رحلوا."
        ' وأضافت أن "المستشفيات لم تعد تعمل منذ أسبوع".'
    )
    assert speakers(text, named(text, "جويس مسويا"))[1:] == ["جويس مسويا", "جويس مسويا"]


def test_who_speaks_inside_a_quotation_is_not_taken_up_outside_it() -> None:
    text = (
        'قالت نقابة الأطباء في بيان: "نأسف لما جرى، وتشير التقارير الأخيرة إلى اعتقال الكثير من أعضاء الفريق".'
        ' وتابعت: "نحاول الاتصال بزملائنا منذ الصباح".'
    )
    found = speakers(text, named(text, "نقابة الأطباء", "ORG"))
    assert found[0] == "نقابة الأطباء"
    assert found[-1] == "نقابة الأطباء"


def test_a_body_in_marks_behind_its_noun_is_that_body() -> None:
    text = 'أعلنت منظمة "أطباء الجبل" أن أحد جراحيها مفقود منذ يومين.'
    assert speakers(text, named(text, "أطباء الجبل", "ORG")) == ["أطباء الجبل"]


def test_words_in_marks_behind_a_particle_may_be_several_sentences() -> None:
    text = 'وقال مدير القسم إنه "عند منتصف الليل وصلت الدبابات. ثم بدأ إطلاق النار على المبنى". وغادر بعدها.'
    read = read_zones(AnnotatedArticle(Article.create(text)))
    (found,) = annotate_quotations(read, load_knowledge()).quotations
    assert found.content[-1].of(text).rstrip('"').endswith("على المبنى")


def test_a_source_ends_where_its_name_ends() -> None:
    text = "وأكد عبد الفهيدي أن الخسائر كبيرة جدا هذا العام."
    mention = named(text, "عبد الفهيدي")
    tags = Tags(sources=(TaggedSpan(Span(mention.start, mention.start + 3), "SOURCE", 0.9),))
    read = read_zones(AnnotatedArticle(Article.create(text), mentions=(mention,), tags=tags))
    (found,) = annotate_quotations(read, load_knowledge()).quotations
    assert found.source == mention.span


def test_a_body_that_is_called_agency_brings_no_news() -> None:
    text = "أكدت وكالة الأونروا أن الإمدادات لم تصل إلى مخازنها."
    mention = replace(named(text, "وكالة الأونروا", "ORG"), knowledge="unrwa")
    assert "unrwa" in {organisation.id for organisation in load_knowledge().organisations}
    read = read_zones(AnnotatedArticle(Article.create(text), mentions=(mention,)))
    (found,) = annotate_quotations(read, load_knowledge()).quotations
    assert found.source_kind == "organisation"
    assert [link.kind for link in found.chain] == ["speaker"]


def test_verbs_joined_in_one_sentence_have_one_subject() -> None:
    text = "قال سامر الفهيدي إن العمل بدأ. وقبل سفره إلى الشمال، استقبل نادر السالمي وفدا، وقال له إن المعبر مفتوح."
    found = speakers(text, named(text, "سامر الفهيدي"), named(text, "نادر السالمي"))
    assert found == ["سامر الفهيدي", "نادر السالمي"]


@pytest.mark.parametrize(
    ("text", "names", "source"),
    [
        ("وأوضح سامر الفهيدي للدريعي أن العمل بدأ منذ أسبوع.", ("سامر الفهيدي", "للدريعي"), "سامر الفهيدي"),
        (
            "وحث سامر الفهيدي نظيره مازن الدريعي على الضغط من أجل الاتفاق.",
            ("سامر الفهيدي", "مازن الدريعي"),
            "سامر الفهيدي",
        ),
        (
            "وأوضح سامر الفهيدي ومازن الدريعي أن العمل بدأ.",
            ("سامر الفهيدي", "مازن الدريعي"),
            "سامر الفهيدي ومازن الدريعي",
        ),
    ],
)
def test_whom_a_speaker_addresses_is_no_part_of_him(text: str, names: tuple[str, str], source: str) -> None:
    mentions = tuple(named(text, name) for name in names)
    read = read_zones(AnnotatedArticle(Article.create(text), mentions=mentions))
    (found,) = annotate_quotations(read, load_knowledge()).quotations
    assert found.source is not None
    assert found.source.of(text) == source

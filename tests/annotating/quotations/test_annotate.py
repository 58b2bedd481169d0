"""The stage as a whole: what was said, by whom, through whom, and what was not said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.annotating.quotations import annotate_quotations
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle, Mention, Quotation
from rawi.model.article import Article
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags
from rawi.reading.zones import read_zones


def annotate(
    text: str, mentions: tuple[Mention, ...] = (), tags: Tags = Tags(), outlet: str | None = None
) -> AnnotatedArticle:
    read = read_zones(AnnotatedArticle(Article.create(text, outlet=outlet), mentions=mentions, tags=tags))
    return annotate_quotations(read, load_knowledge())


def person(text: str, name: str, title: str = "") -> Mention:
    start = text.index(name)
    beside = Span(text.index(title), text.index(title) + len(title)) if title else None
    return Mention(start, start + len(name), "PER", name=name, entity="e_" + name, title=beside)


def said(text: str, quotation: Quotation) -> list[str]:
    return [piece.of(text) for piece in quotation.content]


@pytest.mark.parametrize(
    ("text", "content", "source", "kind"),
    [
        (
            "قال وزير النفط إن الإنتاج سيبقى على حاله هذا العام.",
            "الإنتاج سيبقى على حاله هذا العام",
            "وزير النفط",
            "indirect",
        ),
        (
            "وأكدت وزارة الصحة أن اللقاحات وصلت إلى المحافظات كلها.",
            "اللقاحات وصلت إلى المحافظات كلها",
            "وزارة الصحة",
            "indirect",
        ),
        (
            "وقال المتحدث باسم الشرطة: «أوقفنا أربعة مشتبه بهم في ساعة مبكرة».",
            "أوقفنا أربعة مشتبه بهم في ساعة مبكرة",
            "المتحدث باسم الشرطة",
            "direct",
        ),
        (
            'وأعلن المتحدث باسم البلدية "سنفتح الجسر الجديد أمام السيارات غدا".',
            "سنفتح الجسر الجديد أمام السيارات غدا",
            "المتحدث باسم البلدية",
            "direct",
        ),
        (
            "ارتفعت أسعار القمح بنسبة كبيرة في الأسواق العالمية، بحسب وزارة التجارة.",
            "ارتفعت أسعار القمح بنسبة كبيرة في الأسواق العالمية",
            "وزارة التجارة",
            "indirect",
        ),
        (
            "ودعا رئيس النقابة إلى إضراب عام في كل المدارس الأسبوع المقبل.",
            "إضراب عام في كل المدارس الأسبوع المقبل",
            "رئيس النقابة",
            "indirect",
        ),
    ],
)
def test_one_report(text: str, content: str, source: str, kind: str) -> None:
    quotations = annotate(text).quotations
    assert [said(text, quotation) for quotation in quotations] == [[content]]
    assert quotations[0].source is not None
    assert quotations[0].source.of(text) == source
    assert quotations[0].kind == kind


def test_a_verb_without_subject_takes_the_last_speaker() -> None:
    text = "قال المدير سامي الراوي إن المصنع سيفتح. وأضاف أن العمال عادوا إلى أعمالهم."
    first, second = annotate(text, (person(text, "سامي الراوي", "المدير"),)).quotations
    assert first.source_entity == second.source_entity == "e_سامي الراوي"
    assert second.source is None
    assert second.source_name == "سامي الراوي"


def test_participles_report_too() -> None:
    text = "أكد رئيس اللجنة أن التقرير جاهز، مشيرا إلى أن النتائج ستعلن قريبا، ومطالبا بزيادة الدعم للمزارعين."
    acts = [quotation.act for quotation in annotate(text).quotations]
    assert acts[:2] == ["statement", "statement"]
    assert "demand" in acts


def test_acts_and_polarity() -> None:
    text = "نفى الناطق باسم الحكومة أن تكون الضرائب قد ارتفعت هذا العام. ولم يؤكد الناطق أن القرار نهائي."
    found = annotate(text).quotations
    assert found[0].act == "denial"
    assert all(quotation.polarity == "denied" for quotation in found[1:])


def test_the_chain_runs_from_outlet_to_speaker() -> None:
    text = "قال مصدر أمني مطلع لوكالة فرانس برس إن القوات انسحبت من البلدة فجرا.\n\nأ ف ب"
    (quotation,) = annotate(text, outlet="الضفاف").quotations
    assert [link.kind for link in quotation.chain] == ["outlet", "agency", "anonymous"]
    assert quotation.chain[0].span is None
    assert all(link.span is not None for link in quotation.chain[1:])
    assert quotation.source_kind == "anonymous"


def test_reports_inside_reports() -> None:
    text = "وقال مصدر دبلوماسي إن وزير الخارجية أكد أن الاتفاق سيوقع في القاهرة يوم الأحد."
    outer, inner = sorted(annotate(text).quotations, key=lambda item: item.content[0].start)
    assert inner.nested_in == outer.id
    assert any(link.kind == "anonymous" for link in inner.chain)


@pytest.mark.parametrize(
    ("text", "silence"),
    [
        ("أعلن الوزير أن القوات ستغادر دون أن يحدد موعدا لذلك.", "دون أن يحدد موعدا لذلك"),
        ("ولم يذكر البيان أسماء الشركات.", "لم يذكر البيان أسماء الشركات"),
        ("ورفض المتحدث التعليق على الخبر.", "رفض المتحدث التعليق على الخبر"),
        ("ولم تقدم الشركة أي تفاصيل عن الصفقة.", "لم تقدم الشركة أي تفاصيل عن الصفقة"),
        ("ولم تصدر الحركة بيانا رسميا.", "لم تصدر الحركة بيانا رسميا"),
    ],
)
def test_silences(text: str, silence: str) -> None:
    assert [found.span.of(text) for found in annotate(text).silences] == [silence]


@pytest.mark.parametrize(
    "text",
    [
        "وقال المدرب إن اللاعبين لم يقدموا المستوى المطلوب منهم.",
        "وأكد النادي أنه لن يخوض المباراة المقبلة.",
        "ولم تصدر المحكمة حكمها في القضية.",
    ],
)
def test_what_is_no_information_is_no_silence(text: str) -> None:
    assert annotate(text).silences == ()


def test_a_habit_of_silence_is_not_laid_to_the_last_speaker() -> None:
    text = "وقال مسؤول مطلع إن المفاوضات مستمرة. وتُرسل الولايات المتحدة قوات خاصة لا تعلن عن عديدها."
    assert [found.who for found in annotate(text).silences] == [None]


def test_a_machine_translated_passage_is_flagged_with_its_signs() -> None:
    text = "قال القائد الأعلى للولايات المتحدة. القوات ستبقى ، وقال إن الولايات المتحدة. القوات ستخفض حضورها."
    annotated = annotate(text)
    assert len(annotated.translated) == 1
    assert all(text[sign.start : sign.end].strip() for sign in annotated.translated[0].signs)
    assert all(quotation.translated for quotation in annotated.quotations)


def test_people_write_commas_after_blanks_too() -> None:
    text = "عقد المدير اجتماعا ، وناقش فيه الخطة ، وشكر العاملين ، وقال إن العمل مستمر ."
    assert annotate(text).translated == ()


def test_the_tagger_brings_speech_that_nothing_sets_off() -> None:
    text = "وقالت الطالبة هند شكرا لكم جميعا على هذا الدعم الكبير."

    def tagged(words: str, label: str) -> TaggedSpan:
        return TaggedSpan(Span(text.index(words), text.index(words) + len(words)), label, 0.97)

    tags = Tags(
        names=(tagged("هند", "PER"),),
        cues=(tagged("قالت", "CUE"),),
        sources=(tagged("الطالبة هند", "SOURCE"),),
        contents=(tagged("شكرا لكم جميعا على هذا الدعم الكبير", "CONTENT"),),
    )
    (quotation,) = annotate(text, (person(text, "هند", "الطالبة"),), tags).quotations
    assert said(text, quotation) == ["شكرا لكم جميعا على هذا الدعم الكبير"]
    assert quotation.source is not None
    assert quotation.source.of(text) == "الطالبة هند"


WORDS = st.sampled_from(
    (  # noqa: SIM905
        "قال وأضاف أن إن أنه بحسب مصدر الوزير وزارة الصحة ، . : « » “ ” إلى دعا مؤكدا لم يذكر رويترز ( ) - التقرير أمس "
        'كما حسبما أعلن قوله نقلت عن الذي لـ للصحفيين في مؤتمر صحفي نفى وجود اتفاق أما فقال ـ ؟ "'
    ).split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_any_text_is_read_and_every_span_lies_in_it(words: list[str]) -> None:
    text = " ".join(words).replace("ـ", "\n")
    annotated = annotate(text)
    for quotation in annotated.quotations:
        spans = [*quotation.content, quotation.cue, quotation.source, quotation.addressee, quotation.occasion]
        spans += [link.span for link in quotation.chain]
        assert all(span is None or span.end <= len(text) for span in spans)
        assert quotation.cue is None or not any(piece.overlaps(quotation.cue) for piece in quotation.content)
        assert all("\n" not in piece.of(text) for piece in quotation.content if quotation.kind == "indirect")
    for silence in annotated.silences:
        assert silence.end <= len(text)
    ids = [quotation.id for quotation in annotated.quotations]
    assert len(ids) == len(set(ids))


def test_words_handed_on_are_the_speakers_and_the_agency_is_a_link() -> None:
    text = "ونقلت وكالة الأناضول عن وزير الدفاع قوله إن المناورات ستبدأ في الربيع المقبل."
    (quotation,) = annotate(text).quotations
    assert said(text, quotation) == ["المناورات ستبدأ في الربيع المقبل"]
    assert quotation.source is not None
    assert quotation.source.of(text) == "وزير الدفاع"
    assert [link.kind for link in quotation.chain] == ["agency", "speaker"]


def tagged(text: str, words: str, label: str) -> TaggedSpan:
    start = text.index(words)
    return TaggedSpan(Span(start, start + len(words)), label, 0.9)


def speakers(text: str, *mentions: Mention) -> list[str | None]:
    return [quotation.source_name for quotation in annotate(text, mentions).quotations]


def test_somebodys_words_are_his() -> None:
    text = "تعهد رئيس البلدية سالم العبدلي بإصلاح الطرق. وبحسب تصريحاته فإن العمل يبدأ في رمضان."
    tags = Tags(
        cues=(tagged(text, "بحسب", "CUE"),),
        sources=(tagged(text, "تصريحاته", "SOURCE"),),
        contents=(tagged(text, "العمل يبدأ في رمضان", "CONTENT"),),
    )
    found = annotate(text, (person(text, "سالم العبدلي", "رئيس البلدية"),), tags).quotations[-1]
    assert found.source is not None
    assert (found.source.of(text), found.source_name, found.source_kind) == ("تصريحاته", "سالم العبدلي", "person")


def test_the_man_acts_and_not_the_body_in_his_title() -> None:
    text = "حضر المؤتمر المتحدث باسم الشركة سالم العبدلي. وفي رده على سؤال، قال إن الإنتاج لم يتوقف."
    start = text.index("الشركة")
    body = Mention(start, start + 6, "ORG", name="الشركة", entity="e_body")
    assert speakers(text, body, person(text, "سالم العبدلي", "المتحدث باسم الشركة"))[-1] == "سالم العبدلي"


def test_two_who_spoke_together_go_on_together() -> None:
    text = "دعت الخرطوم والقاهرة إلى الحوار. وأكدتا أن السد يهم الجميع."
    places = [
        Mention(text.index(name), text.index(name) + len(name), "GPE", name=name) for name in ("الخرطوم", "القاهرة")
    ]
    assert speakers(text, *places) == ["الخرطوم والقاهرة", "الخرطوم والقاهرة"]


def test_an_interview_goes_on_after_a_report_within_a_report() -> None:
    text = "قال سالم العبدلي لوكالة رويترز إن البلدية أعلنت أن الجسر سيفتح غدا. وأضاف أن الكلفة بلغت مليون دينار."
    found = annotate(text, (person(text, "سالم العبدلي"),)).quotations
    assert len(found) == 3
    assert "رويترز" in [link.name for link in found[-1].chain]

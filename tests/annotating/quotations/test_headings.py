"""Speech in headlines: a speaker, a colon, the words."""

from __future__ import annotations

import pytest

from rawi.annotating.quotations.headings import find_headline_speech
from rawi.annotating.quotations.prose import read_prose
from rawi.model.annotation import AnnotatedArticle, Mention, Quotation, Zone
from rawi.model.article import Article
from rawi.model.span import Span


def speech(line: str, name: str, kind: str = "PER") -> list[tuple[str | None, str]]:
    text = f"{line}\n\nعقد الاجتماع صباح الأحد."
    start = text.index(name)
    annotated = AnnotatedArticle(
        Article.create(text),
        zones=(Zone(0, len(line), "headline"), Zone(len(line) + 2, len(text), "body")),
        mentions=(Mention(start, start + len(name), kind, name=name),),  # type: ignore[arg-type]
    )
    return [
        (found.source_name, found.content[0].of(text))
        for found in find_headline_speech(annotated, read_prose(annotated))
    ]


@pytest.mark.parametrize(
    ("line", "name", "kind", "words"),
    [
        ("الرئيس نادر السالمي: لا تفاوض قبل وقف النار", "نادر السالمي", "PER", "لا تفاوض قبل وقف النار"),
        ("نادر السالمي: «سنفتح المعبر يوم الأحد»", "نادر السالمي", "PER", "سنفتح المعبر يوم الأحد"),
        ("أنقرة: سنخفض قواتنا عند الحدود", "أنقرة", "GPE", "سنخفض قواتنا عند الحدود"),
        ("حزب البناء: لن نشارك في الحكومة", "حزب البناء", "ORG", "لن نشارك في الحكومة"),
    ],
)
def test_a_speaker_before_a_colon_is_quoted(line: str, name: str, kind: str, words: str) -> None:
    assert speech(line, name, kind) == [(name, words)]


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("بيروت: أزمة جديدة في قطاع الكهرباء", "بيروت", "GPE"),
        ("تفاصيل لقاء نادر السالمي مع رؤساء البلديات في الجنوب: خطة من ثلاث مراحل", "نادر السالمي", "PER"),
        ("نادر السالمي: مقابلة", "نادر السالمي", "PER"),
        ("نادر السالمي يفتتح المعبر", "نادر السالمي", "PER"),
    ],
)
def test_a_place_of_news_and_a_long_line_quote_nobody(line: str, name: str, kind: str) -> None:
    assert speech(line, name, kind) == []


@pytest.mark.parametrize(
    ("line", "name", "kind", "words"),
    [
        ("نادر السالمي يعلن فتح المعبر أمام الشاحنات", "نادر السالمي", "PER", "فتح المعبر أمام الشاحنات"),
        ("الحدود: نادر السالمي يؤكد أن المعبر سيبقى مفتوحا", "نادر السالمي", "PER", "المعبر سيبقى مفتوحا"),
        ("أنقرة تدعو إلى وقف النار عند الحدود", "أنقرة", "GPE", "وقف النار عند الحدود"),
    ],
)
def test_a_speaker_and_his_verb_quote_the_rest(line: str, name: str, kind: str, words: str) -> None:
    assert speech(line, name, kind) == [(name, words)]


@pytest.mark.parametrize(
    "line", ["زيارة نادر السالمي تؤكد عمق العلاقات بين البلدين", "مقتل حارس نادر السالمي يعلن بدء المواجهة مع المهربين"]
)
def test_what_only_ends_in_a_name_does_not_speak(line: str) -> None:
    assert speech(line, "نادر السالمي") == []


def test_a_heading_in_marks_is_whose_words_the_text_quotes() -> None:
    text = 'قرار مفاجئ\n\n"أمن الحدود أولا"\n\nقال نادر السالمي إن بلاده تضع مبدأ السيادة وأمن الحدود أولا.'
    start = text.index("بلاده")
    said = Quotation("q1", "indirect", (Span(start, len(text) - 1),), source_name="نادر السالمي", source_kind="person")
    zones = (Zone(0, 10, "headline"), Zone(12, 30, "heading"), Zone(32, len(text), "body"))
    annotated = AnnotatedArticle(Article.create(text), zones=zones)
    [found] = find_headline_speech(annotated, read_prose(annotated), [said])
    assert (found.source_name, found.content[0].of(text), found.kind) == ("نادر السالمي", "أمن الحدود أولا", "direct")
    assert find_headline_speech(annotated, read_prose(annotated), []) == ()

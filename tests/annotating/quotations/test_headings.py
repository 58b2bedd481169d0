"""Speech in headlines: a speaker, a colon, the words."""

from __future__ import annotations

import pytest

from rawi.annotating.quotations.headings import find_headline_speech
from rawi.model.annotation import AnnotatedArticle, Mention, Zone
from rawi.model.article import Article


def speech(line: str, name: str, kind: str = "PER") -> list[tuple[str | None, str]]:
    text = f"{line}\n\nعقد الاجتماع صباح الأحد."
    start = text.index(name)
    annotated = AnnotatedArticle(
        Article.create(text),
        zones=(Zone(0, len(line), "headline"), Zone(len(line) + 2, len(text), "body")),
        mentions=(Mention(start, start + len(name), kind, name=name),),  # type: ignore[arg-type]
    )
    return [(found.source_name, found.content[0].of(text)) for found in find_headline_speech(annotated)]


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

"""Voices: names that are one, may be one or are two; unnamed sources; offices and states."""

from __future__ import annotations

import pytest

from rawi.comparing.actions import PhraseReader
from rawi.comparing.utterances.voices import read_voice, relate_voices
from rawi.knowledge import load_knowledge
from rawi.model.annotation import Quotation
from rawi.model.labels import SourceKind
from rawi.model.span import Span

READER = PhraseReader(load_knowledge())


def voice(name: str | None, kind: SourceKind | None = "person", entity: str | None = None):
    return read_voice("", Quotation("q", "indirect", (Span(0, 1),), None, None, entity, name, kind), READER)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (voice("ترامب"), voice("دونالد ترامب"), "same"),
        (voice("اللواء التركي"), voice("منصور التركي"), "like"),
        (voice("سعيد المنصوري"), voice("أحمد الهاشمي"), "other_speaker"),
        (voice("رئيس الوزراء", entity="e_1"), voice("حيدر العبادي", entity="e_1"), "same"),
        (voice("مصادر محلية", "anonymous"), voice("مصادر محلية", "anonymous"), "unknown"),
        (voice("مسؤول رفيع", "anonymous"), voice("أحمد الهاشمي"), "unknown"),
        (voice("المتحدث الرسمي"), voice("المتحدث الرسمي"), "unknown"),
        (voice("وزير النقل"), voice("وزير النقل"), "same"),
        (voice(None), voice("أحمد الهاشمي"), "unknown"),
        (voice("واشنطن", "organisation"), voice("الحكومة الأميركية", "organisation"), "one_state"),
        (voice("وزارة الصحة", "organisation"), voice("شركة النفط", "organisation"), "other_body"),
        (voice("وزارة الصحة", "organisation"), voice("أحمد الهاشمي"), "other_voice"),
    ],
)
def test_how_voices_stand_to_each_other(first, second, relation: str) -> None:
    assert relate_voices(first, second) == relation
    assert relate_voices(second, first) == relation


def test_one_article_tells_apart_whom_it_names_and_whom_it_hides() -> None:
    hidden = voice("مسؤول مطلع", "anonymous")
    assert relate_voices(hidden, voice("أحمد الهاشمي"), one_article=True) == "other_voice"
    assert relate_voices(hidden, hidden, one_article=True) == "same"
    assert relate_voices(voice("البيان", "document"), voice("واشنطن", "organisation"), one_article=True) == "unknown"

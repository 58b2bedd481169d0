from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.reading.zones import read_zones

BODY = "أعلنت هيئة المنافذ يوم الأحد أنها أعادت فتح معبر الشلامجة أمام المسافرين بعد إغلاق دام ثلاثة أسابيع."


def zones(text: str, title: str | None = None) -> list[tuple[str, str]]:
    annotated = read_zones(AnnotatedArticle(Article.create(text, title=title)))
    return [(zone.kind, zone.span.of(text)) for zone in annotated.zones]


def test_a_page_with_its_frame() -> None:
    top, frame = "+A\nA-\n\nفتح معبر الشلامجة\n\nسمير العبيدي يكتب", "مقالات ذات صلة\n\nزر الذهاب إلى الأعلى"
    page = f"{top}\n\n{BODY}\n\nموقف المحافظة\n\n{BODY}\n\n{frame}"
    assert zones(page) == [
        ("furniture", "+A"),
        ("furniture", "A-"),
        ("headline", "فتح معبر الشلامجة"),
        ("byline", "سمير العبيدي يكتب"),
        ("body", BODY),
        ("heading", "موقف المحافظة"),
        ("body", BODY),
        ("furniture", "مقالات ذات صلة"),
        ("furniture", "زر الذهاب إلى الأعلى"),
    ]


def test_a_first_sentence_is_no_headline() -> None:
    assert zones(f"{BODY}\n{BODY}")[0] == ("body", BODY)


def test_the_title_repeated_in_the_text_is_its_headline() -> None:
    assert zones(f"فتح معبر الشلامجة\n{BODY}", title="فتح معبر الشلامجة")[0] == ("headline", "فتح معبر الشلامجة")
    assert zones(f"قالوا وداعا\n{BODY}", title="عنوان آخر")[0][0] != "headline"


def test_dashes_set_a_heading_apart() -> None:
    assert ("heading", "- لا موعد بعد -") in zones(f"{BODY}\n\n- لا موعد بعد -\n\n{BODY}")


def test_a_list_is_no_heading() -> None:
    assert all(kind == "body" for kind, _ in zones(f"{BODY}\n- بغداد\n- البصرة\n{BODY}") if kind != "agency")


@pytest.mark.parametrize("signature", ["أ ف ب", "أ.ف.ب", "(رويترز)", "وكالة فرانس برس"])
def test_signatures_of_agencies(signature: str) -> None:
    found = [words for kind, words in zones(f"{BODY}\n\n{signature}") if kind == "agency"]
    assert found == [signature.strip("()")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("بغداد (رويترز) - ", "dateline"),
        ("سمير العبيدي- الضفاف- بغداد: ", "byline"),
    ],
)
def test_run_in_heads(line: str, kind: str) -> None:
    assert (kind, line.strip(" -:")) in zones(line + BODY)


def test_a_speaker_before_a_colon_is_no_byline() -> None:
    assert not [words for kind, words in zones("الوزير: لن نتراجع عن القرار ولن نقبل بأقل من ذلك.") if kind == "byline"]


def test_furniture_glued_to_the_last_line() -> None:
    glued = "رابط الخبر بصحيفة الضفاف: فتح المعبر"
    assert ("furniture", glued) in zones(f"{BODY}\n{BODY} {glued}")


@given(st.text(st.sampled_from('أبتم \n\t«»".،:-0٣A+\u00a0\u200f'), max_size=200))
def test_every_zone_is_in_the_text_and_lines_do_not_overlap(text: str) -> None:
    annotated = read_zones(AnnotatedArticle(Article.create(text)))
    lines = [zone for zone in annotated.zones if zone.kind in ("headline", "heading", "body", "furniture")]
    assert all(zone.end <= len(text) for zone in annotated.zones)
    assert all(one.end <= other.start for one, other in pairwise(lines))

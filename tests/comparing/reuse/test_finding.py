"""Copied text: what is found, what is discounted, and that order makes no difference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.comparing.reuse import find_reuse
from rawi.model.annotation import AnnotatedArticle, PublishedDate, Zone
from rawi.model.article import Article

DISPATCH = (
    "أعلنت وزارة النقل أن الجسر الجديد على نهر دجلة سيفتح أمام المركبات صباح الأحد المقبل بعد انتهاء أعمال الصيانة "
    "التي استمرت ثلاثة أشهر. وقال مدير المشروع إن كلفة العمل بلغت خمسة ملايين دينار، "
    "وإن حركة السير ستعود إلى طبيعتها خلال أسبوع."
)
OTHER = (
    "اختتمت في البصرة أعمال مؤتمر الموانئ بمشاركة وفود من سبع دول، ودعا المشاركون إلى تعميق القناة الملاحية "
    "وتوسيع الأرصفة "
    "قبل نهاية العام، فيما قدمت شركات محلية عروضا لتشغيل رافعات جديدة."
)


def article(
    text: str, outlet: str = "الضفاف", day: str | None = None, zones: tuple[Zone, ...] = ()
) -> AnnotatedArticle:
    return AnnotatedArticle(Article.create(text, outlet=outlet), PublishedDate(day, day), zones)


def one(left: AnnotatedArticle, right: AnnotatedArticle):
    found = find_reuse([left, right])
    assert len(found) == 1
    reuse = found[0]
    assert reuse.a < reuse.b
    return reuse, (reuse.a == left.id)


def test_small_edits_spelling_and_clitics_do_not_hide_a_copy() -> None:
    edited = (
        DISPATCH.replace("أعلنت", "واعلنت")
        .replace("الأحد المقبل", "الاحد")
        .replace("مدير المشروع", "مدير المشروع الوطني")
    )
    reuse, _ = one(article(DISPATCH), article(edited, "المشكاة"))
    assert reuse.kind == "near_duplicate"
    assert reuse.share_a > 0.8
    assert len(reuse.passages) == 1
    assert reuse.reasons[0].feature == "shared_words"


def test_a_passage_inside_a_longer_text_is_partial_and_cited() -> None:
    long = OTHER + "\n" + DISPATCH + "\n" + OTHER.replace("البصرة", "أم قصر").replace("سبع", "تسع")[::1]
    reuse, left_is_a = one(article(DISPATCH), article(long, "المشكاة"))
    assert reuse.kind == "partial"
    passage = reuse.passages[0].b if left_is_a else reuse.passages[0].a
    assert long[passage.start : passage.end] == DISPATCH.rstrip(".")


def test_the_shorter_text_was_cut_from_the_longer_where_days_do_not_tell() -> None:
    left, right = article(DISPATCH), article(DISPATCH + " " + OTHER + " " + OTHER[::-1], "المشكاة")
    reuse, left_is_a = one(left, right)
    assert reuse.earlier == ("b" if left_is_a else "a")


def test_the_earlier_day_was_first() -> None:
    left, right = article(DISPATCH, day="2020-08-02"), article(DISPATCH + " كما علم.", "المشكاة", "2020-08-01")
    reuse, left_is_a = one(left, right)
    assert reuse.earlier == ("b" if left_is_a else "a")
    assert any(reason.feature == "earlier_date" for reason in reuse.reasons)


def test_different_texts_share_nothing() -> None:
    assert find_reuse([article(DISPATCH), article(OTHER)]) == ()
    assert find_reuse([]) == ()
    assert find_reuse([article("نص")]) == ()


def test_the_agency_behind_a_copy_that_no_one_of_the_two_credits() -> None:
    signed_text = DISPATCH + "\nأ ف ب"
    signed = article(signed_text, "المشكاة", zones=(Zone(len(DISPATCH) + 1, len(signed_text), "agency"),))
    silent = [article(DISPATCH + " كما ذكر.", "الضفاف"), article("بغداد: " + DISPATCH, "الرازقي")]
    found = {frozenset((reuse.a, reuse.b)): reuse for reuse in find_reuse([signed, *silent])}
    hidden = found[frozenset(item.id for item in silent)]
    assert hidden.agency == "أ ف ب"
    assert [reason.score for reason in hidden.reasons if reason.feature == "agency"] == [0.5]
    credited = found[frozenset((signed.id, silent[0].id))]
    assert [reason.score for reason in credited.reasons if reason.feature == "agency"] == [1.0]


def test_furniture_is_no_copy() -> None:
    frame = " ".join(f"كلمة{chr(0x0628 + number)} إطار" for number in range(20))
    articles = []
    for body, outlet in ((DISPATCH, "الضفاف"), (OTHER, "المشكاة")):
        text = body + "\n" + frame
        articles.append(article(text, outlet, zones=(Zone(len(body) + 1, len(text), "furniture"),)))
    assert find_reuse(articles) == ()


def test_what_an_outlet_prints_every_day_is_its_formula() -> None:
    formula = " ".join(f"صيغة{chr(0x0628 + number)} تتكرر" for number in range(16))
    numbers = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة"]
    articles = [
        article(
            f"{formula} وأضاف {number} {' '.join(number + str(index) for index in range(30))}", day=f"2020-08-0{day}"
        )
        for day, number in enumerate(numbers, 1)
    ]
    assert len(find_reuse(articles[:3])) == 3
    assert find_reuse(articles) == ()


@pytest.fixture(scope="module")
def sample_articles() -> list[AnnotatedArticle]:
    rows = (Path(__file__).parents[3] / "samples" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for row in map(json.loads, rows):
        made = Article.create(row["text"], title=row["title"], outlet=row["outlet"], url=row["url"])
        found.append(AnnotatedArticle(made, PublishedDate(row["published"][:10], row["published"][:10], "given")))
    return found


def test_the_uncredited_copy_among_the_samples(sample_articles: list[AnnotatedArticle]) -> None:
    urls = {annotated.id: annotated.article.outlet for annotated in sample_articles}
    days = {annotated.id: annotated.published.earliest for annotated in sample_articles}
    found = find_reuse(sample_articles)
    assert [{days[reuse.a], days[reuse.b]} for reuse in found] == [{"2021-01-19", "2021-01-20"}]
    assert {urls[found[0].a], urls[found[0].b]} == {"صحيفة الضفاف", "موقع مرصد الجسر"}


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_order_makes_no_difference(data: st.DataObject) -> None:
    articles = [
        article(DISPATCH),
        article(DISPATCH + " " + OTHER, "المشكاة"),
        article(OTHER, "الرازقي"),
        article("بغداد: " + OTHER, "مرصد"),
        article("خبر قصير"),
    ]
    assert find_reuse(data.draw(st.permutations(articles))) == find_reuse(articles)

"""An undated report that resembles two happenings of two months does not make one of them."""

from __future__ import annotations

from rawi.comparing.stories import group_stories
from rawi.model.annotation import AnnotatedArticle, PublishedDate
from rawi.model.article import Article

TEXT = "قصفت الطائرات مستشفى الندى في مدينة النور وقتل ستة من المرضى وأصيب مدير المستشفى بجروح"


def report(outlet: str, day: str | None) -> AnnotatedArticle:
    article = Article.create(f"{TEXT}، بحسب {outlet}.", title="قصف مستشفى الندى", outlet=outlet)
    return AnnotatedArticle(article, PublishedDate(day, day) if day else PublishedDate())


def test_reports_of_two_months_are_two_happenings() -> None:
    reports = [report("الأولى", "2024-08-31"), report("الثانية", None), report("الثالثة", "2024-11-24")]
    days = {one.id: one.published.earliest for one in reports}
    stories = group_stories(reports, ())
    assert stories
    assert all(len({days[name] for name in story.articles} - {None}) == 1 for story in stories)

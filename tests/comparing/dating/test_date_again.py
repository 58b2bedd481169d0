"""Dating again: what was dated alone is only changed by links, and comes out as if all had been dated at once."""

from __future__ import annotations

from rawi.comparing.dating import DateLink, date_again, date_articles
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle, Evidence
from rawi.model.article import Article

BODY = "افتتح وزير النقل محطة القطار الجديدة في المدينة بعد أعمال دامت ثلاث سنوات وشكر العاملين فيها."
TEXTS = (
    ("بغداد 20 آب 2020\n" + BODY, None),
    (BODY + " وقال إن العمل سيستمر.", None),
    ("أكد الوزير أن العمل يسير.", None),
    ("زار الوزير المصنع أمس.", "2020-08-22"),
)


def made() -> list[AnnotatedArticle]:
    return [AnnotatedArticle(Article.create(text, published=day)) for text, day in TEXTS]


def test_it_is_the_same_as_dating_all_at_once() -> None:
    knowledge = load_knowledge()
    plain = made()
    links = [DateLink(plain[0].id, plain[1].id, "near_duplicate", 0.9)]
    alone = [date_articles([article], (), knowledge)[0] for article in plain]
    again = tuple(date_again(alone, links, knowledge))
    assert again == date_articles(plain, links, knowledge)
    assert again[1].published.earliest is not None


def test_what_no_link_touches_is_the_very_object() -> None:
    alone = [date_articles([article])[0] for article in made()]
    again = list(date_again(alone, []))
    assert again[0] is alone[0]
    assert again[3] is alone[3]


def test_what_was_dated_with_others_is_dated_anew() -> None:
    plain = made()
    cited = tuple(Evidence(article.id, 0, len(article.text), "shares its words") for article in plain[:2])
    links = [DateLink(plain[0].id, plain[1].id, "near_duplicate", 0.9, cited)]
    together = date_articles(plain, links)
    assert tuple(date_again(together, [])) == tuple(date_articles([article])[0] for article in plain)

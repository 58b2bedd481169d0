"""What pages tell of outlets, days and sources."""

from __future__ import annotations

from rawi.knowledge.records import Outlet
from rawi.model.annotation import AnnotatedArticle, ChainLink, Quotation
from rawi.model.article import Article
from rawi.model.corpus import Citation, Comparison
from rawi.web.explaining import explain_sides
from rawi.web.language import Language
from rawi.web.telling import tell_origins
from rawi.web.views.comparisons import in_order
from rawi.web.views.said import unnamed_relayers

KNOWN = {
    "daily": Outlet("daily", "اليومية", (), "The Daily", (), None, "newspaper"),
    "daily2": Outlet("daily2", "المسائية", (), "The Evening", (), None, "newspaper"),
}


def compared(sentence: str, english: str = "") -> Comparison:
    return Comparison("k", "conflicts", "", (), 2, 2, explanation_ar=sentence, explanation_en=english)


def test_sides_are_told_by_the_names_that_readers_know() -> None:
    item = compared(
        "تتعارض الروايات: «daily 3» (daily وdaily2 في مارس 2015)، و«4» (other).",
        "They conflict: “3” (daily and daily2).",
    )
    arabic = explain_sides(item, Language("ar"), KNOWN).striptags()
    assert arabic == "«daily 3» (اليومية والمسائية في آذار/مارس 2015)، و«4» (other)."
    assert explain_sides(item, Language("en"), KNOWN).striptags() == "“3” (The Daily and The Evening)."


def test_dates_that_are_quoted_stand_as_they_are_printed() -> None:
    item = compared("تتعارض الروايات: «في 3 مارس 2015» (daily)، و«في مايو 2015» (other في 4 مارس 2015).")
    told = explain_sides(item, Language("ar")).striptags()
    assert told == "«في 3 مارس 2015» (daily)، و«في مايو 2015» (other في 4 آذار/مارس 2015)."


def test_articles_stand_for_outlets_that_nobody_tells() -> None:
    alone = Comparison("k", "agrees", "", (), 1, 1)
    assert tell_origins(alone, Language("en"), outlets_told=False) == "one article alone"
    assert tell_origins(alone, Language("en")) == "one outlet alone"


def test_what_changes_is_told_in_order_of_days() -> None:
    members = tuple(Citation(name, 0, 1, name, on) for name, on in (("a", "2021/2022"), ("b", "2020-08"), ("c", None)))
    item = Comparison("k", "changes_over_time", "", members, 3, 3)
    assert [member.article for member in in_order(item, {})] == ["b", "a", "c"]


def test_one_words_through_unnamed_sources_of_two_articles_are_probably_of_one() -> None:
    first, second = (AnnotatedArticle(Article.create(text)) for text in ("قال مصدر", "أفادت مصادر"))
    heard = Quotation("q", "direct", (), chain=(ChainLink("anonymous", "مصدر"),))
    told = Quotation("q", "direct", (), chain=(ChainLink("anonymous", "مصادر عراقية"),))
    assert unnamed_relayers([(first, heard), (second, told)]) == ("مصدر", "مصادر عراقية")
    assert unnamed_relayers([(first, heard), (first, told)]) == ()

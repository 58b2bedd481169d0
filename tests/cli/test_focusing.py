"""A brief on something reads its articles and no others, and says what one made of everything would say."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.cli.focusing import StoredArticles, focused_records
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Judgement
from rawi.reporting.brief import make_brief
from rawi.reporting.focus import Focus
from rawi.store.browsing import entity_counts
from rawi.store.dossier import Dossier, open_dossier


def _foci(dossier: Dossier) -> list[Focus]:
    """Everything, each story, those who are quoted most, questions, periods, and a story within a period."""
    stories = list(dossier.findings("stories"))
    assert stories
    return [
        Focus(),
        *(Focus(articles=frozenset(story.articles)) for story in stories),
        *(Focus(entity=name) for name, _ in entity_counts(dossier, most=4)),
        *(Focus(words=words) for words in ("متى يفتح المستشفى؟", "إصابات كورونا", "الوزير", "ميزان المدفوعات")),
        Focus(earliest="2021-03-01", latest="2021-03-31"),
        Focus(earliest="2020-01-01"),
        Focus(articles=frozenset(stories[0].articles), latest="2020-12-31"),
        Focus(words="الوزير", earliest="2021-01-01"),
    ]


def test_a_brief_from_what_its_focus_needs_is_the_brief_from_everything(sample_dossier: Path) -> None:
    with open_dossier(sample_dossier) as dossier:
        whole = dossier.corpus()
        for focus in _foci(dossier):
            assert (focus, make_brief(focused_records(dossier, focus), "موجز", "ar", focus)) == (
                focus,
                make_brief(whole, "موجز", "ar", focus),
            )


def test_a_story_brief_reads_the_articles_of_its_records_only(
    sample_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(dossier: Dossier, name: str) -> AnnotatedArticle | None:
        read.append(name)
        return next(dossier.articles([name]), None)

    with open_dossier(sample_dossier) as dossier:
        story = next(dossier.findings("stories"))
        focus = Focus(articles=frozenset(story.articles))
        monkeypatch.setattr(Dossier, "article", counted)
        monkeypatch.setattr(Dossier, "corpus", _refused)
        made = make_brief(focused_records(dossier, focus), "موجز", "ar", focus)
        cited = {note.article for section in made.sections for line in section.lines for note in line.footnotes}
        assert cited
        linked = {
            name
            for name in dossier.article_ids()
            for _, item in dossier.findings_of_article(name)
            if focus.articles and focus.articles & _articles_of(item)
        }
        assert cited <= set(read) <= focus.articles | linked
        assert len(read) == len(set(read)), "an article was read twice"
        assert len(read) < len(dossier.article_ids()) / 2


def test_a_quotation_called_wrong_weighs_nothing_and_is_not_told(sample_dossier: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.rawi"
    own.write_bytes(sample_dossier.read_bytes())
    with open_dossier(own) as dossier:
        annotated, quotation = next(
            (item, said) for item in dossier.articles() for said in item.quotations if said.source_entity
        )
    entity = quotation.source_entity or ""
    with open_dossier(own) as dossier:
        before = StoredArticles(dossier, None, ()).weight(entity)
    with open_dossier(own, write=True) as dossier:
        dossier.add_judgement(Judgement("j_1", "reject", "quotations", quotation.id, made_on="2021-12-31"))
    with open_dossier(own) as dossier:
        shelf = focused_records(dossier, Focus()).shelf
        assert shelf.weight(entity) == before - 1
        assert quotation.id not in {said.id for said in shelf[annotated.id].quotations}


def _articles_of(item: object) -> set[str]:
    places = [*getattr(item, "members", ()), *getattr(item, "mentions", ()), *getattr(item, "history", ())]
    return {place.article for place in (*places, *getattr(item, "quotations", ()))} | set(getattr(item, "articles", ()))


def _refused(_: Dossier) -> None:
    raise AssertionError("the whole corpus was read")

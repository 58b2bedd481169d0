"""A pile gives back what was put in, whole or by layers, in the order of ids, in this process or another."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from rawi.comparing.articles import in_order, read_layers
from rawi.interchange.articles import LAYERS
from rawi.interchange.packing import Packed, pack
from rawi.interchange.pile import Pile, strip_layers
from rawi.model.annotation import (
    AnnotatedArticle,
    ChainLink,
    Figure,
    Mention,
    Problem,
    PublishedDate,
    Quotation,
    Zone,
)
from rawi.model.article import Article
from rawi.model.corpus import Reason, Story
from rawi.model.span import Span

TEXT = "قال وزير النقل سامر العبيدي إن ٥٠٠٠ عامل سيعودون يوم الأحد."
TEXTS = (TEXT, TEXT + " وأضاف أن المحطة جاهزة.", "\ud800قال الوزير\udfff إن العمل بدأ.", "نص قصير")


def article(text: str) -> AnnotatedArticle:
    return AnnotatedArticle(
        Article.create(text, title="عودة العمال", outlet="الضفاف", published="2031-05-04"),
        PublishedDate("2031-05-04", "2031-05-05", "given"),
        zones=(Zone(0, 3, "body"),),
        mentions=(Mention(4, 8, "PER", "nominal", "e_1", "الوزير", title=Span(4, 8), score=0.5),),
        quotations=(Quotation("q_1", "indirect", (Span(3, 5),), chain=(ChainLink("speaker", "الوزير", Span(4, 8)),)),),
        figures=(Figure(4, 5, 5000.0, None, "exact"),),
        problems=(Problem("zones", "stage-failed", "خطأ"),),
    )


@pytest.fixture
def articles() -> list[AnnotatedArticle]:
    return [article(text) for text in TEXTS]


@pytest.fixture
def pile(articles: list[AnnotatedArticle], tmp_path: Path) -> Pile:
    return Pile.gather([*articles, articles[0]], tmp_path)


def test_all_come_back_in_order_and_once(articles: list[AnnotatedArticle], pile: Pile) -> None:
    ordered = in_order(articles)
    assert tuple(pile) == ordered
    assert [pile[place] for place in range(len(pile))] == list(ordered)
    assert pile[1:3] == list(ordered[1:3])
    assert pile[-1] == ordered[-1]
    with pytest.raises(IndexError):
        pile[len(pile)]


@pytest.mark.parametrize("layers", [(), ("mentions",), ("quotations", "figures"), tuple(LAYERS)])
def test_layers_are_the_same_from_disk_and_from_memory(
    articles: list[AnnotatedArticle], pile: Pile, layers: tuple[str, ...]
) -> None:
    read = list(read_layers(pile, *layers))
    assert read == list(read_layers(articles, *layers))
    assert all(one.zones and one.published.basis == "given" for one in read)
    assert all(bool(getattr(one, name)) == (name in layers) for one in read for name in ("mentions", "figures"))


def test_another_process_could_read_it(pile: Pile) -> None:
    assert tuple(pickle.loads(pickle.dumps(pile))) == tuple(pile)


def test_it_leaves_nothing_behind(articles: list[AnnotatedArticle], tmp_path: Path) -> None:
    with Pile.gather(articles, tmp_path):
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


def test_stripping_keeps_what_every_comparison_needs(articles: list[AnnotatedArticle]) -> None:
    bare = strip_layers(articles[0], ())
    assert (bare.article, bare.published, bare.zones) == (
        articles[0].article,
        articles[0].published,
        articles[0].zones,
    )
    assert not bare.mentions


def test_packing_there_and_back() -> None:
    stories = (Story("s_1", "عنوان", ("a_1", "a_2"), "2031-05-04", reasons=(Reason("title", 0.25, "متشابهان"),)),)
    packed = pack(stories, Story)
    assert (packed.unpack(), len(packed)) == (stories, 1)
    assert Packed(Story).unpack() == ()
    broken = (Story("s_2", "\ud800عنوان", ("a_1",)),)
    assert pickle.loads(pickle.dumps(pack(broken, Story))).unpack() == broken

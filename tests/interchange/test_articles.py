from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.interchange.articles import decode_article, encode_article, encode_row
from rawi.model.annotation import (
    AnnotatedArticle,
    ChainLink,
    Commitment,
    Deadline,
    Evidence,
    Figure,
    Mention,
    PublishedDate,
    Quotation,
    TimeExpression,
    Zone,
)
from rawi.model.article import Article
from rawi.model.errors import ContractError
from rawi.model.span import Span

TEXT = "قال الوزير إن 50 شاحنة ستصل غداً إلى الموصل."


def example() -> AnnotatedArticle:
    article = Article.create(TEXT, outlet="الضفاف", url="https://difaf.example/1", published="2021-03-04")
    return AnnotatedArticle(
        article,
        PublishedDate("2021-03-04", "2021-03-04", "given", (Evidence(article.id, 0, 3, "given"),)),
        zones=(Zone(0, len(TEXT), "body"),),
        mentions=(Mention(37, 43, "LOC", "name", "e_1", "الموصل"),),
        quotations=(
            Quotation(
                "q_1",
                "indirect",
                (Span(14, 43),),
                Span(0, 3),
                Span(4, 10),
                source_name="الوزير",
                chain=(ChainLink("speaker", "الوزير", Span(4, 10)),),
            ),
        ),
        times=(TimeExpression(28, 32, "DATE", "2021-03-05", "2021-03-05", "2021-03-05"),),
        figures=(Figure(14, 16, 50, 50, "exact", counted=Span(17, 22)),),
        commitments=(Commitment(14, 43, "c_1", "plan", deadline=Deadline(Span(28, 32))),),
    )


def test_an_article_survives_writing_and_reading() -> None:
    assert decode_article(encode_article(example())) == example()


def test_the_row_has_the_contract_s_fields() -> None:
    row = json.loads(encode_article(example()))
    assert row["quotations"][0]["content"] == [{"start": 14, "end": 43}]
    assert row["mentions"][0]["start"] == 37
    assert set(row["published"]) >= {"earliest", "latest", "basis", "evidence"}
    assert "view" not in row
    assert "tags" not in row


def test_a_line_that_is_no_article_is_told() -> None:
    for line, word in (
        (b"[1]", "object"),
        (b"{", "JSON"),
        (b"{}", "text"),
        ('{"text":"ن","times":[{}]}'.encode(), "times|start"),
    ):
        with pytest.raises(ContractError, match=word):
            decode_article(line)


@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_can_be_written(text: str) -> None:
    """Lone surrogates included: pages hold them."""
    line = encode_row({"text": text})
    assert json.loads(line)["text"] == text


def test_lone_surrogates_of_broken_pages_come_back() -> None:
    broken = AnnotatedArticle(Article.create("قال \ud800الوزير", title="\udfffعنوان"))
    assert decode_article(encode_article(broken)) == broken

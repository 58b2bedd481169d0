"""Every page of the room, in both languages, on the samples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rawi.interchange.corpus import KINDS
from rawi.store.dossier import open_dossier
from rawi.web.app import make_app

PAGES = (
    "/",
    "/articles",
    "/said",
    "/stories",
    "/stories?order=time",
    "/comparisons",
    "/comparisons?relation=agrees",
    "/ledger",
    "/timeline",
    "/actors",
    "/sources",
    "/search?q=الانتخابات",
    "/search",
    "/corrections",
)


@pytest.fixture(scope="module")
def client(sample_dossier: Path) -> Iterator[TestClient]:
    with TestClient(make_app(sample_dossier)) as opened:
        yield opened


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_and_every_link_on_it_leads_somewhere(client: TestClient, page: str, language: str) -> None:
    client.cookies.set("language", language)
    answer = client.get(page)
    assert answer.status_code == 200
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in answer.text
    links = sorted(set(re.findall(r'(?:href|src)="(/[^"#]*)', answer.text)))
    for link in links[:60]:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_the_arabic_pages_have_no_english_words_of_ours_left(client: TestClient) -> None:
    client.cookies.set("language", "ar")
    for page in PAGES:
        text = re.sub(r"(?s)<(script|style|code).*?</\1>|<bdi.*?</bdi>|<[^>]+>", " ", client.get(page).text)
        words = set(re.findall(r"[A-Za-z]{4,}", text)) - {"English"}
        assert not words - _event_types(), (page, words)


def _event_types() -> set[str]:
    types = "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE"
    return {*types.split(), "ASSAULT"}


def test_an_article_shows_its_whole_text_and_leads_to_cited_words(client: TestClient, sample_dossier: Path) -> None:
    with open_dossier(sample_dossier) as dossier:
        for annotated in dossier.articles():
            quotation = next(iter(annotated.quotations), None)
            span = quotation.content[0] if quotation else annotated.zones[0].span
            page = client.get(f"/articles/{annotated.id}?from={span.start}&to={span.end}").text
            body = page.split('id="text"', 1)[1].split("</article>", 1)[0].split(">", 1)[1]
            shown = "".join(re.sub(r"<[^>]+>", "", body).split())
            text = "".join(annotated.text.split())
            assert _unescape(shown) == text
            assert 'id="cited"' in page


def _unescape(text: str) -> str:
    for code, letter in (("&#34;", '"'), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(code, letter)
    return text


def test_a_place_is_explained(client: TestClient, sample_dossier: Path) -> None:
    client.cookies.set("language", "en")
    with open_dossier(sample_dossier) as dossier:
        annotated = next(item for item in dossier.articles() if item.quotations)
    quotation = annotated.quotations[0]
    part = client.get(
        f"/articles/{annotated.id}/explanation?at={quotation.content[0].start}", headers={"HX-Request": "true"}
    ).text
    assert "<html" not in part
    assert quotation.kind in part
    assert "Nothing was found here" in client.get(f"/articles/{annotated.id}/explanation?at=99999999").text


def test_addresses_that_lead_nowhere(client: TestClient) -> None:
    for page in (
        "/articles/a_0",
        "/stories/s_0",
        "/actors/e_0",
        "/comparisons/k_0",
        "/utterances/u_0",
        "/api/none",
        "/no",
    ):
        assert client.get(page).status_code == 404, page


def test_hostile_parameters_are_harmless(client: TestClient) -> None:
    for page in (
        "/?lang=<script>",
        "/articles?start=-5",
        "/articles?start=x",
        "/search?q=%22%22%22 OR *",
        "/search?q=NEAR(",
    ):
        answer = client.get(page)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
    assert "&lt;b&gt;" in client.get("/search?q=<b>خبر").text


@pytest.mark.parametrize("what", ["articles", *KINDS])
def test_records_as_json(client: TestClient, what: str) -> None:
    answer = client.get(f"/api/{what}")
    assert answer.json()["total"] >= len(answer.json()["items"])
    tag = answer.headers["etag"]
    assert client.get(f"/api/{what}", headers={"If-None-Match": tag}).status_code == 304


def test_a_correction_is_made_kept_and_taken_back(client: TestClient, sample_dossier: Path) -> None:
    client.cookies.set("language", "ar")
    form = {"kind": "different", "about": "entities", "subject": "e_1", "other": "e_2", "by": "سعاد", "note": "الابن"}
    page = client.post("/corrections", data=form).text
    assert "سعاد" in page
    with open_dossier(sample_dossier) as dossier:
        judgement = dossier.judgements()[-1]
    assert (judgement.kind, judgement.subject, judgement.by) == ("different", "e_1", "سعاد")
    assert "سُحب" in client.post(f"/corrections/{judgement.id}/withdraw").text
    assert client.post("/corrections", data={"kind": "nonsense"}).status_code == 400
    assert client.post("/corrections", data=form, headers={"Origin": "https://evil.example"}).status_code == 403


def test_the_timeline_is_drawn(client: TestClient) -> None:
    picture = client.get("/pictures/timeline.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert picture.text.startswith("<svg")

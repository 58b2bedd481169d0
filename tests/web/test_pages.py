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
    "/happenings",
    "/happenings?kind=CONSULT&manner=planned",
    "/actors",
    "/actors?type=ORG",
    "/figures",
    "/ledger?status=open&kind=plan",
    "/said?by=anonymous",
    "/timeline?from=2020-01-01&to=2020-12-31",
    "/sources",
    "/search?q=الانتخابات",
    "/search",
    "/corrections",
)
# Names and words of the articles, and what no reader sees.
_NOT_OURS = re.compile(r'(?s)<(script|style|code|object).*?</\1>|<bdi.*?</bdi>|<p class="words-around".*?</p>|<[^>]+>')


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
        text = _NOT_OURS.sub(" ", client.get(page).text)
        words = set(re.findall(r"[A-Za-z]{4,}", text)) - {"English"}
        assert not words, (page, words)


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


@pytest.fixture(scope="module")
def full(full_dossier: Path) -> Iterator[TestClient]:
    with TestClient(make_app(full_dossier)) as opened:
        yield opened


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", ["timeline", "copies", "quoting", "figures/{measure}"])
def test_pictures_are_drawn_and_can_be_kept(full: TestClient, full_dossier: Path, name: str, language: str) -> None:
    with open_dossier(full_dossier) as dossier:
        measure = next(figure.measure for item in dossier.articles() for figure in item.figures if figure.measure)
    address = f"/pictures/{name.format(measure=measure)}"
    drawn = full.get(f"{address}.svg?lang={language}")
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert drawn.text.startswith("<svg")
    assert "<path" in drawn.text
    assert full.get(f"{address}.png?lang={language}").content.startswith(b"\x89PNG")


def test_pictures_of_nothing_are_empty(client: TestClient) -> None:
    assert client.get("/pictures/timeline.svg?from=1900-01-01&to=1900-01-02").text.startswith("<svg")
    assert client.get("/pictures/timeline.png?from=1900-01-01&to=1900-01-02").content.startswith(b"\x89PNG")
    assert client.get("/pictures/figures/m_0.svg").status_code == 404


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "page", ["/", "/stories/s_1", "/utterances/u_1", "/comparisons/k_1", "/figures", "/ledger", "/timeline", "/sources"]
)
def test_pages_with_every_kind_of_finding(full: TestClient, page: str, language: str) -> None:
    answer = full.get(page, params={"lang": language})
    assert answer.status_code == 200
    for link in sorted(set(re.findall(r'(?:href|src|data)="(/[^"#]*)', answer.text))):
        assert full.get(link.replace("&amp;", "&")).status_code == 200, link
    if language == "ar":
        text = _NOT_OURS.sub(" ", answer.text)
        assert not set(re.findall(r"[A-Za-z]{4,}", text)) - {"English"}


def test_a_story_shows_reports_side_by_side_with_shared_text_coloured(full: TestClient) -> None:
    page = full.get("/stories/s_1?lang=en").text
    assert page.count('class="card report"') == 3
    assert (
        page.count('class="origin origin-0"') == 3
    )  # the first report's number, and the passage in both that print it
    assert "Only here" in page
    assert "14" in page


def test_a_series_marks_conflicts_and_who_asserts(full: TestClient, full_dossier: Path) -> None:
    with open_dossier(full_dossier) as dossier:
        measure = next(figure.measure for item in dossier.articles() for figure in item.figures if figure.measure)
    page = full.get(f"/figures/{measure}?lang=en").text
    assert page.count('class="clash"') == 3
    assert "/comparisons/k_1" in page


def test_an_actor_tells_offices_relays_and_what_is_said_about_them(client: TestClient, sample_dossier: Path) -> None:
    with open_dossier(sample_dossier) as dossier:
        known = next(item for item in dossier.findings("entities") if item.knowledge == "mustafa-al-kadhimi")
    page = client.get(f"/actors/{known.id}?lang=en").text
    assert "Offices" in page
    assert "Who relays them" in page
    about = client.get(f"/actors/{known.id}?view=about&lang=en").text
    assert about.count('class="said') > 0
    assert client.get(f"/actors/{known.id}?view=to").status_code == 200


def test_unnamed_sources_are_counted(full: TestClient) -> None:
    page = full.get("/sources?lang=en").text
    assert "Unnamed sources" in page
    assert "مسؤول" in page


def test_a_correction_is_one_click_away_and_shown_where_it_applies(full: TestClient, full_dossier: Path) -> None:
    with open_dossier(full_dossier) as dossier:
        actor = next(item for item in dossier.findings("entities") if item.type == "PER")
    page = full.get(f"/actors/{actor.id}?lang=en").text
    link = next(link for link in re.findall(r'href="(/corrections[^"]*)', page) if "kind=reject" in link)
    form = full.get(link.replace("&amp;", "&")).text
    assert f'value="{actor.id}"' in form
    assert 'name="kind" value="reject"' in form
    assert actor.name in form
    sent = {"kind": "reject", "about": "entities", "subject": actor.id, "by": "هدى", "back": f"/actors/{actor.id}"}
    back = full.post("/corrections", data=sent, follow_redirects=False)
    assert back.headers["location"] == f"/actors/{actor.id}"
    assert "هدى" in full.get(f"/actors/{actor.id}").text
    with open_dossier(full_dossier) as dossier:
        judgement = dossier.judgements()[-1]
    full.post(f"/corrections/{judgement.id}/withdraw")
    assert "هدى" not in full.get(f"/actors/{actor.id}").text
    assert "هدى" in full.get("/corrections").text
    sent["back"] = "//evil.example"
    assert full.post("/corrections", data=sent, follow_redirects=False).headers["location"] == "/corrections"


def test_the_interface_describes_itself(client: TestClient) -> None:
    description = client.get("/api/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    for path in description["paths"]:
        if "{" not in path:
            assert client.get(path).status_code == 200, path
    text = client.get("/api/openapi.json").text
    for name in re.findall(r"#/components/schemas/(\w+)", text):
        assert name in description["components"]["schemas"], name


def test_files_are_kept_by_browsers(client: TestClient) -> None:
    page = client.get("/").text
    icon = re.search(r'href="(/static/rawi.svg\?v=[^"]+)"', page)
    assert icon
    assert "immutable" in client.get(icon.group(1)).headers["cache-control"]
    assert "max-age" in client.get("/fonts/IBMPlexSansArabic-Regular.ttf").headers["cache-control"]


def test_the_overview_is_light(client: TestClient) -> None:
    """All that a browser fetches for the overview, as sent over the wire: under 300 KB."""
    page = client.get("/").text
    links = set(re.findall(r'(?:href|src)="(/(?:static|fonts|htmx)/[^"]+)"', page))
    assert "stylesheet" not in page, "the style stands in the page: nothing is asked for before the first look"
    links |= set(re.findall(r'url\("(/fonts/[^"]+)"', page))
    assert len(links) > 2
    weight = 0
    for link in ["/", *sorted(links)]:
        with client.stream("GET", link) as answer:
            weight += sum(len(part) for part in answer.iter_raw())
    assert weight < 300_000


def test_promises_due_about_the_last_day_lead_and_undated_ones_follow(full: TestClient) -> None:
    page = full.get("/ledger?lang=ar").text
    assert 0 < page.index("فتح المستشفى") < page.index("تمويل المستشفى")


def test_happenings_are_shown_by_kind_and_positions_by_actor(full: TestClient, full_dossier: Path) -> None:
    with open_dossier(full_dossier) as dossier:
        kind = next(event.type for item in dossier.articles() for event in item.events)
        actor = next(item.actor for item in dossier.findings("positions"))
    assert "<mark>" in full.get(f"/happenings?kind={kind}").text
    assert "المواقف مع الزمن" in full.get(f"/actors/{actor}?lang=ar").text


def test_an_other_is_found_by_its_page_and_one_must_be_given(full: TestClient, full_dossier: Path) -> None:
    with open_dossier(full_dossier) as dossier:
        one, other = list(dossier.findings("entities"))[:2]
    sent = {"kind": "same", "about": "entities", "subject": one.id}
    assert full.post("/corrections", data=sent).status_code == 400
    sent["written"] = f"http://127.0.0.1/actors/{other.id}?view=about"
    assert other.name in full.post("/corrections", data=sent).text
    with open_dossier(full_dossier) as dossier:
        judgement = dossier.judgements()[-1]
    assert judgement.other == other.id
    full.post(f"/corrections/{judgement.id}/withdraw")

"""Pages are made once for each state of the dossier."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from rawi.model.corpus import Judgement
from rawi.store.dossier import open_dossier
from rawi.web.app import make_app
from rawi.web.keeping import KeepingConfig, KeptAnswers
from rawi.web.room import Room, language_of
from rawi.web.warming import PAGES, warm


@pytest.fixture
def own_dossier(sample_dossier: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    path = tmp_path / "own.rawi"
    shutil.copy(sample_dossier, path)
    return path


class Counting:
    """A room of one page that tells how often it was made."""

    def __init__(self, path: Path, config: KeepingConfig = KeepingConfig()) -> None:
        self.made = 0
        self.dossier = open_dossier(path)
        self.app = Starlette(
            routes=[Route("/", self.page, methods=["GET", "POST"])], middleware=[Middleware(KeptAnswers, config)]
        )
        self.app.state.room = Room(self.dossier, path)
        self.client = TestClient(self.app)

    def page(self, request: Request) -> Response:
        self.made += 1
        status = int(request.query_params.get("status", "200"))
        answer = PlainTextResponse(f"{language_of(request).code} {self.made} بغداد", status_code=status)
        if "remember" in request.query_params:
            answer.set_cookie("language", "en")
        return answer


@pytest.fixture
def counting(own_dossier: Path) -> Iterator[Counting]:
    made = Counting(own_dossier)
    with made.dossier:
        yield made


def test_a_page_is_made_once_for_an_address_and_a_language(counting: Counting) -> None:
    first = counting.client.get("/")
    assert counting.client.get("/").text == first.text == "ar 1 بغداد"
    assert counting.client.get("/", headers={"cookie": "language=en"}).text == "en 2 بغداد"
    assert counting.client.get("/?start=40").text == "ar 3 بغداد"
    assert counting.client.get("/").headers == first.headers


def test_errors_forms_and_what_one_browser_remembers_are_not_kept(counting: Counting) -> None:
    for _ in range(2):
        counting.client.get("/?status=404")
        counting.client.get("/?remember=1")
        counting.client.post("/")
        counting.client.get("/", headers={"if-none-match": '"x"'})
    assert counting.made == 8


def test_a_correction_and_a_rebuild_renew_what_was_kept(counting: Counting, own_dossier: Path) -> None:
    assert counting.client.get("/").text == "ar 1 بغداد"
    judgement = Judgement("j_1", "reject", "comparisons", "k_1", None, None, None, None, "2020-01-01", None)
    with open_dossier(own_dossier, write=True) as dossier:
        dossier.add_judgement(judgement)
    assert counting.client.get("/").text == "ar 2 بغداد"
    with open_dossier(own_dossier, write=True) as dossier:
        dossier.withdraw_judgement("j_1", "2020-01-02")
    assert counting.client.get("/").text == "ar 3 بغداد"
    with open_dossier(own_dossier, write=True) as dossier:
        dossier.tell("compared_by", "another version")
    assert counting.client.get("/").text == "ar 4 بغداد"
    assert counting.client.get("/").text == "ar 4 بغداد"


def test_little_room_keeps_what_was_asked_for_last(own_dossier: Path) -> None:
    counting = Counting(own_dossier, KeepingConfig(most=40, largest=20))
    with counting.dossier:
        for query in ("a", "b", "a", "c", "a", "b"):
            counting.client.get(f"/?{query}")
        assert counting.made == 4  # a, b and c, and b anew
    narrow = Counting(own_dossier, KeepingConfig(largest=4))
    with narrow.dossier:
        assert [narrow.client.get("/").status_code for _ in range(2)] == [200, 200]
        assert narrow.made == 2


def test_warming_makes_what_every_page_leads_to(own_dossier: Path) -> None:
    app = make_app(own_dossier)
    head = TestClient(app).get("/").text.split("<nav", 1)[1].split("</nav>", 1)[0]
    assert all(f'"{page}"' in head for page in PAGES if page != "/happenings")
    warm(app)
    kept = app.state.room.kept
    assert {"counts", "outlets", "quoted actors", "measures", "unnamed"} <= set(kept)
    kept.clear()
    for page in PAGES:
        assert TestClient(app).get(page).status_code == 200
    assert not kept, "a page was made anew"


def test_a_correction_is_seen_on_the_next_look(own_dossier: Path) -> None:
    client = TestClient(make_app(own_dossier), follow_redirects=True)
    assert "غير صحيح عندي" not in client.get("/corrections").text
    with open_dossier(own_dossier) as dossier:
        entity = next(dossier.findings("entities"))
    sent = {"kind": "reject", "about": "entities", "subject": entity.id, "note": "غير صحيح عندي"}
    assert "غير صحيح عندي" in client.post("/corrections", data=sent).text
    assert "غير صحيح عندي" in client.get(f"/actors/{entity.id}").text

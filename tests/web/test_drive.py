"""The room driven as a reader drives it: every page, filter and layer, from statements to words, corrections, keyboard.

Runs on the samples; ``RAWI_DRIVE=dossier.rawi`` drives a copy of another dossier instead (without rebuilding it).
"""

from __future__ import annotations

import importlib.resources
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from rawi.pipeline import compare_articles
from rawi.store.browsing import findings_slice, measure_counts, ranked_entities
from rawi.store.dossier import Dossier, open_dossier
from tests.web.chromium import serve

pytestmark = pytest.mark.browser
OTHER = os.environ.get("RAWI_DRIVE")
LISTS = (
    "/articles",
    "/said",
    "/stories",
    "/comparisons",
    "/ledger",
    "/figures",
    "/timeline",
    "/happenings",
    "/silences",
    "/silences?view=left+out",
    "/silences?view=not+told+by+anyone",
    "/actors",
    "/sources",
    "/corrections",
    "/search?q=العراق",
    "/search?q=Who+met+whom%3F",
    "/no-such-page",
)


@pytest.fixture(scope="module")
def dossier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, so that what is judged here is seen by no other test."""
    path = tmp_path_factory.mktemp("drive") / "drive.rawi"
    shutil.copy(OTHER or request.getfixturevalue("sample_dossier"), path)
    return path


@pytest.fixture(scope="module")
def address(dossier: Path) -> Iterator[str]:
    yield from serve(dossier)


@pytest.fixture(scope="module")
def kinds(dossier: Path) -> tuple[str, ...]:
    """One address of every kind of page."""
    with open_dossier(dossier) as opened:
        return ("/", *LISTS, *_single_pages(opened))


def _single_pages(opened: Dossier) -> Iterator[str]:
    article = _richest(opened)
    yield f"/articles/{article}"
    yield f"/articles/{article}/explanation?at=3"
    for what, page in (("stories", "stories"), ("utterances", "utterances"), ("comparisons", "comparisons")):
        for item in findings_slice(opened, what, 0, 1, by_origins=True).items:
            yield f"/{page}/{item.id}"
    for actor, _ in ranked_entities(opened, "PER", 0, 1).items:
        yield from (f"/actors/{actor.id}", f"/actors/{actor.id}?view=about", f"/actors/{actor.id}?view=to")
        yield f"/corrections?kind=same&about=entities&subject={actor.id}"
    for tally in measure_counts(opened, 0, 1).items:
        yield f"/figures/{tally.name}"


def _richest(opened: Dossier) -> str:
    """The article with marks in most layers among the first ones."""
    articles = list(opened.articles(opened.article_ids()[:200]))
    layers = ("quotations", "mentions", "times", "figures", "events", "commitments", "silences", "zones", "translated")
    return max(articles, key=lambda item: sum(bool(getattr(item, layer)) for layer in layers)).id


@pytest.fixture(scope="module")
def checker() -> str:
    """The script of axe-core, as a package brings it."""
    pytest.importorskip("axe_playwright_python", reason="the accessibility checker is not installed")
    file = importlib.resources.files("axe_playwright_python") / "axe.min.js"
    return file.read_text(encoding="utf-8")


# Each of both schemes, languages and widths; a dossier of one's own is looked at in their other pairings too.
MANNERS = [("light", "ar", 390), ("dark", "en", 1280)]
if OTHER:
    MANNERS += [("light", "en", 1280), ("dark", "ar", 390)]


@pytest.mark.parametrize("manner", MANNERS)
def test_every_page_opens_fits_and_has_no_serious_hurdle(
    browser: Browser, address: str, kinds: tuple[str, ...], checker: str, manner: tuple[str, str, int]
) -> None:
    scheme, language, width = manner
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 844})  # type: ignore[arg-type]
    page = context.new_page()
    found: list[tuple[str, str, str]] = []
    page.goto(f"{address}/?lang={language}")
    for path in kinds:
        answer = page.goto(address + path, timeout=60_000)
        assert answer is not None
        assert answer.status == (404 if path == "/no-such-page" else 200), path
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"), path
        page.evaluate(checker)
        tags = "['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']"
        result = page.evaluate(f"axe.run(document, {{runOnly: {tags}}})")
        found += [
            (path, item["id"], item["nodes"][0]["html"][:200])
            for item in result["violations"]
            if item["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []


@pytest.mark.parametrize(
    "path", ["/said", "/stories", "/comparisons", "/ledger", "/happenings", "/silences", "/actors"]
)
def test_every_filter_chip_filters(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    for row in range(page.locator("main nav.chips").count()):
        for place in range(page.locator("main nav.chips").nth(row).locator("a").count()):
            if row >= page.locator("main nav.chips").count():
                break
            chip = page.locator("main nav.chips").nth(row).locator("a").nth(place)
            if "/timeline" in (chip.get_attribute("href") or ""):
                continue
            words = chip.inner_text()
            chip.click()
            chosen = page.locator("main nav.chips").nth(row).locator("a[aria-current]")
            assert chosen.inner_text().split()[0] == words.split()[0]
            assert page.locator("main h1").count() == 1
        page.goto(address + path)


def test_search_and_period_are_narrowed_by_their_forms(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".find input").fill("العراق")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    for name in ("outlet", "speaker"):
        options = page.locator(f"form.correct select[name={name}] option")
        if options.count() > 1:
            page.locator(f"form.correct select[name={name}]").select_option(index=1)
            page.locator("form.correct button").click()
            assert page.locator(f"select[name={name}]").input_value()
            page.go_back()
    for path in ("/search?q=العراق", "/timeline"):
        page.goto(address + path)
        page.locator("input[name=from]").fill("0650-01-01")
        page.locator("input[name=to]").fill("0650-01-02")
        page.locator("form.correct button").click()
        assert page.locator("main .empty").is_visible()


def test_every_layer_is_switched_and_explained(page: Page, address: str, dossier: Path) -> None:
    with open_dossier(dossier) as opened:
        page.goto(f"{address}/articles/{_richest(opened)}")
    look = (
        "piece => { const s = getComputedStyle(piece);"
        " return [s.backgroundColor, s.textDecoration, s.outline, s.borderBottom, s.fontWeight].join() }"
    )
    boxes = page.locator("input[data-layer]")
    assert boxes.count() >= 5
    for place in range(boxes.count()):
        boxes.nth(place).uncheck()
    for place in range(boxes.count()):
        layer = boxes.nth(place).get_attribute("data-layer")
        piece = page.locator(f"#text .{layer}").first
        plain = piece.evaluate(look)
        boxes.nth(place).check()
        assert piece.evaluate(look) != plain, layer
        piece.click()
        page.wait_for_selector(f"#explanation .explained.{layer}")
        boxes.nth(place).uncheck()


def test_statements_lead_to_their_words(page: Page, address: str, kinds: tuple[str, ...]) -> None:
    led: dict[str, tuple[str, str]] = {}
    for path in set(kinds) - {"/no-such-page"}:
        page.goto(address + path)
        links = page.locator("main a[href*='?from=']")
        for place in {0, links.count() - 1} if links.count() else ():
            link = links.nth(place)
            words = link.inner_text() if "words" in (link.get_attribute("class") or "") else ""
            led[str(link.get_attribute("href"))] = path, words
    assert len({path for path, _ in led.values()}) >= 8
    for place, (path, words) in led.items():
        page.goto(address + place)
        shown = "".join(page.locator(".cited").all_inner_texts())
        assert shown.strip(), path
        assert page.locator("#cited").is_visible()
        assert "".join(words.split())[:40] in "".join(shown.split())


def test_a_rejected_quotation_is_struck_until_it_is_taken_back(page: Page, address: str) -> None:
    page.goto(f"{address}/said")
    said = page.locator("article.said").first
    words = said.locator("blockquote").inner_text()
    said.locator(".amend a[href*='kind=reject']").click()
    assert words[:20] in page.locator(".subject").inner_text()
    page.locator("input[name=note]").fill("ليس قوله")
    page.locator("form.correct button").click()
    page.wait_for_url("**/said")
    struck = page.locator("article.said.rejected")
    assert struck.count() == 1
    assert "ليس قوله" in struck.locator(".judged").inner_text()
    struck.locator(".judged a").click()
    page.locator("article.row button.quiet").first.click()
    page.goto(f"{address}/said")
    assert page.locator("article.said.rejected").count() == 0


@pytest.mark.skipif(OTHER is not None, reason="another dossier is not rebuilt")
def test_a_correction_is_applied_by_a_rebuild_survives_it_and_is_taken_back(
    page: Page, address: str, dossier: Path
) -> None:
    with open_dossier(dossier) as opened:
        (one, _), (other, _) = ranked_entities(opened, "PER", 0, 2).items
    page.goto(f"{address}/actors/{one.id}")
    page.locator(".amend a[href*='kind=same']").first.click()
    page.locator("input[name=written]").fill(f"{address}/actors/{other.id}")
    page.locator("form.correct button").click()
    page.wait_for_url(f"**/actors/{one.id}")
    assert other.name in page.locator(".judged").inner_text()
    for _ in range(2):
        _rebuild(dossier)
        joined = _shown(page, address, one.name, other.name)
        assert joined == 1
    page.goto(f"{address}/corrections")
    page.locator("article.row button.quiet").first.click()
    _rebuild(dossier)
    assert _shown(page, address, one.name, other.name) == 2


def _shown(page: Page, address: str, *names: str) -> int:
    """How many rows of the actors' list bear the names."""
    page.goto(f"{address}/actors")
    rows = page.locator("main tbody tr").all_inner_texts()
    return sum(any(name in row for name in names) for row in rows)


def _rebuild(path: Path) -> None:
    with open_dossier(path, write=True) as opened:
        articles = tuple(opened.articles_alone())
        corpus = compare_articles(articles, judgements=opened.judgements(), today="2021-12-31")
        opened.rewrite_articles(corpus.articles)
        opened.write_findings(corpus, "test")


def test_from_search_to_a_correction_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    _tab_to(page, ".find input")
    page.keyboard.type("قال")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    _tab_to(page, "main article a")
    page.keyboard.press("Enter")
    page.wait_for_selector("#text .cited")
    for _ in range(400):
        page.keyboard.press("n")
        page.wait_for_selector("#explanation .explained")
        if page.evaluate("document.activeElement.className.includes('quotations')"):
            break
    page.wait_for_selector("#explanation .explained.quotations")
    _tab_to(page, "input[data-layer=events]")
    page.keyboard.press("Space")
    assert "show-events" in (page.locator("#text").get_attribute("class") or "")
    _tab_to(page, "#explanation .amend a[href*='kind=reject']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/corrections?**")
    _tab_to(page, "input[name=note]")
    page.keyboard.type("بلوحة المفاتيح")
    _tab_to(page, "form.correct button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*")
    _tab_to(page, ".masthead nav a[href='/corrections']")
    page.keyboard.press("Enter")
    assert "بلوحة المفاتيح" in page.locator("main article.row").first.inner_text()
    _tab_to(page, "main article.row button")
    page.keyboard.press("Enter")
    page.wait_for_selector("main article.row.withdrawn")


def _tab_to(page: Page, selector: str, most: int = 120) -> None:
    """Press Tab until the place is reached; the focus must be seen all the way."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"not reached with the keyboard: {selector}")

"""The room in a real browser: layers, explanations, keyboard, direction, and that nothing runs off the page."""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from rawi.store.dossier import open_dossier
from rawi.web.app import make_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install it to run the browser tests"),
]
# The browser asks its maker's hosts for updates unless it is told not to; the room must work offline anyway.
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PAGES = (
    "/",
    "/articles",
    "/said",
    "/stories",
    "/comparisons",
    "/ledger",
    "/timeline",
    "/actors",
    "/figures",
    "/corrections",
    "/sources",
    "/silences",
    "/silences?view=left+out",
    "/silences?view=not+told+by+anyone",
    "/search?q=بغداد",
)


@pytest.fixture(scope="module")
def address(sample_dossier: Path) -> Iterator[str]:
    yield from _serve(sample_dossier)


def _serve(dossier: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(dossier), port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    errors: list[str] = []
    strangers: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda request: None if "127.0.0.1" in request.url else strangers.append(request.url))
    yield opened
    context.close()
    assert errors == []
    assert strangers == [], "the room asked another host"


@pytest.fixture(scope="module")
def quoted(sample_dossier: Path) -> str:
    """An article with a quotation."""
    with open_dossier(sample_dossier) as dossier:
        return next(annotated.id for annotated in dossier.articles() if annotated.quotations)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_off_the_page(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"


def test_layers_are_switched_and_remembered(page: Page, address: str, quoted: str) -> None:
    page.goto(f"{address}/articles/{quoted}")
    words = page.locator(".quotations-content").first
    assert words.evaluate("piece => getComputedStyle(piece).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.locator("input[data-layer=quotations]").uncheck()
    page.reload()
    assert not page.locator("input[data-layer=quotations]").is_checked()
    assert "show-quotations" not in (page.locator("#text").get_attribute("class") or "")


def test_a_click_explains_the_words(page: Page, address: str, quoted: str) -> None:
    page.goto(f"{address}/articles/{quoted}")
    page.locator(".quotations-content").first.click()
    page.wait_for_selector("#explanation .explained")
    assert "القائل" in page.locator("#explanation").inner_text()


def test_the_keyboard_walks_through_the_marked_words(page: Page, address: str, quoted: str) -> None:
    page.goto(f"{address}/articles/{quoted}")
    page.keyboard.press("n")
    page.wait_for_selector("#explanation .explained")
    first = page.evaluate("document.activeElement.dataset.at")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.dataset.at") != first


def test_the_skip_link_and_visible_focus(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_cited_words_are_on_screen_and_the_right_ones(page: Page, address: str, sample_dossier: Path) -> None:
    """Offsets are code points; a browser counts UTF-16 units. The words must be the same letters all the same."""
    with open_dossier(sample_dossier) as dossier:
        annotated = max(dossier.articles(), key=lambda item: len(item.text))
    span = annotated.quotations[-1].content[0]
    page.goto(f"{address}/articles/{annotated.id}?from={span.start}&to={span.end}#cited")
    shown = "".join(page.locator(".cited").all_inner_texts())
    assert "".join(shown.split()) == "".join(span.of(annotated.text).split())
    assert page.locator("#cited").is_visible()


def test_labels_of_the_timeline_stand_beside_the_bars(page: Page, address: str) -> None:
    """Inside a right-to-left page an SVG's text anchors flip and labels fall onto the bars unless it is told not to."""
    page.goto(f"{address}/pictures/timeline.svg")
    boxes = page.evaluate(
        "() => { const box = e => e.getBoundingClientRect();"
        " const bars = [...document.querySelectorAll('.mark-rect path')].map(box);"
        " const labels = [...document.querySelectorAll('.role-axis-label text')]"
        ".filter(e => /[\\u0621-\\u064a]/.test(e.textContent)).map(box);"
        " return [Math.max(...bars.map(b => b.right)), Math.min(...labels.map(b => b.left))]; }"
    )
    assert None not in boxes, "no bar or no label was found"
    assert boxes[0] <= boxes[1] + 1


@pytest.fixture(scope="session")
def checker(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core, fetched by npm into a folder of the test."""
    folder = tmp_path_factory.mktemp("axe")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm not found: the accessibility checker can't be fetched")
    fetched = subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "axe-core@4"], check=False, cwd=folder, timeout=90
    )
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if fetched.returncode or not script.exists():
        pytest.skip("axe-core could not be fetched")
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def full_address(full_dossier: Path) -> Iterator[str]:
    yield from _serve(full_dossier)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_hurdle_on_any_page(
    browser: Browser, full_address: str, full_dossier: Path, checker: str, scheme: str
) -> None:
    with open_dossier(full_dossier) as dossier:
        article = dossier.article_ids()[0]
        actor = next(iter(dossier.findings("entities"))).id
        measure = next(figure.measure for item in dossier.articles() for figure in item.figures if figure.measure)
    single = ("/stories/s_1", "/utterances/u_1", "/comparisons/k_1", f"/articles/{article}", f"/actors/{actor}")
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found: list[tuple[str, str, str]] = []
    for path in (*PAGES, *single, f"/figures/{measure}", "/no-such-page"):
        page.goto(full_address + path)
        page.evaluate(checker)
        result = page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        found += [
            (path, item["id"], item["nodes"][0]["html"][:200])
            for item in result["violations"]
            if item["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []


def test_a_correction_with_the_keyboard_only(page: Page, full_address: str) -> None:
    page.goto(f"{full_address}/stories/s_1")
    link = page.locator(".amend a").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/corrections?**")
    page.locator("input[name=note]").focus()
    page.keyboard.type("واقعتان لا واحدة")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/s_1")
    assert "واقعتان لا واحدة" in page.locator(".judged").first.inner_text()


def test_pictures_show_on_their_pages(page: Page, full_address: str) -> None:
    for path in ("/timeline", "/sources"):
        page.goto(full_address + path)
        page.wait_for_timeout(1500)
        for picture in page.locator("object[type='image/svg+xml']").all():
            box = picture.bounding_box()
            assert box
            assert box["width"] > 200


def test_the_overview_paints_fast(page: Page, address: str) -> None:
    page.goto(address)  # the first visit warms the server
    times = []
    for _ in range(5):
        page.goto(address)
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        times.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    assert min(times) < 300


def test_the_room_reads_without_scripts(browser: Browser, address: str, quoted: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/articles/{quoted}")
    assert len(page.locator("#text").inner_text()) > 200
    context.close()

"""The room in a real browser: layers, explanations, keyboard, direction, and that nothing runs off the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from rawi.store.dossier import open_dossier
from tests.web.chromium import serve

pytestmark = pytest.mark.browser
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
    yield from serve(sample_dossier)


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


@pytest.fixture(scope="module")
def full_address(full_dossier: Path) -> Iterator[str]:
    yield from serve(full_dossier)


def test_pictures_show_on_their_pages(page: Page, full_address: str) -> None:
    for path in ("/timeline", "/sources"):
        page.goto(full_address + path)
        page.wait_for_timeout(1500)
        pictures = page.locator("object[type='image/svg+xml']:not(.narrow)").all()
        assert pictures
        for picture in pictures:
            box = picture.bounding_box()
            assert box
            assert box["width"] > 200


def test_a_phone_is_shown_a_timeline_that_fits_it(page: Page, full_address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(full_address + "/timeline")
    page.wait_for_timeout(1500)
    wide, narrow = (page.locator(f"object[data*='timeline']{kind}") for kind in (":not(.narrow)", ".narrow"))
    assert not wide.is_visible()
    box = narrow.bounding_box()
    assert box
    assert 200 < box["width"] <= 390


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

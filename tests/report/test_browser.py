"""The page in a real browser: no sideways scroll at 390 px, targets of 24 px, contrast, keyboard, no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from report_samples import sample
from test_html import hostile

from dragoman.report.data import ReportData
from dragoman.report.html import render
from tests_chromium import chromium

pytestmark = pytest.mark.browser
# WCAG relative luminance of text against the first opaque background behind it; 4.5, or 3 for large text.
CONTRAST = """() => {
  const lum = c => { const f = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 });
    return .2126 * f[0] + .7152 * f[1] + .0722 * f[2] };
  const rgb = s => (s.match(/[\\d.]+/g) || []).map(Number);
  const bad = [];
  document.querySelectorAll('details').forEach(d => d.open = true);
  for (const el of document.querySelectorAll('body *')) {
    if (el.closest('svg') || ![...el.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    let back = el, b = [0, 0, 0, 0];
    while (back && (b = rgb(getComputedStyle(back).backgroundColor)).length === 4 && b[3] === 0) back = back.parentElement;
    if (!back) b = rgb(getComputedStyle(document.body).backgroundColor);
    const style = getComputedStyle(el), a = lum(rgb(style.color)), c = lum(b);
    const ratio = (Math.max(a, c) + .05) / (Math.min(a, c) + .05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) bad.push([el.tagName, el.className, ratio.toFixed(2)]);
  }
  return bad;
}"""
# Links and summaries under 24 px high, but for those within a sentence (WCAG 2.5.8 leaves these out) and in the map.
SMALL = """() => [...document.querySelectorAll('a, summary')].filter(el => {
  const box = el.getBoundingClientRect();
  return box.height && !el.closest('svg, .text, .skip') && box.height < 24 && getComputedStyle(el).display !== 'inline';
}).map(el => [el.className, el.textContent.slice(0, 40), el.getBoundingClientRect().height])"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("report")
    pages = {lang: render(sample(), lang) for lang in ("en", "zh", "ru")}
    pages |= {"hostile": render(hostile()), "empty": render(ReportData("Empty", "2026-01-05", "0"))}
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pages}


def opened(browser: Any, path: Path, width: int, scheme: str = "light") -> Any:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("name", ["en", "zh", "ru", "hostile", "empty"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_scrolls_sideways_open_or_closed(browser: Any, files: dict[str, Path], name: str, width: int) -> None:
    page = opened(browser, files[name], width)
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(browser: Any, files: dict[str, Path], scheme: str) -> None:
    page = opened(browser, files["en"], 1280, scheme)
    assert page.evaluate(CONTRAST) == []
    page.add_style_tag(content=".intro { color: #888 !important; background: #999 }")
    assert page.evaluate(CONTRAST), "the probe finds a planted fault"
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_targets_are_large_enough(browser: Any, files: dict[str, Path], width: int) -> None:
    page = opened(browser, files["ru"], width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(SMALL) == []
    page.add_style_tag(content="nav a { min-height: 0 !important; padding: 0 !important; line-height: 1 !important }")
    assert page.evaluate(SMALL), "the probe finds a planted fault"
    page.close()


def test_nothing_is_asked_of_a_network_and_nothing_fails(browser: Any, files: dict[str, Path]) -> None:
    page = browser.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("console", lambda m: errors.append(m.text))
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.on("dialog", lambda d: errors.append(d.message))
    for path in files.values():
        page.goto(path.as_uri())
    assert {a.split(":")[0] for a in asked} <= {"file", "data"}
    assert not errors
    page.close()


def test_a_keyboard_opens_a_fact_and_a_link_opens_its_row(browser: Any, files: dict[str, Path]) -> None:
    page = opened(browser, files["en"], 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    first = page.locator("#figures details.fig").first
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert first.locator("mark").is_visible()
    link = page.locator("#timeline a").first
    target = link.get_attribute("href")
    assert not page.locator(target).is_visible()
    link.focus()
    page.keyboard.press("Enter")
    page.locator(target).wait_for(state="visible", timeout=2_000)
    page.close()


def test_a_mark_in_the_reader_leads_to_its_fact_and_back(browser: Any, files: dict[str, Path]) -> None:
    page = opened(browser, files["en"], 1280)
    row = page.locator("#events details.row", has_text="ninth River Tech Expo").first
    row.locator("summary").first.click()
    back = row.locator(".src a", has_text="Read in the document").first
    quote = page.locator(back.get_attribute("href"))
    back.click()
    quote.wait_for(state="visible", timeout=2_000)
    assert page.locator(quote.get_attribute("href")).count() == 1
    page.close()

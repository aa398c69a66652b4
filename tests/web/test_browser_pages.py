"""Every page in Chromium: axe finds nothing, nothing scrolls sideways on a phone, targets are large, nothing asks outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hostile_samples import hostile_workspace
from web_browser import SMALL, base_of, opened, running

from tests_chromium import absent

pytestmark = pytest.mark.browser
RUN = "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations" \
      ".map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 160), v.nodes[0].failureSummary])"  # fmt: skip


def axe() -> str:
    """The checker's script, out of a test dependency."""
    try:
        return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    except (ImportError, OSError):
        absent("needs axe-playwright-python")
        return ""


@pytest.fixture(scope="module")
def site(sample_folder: Path) -> Iterator[str]:
    with running(sample_folder) as start:
        yield start


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    folder = tmp_path_factory.mktemp("evil") / "workspace"
    ids = hostile_workspace(folder)
    with running(folder) as start:
        paths = ["/", f"/entities/{ids['long']}", f"/documents/{'d' * 64}", f"/entities/{ids['markup']}/neighbourhood"]
        yield start, [*paths, "/check", "/decisions?people=0", "/documents", "/search?q=word"]


def asked(page: Any, start: str, path: str) -> Any:
    """The JSON twin of a page, asked as the browser does."""
    return json.loads(page.evaluate("path => fetch(path).then(r => r.text())", base_of(start) + path))


def paths(page: Any, start: str) -> list[str]:
    """Every page of the reading rooms, with something on it."""
    entity = asked(page, start, "/search.json?q=Rover")["hits"][0]["hit"]["id"]
    expo = asked(page, start, "/search.json?q=River%20Tech%20Expo")["hits"][0]["hit"]["id"]
    document = asked(page, start, "/documents.json?words=fair")["rows"][0]["id"]
    facts = asked(page, start, f"/documents/{document}.json")["facts"]
    found = [
        "/",
        "/search?q=robot",
        "/search",
        "/search?of=organisation",
        "/search?q=zzqqxx",
        "/documents",
        "/check",
        "/settings",
    ]
    found += [f"/entities/{entity}", f"/entities/{expo}", f"/entities/{expo}/neighbourhood", "/decisions?people=0"]
    found += [
        f"/entities/{expo}/neighbourhood?as=list",
        f"/documents/{document}",
        f"/documents/{document}?fact={facts[0]['id']}",
    ]
    return [*found, f"/facts/{facts[0]['id']}", "/no-such-page"]


@pytest.mark.parametrize(("lang", "width", "scheme"), [("en", 1280, "light"), ("zh", 390, "dark"), ("ru", 390, "light")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Any, site: str, lang: str, width: int, scheme: str) -> None:
    page = opened(browser, site, "/", width, scheme)
    script, found = axe(), []
    for path in paths(page, site):
        page.goto(f"{base_of(site)}{path}{'&' if '?' in path else '?'}lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(script)
        found += [(path, *v) for v in page.evaluate(RUN)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((path, "scrolls sideways"))
        found += [(path, "small", *s) for s in page.evaluate(SMALL)]
    assert found == [], found
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=data:,><button></button>')")
    assert page.evaluate(RUN), "the probe finds planted faults"
    page.context.close()


def test_hostile_names_neither_scroll_nor_run(browser: Any, evil: tuple[str, list[str]]) -> None:
    start, addresses = evil
    page = opened(browser, start, "/", 390)
    said: list[str] = []
    page.on("dialog", lambda d: (said.append(d.message), d.dismiss()))
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    for path in addresses:
        page.goto(base_of(start) + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    assert said == []
    page.context.close()


def test_no_page_asks_another_host(browser: Any, site: str) -> None:
    page = opened(browser, site, "/")
    requests: list[str] = []
    page.on("request", lambda r: requests.append(r.url))
    for path in paths(page, site):
        page.goto(base_of(site) + path)
    away = [r for r in requests if not r.startswith((base_of(site), "data:"))]
    assert len(requests) > 30 and away == []
    page.context.close()


def test_a_fact_is_followed_from_the_dossier_to_its_sentence_and_back(browser: Any, site: str) -> None:
    page = opened(browser, site, "/", script=False)
    page.fill("#q", "rovver systems")
    page.keyboard.press("Enter")
    page.locator(".hit h2 a").first.click()
    name = page.locator("h1").inner_text()
    page.locator(".claim summary").first.click()
    quote = page.locator(".proofs q").first.inner_text().strip("“”")
    page.locator(".proofs .src a").first.click()
    assert quote in page.locator(".text .now").first.inner_text()
    page.locator(".fact.now .fe a").first.click()
    assert page.locator("h1").inner_text() == name
    page.context.close()


def test_facts_are_checked_by_keyboard(browser: Any, served: str) -> None:
    page = opened(browser, served, "/check")
    before = page.locator(".card blockquote mark").first.inner_text()
    page.keyboard.press("n")
    page.wait_for_url("**/check?after=*")
    page.keyboard.press("a")
    page.locator(".told").wait_for()
    assert page.locator(".told").inner_text() == "Accepted."
    page.goto(base_of(served) + "/check")
    assert page.locator(".card blockquote mark").first.inner_text() == before
    page.context.close()


def test_words_selected_in_the_text_go_into_the_form(browser: Any, served: str) -> None:
    page = opened(browser, served, "/documents")
    page.get_by_role("link", name="fair.txt").click()
    page.wait_for_load_state("load")
    page.evaluate("""() => {
      const block = [...document.querySelectorAll('.b')].find(b => b.textContent.includes('spherical robot'));
      const piece = [...block.querySelectorAll('*'), block].flatMap(e => [...e.childNodes])
        .find(n => n.nodeType === 3 && n.textContent.includes('spherical'));
      const at = piece.textContent.indexOf('spherical'), range = document.createRange();
      range.setStart(piece, at); range.setEnd(piece, at + 'spherical'.length);
      const s = getSelection(); s.removeAllRanges(); s.addRange(range);
    }""")
    sync_api = pytest.importorskip("playwright.sync_api")
    sync_api.expect(page.locator("#words")).to_have_value("spherical")
    assert int(page.locator("#near").input_value()) > 100
    page.fill("#name", "spherical robot")
    page.locator("#propose button").click()
    page.locator(".told").wait_for()
    assert page.locator("#now").count() == 1
    page.context.close()

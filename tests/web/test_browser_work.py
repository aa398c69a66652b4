"""The pages of work in Chromium: axe and phones, flows with and without scripts, review by keys, progress of a long import."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_browser_pages import RUN, asked, axe
from test_work_pages import PAGES, prepared
from web_browser import SMALL, base_of, opened, running
from web_samples import HOSTILE

pytestmark = pytest.mark.browser
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def working(folder: Path) -> Iterator[str]:
    """A running site with a list and pairs that wait."""
    prepared(folder)
    with running(folder) as start:
        yield start


def shown_within(page: Any, selector: str, seconds: float = 60) -> Any:
    found = page.locator(selector).first
    found.wait_for(timeout=seconds * 1000)
    return found


@pytest.mark.parametrize(("lang", "width", "scheme"), [("en", 1280, "light"), ("zh", 390, "dark"), ("ru", 390, "light")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Any, working: str, lang: str, width: int, scheme: str) -> None:
    page = opened(browser, working, "/screening", width, scheme)
    page.fill("#names", f"Harbour Robotics Ltd\nNobody GmbH\n{HOSTILE}\n{'long' * 200}")
    page.locator("form.card button").click()
    shown_within(page, ".answers li")
    answers = page.url.removeprefix(base_of(working))
    page.goto(base_of(working) + "/import")
    page.set_input_files(
        "#files", [{"name": "c.csv", "mimeType": "text/csv", "buffer": b"Exhibitor,Country,Stand\nA Ltd,de,1\n"}]
    )
    page.locator("form.card button").click()
    page.wait_for_url("**/import/*")
    script, found = axe(), []
    for path in (*PAGES, answers, page.url.removeprefix(base_of(working)), answers.replace("/screening/", "/jobs/")):
        page.goto(f"{base_of(working)}{path}{'&' if '?' in path else '?'}lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(script)
        found += [(path, *v) for v in page.evaluate(RUN)]
        found += [(path, "sideways")] if page.evaluate(SIDEWAYS) > 0 else []
        found += [(path, "small", *s) for s in page.evaluate(SMALL)]
    assert found == []
    page.context.close()


def test_pairs_are_reviewed_by_keys_and_one_is_taken_back(browser: Any, working: str) -> None:
    page = opened(browser, working, "/review")
    assert asked(page, working, "/review.json")["waiting"] == 2
    page.keyboard.press("l")
    page.wait_for_url("**latin=1")
    page.keyboard.press("d")
    page.get_by_text("Logged: different.").wait_for()
    assert asked(page, working, "/review.json")["judged"] == 1
    page.keyboard.press("z")
    page.get_by_text("the pair waits again").wait_for()
    found = asked(page, working, "/review.json")
    assert (found["waiting"], found["judged"]) == (2, 0)
    page.context.close()


@pytest.mark.parametrize("script", [True, False])
def test_names_are_screened_and_a_hit_is_cleared(browser: Any, working: str, script: bool) -> None:
    page = opened(browser, working, "/screening", script=script)
    page.fill("#names", "Harbour Robotics Ltd\nNobody At All GmbH")
    page.locator("form.card button").click()
    shown_within(page, ".hits a").click()
    page.fill("#note", "another firm, founded 2019")
    page.locator("button[value=cleared]").click()
    page.get_by_text("another firm, founded 2019").first.wait_for()
    assert page.locator("li.cleared").count() == 1
    page.context.close()


@pytest.mark.slow
@pytest.mark.parametrize("script", [True, False])
def test_a_long_import_shows_progress_is_cancelled_and_goes_on(
    browser: Any, working: str, script: bool, tmp_path: Path
) -> None:
    """Without scripts the page is loaded anew every other second, and the buttons work all the same."""
    names = [tmp_path / f"note{n:03}.txt" for n in range(600)]
    for n, name in enumerate(names):
        name.write_text(f"Harbour Robotics Ltd signed an agreement on 12 March 2019. Number {n}.\n", "utf-8")
    page = opened(browser, working, "/import", script=script)
    page.set_input_files("#files", [str(name) for name in names])
    page.locator("form.card button").click()
    page.wait_for_url("**/jobs/*", timeout=60_000)
    shown_within(page, "progress[value]")
    page.locator("form[action$=cancel] button").click()
    page.get_by_text("It was cancelled after").wait_for(timeout=60_000)
    shown_within(page, "form[action$=resume] button").click()
    end = time.monotonic() + 120
    while not page.locator(".chip.good").count():
        assert time.monotonic() < end, page.content()
        time.sleep(0.2)
    assert "documents read" in page.locator(".tiles").inner_text()
    page.context.close()

"""The frame in a real browser: nothing scrolls sideways, targets are large enough, nothing is asked of a network."""

from __future__ import annotations

from typing import Any

import pytest
from web_browser import SMALL, base_of, opened

pytestmark = pytest.mark.browser
PAGES = ("/", "/settings", "/no-such-page")


def test_no_page_scrolls_sideways_or_has_small_targets(browser: Any, served: str) -> None:
    page = opened(browser, served, "/", 390)
    for path in PAGES:
        for lang in ("en", "zh", "ru"):
            page.goto(f"{base_of(served)}{path}?lang={lang}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, (path, lang)
            assert page.evaluate(SMALL) == [], (path, lang)
    page.context.close()


def test_nothing_is_asked_of_another_host_and_no_error_is_logged(browser: Any, served: str) -> None:
    page = opened(browser, served, "/")
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("console", lambda m: errors.append(m.text))
    page.on("pageerror", lambda e: errors.append(str(e)))
    for path in PAGES[:2]:
        page.goto(base_of(served) + path)
    assert asked and {a.startswith((base_of(served), "data:")) for a in asked} == {True}
    assert errors == []
    page.context.close()


def test_a_slash_goes_to_the_search_box(browser: Any, served: str) -> None:
    page = opened(browser, served, "/settings")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.context.close()

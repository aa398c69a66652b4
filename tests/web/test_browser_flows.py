"""By the keyboard alone: ten pairs reviewed and one undone, a fact followed, a hit decided, a dossier handed over as PDF."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from expo_samples import opened as opened_workspace
from test_browser_pages import RUN, asked, axe
from test_expo_talent import soon
from test_work_pages import prepared
from web_browser import SMALL, base_of, opened, running

from dragoman.base.settings import Settings
from dragoman.workspace import open_workspace

pytestmark = pytest.mark.browser
STONES = ("Amber", "Basalt", "Coral", "Diamond", "Emerald", "Flint", "Garnet", "Heliodor", "Iolite", "Jasper")
TRADES = ("Optics Ltd", "Shipping GmbH")
PRESSED = "sdusdusdud"  # pair by pair
TOLD = {"s": "Logged: same.", "d": "Logged: different.", "u": "Logged: unsure."}
NOTE = "Another firm: founded ten years later, no common owner."


def ten_pairs(folder: Path) -> None:
    """Ten pairs of firms that wait for review."""
    prepared(folder)
    with open_workspace(folder, settings=Settings(models=False, processes=1)) as workspace:
        pairs = [
            [workspace.expo.enter("Company", {"name": f"{s} {t}"}, by="Anna Chen", form="list") for t in TRADES] for s in STONES
        ]
    lines = [json.dumps({"left": a, "right": b, "value": 0.9 - n / 100, "held": []}) for n, (a, b) in enumerate(pairs)]
    (folder / "resolve" / "queue.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def counts(page: Any, start: str) -> tuple[int, int]:
    found = asked(page, start, "/review.json")
    return found["waiting"], found["judged"]


def test_ten_pairs_are_reviewed_by_keys_and_one_is_undone(browser: Any, folder: Path) -> None:
    ten_pairs(folder)
    with running(folder) as start:
        page = opened(browser, start, "/review")
        assert counts(page, start) == (10, 0)
        seen = []
        for key in PRESSED:
            seen.append(page.locator(".sides thead a").first.inner_text().split()[0])
            with page.expect_navigation():
                page.keyboard.press(key)
            assert page.locator(".told").inner_text() == TOLD[key]
        assert seen == list(STONES) and counts(page, start) == (0, 10)
        with page.expect_navigation():
            page.keyboard.press("z")
        assert "the pair waits again" in page.locator(".told").inner_text()
        assert counts(page, start) == (1, 9) and "Jasper" in page.locator(".sides thead").inner_text()
        page.context.close()
    with open_workspace(folder) as workspace:
        joined = [r.caption for s in STONES for r in workspace.store.find_entities(f"{s} Shipping", 3) if s in r.caption]
        assert len({c.split()[0] for c in joined}) == 10
        verdicts = [str(d.verdict) for d in workspace.store.decisions() if d.note == "review" and not d.undoes]
        assert [v[0] for v in verdicts] == list(PRESSED)


def tab_to(page: Any, selector: str) -> None:
    """Press Tab until a control has the focus, as one without a mouse does; fails where Tab never reaches it."""
    page.locator(selector).first.wait_for()
    for _ in range(250):
        if page.evaluate("s => document.activeElement === document.querySelector(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector} on {page.url}")


def follow(page: Any, selector: str) -> None:
    """Go to a control by Tab and press Enter."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("script", [True, False])
def test_a_hit_is_cleared_and_its_dossier_is_handed_over_by_keyboard(browser: Any, folder: Path, script: bool) -> None:
    """The PDF is read back: sentences and where they stand, the versions of the lists, the decision with its note."""
    pdfium = pytest.importorskip("pypdfium2")
    pytest.importorskip("typst")
    watched(folder)
    with running(folder) as start:
        page = opened(browser, start, "/", script=script)
        tab_to(page, "#q")
        page.keyboard.type("Rover Systems")
        follow(page, "#q")
        follow(page, ".hit h2 a")
        dossier, name = page.url, page.locator("h1").inner_text()
        quote = to_the_sentence_and_back(page)
        assert (page.url.partition("?")[0], page.locator("h1").inner_text()) == (dossier, name)
        follow(page, "#hits td a")
        tab_to(page, "#note")
        page.keyboard.type(NOTE)
        follow(page, "button[value=cleared]")
        assert page.url == dossier and NOTE in page.locator("#hits").inner_text()
        sentences = page.locator(".sentence").evaluate_all(
            "all => all.map(e => [...e.childNodes].filter(n => n.nodeName !== 'SUP').map(n => n.textContent).join(''))"
        )
        tab_to(page, "a[href$='dossier.pdf']")
        answer = page.context.request.get(base_of(start) + page.locator("a:focus").get_attribute("href"))
        said = plain("".join(leaf.get_textpage().get_text_range() for leaf in pdfium.PdfDocument(answer.body())))
        for words in (name, *sentences, quote, "fair.txt", "watch (1 March 2019)", "watch:1", "cleared", "hit: cleared"):
            assert plain(words) in said, words
        assert said.count(plain(NOTE)) == 2, "once beside the hit, once among the decisions"
        page.context.close()


def to_the_sentence_and_back(page: Any) -> str:
    """From a claim of a dossier to its words in the document, and to the entity again; the words."""
    tab_to(page, ".claim summary")
    page.keyboard.press("Enter")
    quote = page.locator(".proofs q").first.inner_text().strip("“”")
    follow(page, ".proofs .src a")
    assert page.locator(".text .now").first.inner_text() in quote
    follow(page, ".fact.now .fe a")
    return str(quote)


def plain(text: str) -> str:
    """Without the spaces and breaks that setting a page moves."""
    return re.sub(r"\s+|\xad|\ufffe", "", text)


def watched(folder: Path) -> None:
    """A list that names a firm of the sample."""
    sheet = folder / "watch.csv"
    sheet.write_text("id,name,country,schema\n1,Rover Systems Co Ltd,ru,Company\n", "utf-8")
    with open_workspace(folder, settings=Settings(models=False, processes=1)) as workspace:
        workspace.lists.add("watch", sheet, name_column="name", id_column="id", schema_column="schema", published="2019-03-01")


def test_the_form_of_an_offer_and_a_withdrawn_entry_on_a_phone(browser: Any, folder: Path) -> None:
    """Entered by keyboard without scripts, taken back; both pages stand the checks of all pages."""
    with running(folder) as start:
        page = opened(browser, start, "/records/new/TalentOffer", 390, script=False)
        for selector, text in (("[name='p.holder']", "Harbour Institute"), ("[name='p.summary']", "Engineer for sonar"),
                               ("[name='p.expires']", soon())):  # fmt: skip
            tab_to(page, selector)
            page.keyboard.type(text)
        tab_to(page, "[name='p.consent']")
        page.keyboard.press("Space")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "Engineer for sonar" in page.locator("main").inner_text() and "/records/" in page.url, page.inner_text("main")
        entry = page.locator("a[href^='/documents/']").first.get_attribute("href").partition("?")[0]
        with opened_workspace(folder) as workspace:
            workspace.talent.withdraw(workspace.talent.listed()[0].id, by="me")
        checked = opened(browser, start, "/", 390)
        for path, words in (("/records/new/TalentOffer", "agrees that it is shown"), (entry, "was withdrawn")):
            checked.goto(base_of(start) + path)
            assert words in checked.inner_text("main")
            checked.evaluate(axe())
            assert (checked.evaluate(RUN), checked.evaluate(SMALL)) == ([], [])
            assert checked.evaluate("document.documentElement.scrollWidth") <= 390
        page.context.close()
        checked.context.close()

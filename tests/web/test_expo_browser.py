"""The expo in Chromium: axe and phones on every page, and the flows a newcomer does first, most of them without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from expo_samples import EXHIBITORS, NEWS, add_list, made_all, made_edition, opened
from test_browser_pages import RUN, axe
from test_expo_pages import pages
from web_browser import SMALL, base_of, running
from web_browser import opened as shown
from web_samples import made_workspace

pytestmark = pytest.mark.browser
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(autouse=True)
def without_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MODELS", "off")


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    folder = made_workspace(tmp_path_factory.mktemp("fair"), {})
    ids = made_all(folder)
    with running(folder) as start:
        yield start, ids


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return made_workspace(tmp_path, {})


def personal(browser: Any, start: str, edition: str) -> str:
    """The path of a new personal link, made on the organiser's page."""
    page = shown(browser, start, f"/expo/{edition}/links", script=False)
    page.fill("#q-record", "Rover Systems JSC")
    page.fill("#q-name", "Иван Петров")
    page.get_by_role("button", name="Make the link").click()
    address = page.locator("input.address").input_value()
    page.context.close()
    return "/me/" + address.rsplit("/", 1)[1]


@pytest.mark.parametrize(("lang", "width", "scheme"), [("en", 1280, "light"), ("zh", 390, "dark"), ("ru", 390, "light")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, fair: tuple[str, dict[str, str]], lang: str, width: int, scheme: str
) -> None:
    start, ids = fair
    mine = personal(browser, start, ids["edition"])
    page = shown(browser, start, "/expo", width, scheme)
    outside: list[str] = []
    page.on("request", lambda r: outside.append(r.url) if not r.url.startswith((base_of(start), "data:")) else None)
    script, found = axe(), []
    for path in [*pages(ids), mine]:
        page.goto(f"{base_of(start)}{path}{'&' if '?' in path else '?'}lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(script)
        found += [(path, *v) for v in page.evaluate(RUN)]
        found += [(path, "sideways")] if page.evaluate(SIDEWAYS) > 0 else []
        found += [(path, "small", *s) for s in page.evaluate(SMALL)]
    assert found == [] and outside == []


def test_an_organiser_imports_last_years_catalogue_and_sees_figures_beside_the_press_release(browser: Any, empty: Path) -> None:
    with running(empty) as start:
        page = shown(browser, start, "/expo", script=False)
        page.get_by_role("link", name="New edition").first.click()
        page.fill("#c-name-0", "3rd Tidal Fair")
        page.fill("[name='p.ordinal']", "3")
        page.get_by_role("button", name="Save", exact=True).last.click()
        edition = page.url.split("?")[0]
        page.get_by_role("link", name="Import a catalogue").first.click()
        page.set_input_files("#files", [{"name": "exhibitors.csv", "mimeType": "text/csv", "buffer": EXHIBITORS.encode()}])
        page.locator("form.drop button").click()
        assert page.locator("#edition").evaluate("e => e.selectedOptions[0].text") == "3rd Tidal Fair"
        page.locator("button[value=begin]").click()
        done(page)
        page.goto(f"{base_of(start)}/import")
        page.set_input_files("#files", [{"name": "news.txt", "mimeType": "text/plain", "buffer": NEWS.encode()}])
        page.locator("form.drop button").click()
        done(page)
        page.goto(edition)
        row = page.locator("tr", has=page.get_by_text("exhibitors", exact=True)).first
        assert "more than 200" in row.inner_text() and "Not met" in row.inner_text()
        row.locator("td a").first.click()
        assert page.locator("h1").inner_text().startswith("exhibitors: 3")
        page.locator("td a", has_text="exhibitors.csv").first.click()
        assert "/documents/" in page.url and "Rover Systems JSC" in page.content()


def done(page: Any) -> None:
    """Wait for a job, as somebody without scripts does: by loading its page again."""
    page.wait_for_url("**/jobs/*")
    for _ in range(120):
        if page.locator(".row.actions a.button").count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(page.inner_text("main"))


def test_an_exhibitor_describes_a_robot_in_russian_and_a_reader_sees_it_in_chinese(browser: Any, empty: Path) -> None:
    edition = made_edition(empty)
    with running(empty) as start:
        path = personal(browser, start, edition)
        context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
        guest = context.new_page()
        guest.goto(f"{base_of(start)}{path}?lang=ru")
        guest.get_by_text("Описать технологию").click()
        guest.locator("#c-technologyname-2").fill("Сферический робот")
        guest.locator("#c-technologydescription-2").fill("Ищет людей после пожаров и землетрясений.")
        guest.locator("#c-technologyfield-0").select_option("robotics")
        guest.locator("#c-technologyoriginSector-0").select_option("space")
        guest.locator("#c-technologytrl-0").select_option("7")
        guest.locator("form", has=guest.locator("#c-technologyname-2")).get_by_role("button", name="Отправить").click()
        assert "Спасибо" in guest.inner_text("main")
        page = shown(browser, start, f"/expo/{edition}/links", script=False)
        page.get_by_role("button", name="Accept what is ticked").click()
        page.locator(".rows a", has_text="Сферический робот").click()
        page.goto(f"{page.url.split('?')[0]}?lang=zh")
        text = page.inner_text("main")
        assert "Сферический робот" in text and "机器人" in text and "航天" in text and "展品" in text
        guest.reload()
        assert "принято" in guest.inner_text("main").lower()
        guest.goto(f"{base_of(start)}/expo")
        assert "Tidal" not in guest.inner_text("main")
        context.close()


def test_a_visit_goes_from_itinerary_to_notes_on_a_phone_to_report(browser: Any, empty: Path) -> None:
    with running(empty) as start:
        page = shown(browser, start, "/records/new/Visit", 390, script=False)
        page.fill("#c-name-0", "Visit to the nanocentre")
        page.fill("[name='p.visitor'] >> nth=0", "Xinxiang Prefecture")
        page.fill("[name='p.host'] >> nth=0", "TechnoSpark")
        page.fill("[name='p.startDate']", "2018-06-14")
        page.get_by_role("button", name="Save", exact=True).last.click()
        for name in ("Diamond laboratory", "Warehouse robot"):
            if page.locator("details:not([open]) > summary", has_text="Add a stop").count():
                page.locator("summary", has_text="Add a stop").click()
            page.fill("#q-name", name)
            page.get_by_role("button", name="Add a stop").click()
            page.locator(".itinerary a", has_text=name).wait_for()  # the next page has come: the form is closed again
        page.locator(".itinerary a", has_text="Diamond laboratory").click()
        page.fill("#q-seen", "Diamonds of ten carats grow here.")
        page.fill("#q-estimate", "Ripe for production.")
        page.fill("#q-next", "Send the price list")
        page.get_by_role("button", name="Keep the notes").click()
        assert "needs somebody who does it" in page.inner_text(".wrong")
        assert page.input_value("#q-seen") == "Diamonds of ten carats grow here."
        page.fill("#q-owner", "TechnoSpark")
        assert page.get_by_role("button", name="Keep the notes").bounding_box()["height"] >= 48
        page.get_by_role("button", name="Keep and go to the next").click()
        assert page.inner_text("h1") == "Warehouse robot" and page.evaluate("1") is not None
        page.get_by_role("link", name="Visit to the nanocentre").click()
        page.locator(".files a", has_text="Read here").first.click()
        report = page.inner_text("main")
        for words in ("Diamonds of ten carats grow here.", "Ripe for production.", "Send the price list", "TechnoSpark"):
            assert words in report, words


def test_a_consultation_goes_from_question_to_memo(browser: Any, empty: Path) -> None:
    made_edition(empty)
    with running(empty) as start:
        page = shown(browser, start, "/lists-of/Consultation", script=False)
        page.get_by_role("link", name="Enter one").first.click()
        page.fill("[name='p.client'] >> nth=0", "Small Optics LLC")
        page.fill("[name='p.question']", "Who in Russia makes robots?")
        page.fill("[name='p.region']", "Russia")
        page.fill("[name='p.field'] >> nth=0", "robotics")
        page.get_by_role("button", name="Save", exact=True).last.click()
        page.locator(".fit input[type=checkbox]").first.check()
        page.get_by_role("button", name="Put the selected on the shortlist").click()
        page.get_by_role("button", name=re.compile("Introduce the client")).click()
        page.locator(".files a", has_text="Read here").first.click()
        memo = page.inner_text("main")
        for words in ("Small Optics LLC", "Who in Russia makes robots?", "Rover Systems JSC", "exhibitors.csv"):
            assert words in memo, words


def test_a_delegation_is_screened_and_a_hit_cleared_with_a_note(browser: Any, empty: Path) -> None:
    edition = made_edition(empty)
    add_list(empty)
    with running(empty) as start:
        page = shown(browser, start, f"/records/new/Delegation?of={edition}", script=False)
        page.fill("#c-name-0", "Prefecture delegation")
        page.fill("[name='p.sender']", "Xinxiang Prefecture")
        page.fill("[name='p.member'] >> nth=0", "Tidal Optics Ltd")
        page.fill("[name='p.member'] >> nth=1", "Rover Systems JSC")
        page.get_by_role("button", name="Save", exact=True).last.click()
        page.locator("summary", has_text="Draft an invitation").click()
        page.fill("#q-inviter", "TechnoSpark")
        page.get_by_role("button", name="Draft and screen").click()
        assert "held until a named person decides" in page.inner_text("main")
        states = page.locator("table .chip").all_inner_texts()
        assert "open hit" in states and "not found" in states
        hit = page.locator(".hit.holds")
        hit.locator("input[name=note]").fill("Another firm: founded ten years later, no common owner.")
        hit.get_by_role("button", name=re.compile("clear")).click()
        text = page.inner_text("main")
        assert "held until a named person decides" not in text and "Another firm: founded ten years later" in text
        page.locator("a[href^='/invitations/']").first.click()
        page.get_by_role("button", name="Note as sent").click()
        assert "sent" in page.inner_text("h1")
        decisions = json.loads(shown(browser, start, "/decisions.json").inner_text("body"))
        assert "Another firm" in json.dumps(decisions)
    with opened(empty) as workspace:
        assert len(workspace.store.decisions()) >= 1


def test_names_are_suggested_while_typing(browser: Any, empty: Path) -> None:
    made_edition(empty)
    with running(empty) as start:
        page = shown(browser, start, "/records/new/Exhibit")
        page.locator("[name='p.exhibitor']").press_sequentially("Rover")
        page.wait_for_function(
            "[...document.querySelectorAll('datalist option')].some(o => o.value.startsWith('Rover Systems'))"
        )


# Each control that is shown, in the order of the page; radios of one name are one stop of the Tab key.
CONTROLS = """() => [...document.querySelectorAll('a[href], button, summary, input, select, textarea')].filter(e =>
  e.getClientRects().length && !e.matches('button.hidden, [type=hidden], :disabled')
  && !e.closest('details:not([open]) > :not(summary)')
  && !(e.type === 'radio' && !e.checked)).map((e, n) => { e.dataset.at = n; return n; })"""
FOCUSED = """() => { const e = document.activeElement, s = getComputedStyle(e);
  return [e.dataset.at ?? '', e === document.body || s.outlineStyle !== 'none' || s.boxShadow !== 'none']; }"""


def test_every_control_of_the_flows_is_reached_by_tab_and_shows_it(browser: Any, fair: tuple[str, dict[str, str]]) -> None:
    start, ids = fair
    at = {"Delegation": "delegations", "Visit": "visits", "Consultation": "consultations", "edition": "expo"}
    paths = [f"/{place}/{ids[kind]}" for kind, place in at.items()]
    paths += ["/import", "/records/new/Visit", personal(browser, start, ids["edition"]), f"/expo/{ids['edition']}/links"]
    page = shown(browser, start, "/expo")
    for path in paths:
        page.goto(base_of(start) + path)
        assert missed(page) == [], path
    page.evaluate("document.querySelector('main a[href]').tabIndex = -1")
    assert len(missed(page)) == 1, "the probe finds a planted fault"
    page.context.close()


def missed(page: Any) -> list[str]:
    """The controls that Tab never comes to."""
    wanted, reached = set(page.evaluate(CONTROLS)), set()
    for _ in range(2 * len(wanted) + 20):  # scrolled tables are stops too
        if reached >= wanted:
            break
        page.keyboard.press("Tab")
        place, seen = page.evaluate(FOCUSED)
        assert seen, (page.url, "the focus is not shown")
        reached |= {int(place)} if place else set()
    assert len(wanted) > 8
    return [page.locator(f"[data-at='{n}']").evaluate("e => e.outerHTML") for n in wanted - reached]

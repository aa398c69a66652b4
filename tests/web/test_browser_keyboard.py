"""The flows of the expo by keyboard alone, with scripts and without: Tab, Enter, Space, arrows and typing, no mouse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from expo_samples import EXHIBITORS, NEWS, add_list, made_edition
from test_work_pages import prepared
from web_browser import base_of, running
from web_browser import opened as shown
from web_samples import made_workspace

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
MOST = 400  # presses of Tab to come round a page once
NOTE = "Another firm: founded ten years later, no common owner."
# What has the focus, and whether one sees it: an outline, a shadow, or the page itself.
FOCUS = """wanted => { const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
  return {met: e === wanted, seen: e === document.body || s.outlineStyle !== 'none' || s.boxShadow !== 'none',
    inside: e === document.body || (box.bottom > 0 && box.top < innerHeight), what: e.outerHTML.slice(0, 160)}; }"""


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """One site for all flows: an edition with a catalogue, a list, pairs that wait; its start address and the edition's id."""
    folder = made_workspace(tmp_path_factory.mktemp("keys"), {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAGOMAN_MODELS", "off")
        edition = made_edition(folder)
        # A body for each of the two ways of going through it: a verdict holds for all matters.
        add_list(folder, "exporters", "Rover Systems JSC", "Tidal Optics Ltd")
        prepared(folder)
        with running(folder) as start:
            yield start, edition


class Hands:
    """Somebody without a mouse."""

    def __init__(self, browser: Any, start: str, path: str, script: bool, width: int = 1280) -> None:
        self.page, self.start = shown(browser, start, path, width, script=script), start

    def go(self, path: str) -> None:
        """Open an address, as typed into the browser."""
        self.page.goto(base_of(self.start) + path)

    def tab(self, wanted: Any) -> None:
        """Press Tab until a control has the focus; whatever gets it on the way must show it."""
        wanted.first.wait_for()
        control = wanted.first.element_handle()
        for _ in range(MOST):
            at = self.page.evaluate(FOCUS, control)
            assert at["seen"] and at["inside"], (self.page.url, "the focus is not seen", at["what"])
            if at["met"]:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {wanted} on {self.page.url}")

    def write(self, selector: str, text: str) -> None:
        """Type into a field."""
        self.tab(self.page.locator(selector))
        self.page.keyboard.type(text)

    def press(self, wanted: Any, key: str = "Enter") -> None:
        """Go to a link or a button and press it."""
        self.tab(wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def open(self, wanted: Any) -> None:
        """Open what is folded."""
        self.tab(wanted)
        self.page.keyboard.press("Enter")

    def choose(self, selector: str, value: str) -> None:
        """Choose of a list by arrows."""
        chosen = self.page.locator(selector)
        self.tab(chosen)
        for _ in range(chosen.evaluate("e => e.options.length")):
            if chosen.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never come to {value}")

    def hand(self, selector: str, name: str, text: str) -> None:
        """Give a file: the browser's own window is opened by a key.

        On a busy machine the key may come before the window is watched for; it is then pressed once more.
        """
        from playwright.sync_api import TimeoutError as NoWindow

        self.page.wait_for_load_state()
        for last in (False, True):
            self.tab(self.page.locator(selector))
            try:
                with self.page.expect_file_chooser(timeout=10_000) as asked:
                    self.page.keyboard.press("Space")
            except NoWindow:
                if last:
                    raise
                continue
            asked.value.set_files([{"name": name, "mimeType": "text/plain", "buffer": text.encode()}])
            return

    def button(self, name: str) -> Any:
        """A button by what it says."""
        return self.page.get_by_role("button", name=re.compile(f"^{name}"))

    def text(self) -> str:
        """What the page says."""
        return str(self.page.inner_text("main"))


def ended(hands: Hands) -> None:
    """Wait for a job; without scripts its page loads itself anew."""
    hands.page.wait_for_url("**/jobs/*")
    hands.page.locator(".row.actions a.button").wait_for(timeout=60_000)


@BOTH
def test_a_catalogue_is_imported_and_figures_stand_beside_the_press_release(
    browser: Any, fair: tuple[str, str], script: bool
) -> None:
    hands, name = Hands(browser, fair[0], "/expo", script), f"{'4th' if script else '5th'} Tidal Fair"
    hands.press(hands.page.get_by_role("link", name="New edition"))
    hands.write("#c-name-0", name)
    hands.press(hands.button("Save$").last)
    edition = hands.page.url.split("?")[0]
    hands.press(hands.page.get_by_role("link", name="Import a catalogue"))
    hands.hand("#files", f"catalogue {script}.csv", EXHIBITORS)
    hands.press(hands.page.locator("form.drop button"))
    assert hands.page.locator("#edition").evaluate("e => e.selectedOptions[0].text") == name
    hands.press(hands.page.locator("button[value=begin]"))
    ended(hands)
    hands.go("/import")
    hands.hand("#files", f"news {script}.txt", NEWS.replace("3rd Tidal Fair", name))
    hands.press(hands.page.locator("form.drop button"))
    ended(hands)
    hands.page.goto(edition)
    row = hands.page.locator("tr", has=hands.page.get_by_text("exhibitors", exact=True)).first
    assert "more than 200" in row.inner_text() and "Not met" in row.inner_text()
    hands.press(row.locator("td a"))
    assert hands.page.inner_text("h1").startswith("exhibitors: 3")
    hands.page.context.close()


@BOTH
def test_an_exhibitor_describes_a_robot_in_russian_which_is_read_in_chinese(
    browser: Any, fair: tuple[str, str], script: bool
) -> None:
    robot = f"Сферический робот {'К' if script else 'Б'}"
    hands = Hands(browser, fair[0], f"/expo/{fair[1]}/links", script)
    hands.write("#q-record", "Rover Systems JSC")
    hands.write("#q-name", "Иван Петров")
    hands.press(hands.button("Make the link"))
    address = "/me/" + hands.page.locator("input.address").input_value().rsplit("/", 1)[1]
    guest = Hands(browser, fair[0], f"{address}?lang=ru", script, 390)
    guest.open(guest.page.locator("summary", has_text="Описать технологию"))
    guest.write("#c-technologyname-2", robot)
    guest.choose("#c-technologyfield-0", "robotics")
    guest.choose("#c-technologyoriginSector-0", "space")
    guest.press(
        guest.page.locator("form", has=guest.page.locator("#c-technologyname-2")).get_by_role("button", name="Отправить")
    )
    assert "Спасибо" in guest.text()
    hands.go(f"/expo/{fair[1]}/links")
    hands.press(hands.button("Accept what is ticked"))
    hands.press(hands.page.locator(".rows a", has_text=robot))
    hands.page.goto(f"{hands.page.url.split('?')[0]}?lang=zh")
    for words in (robot, "机器人", "航天"):
        assert words in hands.text()
    hands.page.context.close()
    guest.page.context.close()


@BOTH
def test_a_visit_goes_from_itinerary_to_notes_to_report(browser: Any, fair: tuple[str, str], script: bool) -> None:
    name = f"Visit to the {'nanocentre' if script else 'observatory'}"
    hands = Hands(browser, fair[0], "/records/new/Visit", script, 390)
    said = {"#c-name-0": name, "[name='p.visitor']": "Xinxiang Prefecture", "[name='p.host']": "TechnoSpark"}
    for selector, text in {**said, "[name='p.startDate']": "2018-06-14"}.items():
        hands.write(f"{selector} >> nth=0", text)
    hands.press(hands.button("Save$").last)
    for stop in ("Diamond laboratory", "Warehouse robot"):
        folded = hands.page.locator("details:not([open]) > summary", has_text="Add a stop")
        if folded.count():
            hands.open(folded)
        hands.write("#q-name", stop)
        hands.press(hands.button("Add a stop"))
        hands.page.locator(".itinerary a", has_text=stop).wait_for()
    hands.press(hands.page.locator(".itinerary a", has_text="Diamond laboratory"))
    hands.write("#q-seen", "Diamonds of ten carats grow here.")
    hands.write("#q-next", "Send the price list")
    hands.press(hands.button("Keep the notes"))
    assert "somebody who does it" in hands.page.inner_text(".wrong")
    hands.write("#q-owner", "TechnoSpark")
    hands.press(hands.button("Keep and go to the next"))
    assert hands.page.inner_text("h1") == "Warehouse robot"
    hands.press(hands.page.get_by_role("link", name=name))
    hands.press(hands.page.locator(".files a", has_text="Read here"))
    assert "Diamonds of ten carats grow here." in hands.text() and "Send the price list" in hands.text()
    hands.page.context.close()


@BOTH
def test_a_consultation_goes_from_question_to_memo(browser: Any, fair: tuple[str, str], script: bool) -> None:
    client = f"Small {'Optics' if script else 'Ceramics'} LLC"
    hands = Hands(browser, fair[0], "/lists-of/Consultation", script)
    hands.press(hands.page.get_by_role("link", name="Enter one").first)
    for selector, text in (("client", client), ("question", "Who in Hungary makes radios?"), ("region", "Hungary"),
                           ("field", "telecommunications")):  # fmt: skip
        hands.write(f"[name='p.{selector}'] >> nth=0", text)
    hands.press(hands.button("Save$").last)
    hands.tab(hands.page.locator(".fit input[type=checkbox]"))
    hands.page.keyboard.press("Space")
    hands.press(hands.button("Put the selected on the shortlist"))
    hands.press(hands.button("Introduce the client").first)
    hands.press(hands.page.locator(".files a", has_text="Read here"))
    for words in (client, "Who in Hungary makes radios?", "Danube Mobile Kft", "exhibitors.csv"):
        assert words in hands.text(), words
    hands.page.context.close()


@BOTH
def test_a_delegation_is_screened_and_a_hit_cleared_with_a_note(browser: Any, fair: tuple[str, str], script: bool) -> None:
    hands = Hands(browser, fair[0], f"/records/new/Delegation?of={fair[1]}", script)
    sender = f"{'Xinxiang' if script else 'Luoyang'} Prefecture"
    said = {"#c-name-0": f"Delegation of {sender}", "[name='p.sender'] >> nth=0": sender}
    member = {"[name='p.member'] >> nth=0": "Rover Systems JSC" if script else "Tidal Optics Ltd"}
    for selector, text in {**said, **member}.items():
        hands.write(selector, text)
    hands.press(hands.button("Save$").last)
    assert hands.page.locator(".hit.holds").count() == 1
    hands.write(".hit.holds input[name=note]", f"{NOTE} {sender}")
    hands.press(hands.page.locator(".hit.holds button[value=clear]"))
    assert not hands.page.locator(".hit.holds").count() and f"{NOTE} {sender}" in hands.text()
    hands.go("/decisions.json")
    assert f"{NOTE} {sender}" in json.dumps(json.loads(hands.page.inner_text("body")))
    hands.page.context.close()


@BOTH
def test_pairs_are_reviewed_by_their_buttons_and_one_is_undone(browser: Any, fair: tuple[str, str], script: bool) -> None:
    hands = Hands(browser, fair[0], "/review", script)
    before = hands.page.locator(".sides thead").inner_text()
    hands.press(hands.button("Different"), "Space")
    assert "Logged: different." in hands.page.inner_text(".told") and hands.page.locator(".sides thead").inner_text() != before
    hands.press(hands.button("Undo"), "Space")
    assert "the pair waits again" in hands.page.inner_text(".told")
    assert hands.page.locator(".sides thead").inner_text() == before
    hands.page.context.close()


@BOTH
def test_the_first_key_skips_to_what_the_page_is_about_and_none_traps(
    browser: Any, fair: tuple[str, str], script: bool
) -> None:
    hands = Hands(browser, fair[0], "/", script)
    for path in ("/", "/search?q=robot", "/expo", f"/expo/{fair[1]}", "/import", "/screening", "/review", "/records/new/Visit"):
        hands.go(path)
        assert hands.page.locator("[tabindex]").evaluate_all("all => all.filter(e => e.tabIndex > 0).length") == 0, path
        hands.tab(hands.page.locator("a.skip"))
        hands.page.keyboard.press("Enter")
        hands.page.keyboard.press("Tab")
        assert hands.page.evaluate("!!document.activeElement.closest('main')"), (path, "the way past the menu leads elsewhere")
        passed = 0
        while hands.page.evaluate("document.activeElement !== document.body") and passed < MOST:
            hands.page.keyboard.press("Tab")
            passed += 1
        assert passed < MOST, (path, "the focus is trapped")
    hands.page.context.close()


@BOTH
def test_what_is_focused_is_never_hidden_and_follows_the_page(browser: Any, fair: tuple[str, str], script: bool) -> None:
    """The order of the keys is the order one reads in: nothing is passed over and come back to."""
    hands = Hands(browser, fair[0], f"/expo/{fair[1]}", script)
    hands.page.keyboard.press("Tab")
    places: list[int] = []
    for _ in range(MOST):
        place = hands.page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
        if hands.page.evaluate("document.activeElement === document.body"):
            break
        places.append(place)
        hands.page.keyboard.press("Tab")
    assert len(places) > 20 and places == sorted(places)
    hands.page.context.close()

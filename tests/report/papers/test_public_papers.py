"""The public page: only what was given, escaped, no script, one stylesheet, readable on a phone."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path

import paper_samples as samples
import pytest

import dragoman.report.papers as papers
from dragoman.model.schema import LANGUAGES
from dragoman.report.papers.content import PublicEdition, PublicSeries, ReleasedFigure, Said, Source
from dragoman.report.papers.days import Days
from dragoman.report.papers.public import ENTRIES, public_edition, public_series, safe
from dragoman.report.words import Words, messages

VOID = {"meta", "link", "br", "img", "path", "rect", "input", "hr"}
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Reader(HTMLParser):
    """Tags, attributes and text; fails where a tag is closed that is not open."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_shows_what_was_released(lang: str) -> None:
    edition = samples.public()
    page = Reader(public_edition(edition, lang))
    wanted = [edition.title, edition.theme, edition.place, *edition.organisers, *edition.supporters]
    wanted += [f.value for f in edition.figures] + [e.name for e in edition.exhibitors]
    wanted += [e.title for e in edition.programme.entries] if edition.programme else []
    for text in wanted:
        assert text[lang] in page.text  # type: ignore[index]
    assert samples.NEWS.title in page.text
    assert ("html", {"lang": lang}) in page.tags


def test_what_is_not_given_leaves_no_empty_section() -> None:
    page = Reader(public_edition(PublicEdition("Bare"), "en"))
    assert [t for t, _ in page.tags if t in ("section", "h2", "ul", "svg")] == []


def test_the_types_of_public_pages_have_no_place_for_what_is_not_public() -> None:
    names = {f.name for kind in (PublicEdition, PublicSeries, ReleasedFigure) for f in fields(kind)}
    assert names == {
        "title", "series", "theme", "start", "end", "place", "about", "organisers", "supporters", "guests", "figures",
        "programme", "exhibitors", "plan", "editions", "links", "name", "value", "source",
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_lead_somewhere_and_nothing_is_fetched(lang: str) -> None:
    for html in (public_edition(samples.public(), lang), public_series(samples.series(), lang)):
        page = Reader(html)
        ids = {a["id"] for _, a in page.tags if "id" in a}
        assert all(a["href"][1:] in ids for t, a in page.tags if t == "a" and a["href"].startswith("#"))
        assert not {t for t, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form"}
        assert sum(t == "style" for t, _ in page.tags) - html.count("<svg") == 1
        assert "url(" not in html and "@import" not in html
        assert len(ids) == sum("id" in a for _, a in page.tags)


def test_hostile_text_and_addresses_stay_harmless() -> None:
    said = Said(EVIL, (Source(EVIL, EVIL, EVIL, EVIL, EVIL, "javascript:alert(1)"),), EVIL)
    one = samples.exhibitors()[0]
    exhibitor = replace(one, name=EVIL, link="javascript:alert(1)", about=said, stand=EVIL, country=EVIL)
    edition = replace(samples.public(), title=EVIL, theme=EVIL, about=(said,), organisers=(EVIL,), exhibitors=(exhibitor,))
    for html in (public_edition(edition), public_series(PublicSeries(EVIL, (said,), (edition,), {EVIL: "javascript:x"}))):
        page = Reader(html)
        assert not {t for t, _ in page.tags} & {"script", "img"}
        assert not [k for _, a in page.tags for k in a if k.startswith("on")]
        assert not [a for _, a in page.tags if a.get("href", "").startswith("javascript")]


@pytest.mark.parametrize(("url", "kept"), [
    ("https://example.org", True), ("2017.html", True), ("#a", True), ("javascript:alert(1)//.html", False),
    ("data:text/html,x", False),
])  # fmt: skip
def test_only_addresses_of_the_web_or_the_page_are_links(url: str, kept: bool) -> None:
    assert bool(safe(url)) is kept


def test_a_series_leads_to_its_editions() -> None:
    page = Reader(public_series(samples.series(), "zh"))
    assert "2017.html" in [a.get("href") for t, a in page.tags if t == "a"]


def test_a_very_long_programme_is_cut_with_a_word() -> None:
    edition = replace(samples.public(), programme=samples.programme(ENTRIES + 40))
    page = Reader(public_edition(edition, "en"))
    assert "40 more items" in page.text


def test_every_message_of_the_papers_is_used_and_there() -> None:
    room = Path(papers.__file__).parent
    text = "".join(p.read_text(encoding="utf-8") for p in [*room.glob("*.py"), *(room / "templates").glob("*.html")])
    asked = set(re.findall(r"""["'](paper\.[a-z_]+\.?[a-z_]+)["']""", text))
    assert len(asked) > 60
    known = set(messages("en"))
    groups = ("paper.kind", "paper.state", "paper.condition", "paper.name", "paper.date", "paper.interest")
    groups += ("paper.source.", "paper.reason", "paper.limit", "paper.body")  # of workspace/citing.py and paper_visits.py
    assert {a for a in asked if a not in known and a not in (*groups, "paper.typ")} == set()
    noted = ("shown", "seen", "questions", "estimate", "summary", "host_goals", "visitor_goals", "results")
    made = {f"paper.visit.{k}" for k in noted} | {"paper.memo.why", "paper.memo.limits"}
    made |= {f"paper.plan.{k}_mark" for k in ("taken", "free", "marked")}
    assert {k for k in known if k.startswith("paper.") and not k.startswith(groups)} == {
        k for k in asked | made if k in known and not k.startswith(groups)
    }


@pytest.mark.parametrize(("lang", "day", "span"), [
    ("en", "Friday, 22 June 2018", "22–25 June 2018"), ("zh", "2018年6月22日，星期五", "2018年6月22日至25日"),
    ("ru", "22\u00a0июня 2018\u00a0г., пятница", "22–25\u00a0июня 2018\u00a0г."),
])  # fmt: skip
def test_dates_are_written_as_the_language_does(lang: str, day: str, span: str) -> None:
    from datetime import date

    days = Days(Words(lang))
    assert days.weekday(date(2018, 6, 22)) == day
    assert days.span(date(2018, 6, 22), date(2018, 6, 25)) == span
    assert days.span(date(2018, 6, 22), date(2018, 6, 22)) == days.day(date(2018, 6, 22))
    assert "2019" in days.span(date(2018, 12, 30), date(2019, 1, 2))


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_phone_needs_no_sideways_scrolling(lang: str, tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not chromium:
        pytest.skip("Chromium is not installed")
    (tmp_path / "page.html").write_text(public_edition(samples.public(), lang), encoding="utf-8")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto((tmp_path / "page.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") != ""
        browser.close()

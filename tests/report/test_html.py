"""The page: self-contained, escaped, every link within it leads somewhere, every fact opens its sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from report_samples import ANNA, AVIATION, EDITION, POLYUS, Made, document, figure, made, report_data, sample

from dragoman.base.errors import UnknownName
from dragoman.model.ids import entity_id
from dragoman.model.statement import Evidence, Stance, Statement
from dragoman.report.data import ReportData
from dragoman.report.html import render
from dragoman.report.reader import DOCUMENT_BYTES

VOID = {"meta", "link", "br", "img", "path", "circle", "rect", "input", "hr"}


class Page(HTMLParser):
    """What a page holds, and whether its tags close in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.by_id: dict[str, str] = {}
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {k: v or "" for k, v in attrs}
        self.tags.append((tag, found))
        if "id" in found:
            assert found["id"] not in self.by_id, f"two of {found['id']}"
            self.by_id[found["id"]] = tag
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module", params=["en", "zh", "ru"])
def page(request: pytest.FixtureRequest) -> Page:
    return Page(render(sample(), request.param))


@pytest.fixture(scope="module")
def english() -> Page:
    return Page(render(sample()))


def test_nothing_is_fetched_and_nothing_runs(page: Page) -> None:
    assert not {"script", "iframe", "object", "embed", "img", "form"} & {tag for tag, _ in page.tags}
    for tag, attrs in page.tags:
        assert not [k for k in attrs if k.startswith("on")]
        for name in ("href", "src", "xlink:href", "action"):
            outside = attrs.get(name, "").startswith(("http", "//"))
            assert not outside or (tag == "a" and "noopener" in attrs["rel"]), (tag, attrs)
    policy = next(a["content"] for a in page.all("meta") if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


def test_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    targets = [a["href"][1:] for a in page.all("a") if a.get("href", "").startswith("#")]
    assert len(targets) > 60
    assert not [t for t in targets if t not in page.by_id]
    assert not [a for a in page.all("a") if "href" not in a]


def test_headings_are_in_order(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_foreign_text_says_its_language(page: Page) -> None:
    own = page.all("html")[0]["lang"]
    texts = ("bdi", "blockquote", "p", "cite", "text")
    marked = {attrs["lang"] for tag, attrs in page.tags if tag in texts and "lang" in attrs}
    assert marked == {"en", "zh", "ru"} - {own}


def test_each_fact_opens_its_sentence_with_the_quote_marked() -> None:
    text = render(sample())
    for fact in made().statements:
        proof = fact.evidence[0]
        assert f"<mark>{proof.exact}</mark>" in text.replace("&#34;", '"')
    assert "The ninth River Tech Expo opened in <mark>" not in text  # a mark holds the quote, no more and no less
    assert "<mark>opened in Mianyang</mark> on June 22, 2017 and lasts four days." in text


def test_who_says_so_where_and_when_stands_with_the_sentence(english: Page) -> None:
    assert "River Tech Expo opens in Mianyang · River News · 2017-06-23 · says Anna Petrova" in english.text
    assert "Catalogue · sheet Catalogue, row 3, column Company" in english.text


def test_negative_unnamed_and_suggested_are_shown_as_such(english: Page) -> None:
    assert re.search(r"Polyus Robots → China\s*expressly not", english.text)
    assert re.search(r"an unnamed Chinese aviation company\s*unnamed", english.text)
    above, to_check = render(sample()).split('<section id="to_check"')
    assert "<mark>намерены создать совместный центр</mark>" in to_check
    assert "<mark>намерены создать" not in above


def test_the_first_page_counts_and_each_count_opens_its_rows(english: Page) -> None:
    text = render(sample())
    tiles = re.findall(r'<li><a href="#(\w+)"><b>(\d+)</b> ([^<]+)</a></li>', text)
    counts = {key: int(number) for key, number, _ in tiles}
    assert counts["documents"] == 4 and counts["people"] == 2 and counts["agreements"] == 1 and counts["to_check"] == 1
    for key, number in counts.items():
        section = text.split(f'<section id="{key}"')[1].split("</section>")[0]
        opened = sum(section.count(f"<{row}") for row in ('details class="row', 'details class="fig', 'article class="doc"'))
        assert opened == number if key != "to_check" else opened >= 1


def test_status_is_a_step_of_the_ladder(english: Page) -> None:
    assert "0 intended" in english.text and "1 signed" in english.text


def test_an_agreement_that_was_expressly_not_signed_stands_on_no_step() -> None:
    m = made()
    m.statements = [replace(s, negated=s.schema == "Agreement" and s.prop == "status", id="") for s in m.statements]
    page = Page(render(report_data(m)))
    assert "0 signed" in page.text and "Expressly none 1" in page.text
    section = render(report_data(m)).split('<section id="agreements"')[1].split("</section>")[0]
    assert "expressly not" in section


def test_a_sheet_row_is_shown_around_its_cell(english: Page) -> None:
    assert "Orbita | Belarus" in english.text
    cell = re.search(r'<td><a href="#(f\d+)" id="(qf\d+)"><mark>Orbita</mark></a></td>', render(sample()))
    assert cell and cell[1] in english.by_id and {"href": f"#{cell[2]}"} in english.all("a")


def test_contradicting_evidence_is_told() -> None:
    m = made()
    first = m.statements[0]
    proof = first.evidence[0]
    against = replace(proof, document="sha-visit.txt", stance=Stance.CONTRADICTS, exact="nothing of the kind", start=None)
    m.statements[0] = first.with_evidence(against)
    text = Page(render(report_data(m))).text
    assert "contradicts : “ nothing of the kind ”" in text or "contradicts: “nothing of the kind”" in text


def hostile() -> ReportData:
    """Names made to break out of the page, to reorder it, or to fill it."""
    m = Made()
    names = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202eevil\u202c name", "x" * 10_000, "a\x00b",
             "{{ 7 * 7 }}", "javascript:alert(1)", "</style><b>", "名" * 10_000]  # fmt: skip
    text = "".join(f"{n} did it.\n" for n in names)
    m.documents = {"bad.txt": document("bad.txt", text, "en", publisher="<i>x</i>", source_url="javascript:alert(1)")}
    for name in names:
        m.named("bad.txt", ("Company", name), name, country="zz", website="javascript:alert(1)")
        figure(m, "bad.txt", "9e999", name, name)
    odd = Statement("odd", "Place", "name", "Nowhere", "sha-bad.txt", evidence=(Evidence("missing", "Nowhere", 5, 2),))
    far = replace(odd, prop="latitude", value="1e300", id="")
    m.statements += [odd, far, replace(odd, prop="longitude", value="nan", id="")]
    return report_data(m, title="<script>t</script>", cases=())


@pytest.mark.parametrize("lang", ["en", "zh", "ru"])
def test_hostile_names_are_harmless(lang: str) -> None:
    text = render(hostile(), lang)
    page = Page(text)
    assert not {"script", "img", "b><b"} & {tag for tag, _ in page.tags}
    assert not [a for a in page.all("a") if "javascript" in a.get("href", "")]
    assert "\u202e" not in text and "\x00" not in text
    assert "{{ 7 * 7 }}" in page.text and "&lt;script&gt;alert(1)" in text
    assert "x" * 1_000 not in text.split('<section id="documents"')[0]


def test_an_empty_workspace_says_so() -> None:
    page = Page(render(ReportData("Empty", "2026-01-01", "0")))
    assert "Nothing was found" in page.text


def test_a_long_document_is_capped_and_says_so() -> None:
    m = Made()
    m.documents = {"long.txt": document("long.txt", "A line of text that says little.\n" * 5_000, "en")}
    text = render(report_data(m))
    assert len(text) < DOCUMENT_BYTES + 200_000 and "characters of this document are not shown here" in text


def test_what_is_merged_is_one_row_and_shows_the_decision(english: Page) -> None:
    decisions = render(sample()).split('<section id="decisions"')[1].split("</section>")[0]
    assert "one thing" in decisions and "by rule:translation" in decisions and "Sichuan University" in decisions
    m = made()
    other = entity_id("test", "Company", "Polyus Robots Ltd")
    name = replace(m.statements[0], entity_id=other, schema="Company", prop="name", value="Polyus Robots Ltd", id="")
    m.statements.append(name)
    data = report_data(m)
    merged = [e for e in data.entities if e.id != other]
    one = next(e for e in merged if e.id == entity_id("test", *POLYUS))
    two = next(e for e in data.entities if e.id == other)
    merged[merged.index(one)] = replace(one, statements=one.statements + two.statements)
    before = render(data).count("<bdi>Polyus Robots Ltd</bdi></span>")
    assert before == 1 and "<bdi>Polyus Robots Ltd</bdi></span>" not in render(replace(data, entities=merged))


def test_the_same_data_gives_the_same_page() -> None:
    assert render(sample()) == render(sample())


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownName, match="fr"):
        render(sample(), "fr")


def test_posts_stand_with_their_holder_and_stops_with_their_visit() -> None:
    text = render(sample())
    people = text.split('<section id="people"')[1].split("</section>")[0]
    assert ANNA[1] in people and "chief engineer" in people
    visits = text.split('<section id="delegations"')[1].split("</section>")[0]
    assert "искусственные алмазы" in visits
    events = text.split('<section id="events"')[1].split("</section>")[0]
    assert EDITION[1] in events and "Ministry of Tools" in events and AVIATION[1] not in events


def test_a_full_page_hides_rows_and_says_so_and_no_link_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.report.sections.FACTS_SHOWN", 9)
    monkeypatch.setattr("dragoman.report.book.FACTS_A_ROW", 2)
    text = render(sample())
    page = Page(text)
    assert "Rows not shown on this page" in page.text and "Sentences not shown here" in page.text
    targets = [a["href"][1:] for a in page.all("a") if a.get("href", "").startswith("#")]
    assert not [t for t in targets if t not in page.by_id]
    assert text.count('<details class="row') < render_without_limits().count('<details class="row')


def render_without_limits() -> str:
    monkey = pytest.MonkeyPatch()
    with monkey.context() as context:
        context.setattr("dragoman.report.sections.FACTS_SHOWN", 10**9)
        context.setattr("dragoman.report.book.FACTS_A_ROW", 10**9)
        return render(sample())


def test_stops_stand_in_their_order() -> None:
    m = made()
    for order, name in ((3, "third"), (2, "second"), (10, "tenth")):
        stop = ("Stop", name)
        m.named("visit.txt", stop, "лабораторию")
        m.say("visit.txt", stop, "order", str(order), "лабораторию")
        m.say("visit.txt", stop, "visit", ("Visit", "троицк"), "лабораторию")
    stops = render(report_data(m)).split('<ol class="stops">')[1].split("</ol>")[0]
    assert stops.index(">second<") < stops.index(">third<") < stops.index(">tenth<")


def test_a_status_that_all_share_is_said_once() -> None:
    text = render(sample())
    row = next(r for r in text.split('<details class="row">') if "signed</span>" in r.split("</summary>")[0])
    assert row.count(">signed</span>") == 1

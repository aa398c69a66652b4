"""Figures of an edition: counted from records, reported beside them, opened to their rows; series and comparison."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest
from sheet_samples import ANNA, editions, write

from dragoman.cli.commands import dragoman
from dragoman.expo.figures import Figures, explained, repeated
from dragoman.model.decision import Decision, Judgement, Subject
from dragoman.model.statement import Statement
from dragoman.workspace import Workspace, open_workspace

HEAD = ["Exhibitor", "Kind of organisation", "Country", "Stand", "Exhibit", "Field"]
THIRD = [
    ["Rover Co. Ltd", "company", "Russia", "A-1", "Sphere robot", "robotics"],
    ["Rover Co. Ltd", "company", "Russia", "A-1", "Crawler", "robotics"],
    ["Harbour Institute", "institute", "China", "A-2", "Sonar", "acoustics"],
    ["Lancet LLC", "company", "Belarus", "A-3", "Picosecond laser", "lasers"],
]
FOURTH = [
    ["Rover Co. Ltd", "company", "Russia", "B-1", "Sphere robot", "robotics"],
    ["Helm GmbH", "company", "Germany", "B-2", "Crane", "lifting"],
]
AGREEMENTS = [
    ["Agreement", "Party A", "Party B", "Status", "Amount", "Currency", "Date"],
    ["Joint lab", "Rover Co. Ltd", "Harbour Institute", "memorandum", "1.5 million", "USD", "2019-06-15"],
    ["Sonar", "Harbour Institute", "Lancet LLC", "contract", "0.1", "USD", "2019-06-16"],
    ["Lasers", "Harbour Institute", "Lancet LLC", "contract", "0.2", "USD", "2019-06-17"],
    ["Later", "Rover Co. Ltd", "Lancet LLC", "intention", "9 million", "CNY", "2019-06-17"],
]
NEWS = (
    "HARBOUR CITY, June 18, 2019 -- The 3rd Tidal Fair closed on Tuesday in Harbour City. "
    "The 3rd Tidal Fair drew more than 2 exhibitors and 60 projects.\n"
)
CLOSED = (
    "Harbour Expo closes\n\nHARBOUR CITY, June 18, 2019 -- The 6th Harbour International Technology Expo concluded on Tuesday. "
    "The four-day event attracted nearly 500 exhibitors. Some 230 projects were signed during the expo.\n"
)
PROFILE = (
    'Profile of Delta City International High-Tech Expo\n\nDelta City International High-Tech Expo ("Delta Expo" hereinafter) '
    "is held in Delta City once a year. Five sessions of Delta Expo have been staged to date. In 2017 a minister sent "
    "letters to the 5th Delta City International High-Tech Expo. During the 5 previous sessions, more than 3,700 enterprises "
    "brought 10,964 projects to the Delta Expo.\n"
)


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = editions(open_workspace(tmp_path / "w", create=True), 3, 4)
    expo = made.expo
    for n, rows in ((3, THIRD), (4, FOURTH)):
        expo.import_catalogue(f"Tidal Fair {n}", [write(tmp_path / f"catalogue{n}.csv", [HEAD, *rows])], by=ANNA)
    expo.import_catalogue("Tidal Fair 3", [write(tmp_path / "agreements.csv", AGREEMENTS)], by=ANNA)
    expo.enter("Project", {"name": "Underwater robot", "field": "robotics"}, by=ANNA, of="Tidal Fair 3")
    expo.enter("Forum", {"name": "Forum on sonar"}, by=ANNA, of="Tidal Fair 3")
    expo.enter("Release", {"name": "Release of lasers"}, by=ANNA, of="Tidal Fair 3")
    expo.enter("Delegation", {"name": "From Minsk", "sender": "Minsk City Council"}, by=ANNA, of="Tidal Fair 3")
    return made


def values(found: Figures) -> dict[str, Decimal]:
    return {c.full_name: c.value for c in found.counted}


def test_counted_figures_are_those_of_the_records(hall: Workspace) -> None:
    found = values(hall.expo.figures("Tidal Fair 3"))
    wanted = {
        "exhibitors": 3, "enterprises": 2, "institutes": 1, "countries": 3, "exhibits": 4, "projects": 1, "forums": 1,
        "releases": 1, "delegations": 1, "agreements": 4, "agreements signed": 3, "agreements.stage.contract": 2,
        "agreements.stage.memorandum": 1, "agreements.stage.intention": 1, "exhibitors.country.ru": 1,
        "exhibits.field.robotics": 2, "first-timers": 3, "returners": 0,
    }  # fmt: skip
    assert {name: found.get(name, Decimal(-1)) for name in wanted} == wanted


def test_money_is_exact_and_what_is_intended_is_not_signed(hall: Workspace) -> None:
    found = values(hall.expo.figures("Tidal Fair 3"))
    assert found["money signed.USD"] == Decimal("1500000.3")
    assert found["money planned.CNY"] == 9_000_000
    assert "money signed.CNY" not in found


def test_every_number_opens_its_rows(hall: Workspace) -> None:
    found = hall.expo.figures("Tidal Fair 3")
    for c in found.counted:
        assert c.unit or len(c.rows) == c.value, c.full_name
    rows = found.rows("money signed.USD") or ()
    assert sorted(hall.store.captions(rows).values()) == ["Joint lab", "Lasers", "Sonar"]
    assert found.rows("COUNTRIES") == ("by", "cn", "ru")
    assert found.rows("visitors") is None


def test_first_timers_and_returners_and_what_came_again(hall: Workspace) -> None:
    fourth = hall.expo.figures("Tidal Fair 4")
    assert sorted(hall.store.captions(fourth.rows("returners") or ()).values()) == ["Rover Co. Ltd"]
    assert sorted(hall.store.captions(fourth.rows("first-timers") or ()).values()) == ["Helm GmbH"]
    series = values(hall.expo.figures("Tidal Fair"))
    assert (series["editions"], series["exhibitors"], series["exhibitors of several editions"]) == (2, 4, 1)
    assert (series["countries"], series["countries of several editions"]) == (4, 1)
    assert (series["exhibits"], series["exhibits of several editions"]) == (5, 1)
    assert [f.caption for f in hall.expo.series("Tidal Fair")] == ["Tidal Fair 3", "Tidal Fair 4"]


def test_two_editions_side_by_side(hall: Workspace) -> None:
    pair = next(p for p in hall.expo.compare("Tidal Fair 3", "Tidal Fair 4") if p.name == "exhibitors")
    assert (pair.left, pair.right, pair.difference, pair.both) == (3, 2, -1, 1)


def test_a_correction_changes_the_figure(hall: Workspace) -> None:
    later = hall.entities.find("Later")
    hall.expo.step(later, "contract", date="2019-07-01", by=ANNA)
    found = values(hall.expo.figures("Tidal Fair 3"))
    assert (found["agreements signed"], found["money signed.CNY"]) == (4, 9_000_000)
    hall.expo.correct(later, "amount", "8 million CNY", by=ANNA)
    assert values(hall.expo.figures("Tidal Fair 3"))["money signed.CNY"] == 8_000_000
    hall.expo.correct(hall.entities.find("Underwater robot"), "edition", by=ANNA)
    assert values(hall.expo.figures("Tidal Fair 3"))["projects"] == 0


def test_reported_figures_stand_beside_the_counted(hall: Workspace) -> None:
    for value, counted in (("more than 2", "exhibitors"), ("60", "projects"), ("4,000", "visitors")):
        form = {"value": value, "counted": counted}
        hall.expo.enter("Figure", form, by="Press office", of="Tidal Fair 3")
    told = {r.thing: r for r in hall.expo.figures("Tidal Fair 3").reported}
    assert (told["exhibitors"].bound, told["exhibitors"].verdict, told["exhibitors"].counted) == ("more than", "met", 3)
    assert (told["projects"].verdict, told["projects"].difference) == ("not met", -59)
    assert "59 fewer" in told["projects"].explanation
    assert (told["visitors"].verdict, told["visitors"].counted) == ("not comparable", None)
    assert told["visitors"].speaker == "Press office"
    assert told["visitors"].date


def test_money_reported_is_beside_money_signed(hall: Workspace) -> None:
    form = {"amount": "more than 1.5 million US dollars", "counted": "money signed", "scope": "contracts signed"}
    hall.expo.enter("Figure", form, by="Press office", of="Tidal Fair 3")
    told = hall.expo.figures("Tidal Fair 3").reported[0]
    assert (told.unit, told.value, told.bound) == ("USD", 1_500_000, "more than")


def test_a_release_read_in_reports_and_its_claims_are_not_counted(hall: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    hall.documents.read([path])
    edition = next(r for r in hall.store.entities(schema="Edition", limit=9).rows if "3rd" in r.caption)
    told = {r.thing: r for r in hall.expo.figures(edition.id).reported}
    assert {"exhibitors", "projects"} <= set(told)
    assert told["exhibitors"].bound == "more than"
    assert told["projects"].date == "2019-06-18"
    assert told["projects"].quote in NEWS


def test_gold_documents_give_editions_with_all_their_reported_figures(tmp_path: Path, shared: Path) -> None:
    with open_workspace(tmp_path / "g", create=True) as made:
        made.documents.read([shared / "gold" / "documents"])
        events = [r.id for kind in ("Edition", "Expo") for r in made.store.entities(schema=kind, limit=20).rows]
        told = [r for e in events for r in made.expo.figures(e).reported]
        shown = {(r.thing, r.value, r.bound) for r in told}
        for row in made.store.figures():
            sure = {s.prop: s for s in made.store.entity(row.id).statements if not s.suggested}
            number = sure.get("value") or sure["amount"]
            thing = sure["counted"].value if "counted" in sure else number.unit
            if "subject" in sure and made.store.entity(sure["subject"].value).schema.is_a("LegalEntity"):
                assert thing == "money"  # what a firm sold is its own figure, and no edition's
                continue
            assert (thing, Decimal(number.value), str(number.bound)) in shown
        assert {r.bound for r in told} >= {"", "more than"}
        assert all(r.quote for r in told)


def test_every_statistic_of_the_gold_is_reported_of_an_edition_or_series_but_sales(
    tmp_path: Path, shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "g"
    with open_workspace(folder, create=True) as made:
        made.documents.read([shared / "gold" / "documents"])
        names = [r.id for kind in ("Edition", "Expo") for r in made.store.entities(schema=kind, limit=20).rows]
        sold = {e.exact for s in made.store.statements(schema="Sale") for e in s.evidence}
    told = []
    for name in names:
        dragoman.main(["figures", name, "--format", "json", "-w", str(folder)], standalone_mode=False)
        told += json.loads(capsys.readouterr().out)["reported"]
    with (shared / "gold" / "documents" / "facts.tsv").open(encoding="utf-8", newline="") as lines:
        wanted = [r for r in csv.DictReader(lines, delimiter="\t") if r["kind"] == "statistic"]
    assert len(wanted) > 10
    for row in wanted:
        if any(row["anchor"] in quote for quote in sold):
            continue  # a sale of a firm: told with its seller, not with the expo
        near = [t for t in told if t["quote"] and (row["anchor"] in t["quote"] or t["quote"].strip() in row["anchor"])]
        assert near, row["anchor"]
        more = row["fact"].rpartition(": ")[2].startswith(("more than", "over"))
        assert any((t["bound"] == "more than") == more for t in near), row["fact"]


def test_news_under_a_short_name_speak_of_their_edition_and_a_profile_of_its_series(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(CLOSED, encoding="utf-8")
    (tmp_path / "profile.txt").write_text(PROFILE, encoding="utf-8")
    for name in ("news", "profile"):
        with open_workspace(tmp_path / name, create=True) as made:
            made.documents.read([tmp_path / f"{name}.txt"])
            found = made.expo.figures(made.store.entities(schema="Edition", limit=9).rows[0].id)
            told = {r.value: (r.inferred or not r.of) for r in found.reported}
            assert told[Decimal(230 if name == "news" else 3700)] is (name == "news")


def test_words_of_a_difference() -> None:
    assert explained("not met", Decimal(12), "more than", Decimal(200), "") == (
        "12 on record, 188 fewer: more than 200 does not hold of the records"
    )
    assert explained("met", Decimal(201), "more than", Decimal(200), "") == "201 on record: more than 200 holds"
    assert repeated([["a", "b"], ["b"], ["b", "a"]]) == ["b", "a"]


def claim(hall: Workspace, key: str, prop: str, value: str, schema: str = "Participation", **more: bool) -> str:
    s = Statement(key, schema, prop, value, "a newspaper", **more)
    hall.store.add(None, [s])
    return s.id


def test_what_is_to_check_or_denied_enters_no_figure_until_it_is_accepted(hall: Workspace) -> None:
    edition = hall.expo.edition("Tidal Fair 3")
    helm = hall.entities.find("Helm GmbH")
    maybe, never = "a" * 32, "b" * 32
    made = [claim(hall, maybe, "participant", helm, suggested=True), claim(hall, maybe, "event", edition, suggested=True),
            claim(hall, maybe, "role", "exhibitor", suggested=True)]  # fmt: skip
    claim(hall, never, "participant", helm)
    claim(hall, never, "role", "exhibitor")
    claim(hall, never, "event", edition, negated=True)
    before = values(hall.expo.figures("Tidal Fair 3"))
    assert before["exhibitors"] == 3
    hall.store.decide(*(Decision(Subject.FACT, (i,), "accepted", ANNA, "2026-01-01T00:00:00Z") for i in made))
    assert values(hall.expo.figures("Tidal Fair 3"))["exhibitors"] == 4
    hall.store.retract(made[1], by=ANNA)
    assert values(hall.expo.figures("Tidal Fair 3"))["exhibitors"] == 3


def test_bodies_that_decisions_join_are_counted_once(hall: Workspace) -> None:
    rover, lancet = hall.entities.find("Rover Co. Ltd"), hall.entities.find("Lancet LLC")
    hall.identity.decide(rover, lancet, Judgement.SAME, ANNA)
    found = values(hall.expo.figures("Tidal Fair 3"))
    assert (found["exhibitors"], found["countries"]) == (2, 3)
    assert values(hall.expo.figures("Tidal Fair 4"))["returners"] == 1

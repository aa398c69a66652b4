"""Everything of an edition leaves as XLSX, CSV, JSON or FollowTheMoney, and what is imported again gives the same figures."""

from __future__ import annotations

import csv
import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from sheet_samples import ANNA, editions, write

from dragoman.base.errors import UsageError
from dragoman.expo.figures import Figures
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.edition_export import export_records

BORIS = "Boris Orlov"
EXHIBITORS = [
    ["Exhibitor", "Kind of organisation", "Country", "City", "Contact", "Post", "Stand", "Exhibit", "Field", "Partner sought"],
    ["Rover Co. Ltd", "company", "Russia", "Tver", "Pavel Sorokin", "engineer", "A-1", "Sphere | robot", "robotics", ""],
    ["Harbour Institute", "institute", "China", "Ningbo", "Li Wei", "director", "A-2", "=1+1", "acoustics", "makers of sonar"],
]  # fmt: skip
BEFORE = [
    ["Exhibitor", "Country", "Stand", "Exhibit"], ["Rover Co. Ltd", "Russia", "Z-1", "Crawler"],
    ["Gone GmbH", "Germany", "Z-2", "Crane"],
]  # fmt: skip
AGREEMENTS = [
    ["Agreement", "Party A", "Party B", "Status", "Amount", "Currency", "Date"],
    ["Joint lab", "Rover Co. Ltd", "Harbour Institute", "memorandum", "1500000.30", "USD", "2019-06-15"],
]


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = editions(open_workspace(tmp_path / "w", create=True), 2, 3, dated=True)
    expo = made.expo
    expo.import_catalogue("Tidal Fair 2", [write(tmp_path / "before.csv", BEFORE)], by=ANNA)
    expo.import_catalogue("Tidal Fair 3", [write(tmp_path / "catalogue.csv", EXHIBITORS)], by=ANNA)
    expo.import_catalogue("Tidal Fair 3", [write(tmp_path / "agreements.csv", AGREEMENTS)], by=ANNA)
    for kind, form in (
        ("Hall", {"name": "@Hall 1", "hallKind": "national"}), ("Forum", {"name": "+Forum on sonar {main}"}),
        ("Delegation", {"name": "From Minsk", "sender": "Minsk City Council", "member": ["Lancet LLC", "unnamed: a bank"]}),
        ("Figure", {"value": "more than 200", "counted": "exhibitors"}),
        ("Figure", {"amount": "more than 1 million USD", "counted": "money signed"}),
    ):  # fmt: skip
        expo.enter(kind, form, by=ANNA, of="Tidal Fair 3")
    lab = made.entities.find("Joint lab")
    expo.step(lab, "contract", date="2020-02-01", by=BORIS)
    expo.correct(lab, "amount", "2 million USD", by=BORIS)
    return made


def told(found: Figures) -> tuple[dict[str, Decimal], list[tuple[object, ...]]]:
    reported = [(r.thing, r.value, r.bound, r.unit, r.counted, r.difference, r.verdict) for r in found.reported]
    return {c.full_name: c.value for c in found.counted}, sorted(reported, key=str)


def again(tmp_path: Path, path: Path) -> Workspace:
    made = open_workspace(tmp_path / "new", create=True)
    made.expo.enter("Expo", {"name": "Tidal Fair"}, by=BORIS)
    made.expo.enter("Edition", {"name": "Tidal Fair 3", "ordinal": 3}, by=BORIS, of="Tidal Fair")
    done = made.expo.import_catalogue("Tidal Fair 3", [path], by=BORIS)
    assert (done.refused, done.unread) == ([], [])
    return made


@pytest.mark.parametrize("out", ["fair.xlsx", "fair.zip", "fair"])
def test_what_is_imported_again_gives_the_same_figures(hall: Workspace, tmp_path: Path, out: str) -> None:
    before = hall.expo.figures("Tidal Fair 3")
    form = "xlsx" if out.endswith("xlsx") else "csv"
    done = export_records(hall, tmp_path / out, form, hall.expo.edition("Tidal Fair 3"))
    made = again(tmp_path, tmp_path / out)
    after = made.expo.figures("Tidal Fair 3")
    assert told(after) == told(before)
    assert told(before)[0]["returners"] == 1
    assert told(before)[0]["money signed.USD"] == 2_000_000
    lab = made.entities.find("Joint lab")
    assert [(s.stage, s.date) for s in made.expo.steps(lab)] == [("memorandum", "2019-06-15"), ("contract", "2020-02-01")]
    assert {made.entities.find(n) for n in ("Sphere | robot", "=1+1", "@Hall 1", "+Forum on sonar {main}")}
    assert done.held == ()
    assert made.store.check() == []


def test_a_whole_series_and_a_reading_without_edition(hall: Workspace, tmp_path: Path) -> None:
    export_records(hall, tmp_path / "all.xlsx", "xlsx")
    with open_workspace(tmp_path / "new", create=True) as made:
        made.documents.read([tmp_path / "all.xlsx"])
        for subject in ("Tidal Fair", "Tidal Fair 2", "Tidal Fair 3"):
            assert told(made.expo.figures(subject))[0] == told(hall.expo.figures(subject))[0]


def test_an_export_imported_where_it_came_from_changes_no_figure(hall: Workspace, tmp_path: Path) -> None:
    before, statements = told(hall.expo.figures("Tidal Fair 3")), hall.store.counts()["statements"]
    export_records(hall, tmp_path / "fair.xlsx", "xlsx", hall.expo.edition("Tidal Fair 3"))
    hall.expo.import_catalogue("Tidal Fair 3", [tmp_path / "fair.xlsx"], by=ANNA)
    assert told(hall.expo.figures("Tidal Fair 3")) == before
    assert hall.store.counts()["statements"] == statements + 1  # the file itself


def test_an_edition_takes_what_is_its_own_and_nothing_of_others(hall: Workspace, tmp_path: Path) -> None:
    export_records(hall, tmp_path / "fair.json", "json", hall.expo.edition("Tidal Fair 3"))
    captions = {e["caption"] for e in json.loads((tmp_path / "fair.json").read_text(encoding="utf-8"))["entities"]}
    assert {"Joint lab", "Rover Co. Ltd", "Pavel Sorokin", "From Minsk", "Lancet LLC", "a bank", "Tidal Fair"} <= captions
    assert not {"Gone GmbH", "Crane"} & captions


def test_no_cell_is_a_formula(hall: Workspace, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    export_records(hall, tmp_path / "fair.xlsx", "xlsx")
    for sheet in load_workbook(tmp_path / "fair.xlsx").worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value or "").startswith(("=", "+", "-", "@"))
    export_records(hall, tmp_path / "fair.zip", "csv")
    with zipfile.ZipFile(tmp_path / "fair.zip") as archive:
        for name in archive.namelist():
            for row in csv.reader(archive.read(name).decode("utf-8").splitlines()):
                assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_follow_the_money_takes_the_edition(hall: Workspace, tmp_path: Path) -> None:
    ftm = pytest.importorskip("followthemoney", reason="the ftm extra is not installed")
    export_records(hall, tmp_path / "fair.ftm.json", "ftm", hall.expo.edition("Tidal Fair 3"))
    lines = (tmp_path / "fair.ftm.json").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 10
    for line in lines:
        entity = ftm.model.get_proxy(json.loads(line), cleaned=False)
        entity.schema.validate(entity.to_dict())
        assert entity.caption


def test_rows_that_people_add_are_new_records(hall: Workspace, tmp_path: Path) -> None:
    rows = [["id", "name", "exhibitor", "edition", "trl"], ["", "Glider", "Rover Co. Ltd", "Tidal Fair 3", "7"],
            ["", "Broken", "Kite Ltd", "Tidal Fair 3", "12"]]  # fmt: skip
    done = hall.expo.import_catalogue("Tidal Fair 3", [write(tmp_path / "Exhibit.csv", rows)], by=ANNA)
    assert ["from 1 to 9" in r.why for r in done.refused] == [True]
    glider = hall.store.entity(hall.entities.find("Glider"))
    assert (glider.schema.name, glider.values("trl")) == ("Exhibit", ("7",))
    assert told(hall.expo.figures("Tidal Fair 3"))[0]["exhibits"] == 4


def test_an_unknown_form_is_refused(hall: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="xlsx, csv, json"):
        export_records(hall, tmp_path / "x", "pdf")


def test_new_rows_are_the_editions_and_what_only_owners_enter_is_refused(hall: Workspace, tmp_path: Path) -> None:
    edition = hall.expo.edition("Tidal Fair 3")
    forum = write(tmp_path / "Forum.csv", [["id", "name", "startTime"], ["", "Forum on gliders", "half past nine"]])
    ties = [["id", "participant", "role"], ["", "Kite Ltd", "exhibitor"], ["", "Wind Ltd", "exhibitor"]]
    offer = write(tmp_path / "TalentOffer.csv", [["id", "name", "contact"], ["", "An engineer", "a@example.org"]])
    done = hall.expo.import_catalogue(edition, [forum, write(tmp_path / "Participation.csv", ties), offer], by=ANNA)
    told = " ".join(r.why for r in done.refused)
    assert "startTime" in told
    assert "TalentOffer" in told
    assert hall.store.entities(schema="TalentOffer").total == 0
    found = hall.expo.figures(edition)
    assert (found.value("forums"), found.value("exhibitors")) == (2, 4)

"""A catalogue into an edition: headings, mapping, refusals with rows, and again without doubles."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_samples import ANNA, editions, write

from dragoman.base.errors import UsageError
from dragoman.model.decision import Judgement
from dragoman.workspace import Workspace, open_workspace

CATALOGUE = [
    ["Exhibitor", "Country", "Stand", "Exhibit", "Field", "Origin sector", "TRL", "Past use"],
    ["Rover Co. Ltd", "Russia", "A-1", "Sphere robot", "robotics", "space", "7", "planet rovers"],
    ["Rover Co. Ltd", "Russia", "A-1", "Crawler", "robotics", "civil", "12", ""],
    ["Harbour Institute", "China", "A-2", "Sonar", "acoustics", "dual", "4", ""],
    ["", "China", "A-3", "Nobody's", "", "", "", ""],
]
AGREEMENTS = [
    ["Agreement", "Party A", "Party B", "Status", "Amount", "Currency", "Date"],
    ["Joint lab", "Rover Co. Ltd", "Harbour Institute", "memorandum", "1.5 million", "USD", "2019-06-15"],
    ["Supply of sonar", "Harbour Institute", "Lancet LLC", "intention", "20", "", "2019-06-16"],
]


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    return editions(open_workspace(tmp_path / "w", create=True), 3, 4)


def live(hall: Workspace) -> set[str]:
    return {s.id for s in hall.store.statements()}


def named(hall: Workspace, name: str) -> str:
    return hall.entities.find(name)


def test_preview_tells_what_each_column_becomes_and_keeps_nothing(hall: Workspace, tmp_path: Path) -> None:
    before = hall.expo.position()
    seen = hall.expo.preview("Tidal Fair 3", [write(tmp_path / "catalogue.csv", CATALOGUE)])
    assert seen[0].kind == "catalogue"
    assert dict(seen[0].columns)["TRL"] == "exhibit.trl"
    assert seen[0].first[0][0] == "Rover Co. Ltd"
    assert seen[0].rows == 4
    assert hall.expo.position() == before


def test_rows_become_records_of_the_edition_and_what_is_wrong_is_told(hall: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder / "catalogue.csv", CATALOGUE)
    write(folder / "agreements.csv", AGREEMENTS)
    done = hall.expo.import_catalogue("Tidal Fair 3", [folder], by=ANNA)
    assert (done.files, done.unread) == (2, [])
    told = {(r.file, r.row): r.why for r in done.refused}
    assert "from 1 to 9" in told["catalogue.csv", 3]
    assert "left out" in told["catalogue.csv", 5]
    assert "no currency" in told["agreements.csv", 3]
    edition = hall.expo.edition("Tidal Fair 3")
    crawler = hall.store.entity(named(hall, "Crawler"))
    assert crawler.values("edition") == (edition,)
    assert crawler.values("trl") == ()
    lab = hall.store.entity(named(hall, "Joint lab"))
    assert lab.values("event") == (edition,)
    step = lab.get("stage")[0]
    assert (step.value, step.valid_from, step.evidence[0].row) == ("memorandum", "2019-06-15", 2)
    assert [(s.value, s.unit) for s in lab.get("amount")] == [("1500000", "USD")]
    assert hall.store.entities(schema="Participation").total == 2  # Rover, with two exhibits on one stand, takes part once


def test_the_same_files_again_change_nothing(hall: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "catalogue.csv", CATALOGUE)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    before, position = live(hall), hall.expo.position()
    again = hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert (again.known, again.files, again.new, again.taken_back) == (1, 0, 0, 0)
    assert live(hall) == before
    assert hall.expo.position() == position


def test_a_changed_row_is_taken_back_and_said_anew_and_may_change_back(hall: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "catalogue.csv", CATALOGUE)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    first = live(hall)
    newer = [[*row] for row in CATALOGUE]
    newer[1][6], newer[3][2] = "8", "B-9"
    write(path, newer)
    done = hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert done.taken_back
    assert hall.store.entity(named(hall, "Sphere robot")).values("trl") == ("8",)
    stands = {s.value for s in hall.store.statements(schema="Participation") if s.prop == "stand"}
    assert stands == {"A-1", "B-9"}
    assert hall.store.entities(schema="Exhibit").total == 3
    history = [(e.value, e.taken_back) for e in hall.expo.history(named(hall, "Sphere robot")) if e.prop == "trl"]
    assert history == [("7", False), ("7", True), ("8", False)]
    write(path, CATALOGUE)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert hall.store.entity(named(hall, "Sphere robot")).values("trl") == ("7",)
    assert len(live(hall)) == len(first)
    write(path, newer)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert hall.store.entity(named(hall, "Sphere robot")).values("trl") == ("8",)
    assert hall.store.check() == []


def test_a_row_that_went_is_withdrawn_and_named(hall: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "catalogue.csv", CATALOGUE)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    write(path, CATALOGUE[:3])
    done = hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert {"Sonar", "Harbour Institute"} <= set(done.withdrawn)
    assert hall.store.entities(schema="Participation").total == 1


def test_quite_another_file_of_the_same_name_is_not_taken_for_its_newer_version(hall: Workspace, tmp_path: Path) -> None:
    head = CATALOGUE[0][:4]
    path = write(tmp_path / "list.csv", [head, *([f"Maker {n} Ltd", "China", f"A-{n}", f"Thing {n}"] for n in range(9))])
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    write(path, [head, ["Other Ltd", "China", "C-1", "Other thing"]])
    before = live(hall)
    with pytest.raises(UsageError, match="--replace"):
        hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert live(hall) == before
    done = hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA, replaces=True)
    assert len(done.withdrawn) == 18


def test_a_correction_by_a_person_outlives_the_next_file(hall: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "catalogue.csv", CATALOGUE)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    hall.expo.correct(named(hall, "Sphere robot"), "trl", "9", by="Boris Orlov")
    newer = [[*row] for row in CATALOGUE]
    newer[3][6] = "5"
    write(path, newer)
    done = hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert hall.store.entity(named(hall, "Sphere robot")).values("trl") == ("9",)
    assert [r.why for r in done.refused if r.row == 2] == ["trl: Boris Orlov took '7' back; the file's value was left out"]


def test_a_file_that_contradicts_a_person_is_told_and_both_stand(hall: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "catalogue.csv", CATALOGUE)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    sphere = named(hall, "Sphere robot")
    hall.expo.correct(sphere, "trl", "9", by="Boris Orlov")
    newer = [[*row] for row in CATALOGUE]
    newer[1][6] = "8"
    write(path, newer)
    done = hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert [r.why for r in done.refused if r.row == 2] == ["trl: Boris Orlov entered 9, the file says 8; both stand"]
    assert sorted(hall.store.entity(sphere).values("trl")) == ["8", "9"]


def test_a_file_of_another_edition_leaves_this_one_alone(hall: Workspace, tmp_path: Path) -> None:
    hall.expo.import_catalogue("Tidal Fair 3", [write(tmp_path / "catalogue.csv", CATALOGUE)], by=ANNA)
    third = live(hall)
    newer = [[*row] for row in CATALOGUE[:2]]
    newer[1][6] = "8"
    hall.expo.import_catalogue("Tidal Fair 4", [write(tmp_path / "catalogue.csv", newer)], by=ANNA)
    assert third <= live(hall)
    sphere = hall.store.entity(named(hall, "Sphere robot"))
    assert len(sphere.values("edition")) == 2
    assert hall.store.entities(schema="Participation").total == 3
    assert len([r for r in hall.store.entities(schema="Company").rows if r.caption == "Rover Co. Ltd"]) == 1


def test_an_agreement_that_moved_on_keeps_its_steps(hall: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "agreements.csv", AGREEMENTS)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    newer = [[*row] for row in AGREEMENTS]
    newer[1][3], newer[1][6] = "contract", "2020-02-01"
    write(path, newer)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert hall.store.entities(schema="Agreement").total == 2
    steps = hall.expo.steps(named(hall, "Joint lab"))
    assert [(s.stage, s.date) for s in steps] == [("memorandum", "2019-06-15"), ("contract", "2020-02-01")]


def test_rows_that_name_another_edition_are_refused(hall: Workspace, tmp_path: Path) -> None:
    rows = [[*row, "Tidal Fair 3"] for row in CATALOGUE[:4]]
    rows[0][-1], rows[3][-1] = "Edition", "Tidal Fair 2"
    done = hall.expo.import_catalogue("Tidal Fair 3", [write(tmp_path / "c.csv", rows)], by=ANNA)
    assert [r.row for r in done.refused if "another edition" in r.why] == [4]
    with pytest.raises(UsageError):
        hall.entities.find("Sonar")
    hall.expo.correct(hall.expo.edition("Tidal Fair 3"), "alias", "Tidal Fair 2", by=ANNA)
    assert hall.expo.import_catalogue("Tidal Fair 3", [tmp_path / "c.csv"], by=ANNA).known == 1
    again = hall.expo.import_catalogue("Tidal Fair 3", [tmp_path / "c.csv"], by=ANNA, again=True)
    assert again.new
    assert not [r for r in again.refused if "another edition" in r.why]
    before, position = live(hall), hall.expo.position()
    once_more = hall.expo.import_catalogue("Tidal Fair 3", [tmp_path / "c.csv"], by=ANNA, again=True)
    assert (once_more.new, once_more.taken_back) == (0, 0)
    assert (live(hall), hall.expo.position()) == (before, position)
    assert hall.store.entity(hall.entities.find("Sonar")).values("edition") == (hall.expo.edition("Tidal Fair 3"),)


def test_workbooks_with_several_sheets_and_a_mapping(hall: Workspace, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in (("Exhibits", CATALOGUE), ("Agreements", AGREEMENTS)):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "all.xlsx")
    done = hall.expo.import_catalogue("Tidal Fair 3", [tmp_path / "all.xlsx"], by=ANNA)
    assert done.rows == 6
    assert hall.store.entities(schema="Agreement").total == 2
    odd = write(tmp_path / "odd.csv", [["Wer", "Was", "IPC"], ["Helm GmbH", "Kran", "B66C"], ["Helm GmbH", "Rad", "wheel"]])
    mapping = tmp_path / "m.toml"
    mapping.write_text('kind="catalogue"\n[columns]\nWer="exhibitor.name"\nWas="exhibit.name"\nIPC="exhibit.ipcCode"\n')
    done = hall.expo.import_catalogue("Tidal Fair 4", [odd], by=ANNA, mapping=str(mapping))
    assert hall.store.entity(named(hall, "Kran")).values("ipcCode") == ("B66C",)
    assert [(r.row, "no IPC code" in r.why) for r in done.refused] == [(3, True)]


def test_what_is_no_sheet_is_told(hall: Workspace, tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("Only words here.\n")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")
    done = hall.expo.import_catalogue("Tidal Fair 3", [tmp_path / "n.txt", tmp_path / "broken.xlsx"], by=ANNA)
    assert str(done.refused[0]) == "n.txt: nothing was found in it; it is kept with the edition"
    assert [r.name for r in done.unread] == ["broken.xlsx"]
    with pytest.raises(UsageError, match="no edition"):
        hall.expo.import_catalogue("Tidal Fair", [tmp_path / "n.txt"], by=ANNA)


def test_ids_hold_when_the_edition_is_joined_with_what_the_news_call_it(hall: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "agreements.csv", AGREEMENTS)
    hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    lab = named(hall, "Joint lab")
    edition, series = hall.expo.edition("Tidal Fair 3"), hall.expo.edition("Tidal Fair")
    for kind, own in (("Edition", edition), ("Expo", series)):
        n = 0
        while (other := hall.expo.enter(kind, {"name": f"As the news say {n}"}, by=ANNA)) > own:
            n += 1  # until a smaller id is found, which then stands for both
        hall.identity.decide(own, other, Judgement.SAME, ANNA)
        assert hall.store.canonical(own) == other
    newer = [[*row] for row in AGREEMENTS]
    newer[1][3], newer[1][6] = "contract", "2020-02-01"
    write(path, newer)
    hall.expo.import_catalogue(edition, [path], by=ANNA)
    assert [s.stage for s in hall.expo.steps(lab)] == ["memorandum", "contract"]
    assert hall.store.entities(schema="Agreement").total == 2
    hall.expo.import_catalogue("Tidal Fair 4", [write(tmp_path / "catalogue.csv", CATALOGUE)], by=ANNA)
    assert len([r for r in hall.store.entities(schema="Company").rows if r.caption == "Rover Co. Ltd"]) == 1


def test_a_field_alone_is_no_offer(hall: Workspace, tmp_path: Path) -> None:
    rows = [[*row, ""] for row in CATALOGUE[:4]]
    rows[0][-1], rows[3][-1] = "Partner sought", "distributors in Peru"
    hall.expo.import_catalogue("Tidal Fair 3", [write(tmp_path / "catalogue.csv", rows)], by=ANNA)
    offers = [hall.store.entity(r.id) for r in hall.store.entities(schema="Offer").rows]
    assert [o.values("partnerSought") for o in offers] == [("distributors in Peru",)]
    assert hall.expo.figures("Tidal Fair 3").value("offers") == 1

"""A folder of sheets and documents into an edition: previewed, read, tied, refused with words, and again without doubles."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_expo_export import write

from dragoman.workspace import Workspace, open_workspace

ANNA = "Anna Chen"
NEWS = (
    "HARBOUR CITY, June 18, 2019 -- The 3rd Tidal Fair closed on Tuesday in Harbour City. "
    "The 3rd Tidal Fair drew more than 200 exhibitors and 60 projects.\n"
)
OTHER = "HARBOUR CITY, June 18, 2018 -- The 2nd Tidal Fair closed on Monday. The 2nd Tidal Fair drew 40 exhibitors.\n"
PROFILE = "Kite Ltd, a company based in Ningbo, develops gliders. More than 12 delegations visited its stand."


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "w", create=True)
    made.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    form = {"name": "Tidal Fair 3", "ordinal": 3, "startDate": "2019-06-14"}
    made.expo.enter("Edition", form, by=ANNA, of="Tidal Fair")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from docx import Document

    place = tmp_path / "in"
    place.mkdir()
    write(place / "catalogue.csv", [["Exhibitor", "Country"], ["Rover Co. Ltd", "Russia"]])
    write(place / "odd.csv", [["Colour", "Shape"], ["red", "round"]])
    (place / "news.txt").write_text(NEWS, encoding="utf-8")
    paper = Document()
    paper.add_paragraph(PROFILE)
    paper.save(str(place / "profile.docx"))
    (place / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    return place


def test_preview_tells_what_would_be_found_and_keeps_nothing(hall: Workspace, folder: Path) -> None:
    (folder / "broken.pdf").unlink()
    before = hall.expo.position()
    seen = {s.file.split("/")[-1]: s for s in hall.expo.preview("Tidal Fair 3", [folder])}
    assert (seen["news.txt"].kind, seen["catalogue.csv"].kind, seen["odd.csv"].kind) == ("document", "catalogue", "")
    assert dict(seen["news.txt"].columns)["statistic"] == "2 found"
    assert any("exhibitors" in cell for cell in seen["news.txt"].first[0])
    assert hall.expo.position() == before


def test_documents_are_read_and_tied_and_their_figures_reported(hall: Workspace, folder: Path) -> None:
    done = hall.expo.import_catalogue("Tidal Fair 3", [folder], by=ANNA)
    assert (done.files, done.documents, len(done.unread)) == (2, 2, 1)
    assert any("no kind of sheet" in r.why for r in done.refused)
    found = {r.thing: r for r in hall.expo.figures("Tidal Fair 3").reported}
    assert (found["exhibitors"].value, found["exhibitors"].bound, found["exhibitors"].counted) == (200, "more than", 1)
    assert found["projects"].value == 60
    assert found["delegations"].value == 12  # told in the profile, which names no edition
    told = {r["value"] for r in hall.expo.told(hall.expo.edition("Tidal Fair 3")) if r["property"] == "documentFile"}
    assert {t.split("/")[-1] for t in told} == {"news.txt", "profile.docx"}


def test_the_same_folder_again_changes_nothing(hall: Workspace, folder: Path) -> None:
    hall.expo.import_catalogue("Tidal Fair 3", [folder], by=ANNA)
    position, before = hall.expo.position(), {s.id for s in hall.store.statements()}
    again = hall.expo.import_catalogue("Tidal Fair 3", [folder], by=ANNA)
    assert (again.files, again.documents, again.new, again.known) == (0, 0, 0, 4)
    assert {s.id for s in hall.store.statements()} == before
    assert hall.expo.position() == position


def test_a_text_on_another_edition_is_told_and_its_figures_stay_there(hall: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "older.txt"
    path.write_text(OTHER, encoding="utf-8")
    done = hall.expo.import_catalogue("Tidal Fair 3", [path], by=ANNA)
    assert any("speaks of" in r.why and "2nd Tidal Fair" in r.why for r in done.refused)
    assert not hall.expo.figures("Tidal Fair 3").reported


def test_a_bare_list_of_exhibitors_is_a_catalogue(hall: Workspace, tmp_path: Path) -> None:
    rows = [["Exhibitor", "Country"], ["Rover Co. Ltd", "Russia"]]
    assert hall.expo.preview("Tidal Fair 3", [write(tmp_path / "list.csv", rows)])[0].kind == "catalogue"
    rows[0] = ["Organisation", "Country"]
    path = write(tmp_path / "delegation.csv", rows)
    assert hall.expo.preview("Tidal Fair 3", [path])[0].kind == "delegation"

"""A programme from a sheet: items with hours, rooms and speakers; a newer sheet moves them without doubles."""

from __future__ import annotations

import datetime
from pathlib import Path

from dragoman.workspace import open_workspace

ANNA = "Anna Chen"
HEAD = ["Session", "Kind of session", "Date", "Start time", "End time", "Room", "Speakers", "Staged by"]


def book(path: Path, *rows: list[object], head: list[str] = HEAD) -> Path:
    from openpyxl import Workbook

    made = Workbook()
    assert made.active is not None
    made.active.title = "Programme"
    for row in (head, *rows):
        made.active.append(row)
    made.save(path)
    return path


def test_a_sheet_becomes_a_programme_and_a_newer_one_moves_its_items(tmp_path: Path) -> None:
    hall = open_workspace(tmp_path / "w", create=True)
    hall.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    edition = hall.expo.enter("Edition", {"name": "Tidal Fair 3"}, by=ANNA, of="Tidal Fair")
    sonar: list[object] = [
        "Forum on sonar",
        "论坛",
        "2019-06-14",
        datetime.time(9, 30),
        "11.00",
        "Room 2",
        "Li Wei; Olga Orlova",
        "",
    ]
    evening: list[object] = ["Evening", "side event", "2019-06-15", "19:00", "", "Yard", "", "Harbour Club"]
    bad: list[object] = ["Late talk", "forum", "2019-06-15", "soon", "", "", "", ""]
    done = hall.expo.import_catalogue(edition, [book(tmp_path / "p.xlsx", sonar, evening, bad)], by=ANNA)
    assert [(r.row, r.why.partition(":")[0]) for r in done.refused] == [(4, "startTime")]
    first = hall.programmes.draft(edition)
    told = [(i.named, i.kind, i.start[5:], i.end[11:], [w["en"] for _, w in (*i.speakers, *i.by)]) for i in first.items]
    assert told == [
        ("Forum on sonar", "forum", "06-14T09:30", "11:00", ["Li Wei", "Olga Orlova"]),
        ("Evening", "side event", "06-15T19:00", "19:00", ["Harbour Club"]),
    ]  # fmt: skip
    assert len(first.unplaced) == 1
    assert hall.expo.figures(edition).value("forums") == 2  # by their kind, however they came
    hall.programmes.release(edition, by=ANNA)
    sonar[3] = "10:00"
    hall.expo.import_catalogue(edition, [book(tmp_path / "p.xlsx", sonar, evening, bad)], by=ANNA)
    second = hall.programmes.release(edition, by=ANNA)
    assert [(c.kind, c.item.named) for c in second.changes] == [("moved", "Forum on sonar")]
    assert {i.key for i in second.items} == {i.key for i in first.items}


def test_headings_in_russian_and_the_same_name_in_two_editions(tmp_path: Path) -> None:
    hall = open_workspace(tmp_path / "w", create=True)
    hall.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    head = ["Мероприятие программы", "Дата", "Время начала", "Комната", "Докладчики"]
    keys = []
    for n in (3, 4):
        edition = hall.expo.enter("Edition", {"name": f"Tidal Fair {n}"}, by=ANNA, of="Tidal Fair")
        row: list[object] = ["Открытие", f"201{n}-06-14", "09:00", "Зал 1", "Ольга Орлова"]
        hall.expo.import_catalogue(edition, [book(tmp_path / f"p{n}.xlsx", row, head=head)], by=ANNA)
        (item,) = hall.programmes.draft(edition).items
        keys.append(item.key)
        assert (item.title, item.start, item.room) == ({"ru": "Открытие"}, f"201{n}-06-14T09:00", {"ru": "Зал 1"})
    assert len(set(keys)) == 2

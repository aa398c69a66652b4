"""What a series carries with it: honours, letters, approving bodies, guests of honour over time, firsts."""

from __future__ import annotations

from pathlib import Path

from dragoman.workspace import open_workspace
from dragoman.workspace.expo_beside import beside

ANNA = "Anna Chen"


def test_a_series_shows_honours_guests_over_time_and_firsts(tmp_path: Path) -> None:
    hall = open_workspace(tmp_path / "w", create=True)
    enter = hall.expo.enter
    series = enter(
        "Expo", {"name": "Tidal Fair", "approver": "Ministry of Trade", "letter": "Letter of the Academy, 2016"}, by=ANNA
    )
    for n, guest, new in ((1, "Hungary", ""), (2, "Belarus", "first hall of a group of countries")):
        more = {"first": new} if new else {}
        form = {"name": f"Tidal Fair {n}", "ordinal": n, "startDate": f"201{n}-06-14", "guestOfHonour": guest, **more}
        enter("Edition", form, by=ANNA, of="Tidal Fair")
    for year in (2016, 2014, 2015):
        honour = {"name": f"Best fair of {year}", "date": year, "holder": "Tidal Fair", "organizer": "Union of Fairs"}
        enter("Honour", honour, by=ANNA)
    part = {"participant": "Institute of Naval Defence", "role": "支持单位", "event": "Tidal Fair 2"}
    enter("Participation", part, by=ANNA)
    rows = [(r["property"], r["value"], r["date"]) for r in beside(hall, series)]
    assert rows[:3] == [("honour", f"Best fair of {y}, by Union of Fairs", str(y)) for y in (2014, 2015, 2016)]
    assert rows[3:] == [
        ("guestOfHonour of Tidal Fair 1", "Hungary", "2011-06-14"), ("guestOfHonour of Tidal Fair 2", "Belarus", "2012-06-14"),
        ("first of Tidal Fair 2", "first hall of a group of countries", "2012-06-14"),
    ]  # fmt: skip
    second = beside(hall, hall.expo.edition("Tidal Fair 2"))
    assert [(r["property"], r["value"], r["by"]) for r in second] == [("supporting unit", "Institute of Naval Defence", ANNA)]
    own = {r["property"]: r["value"] for r in hall.expo.told(series)}
    assert (own["approver"], own["letter"]) == ("Ministry of Trade", "Letter of the Academy, 2016")

"""Figures by origin and class, the trend of a series, figures told of a series, and figures kept for the state of the log."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from test_expo_export import write

from dragoman.expo.figures import Share, direction
from dragoman.model.decision import Judgement
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.expo_cache import FOLDER

ANNA = "Anna Chen"
HEAD = ["Exhibitor", "Kind of organisation", "Country"]
YEARS = {
    1: [["Rover Co. Ltd", "company", "Russia"], ["Harbour Institute", "institute", "China"], ["Silk Ltd", "company", "China"],
        ["Nobody Ltd", "company", ""]],
    2: [["Rover Co. Ltd", "company", "Russia"], ["Helm GmbH", "company", "Germany"], ["Silk Ltd", "company", "China"]],
}  # fmt: skip


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "w", create=True)
    made.expo.enter("Expo", {"name": "Tidal Fair", "country": "China"}, by=ANNA)
    for n, rows in YEARS.items():
        form = {"name": f"Tidal Fair {n}", "ordinal": n, **({"country": "China"} if n == 1 else {})}
        made.expo.enter("Edition", form, by=ANNA, of="Tidal Fair")
        made.expo.import_catalogue(f"Tidal Fair {n}", [write(tmp_path / f"c{n}.csv", [HEAD, *rows])], by=ANNA)
    return made


def values(hall: Workspace, name: str) -> dict[str, Decimal]:
    return {c.full_name: c.value for c in hall.expo.figures(name).counted}


def test_domestic_and_overseas_by_the_country_of_the_edition(hall: Workspace) -> None:
    found = values(hall, "Tidal Fair 1")
    wanted = {"exhibitors.origin.overseas": 1, "exhibitors.origin.domestic": 2, "exhibitors.origin.not told": 1}
    assert {k: found[k] for k in wanted} == wanted
    assert values(hall, "Tidal Fair 2")["exhibitors.origin.overseas"] == 2  # by the country of the series
    assert (found["institutions"], found["participants.class.company"], found["participants.class.institute"]) == (1, 3, 1)


def test_without_a_country_nobody_is_called_overseas(hall: Workspace) -> None:
    hall.expo.enter("Edition", {"name": "Elsewhere 1"}, by=ANNA)
    hall.expo.enter("Participation", {"participant": "Helm GmbH", "role": "exhibitor"}, by=ANNA, of="Elsewhere 1")
    assert not [name for name in values(hall, "Elsewhere 1") if ".origin." in name]


def test_the_share_from_overseas_over_a_series(hall: Workspace) -> None:
    from dragoman.cli.expo_figures import told

    trend = told(hall, hall.expo.figures("Tidal Fair"), "en")["trend"]
    assert [(r["overseas"], r["share"]) for r in trend["overseas"]] == [(1, 33.3), (2, 66.7)]
    assert trend["direction"] == "rises in each edition, from 33% to 67%"
    shares = [Share("a", "A", 9, 4, 8), Share("b", "B", 9, 2, 8), Share("c", "C", 9, 3, 0), Share("d", "D", 9, 3, 8)]
    assert direction(shares) == "moves both ways, from 50% to 38%"
    assert direction(shares[:1]) == ""


def test_results_and_patents_are_counted_and_compared(hall: Workspace) -> None:
    hall.expo.enter("Patent", {"name": "Blade"}, by=ANNA, of="Tidal Fair 1")
    hall.expo.enter("Technology", {"name": "Coating", "edition": "Tidal Fair 1"}, by=ANNA)
    form = {"value": "more than 1", "counted": "achievements as well as patents"}
    hall.expo.enter("Figure", form, by=ANNA, of="Tidal Fair 1")
    found = hall.expo.figures("Tidal Fair 1")
    assert (found.value("patents"), found.value("results"), found.reported[0].verdict) == (1, 1, "met")


def test_what_is_told_of_the_series_stands_with_its_editions_and_is_not_compared(hall: Workspace) -> None:
    hall.expo.enter("Figure", {"value": "more than 3,700", "counted": "exhibitors", "subject": "Tidal Fair"}, by=ANNA)
    told = hall.expo.figures("Tidal Fair 2").reported
    assert [(r.of, r.value, r.bound, r.verdict) for r in told] == [("Tidal Fair", 3700, "more than", "not comparable")]
    assert hall.expo.figures("Tidal Fair").reported[0].counted == 5


def test_figures_are_kept_and_every_change_makes_them_new(hall: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.workspace import expo_figures

    made = []
    count = expo_figures._figures
    monkeypatch.setattr(expo_figures, "_figures", lambda w, r: made.append(r) or count(w, r))
    first, again = hall.expo.figures("Tidal Fair 1"), hall.expo.figures("Tidal Fair 1")
    assert first == again
    assert len(made) == 1
    silk, rover = hall.entities.find("Silk Ltd"), hall.entities.find("Rover Co. Ltd")
    hall.expo.correct(silk, "country", "Japan", by=ANNA)
    assert hall.expo.figures("Tidal Fair 1").value("exhibitors.origin.overseas") == 2
    decision = hall.identity.decide(silk, rover, Judgement.SAME, ANNA)
    assert hall.expo.figures("Tidal Fair 1").value("exhibitors") == 3
    hall.identity.undo(decision, ANNA)
    assert hall.expo.figures("Tidal Fair 1").value("exhibitors") == 4
    assert len(made) == 4


def test_what_was_kept_of_another_log_or_is_broken_is_not_believed(hall: Workspace) -> None:
    right = hall.expo.figures("Tidal Fair 1")
    path = hall.folder / FOLDER / f"{right.id}.json"
    path.write_text("{", encoding="utf-8")
    assert hall.expo.figures("Tidal Fair 1") == right
    told = json.loads(path.read_text(encoding="utf-8"))
    told["mark"], told["figures"]["counted"][0]["value"] = "of another log", "99"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert hall.expo.figures("Tidal Fair 1") == right

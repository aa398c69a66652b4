"""Twenty wrong cases of a peer: each is right at the default threshold. docs/names.md tells them one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.compare.index import Index, build
from dragoman.compare.name import Kind
from dragoman.compare.parse import parse
from dragoman.compare.record import from_ftm
from dragoman.compare.score import IDENTICAL, REVIEW, THRESHOLD, compare_names, rate
from dragoman.screen.evidence import beside, weighed
from dragoman.screen.hit import Query

SAME = [
    ("哈尔滨工程大学", "Harbin Engineering University"),
    ("Гринекс", "Grinex"),
    ('Батальон "Кальмиус"', "Kalmius battalion"),
    ("Силы специальных операций", "Special Operations Forces"),
    ("Объединённая авиастроительная корпорация", "United Aircraft Corporation"),
    ("Северная верфь", "Severnaya Shipyard"),
    ("Муромский приборостроительный завод", "Murom instrument plant"),
    ("Photon Pro LLC", "Photon Pro LLP"),
    ("Uralmashplant JSC", "URALMASHPLANT"),
    ("Special Technological Center", "Special Technology Center"),
    ("UEC Klimov", "ODK-Klimov"),
    ("PSB Bank", "Promsvyazbank"),
    ('Progress Arsenyev "named after N.I. Sazikin"', "Progress Arsenyev"),
    ("Electronic Component Industries (ECI)", "Electronic Components Industries (ECI)"),
    ("Electronic Components Industries (ECI)", "Electronic Components Industries"),
]
DIFFERENT = [
    ("Industrial and Commercial Bank of Chad", "Industrial and Commercial Bank of China"),
    ("L & H (Mendez) Sweden", "L & H Sweden"),
    ("voestalpine GmbH", "voestalpine GmbH & Co KG"),
    ("中央储备粮成都直属库有限公司第二分公司", "中央储备粮成都直属库有限公司第三分公司"),
    ("Central Grain Reserve Chengdu Depot Co., Ltd. Branch 2", "Central Grain Reserve Chengdu Depot Co., Ltd. Branch 3"),
    ("Electronic System Group", "Electronics Katrangi"),
    ("VTB", "VTB (Kiev)"),
]  # fmt: skip


@pytest.mark.parametrize("kind", [Kind.ORGANISATION, Kind.ANY])
@pytest.mark.parametrize(("left", "right"), SAME)
def test_what_was_missed_is_found(left: str, right: str, kind: Kind) -> None:
    assert compare_names(left, right, kind).value >= THRESHOLD
    assert compare_names(right, left, kind).value >= THRESHOLD


@pytest.mark.parametrize("kind", [Kind.ORGANISATION, Kind.ANY])
@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_what_was_wrongly_met_is_not(left: str, right: str, kind: Kind) -> None:
    assert compare_names(left, right, kind).value < THRESHOLD
    assert compare_names(right, left, kind).value < THRESHOLD


def test_each_is_told_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs/names.md").read_text(encoding="utf-8")
    missing = [pair for pair in SAME + DIFFERENT if f"{pair[0]} / {pair[1]}" not in page]
    assert not missing


def test_a_plant_is_not_beaten_by_that_of_another_town() -> None:
    asked = "Муромский приборостроительный завод"
    own, other = (
        compare_names(asked, f"{town} Instrument-Making Plant", Kind.ORGANISATION) for town in ("Murom", "Novosibirsk")
    )
    assert own.value >= THRESHOLD > other.value


def test_a_short_name_leads_to_the_long_one(tmp_path: Path) -> None:
    names = ["Gazprombank", "PROMSVYAZBANK PAO", "PBS Bank", "Promstroybank", "Svyaz Bank"]
    build(tmp_path / "names", ((number, name, Kind.ORGANISATION) for number, name in enumerate(names)))
    hits = Index.open(tmp_path / "names").best(parse("PSB Bank", Kind.ORGANISATION), Kind.ORGANISATION, 5, THRESHOLD, rate)
    assert 1 in [record for record, _, _ in hits]


@pytest.mark.parametrize("date", ["1961-04-21", "1961-12-04", "1962-04-12", "1979-08-30"])
def test_an_exact_name_with_another_birth_date_is_never_cleared_silently(date: str) -> None:
    listed = from_ftm({"id": "a", "schema": "Person", "properties": {"name": ["Igor Lazarenko"], "birthDate": ["1961-04-12"]}})
    query = Query("Igor Lazarenko", "Person", dates=frozenset((date,)))
    assert REVIEW <= weighed(IDENTICAL, beside(query, listed)) < IDENTICAL

"""A small world of channels: a host, a sender, two delegations, a list of our own, records in three languages."""

from __future__ import annotations

import csv
from pathlib import Path

from dragoman.workspace import Workspace

ANNA, BORIS = "Anna Chen", "Boris Orlov"
LISTED = [("r0", "Vostok Pribor LLC", "Company", "RU"), ("r1", "Kama Depot", "Company", "RU")]
DAY = "2018-09-01"


def listed(hall: Workspace, rows: list[tuple[str, ...]] | None = None) -> None:
    """Load our own list; with other rows it is a newer edition of it."""
    path = list_file(hall.folder, rows)
    hall.lists.add("own", path, name_column="name", id_column="no", schema_column="kind", country_column="country")


def list_file(folder: Path, rows: list[tuple[str, ...]] | None = None) -> Path:
    """The list as a table."""
    path = folder / "own.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([("no", "name", "kind", "country"), *(rows or LISTED)])
    return path


def delegations(hall: Workspace) -> tuple[str, str]:
    """One with nothing against it, and one whose member comes from a body with a hit."""
    enter = hall.expo.enter
    enter("Company", {"name": "Quiet Waters Ltd", "country": "China", "activity": "pumps"}, by=ANNA)
    clean = enter(
        "Delegation",
        {"name": "Xinxiang delegation", "sender": "Xinxiang City Administration", "head": "Li Na", "direction": "incoming",
         "member": "Quiet Waters Ltd", "language": ["Chinese", "Russian"], "interpreter": "Wang Wei"}, by=ANNA,
    )  # fmt: skip
    hit = enter(
        "Delegation", {"name": "Port delegation", "sender": "Xinxiang City Administration", "direction": "incoming"}, by=ANNA
    )  # fmt: skip
    hall.delegations.add(hit, "Pavel Orlov", by=ANNA, body="Vostok Pribor", role="engineer")
    return clean, hit


def visit(hall: Workspace, delegation: str) -> str:
    """A visit with three stops, notes in three languages, a next step, conditions, people who were told."""
    made = hall.expo.enter(
        "Visit",
        {"name": "Visit to the Nano Centre", "delegation": delegation, "host": "Nano Centre", "destination": "Troitsk",
         "startDate": "2018-06-14", "endDate": "2018-06-15", "purpose": "to see what could be made at home",
         "hostGoal": "investors for firms that will work there",
         "visitorGoal": ["where to produce", "在哪里生产", "где производить"],
         "site": "a hall of 2,000 square metres", "cost": "12 million CNY", "jobs": "about 120", "taxes": "1.5 million CNY"},
        by=ANNA,
    )  # fmt: skip
    stops = hall.visits
    stops.add_stop(made, {"name": "Diamond laboratory", "stopKind": "laboratory", "host": "Ivan Petrov", "date": "2018-06-14",
                          "startTime": "10:30", "mayShow": "presses, no recipes"}, by=ANNA)  # fmt: skip
    stops.add_stop(
        made, {"name": "Warehouse robot", "stopKind": "warehouse", "date": "2018-06-14", "startTime": "14:00"}, by=ANNA
    )
    stops.add_stop(made, {"name": "Reception by the deputy mayor", "stopKind": "reception", "date": "2018-06-15"}, by=ANNA)
    stops.note(
        "Diamond laboratory",
        {"seen": ["six presses at work", "六台压机在运行", "шесть прессов в работе"], "question": "what does a press cost?",
         "estimate": "ready for production"},
        by=ANNA, next_step="send samples", owner="Li Na", due="2018-07-15",
    )  # fmt: skip
    stops.note("Warehouse robot", {"seen": "五年研发", "estimate": "нужен ещё год"}, by=ANNA)
    stops.told(made, "Xin Investors", by=ANNA, date="2018-06-20")
    stops.answer(made, "Xin Investors", "would see the presses first", by=ANNA, interest="considering", date="2018-06-22")
    return made


def makers(hall: Workspace) -> None:
    """Bodies and projects a question may meet, in three languages."""
    enter = hall.expo.enter
    enter("Organization", {"name": "Institute of Photonics", "bodyKind": "institute", "country": "Belarus",
                           "activity": "picosecond lasers"}, by=ANNA)  # fmt: skip
    enter("Organization", {"name": "Институт оптики", "bodyKind": "institute", "country": "Россия"}, by=ANNA)
    enter(
        "Technology",
        {"name": "Лазер для резки", "developer": "Институт оптики", "field": "лазерная техника", "trl": "7"},
        by=BORIS,
    )
    enter("Company", {"name": "Vostok Pribor", "bodyKind": "institute", "country": "Russia", "activity": "lasers"}, by=ANNA)
    enter("Organization", {"name": "西部激光研究所", "bodyKind": "institute", "country": "China", "activity": "激光"}, by=ANNA)
    enter(
        "Organization",
        {"name": "Institute of Soils", "bodyKind": "institute", "country": "Poland", "activity": "fertilisers"},
        by=ANNA,
    )
    enter("Project", {"name": "Laser welding of hulls", "developer": "Institute of Photonics", "trl": "5"}, by=ANNA)
    enter("Offer", {"offeror": "Institute of Photonics", "summary": "joint production of laser heads"}, by=ANNA)


def consultation(hall: Workspace, **more: str) -> str:
    """A question on lasers in Eastern Europe."""
    said = {"name": "Lasers in Eastern Europe", "client": "Port Optics Ltd", "adviser": "Union of Inventors",
            "question": "Who makes picosecond lasers?", "region": "Восточная Европа", "field": "激光",
            "partnerKind": "institute", "budget": "200 thousand USD", **more}  # fmt: skip
    return hall.expo.enter("Consultation", said, by=ANNA)

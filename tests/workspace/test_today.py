"""What a day begins with, and the whole at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.model.ids import entity_id
from dragoman.model.statement import Evidence, Statement
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.overview import overview
from dragoman.workspace.today import edition, today

EDITIONS = {"first": ("2024-05-01", "2024-05-04"), "second": ("2026-05-01", "2026-05-04"), "third": ("2028-05", "")}


def said(schema: str, name: str, **values: str) -> list[Statement]:
    key = entity_id("made", schema, name)
    proof = (Evidence("none", name),)
    found = [Statement(key, schema, "name", name, "made", evidence=proof)]
    return found + [Statement(key, schema, prop, value, "made", evidence=proof) for prop, value in values.items() if value]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path, create=True) as made:
        for name, (since, until) in EDITIONS.items():
            made.store.add(None, said("Edition", name, startDate=since, endDate=until))
        yield made


@pytest.mark.parametrize(
    ("day", "name", "when"),
    [("2026-05-02", "second", "running"), ("2028-05-20", "third", "running"), ("2025-01-01", "second", "next"),
     ("2030-01-01", "third", "last")],
)  # fmt: skip
def test_the_edition_of_a_day(workspace: Workspace, day: str, name: str, when: str) -> None:
    found = edition(workspace, day)
    assert found is not None and (found.caption, found.when) == (name, when)


def test_today_follows_the_log(workspace: Workspace) -> None:
    before = today(workspace, "2027-01-01")
    assert before.edition and before.edition.caption == "third" and before.waits == {"check": 0, "pairs": 0}
    workspace.store.add(None, said("Edition", "fourth", startDate="2027-01-01"))
    after = today(workspace, "2027-01-01")
    assert after.edition and after.edition.caption == "fourth"


def test_the_overview_counts_both_ways(workspace: Workspace) -> None:
    seller, buyer = said("Company", "Seller", country="ru"), said("Company", "Buyer", country="cn")
    key = entity_id("made", "Sale", "sale")
    ties = [("seller", seller[0].entity_id), ("buyer", buyer[0].entity_id)]
    sale = [Statement(key, "Sale", prop, target, "made", evidence=(Evidence("none", "sold"),)) for prop, target in ties]
    assert overview(workspace).left == []
    workspace.store.add(None, [*seller, *buyer, *sale])
    found = overview(workspace)
    assert found.left == [("ru", "presence", 1)] and found.right == [("cn", "presence", 1)]
    assert found.bodies == [("cn", 1), ("ru", 1)] and ("presence", 1) in found.channels

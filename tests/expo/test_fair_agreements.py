"""Agreements: parties without a name stay apart, the same entered twice is told, each step has day and source, ends are due."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.base.errors import UsageError
from dragoman.expo.agreements import Terms, alike
from dragoman.model.decision import Judgement
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.due import due

ANNA, BORIS = "Anna Chen", "Boris Orlov"
LASERS = "unnamed: a maker of lasers"


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "w", create=True)
    made.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    made.expo.enter("Edition", {"name": "Tidal Fair 3"}, by=ANNA, of="Tidal Fair")
    return made


def enter(hall: Workspace, *parties: str, by: str = ANNA, new: bool = False, **more: str) -> str:
    return hall.expo.enter("Agreement", {"party": parties, **more}, by=by, of="Tidal Fair 3", new=new)


def test_what_tells_two_agreements_apart() -> None:
    one = Terms("1", frozenset("a"), ("a maker of lasers",), date="2019-06-15", money=frozenset({("5", "USD")}))
    assert alike(one, Terms("2", frozenset("a"), ("A maker  of lasers",), date="2019-06"))
    assert not alike(one, Terms("2", frozenset("a"), ("a maker of lasers",), date="2019-07"))
    assert not alike(one, Terms("2", frozenset("a"), ("a maker of lenses",)))
    assert not alike(one, Terms("2", frozenset("a"), ("a maker of lasers",), money=frozenset({("6", "USD")})))
    assert not alike(Terms(name="Joint lab", parties=frozenset("a")), Terms(name="Sonar", parties=frozenset("a")))
    assert not alike(Terms(), Terms())


def test_two_parties_without_a_name_are_two_unless_a_person_says_they_are_one(hall: Workspace) -> None:
    first = enter(hall, "Rover Co. Ltd", LASERS, date="2019-06-15")
    second = enter(hall, "Rover Co. Ltd", LASERS, date="2019-06-16")
    blind = [p for a in (first, second) for p in hall.store.entity(a).values("party") if not hall.store.entity(p).names]
    assert len(set(blind)) == 2
    hall.identity.join_variants()
    assert len({hall.store.canonical(b) for b in blind}) == 2
    hall.identity.decide(*blind, Judgement.SAME, by=ANNA, note="their own letter")
    assert len({hall.store.canonical(b) for b in blind}) == 1


def test_the_same_entered_twice_is_told_whoever_enters_it(hall: Workspace) -> None:
    first = enter(hall, "Rover Co. Ltd", LASERS, date="2019-06-15")
    for by in (ANNA, BORIS):
        with pytest.raises(UsageError, match="there") as told:
            enter(hall, "Rover Co. Ltd", LASERS, date="2019-06-15", by=by)
        assert first[:12] in str(told.value) and "--new" in str(told.value)
    with pytest.raises(UsageError, match="nothing tells this one from it"):
        enter(hall, "Rover Co. Ltd", LASERS, by=BORIS, amount="5 USD")
    another = enter(hall, "Rover Co. Ltd", LASERS, date="2019-06-15", by=BORIS, new=True)
    assert hall.agreements.show(another).alike == first
    assert enter(hall, "Rover Co. Ltd", "Lancet LLC", date="2019-06-15", by=BORIS)


def test_only_parties_without_a_name_are_compared_too(hall: Workspace) -> None:
    enter(hall, "unnamed: a university", "unnamed: a defence conglomerate", date="2016")
    with pytest.raises(UsageError, match="same parties"):
        enter(hall, "unnamed: a defence conglomerate", "unnamed: a university", by=BORIS)


def test_each_step_has_its_day_and_source(hall: Workspace) -> None:
    made = enter(
        hall, "Rover Co. Ltd", LASERS, name="Joint laboratory", stage="intention", date="2018-10-01", signatory="Ivan Petrov",
        plannedAmount="1.5 million USD", document="Letter of intent No 4",
    )  # fmt: skip
    hall.expo.step(made, "memorandum", date="2019-06-15", document="Memorandum, two copies", by=BORIS)
    found = hall.agreements.show(made)
    rows = [(r["what"], r["value"], r["date"]) for r in found.rows]
    assert rows[-2:] == [("step", "intention", "2018-10-01"), ("step", "memorandum", "2019-06-15")]
    assert ("document", "Memorandum, two copies", "2019-06-15") in rows and ("document", "Letter of intent No 4", "") in rows
    assert ("party without a name", "a maker of lasers", "") in rows and ("money planned", "1500000 USD", "") in rows
    assert found.stage == "memorandum" and all(r["source"] for r in found.rows)
    with pytest.raises(UsageError, match="is no agreement"):
        hall.agreements.show(hall.expo.edition("Tidal Fair 3"))


def test_what_ends_is_due_and_what_ended_is_not(hall: Workspace) -> None:
    lasting = enter(hall, "Rover Co. Ltd", "Lancet LLC", name="Lab", stage="in force", date="2018", expires="2019-12-31")
    enter(hall, "Rover Co. Ltd", "Helm JSC", name="Old", stage="contract", date="2015", expires="2019-06-01")
    over = enter(hall, "Rover Co. Ltd", "Hub Ltd", name="Gone", stage="in force", date="2015", expires="2019-05-01")
    hall.expo.step(over, "ended", date="2019-04-30", by=ANNA)
    offer = {"offeror": "Lancet LLC", "summary": "laser cutting", "expires": "2019-07-01"}
    hall.expo.enter("Offer", offer, by=ANNA, of="Tidal Fair 3")
    hall.expo.enter("Request", {"requester": "Hub Ltd", "summary": "robots", "expires": "2019-08"}, by=ANNA)
    rows = [(d.kind, d.what, d.date, d.state) for d in due(hall, "2019-06-15")]
    assert rows == [
        ("agreement", "Old", "2019-06-01", "expired"), ("offer", "laser cutting", "2019-07-01", "open"),
        ("request", "robots", "2019-08", "open"), ("agreement", "Lab", "2019-12-31", "open"),
    ]  # fmt: skip
    assert [d.what for d in due(hall, "2019-06-15", days=30)] == ["Old", "laser cutting"]
    assert next(d for d in due(hall, "2019-06-15") if d.record == lasting).owner == "Rover Co. Ltd, Lancet LLC"

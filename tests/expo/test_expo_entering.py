"""Entering, correcting and the history of a record; two people at one record."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from dragoman.base.errors import UsageError
from dragoman.expo.conflict import Conflict
from dragoman.workspace import Workspace, open_workspace

ANNA, BORIS = "Anna Chen", "Boris Orlov"


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "w", create=True)


@pytest.fixture
def edition(hall: Workspace) -> str:
    hall.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    return hall.expo.enter(
        "Edition", {"name": "3rd Tidal Fair", "ordinal": 3, "startDate": "14 June 2019", "venue": "Port Hall"},
        by=ANNA, of="Tidal Fair",
    )  # fmt: skip


def test_an_entry_is_a_statement_that_cites_who_entered_it(hall: Workspace, edition: str) -> None:
    entity = hall.store.entity(edition)
    start = entity.get("startDate")[0]
    assert start.value == "2019-06-14"
    proof = start.evidence[0]
    assert proof.speaker == ANNA
    text = hall.documents.get(proof.document).text
    assert text[proof.start : proof.end] == "14 June 2019"
    assert ANNA in text
    assert hall.store.captions(entity.values("expo")) == {entity.values("expo")[0]: "Tidal Fair"}


def test_everything_wrong_is_told_at_once_and_nothing_written(hall: Workspace, edition: str) -> None:
    before = hall.expo.position()
    with pytest.raises(UsageError) as error:
        form = {"name": "Sphere", "trl": 12, "originSector": "navy blue", "exhibitor": "Rover Co. Ltd"}
        hall.expo.enter("Exhibit", form, by=ANNA, of=edition)
    assert "from 1 to 9" in str(error.value)
    assert "one of civil, military" in str(error.value)
    assert hall.expo.position() == before
    with pytest.raises(UsageError, match="no currency"):
        hall.expo.enter("Agreement", {"name": "A", "amount": "5 million"}, by=ANNA, of=edition)
    with pytest.raises(UsageError, match="none of its choices"):
        hall.expo.enter("Agreement", {"name": "A", "stage": "handshake"}, by=ANNA, of=edition)
    with pytest.raises(UsageError, match="no date"):
        hall.expo.enter("Forum", {"name": "A", "date": "someday"}, by=ANNA, of=edition)
    with pytest.raises(UsageError, match="nobody"):
        hall.expo.enter("Forum", {"name": "A"}, by=" ", of=edition)


def test_names_become_records_and_unnamed_parties_are_kept(hall: Workspace, edition: str) -> None:
    first = hall.expo.enter(
        "Agreement", {"party": ["Rover Co. Ltd", "unnamed: a maker of aircraft parts"], "amount": "64 thousand US dollars",
                      "stage": "contract", "date": "2019-06-15"}, by=ANNA, of=edition,
    )  # fmt: skip
    agreement = hall.store.entity(first)
    told = hall.store.captions(agreement.values("party"))
    assert sorted(told.values()) == ["Rover Co. Ltd", "a maker of aircraft parts"]
    money = agreement.get("amount")[0]
    assert (money.value, money.unit) == ("64000", "USD")
    assert agreement.get("stage")[0].valid_from == "2019-06-15"
    second = hall.expo.enter("Participation", {"participant": "Rover Co. Ltd", "role": "exhibitor"}, by=BORIS, of=edition)
    rover = hall.store.entity(second).values("participant")[0]
    assert rover in agreement.values("party")  # the same record, not another of its name


def test_entering_twice_makes_no_double(hall: Workspace, edition: str) -> None:
    form = {"participant": "Rover Co. Ltd", "role": "exhibitor", "stand": "A-1"}
    first = hall.expo.enter("Participation", form, by=ANNA, of=edition)
    before = hall.store.counts()["statements"]
    assert hall.expo.enter("Participation", form, by=ANNA, of=edition) == first
    assert hall.store.counts()["statements"] == before
    with pytest.raises(UsageError, match="already"):
        hall.expo.enter("Edition", {"name": "3rd Tidal Fair", "venue": "Elsewhere"}, by=ANNA)


def test_a_part_of_an_edition_is_not_entered_by_two_people(hall: Workspace, edition: str) -> None:
    hall.expo.enter("Forum", {"name": "Forum on sonar"}, by=ANNA, of=edition)
    with pytest.raises(UsageError, match="already"):
        hall.expo.enter("Forum", {"name": "Forum on Sonar", "theme": "depth"}, by=BORIS, of=edition)
    later = hall.expo.enter("Edition", {"name": "4th Tidal Fair", "ordinal": 4}, by=ANNA, of="Tidal Fair")
    hall.expo.enter("Forum", {"name": "Forum on sonar"}, by=BORIS, of=later)
    assert hall.store.entities(schema="Forum").total == 2


def test_a_correction_takes_back_and_says_anew(hall: Workspace, edition: str) -> None:
    done = hall.expo.correct(edition, "venue", "North Hall", by=BORIS)
    assert hall.store.entity(edition).values("venue") == ("North Hall",)
    told = [(e.prop, e.value, e.taken_back, e.by) for e in hall.expo.history(edition) if e.prop == "venue"]
    assert told == [
        ("venue", "Port Hall", False, ANNA), ("venue", "Port Hall", True, BORIS), ("venue", "North Hall", False, BORIS),
    ]  # fmt: skip
    assert done.position == hall.expo.position()


def test_a_value_may_come_back(hall: Workspace, edition: str) -> None:
    for venue in ("North Hall", "Port Hall", "North Hall", "Port Hall"):
        hall.expo.correct(edition, "venue", venue, by=ANNA)
        assert hall.store.entity(edition).values("venue") == (venue,)
    hall.expo.correct(edition, "venue", by=ANNA)
    assert hall.store.entity(edition).values("venue") == ()
    with pytest.raises(UsageError, match="no property"):
        hall.expo.correct(edition, "trl", "3", by=ANNA)


def test_the_second_of_two_is_told_and_nothing_is_lost(hall: Workspace, edition: str) -> None:
    seen = hall.expo.position()  # both open the form
    hall.expo.correct(edition, "venue", "North Hall", by=ANNA, seen=seen)
    with pytest.raises(Conflict) as error:
        hall.expo.correct(edition, "venue", "South Hall", by=BORIS, seen=seen)
    assert "Anna Chen said venue = North Hall" in str(error.value)
    assert {(e.value, e.taken_back) for e in error.value.edits} == {("Port Hall", True), ("North Hall", False)}
    assert hall.store.entity(edition).values("venue") == ("North Hall",)
    done = hall.expo.correct(edition, "ordinal", "4", by=BORIS, seen=seen)  # another part: both stand, and he is told
    assert [e.value for e in done.meanwhile if not e.taken_back] == ["North Hall"]
    assert hall.store.entity(edition).values("ordinal") == ("4",)
    hall.expo.correct(edition, "venue", "South Hall", by=BORIS, seen=hall.expo.position())
    assert hall.store.entity(edition).values("venue") == ("South Hall",)


def test_two_processes_at_once_one_wins_the_other_is_told(tmp_path: Path, hall: Workspace, edition: str) -> None:
    seen, results = hall.expo.position(), []
    gate = threading.Barrier(2)

    def change(by: str, venue: str) -> None:
        with open_workspace(tmp_path / "w") as own:
            gate.wait()
            try:
                own.expo.correct(edition, "venue", venue, by=by, seen=seen)
                results.append(venue)
            except Conflict as conflict:
                results.append(str(conflict))

    threads = [threading.Thread(target=change, args=a) for a in ((ANNA, "North Hall"), (BORIS, "South Hall"))]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    won = next(r for r in results if r in ("North Hall", "South Hall"))
    told = next(r for r in results if r != won)
    assert f"venue = {won}" in told
    assert hall.store.entity(edition).values("venue") == (won,)
    assert hall.store.check() == []


def test_several_values_must_be_told_apart(hall: Workspace, edition: str) -> None:
    agreement = hall.expo.enter("Agreement", {"party": ["Rover Co. Ltd", "Lancet LLC"]}, by=ANNA, of=edition)
    with pytest.raises(UsageError, match="several values"):
        hall.expo.correct(agreement, "party", "Helm Inc", by=ANNA)
    hall.expo.correct(agreement, "party", "Helm Inc", old="Lancet LLC", by=ANNA)
    parties = hall.store.captions(hall.store.entity(agreement).values("party"))
    assert sorted(parties.values()) == ["Helm Inc", "Rover Co. Ltd"]


def test_an_agreement_moves_by_dated_steps(hall: Workspace, edition: str) -> None:
    form = {"name": "Joint lab", "stage": "contact", "date": "2019-01-10"}
    agreement = hall.expo.enter("Agreement", form, by=ANNA, of=edition)
    hall.expo.step(agreement, "memorandum", date="15 June 2019", by=BORIS)
    steps = hall.expo.step(agreement, "contract", date="2020-02", by=ANNA)
    reached = {s.stage: s.date for s in steps}
    assert reached == {"contact": "2019-01-10", "memorandum": "2019-06-15", "contract": "2020-02"}
    with pytest.raises(UsageError, match="comes after"):
        hall.expo.step(agreement, "intention", by=ANNA)
    with pytest.raises(UsageError, match="only an agreement"):
        hall.expo.step(edition, "contract", by=ANNA)


def test_what_documents_claim_is_not_taken_back(hall: Workspace, edition: str, tmp_path: Path) -> None:
    news = tmp_path / "news.txt"
    news.write_text("TOMSK, May 4, 2018 -- The 3rd Tidal Fair opened on Friday in Tomsk, drawing more than 300 companies.\n")
    hall.documents.read([news])
    claimed = [s for s in hall.store.statements() if s.evidence and not s.dataset.startswith("entries of ")]
    assert claimed
    hall.expo.correct(edition, "venue", "North Hall", by=ANNA)
    assert {s.id for s in claimed} <= {s.id for s in hall.store.statements()}


def test_the_first_digits_told_of_namesakes_name_one_of_them(hall: Workspace, edition: str) -> None:
    for country in ("Russia", "China"):
        hall.expo.enter("Company", {"name": "Orbita", "country": country}, by=ANNA, new=True)
    with pytest.raises(UsageError, match="several are called") as refused:
        hall.expo.enter("Agreement", {"party": ["Orbita", "Tidal Optics"], "stage": "contact"}, by=ANNA)
    told = str(refused.value).partition("write an id (")[2].partition(")")[0].split(", ")
    assert len(told) == 2
    made = hall.expo.enter("Agreement", {"party": [told[1], "Tidal Optics"], "stage": "contact"}, by=ANNA)
    parties = hall.store.entity(made).values("party")
    assert any(p.startswith(told[1]) for p in parties) and "Orbita" in hall.store.captions(parties).values()

"""Contests: conflicts of interest keep a juror from an entry, scores are corrected, rankings tell how they came about."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from dragoman.base.errors import UsageError
from dragoman.expo.contests import Criterion, Interest, Mark, Panel, Tie, found_interests, rank
from dragoman.workspace import Workspace, open_workspace

ANNA = "Anna Chen"
NOVELTY, USE = Criterion("n", "novelty", Decimal(60)), Criterion("u", "use", Decimal(40), Decimal(5))


def marks(**given: tuple[str, str]) -> tuple[Mark, ...]:
    """`j1_a=("8", "4")`: juror j1 gives entry a 8 for novelty (of 10) and 4 for use (of 5)."""
    made = []
    for key, (novelty, use) in given.items():
        juror, entry = key.split("_")
        made += [Mark(juror, entry, "n", Decimal(novelty)), Mark(juror, entry, "u", Decimal(use))]
    return tuple(made)


def test_the_score_is_the_weighted_mean_of_the_jurors() -> None:
    panel = Panel(("a", "b"), ("j1", "j2"), (NOVELTY, USE), marks(j1_a=("8", "4"), j2_a=("6", "5"), j1_b=("9", "1")))
    first, second = rank(panel)
    assert (first.entry, first.place, first.score) == ("a", 1, (Fraction(80) + Fraction(76)) / 2)
    assert first.how == "mean of 2: 80.00, 76.00"
    assert (second.entry, second.place, second.score) == ("b", 2, Fraction(62))
    assert [(o.juror, o.why) for o in second.left_out] == [("j2", "has not scored it")]


def test_ties_share_a_place_and_the_unscored_have_none() -> None:
    given = marks(j1_a=("9", "1"), j1_b=("5", "5"), j1_c=("9", "2"), j1_d=("1", "1"))
    placed = rank(Panel(("a", "b", "c", "d", "e"), ("j1",), (NOVELTY, USE), given))
    found = [(p.entry, p.place, p.tied) for p in placed]
    assert found == [("b", 1, True), ("c", 1, True), ("a", 3, False), ("d", 4, False), ("e", 0, False)]


def test_a_juror_with_an_interest_or_half_a_sheet_does_not_count() -> None:
    half = (Mark("j3", "a", "n", Decimal(1)),)
    given = (*marks(j1_a=("10", "5"), j2_a=("0", "0")), *half)
    panel = Panel(("a",), ("j1", "j2", "j3"), (NOVELTY, USE), given, (Interest("j2", "a", "advised the maker", True),))
    placed = rank(panel)[0]
    assert placed.score == 100
    assert [(o.juror, o.why) for o in placed.left_out] == [
        ("j2", "conflict of interest (declared): advised the maker"), ("j3", "not scored by use")
    ]  # fmt: skip


def test_a_post_is_an_interest_for_three_years_after_it() -> None:
    ties = [Tie("firm", "employed by Firm", "2016-05", ("s",)), Tie("other", "employed by Other", "", ())]
    assert found_interests("j", "e", ties, {"firm": "the entrant"}, "2019-06-14") == []
    found = found_interests("j", "e", ties, {"firm": "the entrant"}, "2019-05-14")
    assert [(i.why, i.declared, i.statements) for i in found] == [("employed by Firm, the entrant", False, ("s",))]


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "w", create=True)
    expo = made.expo
    expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    expo.enter("Edition", {"name": "Tidal Fair 3", "ordinal": 3, "startDate": "2019-06-14"}, by=ANNA, of="Tidal Fair")
    expo.enter("Company", {"name": "Rover Co. Ltd", "parent": "Harbour Holding JSC"}, by=ANNA)
    expo.enter("Project", {"name": "Sphere robot", "developer": "Rover Co. Ltd"}, by=ANNA, of="Tidal Fair 3")
    expo.enter("Project", {"name": "Crawler", "developer": "Lancet LLC"}, by=ANNA, of="Tidal Fair 3")
    expo.enter("Person", {"name": "Ivan Petrov"}, by=ANNA)
    expo.enter("Employment", {"employee": "Ivan Petrov", "employer": "Harbour Holding JSC", "role": "adviser"}, by=ANNA)
    contest = expo.enter("Contest", {"name": "Robot contest", "track": "robots for care"}, by=ANNA, of="Tidal Fair 3")
    for name, weight, most in (("novelty", 60, 10), ("use", 40, 5)):
        expo.enter("Criterion", {"name": name, "weight": weight, "most": most}, by=ANNA, of=contest)
    for juror in ("Ivan Petrov", "Li Wei", "Olga Orlova"):
        made.contests.add_juror(contest, juror, by=ANNA)
    for entry in ("Sphere robot", "Crawler"):
        made.contests.add_entry(contest, entry, by=ANNA)
    return made


def score(hall: Workspace, juror: str, entry: str, novelty: str, use: str) -> None:
    find = hall.expo.find
    contest = hall.contests.find("Robot contest")
    hall.contests.score(contest, find(juror), find(entry), {"novelty": novelty, "Use": use}, by="Secretary Wang")


def places(hall: Workspace) -> dict[str, tuple[int, str]]:
    found = hall.contests.show(hall.contests.find("Robot contest"))
    return {found.captions[p.entry]: (p.place, p.told) for p in found.placed}


def test_an_interest_found_in_records_keeps_a_juror_from_scoring(hall: Workspace) -> None:
    found = hall.contests.show(hall.contests.find("Robot contest"))
    interest = found.panel.interests[0]
    assert [found.captions[i] for i in (interest.juror, interest.entry)] == ["Ivan Petrov", "Sphere robot"]
    assert interest.why == "employed by Harbour Holding JSC (adviser), owner or parent of Rover Co. Ltd"
    assert hall.store.statement(interest.statements[0]).prop == "employer"
    with pytest.raises(UsageError, match="has an interest in Sphere robot"):
        score(hall, "Ivan Petrov", "Sphere robot", "10", "5")
    score(hall, "Ivan Petrov", "Crawler", "5", "2.5")
    assert places(hall) == {"Crawler": (1, "50.00"), "Sphere robot": (0, "")}


def test_scores_are_corrected_and_what_was_said_stays(hall: Workspace) -> None:
    score(hall, "Li Wei", "Sphere robot", "10", "5")
    score(hall, "Li Wei", "Sphere robot", "5", "5")
    score(hall, "Li Wei", "Sphere robot", "5", "5")  # the very same again changes nothing
    assert places(hall)["Sphere robot"] == (1, "70.00")
    found = hall.store.entities(schema="Score").rows
    assert len(found) == 2
    told = [(e.value, e.taken_back) for r in found for e in hall.expo.history(r.id) if e.prop == "points"]
    assert sorted(told) == [("10", False), ("10", True), ("5", False), ("5", False)]
    with pytest.raises(UsageError, match="from 0 to 5"):
        score(hall, "Li Wei", "Crawler", "3", "5.5")
    with pytest.raises(UsageError, match="is no juror"):
        score(hall, "Rover Co. Ltd", "Crawler", "3", "5")


def test_a_declared_interest_takes_earlier_scores_out_and_may_be_taken_back(hall: Workspace) -> None:
    score(hall, "Li Wei", "Crawler", "10", "5")
    score(hall, "Olga Orlova", "Crawler", "5", "2.5")
    assert places(hall)["Crawler"] == (1, "75.00")
    contest, li, crawler = hall.contests.find("Robot contest"), hall.expo.find("Li Wei"), hall.expo.find("Crawler")
    with pytest.raises(UsageError, match="person who declares"):
        hall.contests.declare(contest, li, crawler, by="Li Wei", note="")
    hall.contests.declare(contest, li, crawler, by="Li Wei", note="my brother works there")
    assert places(hall)["Crawler"] == (1, "50.00")
    hall.contests.withdraw(contest, li, crawler, by="Li Wei", note="another firm of that name")
    assert places(hall)["Crawler"] == (1, "75.00")
    with pytest.raises(UsageError, match="no interest"):
        hall.contests.withdraw(contest, li, crawler, by="Li Wei", note="again")


def test_winners_are_named_and_nothing_is_scored_after_that(hall: Workspace) -> None:
    contest = hall.contests.find("Robot contest")
    with pytest.raises(UsageError, match="no entry was scored"):
        hall.contests.close(contest, by=ANNA)
    score(hall, "Li Wei", "Crawler", "6", "5")
    score(hall, "Olga Orlova", "Sphere robot", "9", "5")
    done = hall.contests.close(contest, by=ANNA)
    assert done.closed
    entity = hall.store.entity(contest)
    called = hall.store.captions([*entity.values("winner"), *entity.values("winningEntry")])
    assert set(called.values()) == {"Sphere robot", "Rover Co. Ltd"}  # not the holding that owns the maker
    told = hall.documents.get(entity.get("winningEntry")[0].evidence[0].document).text
    assert "2: Crawler 76.00 (mean of 1: 76.00)" in told
    with pytest.raises(UsageError, match="is closed"):
        score(hall, "Li Wei", "Sphere robot", "1", "1")


def test_people_are_no_entries(hall: Workspace) -> None:
    with pytest.raises(UsageError, match="nothing here is called 'Nonsuch'"):  # nor is what a typing error makes
        hall.contests.add_entry(hall.contests.find("Robot contest"), "Nonsuch", by=ANNA)
    with pytest.raises(UsageError, match="people are not ranked"):
        hall.contests.add_entry(hall.contests.find("Robot contest"), "Li Wei", by=ANNA)


def test_a_track_names_the_contest_it_belongs_to(hall: Workspace) -> None:
    hall.expo.enter("Contest", {"name": "National contest of inventors"}, by=ANNA)
    track = {"name": "Care track", "track": "care", "trackOf": "National contest of inventors"}
    made = hall.expo.enter("Contest", track, by=ANNA, of="Tidal Fair 3")
    found = hall.contests.show(made)
    assert (found.track, found.track_of) == ("care", "National contest of inventors")

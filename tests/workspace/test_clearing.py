"""Clearing: who is in a matter, what holds it, who lifts that, and what makes it held again."""

from __future__ import annotations

import ast
import csv
import dataclasses
from pathlib import Path

import pytest

import dragoman
from dragoman.base.errors import HeldError, UsageError
from dragoman.model.clearance import UNCOVERED, Clearance
from dragoman.screen.hit import Status
from dragoman.workspace import Workspace, clearing, open_workspace

ANNA, BORIS = "Anna Chen", "Boris Orlov"
LISTED = [("r0", "Vostok Pribor LLC", "Company", "RU", ""), ("r1", "Igor Lazarenko", "Person", "BY", "1961-04-12")]


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "w", create=True)


def listed(hall: Workspace, rows: list[tuple[str, ...]] = LISTED) -> None:
    path = hall.folder / "own.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([("no", "name", "kind", "country", "born"), *rows])
    hall.lists.add(
        "own", path, name_column="name", id_column="no", schema_column="kind", country_column="country",
        birth_date_column="born",
    )  # fmt: skip


def delegation(hall: Workspace, *members: str, **more: str) -> str:
    return hall.expo.enter(
        "Delegation", {"name": "Port delegation", "sender": "Harbour Authority", "member": members, **more}, by=ANNA
    )


def test_nothing_is_covered_without_a_list(hall: Workspace) -> None:
    found = clearing.clear(hall, delegation(hall, "Vostok Pribor LLC"))
    assert (found.held, found.wording) == (False, UNCOVERED)


def test_a_members_organisation_holds_the_delegation(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Pavel Orlov")
    assert clearing.clear(hall, sent).wording.startswith("not found in own (")
    hall.expo.enter("Employment", {"employee": "Pavel Orlov", "employer": "Vostok Pribor", "role": "engineer"}, by=ANNA)
    found = clearing.clear(hall, sent)
    assert found.held
    assert [(h.key, h.name, h.status, h.holds) for h in found.hits] == [("own:r0", "Vostok Pribor", "open", True)]
    with pytest.raises(HeldError, match="Vostok Pribor may be Vostok Pribor LLC") as error:
        clearing.check(hall, found, [sent])
    assert (error.value.exit_code, error.value.http_status) == (3, 403)


def test_a_post_that_ended_leads_nowhere(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Pavel Orlov")
    hall.expo.enter("Employment", {"employee": "Pavel Orlov", "employer": "Vostok Pribor", "endDate": "2011"}, by=ANNA)
    assert not clearing.clear(hall, sent).hits


def test_a_person_by_name_alone_holds_nothing_and_with_a_birth_date_does(hall: Workspace) -> None:
    listed(hall)
    person = hall.expo.enter("Person", {"name": "Igor Lazarenko", "nationality": "Belarus"}, by=ANNA)
    sent = delegation(hall, person)
    (hit,) = clearing.clear(hall, sent).hits
    assert (hit.key, hit.sure, hit.holds) == ("own:r1", True, False)
    assert "a person by name alone: holds nothing" in hit.remarks
    hall.expo.correct(person, "birthDate", "1961-04-12", by=ANNA)
    assert clearing.clear(hall, sent).held


def test_an_unnamed_party_is_told_and_cannot_be_looked_up(hall: Workspace) -> None:
    listed(hall)
    made = hall.expo.enter("Agreement", {"party": ["Quiet Dairy", "unnamed: a maker of lasers"], "name": "Milk"}, by=ANNA)
    found = clearing.clear(hall, made)
    assert not found.held
    assert [p.name for p in found.unnamed] == ["a maker of lasers"]
    assert found.wording.endswith("1 unnamed party could not be looked up")


def test_a_named_person_lifts_a_hold_until_the_record_changes(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Vostok Pribor")
    for by, note in ((" ", "another firm"), (ANNA, " ")):
        with pytest.raises(UsageError, match="a named person with a note"):
            clearing.release(hall, sent, by=by, note=note)
    done = clearing.release(hall, sent, by=ANNA, note="another firm, founded 2019")
    assert not done.held
    assert done.release is not None
    assert (done.release.by, done.release.note) == (ANNA, "another firm, founded 2019")
    clearing.check(hall, done, [sent])
    listed(hall, [*LISTED, ("r2", "Kama Depot", "Company", "RU", "")])
    assert not clearing.clear(hall, sent).held  # a newer edition in which the record stayed as it was
    listed(hall, [("r0", "Vostok Pribor LLC", "Company", "BY", ""), LISTED[1]])
    again = clearing.clear(hall, sent)
    assert again.held
    assert f"released by {ANNA}" in again.reasons[-1]
    assert "their list records changed since" in again.reasons[-1]
    with pytest.raises(HeldError):
        clearing.check(hall, done, [sent])  # the old clearance is of no more use


def test_a_new_member_makes_it_held_again(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Vostok Pribor")
    clearing.release(hall, sent, by=ANNA, note="known to counsel")
    hall.expo.correct(sent, "head", "Pavel Orlov", by=BORIS)
    assert "the parties changed since" in clearing.clear(hall, sent).reasons[-1]


def test_a_release_is_undone_and_done_again(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Vostok Pribor")
    done = clearing.release(hall, sent, by=ANNA, note="known to counsel")
    (decision,) = [d for d in hall.store.decisions() if done.release and d.id == done.release.decision]
    undone = hall.identity.undo(decision, BORIS, "counsel had not seen it")
    assert clearing.clear(hall, sent).held
    hall.identity.undo(undone, ANNA, "she had")
    assert not clearing.clear(hall, sent).held


def test_what_was_seen_must_still_be_so(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Vostok Pribor")
    seen = clearing.clear(hall, sent).version
    hall.expo.correct(sent, "head", "Pavel Orlov", by=BORIS)
    with pytest.raises(UsageError, match="since you looked the parties changed"):
        clearing.release(hall, sent, by=ANNA, note="fine", seen=seen)


def test_a_hold_put_by_hand(hall: Workspace) -> None:
    sent = delegation(hall, "Quiet Dairy")
    held = clearing.hold(hall, sent, by=BORIS, note="ask counsel")
    assert held.reasons == (f"held by {held.placed}",)
    assert not clearing.release(hall, sent, by=ANNA, note="counsel has no objection").held
    with pytest.raises(UsageError, match="nothing is held"):
        clearing.release(hall, sent, by=ANNA, note="once more")


def test_a_cleared_hit_holds_in_no_matter_and_a_confirmed_one_does(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Vostok Pribor")
    (hit,) = clearing.clear(hall, sent).hits
    clearing.judge(hall, hit.party, hit.key, Status.CONFIRMED, by=ANNA, note="the same tax number")
    assert clearing.clear(hall, sent).hits[0].status == "confirmed"
    assert clearing.clear(hall, sent).held
    clearing.judge(hall, hit.party, hit.key, Status.CLEARED, by=BORIS, note="the number was misread")
    assert not clearing.clear(hall, sent).held
    assert "1 cleared by a person" in clearing.clear(hall, sent).wording
    with pytest.raises(UsageError, match="no hit of this party"):
        clearing.judge(hall, hit.party, "own:r9", Status.CLEARED, by=ANNA, note="x")


@pytest.mark.parametrize(
    "form", [{"endUse": "military"}, {"question": "Who makes guidance for missiles?"},
             {"question": "Кто делает оптику для нужд армии?"}, {"question": "谁生产用于军队的声呐？"}]
)  # fmt: skip
def test_military_end_use_is_never_released_and_taking_it_back_does_not_help(hall: Workspace, form: dict[str, str]) -> None:
    asked = hall.expo.enter("Consultation", {"client": "Quiet Dairy", "question": "Who makes pumps?", **form}, by=ANNA)
    found = clearing.clear(hall, asked)
    assert (found.held, found.liftable, len(found.military)) == (True, False, 1)
    with pytest.raises(HeldError, match="nothing lifts this"):
        clearing.release(hall, asked, by=ANNA, note="please")
    (prop,) = form
    hall.expo.correct(asked, prop, "civil" if prop == "endUse" else "Who makes pumps?", by=ANNA)
    assert clearing.clear(hall, asked).military[0].taken_back
    assert clearing.clear(hall, asked).held


def test_what_was_seen_is_told_and_what_is_promised_is_asked_for(hall: Workspace) -> None:
    visit = hall.expo.enter("Visit", {"name": "Tour", "visitor": "Port Office", "host": "Quiet Dairy"}, by=ANNA)
    hall.visits.add_stop(visit, {"name": "Old hall"}, by=ANNA)
    hall.visits.note("Old hall", {"seen": "seals once made for missiles", "shown": "optics for the army"}, by=ANNA)
    assert not clearing.clear(hall, visit).held
    hall.visits.note("Old hall", {}, by=ANNA, next_step="quote a seal for missiles", owner="Quiet Dairy")
    assert clearing.clear(hall, visit).military
    joint = hall.expo.enter("Cooperation", {"name": "Seals", "side": ["Port Office", "Quiet Dairy"]}, by=ANNA)
    assert not clearing.clear(hall, joint).held
    hall.cooperations.link(joint, visit, by=ANNA)
    assert clearing.clear(hall, joint).military  # the thread holds what its steps ask for


def test_only_what_was_looked_at_goes_out(hall: Workspace) -> None:
    sent, other = delegation(hall, "Quiet Dairy"), hall.expo.enter("Company", {"name": "Still Water Ltd"}, by=ANNA)
    with pytest.raises(UsageError, match="does not cover"):
        clearing.check(hall, clearing.clear(hall, sent), [other])


def test_nobody_else_makes_a_clearance(hall: Workspace) -> None:
    made = clearing.clear(hall, delegation(hall, "Quiet Dairy"))
    with pytest.raises(TypeError, match="alone"):
        Clearance(matter=(), parties=(), lists=(), hits=())
    with pytest.raises(TypeError, match="alone"):
        dataclasses.replace(made, hits=())
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.hits = ()  # type: ignore[misc]
    root = Path(dragoman.__file__).parent
    users = {str(p.relative_to(root)) for p in root.rglob("*.py") for n in ast.walk(ast.parse(p.read_text("utf-8")))
             if isinstance(n, ast.alias) and n.name == "SEAL"}  # fmt: skip
    assert users == {"workspace/clearing.py"}


def test_an_owner_on_a_list_is_shown_to_check_and_holds_nothing(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Harbour Pumps Ltd")
    hall.expo.enter("Company", {"name": "Vostok Pribor"}, by=ANNA)
    hall.expo.enter("Ownership", {"owner": "Quiet Holding", "asset": "Harbour Pumps Ltd", "percentage": "51"}, by=ANNA)
    hall.expo.enter("Ownership", {"owner": "Vostok Pribor", "asset": "Quiet Holding"}, by=ANNA)
    found = clearing.clear(hall, sent)
    (hit,) = found.hits
    assert (hit.name, hit.owns, hit.holds, found.held) == ("Vostok Pribor", "Quiet Holding", False, False)
    assert "to check: Vostok Pribor, an owner of Quiet Holding, may be Vostok Pribor LLC" in found.wording
    assert "Vostok Pribor" not in {p.name for p in found.parties}


def test_an_ownership_that_ended_leads_nowhere(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Harbour Pumps Ltd")
    hall.expo.enter("Ownership", {"owner": "Vostok Pribor", "asset": "Harbour Pumps Ltd", "endDate": "2011"}, by=ANNA)
    assert not clearing.clear(hall, sent).hits


def test_an_owner_who_is_a_party_as_well_holds_as_one(hall: Workspace) -> None:
    listed(hall)
    sent = delegation(hall, "Harbour Pumps Ltd", "Vostok Pribor")
    hall.expo.enter("Ownership", {"owner": "Vostok Pribor", "asset": "Harbour Pumps Ltd"}, by=ANNA)
    found = clearing.clear(hall, sent)
    assert (found.held, [h.owns for h in found.hits]) == (True, [""])

"""A small edition from nothing, once through the Python calls and once through the commands: all of it holds, both are one."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
import small_samples as small
from small_samples import BORIS, CATALOGUE, CLEAN, EDITION, HIT, ON, Typed

from dragoman.expo.figures import Figures
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.due import due

WAYS = {"calls": small.by_calls, "commands": small.by_commands}


@dataclass(frozen=True, slots=True)
class Made:
    """An edition that was made one way."""

    hall: Workspace
    papers: Path


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Made]]:
    made = {}
    for way, make in WAYS.items():
        folder = tmp_path_factory.mktemp(way)
        make(folder / "w", folder / "papers")
        made[way] = Made(open_workspace(folder / "w"), folder / "papers")
    yield made
    for one in made.values():
        one.hall.close()


@pytest.fixture(params=list(WAYS))
def made(both: dict[str, Made], request: pytest.FixtureRequest) -> Made:
    return both[request.param]


def figures(hall: Workspace) -> Figures:
    return hall.expo.figures(EDITION)


def test_halls_and_ten_exhibitors(made: Made) -> None:
    wanted = {row[0] for row in CATALOGUE[1:]}
    found = figures(made.hall)
    assert set(made.hall.store.captions(found.rows("exhibitors") or ()).values()) == wanted
    assert len(wanted) == 10
    store = made.hall.store
    assert {r.caption for r in store.entities(schema="Hall", limit=9).rows} == {"Hall A", "Hall B"}
    assert len(store.entities(schema="Stand", limit=9).rows) == 4


def test_the_hit_held_the_invitation_until_a_named_person_decided(made: Made) -> None:
    clean, hit = (made.hall.delegations.invitation(name) for name in (CLEAN, HIT))
    assert [s for s, _ in clean.steps] == [s for s, _ in hit.steps] == ["drafted", "sent"]
    assert (clean.steps[-1][1], hit.steps[-1][1]) == ("2019-04-01", "2019-04-10")
    assert not clean.clearance.hits
    assert [h.key for h in hit.clearance.hits if h.holds] == ["own:r0"]
    released = hit.clearance.release
    assert released is not None
    assert (released.by, released.note) == (BORIS, small.WHY)


@pytest.mark.parametrize(
    ("name", "expected"), [("report.docx", ("two sets", "send samples")), ("memo.docx", ("Institute of Photonics",))]
)
def test_report_and_memo(made: Made, name: str, expected: tuple[str, ...]) -> None:
    docx = pytest.importorskip("docx", reason="needs the test extra")
    document = docx.Document(io.BytesIO((made.papers / name).read_bytes()))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    text = "\n".join([*(p.text for p in document.paragraphs), *cells])
    for one in expected:
        assert one in text
    assert "Vostok" not in text


def test_the_consultation_has_its_introduction_and_outcome(made: Made) -> None:
    (introduced,) = made.hall.consultations.introductions("Lasers")
    assert introduced.values("introductionState") == ("made",)
    asked = made.hall.store.entity(made.hall.consultations.find("Lasers"))
    assert asked.values("outcome") == ("two sets ordered",)


def test_a_promise_is_overdue_and_another_was_kept(made: Made) -> None:
    shown = made.hall.cooperations.show("Laser works", ON)
    assert [(p.what, p.state) for p in shown.promises] == [
        ("send samples", "overdue"), ("list of sites", "overdue"), ("a price", "kept"),
    ]  # fmt: skip
    assert [s.kind for s in shown.steps] == ["visit"]
    assert {d.what for d in due(made.hall, ON) if d.state == "overdue"} >= {"send samples", "list of sites"}


def test_three_jurors_and_one_interest(made: Made) -> None:
    room = made.hall.contests
    found = room.show(room.find("Robot contest"))
    name = found.captions
    assert found.closed
    assert {name[j] for j in found.panel.jurors} == set(small.JURORS)
    assert [(name[p.entry], p.place, p.told) for p in found.placed] == [
        ("Underwater robot", 1, "83.00"), ("Laser cleaning", 2, "62.00"),
    ]  # fmt: skip
    assert [(name[o.juror], "advised the maker" in o.why) for o in found.placed[0].left_out] == [("Ivan Petrov", True)]
    assert made.hall.store.entity(found.id).values("winningEntry") == (found.placed[0].entry,)


def test_four_agreements_went_through_their_stages(made: Made) -> None:
    for name, _, _, stages in small.AGREEMENTS:
        steps = made.hall.expo.steps(made.hall.expo.find(name))
        assert [(s.stage, s.date) for s in steps] == list(stages)
        assert all(made.hall.store.statement(s.statement).evidence[0].speaker == small.ANNA for s in steps)


def test_the_figures_are_those_of_the_records(made: Made) -> None:
    wanted = {
        "exhibitors": 10, "enterprises": 7, "institutes": 3, "countries": 4, "delegations": 2, "exhibits": 10, "projects": 2,
        "agreements": 4, "agreements signed": 3, "agreements.stage.contract": 1, "agreements.stage.memorandum": 1,
        "agreements.stage.intention": 1, "agreements.stage.ended": 1, "money signed.USD": Decimal("1500000.3"),
        "money planned.CNY": 9_000_000,
    }  # fmt: skip
    found = {c.full_name: c.value for c in figures(made.hall).counted}
    assert {name: found.get(name) for name in wanted} == wanted
    assert "money signed.CNY" not in found  # announced is not signed


def test_reported_figures_stand_beside_the_counted(made: Made) -> None:
    told = {r.thing: r for r in figures(made.hall).reported}
    more, fewer = told["exhibitors"], told["projects"]
    assert (more.bound, more.value, more.counted, more.verdict) == ("more than", 8, 10, "met")
    assert (fewer.value, fewer.counted, fewer.difference, fewer.verdict) == (12, 2, -10, "not met")
    assert {r.date for r in (more, fewer)} == {"2019-06-18"}
    assert more.quote in small.NEWS


def test_both_ways_give_the_same_figures(both: dict[str, Made]) -> None:
    counted, reported = [], []
    for one in both.values():
        told = json.loads(Typed(one.hall.folder)("figures", EDITION, "--format", "json"))
        counted.append({(c["name"], c["value"], c["unit"]) for c in told["counted"]})
        reported.append({(r["thing"], r["value"], r["bound"], r["counted"], r["verdict"], r["date"]) for r in told["reported"]})
    assert counted[0] == counted[1]
    assert reported[0] == reported[1]
    assert reported[0]

"""The demonstration: the worked cases on records of an expo; every command of docs/cases.md runs on it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.base.settings import Settings
from dragoman.cli.commands import dragoman
from dragoman.workspace import Workspace, clearing, demo_papers, demo_records, open_workspace
from dragoman.workspace.demo import lay_out
from dragoman.workspace.due import due

CASES = Path(__file__).parents[2] / "docs" / "cases.md"
SERIES = "China (Mianyang) Science and Technology City International High-Tech Expo"
PLAIN = Settings(models=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with its documents read by rules alone, its records, its papers without PDF."""
    made: Path = tmp_path_factory.mktemp("demo") / "demo"
    documents = lay_out(made)
    with open_workspace(made, create=True, settings=PLAIN) as workspace, pytest.MonkeyPatch.context() as patch:
        workspace.documents.read([documents])
        built = demo_records.build(workspace)
        patch.setattr(demo_papers, "find_spec", lambda _: None)
        told = list(demo_papers.write(workspace, built.keys, made / "papers"))
    assert built.made > 200 and not built.known
    assert told == ["papers as PDF are left out: pip install 'dragoman[papers]' brings what sets them"]
    return made


@pytest.fixture
def hall(folder: Path) -> Iterator[Workspace]:
    with open_workspace(folder, settings=PLAIN) as workspace:
        yield workspace


def test_twice_changes_nothing(hall: Workspace) -> None:
    before = hall.store.position()
    built = demo_records.build(hall)
    assert (built.made, hall.store.position()) == (0, before)
    assert built.keys["b.visit"] and built.known > 200


def test_the_job_of_the_start_page_does_the_same(folder: Path) -> None:
    with open_workspace(folder, settings=PLAIN) as workspace:
        job = workspace.jobs.start("cases", {"paths": [str(folder / "documents")]}, "A. Chen")
        done = workspace.jobs.wait(job.id)
    assert done.state == "done", done
    assert (done.result["new"], done.result["known"]) == (0, 13)
    assert (folder / "papers" / "d-programme-ru.docx").exists()


def test_what_was_done_before_it_broke_is_not_done_again(hall: Workspace) -> None:
    acts = list(demo_records.acts())
    first = [a for a in acts if a["by"] == "Jiang Yue"][:5]
    with pytest.raises(KeyError):
        demo_records._Builder(hall).run([*first, {"by": "Jiang Yue", "note": "$nobody", "say": {}}])
    assert demo_records._Builder(hall).run(first).known == 5


def test_one_invitation_was_released_by_a_named_person_and_one_stays_held(hall: Workspace) -> None:
    went = hall.delegations.invitation("Invitation to Troitsk")
    assert [s for s, _ in went.steps] == ["drafted", "sent", "accepted"]
    assert went.clearance.release is not None and went.clearance.release.by == "Oleg Martynov" and went.clearance.release.note
    held = hall.delegations.invitation("Invitation to the freight delegation")
    assert held.state == "held" and held.clearance.held and [s for s, _ in held.steps] == ["drafted"]
    with pytest.raises(Exception, match="held"):
        hall.delegations.send(held.id, clearing.clear(hall, held.id), by="Vera Solovyova")


def test_promises_kept_and_overdue(hall: Workspace) -> None:
    rows = {d.what: d.state for d in due(hall, "2018-09-15", settled=True)}
    assert rows["send the draft of the memorandum in two languages"] == "overdue"
    assert rows["send the list of sites in the high-tech zone"] == "kept"
    assert rows["sign the memorandum at the exhibition in October"] == "open"


def test_figures_reported_stand_beside_counted(hall: Workspace) -> None:
    series, fifth = hall.expo.figures(SERIES), hall.expo.figures("5th High-Tech Expo")
    told = {(int(r.value), r.bound, r.unit) for r in series.reported}
    assert {(3700, "more than", ""), (10964, "", ""), (2772, "", ""), (456_500_000_000, "", "CNY"), (56, "", "")} <= told
    assert (series.value("editions"), series.value("exhibitors"), fifth.value("exhibitors")) == (5, 7, 4)
    assert series.value("exhibitors of several editions") == 4
    unmet = {r.thing for r in fifth.reported if r.verdict == "not met" and r.rows}
    assert unmet, "what the records hold falls short of what is claimed, and the rows are named"


def test_contest_agreements_and_consultation(hall: Workspace) -> None:
    ranked = hall.contests.show(hall.contests.find("Contest for transfer to civil use"))
    assert ranked.closed and len(ranked.panel.jurors) == 3
    assert ranked.captions[ranked.placed[0].entry] == "Weather radar from a tracking set"
    deal = hall.expo.find("Delivery of two weather radars")
    assert [s.stage for s in hall.expo.steps(deal)] == ["memorandum", "contract", "in force"]
    promised = hall.expo.find("Memorandum of TechnoSpark and Xinxiang")
    assert [s.stage for s in hall.expo.steps(promised)] == ["intention"]
    assert len(hall.consultations.chosen("Gas sensors from Eastern Europe")) == 3


def test_country_group_is_a_dated_set(hall: Workspace) -> None:
    group = hall.expo.find("countries along the Belt and Road")
    early, late = (hall.networks.show(group, day) for day in ("2014-06-01", "2017-06-22"))
    assert (len(early.members), len(late.members)) == (1, 6)


def test_papers_are_there_and_nobody_held_is_on_them(folder: Path) -> None:
    names = {p.name for p in (folder / "papers").iterdir()}
    assert {f"d-programme-{lang}.docx" for lang in ("zh", "en", "ru")} <= names
    assert {"d-calendar-en.ics", "a-floor-plan-en.svg", "d-public-en.html", "c-memo-en.docx", "b-visit-report-zh.docx"} <= names
    assert not any(b"Kama" in p.read_bytes() for p in (folder / "papers").glob("*.html"))


def commands() -> list[str]:
    """Every command of the page, with the workspace left to say."""
    found = re.findall(r"`\$ ([^`]+)`", CASES.read_text(encoding="utf-8"))
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("command", commands())
def test_commands_of_the_page_run(command: str, folder: Path, tmp_path: Path) -> None:
    words = [str(tmp_path / w) if "--out" in command and w.endswith((".docx", ".html")) else w for w in shlex.split(command)]
    done = CliRunner().invoke(dragoman, [*words, "-w", str(folder)])
    assert done.exit_code == 0, done.output
    assert done.output.strip() or list(tmp_path.iterdir())


def test_papers_the_page_names_are_written(folder: Path) -> None:
    named = set(re.findall(r"`papers/([^`]+)`", CASES.read_text(encoding="utf-8")))
    assert named and all((folder / "papers" / name).exists() for name in named)


def tutorial() -> list[str]:
    """The commands of the tutorial's part on an edition from nothing."""
    text = (CASES.parent / "tutorial.md").read_text(encoding="utf-8").split("## 7.")[1]
    return re.findall(r"^dragoman (.+)$", "\n".join(re.findall(r"```\n(.*?)```", text, re.S)), re.M)


def test_tutorial_leads_through_an_edition(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "demo-workspace").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    for command in tutorial():
        words = shlex.split(command.split("&&")[0])
        done = CliRunner().invoke(dragoman, words)
        assert done.exit_code == 0, f"{command}\n{done.output}"
        if words[0] == "init":
            monkeypatch.chdir(tmp_path / words[1])
    made = {p.name for p in (tmp_path / "my-fair").iterdir()}
    assert {"report.docx", "programme.docx", "page.html"} <= made
    assert "send a price list" in CliRunner().invoke(dragoman, ["due", "--format", "json"]).output

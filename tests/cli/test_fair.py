"""The commands around a fair, as an organiser types them."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.base.errors import UsageError
from dragoman.cli.commands import dragoman
from dragoman.workspace import open_workspace

BY = ("--by", "Anna Chen")
FAIR = "Tidal Fair 3"


class Typed:
    """A person at a terminal, in one workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        old = "mix_stderr" in inspect.signature(CliRunner).parameters
        self.runner = CliRunner(mix_stderr=False) if old else CliRunner()  # type: ignore[call-arg]

    def __call__(self, *words: str) -> Result:
        result = self.runner.invoke(dragoman, [*words, "-w", str(self.folder)])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result

    def rows(self, *words: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(self(*words, "--format", "json").stdout)
        return found


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    open_workspace(tmp_path / "w", create=True).close()
    made = Typed(tmp_path / "w")
    made("expo", "new", "Tidal Fair", *BY)
    made("expo", "new", FAIR, "--of", "Tidal Fair", "--from", "2019-06-14", "--to", "2019-06-17", *BY)
    return made


def test_a_contest_from_its_criteria_to_its_winner(typed: Typed) -> None:
    typed("enter", "Contest", "name=Robot contest", "--of", FAIR, *BY)
    for name, weight in (("novelty", "60"), ("use", "40")):
        typed("contest", "criterion", "Robot contest", name, "--weight", weight, *BY)
    typed("enter", "Project", "name=Sphere robot", "developer=Rover Co. Ltd", "--of", FAIR, *BY)
    typed("enter", "Person", "name=Ivan Petrov", *BY)
    typed("enter", "Employment", "employee=Ivan Petrov", "employer=Rover Co. Ltd", *BY)
    typed("contest", "entry", "Robot contest", "Sphere robot", *BY)
    assert (
        "conflict of interest in Sphere robot: employed by Rover"
        in typed("contest", "juror", "Robot contest", "Ivan Petrov", *BY).stderr
    )
    typed("contest", "juror", "Robot contest", "Li Wei", *BY)
    given = ("contest", "score", "Robot contest", "--entry", "Sphere robot", "novelty=8", "use=6", "--juror")
    with pytest.raises(UsageError, match="has an interest"):
        typed(*given, "Ivan Petrov", *BY)
    assert [r["points"] for r in typed.rows(*given, "Li Wei", *BY)] == ["8", "6"]
    (row,) = typed.rows("contest", "rank", "Robot contest")
    assert (row["place"], row["score"]) == ("1", "72.00") and "Ivan Petrov: conflict" in str(row["left out"])
    told = {r["what"] for r in typed.rows("contest", "show", "Robot contest")}
    assert told == {"criterion", "entry", "juror", "conflict of interest", "score"}
    declared = ("--juror", "Li Wei", "--entry", "Sphere robot", "--note", "his brother")
    typed("contest", "conflict", "Robot contest", *declared, *BY)
    assert typed.rows("contest", "rank", "Robot contest")[0]["place"] == "-"
    typed("contest", "conflict", "Robot contest", *declared, "--withdraw", *BY)
    assert typed.rows("contest", "close", "Robot contest", *BY)[0]["place"] == "1"


def test_a_programme_is_released_and_becomes_a_calendar(typed: Typed, tmp_path: Path) -> None:
    at = ("startDate=2019-06-14", "startTime=09:30", "endTime=11:00", "room=Room 2")
    typed("enter", "Forum", "name=Forum on sonar", *at, "--of", FAIR, *BY)
    typed("enter", "Forum", "name=Forum on lasers", *at, "--of", FAIR, *BY)
    assert [r["kind"] for r in typed.rows("programme", "clashes", FAIR)] == ["room"]
    done = typed("programme", "release", FAIR, *BY)
    assert "version 1: 2 items" in done.stderr and "clash: the same room" in done.stderr
    assert len(typed.rows("programme", "show", FAIR, "--version", "0")) == 2
    assert [r["change"] for r in typed.rows("programme", "versions", FAIR, "--changes", "1")] == ["new", "new"]
    with pytest.raises(UsageError, match="time zone"):
        typed("paper", "calendar", FAIR)
    typed("correct", FAIR, "timeZone=Asia/Shanghai", *BY)
    out = tmp_path / "out" / "programme.ics"
    typed("paper", "calendar", FAIR, "--out", str(out))
    assert out.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 2


def test_a_page_shows_what_was_published(typed: Typed, tmp_path: Path) -> None:
    typed("enter", "Participation", "participant=Rover Co. Ltd", "role=exhibitor", "--of", FAIR, *BY)
    typed("publish", "Tidal Fair", FAIR, *BY)
    assert "published: Rover Co. Ltd\n1 decision" in typed("publish", FAIR, "--each", "exhibitors", *BY).stderr
    out = tmp_path / "site" / "index.html"
    assert "1 pages beside it" in typed("paper", "public", "Tidal Fair", "--out", str(out)).stderr
    page = next(p for p in out.parent.glob("*.html") if p != out)
    assert "Rover Co. Ltd" in page.read_text(encoding="utf-8") and page.name in out.read_text(encoding="utf-8")
    typed("withdraw", "Rover Co. Ltd", "--by", "Ivan Petrov", "--note", "not this year")
    assert b"Rover" not in typed("paper", "public", FAIR).stdout_bytes


def test_talent_networks_portfolios_and_agreements(typed: Typed) -> None:
    offer = ("talent", "offer", "Two years with lasers", "--kind", "exchange", "--expires", "2999-01-01")
    with pytest.raises(UsageError, match="more than a year"):
        typed(*offer, "--consent", "--by", "Ivan Petrov")
    with pytest.raises(UsageError, match="consent"):
        typed(*offer, "--by", "Ivan Petrov")
    assert typed.rows("talent", "list") == []
    typed("enter", "Centre", "name=Harbour Nanocentre", "centreKind=nanotechnology", *BY)
    typed("enter", "Membership", "member=Lancet LLC", "organization=Harbour Nanocentre", "startDate=2015", *BY)
    typed("enter", "MarketStatus", "subject=Lancet LLC", "place=China", "marketStage=operating there", "date=2017", *BY)
    assert [r["network"] for r in typed.rows("network", "list")] == ["Harbour Nanocentre"]
    assert [r["name"] for r in typed.rows("network", "show", "Harbour Nanocentre", "--on", "2016")] == ["Lancet LLC"]
    rows = typed.rows("portfolio", "Harbour Nanocentre", "--on", "2018")
    assert [(r["resident"], r["country"], r["status"]) for r in rows] == [("Lancet LLC", "China", "operating there")]
    assert [r["kind"] for r in typed.rows("market", "China")] == ["active"]
    parties = ("party=Rover Co. Ltd", "party=unnamed: a maker of lasers")
    typed("enter", "Agreement", "name=Joint lab", *parties, "expires=2019-12-31", "--of", FAIR, *BY)
    typed("expo", "step", "Joint lab", "memorandum", "--date", "2019-06-15", "--document", "Memorandum No 4", *BY)
    told = {r["what"]: r["value"] for r in typed.rows("agreement", "Joint lab")}
    assert told["party without a name"] == "a maker of lasers" and told["document"] == "Memorandum No 4"
    assert told["step"] == "memorandum"

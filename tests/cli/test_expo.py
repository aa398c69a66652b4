"""The expo's commands, as an organiser types them: an edition from nothing to its figures."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.base.errors import DragomanError
from dragoman.cli.commands import dragoman
from dragoman.expo.conflict import Conflict
from dragoman.workspace import open_workspace

BY = ("--by", "Anna Chen")


class Typed:
    """A person at a terminal, in one workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, code: int = 0) -> Result:
        done = CliRunner(mix_stderr=False) if _old() else CliRunner()
        result = done.invoke(dragoman, [*words, "-w", str(self.folder)])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    def rows(self, *words: str) -> list[dict[str, object]]:
        return json.loads(self(*words, "--format", "json").stdout)


def _old() -> bool:
    import inspect

    return "mix_stderr" in inspect.signature(CliRunner).parameters


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    open_workspace(tmp_path / "w", create=True).close()
    made = Typed(tmp_path / "w")
    made("expo", "new", "Tidal Fair", *BY)
    for n in ("3", "4"):
        made("expo", "new", f"Tidal Fair {n}", "--of", "Tidal Fair", "--ordinal", n, "--from", f"201{n}-06-14", *BY)
    return made


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.csv"
    rows = [["Exhibitor", "Country", "Exhibit", "TRL"]]
    rows += [[f"Maker {n} Ltd", "China", f"Thing {n}", str(n)] for n in range(1, 11)]
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(rows)
    return path


def counted(typed: Typed, edition: str) -> dict[str, object]:
    found = json.loads(typed("figures", edition, "--format", "json").stdout)
    return {c["name"]: c["value"] for c in found["counted"]}


def test_series_and_editions_are_listed_in_order(typed: Typed) -> None:
    rows = typed.rows("expo", "list")
    assert [(r["expo"], r["edition"], r["ordinal"]) for r in rows] == [
        ("Tidal Fair", "Tidal Fair 3", "3"), ("Tidal Fair", "Tidal Fair 4", "4"),
    ]  # fmt: skip
    shown = {r["property"]: (r["value"], r["by"]) for r in typed.rows("expo", "show", "Tidal Fair 3")}
    assert shown["startDate"] == ("2013-06-14", "Anna Chen")
    assert shown["expo"][0] == "Tidal Fair"


def test_import_previews_refuses_by_row_and_counts(typed: Typed, catalogue: Path) -> None:
    preview = typed.rows("expo", "import", "Tidal Fair 3", str(catalogue), "--preview")
    assert {r["column"]: r["becomes"] for r in preview}["TRL"] == "exhibit.trl"
    assert counted(typed, "Tidal Fair 3")["exhibitors"] == 0
    done = typed("expo", "import", "Tidal Fair 3", str(catalogue), *BY)
    assert "row 11: trl: '10' is no technology readiness level" in done.stderr
    assert counted(typed, "Tidal Fair 3")["exhibitors"] == 10
    report = catalogue.with_name("refused.csv")
    typed("expo", "import", "Tidal Fair 4", str(catalogue), "--report", str(report), *BY)
    assert next(csv.DictReader(report.open(encoding="utf-8"))) | {"why": ""} == {
        "file": "catalogue.csv", "sheet": "catalogue", "row": "11", "why": "",
    }  # fmt: skip
    again = typed("expo", "import", "Tidal Fair 3", str(catalogue), *BY)
    assert "0 files, 1 known" in again.stderr
    broken = catalogue.with_name("broken.xlsx")
    broken.write_bytes(b"PK\x03\x04 broken")
    typed("expo", "import", "Tidal Fair 3", str(broken), *BY, code=4)


def test_rows_of_a_figure_name_their_source(typed: Typed, catalogue: Path) -> None:
    typed("expo", "import", "Tidal Fair 3", str(catalogue), *BY)
    rows = typed.rows("figures", "Tidal Fair 3", "--rows", "exhibitors")
    assert len(rows) == 10
    assert rows[0]["source"] == "catalogue.csv, catalogue row 2"
    assert [r["name"] for r in typed.rows("figures", "Tidal Fair 3", "--rows", "countries")] == ["China"]
    with pytest.raises(DragomanError, match="no figure"):
        typed("figures", "Tidal Fair 3", "--rows", "visitors")


def test_four_agreements_through_their_stages_beside_what_was_reported(typed: Typed) -> None:
    for n in range(4):
        typed("enter", "Agreement", f"name=Agreement {n}", "party=Rover Co. Ltd", "party=unnamed: a maker of lasers",
              f"amount={n + 1} million CNY", "stage=contact", "date=2013-01-10", "--of", "Tidal Fair 3", *BY)  # fmt: skip
    for n, stage in enumerate(("intention", "memorandum", "contract")):
        for k in range(3 - n):
            typed("expo", "step", f"Agreement {k}", stage, "--date", f"2013-06-1{n + 4}", *BY)
    typed("enter", "Figure", "value=more than 3", "counted=agreements", "--of", "Tidal Fair 3", "--by", "Press office")
    found = json.loads(typed("figures", "Tidal Fair 3", "--format", "json").stdout)
    values = {c["name"]: c["value"] for c in found["counted"]}
    assert values["agreements"] == 4
    assert values["agreements signed"] == 2
    assert values["money signed.CNY"] == 3_000_000
    assert values["money planned.CNY"] == 7_000_000
    told = found["reported"][0]
    assert (told["bound"], told["value"], told["counted"], told["difference"]) == ("more than", 3, 2, -1)
    assert told["verdict"] == "not met"
    assert "1 fewer" in told["explanation"]
    steps = [r["stage"] for r in typed.rows("expo", "step", "Agreement 0", "in force", *BY)]
    assert steps == ["contact", "intention", "memorandum", "contract", "in force"]


def test_correct_and_history_and_a_conflict_that_is_told(typed: Typed) -> None:
    with open_workspace(typed.folder) as workspace:
        seen = str(workspace.expo.position())
    typed("correct", "Tidal Fair 3", "startDate=2013-06-15", "--seen", seen, *BY)
    with pytest.raises(Conflict, match="Anna Chen said startDate = 2013-06-15"):
        typed("correct", "Tidal Fair 3", "startDate=2013-06-16", "--seen", seen, "--by", "Boris Orlov")
    done = typed("correct", "Tidal Fair 3", "ordinal=5", "--seen", seen, "--by", "Boris Orlov")
    assert "meanwhile: Anna Chen said startDate = 2013-06-15" in done.stderr
    rows = [r for r in typed.rows("history", "Tidal Fair 3") if r["property"] == "startDate"]
    assert [(r["what"], r["value"]) for r in rows] == [
        ("said", "2013-06-14"), ("took back", "2013-06-14"), ("said", "2013-06-15"),
    ]  # fmt: skip


def test_what_is_wrong_is_told_with_what_to_do(typed: Typed) -> None:
    with pytest.raises(DragomanError, match="write prop=value"):
        typed("enter", "Forum", "Robots", "--of", "Tidal Fair 3", *BY)
    with pytest.raises(DragomanError, match="no date"):
        typed("enter", "Forum", "name=Robots", "date=soon", "--of", "Tidal Fair 3", *BY)
    with pytest.raises(DragomanError, match="no property 'colour'"):
        typed("enter", "Forum", "name=Robots", "colour=red", "--of", "Tidal Fair 3", *BY)
    assert typed.rows("expo", "list")[0]["edition"] == "Tidal Fair 3"


def test_two_editions_and_a_series(typed: Typed, catalogue: Path) -> None:
    for edition in ("Tidal Fair 3", "Tidal Fair 4"):
        typed("expo", "import", edition, str(catalogue), *BY)
    pair = next(r for r in typed.rows("figures", "Tidal Fair 3", "--against", "Tidal Fair 4") if r["figure"] == "exhibitors")
    assert (pair["left"], pair["right"], pair["both"]) == (10, 10, 10)
    series = json.loads(typed("figures", "Tidal Fair", "--format", "json").stdout)
    assert [e["caption"] for e in series["editions"]] == ["Tidal Fair 3", "Tidal Fair 4"]
    assert {c["name"]: c["value"] for c in series["counted"]}["exhibitors of several editions"] == 10
    line = next(s for s in typed("figures", "Tidal Fair").stdout.splitlines() if s.startswith("exhibitors that came before"))
    assert line.split()[-2:] == ["0", "10"]  # of the third edition, of the fourth
    table = typed("figures", "Tidal Fair 4", "--lang", "zh").stdout
    assert "参展商" in table
    assert "exhibitors,参展商,10" in typed("figures", "Tidal Fair 4", "--lang", "zh", "--format", "csv").stdout

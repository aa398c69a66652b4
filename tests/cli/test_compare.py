"""`dragoman compare`: two names, a table of pairs, a file of records."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.base.errors import UsageError
from dragoman.cli.comparing import compare_command


def run(*arguments: str, code: int = 0) -> str:
    made = CliRunner().invoke(compare_command, list(arguments), catch_exceptions=False)
    assert made.exit_code == code, made.output
    return made.stdout


def test_two_names_with_reasons() -> None:
    told = run("Vostok Pribor LLC", "ООО «Восток Прибор»")
    assert told.startswith("same")
    assert "what it means" in told
    assert json.loads(run("Vostok Pribor", "Kama Pumps", "--format", "json"))[0]["same"] is False


def test_a_table_keeps_its_columns(tmp_path: Path) -> None:
    table = tmp_path / "pairs.csv"
    table.write_text("no,a,b,what\n1,Igor Lazarenko,Lazarenko Igor,Person\n2,Igor Lazarenko,Anna Marchuk,Person\n", "utf-8")
    rows = list(
        csv.DictReader(
            io.StringIO(run("--file", str(table), "--left", "a", "--right", "b", "--schema", "what", "--format", "csv"))
        )
    )
    assert [r["no"] for r in rows] == ["1", "2"]
    assert [r["same"] for r in rows] == ["True", "False"]
    assert float(rows[0]["score"]) > float(rows[1]["score"])


def test_records_and_a_broken_line(tmp_path: Path) -> None:
    person = {"id": "x", "schema": "Person", "properties": {"name": ["Igor Lazarenko"], "birthDate": ["1961-04-12"]}}
    file = tmp_path / "pairs.jsonl"
    file.write_text(
        json.dumps({"left": person, "right": person | {"id": "y"}, "judgement": "positive"}) + "\n{broken\n", "utf-8"
    )
    rows = [
        json.loads(line) for line in run("--file", str(file), "--format", "jsonl", code=4).splitlines() if line.startswith("{")
    ]
    assert len(rows) == 1
    assert rows[0]["same"] is True
    assert (rows[0]["left"], rows[0]["right"], rows[0]["judgement"]) == ("x", "y", "positive")


def test_a_wrong_column_is_told(tmp_path: Path) -> None:
    table = tmp_path / "pairs.csv"
    table.write_text("a,b\nx,y\n", "utf-8")
    with pytest.raises(UsageError, match=r"no column 'name1'.*a, b"):
        run("--file", str(table), "--left", "name1", "--right", "b")


def test_one_name_is_not_enough() -> None:
    with pytest.raises(UsageError, match="give two names"):
        run("alone")

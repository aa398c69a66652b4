"""Tables of a terminal: columns that line up over all scripts, cells folded to the screen."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.terminal import Cell, cut, fold, span, table


def test_chinese_signs_take_two_columns_and_marks_none() -> None:
    assert [span(t) for t in ("abc", "四川", "е\u0301", "")] == [3, 4, 1, 0]
    assert cut("四川大学", 5) == "四川…" and cut("short", 5) == "short"


@given(st.text(alphabet="ab 四川é\n", max_size=60), st.integers(2, 20))
def test_folded_lines_fit_and_lose_nothing_but_blanks(text: str, columns: int) -> None:
    lines = fold(text, columns)
    assert all(span(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_columns_line_up_and_numbers_stand_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "24")

    @click.command()
    def show() -> None:
        rows = [("四川大学", "1"), ("a long name of a body", "1000")]
        table([[Cell(t, {}) for t in row] for row in rows], (False, True))

    lines = CliRunner().invoke(show).output.splitlines()
    assert lines == ["四川大学               1", "a long name of a    1000", "body"]
    assert all(span(line) <= 24 for line in lines)

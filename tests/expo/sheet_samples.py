"""Sheets and editions that several tests of the expo begin with."""

from __future__ import annotations

import csv
from pathlib import Path

from dragoman.workspace import Workspace

ANNA = "Anna Chen"
SERIES = "Tidal Fair"


def write(path: Path, rows: list[list[str]]) -> Path:
    """A sheet of these rows."""
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(rows)
    return path


def editions(made: Workspace, *numbers: int, dated: bool = False) -> Workspace:
    """The series with editions of these ordinals, `Tidal Fair 3`; each in the June of its year where `dated`."""
    made.expo.enter("Expo", {"name": SERIES}, by=ANNA)
    for n in numbers:
        begins = {"startDate": f"201{n + 6}-06-14"} if dated else {}
        made.expo.enter("Edition", {"name": f"{SERIES} {n}", "ordinal": n, **begins}, by=ANNA, of=SERIES)
    return made

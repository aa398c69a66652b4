"""Inputs counted before they are read: as many as `read_paths` then yields."""

from __future__ import annotations

from pathlib import Path

import pytest

import tests_bad_files as bad
import tests_made_files as made
from dragoman.read import inputs, read_paths

FILES = {
    "one.txt": (b"The fair opened in the harbour on Tuesday.", 1),
    "paper.docx": (made.docx(), 1),
    "sheet.xlsx": (made.xlsx({"A": [["Company", "Country"], ["Nordwind", "Sweden"]]}), 1),
    "three.zip": (
        made.zipped({"a.txt": b"One.", "in/b.txt": b"Two.", "c.txt": b"", ".hidden": b"x", "__MACOSX/d": b""}),
        3,
    ),
    "articles.jsonl": (b'{"text": "The fair opened."}\n\n{"text": "The fair closed."}\n', 2),
    "broken.zip": (b"PK\x03\x04 no archive", 1),
    "empty.jsonl": (b"", 1),
}


@pytest.mark.parametrize("name", FILES)
def test_as_many_are_counted_as_come(name: str, tmp_path: Path) -> None:
    content, count = FILES[name]
    (tmp_path / name).write_bytes(content)
    assert inputs([tmp_path / name]) == count == len(list(read_paths([tmp_path / name])))


def test_what_must_not_be_read_is_counted_without_harm(tmp_path: Path) -> None:
    bad.make_bad_files(tmp_path)
    assert inputs(sorted(tmp_path.iterdir())) >= len(bad.bad_files()) and inputs([tmp_path / "gone.txt"]) == 1

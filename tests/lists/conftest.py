"""Lists are loaded through the room, into a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.workspace.lists import Lists

Entities = dict[str, dict[str, Any]]


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    return Lists(tmp_path / "lists")


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, text: str | bytes, folder: str = "in") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    return write


@pytest.fixture
def read(lists: Lists, put: Callable[..., Path]) -> Callable[..., Entities]:
    """Load a text as a list and give its records by id."""

    def load(name: str, text: str | bytes, **told: Any) -> Entities:
        lists.add("sample", put(name, text), **told)
        edition = lists.edition("sample")
        return {entity["id"]: entity for entity in map(edition.entity, range(len(edition)))}

    return load

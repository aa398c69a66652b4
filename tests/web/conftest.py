"""A site over a small workspace: asked in this process, by ASGI, and served to a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from web_browser import running
from web_samples import Client, local_client, made_workspace

from tests_chromium import chromium


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a few documents read; not to be changed: `folder` gives a copy."""
    return made_workspace(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def folder(sample_folder: Path, tmp_path: Path) -> Path:
    """A copy of the sample for one test."""
    return Path(shutil.copytree(sample_folder, tmp_path / "workspace"))


@pytest.fixture
def client(folder: Path) -> Iterator[Client]:
    """Somebody at this machine who came in by the start address."""
    with local_client(folder) as made:
        yield made


@pytest.fixture(scope="session")
def reading(sample_folder: Path) -> Iterator[Client]:
    """The same over the shared sample, for tests that only read."""
    with local_client(sample_folder) as made:
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium."""
    with chromium() as found:
        yield found


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    """The start address of a running site over a copy of the sample."""
    with running(folder) as start:
        yield start

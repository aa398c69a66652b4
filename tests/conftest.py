"""What all rooms' tests share: where the shared data lies, and whether the models are installed."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def pytest_configure(config: pytest.Config) -> None:
    os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared data folder; tests that need it are skipped where it is absent."""
    path = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    if not (path / "gold").is_dir():
        pytest.skip("the shared data is not here: set DRAGOMAN_SHARED to its folder")
    return path


@pytest.fixture(scope="session")
def models() -> None:
    """Skips where the `models` extra is not installed; in CI it must be."""
    if importlib.util.find_spec("spacy") is None:
        absent = pytest.fail if os.environ.get("CI") else pytest.skip
        absent("needs the models extra: pip install 'dragoman[models]'")

"""Chromium for the tests of pages and reports."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]  # fmt: skip


def absent(why: str) -> None:
    """Skip; in CI fail, or nobody would notice that none ran."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(why)


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser."""
    if CHROMIUM is None:
        absent("needs Chromium on the path")
    if importlib.util.find_spec("playwright") is None:
        absent("needs playwright")
    from playwright import sync_api

    with sync_api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()

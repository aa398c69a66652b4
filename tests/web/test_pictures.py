"""The pictures of the docs are made by a script that works, and there is one of each main page."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from expo_samples import made_all
from web_browser import running
from web_samples import made_workspace

ROOT = Path(__file__).parents[2]


def test_the_script_takes_a_picture_of_each_main_page_and_the_docs_have_them(browser: Any, tmp_path: Path) -> None:
    folder, to = made_workspace(tmp_path / "site", {}), tmp_path / "pictures"
    made_all(folder)
    to.mkdir()
    with running(folder) as start:
        made = runpy.run_path(str(ROOT / "scripts" / "make_pictures.py"))["take"](browser, start, to)
    assert len(made) > 20 and all(file.read_bytes()[1:4] == b"PNG" for file in made)
    kept = {file.name for file in (ROOT / "docs" / "pictures").glob("web-*.png")}
    assert {file.name for file in made} == kept
    shown = (ROOT / "docs" / "pages.md").read_text(encoding="utf-8")
    assert all(f"pictures/{name}" in shown for name in kept)

"""The docs say what the code does: reference pages are fresh, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.commands import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_reference_is_what_the_code_says() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts/make_reference.py"), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere_and_commands_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), target
    for block in re.findall(r"```\n(.*?)```", text, re.S):
        for name in re.findall(r"^ *(?:\$ )?dragoman ([a-z]+)", block, re.M):
            assert name in COMMANDS, name


def test_readme_opens_with_what_it_is_for() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert "open platform for international high-tech cooperation" in " ".join(lines[:6])
    assert any(line.startswith("![") for line in lines[:10])

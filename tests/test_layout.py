"""The house rules that a machine can hold: size of files, names of modules, a docstring on each, no leftovers."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
FORBIDDEN = {"utils", "util", "common", "helpers", "manager", "misc"}


def tracked() -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_each_module_is_short_named_and_described(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400, "split it by responsibility"
    assert path.stem not in FORBIDDEN
    assert ast.get_docstring(ast.parse(text)), "say in a docstring what the module is"


def test_no_leftovers() -> None:
    left = re.compile(r"raise NotImplementedError|\bTODO\b|\bFIXME\b|\bXXX\b|\bHACK\b")
    found = [p for p in SOURCES if left.search(p.read_text(encoding="utf-8"))]
    assert not found


def test_nothing_tracked_names_a_machine_or_a_registry() -> None:
    machine = re.compile(r"/(?:work|root|home|tmp)/[a-z]|https?://[a-z0-9.-]*(?:pypi|pythonhosted|npmjs|deb\.debian)\.")
    texts = [p for p in tracked() if p.suffix in {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".cfg", ".json", ""}]
    found = [p for p in texts if machine.search(p.read_text(encoding="utf-8", errors="ignore"))]
    assert not [p for p in found if p != Path(__file__)]


def test_no_built_or_foreign_files_are_tracked() -> None:
    bad = re.compile(r"node_modules/|\.min\.js$|\.whl$|\.sqlite3?$|\.pyc$")
    assert not [p for p in tracked() if bad.search(str(p))]

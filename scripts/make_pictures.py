#!/usr/bin/env python3
"""Pictures of the main pages for the docs, of a workspace such as the demonstration's; Chromium must be installed.

usage: make_pictures.py WORKSPACE [FOLDER]          default folder: docs/pictures

The tests take them too, of a workspace of their own (`tests/web/test_pictures.py`).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "web"), str(ROOT / "tests")]

WIDTH, HEIGHT = 1180, 860
PLAIN = {
    "start": "/", "check": "/check", "decisions": "/decisions", "expo": "/expo", "due": "/due", "import": "/import",
    "lists": "/lists", "screening": "/screening", "review": "/review", "jobs": "/jobs", "settings": "/settings",
}  # fmt: skip
OF_EDITION = ("figures", "plan", "programme", "papers")
RECORDS = {"visit": ("Visit", "visits"), "delegation": ("Delegation", "delegations"), "agreement": ("Agreement", "agreements"),
           "consultation": ("Consultation", "consultations")}  # fmt: skip


def asked(page: Any, base: str, path: str) -> Any:
    """The JSON twin of a page."""
    return json.loads(page.evaluate("path => fetch(path).then(r => r.text())", base + path))


def pages(page: Any, base: str, word: str) -> dict[str, str]:
    """Each picture's name and address; the dossier, its document and the search are of what `word` finds first."""
    found = asked(page, base, f"/search.json?q={word}")["hits"][0]["hit"]["id"]
    edition = max(
        (e for series in asked(page, base, "/expo.json")["series"] for e in series["editions"]),
        key=lambda e: len(asked(page, base, f"/expo/{e['id']}/figures.json")["reported"]),
    )["id"]  # fmt: skip
    document = asked(page, base, f"/entities/{found}.json")["dossier"]["documents"][0]["id"]
    made = {**PLAIN, "search": f"/search?q={word}", "dossier": f"/entities/{found}", "reader": f"/documents/{document}"}
    made |= {"neighbourhood": f"/entities/{found}/neighbourhood", "edition": f"/expo/{edition}"}
    made |= {part: f"/expo/{edition}/{part}" for part in OF_EDITION}
    for name, (schema, place) in RECORDS.items():
        rows = asked(page, base, f"/lists-of/{schema}.json")["rows"]
        if rows:
            made[name] = f"/{place}/{rows[0]['id']}"
    return made


def take(browser: Any, start: str, folder: Path, word: str = "Rover") -> list[Path]:
    """Write them; the files."""
    from web_browser import base_of, opened

    base, made = base_of(start), []
    page = opened(browser, start, "/", WIDTH)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    for name, path in pages(page, base, word).items():
        answer = page.goto(base + path)
        if answer is None or answer.status != 200:
            raise SystemExit(f"{path}: the page does not open")
        made.append(folder / f"web-{name}.png")
        page.screenshot(path=made[-1])
    page.context.close()
    return made


def main() -> None:
    """Write them and say where."""
    from web_browser import running

    from tests_chromium import chromium

    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "docs" / "pictures"
    with chromium() as browser, running(Path(sys.argv[1])) as start:
        print(*take(browser, start, folder), sep="\n")


if __name__ == "__main__":
    main()

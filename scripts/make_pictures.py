#!/usr/bin/env python3
"""Pictures of the main pages for the docs, of a workspace such as the demonstration's; Chromium must be installed.

usage: make_pictures.py WORKSPACE [FOLDER]          default folder: docs/pictures
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "web"))

WIDTH, HEIGHT = 1180, 860


def asked(page: Any, base: str, path: str) -> Any:
    """The JSON twin of a page."""
    return json.loads(page.evaluate("path => fetch(path).then(r => r.text())", base + path))


def pages(page: Any, base: str) -> dict[str, str]:
    """Each picture's name and address."""
    found = asked(page, base, "/search.json?q=Rover")["hits"][0]["hit"]["id"]
    edition = asked(page, base, "/search.json?q=exhibition&kind=event")["hits"][0]["hit"]["id"]
    document = asked(page, base, f"/entities/{found}.json")["dossier"]["documents"][0]["id"]
    return {
        "start": "/", "search": "/search?q=robot", "dossier": f"/entities/{found}", "reader": f"/documents/{document}",
        "neighbourhood": f"/entities/{edition}/neighbourhood", "check": "/check", "expo": "/expo", "import": "/import",
        "screening": "/screening", "review": "/review",
    }  # fmt: skip


def main() -> None:
    """Write them."""
    from web_browser import base_of, chromium, opened, running

    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "docs" / "pictures"
    with chromium() as browser, running(Path(sys.argv[1])) as start:
        page = opened(browser, start, "/", WIDTH)
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        for name, path in pages(page, base_of(start)).items():
            page.goto(base_of(start) + path)
            page.screenshot(path=folder / f"web-{name}.png")
            print(f"{folder / f'web-{name}.png'}")


if __name__ == "__main__":
    main()

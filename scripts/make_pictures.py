"""Make the pictures of a report for README and docs, with Chromium.

    python scripts/make_pictures.py REPORT.html [--out docs/pictures] [--chromium PATH] [--all]

Writes `report.png`: the figures of the report, reported beside counted, the first that was compared opened to its
sentence (1280 wide, light). `--all` writes the whole page as well, wide and at 390 pixels, light and dark, to look at.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

WIDE, NARROW = (1280, 900), (390, 844)
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]  # fmt: skip


def shots(report: Path, out: Path, chromium: str, every: bool) -> list[Path]:
    """Take the pictures; the files that were written."""
    from playwright.sync_api import sync_playwright

    made = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]}, color_scheme="light", reduced_motion="reduce")
        page.goto(report.resolve().as_uri())
        figures = page.locator("#figures")
        if figures.count():
            page.locator("#figures details.fig").first.evaluate("d => { d.open = true }")
            page.evaluate("document.querySelector('#figures').scrollIntoView()")
        made.append(out / "report.png")
        page.screenshot(path=made[-1])
        for width, height in (WIDE, NARROW) if every else ():
            for scheme in ("light", "dark"):
                whole = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
                whole.goto(report.resolve().as_uri())
                made.append(out / f"report-{width}-{scheme}.png")
                whole.screenshot(path=made[-1], full_page=True)
        browser.close()
    return made


def main() -> None:
    """Read the command line, take the pictures, name them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent.parent / "docs" / "pictures")
    parser.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    parser.add_argument("--all", action="store_true", help="the whole page too, wide and narrow, light and dark")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for path in shots(args.report, args.out, args.chromium, args.all):
        print(path.name)


if __name__ == "__main__":
    main()

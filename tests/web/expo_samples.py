"""What the tests of the expo's pages share: an edition to work on, and the fields of a form as a browser would send them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from dragoman.base.settings import Settings
from dragoman.workspace import Workspace, open_workspace

EXHIBITORS = (
    "Exhibitor,Country,Stand,Exhibit,Field,TRL\n"
    "Rover Systems JSC,Russia,A12,Spherical robot,robotics,7\n"
    "Tidal Optics Ltd,China,A14,Picosecond laser,photonics,8\n"
    "Danube Mobile Kft,Hungary,B02,Swarm radio,telecommunications,5\n"
)
NEWS = "The 3rd Tidal Fair opened in Mianyang on 14 June 2019. More than 200 exhibitors from 3 countries took part.\n"


def opened(folder: Path) -> Workspace:
    """The workspace of a folder, by rule alone."""
    return open_workspace(folder, settings=Settings(models=False, processes=1))


def made_edition(folder: Path, *, catalogue: bool = True) -> str:
    """An edition of a series with three exhibitors and a news release; its id."""
    with opened(folder) as workspace:
        expo = workspace.expo
        series = expo.enter("Expo", {"name": ["Tidal Fair", "潮汐博览会", "Выставка «Прилив»"]}, by="Anna Chen")
        edition = expo.enter(
            "Edition", {"name": "3rd Tidal Fair", "ordinal": 3, "startDate": "2019-06-14", "endDate": "2019-06-17"},
            by="Anna Chen", of=series,
        )  # fmt: skip
        if catalogue:
            sheet = folder / "exhibitors.csv"
            sheet.write_text(EXHIBITORS, encoding="utf-8")
            expo.import_catalogue(edition, [sheet], by="Anna Chen")
            news = folder / "news.txt"
            news.write_text(NEWS, encoding="utf-8")
            workspace.documents.read([news])
        return edition


def fields(html: str) -> dict[str, list[str]]:
    """The fields of the forms of a page as a browser sends them unchanged; radios and boxes nobody ticked are left out."""
    found: dict[str, list[str]] = {}
    for match in re.finditer(r"<input\b([^>]*)>|<(textarea|select)\b([^>]*)>(.*?)</\2>", html, re.S):
        tag, attributes, inner = match[2] or "input", match[1] or match[3] or "", match[4] or ""
        name = re.search(r'\bname="([^"]+)"', attributes)
        kind = re.search(r'type="(\w+)"', attributes)
        if not name or name[1] in ("q", "csrf") or (kind and kind[1] in ("checkbox", "radio") and "checked" not in attributes):
            continue
        value = re.search(r'value="([^"]*)"', attributes)
        if tag == "select":
            chosen = re.search(r'<option value="([^"]*)" selected', inner)
            found.setdefault(name[1], []).append(unescape(chosen[1]) if chosen else "")
        else:
            found.setdefault(name[1], []).append(unescape(inner if tag == "textarea" else value[1] if value else ""))
    return found


def problems(html: str) -> list[str]:
    """What a form says is wrong, field by field."""
    return [unescape(told) for told in re.findall(r'class="why"[^>]*>([^<]*)', html)]

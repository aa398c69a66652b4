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


def add_list(folder: Path, label: str = "watch", *names: str) -> None:
    """A list that names one of the exhibitors, or the bodies told."""
    sheet = folder / f"{label}.csv"
    rows = [f"{n},{name},,Company" for n, name in enumerate(names, 1)] or ["1,Rover Systems JSC,ru,Company"]
    sheet.write_text("\n".join(("id,name,country,schema", *rows, "")), encoding="utf-8")
    with opened(folder) as workspace:
        workspace.lists.add(
            label, sheet, name_column="name", id_column="id", schema_column="schema", country_column="country",
            published="2019-03-01",
        )  # fmt: skip


def made_all(folder: Path) -> dict[str, str]:
    """An edition with one of everything the pages show; the ids by schema."""
    from dragoman.workspace.consultations import Consultations
    from dragoman.workspace.cooperations import Cooperations
    from dragoman.workspace.delegations import Delegations
    from dragoman.workspace.visits import Visits

    edition, by = made_edition(folder), "Anna Chen"
    add_list(folder)
    with opened(folder) as workspace:
        expo = workspace.expo

        def enter(kind: str, **said: object) -> str:
            of = {"of": edition} if kind in ("Hall", "Stand", "Forum", "Contest") else {}
            return expo.enter(kind, said, by=by, **of)  # type: ignore[arg-type]

        ids = {"edition": edition, "series": workspace.store.entity(edition).values("expo")[0]}
        hall = enter("Hall", name=["Hall A", "一号馆"], hallKind="thematic")
        for number, left in (("A12", "2"), ("B09", "14")):
            ids["Stand"] = enter("Stand", number=number, hall=hall, left=left, top="6", width="9", depth="7")
        ids["Forum"] = enter(
            "Forum", name=["Robots", "机器人论坛"], startDate="2019-06-15", startTime="10:00", endTime="12:00", room="A"
        )
        enter("Forum", name="Lasers", startDate="2019-06-15", startTime="11:00", endTime="12:00", room="A")
        ids["Delegation"] = enter(
            "Delegation", name="Prefecture delegation", sender="Xinxiang Prefecture", member="Rover Systems JSC"
        )
        Delegations(workspace).add(ids["Delegation"], "Wang Fang", by=by, body="Tidal Optics Ltd", role="engineer")
        ids["Invitation"] = Delegations(workspace).invite(ids["Delegation"], "TechnoSpark", by=by, purpose="lasers").id
        ids["Visit"] = enter(
            "Visit", name=["Visit to the centre", "Визит в центр"], visitor="Xinxiang Prefecture", host="TechnoSpark"
        )
        ids["Stop"] = Visits(workspace).add_stop(ids["Visit"], {"name": "Diamonds", "stopKind": "laboratory"}, by=by)
        Visits(workspace).note(
            ids["Stop"], {"seen": "Diamonds grow."}, by=by, next_step="Send prices", owner="TechnoSpark", due="2018-07-01"
        )
        ids["Agreement"] = enter("Agreement", party=["Tidal Optics Ltd", "unnamed: a maker of lasers"], stage="intention",
                                 date="2019-06-15", amount="1.5 million USD")  # fmt: skip
        ids["Cooperation"] = enter("Cooperation", name="Diamonds", side=["TechnoSpark", "Xinxiang Prefecture"])
        room = Cooperations(workspace)
        room.link(ids["Cooperation"], ids["Visit"], by=by)
        room.promise(ids["Cooperation"], "Show the plant", "TechnoSpark", by=by, due="2018-09-01")
        room.benefit(ids["Cooperation"], "jobs", "expected", by=by, value="120")
        ids["Consultation"] = enter(
            "Consultation", client="Small Optics LLC", question="Who makes lasers?", region="China", field="photonics"
        )
        fits, _ = Consultations(workspace).shortlist(ids["Consultation"])
        Consultations(workspace).choose(ids["Consultation"], [f.id for f in fits[:1]], by=by)
        ids["Contest"] = enter("Contest", name="Robots of the year")
        contest = workspace.contests
        entries = [contest.add_entry(ids["Contest"], e, by=by) for e in expo.figures(edition).rows("exhibits") or ()]
        juror = contest.add_juror(ids["Contest"], "Ivan Petrov", by=by)
        expo.enter("Criterion", {"name": "Novelty"}, by=by, of=ids["Contest"])
        contest.score(ids["Contest"], juror, entries[0], {"Novelty": "8"}, by=by)
        ids["Company"] = expo.find("Rover Systems JSC")
        return ids

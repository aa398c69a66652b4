"""What a small edition is made of, and the two ways it is made: through the Python calls and through the commands."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.base.errors import HeldError
from dragoman.cli.commands import dragoman
from dragoman.workspace import Workspace, clearing, open_workspace

ANNA, BORIS = "Anna Chen", "Boris Orlov"
FAIR, EDITION = "Tidal Fair", "3rd Tidal Fair"
START, END, ON = "2019-06-14", "2019-06-17", "2019-09-01"
HALLS = {"Hall A": ("A-1", "A-2"), "Hall B": ("B-1", "B-2")}
CATALOGUE = (
    ("Exhibitor", "Kind of organisation", "Country", "Stand", "Exhibit", "Field"),
    ("Rover Co. Ltd", "company", "China", "A-1", "Sphere robot", "robotics"),
    ("Harbour Institute", "institute", "China", "A-2", "Sonar", "acoustics"),
    ("Lancet LLC", "company", "Belarus", "B-1", "Picosecond laser", "lasers"),
    ("Institute of Photonics", "institute", "Belarus", "B-2", "Fibre amplifier", "lasers"),
    ("Helm GmbH", "company", "Germany", "A-3", "Crane", "lifting"),
    ("Neva Optika LLC", "company", "Russia", "B-3", "Lens", "optics"),
    ("Quiet Waters Ltd", "company", "China", "A-4", "Pump", "pumps"),
    ("Sayan Drives LLC", "company", "Russia", "B-4", "Winch", "lifting"),
    ("Delta Institute of Materials", "institute", "China", "A-5", "Ceramic ring", "materials"),
    ("Orsha Tools LLC", "company", "Belarus", "B-5", "Cutter", "machining"),
)
OWN_LIST = (("no", "name", "kind", "country"), ("r0", "Vostok Pribor LLC", "Company", "RU"))
NEWS = (
    "HARBOUR CITY, June 18, 2019 -- The 3rd Tidal Fair closed on Tuesday in Harbour City. "
    "The 3rd Tidal Fair drew more than 8 exhibitors and 12 projects.\n"
)
PROJECTS = {"Underwater robot": "Rover Co. Ltd", "Laser cleaning": "Lancet LLC"}
JURORS = ("Ivan Petrov", "Li Wei", "Olga Orlova")
CRITERIA = {"novelty": "60", "use": "40"}
# Juror, entry, novelty, use; Ivan Petrov advised the maker of the robot and does not score it.
SCORES = (
    ("Ivan Petrov", "Laser cleaning", "6", "5"), ("Li Wei", "Laser cleaning", "8", "5"),
    ("Li Wei", "Underwater robot", "9", "8"), ("Olga Orlova", "Laser cleaning", "7", "5"),
    ("Olga Orlova", "Underwater robot", "8", "8"),
)  # fmt: skip
ADVISED = ("Ivan Petrov", "Underwater robot", "advised the maker in 2018")
# Name, parties, sum, and the stages it went through: the first is entered with it.
AGREEMENTS = (
    ("Joint laboratory", ("Rover Co. Ltd", "Lancet LLC"), "1.5 million USD",
     (("contact", "2019-06-14"), ("memorandum", "2019-06-15"), ("contract", "2019-07-20"))),
    ("Supply of sonar", ("Harbour Institute", "Neva Optika LLC"), "0.1 USD",
     (("intention", "2019-06-15"), ("memorandum", "2019-06-16"))),
    ("Cutters for the yard", ("Orsha Tools LLC", "unnamed: a shipyard"), "9 million CNY",
     (("contact", "2019-06-14"), ("intention", "2019-06-17"))),
    ("Pumps", ("Quiet Waters Ltd", "Helm GmbH"), "0.2 USD",
     (("contract", "2019-06-16"), ("in force", "2019-07-01"), ("ended", "2019-08-31"))),
)  # fmt: skip
DELEGATIONS = (("Minsk delegation", "Minsk City Council", "Anna Novak", "Quiet Waters Ltd"),
               ("Port delegation", "Harbour Authority", "Pavel Orlov", "Vostok Pribor"))  # fmt: skip
CLEAN, HIT = (one[0] for one in DELEGATIONS)
VISIT = {"name": "Visit to the Nano Centre", "delegation": CLEAN, "host": "Nano Centre", "startDate": "2019-06-18"}
QUESTION = {"name": "Lasers", "client": "Port Optics Ltd", "question": "Who makes picosecond lasers?", "region": "Belarus",
            "field": "lasers", "partnerKind": "institute"}  # fmt: skip
WHY = "another firm: founded in 2017"


def write(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    """Rows as CSV."""
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(rows)
    return path


def files(folder: Path) -> tuple[Path, Path, Path]:
    """The catalogue, the list of our own and the news, as files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    news = folder / "news.txt"
    news.write_text(NEWS, encoding="utf-8")
    return write(folder / "catalogue.csv", CATALOGUE), write(folder / "own.csv", OWN_LIST), news


def by_calls(folder: Path, papers: Path) -> None:
    """The whole edition through the Python calls."""
    catalogue, own, news = files(papers)
    with open_workspace(folder, create=True) as hall:
        hall.lists.add("own", own, name_column="name", id_column="no", schema_column="kind", country_column="country")
        hall.expo.enter("Expo", {"name": FAIR}, by=ANNA)
        dated = {"name": EDITION, "ordinal": "3", "startDate": START, "endDate": END}
        hall.expo.enter("Edition", dated, by=ANNA, of=FAIR)
        for name, stands in HALLS.items():
            hall.expo.enter("Hall", {"name": name}, by=ANNA, of=EDITION)
            for number in stands:
                hall.expo.enter("Stand", {"number": number, "hall": name}, by=ANNA, of=EDITION)
        hall.expo.import_catalogue(EDITION, [catalogue], by=ANNA)
        _delegations_called(hall)
        _visit_called(hall, papers)
        _consultation_called(hall, papers)
        _cooperation_called(hall)
        _contest_called(hall)
        _agreements_called(hall)
        hall.expo.import_catalogue(EDITION, [news], by=ANNA)


def _delegations_called(hall: Workspace) -> None:
    room = hall.delegations
    for name, sender, head, body in DELEGATIONS:
        made = hall.expo.enter("Delegation", {"name": name, "sender": sender, "direction": "incoming"}, by=ANNA, of=EDITION)
        room.add(made, head, by=ANNA, body=body, role="engineer")
        room.invite(made, "Harbour City Government", by=ANNA, event=EDITION, expires="2019-06-01")
    good, held = (room.invitation(name) for name in (CLEAN, HIT))
    room.send(good.id, good.clearance, by=ANNA, date="2019-04-01")
    with pytest.raises(HeldError):
        room.send(held.id, held.clearance, by=ANNA, date="2019-04-01")
    clearing.release(hall, held.id, by=BORIS, note=WHY, seen=held.clearance.version)
    room.send(held.id, room.invitation(held.id).clearance, by=ANNA, date="2019-04-10")


def _visit_called(hall: Workspace, papers: Path) -> None:
    from dragoman.report.papers.word import docx

    made = hall.expo.enter("Visit", VISIT, by=ANNA)
    hall.visits.add_stop(
        made, {"name": "Laser hall", "stopKind": "laboratory", "date": "2019-06-18", "startTime": "10:30"}, by=ANNA
    )
    hall.visits.note(
        "Laser hall", {"seen": "two sets"}, by=ANNA, next_step="send samples", owner="Nano Centre", due="2019-07-15"
    )
    hall.visits.told(made, "Xin Investors", by=ANNA, date="2019-06-20")
    report = hall.visits.report(made, "en", clearing.clear(hall, made), ON)
    (papers / "report.docx").write_bytes(docx(report))


def _consultation_called(hall: Workspace, papers: Path) -> None:
    from dragoman.report.papers.word import docx

    room, asked = hall.consultations, hall.expo.enter("Consultation", QUESTION, by=ANNA)
    room.shortlist(asked)
    room.choose(asked, "Institute of Photonics", by=ANNA)
    who = "Institute of Photonics"
    room.introduce(asked, who, room.clear(asked, who), by=ANNA, date="2019-07-01")
    room.outcome(asked, "two sets ordered", by=ANNA, status="signed")
    (papers / "memo.docx").write_bytes(docx(room.memo(asked, "en", room.clear(asked), ON)))


def _cooperation_called(hall: Workspace) -> None:
    room = hall.cooperations
    made = hall.expo.enter("Cooperation", {"name": "Laser works", "side": ["Nano Centre", "Minsk City Council"]}, by=ANNA)
    room.link(made, str(VISIT["name"]), by=ANNA)
    room.promise(made, "list of sites", "Minsk City Council", by=ANNA, due="2019-07-31")
    room.promise(made, "a price", "Nano Centre", by=ANNA, due="2019-07-31")
    room.settle("a price", "kept", by=ANNA, date="2019-07-10")
    room.benefit(made, "jobs", "expected", by=ANNA, value="120")


def _contest_called(hall: Workspace) -> None:
    for name, developer in PROJECTS.items():
        hall.expo.enter("Project", {"name": name, "developer": developer}, by=ANNA, of=EDITION)
    room, find = hall.contests, hall.expo.find
    made = hall.expo.enter("Contest", {"name": "Robot contest", "startDate": START}, by=ANNA, of=EDITION)
    for name, weight in CRITERIA.items():
        hall.expo.enter("Criterion", {"name": name, "weight": weight, "most": "10"}, by=ANNA, of=made)
    for juror in JURORS:
        room.add_juror(made, juror, by=ANNA)
    for entry in PROJECTS:
        room.add_entry(made, entry, by=ANNA)
    juror, entry, why = ADVISED
    room.declare(made, find(juror), find(entry), by=juror, note=why)
    for juror, entry, novelty, use in SCORES:
        room.score(made, find(juror), find(entry), {"novelty": novelty, "use": use}, by=ANNA)
    room.close(made, by=ANNA)


def _agreements_called(hall: Workspace) -> None:
    for name, parties, money, ((stage, date), *more) in AGREEMENTS:
        said = {"name": name, "party": list(parties), "amount": money, "stage": stage, "date": date}
        made = hall.expo.enter("Agreement", said, by=ANNA, of=EDITION)
        for stage_, date_ in more:
            hall.expo.step(made, stage_, date=date_, by=ANNA)


class Typed:
    """A person at a terminal, in one workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str) -> str:
        """Type a command; what it printed. An error is raised as it is."""
        result = CliRunner().invoke(dragoman, [*words, "-w", str(self.folder)])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result.stdout

    def by(self, *words: str, who: str = ANNA) -> str:
        """Type a command that names who enters."""
        return self(*words, "--by", who)


def by_commands(folder: Path, papers: Path) -> None:
    """The same edition through the commands."""
    catalogue, own, news = files(papers)
    CliRunner().invoke(dragoman, ["init", str(folder)], catch_exceptions=False)
    typed = Typed(folder)
    columns = ("--name-column", "name", "--id-column", "no", "--schema-column", "kind", "--country-column", "country")
    typed("lists", "add", "own", str(own), *columns)
    typed.by("expo", "new", FAIR)
    typed.by("expo", "new", EDITION, "--of", FAIR, "--ordinal", "3", "--from", START, "--to", END)
    for name, stands in HALLS.items():
        typed.by("enter", "Hall", f"name={name}", "--of", EDITION)
        for number in stands:
            typed.by("enter", "Stand", f"number={number}", f"hall={name}", "--of", EDITION)
    typed.by("expo", "import", EDITION, str(catalogue))
    _delegations_typed(typed)
    _visit_typed(typed, papers)
    _consultation_typed(typed, papers)
    _cooperation_typed(typed)
    _contest_typed(typed)
    _agreements_typed(typed)
    typed.by("expo", "import", EDITION, str(news))


def _pairs(said: dict[str, str]) -> list[str]:
    return [f"{prop}={value}" for prop, value in said.items()]


def _delegations_typed(typed: Typed) -> None:
    for name, sender, head, body in DELEGATIONS:
        typed.by("enter", "Delegation", f"name={name}", f"sender={sender}", "direction=incoming", "--of", EDITION)
        typed.by("delegation", "members", name, "--add", head, "--body", body, "--role", "engineer")
        invite = ("--inviter", "Harbour City Government", "--event", EDITION, "--expires", "2019-06-01")
        typed.by("delegation", "invite", name, *invite)
    typed.by("delegation", "send", CLEAN, "--date", "2019-04-01")
    with pytest.raises(HeldError):
        typed.by("delegation", "send", HIT, "--date", "2019-04-01")
    typed.by("delegation", "release", HIT, "--note", WHY, who=BORIS)
    typed.by("delegation", "send", HIT, "--date", "2019-04-10")


def _visit_typed(typed: Typed, papers: Path) -> None:
    name = VISIT["name"]
    typed.by("enter", "Visit", *_pairs(VISIT))
    typed.by("visit", "stop", name, "Laser hall", "--kind", "laboratory", "--date", "2019-06-18", "--time", "10:30")
    after = ("--next", "send samples", "--owner", "Nano Centre", "--due", "2019-07-15")
    typed.by("visit", "note", "Laser hall", "--seen", "two sets", *after)
    typed.by("visit", "told", name, "Xin Investors", "--date", "2019-06-20")
    typed("visit", "report", name, "--on", ON, "--out", str(papers / "report.docx"))


def _consultation_typed(typed: Typed, papers: Path) -> None:
    typed.by("enter", "Consultation", *_pairs(QUESTION))
    typed.by("consultation", "shortlist", "Lasers", "--choose", "Institute of Photonics")
    typed.by("consultation", "introduce", "Lasers", "Institute of Photonics", "--date", "2019-07-01")
    typed.by("consultation", "outcome", "Lasers", "two sets ordered", "--status", "signed")
    typed("consultation", "memo", "Lasers", "--on", ON, "--out", str(papers / "memo.docx"))


def _cooperation_typed(typed: Typed) -> None:
    typed.by("enter", "Cooperation", "name=Laser works", "side=Nano Centre", "side=Minsk City Council")
    typed.by("cooperation", "link", "Laser works", VISIT["name"])
    for what, owner in (("list of sites", "Minsk City Council"), ("a price", "Nano Centre")):
        typed.by("cooperation", "promise", "Laser works", what, "--owner", owner, "--due", "2019-07-31")
    typed.by("cooperation", "kept", "a price", "--date", "2019-07-10")
    typed.by("cooperation", "benefit", "Laser works", "jobs", "expected", "--value", "120")


def _contest_typed(typed: Typed) -> None:
    for name, developer in PROJECTS.items():
        typed.by("enter", "Project", f"name={name}", f"developer={developer}", "--of", EDITION)
    contest = "Robot contest"
    typed.by("enter", "Contest", f"name={contest}", f"startDate={START}", "--of", EDITION)
    for name, weight in CRITERIA.items():
        typed.by("contest", "criterion", contest, name, "--weight", weight)
    for juror in JURORS:
        typed.by("contest", "juror", contest, juror)
    for entry in PROJECTS:
        typed.by("contest", "entry", contest, entry)
    juror, entry, why = ADVISED
    typed.by("contest", "conflict", contest, "--juror", juror, "--entry", entry, "--note", why, who=juror)
    for juror, entry, novelty, use in SCORES:
        typed.by("contest", "score", contest, "--juror", juror, "--entry", entry, f"novelty={novelty}", f"use={use}")
    typed.by("contest", "close", contest)


def _agreements_typed(typed: Typed) -> None:
    for name, parties, money, ((stage, date), *more) in AGREEMENTS:
        said = [f"name={name}", *(f"party={p}" for p in parties), f"amount={money}", f"stage={stage}", f"date={date}"]
        typed.by("enter", "Agreement", *said, "--of", EDITION)
        for stage_, date_ in more:
            typed.by("expo", "step", name, stage_, "--date", date_)

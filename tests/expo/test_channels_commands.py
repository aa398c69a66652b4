"""The same channels as an organiser types them: delegations screened, a visit, a cooperation, a consultation."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from channel_samples import DAY, list_file
from click.testing import CliRunner, Result

from dragoman.base.errors import HeldError, UsageError
from dragoman.cli.commands import dragoman
from dragoman.workspace import open_workspace

BY = ("--by", "Anna Chen")


class Typed:
    """A person at a terminal, in one workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, code: int = 0) -> Result:
        result = CliRunner().invoke(dragoman, [*words, "-w", str(self.folder)])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    def rows(self, *words: str) -> list[dict[str, object]]:
        return json.loads(self(*words, "--format", "json").stdout)


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    open_workspace(tmp_path / "w", create=True).close()
    made = Typed(tmp_path / "w")
    path = list_file(tmp_path)
    made("lists", "add", "own", str(path), "--name-column", "name", "--id-column", "no", "--country-column", "country")
    made("enter", "Delegation", "name=Port delegation", "sender=Harbour Authority", "direction=incoming", *BY)
    made(
        "delegation", "members", "Port delegation", "--add", "Pavel Orlov", "--body", "Vostok Pribor", "--role", "engineer", *BY
    )
    return made


def test_a_held_invitation(typed: Typed) -> None:
    (member,) = typed.rows("delegation", "members", "Port delegation")
    assert (member["name"], member["body"], member["role"]) == ("Pavel Orlov", "Vostok Pribor", "engineer")
    typed("delegation", "screen", "Port delegation", "--fail-on", "held", code=3)
    assert "held" in typed("delegation", "invite", "Port delegation", "--inviter", "Nano Centre", *BY).output
    with pytest.raises(HeldError, match="a named person releases it"):
        typed("delegation", "send", "Port delegation", *BY)
    (screened,) = typed.rows("clearance", "show", "Port delegation")
    assert (screened["held"], screened["hits"][0]["record"]) == (True, "own:r0")
    note = ("--by", "A. Chen", "--note", "another firm")
    assert "cleared" in typed("delegation", "release", "Port delegation", *note).output
    assert "sent" in typed("delegation", "send", "Port delegation", "--date", "2018-05-02", *BY).output
    assert "accepted" in typed("delegation", "answer", "Port delegation", "accepted", *BY).output
    shown = {(r["what"], r["value"]) for r in typed.rows("delegation", "show", "Port delegation")}
    assert ("sender", "Harbour Authority") in shown
    assert ("member", "Pavel Orlov, engineer, Vostok Pribor") in shown
    typed("clearance", "judge", "Vostok Pribor", "own:r0", "cleared", *note)
    typed("delegation", "screen", "Port delegation", "--fail-on", "held")
    typed("clearance", "hold", "Port delegation", *note)
    typed("clearance", "show", "Port delegation", "--fail-on", "held", code=3)
    with pytest.raises(UsageError, match="there is no"):
        typed("clearance", "release", "Port", *note)  # no record is taken for its beginning


def test_a_visit_and_a_cooperation(typed: Typed, tmp_path: Path) -> None:
    typed("enter", "Visit", "name=Tour", "visitor=Harbour Authority", "host=Nano Centre", "startDate=2018-06-14", *BY)
    typed("visit", "stop", "Tour", "Laser hall", "--kind", "laboratory", "--time", "10:30", "--date", "2018-06-14", *BY)
    typed("visit", "note", "Laser hall", "--seen", "two sets", "--seen", "两套设备", "--next", "ask for a price",
          "--owner", "Li Na", "--due", "2018-07-01", *BY)  # fmt: skip
    typed("visit", "told", "Tour", "Xin Investors", "--answer", "not now", "--interest", "considering", *BY)
    typed("visit", "move", "Tour", "looked into", "--date", "2018-06-14", *BY)
    promise = next(r for r in typed.rows("visit", "show", "Tour", "--on", DAY) if r["what"] == "promise")
    assert (promise["value"], promise["state"]) == ("ask for a price (Li Na)", "overdue")
    typed("visit", "report", "Tour", "--lang", "zh", "--out", str(tmp_path / "r.docx"))
    docx = pytest.importorskip("docx", reason="needs the test extra")
    told = "\n".join(p.text for p in docx.Document(io.BytesIO((tmp_path / "r.docx").read_bytes())).paragraphs)
    assert "两套设备" in told
    with pytest.raises(UsageError, match="end it with"):
        typed("visit", "report", "Tour", "--out", str(tmp_path / "r.txt"))
    typed("enter", "Cooperation", "name=Lasers", "side=Nano Centre", "side=Harbour Authority", *BY)
    typed("cooperation", "link", "Lasers", "Tour", *BY)
    typed("cooperation", "promise", "Lasers", "list of sites", "--owner", "Harbour Authority", "--due", "2018-07-31", *BY)
    typed("cooperation", "benefit", "Lasers", "jobs", "expected", "--value", "120", *BY)
    typed("cooperation", "move", "Lasers", "intended", *BY)
    shown = [(r["what"], r["state"]) for r in typed.rows("cooperation", "show", "Lasers", "--on", DAY)]
    assert [s for s in shown if s[0] == "promise"] == [("promise", "overdue")] * 2
    assert [r["what"] for r in typed.rows("due", "--on", DAY)] == ["ask for a price", "list of sites"]
    typed("cooperation", "kept", "list of sites", "--date", "2018-08-02", *BY)
    assert [r["what"] for r in typed.rows("due", "--on", DAY)] == ["ask for a price"]


def test_a_consultation(typed: Typed, tmp_path: Path) -> None:
    typed("enter", "Company", "name=Port Optics Ltd", *BY)
    typed(
        "enter", "Organization", "name=Institute of Photonics", "bodyKind=institute", "country=Belarus", "activity=lasers", *BY
    )
    asked = ("enter", "Consultation", "client=Port Optics Ltd", "region=Eastern Europe", "question=Кто делает лазеры?")
    typed(*asked, "name=Lasers", *BY)
    (found,) = typed.rows("consultation", "shortlist", "Lasers", "--choose", "Institute of Photonics", *BY)
    assert (found["name"], found["chosen"], found["held"]) == ("Institute of Photonics", True, "")
    made = typed("consultation", "introduce", "Lasers", "Institute of Photonics", *BY).output.splitlines()[0]
    typed("consultation", "answer", made[:12], "answered", "--words", "will send samples", *BY)
    typed("consultation", "outcome", "Lasers", "two sets ordered", "--status", "signed", *BY)
    typed("consultation", "memo", "Lasers", "--lang", "ru", "--out", str(tmp_path / "m.docx"))
    assert (tmp_path / "m.docx").stat().st_size > 1_000
    typed(*asked, "name=Weapons", "endUse=military", *BY)
    for words in (
        ("introduce", "Weapons", "Institute of Photonics", *BY),
        ("memo", "Weapons", "--out", str(tmp_path / "no.docx")),
    ):
        with pytest.raises(HeldError, match="nothing lifts this"):
            typed("consultation", *words)
    assert not (tmp_path / "no.docx").exists()
    with pytest.raises(HeldError, match="military"):
        typed("clearance", "release", "Weapons", "--by", "A. Chen", "--note", "please")

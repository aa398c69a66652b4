"""`make demo` ends with the address to open, and that address opens the site."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from web_samples import Client, made_workspace

from dragoman.base.errors import UsageError
from dragoman.cli import demo
from dragoman.cli.commands import dragoman


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo of one text: the cases themselves are held by the tests of the demonstration."""
    folder = made_workspace(tmp_path)
    (folder / "new").mkdir()
    (folder / "new" / "a.txt").write_text("The fair opened in Chongqing on 22 June 2017.", "utf-8")
    monkeypatch.setattr(demo, "_records", lambda *_: None)
    monkeypatch.setattr("dragoman.workspace.demo.lay_out", lambda folder: folder / "new")
    monkeypatch.setattr("dragoman.workspace.demo.cases_found", lambda _: [])
    return folder


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Client]:
    """The sites that would have been served."""
    found: list[Client] = []

    def run(server: SimpleNamespace, sockets: list[SimpleNamespace]) -> None:
        found.append(Client(server.config.app, f"http://127.0.0.1:{sockets[0].getsockname()[1]}"))
        for one in sockets:
            one.close()

    monkeypatch.setattr("uvicorn.Server.run", run)
    return found


def test_make_demo_ends_with_the_address_to_open(
    small: Path, served: list[Client], monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", shown.append)
    monkeypatch.setattr(demo, "sys", SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True), argv=["dragoman"]))
    ended = CliRunner().invoke(dragoman, ["demo", str(small), "--no-models", "--port", "8329"])
    assert ended.exit_code == 0, ended.output
    address, stop = ended.output.splitlines()[-2:]
    found = re.fullmatch(r"open +(http://127\.0\.0\.1:8329(/enter\?token=\S+))", address)
    assert found and stop.startswith("stop") and shown == [found[1]]
    (site,) = served
    assert site.get("/").status_code == 401
    assert site.follow(site.get(found[2])).status_code == 200
    made = (Path(__file__).parents[2] / "Makefile").read_text("utf-8")
    assert re.search(r"^demo: install.*\n\t\$\(BIN\)/dragoman demo$", made, re.M)


def test_where_nobody_looks_it_ends_with_how_to_serve_it(small: Path, served: list[Client]) -> None:
    ended = CliRunner().invoke(dragoman, ["demo", str(small), "--no-models"])
    assert ended.exit_code == 0 and served == []
    assert re.fullmatch(rf"next +\S*dragoman serve -w {re.escape(str(small))} --open", ended.output.splitlines()[-1])


def test_the_folder_is_named_as_for_other_commands_too(small: Path) -> None:
    ended = CliRunner().invoke(dragoman, ["demo", "-w", str(small), "--no-models"])
    assert ended.exit_code == 0 and f"serve -w {small} --open" in ended.output
    both = CliRunner().invoke(dragoman, ["demo", "elsewhere", "-w", str(small)])
    assert isinstance(both.exception, UsageError) and not Path("elsewhere").exists()

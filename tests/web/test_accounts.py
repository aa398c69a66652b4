"""Accounts: who is let in, by what; roles; limits on guessing; tokens; what the command line says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from web_samples import Client

from dragoman.base.errors import UsageError
from dragoman.cli.serving import serve_command, users_command
from dragoman.web.accounts import TRIES, Accounts, Role
from dragoman.web.app import create_app
from dragoman.web.database import Database
from dragoman.web.guard import Guard
from dragoman.web.serve import must_be_safe
from dragoman.web.site import WebSettings

PASSWORD = "a long enough secret"
WEB = WebSettings(accounts=True, names=("expo.example",))


@pytest.fixture
def site(folder: Path) -> Client:
    client = Client(create_app(folder, WEB))
    for role in ("reader", "analyst", "administrator"):
        client.site.accounts.add(role, PASSWORD, Role.named(role))
    return client


def sign_in(client: Client, name: str, password: str = PASSWORD, to: str = "/") -> int:
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get("/sign-in").text)
    assert token
    form = {"csrf": token[1], "name": name, "password": password, "next": to}
    return client.ask("POST", "/sign-in", data=form).status_code


def test_nobody_sees_anything_before_signing_in(site: Client) -> None:
    answer = site.get("/documents?words=x")
    assert answer.status_code == 303 and answer.headers["location"] == "/sign-in?next=%2Fdocuments%3Fwords%3Dx"
    assert site.get("/documents.json").status_code == 401
    assert sign_in(site, "reader", "wrong password") == 401
    assert sign_in(site, "nobody") == 401
    assert sign_in(site, "reader") == 303
    assert site.get("/documents").status_code == 200


def test_a_session_of_this_machine_counts_for_nothing_where_people_sign_in(site: Client) -> None:
    token = site.site.accounts.begin("", 1)
    site.cookies.set("dragoman-8321", token)
    assert site.get("/documents.json").status_code == 401
    assert site.get("/enter?token=").status_code == 403


def test_a_role_may_do_what_it_may_and_no_more(site: Client) -> None:
    sign_in(site, "reader")
    one = site.get(f"/documents/{site.get('/documents.json').json()['rows'][0]['id']}.json").json()["facts"][0]["id"]
    assert site.post(f"/facts/{one}", {"do": "rejected"}).status_code == 403
    assert site.get("/decisions.json").json()["events"] == []
    sign_in(site, "analyst")
    assert site.post(f"/facts/{one}", {"do": "rejected"}).status_code == 303
    assert {d["by"] for d in site.get(f"/facts/{one}.json").json()["decisions"]} == {"analyst"}
    sign_in(site, "administrator")
    events = [e["what"] for e in site.get("/decisions.json").json()["events"]]
    assert "signed in" in events


def test_signing_out_and_removal_end_the_session(site: Client) -> None:
    sign_in(site, "reader")
    held = str(site.cookies.get("dragoman-8321"))
    assert site.post("/sign-out").status_code == 303
    site.cookies.set("dragoman-8321", held, domain="127.0.0.1")
    assert site.get("/documents.json").status_code == 401
    sign_in(site, "analyst")
    site.site.accounts.remove("analyst")
    assert site.get("/documents.json").status_code == 401


def test_guessing_is_slowed_down(site: Client) -> None:
    for _ in range(TRIES):
        assert sign_in(site, "reader", "wrong password") == 401
    assert sign_in(site, "reader") == 429, "even the right one waits"


def test_a_form_from_elsewhere_does_nothing(site: Client) -> None:
    form = {"csrf": "0" * 64, "name": "reader", "password": PASSWORD}
    assert site.ask("POST", "/sign-in", data=form).status_code == 403
    sign_in(site, "administrator")
    assert site.ask("POST", "/settings/tokens", data={"label": "x"}).status_code == 403
    assert site.post("/settings/tokens", {"label": "x"}, headers={"origin": "https://evil.example"}).status_code == 403
    assert site.post("/settings/tokens", {"label": "x"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_a_token_speaks_for_its_user_until_it_is_withdrawn(site: Client) -> None:
    sign_in(site, "analyst")
    made = re.search(r"<code>(dragoman_[\w-]+)</code>", site.post("/settings/tokens", {"label": "script"}).text)
    assert made
    program = Client(site.app)
    program.headers["authorization"] = f"Bearer {made[1]}"
    assert program.get("/documents.json").json()["total"] == 4
    one = program.get(f"/documents/{program.get('/documents.json').json()['rows'][0]['id']}.json").json()["facts"][0]["id"]
    assert program.ask("POST", f"/facts/{one}", data={"do": "accepted"}).status_code in (200, 303), "no form token is asked"
    held = site.get("/settings.json").json()["tokens"][0]
    assert "dragoman_" not in str(held), "only a hash is kept"
    site.post("/settings/tokens/withdraw", {"hash": held["hash"]})
    assert program.get("/documents.json").status_code == 401


def test_no_password_and_no_token_stands_in_the_database(site: Client, folder: Path) -> None:
    token = site.site.accounts.begin("reader", 1)
    held = b"".join(p.read_bytes() for p in folder.glob("web.sqlite*"))
    assert PASSWORD.encode() not in held and token.encode() not in held
    assert b"$argon2id$" in held
    assert (folder / "web.sqlite").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["", "a b", "../x", "x" * 65, "<script>"])
def test_names_and_passwords_are_checked(name: str, tmp_path: Path) -> None:
    accounts = Accounts(Database.open(tmp_path))
    with pytest.raises(UsageError):
        accounts.add(name, PASSWORD, Role.READER)
    with pytest.raises(UsageError, match="too short"):
        accounts.add("olga", "short", Role.READER)


def test_another_address_refuses_to_start_without_accounts() -> None:
    with pytest.raises(UsageError, match="reached by others"):
        must_be_safe(WebSettings(host="0.0.0.0"), [])
    with pytest.raises(UsageError, match="no administrator"):
        must_be_safe(WebSettings(host="0.0.0.0", accounts=True), [{"role": "reader"}])
    must_be_safe(WebSettings(host="0.0.0.0", accounts=True), [{"role": "administrator"}])
    must_be_safe(WebSettings(), [])


HOSTS = [("127.0.0.1:8321", True), ("localhost", True), ("[::1]:8321", True), ("expo.example", True), ("evil.example", False),
         ("127.0.0.1.evil.example", False), ("", False)]  # fmt: skip


@pytest.mark.parametrize(("host", "good"), HOSTS)
def test_only_its_own_names_are_answered(host: str, good: bool) -> None:
    guard = Guard(None, WEB, None)  # type: ignore[arg-type]
    assert (guard.refused("GET", {"host": host}) is None) is good


def test_the_command_line_makes_lists_and_removes_accounts(folder: Path) -> None:
    run = CliRunner()
    made = run.invoke(
        users_command, ["add", "olga", "--role", "organiser", "-w", str(folder), "--password-stdin"], input=PASSWORD
    )
    assert made.exit_code == 0, made.output
    assert "olga" in run.invoke(users_command, ["list", "-w", str(folder), "--format", "jsonl"]).output
    assert run.invoke(users_command, ["remove", "olga", "-w", str(folder)]).exit_code == 0
    assert run.invoke(users_command, ["list", "-w", str(folder), "--format", "jsonl"]).output == ""


def test_one_page_is_printed_without_a_socket(folder: Path) -> None:
    run = CliRunner()
    shown = run.invoke(serve_command, ["-w", str(folder), "--get", "/documents.json"])
    assert shown.exit_code == 0 and '"total":4' in shown.output
    assert run.invoke(serve_command, ["-w", str(folder), "--get", "/no-such-page"]).exit_code == 1


def test_sizes_are_limited(folder: Path) -> None:
    web = WebSettings(upload_bytes=1_000_000, form_bytes=10_000)
    client = Client(create_app(folder, web, launch="t"))
    client.get("/enter?token=t")
    assert client.post("/settings", {"person": "x" * 20_000}).status_code == 413
    assert client.ask("POST", "/settings", content=b"x" * 2_000_000).status_code == 413
    assert client.ask("POST", "/settings", headers={"content-length": "9" * 30}, content=b"").status_code == 413


def test_a_folder_without_a_workspace_is_left_as_it_is(tmp_path: Path) -> None:
    from dragoman.base.errors import WorkspaceError

    for call in (lambda: create_app(tmp_path), lambda: create_app(tmp_path / "none")):
        with pytest.raises(WorkspaceError, match="no workspace"):
            call()
    assert list(tmp_path.iterdir()) == []

"""Names and texts made to do harm are shown as what they are, on every page, and cost no page its size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_samples import EVIL, SCRIPT, hostile_workspace
from web_samples import Client, local_client

BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
HARM = (SCRIPT.encode(), b"onerror=alert(1)>", b'href="javascript:', b"<img src=x")
HEAVY = 300_000  # bytes: the floor for every page


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, list[str]]]:
    folder = tmp_path_factory.mktemp("evil") / "workspace"
    ids = hostile_workspace(folder)
    Path(folder / "cases.yaml").write_text(f'- {{letter: "<b>", title: "{SCRIPT}", summary: "{SCRIPT}"}}', encoding="utf-8")
    with local_client(folder) as client:
        document = "d" * 64
        paths = [
            "/",
            "/check",
            "/documents",
            "/decisions",
            "/decisions?people=0",
            f"/documents/{document}",
            "/settings",
            "/search",
        ]
        paths += [f"/entities/{i}" for i in ids.values()] + [f"/entities/{ids['markup']}/neighbourhood"]
        paths += [f"/entities/{ids['long']}/neighbourhood?as=list", f"/entities/{ids['markup']}?latin=1"]
        fact = client.get(f"/documents/{document}.json").json()["facts"][0]["id"]
        yield client, [*paths, f"/facts/{fact}"]


def test_no_page_runs_what_a_text_says(evil: tuple[Client, list[str]]) -> None:
    client, paths = evil
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.text[:300])
        assert not [h for h in HARM if h in answer.content], path
        assert not BAD.search(answer.text), path
        assert len(answer.content) < HEAVY, path
        inside = re.sub(r'content="[^"]*"', "", answer.text)
        assert not re.search(r"<[a-z][^<>]*\s(?:on\w+|style)=", re.sub(r'"[^"]*"', '""', inside)), path


def test_a_query_does_no_harm_either(evil: tuple[Client, list[str]]) -> None:
    client, _ = evil
    for text in (*EVIL.values(), "%00", "a" * 900, "' OR 1=1 --", '"*', "NEAR(", "^", "-"):
        answer = client.get("/search", params={"q": text})
        assert answer.status_code in (200, 400), text[:40]
        assert not [h for h in HARM if h in answer.content]
        for path in ("/check?after=", "/documents?words=", "/decisions?by=", "/documents?offset="):
            assert client.get(path + "x", params={path.split("?")[1][:-1]: text}).status_code in (200, 400, 404), (
                path,
                text[:40],
            )


def test_a_path_does_no_harm_either(evil: tuple[Client, list[str]]) -> None:
    client, _ = evil
    for path in ("/entities/%00", "/entities/..%2f..", "/documents/%3Cscript%3E", "/facts/zz", "/static/..%2fapp.py",
                 "/static/%2e%2e/app.py", "/entities/" + "9" * 5_000, "/facts/" + "é" * 20):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 404, (path[:40], answer.status_code)
        assert b"<script>alert" not in answer.content


def test_file_names_of_downloads_are_ours(evil: tuple[Client, list[str]]) -> None:
    client, paths = evil
    key = next(p for p in paths if p.startswith("/entities/")).removeprefix("/entities/")
    given = client.get(f"/entities/{key}/neighbourhood.csv")
    assert re.fullmatch(r'attachment; filename="neighbourhood-[0-9a-f]{12}\.csv"', given.headers["content-disposition"])
    assert not re.search(r"^[=+@-]", given.text.partition("\n")[2], re.M)

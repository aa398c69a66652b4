"""Lists, sheets, file names and pairs made to do harm: shown as what they are on every page of work and in every file."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hostile_samples import EVIL, hostile_workspace
from web_samples import Client, local_client

from dragoman.workspace import open_workspace

BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
HARM = ("<script>alert", "onerror=alert(1)>", 'href="javascript:', "<img src=x", " 49 ")
HEAVY = 300_000  # bytes: the floor for every page
FORMULA = "=cmd|' /C calc'!A0"


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("evil") / "workspace"
    ids = sorted(hostile_workspace(folder).values())
    sheet = io.StringIO()
    lines = csv.writer(sheet)
    lines.writerow(["name", "id", "reason"])
    lines.writerows([text.replace("\x00", ""), f"{key}/<b>'\"", text.replace("\x00", "")] for key, text in EVIL.items())
    (folder / "evil.csv").write_text(sheet.getvalue(), "utf-8")
    with open_workspace(folder) as workspace:
        workspace.lists.add("evil", folder / "evil.csv", name_column="name", id_column="id", title="<script>alert(1)</script>")
    (folder / "resolve").mkdir()
    pairs = [{"left": a, "right": b, "value": 0.8, "held": ["<script>alert(1)</script>"]} for a, b in pairwise(ids)]
    (folder / "resolve" / "queue.jsonl").write_text("\n".join(map(json.dumps, pairs)), "utf-8")
    with local_client(folder) as client:
        yield client


def harmless(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text[:400])
    assert len(answer.content) < HEAVY, path
    assert not BAD.search(answer.text), path
    assert not [harm for harm in HARM if harm in answer.text], path
    return answer.text


def test_lists_and_their_records(evil: Client) -> None:
    harmless(evil, "/lists")
    harmless(evil, "/lists/evil")
    with open_workspace(evil.site.folder) as workspace:
        edition = workspace.lists.edition("evil")
        ids = [edition.entity(number)["id"] for number in range(len(edition))]
    assert len(ids) >= len(EVIL) - 1
    for record in ids:
        assert evil.get("/lists/evil/record.json", params={"id": record}).json()["record"]["id"] == record
        answer = evil.get("/lists/evil/record", params={"id": record})
        assert answer.status_code == 200 and not BAD.search(answer.text) and not [h for h in HARM if h in answer.text]


def test_screenings_and_hits(evil: Client) -> None:
    names = "\n".join([*(" ".join(text.split()) for text in EVIL.values()), FORMULA])
    path = evil.post("/screening", {"names": names}).headers["location"]
    end = time.monotonic() + 120
    while (found := evil.get(f"{path}.json").json())["job"]["open"]:
        assert time.monotonic() < end
        time.sleep(0.1)
    assert found["all"] == len(EVIL) + 1 and found["job"]["state"] == "done", found["job"]
    text = harmless(evil, path)
    hits = [link.replace("&amp;", "&") for link in re.findall(r'href="(/hits\?[^"]+)"', text)]
    assert hits
    for link in hits:
        harmless(evil, link)
    table = list(csv.reader(io.StringIO(evil.get(f"{path}/answers.csv").text)))
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "@", "\t"))]
    harmless(evil, path.replace("/screening/", "/jobs/"))


def test_pairs_and_files(evil: Client) -> None:
    for skip in range(len(EVIL) - 1):
        harmless(evil, f"/review?latin=1&skip={skip}")
    name = "<script>alert(1)</script>\u202e{}.csv"
    sheets = [f"name,{text}\nx,{text}\n".encode("utf-8", "replace") for text in EVIL.values()]
    files = [("files", (name.format(n), sheet, "text/csv")) for n, sheet in enumerate(sheets)]
    harmless(evil, evil.post("/import", {}, files=files).headers["location"])
    harmless(evil, "/import")
    harmless(evil, "/jobs")

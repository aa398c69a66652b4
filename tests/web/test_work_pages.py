"""The pages of work: import, lists, screening, hits, review, jobs, compare; each flow by forms alone, in three languages."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from test_api import NAMES
from web_samples import HOSTILE, Client, local_client

from dragoman.workspace import open_workspace
from dragoman.workspace.resolving import Resolving

LANGS = ("en", "zh", "ru")
CATALOGUE = (
    "Exhibitor,Country,Stand,Exhibit\nHarbour Robotics Ltd,United Kingdom,A1,Pipe crawler\nTidal Optics JSC,Russia,A2,Lidar\n"
)


def prepared(folder: Path) -> None:
    """Give a workspace a list in two editions, and pairs that wait for review."""
    sheet = folder / "watch.csv"
    with open_workspace(folder) as workspace:
        for text in (NAMES.replace("Harbour Robotics Ltd", "Harbour Robots Ltd"), NAMES):
            sheet.write_text(text, "utf-8")
            workspace.lists.add(
                "watch", sheet, name_column="name", id_column="id", schema_column="schema", published="2019-03-01"
            )
        Resolving(workspace).run()
        (folder / "resolve" / "queue.jsonl").write_text(_queue(workspace), "utf-8")


@pytest.fixture
def working(folder: Path) -> Iterator[Client]:
    """A site with a list in two editions, and pairs that wait for review."""
    prepared(folder)
    with local_client(folder) as made:
        yield made


def _queue(workspace: Any) -> str:
    """Pairs of organisations, as the engine would leave them for a person."""
    import json

    ids = [row.id for row in workspace.entities.of_kind("LegalEntity").rows]
    pairs = [(ids[0], ids[1]), (ids[1], ids[2])]
    return "".join(json.dumps({"left": a, "right": b, "value": 0.8, "held": ["countries differ"]}) + "\n" for a, b in pairs)


def wait(client: Client, answer: httpx.Response) -> dict[str, Any]:
    """The job a form led to, when it is over."""
    assert answer.status_code == 303, answer.text[:600]
    path, end = answer.headers["location"], time.monotonic() + 120
    while (job := client.get(f"{path}.json").json()["job"])["open"]:
        assert time.monotonic() < end
        time.sleep(0.1)
    return dict(job)


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text[:600]
    return answer.text


def test_files_are_dropped_and_read(working: Client) -> None:
    files = [("files", ("a.txt", b"Harbour Robotics Ltd signed an agreement on 3 May 2018.", "text/plain")),
             ("files", ("<b>.pdf", b"%PDF-1.4 nothing", "application/pdf"))]  # fmt: skip
    job = wait(working, working.post("/import", {}, files=files))
    assert (job["state"], job["figures"]["documents"], job["figures"]["refused"]) == ("done", 1, 1)
    text = page(working, f"/jobs/{job['id']}")
    assert "1 thing was not taken" in text and "_b_.pdf" in text
    assert "data-poll" not in text and job["id"] in page(working, "/jobs") and "_b_.pdf" in page(working, "/import")
    assert working.post("/import", {}, files=[("files", ("", b""))]).status_code == 400


def test_sheets_are_looked_at_mapped_and_taken_in(working: Client) -> None:
    with open_workspace(working.site.folder) as workspace:
        edition = workspace.expo.enter("Edition", {"name": "3rd Tidal Fair", "startDate": "2019-06-14"}, by="A. Chen")
    sheet = CATALOGUE.replace("Exhibitor", "Zzyzx")
    assert edition in page(working, f"/import?edition={edition}")
    answer = working.post("/import", {"edition": edition}, files=[("files", ("catalogue.csv", sheet.encode(), "text/csv"))])
    assert answer.headers["location"].endswith(f"?edition={edition}")
    assert re.search(f'<option value="{edition}" selected', page(working, answer.headers["location"]))
    path = answer.headers["location"].partition("?")[0]
    assert (path.startswith("/import/") and "not understood" in page(working, path)) or "Taken for" in page(working, path)
    mapped = {"wish": "map", "kind": "catalogue", "sheet": ""}
    for number, field in enumerate(("exhibitor.name", "", "", "exhibit.name")):
        mapped |= {f"heading{number}": sheet.split()[0].split(",")[number], f"field{number}": field}
    answer = working.post(path, mapped)
    assert answer.headers["location"] == path
    columns = working.get(f"{path}.json").json()["intake"]["sheets"][0]["columns"]
    assert columns[0]["field"] == "exhibitor.name" and columns[0]["cells"][0] == "Harbour Robotics Ltd"
    job = wait(working, working.post(path, {"wish": "begin", "edition": edition}))
    assert job["state"] == "done" and job["figures"]["rows"] == 2, job
    assert job["further"] == f"/expo/{edition}/figures"
    assert working.get(path).status_code == 404
    answer = working.post("/import", {}, files=[("files", ("other.csv", CATALOGUE.encode(), "text/csv"))])
    working.post(answer.headers["location"], {"wish": "discard"})
    assert working.get(answer.headers["location"]).status_code == 404


def test_a_list_is_added_updated_and_its_editions_compared(working: Client) -> None:
    text = page(working, "/lists")
    assert "watch" in text and "Harbour" not in text
    files = [("files", ("more.csv", b"Name,Country\nPort Crane AG,ch\n", "text/csv"))]
    job = wait(working, working.post("/lists", {"label": "more", "name_column": "Name"}, files=files))
    assert (job["state"], job["further"]) == ("done", "/lists/more")
    assert "Port Crane AG" in page(working, "/lists/more/record?id=" + _first(working, "more"))
    updated = wait(working, working.post("/lists/more/update", {}))
    assert updated["state"] == "done" and updated["result"]["new"] is False
    changed = working.get("/lists/watch/changes.json").json()
    assert changed["counts"] == {"renamed": 1} and changed["changes"][0]["was"] == "Harbour Robots Ltd"
    assert "Harbour Robots Ltd" in page(working, "/lists/watch/changes")
    assert "one edition only" in page(working, "/lists/more/changes")
    assert working.post("/lists", {"public": "un"}).status_code == 400
    assert working.post("/lists", {"label": "../x"}, files=files).status_code == 400
    assert working.get("/lists/none").status_code == 404 and working.get("/lists/watch/record?id=none").status_code == 404


def _first(client: Client, label: str) -> str:
    with open_workspace(client.site.folder) as workspace:
        return str(workspace.lists.edition(label).entity(0)["id"])


def test_names_are_screened_and_a_hit_is_cleared_with_a_note(working: Client) -> None:
    answer = working.post(
        "/screening", {"names": f"Harbour Robotics Ltd\nIvan Petrov\nNobody At All GmbH\n{HOSTILE}", "lists": "watch"}
    )
    path = answer.headers["location"]
    job = wait_for_answers(working, path)
    assert job["figures"]["rows"] == 4
    text = page(working, path)
    assert "A hit is a lead, not a verdict." in text and "name alone, 1 bearer known" in text
    assert "Not found in" in text, text
    assert re.search(r"Not found in\s+watch \(1 March 2019\)", text) and "<script>alert" not in text
    link = re.search(r'href="(/hits\?[^"]*record=watch%3A1[^"]*)"', text)
    assert link
    hit = link[1].replace("&amp;", "&")
    shown = page(working, hit)
    assert "Why: each reason with its weight" in shown and "<rect" in shown and "watch.csv" in shown
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown))
    fields.pop("csrf")
    wrong = working.post("/hits", fields | {"verdict": "cleared", "note": " "})
    assert wrong.status_code == 422 and "needs a note" in wrong.text
    done = working.post("/hits", fields | {"verdict": "cleared", "note": "another firm, founded 2019"})
    after = working.follow(done).text
    assert "Cleared by" in after and "another firm, founded 2019" in after
    assert working.get(f"{path}.json?only=cleared").json()["counts"]["cleared"] == 1
    assert "cleared by" in working.get(f"{path}/answers.csv").text
    assert working.get(f"{path}/answers.xlsx").content[:2] == b"PK"
    assert len(working.get(f"{path}/answers.jsonl").text.splitlines()) == 4
    assert working.get(f"{path}/answers.exe").status_code == 404


def wait_for_answers(client: Client, path: str) -> dict[str, Any]:
    end = time.monotonic() + 120
    while (job := client.get(f"{path}.json").json()["job"])["open"]:
        assert time.monotonic() < end
        time.sleep(0.1)
    return dict(job)


def test_a_sheet_is_screened_by_its_columns(working: Client) -> None:
    sheet = "№;Партнёр;Страна\n1;Ivan Petrov;ru\n2;=cmd|' /C calc'!A0;de\n"
    answer = working.post("/screening", {}, files=[("files", ("partners.csv", sheet.encode(), "text/csv"))])
    path = answer.headers["location"]
    found = working.get(f"{path}.json").json()
    assert found["headings"] == ["№", "Партнёр", "Страна"] and found["guessed"]["country"] == "Страна"
    answer = working.post(path, {"name": "Партнёр", "country": "Страна"})
    job = wait_for_answers(working, answer.headers["location"])
    assert job["state"] == "done" and job["figures"]["rows"] == 2, job
    assert "'=cmd|" in working.get(f"{answer.headers['location']}/answers.csv").text
    assert working.get(path).status_code == 404


def test_pairs_are_reviewed_and_one_taken_back(working: Client) -> None:
    found = working.get("/review.json").json()
    assert found["waiting"] == 2 and found["judged"] == 0
    text = page(working, "/review")
    for key in "sdul":
        assert f'data-key="{key}"' in text
    ids = {side: found["question"][side]["id"] for side in ("left", "right")}
    working.follow(working.post("/review", ids | {"verdict": "different"}))
    now = working.get("/review.json").json()
    assert (now["waiting"], now["judged"]) == (1, 1) and now["question"]["left"]["id"] != ids["left"]
    assert 'data-key="z"' in page(working, "/review?latin=1")
    assert "waits again" in working.follow(working.post("/review/undo", {"latin": "1"})).text
    assert working.get("/review.json").json()["waiting"] == 2
    working.post("/review", ids | {"verdict": "unsure"})
    assert working.get("/review.json?unsure=1").json()["waiting"] == 2
    assert working.post("/review", ids | {"verdict": "maybe"}).status_code == 400


def test_two_names_are_compared(working: Client) -> None:
    found = working.get("/compare.json?left=哈尔滨工程大学&right=Harbin Engineering University").json()
    assert found["verdict"] == "same" and found["score"]["steps"]
    assert abs(sum(s["weight"] for s in found["score"]["steps"]) - found["score"]["sum"]) < 0.1
    assert "different" in page(working, "/compare?left=Siemens&right=Kawasaki") and "counts as" not in page(working, "/compare")


PAGES = (
    "/import", "/jobs", "/lists", "/lists/watch", "/lists/watch/changes", "/lists/watch/record?id=1", "/screening", "/review",
    "/review?latin=1", "/compare", "/compare?left=Иван Петров&right=Ivan Petrov&schema=Person",
    "/hits?name=Ivan%20Petrov&schema=Person&dates=1961&countries=ru&record=watch:3",
)  # fmt: skip


def test_every_page_speaks_three_languages_and_has_a_twin(working: Client) -> None:
    for path in PAGES:
        texts = [page(working, f"{path}{'&' if '?' in path else '?'}lang={lang}") for lang in LANGS]
        heads = {found[1] for t in texts if (found := re.search(r"<h1[^>]*>(.*?)</h1>", t, re.S))}
        assert len(heads) == 3 or "/watch" in path or "/hits" in path, path
        for text in texts:
            assert " style=" not in text and "<style" not in text and " onclick" not in text
        head, _, query = path.partition("?")
        twin = working.get(f"{head}.json?{query}")
        assert twin.status_code == 200 and twin.headers["content-type"] == "application/json", path


@pytest.mark.parametrize("name", [HOSTILE, "a" * 900, "\u202edrows", "x\x00y", "'\"><img src=x>", "{{ 7*7 }}"])
def test_hostile_names_are_harmless_on_pages(working: Client, name: str) -> None:
    for path in ("/compare", "/screening", "/hits", "/lists/watch/record", "/jobs", "/review"):
        query = {
            "left": name,
            "right": name,
            "names": name,
            "name": name,
            "record": f"watch:{name}",
            "id": name,
            "schema": name,
        }
        answer = working.get(path, params=query)
        assert answer.status_code in (200, 400, 404), (path, answer.status_code)
        for bad in ("<script>alert", "<img src=x", "\u202e", "\x00"):
            assert bad not in answer.text, (path, bad)


def test_reasons_have_words_in_every_language(working: Client) -> None:
    from dragoman.compare.entities import DETAIL
    from dragoman.compare.features import NAMES as FIGURES
    from dragoman.web.words import Speech

    known, words = (*DETAIL, *FIGURES, "start", "identical", "letters", "rest", "held"), Speech("zh")
    assert [name for name in known if not words.has(f"reason.{name.replace(' ', '_')}")] == []


def test_who_only_reads_may_not_start_work(folder: Path) -> None:
    from dragoman.web.accounts import Role

    with local_client(folder, accounts=True) as client:
        client.site.accounts.add("reader", "a long password", Role.READER)
        client.headers = {"authorization": f"Bearer {client.site.accounts.issue('reader', 'x')}"}
        assert client.get("/jobs").status_code == 200 and client.get("/import").status_code == 403
        for path in ("/review", "/screening", "/hits", "/import"):
            assert client.ask("POST", path, data={}).status_code == 403, path


def test_who_only_reads_is_shown_no_form_of_work(folder: Path) -> None:
    from dragoman.web.accounts import Role

    prepared(folder)
    with local_client(folder, accounts=True) as client:
        for name, role in (("reader", Role.READER), ("analyst", Role.ANALYST)):
            client.site.accounts.add(name, "a long password", role)
            client.headers = {"authorization": f"Bearer {client.site.accounts.issue(name, 'x')}"}
            for path in ("/lists", "/lists/watch", "/screening", "/review"):
                text = page(client, path).partition("<main")[2].partition("</main>")[0]
                assert ('method="post"' in text) == (role is Role.ANALYST), (name, path)

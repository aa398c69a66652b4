"""The HTTP API: every operation by its own description, pages and cursors, errors as problem+json, jobs with 202."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from web_samples import HOSTILE, Client, local_client

from dragoman.web.api.doors import OPERATIONS, described
from dragoman.web.api.shape import faults
from dragoman.workspace import open_workspace

NAMES = """id,name,alias,country,birthDate,schema
1,Harbour Robotics Ltd,HRL,gb,,Company
2,Sichuan University,,cn,,Organization
3,Ivan Petrov,,ru,1961-04-12,Person
"""


@pytest.fixture(scope="session")
def listed(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a list of its own, in two editions; not to be changed."""
    import shutil

    folder = Path(shutil.copytree(sample_folder, tmp_path_factory.mktemp("listed") / "workspace"))
    sheet = folder.parent / "watch.csv"
    with open_workspace(folder) as workspace:
        for text in (NAMES.replace("Harbour Robotics Ltd", "Harbour Robots Ltd"), NAMES):
            sheet.write_text(text, "utf-8")
            workspace.lists.add(
                "watch", sheet, name_column="name", id_column="id", schema_column="schema", alias_column="alias",
                country_column="country", birth_date_column="birthDate", published="2019-03-01",
            )  # fmt: skip
    return folder


@pytest.fixture(scope="session")
def asking(listed: Path) -> Iterator[Client]:
    with local_client(listed) as made:
        yield with_token(made)


def with_token(client: Client) -> Client:
    """A program with an API token, and no cookie."""
    client.headers = {"authorization": f"Bearer {client.site.accounts.issue('', 'tests')}"}
    client.cookies.clear()
    return client


def got(client: Client, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def sent(client: Client, path: str, body: Any) -> Any:
    return client.ask("POST", path, json=body)


def wait_for(client: Client, job: str) -> dict[str, Any]:
    end = time.monotonic() + 120
    while (found := got(client, f"/api/jobs/{job}"))["state"] in ("waiting", "running"):
        assert time.monotonic() < end, found
        time.sleep(0.1)
    return dict(found)


def test_every_example_fits_its_shape() -> None:
    for operation in OPERATIONS:
        assert not list(faults(operation.example, operation.gives)), operation.path
        if operation.body and operation.body.kind == "application/json":
            assert not list(faults(operation.body.example, operation.body.shape)), operation.path
        for param in operation.params:
            for example in param.shape.get("examples", ()):
                assert not list(faults(example, param.shape)), (operation.path, param.name)


def test_the_description_is_complete_and_names_each_operation_once(asking: Client) -> None:
    found = got(asking, "/api/openapi.json")
    assert found["openapi"] == "3.1.0" and found == json.loads(json.dumps(described()))
    named = [o["operationId"] for path in found["paths"].values() for o in path.values()]
    assert len(named) == len(set(named)) == len(OPERATIONS)
    assert all(o["summary"].endswith(".") for path in found["paths"].values() for o in path.values())


def test_plain_lists_fit_their_shapes(asking: Client) -> None:
    entity = got(asking, "/api/entities?limit=1")["results"][0]["id"]
    document = got(asking, "/api/documents?limit=1")["results"][0]["id"]
    statement = got(asking, f"/api/entities/{entity}/statements")["results"][0]["id"]
    ids = {"/api/entities/{id}": entity, "/api/documents/{id}": document, "/api/statements/{id}": statement}
    asked = 0
    for operation in OPERATIONS:
        if (
            operation.method != "GET"
            or operation.kind != "application/json"
            or "/jobs/{id}" in operation.path
            or "screenings" in operation.path
        ):
            continue
        path = operation.path.replace("{label}", "watch").replace("{scope}", "watch")
        path = path.replace("{id}", next((i for p, i in ids.items() if operation.path.startswith(p)), "1"))
        wanted = "&".join(f"{p.name}={p.shape.get('examples', ['x'])[0]}" for p in operation.params if p.required)
        found = got(asking, f"{path}?{wanted}")
        assert not list(faults(found, operation.gives)), (path, list(faults(found, operation.gives))[:3])
        asked += 1
    assert asked > 20


def test_pages_and_cursors_give_everything_once(asking: Client) -> None:
    answer = asking.get("/api/documents?limit=3")
    assert answer.json()["total"] == 4 and 'rel="next"' in answer.headers["link"]
    further = answer.headers["link"].split(">")[0][1:]
    assert [d["id"] for d in asking.get(further).json()["results"]] == [
        d["id"] for d in got(asking, "/api/documents?offset=3")["results"]
    ]
    ids: list[str] = []
    path = "/api/statements?limit=7"
    while path:
        answer = asking.get(path)
        ids += [s["id"] for s in answer.json()["results"]]
        path = answer.headers["link"].split(">")[0][1:] if "link" in answer.headers else ""
    with open_workspace(asking.site.folder) as workspace:
        assert ids == [s.id for s in workspace.store.statements()]


def test_search_entities_and_what_stands_beside_them(asking: Client) -> None:
    found = got(asking, "/api/search?q=четырёх")
    assert found["total"] == 0 and found["results"] == []
    hit = next(h for h in got(asking, "/api/search?q=Sichuan")["results"] if h["kind"] == "entity")
    assert hit["id"] in [h["id"] for h in got(asking, "/api/search?q=Sichuan Univercity")["results"]]
    whole = got(asking, "/api/search?q=university&limit=50")
    parts = [
        h["id"] for n in range(whole["total"]) for h in got(asking, f"/api/search?q=university&limit=1&offset={n}")["results"]
    ]
    assert parts == [h["id"] for h in whole["results"]] and len(parts) == whole["total"] > 1
    assert all(h["schema"] == "Person" for h in got(asking, "/api/search?q=Ivan&schema=Person")["results"])
    entity = got(asking, f"/api/entities/{hit['id']}")
    assert entity["caption"] == hit["caption"] and entity["properties"]["name"]
    assert got(asking, f"/api/entities/{hit['id']}/adjacent")["total"] > 0
    assert got(asking, f"/api/entities/{hit['id']}/adjacent?property=none")["total"] == 0
    assert asking.get(f"/api/entities/{hit['id']}?as_of=2018").status_code == 200
    assert asking.get(f"/api/entities/{hit['id']}?known_at=2001-01-01").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nothing", 404),
        ("DELETE", "/api/documents", 405),
        ("GET", "/api/search", 422),
        ("GET", "/api/documents?limit=0", 422),
        ("GET", "/api/documents?limit=x", 422),
        ("GET", "/api/documents?offset=99999999999999999999999999", 422),
        ("GET", "/api/entities?kind=unicorn", 404),
        ("GET", "/api/entities/nobody%20at%20all", 404),
        ("GET", "/api/entities/%00", 422),
        ("GET", "/api/lists/none", 404),
        ("GET", "/api/lists/..%2F..%2Fetc", 404),
        ("GET", "/api/lists/watch/changes?old=1999", 404),
        ("GET", "/api/jobs/000000000000", 404),
        ("GET", "/api/statements?after=-1", 422),
        ("GET", "/api/statements?schema=Unicorn", 404),
        ("GET", "/search/none?q=x", 404),
        ("POST", "/match/watch", 422),
        ("POST", "/api/decisions", 422),
    ],
)
def test_errors_are_problems(asking: Client, method: str, path: str, status: int) -> None:
    answer = asking.ask(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text[:300]
    assert answer.json()["status"] == status and answer.json()["title"]
    if status == 422:
        assert answer.json()["errors"][0]["what"]


@pytest.mark.parametrize(
    "body",
    [
        "[",
        "null",
        "[]",
        "3",
        '{"queries": {}}',
        '{"queries": []}',
        '{"queries": {"a": null}}',
        '{"queries": {"a": {"schema": "Person"}}}',
        '{"queries": {"a": {"schema": "Person", "properties": {"name": [{"a": 1}]}}}}',
        '{"queries": {"a": {"schema": "Person", "properties": {"name": ["\\ud800"]}}}}',
        "[" * 10_000,
    ],
)
def test_no_body_makes_a_fault(asking: Client, body: str) -> None:
    answer = asking.ask("POST", "/match/watch", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422) and answer.headers["content-type"] == "application/problem+json", answer.text


def test_a_program_without_a_token_is_not_let_in(listed: Path) -> None:
    with local_client(listed) as client:
        client.cookies.clear()
        assert client.get("/api/documents").status_code == 401
        assert client.get("/healthz").json() == {"status": "ok"}
        assert client.get("/api/openapi.json").status_code == 200
        client.headers = {"authorization": "Bearer wrong"}
        assert client.get("/api/documents").status_code == 401


def test_files_are_read_as_a_job(folder: Path) -> None:
    with local_client(folder) as client:
        with_token(client)
        files = [("files", ("a.txt", b"Harbour Robotics Ltd signed an agreement with Sichuan University on 3 May 2018.")),
                 ("files", ("b.pdf", b"%PDF-1.4 nothing"))]  # fmt: skip
        answer = client.ask("POST", "/api/documents", files=files)
        assert answer.status_code == 202 and answer.headers["location"] == f"/api/jobs/{answer.json()['id']}"
        job = wait_for(client, answer.json()["id"])
        assert (job["state"], job["result"]["documents"], job["result"]["refused"]) == ("done", 1, 1)
        assert "b.pdf" in got(client, f"/api/jobs/{job['id']}/refusals")["results"][0]["line"]
        assert got(client, "/api/documents")["total"] == 5
        assert client.ask("POST", "/api/documents", files=[]).status_code == 422
        assert client.ask("POST", f"/api/jobs/{job['id']}/resume").status_code == 409


def test_decisions_are_logged_and_taken_back(folder: Path) -> None:
    with local_client(folder) as client:
        with_token(client)
        left, right = (e["id"] for e in got(client, "/api/entities?kind=Organization&limit=2")["results"])
        body = {"subject": "identity", "left": left, "right": right, "verdict": "same", "note": "told so"}
        made = sent(client, "/api/decisions", body)
        assert made.status_code == 201, made.text
        assert got(client, f"/api/entities/{left}")["id"] == got(client, f"/api/entities/{right}")["id"]
        assert got(client, "/api/decisions?subject=identity")["results"][0]["note"] == "told so"
        undone = client.ask("POST", f"/api/decisions/{made.json()['id']}/undo", json={"note": "not so"})
        assert undone.status_code == 201 and undone.json()["undoes"] == made.json()["id"]
        assert got(client, f"/api/entities/{left}")["id"] != got(client, f"/api/entities/{right}")["id"]
        again = client.ask("POST", f"/api/decisions/{made.json()['id']}/undo", json={})
        assert again.status_code == 409 and again.json()["detail"] == "that decision was taken back already"
        fact = next(s["id"] for s in got(client, "/api/statements?limit=500")["results"] if s["suggested"])
        judged = sent(client, "/api/decisions", {"subject": "fact", "fact": fact, "verdict": "accepted", "note": "seen there"})
        assert judged.status_code == 201 and got(client, f"/api/statements/{fact}")["standing"] == "accepted"
        assert got(client, "/api/decisions?subject=fact")["total"] >= 1
        assert sent(client, "/api/decisions", body | {"verdict": "cleared"}).status_code == 422
        assert sent(client, "/api/decisions", body | {"left": "Nobody Ltd"}).status_code == 404


def test_names_are_screened_and_a_hit_cleared(listed: Path, tmp_path: Path) -> None:
    import shutil

    with local_client(Path(shutil.copytree(listed, tmp_path / "own"))) as client:
        with_token(client)
        answer = sent(client, "/api/screenings", {"names": ["Harbour Robotics Ltd", "Nobody At All GmbH", HOSTILE]})
        job = wait_for(client, answer.json()["id"])
        assert (job["state"], job["result"]["rows"], job["result"]["found"]) == ("done", 3, 1), job
        found = got(client, f"/api/screenings/{job['id']}/answers")
        assert found["counts"] == {"open": 1, "none": 2, "all": 3} and found["results"][2]["name"] == " ".join(HOSTILE.split())
        assert found["results"][1]["answer"].startswith("not found in watch (")
        cleared = {
            "subject": "hit",
            "name": "Harbour Robotics Ltd",
            "record": "watch:1",
            "verdict": "cleared",
            "note": "another firm",
        }
        assert sent(client, "/api/decisions", cleared).status_code == 201
        state = got(client, f"/api/screenings/{job['id']}/answers?only=cleared")["results"][0]
        assert state["hits"][0]["note"] == "another firm" and state["state"] == "cleared"
        assert sent(client, "/api/decisions", cleared | {"note": " "}).status_code == 422
        assert sent(client, "/api/screenings", {"names": [" "]}).status_code == 422
        assert sent(client, "/api/screenings", {"names": ["A"], "lists": ["none"]}).status_code == 404


def test_every_subject_of_a_decision_is_described() -> None:
    from dragoman.model.decision import Subject
    from dragoman.web.api import decisions, rows

    assert set(Subject) == set(decisions.SUBJECTS) == set(rows.DECISION["properties"]["subject"]["enum"])

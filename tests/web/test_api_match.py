"""Matching by example in yente's wire format, and the reconciliation service as OpenRefine uses it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from test_api import asking, got, listed, sent, with_token  # noqa: F401 (fixtures)
from web_samples import HOSTILE, Client, local_client

from dragoman.workspace import open_workspace


def match(client: Client, scope: str, query: str = "", **queries: Any) -> Any:
    answer = sent(client, f"/match/{scope}{query}", {"queries": queries})
    assert answer.status_code == 200, answer.text[:500]
    return answer.json()


def person(*names: str, **more: list[str]) -> dict[str, Any]:
    return {"schema": "Person", "properties": {"name": list(names), **more}}


def test_examples_are_answered_in_the_form_yente_gives(asking: Client) -> None:  # noqa: F811
    found = match(
        asking,
        "watch",
        a=person("Ivan Petrov", birthDate=["1961-04-12"]),
        b={"id": "x", "schema": "Company", "properties": {"name": "Harbour Robotics"}},
    )
    assert set(found) == {"responses", "matcher", "limit"} and found["limit"] == 5
    one = found["responses"]["a"]
    assert (one["status"], one["total"]) == (200, {"value": 1, "relation": "eq"})
    assert one["query"]["properties"]["name"] == ["Ivan Petrov"]
    best = one["results"][0]
    assert (best["id"], best["schema"], best["match"], best["datasets"], best["target"]) == (
        "3",
        "Person",
        True,
        ["watch"],
        True,
    )
    assert best["score"] > 0.99 and best["features"]["date same"] == 5.0
    assert best["explanations"]["date same"]["candidate"] == "1961-04-12"
    assert set(best["features"]) <= set(best["explanations"]) and best["properties"]["name"] == ["Ivan Petrov"]
    assert found["responses"]["b"]["results"][0]["caption"] == "Harbour Robotics Ltd"


def test_other_particulars_lower_the_score_and_cutoff_and_limit_hold(asking: Client) -> None:  # noqa: F811
    found = match(asking, "lists", a=person("Ivan Petrov"), b=person("Ivan Petrov", birthDate=["1990"]))["responses"]
    assert found["a"]["results"][0]["score"] > found["b"]["results"][0]["score"] if found["b"]["results"] else True
    assert found["a"]["results"][0]["remarks"] == ["name alone, 1 bearer known"]
    near = match(asking, "watch", "?threshold=0.9999999&cutoff=0.5", a=person("Ivan Petrow"))["responses"]["a"]["results"]
    assert [r["match"] for r in near] == [False]
    assert match(asking, "watch", "?threshold=1&cutoff=0.99999", a=person("Ivan Petrow"))["responses"]["a"]["results"] == []
    assert match(asking, "watch", "?exclude_schema=Person", a=person("Ivan Petrov"))["responses"]["a"]["results"] == []
    assert match(asking, "watch", a=person("Иван Петров"))["responses"]["a"]["results"][0]["id"] == "3"


def test_the_workspace_is_a_scope_and_keeps_up_with_it(folder: Any) -> None:
    with local_client(folder) as client:
        with_token(client)
        company = {"schema": "Organization", "properties": {"name": ["Sychuan Univercity"]}}
        best = match(client, "workspace", a=company)["responses"]["a"]["results"][0]
        assert best["caption"] in ("Sichuan University", "四川大学") and best["target"] is False
        assert match(client, "workspace", a=person("Tamara Obolenskaya"))["responses"]["a"]["results"] == []
        with open_workspace(folder) as workspace:
            (folder / "new.txt").write_text("Professor Tamara Obolenskaya visited Chengdu on 3 May 2018.", "utf-8")
            workspace.documents.read([folder / "new.txt"])
        assert (
            match(client, "workspace", a=person("Tamara Obolenskaia"))["responses"]["a"]["results"][0]["caption"]
            == "Tamara Obolenskaya"
        )


@pytest.mark.parametrize("name", [HOSTILE, "a" * 10_000, "\x00", "\u202e", "", " ", "'; DROP TABLE x; --", "名" * 5_000, "🤖"])
def test_hostile_names_are_answered(asking: Client, name: str) -> None:  # noqa: F811
    for scope in ("watch", "workspace"):
        found = match(asking, scope, a=person(name), b={"schema": "", "properties": {"name": [name], "innCode": [name]}})
        assert set(found["responses"]) == {"a", "b"}


def test_a_schema_that_is_not_known_here_counts_as_none(asking: Client) -> None:  # noqa: F811
    found = match(asking, "watch", a={"schema": "CryptoWallet", "properties": {"name": ["Harbour Robotics Ltd"]}})
    assert found["responses"]["a"]["results"][0]["id"] == "1" and found["responses"]["a"]["query"]["schema"] == "CryptoWallet"


def test_scope_and_batch_are_checked(asking: Client) -> None:  # noqa: F811
    assert sent(asking, "/match/nobody", {"queries": {"a": person("A")}}).status_code == 404
    assert sent(asking, "/match/watch", {"queries": {str(n): person("A") for n in range(101)}}).status_code == 422
    assert sent(asking, "/match/watch?limit=1000", {"queries": {"a": person("A")}}).status_code == 422


def test_what_else_clients_of_yente_ask_for(asking: Client) -> None:  # noqa: F811
    catalog = got(asking, "/catalog")
    assert {"watch", "lists", "workspace"} == {d["name"] for d in catalog["datasets"]} == set(catalog["current"])
    assert got(asking, "/algorithms")["default"] == "dragoman"
    found = got(asking, "/search/watch?q=Petrov%20Ivan&schema=Person")
    assert found["results"][0]["id"] == "3" and found["total"] == {"value": 1, "relation": "eq"}
    assert got(asking, "/api/records/watch/3")["caption"] == "Ivan Petrov"


def test_a_session_of_openrefine(asking: Client) -> None:  # noqa: F811
    """What OpenRefine 3.8 asks, in its order, without headers: manifest, guessing, a batch, suggestions, preview, extension."""
    token = asking.headers["authorization"].split()[1]
    client = Client(asking.app)
    manifest = client.get(f"/reconcile/watch?token={token}").json()
    assert "0.2" in manifest["versions"] and manifest["identifierSpace"] and manifest["schemaSpace"]
    assert {"id": "Company", "name": "company"} in [{**t, "name": t["name"].lower()} for t in manifest["defaultTypes"]]

    guess = {
        f"q{n}": {"query": name, "limit": 3} for n, name in enumerate(["Harbour Robotics", "Sichuan University", "Nobody"])
    }
    answer = client.ask("POST", f"/reconcile/watch?token={token}", data={"queries": json.dumps(guess)})
    assert answer.headers["access-control-allow-origin"] == "*"
    found = answer.json()
    assert [len(found[f"q{n}"]["result"]) > 0 for n in range(3)] == [True, True, False]
    best = found["q1"]["result"][0]
    assert best["id"] == "2" and best["match"] is True and best["score"] > 99 and best["type"][0]["id"] == "Organization"

    batch = {
        "q0": {
            "query": "Ivan Petrov",
            "type": "Person",
            "type_strict": "should",
            "limit": 5,
            "properties": [{"pid": "birthDate", "v": "1961-04-12"}, {"pid": "country", "v": {"id": "ru", "name": "Russia"}}],
        }
    }
    one = client.get(f"/reconcile/watch?token={token}", params={"token": token, "queries": json.dumps(batch)}).json()["q0"][
        "result"
    ][0]
    assert one["match"] is True and {"id": "date same", "value": 5.0} in one["features"]
    assert client.get("/reconcile/watch", params={"token": token, "query": "Ivan Petrov"}).json()["result"][0]["match"] is False

    def ask(service: dict[str, str], **params: str) -> Any:
        path = (service["service_url"] + service["service_path"]).removeprefix("http://127.0.0.1:8321")
        return client.get(path, params={"token": token, **params}).json()

    suggest = manifest["suggest"]
    assert ask(suggest["entity"], prefix="Harbour Rob")["result"][0]["name"] == "Harbour Robotics Ltd"
    assert {"id": "Person", "name": "Person"} in [
        {"id": r["id"], "name": r["id"]} for r in ask(suggest["type"], prefix="per")["result"]
    ]
    assert "birthDate" in [r["id"] for r in ask(suggest["property"], prefix="birth")["result"]]
    proposed = ask(manifest["extend"]["propose_properties"], type="Person")
    assert proposed["type"] == "Person" and "birthDate" in [p["id"] for p in proposed["properties"]]

    extend = {"ids": ["3", "nobody"], "properties": [{"id": "birthDate"}, {"id": "country"}]}
    made = client.ask("POST", f"/reconcile/watch?token={token}", data={"extend": json.dumps(extend)}).json()
    assert made["rows"]["3"] == {"birthDate": [{"str": "1961-04-12"}], "country": [{"str": "ru"}]}
    assert made["rows"]["nobody"] == {"birthDate": [], "country": []} and [m["id"] for m in made["meta"]] == [
        "birthDate",
        "country",
    ]

    url = manifest["preview"]["url"].replace("{{id}}", "3").removeprefix("http://127.0.0.1:8321")
    preview = client.get(url)
    assert (
        preview.status_code == 200
        and "Ivan Petrov" in preview.text
        and "frame-ancestors *" in preview.headers["content-security-policy"]
    )


@pytest.mark.parametrize(
    "sent_form", [{"queries": "["}, {"queries": "[]"}, {"queries": '{"a": 1}'}, {"extend": "{}"}, {"extend": "1"}]
)
def test_reconciliation_tells_what_does_not_fit(asking: Client, sent_form: dict[str, str]) -> None:  # noqa: F811
    answer = asking.ask("POST", "/reconcile/watch", data=sent_form)
    assert answer.status_code == 422 and answer.headers["content-type"] == "application/problem+json"


def test_ids_carry_their_list_where_all_are_looked_in(asking: Client) -> None:  # noqa: F811
    found = asking.ask("POST", "/reconcile/lists", data={"queries": '{"a": {"query": "Ivan Petrov"}}'}).json()
    assert found["a"]["result"][0]["id"] == "watch:3"
    assert "Ivan Petrov" in asking.get("/reconcile/lists/preview?id=watch:3").text
    assert asking.get("/reconcile/none").status_code == 404
    assert asking.get("/reconcile/watch/preview?id=none").status_code == 404


def results(client: Client, scope: str, query: str, **example: Any) -> list[str]:
    found = match(client, scope, query, a=example or person("Ivan Petrov"))["responses"]["a"]["results"]
    return [r["id"] for r in found]


def test_what_clients_leave_out_is_left_out(asking: Client) -> None:  # noqa: F811
    assert results(asking, "lists", "") == ["3"]
    for left_out in (
        "exclude_dataset=watch",
        "exclude_schema=Person",
        "exclude_entity_ids=3",
        "topics=sanction",
    ):
        assert results(asking, "lists", f"?{left_out}") == [], left_out
    assert results(asking, "lists", "?exclude_dataset=other&exclude_entity_ids=4&include_dataset=watch") == ["3"]
    assert len(results(asking, "workspace", "?include_dataset=watch")) == 2
    assert results(asking, "watch", "?changed_since=1990-01-01") == ["3"]
    assert results(asking, "watch", "?changed_since=2190-01-01") == []
    assert sent(asking, "/match/lists?include_dataset=none", {"queries": {"a": person("Ivan Petrov")}}).status_code == 404


def test_more_than_is_given_may_be_asked_for_and_values_need_not_be_texts(asking: Client) -> None:  # noqa: F811
    assert match(asking, "watch", "?limit=500", a=person("Ivan Petrov"))["limit"] == 50
    assert got(asking, "/search/watch?q=Ivan%20Petrov&limit=500&offset=9000")["limit"] == 50
    said = {"schema": "Person", "properties": {"name": "Ivan Petrov", "birthDate": [1961, None], "pep": [True]}}
    assert results(asking, "watch", "", **said) == ["3"]


def test_times_are_whole_or_none(asking: Client) -> None:  # noqa: F811
    from datetime import datetime

    best = match(asking, "watch", a=person("Ivan Petrov"))["responses"]["a"]["results"][0]
    assert datetime.fromisoformat(best["first_seen"]).hour == 0 and "T" in best["last_seen"]
    from dragoman.web.api.yente import record

    partial = record({"id": "1", "properties": {"name": ["A"], "modifiedAt": ["2018"]}}, "un", "2018-06")
    assert (partial["first_seen"], partial["last_seen"], partial["last_change"]) == (None, None, None)


def test_of_several_types_any_is_found(asking: Client) -> None:  # noqa: F811
    queries = {"q0": {"query": "Ivan Petrov", "type": ["Company", "Person"], "limit": 3.0}}
    found = got(asking, f"/reconcile/watch?queries={json.dumps(queries)}")
    assert [c["id"] for c in found["q0"]["result"]] == ["3"]

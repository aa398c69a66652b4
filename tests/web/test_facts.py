"""What a reader says to a fact: nothing is overwritten, the person stands in the log, everything can be taken back."""

from __future__ import annotations

from typing import Any

import pytest
from web_samples import Client

PERSON = "Olga Example"


@pytest.fixture
def olga(client: Client) -> Client:
    client.post("/settings", {"person": PERSON})
    return client


def document(client: Client, name: str) -> str:
    rows = client.get(f"/documents.json?words={name}").json()["rows"]
    return str(rows[0]["id"])


def fact(client: Client, name: str, prop: str) -> dict[str, Any]:
    found = client.get(f"/documents/{document(client, name)}.json").json()["facts"]
    return next(f for f in found if any(s["prop"] == prop for s in f["said"]))


def test_a_fact_is_rejected_and_the_rejection_taken_back(olga: Client) -> None:
    one = fact(olga, "fair", "startDate")
    answer = olga.post(f"/facts/{one['id']}", {"do": "rejected", "note": "seen the programme", "back": "/check"})
    assert answer.headers["location"] == "/check"
    assert "Rejected" in olga.follow(answer).text
    assert one["id"] not in [f["id"] for f in olga.get(f"/documents/{document(olga, 'fair')}.json").json()["facts"]]
    told = olga.get(f"/facts/{one['id']}.json").json()
    assert {d["by"] for d in told["decisions"]} == {PERSON} and "seen the programme" in str(told["decisions"])
    for decision in told["decisions"]:
        assert olga.post(f"/decisions/{decision['id']}/undo").status_code == 303
    assert one["id"] in [f["id"] for f in olga.get(f"/documents/{document(olga, 'fair')}.json").json()["facts"]]
    again = olga.post(f"/decisions/{told['decisions'][0]['id']}/undo")
    assert again.status_code == 400, "once is enough"


def test_a_corrected_value_stands_beside_the_old_one(olga: Client) -> None:
    one = fact(olga, "fair", "startDate")
    assert olga.post(f"/facts/{one['id']}", {"do": "correct", "prop": "startDate", "value": "2017-06-23"}).status_code == 303
    claims = olga.get(f"/entities/{one['entity']}.json").json()["dossier"]["claims"]
    dates = {c["value"]: c for c in claims if c["prop"] == "startDate"}
    assert list(dates) == ["2017-06-23"]
    assert dates["2017-06-23"]["proofs"][0]["quote"] == one["quote"], "the same words prove it"
    told = olga.get(f"/facts/{one['id']}.json").json()
    assert any(s["value"].startswith("2017-06-22") for s in told["fact"]["said"]), "the old value is still in the log"
    for value in ("", "no date at all"):
        refused = olga.post(f"/facts/{one['id']}", {"do": "correct", "prop": "startDate", "value": value})
        assert refused.status_code == 400


def test_a_contradiction_and_a_reply_stand_beside_the_fact(olga: Client) -> None:
    one = fact(olga, "fair", "startDate")
    olga.post(f"/facts/{one['id']}", {"do": "contradict", "note": "The programme says the 23rd."})
    olga.post(f"/facts/{one['id']}", {"do": "reply", "note": "It was the 22nd.", "speaker": "The organisers"})
    told = olga.get(f"/facts/{one['id']}.json").json()["fact"]["said"]
    others = {(o["stance"], o["quote"], o["speaker"]) for s in told for o in s["others"]}
    assert ("contradicts", "The programme says the 23rd.", PERSON) in others
    assert ("mentions", "It was the 22nd.", "The organisers") in others
    page = olga.get(f"/documents/{document(olga, 'fair')}").text
    assert "The programme says the 23rd." in page and "It was the 22nd." in page
    assert olga.post(f"/facts/{one['id']}", {"do": "reply", "note": "x", "speaker": ""}).status_code == 400


def test_words_of_a_document_prove_a_new_statement(olga: Client) -> None:
    key = document(olga, "fair")
    form = {"words": "now helps elderly people", "kind": "Technology", "name": "spherical robot", "prop": "use",
            "value": "care for elderly people"}  # fmt: skip
    answer = olga.post(f"/documents/{key}/propose", form)
    assert answer.status_code == 303, answer.text
    assert 'id="now"' in olga.follow(answer).text
    about = answer.headers["location"].partition("entity=")[2].partition("#")[0]
    claims = olga.get(f"/entities/{about}.json").json()["dossier"]["claims"]
    used = next(c for c in claims if c["prop"] == "use" and c["value"] == "care for elderly people")
    assert used["proofs"][0]["quote"] == "now helps elderly people" and not used["suggested"]
    for wrong in ({"words": "not there"}, {"prop": "nonsense"}, {"name": ""}, {"kind": "Nonsense"}):
        assert olga.post(f"/documents/{key}/propose", {**form, **wrong}).status_code == 400, wrong


def test_what_waits_is_checked_one_by_one(olga: Client) -> None:
    first = olga.get("/check.json").json()
    assert first["statements"] and first["waiting"], "the sample has something to check"
    one = first["waiting"]["fact"]
    assert olga.get(f"/check.json?after={one['id']}").json()["waiting"] is not None
    done = olga.post(f"/facts/{one['id']}", {"do": "accepted", "back": f"/check?after={one['id']}"})
    assert olga.follow(done).status_code == 200
    later = olga.get("/check.json").json()
    assert later["statements"] < first["statements"]
    seen = 0
    while (waiting := olga.get("/check.json").json()["waiting"]) and seen < 60:
        olga.post(f"/facts/{waiting['fact']['id']}", {"do": "rejected"}, on="/check")
        seen += 1
    assert "Nothing waits" in olga.get("/check").text


def test_a_verdict_needs_a_known_fact_and_a_known_verdict(olga: Client) -> None:
    assert olga.get(f"/facts/{'0' * 32}").status_code == 404
    one = fact(olga, "fair", "startDate")
    assert olga.post(f"/facts/{one['id']}", {"do": "explode"}).status_code == 400
    assert olga.post(f"/facts/{one['id']}", {"do": "accepted", "csrf": "wrong"}).status_code == 403


WORDS = [("zh", "部委", "协会", "中国"), ("ru", "министерство", "ассоциация", "Китай")]


@pytest.mark.parametrize(("lang", "kind", "other", "country"), WORDS)
def test_a_value_is_corrected_in_the_readers_words(olga: Client, lang: str, kind: str, other: str, country: str) -> None:
    facts = olga.get(f"/documents/{document(olga, 'fair')}.json").json()["facts"]
    one = next(f for f in facts if any((s["prop"], s["value"]) == ("bodyKind", "ministry") for s in f["said"]))
    form = olga.get(f"/facts/{one['id']}?lang={lang}").text
    assert f" selected>{kind}</option>" in form and f'<option value="association">{other}</option>' in form
    assert olga.post(f"/facts/{one['id']}", {"do": "correct", "prop": "bodyKind", "value": "association"}).status_code == 303
    claims = olga.get(f"/entities/{one['entity']}.json").json()["dossier"]["claims"]
    assert [c["value"] for c in claims if c["prop"] == "bodyKind"] == ["association"]
    place = fact(olga, "fair", "placeKind")
    assert f'value="{country}"' in olga.get(f"/facts/{place['id']}?lang={lang}").text
    assert olga.post(f"/facts/{place['id']}", {"do": "correct", "prop": "country", "value": country}).status_code == 400

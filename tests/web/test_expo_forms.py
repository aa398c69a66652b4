"""Forms of every schema: entered, refused with all that is wrong, corrected, two people at one record, undone, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from expo_samples import fields, opened, problems
from web_samples import Client, local_client

from dragoman.model.schema import schemata
from dragoman.web.accounts import Role
from dragoman.web.pages import expo_layout
from dragoman.workspace import open_workspace


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Client]:
    """Somebody in a workspace that holds nothing."""
    open_workspace(tmp_path / "fair", create=True).close()
    with local_client(tmp_path / "fair") as made:
        yield made


def entered(client: Client, kind: str, data: dict[str, object]) -> str:
    """The address of a record entered through its form."""
    answer = client.post(f"/records/new/{kind}", data)
    assert answer.status_code == 303, problems(answer.text) or answer.text[:400]
    return "/records/" + answer.headers["location"].rsplit("/", 1)[1]


def said(client: Client, place: str) -> dict[str, list[str]]:
    """What a record's twin says, by property."""
    groups = client.get(f"{place}.json").json()["record"]["groups"]
    return {f["name"]: [v["text"] for v in f["values"]] for g in groups for f in g["fields"]}


def test_every_schema_has_a_form_in_every_language(empty: Client) -> None:
    for lang in ("en", "zh", "ru"):
        for kind in schemata():
            assert empty.get(f"/records/new/{kind}?lang={lang}").status_code == 200, (kind, lang)


def test_fields_of_the_layout_are_properties_of_their_schema() -> None:
    for kind, groups in expo_layout._plan()["groups"].items():
        unknown = [p for names in groups.values() for p in names.split() if p not in schemata()[kind].properties]
        assert not unknown, (kind, unknown)


def test_everything_wrong_is_told_beside_its_field_and_nothing_is_lost(empty: Client) -> None:
    data = {
        "p.party": ["Rover Systems", "a maker of lasers"], "n.party.1": "1", "p.amount": "1.5 million", "u.amount": "",
        "p.date": "yesterday", "p.technology": ["laser X"], "p.subject": "<b>robots</b>",
    }  # fmt: skip
    answer = empty.post("/records/new/Agreement?lang=en", data)
    told = problems(answer.text)
    assert answer.status_code == 422 and len(told) == 3
    assert any("2018-06-30" in line for line in told) and any("CNY" in line for line in told)
    kept = fields(answer.text)
    assert kept["p.date"] == ["yesterday"] and "Rover Systems" in kept["p.party"] and kept["p.subject"] == ["<b>robots</b>"]
    with opened(empty.site.folder) as workspace:
        assert workspace.expo.position() == 0
    right = {**kept, "p.date": "2019-06-15", "u.amount": "USD", "p.technology": [""], "n.party.1": "1"}
    place = entered(empty, "Agreement", right)
    assert said(empty, place)["party"] == ["Rover Systems", "a maker of lasers"]
    with opened(empty.site.folder) as workspace:
        amount = workspace.store.entity(place.rsplit("/", 1)[1]).get("amount")[0]
        assert (amount.value, amount.unit) == ("1500000", "USD")


def test_what_a_record_needs_is_asked_for(empty: Client) -> None:
    answer = empty.post("/records/new/Exhibit?lang=en", {"p.trl": "12"})
    assert answer.status_code == 422
    told = " ".join(problems(answer.text))
    assert "fill in name" in told and "fill in exhibitor" in told and "1 to 9" in told


def test_a_name_in_three_languages(empty: Client) -> None:
    place = entered(empty, "Expo", {"p.name": ["Tidal Fair", "潮汐博览会", "Выставка «Прилив»"]})
    assert sorted(said(empty, place)["name"]) == sorted(["Tidal Fair", "潮汐博览会", "Выставка «Прилив»"])
    again = fields(empty.get(f"{place}/edit").text)
    assert again["p.name"][:3] == ["Tidal Fair", "潮汐博览会", "Выставка «Прилив»"]


def test_a_record_of_the_same_name_is_asked_about(empty: Client) -> None:
    entered(empty, "Company", {"p.name": ["Rover", "", ""], "p.country": "Russia"})
    answer = empty.post("/records/new/Company?lang=en", {"p.name": ["Rover", "", ""], "p.country": "China"})
    assert answer.status_code == 422 and "of that name already" in answer.text
    other = entered(empty, "Company", {"p.name": ["Rover", "", ""], "p.country": "China", "another": "1"})
    answer = empty.post("/records/new/Exhibit?lang=en", {"p.name": ["Robot"], "p.exhibitor": "Rover"})
    assert answer.status_code == 422 and other.rsplit("/", 1)[1] in answer.text and "Copy the id" in answer.text


def test_more_fields_without_script(empty: Client) -> None:
    answer = empty.post("/records/new/Agreement", {"p.party": ["A", "B"], "more": "party"})
    assert answer.status_code == 200
    assert [p for p in fields(answer.text)["p.party"] if p] == ["A", "B"] and len(fields(answer.text)["p.party"]) > 2


def test_two_people_at_one_field_are_asked_and_both_choices_work(empty: Client) -> None:
    place = entered(empty, "Company", {"p.name": ["Rover"], "p.sector": "robotics"})
    for choice, wanted in (("mine", "farming"), ("theirs", "fishing")):
        mine, theirs = fields(empty.get(f"{place}/edit").text), fields(empty.get(f"{place}/edit").text)
        assert (
            empty.post(f"{place}/edit", {**theirs, "p.sector": "mining" if choice == "mine" else "fishing"}).status_code == 303
        )
        answer = empty.post(
            f"{place}/edit", {**mine, "p.sector": "farming" if choice == "mine" else "baking", "p.activity": choice}
        )
        assert answer.status_code == 409 and "Somebody changed the same" in answer.text
        again = fields(answer.text)
        assert again["p.activity"] == [choice]
        assert empty.post(f"{place}/edit", {**again, "k.sector": choice}).status_code == 303
        assert said(empty, place)["sector"] == [wanted] and said(empty, place)["activity"] == [choice]


def test_two_people_at_two_fields_both_stand(empty: Client) -> None:
    place = entered(empty, "Company", {"p.name": ["Rover"], "p.sector": "robotics"})
    mine, theirs = fields(empty.get(f"{place}/edit").text), fields(empty.get(f"{place}/edit").text)
    empty.post(f"{place}/edit", {**theirs, "p.sector": "mining"})
    done = empty.post(f"{place}/edit", {**mine, "p.activity": "builds"})
    assert "sector" in empty.follow(done).text and "Meanwhile others" in bytes.fromhex(done.cookies["told"]).decode()
    assert said(empty, place)["sector"] == ["mining"] and said(empty, place)["activity"] == ["builds"]


def test_history_and_undo(empty: Client) -> None:
    place = entered(empty, "Company", {"p.name": ["Rover"], "p.sector": "robotics"})
    form = fields(empty.get(f"{place}/edit").text)
    empty.post(f"{place}/edit", {**form, "p.sector": "mining", "p.name": ["Rover Systems", "", ""]})
    steps = empty.get(f"{place}/history.json").json()["steps"]
    assert {(e["prop"], e["value"], e["taken_back"]) for e in steps[0]["edits"]} == {
        ("sector", "mining", False), ("sector", "robotics", True), ("name", "Rover", True), ("name", "Rover Systems", False),
    }  # fmt: skip
    assert empty.post(f"{place}/undo", {"position": steps[0]["position"]}).status_code == 303
    assert said(empty, place) == {"name": ["Rover"], "sector": ["robotics"]}
    assert empty.post(f"{place}/undo", {"position": steps[0]["position"]}).status_code == 400


def test_a_record_is_taken_back_with_a_reason(empty: Client) -> None:
    place = entered(empty, "Company", {"p.name": ["Rover"], "p.sector": "robotics"})
    seen = empty.get(f"{place}.json").json()["record"]["position"]
    assert empty.post(f"{place}/gone", {"seen": seen}).status_code == 400
    assert empty.post(f"{place}/gone", {"seen": seen, "note": "entered twice"}).status_code == 303
    assert empty.get(place).status_code == 404
    steps = empty.get(f"{place}/history.json").json()["steps"]
    assert empty.post(f"{place}/undo", {"position": steps[0]["position"]}).status_code == 303
    assert said(empty, place) == {"name": ["Rover"], "sector": ["robotics"]}


def test_what_documents_claim_stands_beside_and_cannot_be_taken_back(client: Client) -> None:
    found = client.get("/records/suggest?range=Organization&q=Rover").json()
    place = f"/records/{next(f['id'] for f in found if 'Rover' in f['caption'])}"
    page = client.get(f"{place}/edit?lang=en")
    assert "Documents say:" in page.text and "i.name" in page.text
    claim = client.get(f"{place}.json").json()["record"]["groups"][0]["fields"][0]["values"][0]
    assert claim["source"]["document"] and not claim["own"]
    forged = {**fields(page.text), "i.name": [claim["statement"]], "w.name": ["x"], "p.name": ["Other"]}
    assert client.post(f"{place}/edit", forged).status_code == 422


def test_only_organisers_enter(folder: Path) -> None:
    with local_client(folder, accounts=True) as client:
        client.site.accounts.add("reader", "long enough 1", Role.ANALYST)
        client.site.accounts.add("organiser", "long enough 2", Role.ORGANISER)
        answers = []
        for name, password in (("reader", "long enough 1"), ("organiser", "long enough 2")):
            assert client.post("/sign-in", {"name": name, "password": password}, on="/sign-in").status_code == 303
            answers.append(client.get("/records/new/Company").status_code)
            answers.append(client.post("/records/new/Company", {"p.name": ["Rover"]}).status_code)
        assert answers == [403, 403, 200, 303]

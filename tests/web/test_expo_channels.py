"""Visits, delegations, cooperations and consultations as somebody uses them who never opens a terminal; what is due."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from expo_samples import add_list, made_all, opened
from web_samples import Client, local_client, made_workspace


@pytest.fixture
def own(folder: Path) -> Iterator[tuple[Client, dict[str, str]]]:
    ids = made_all(folder)
    with opened(folder) as workspace:
        said = {"seen": ["Six presses run.", "六台压机在运行。"], "estimate": "Ripe."}
        workspace.visits.note(ids["Stop"], said, by="Olga", date="2018-06-14")
    with local_client(folder) as client:
        yield client, ids


def test_a_note_in_several_languages_is_read_in_the_readers_and_the_others_are_there(
    own: tuple[Client, dict[str, str]],
) -> None:
    client, ids = own
    path = f"/visits/{ids['Visit']}"
    client.get(f"{path}?lang=zh")
    stop = client.get(f"{path}.json?lang=zh").json()["stops"][0]
    told = {row["text"]: row["others"] for row in stop["seen"]}
    assert told == {"Diamonds grow.": [], "六台压机在运行。": ["Six presses run."]}
    assert all(row["source"]["by"] for row in stop["seen"])
    page = unescape(client.get(f"{path}?lang=ru").text)
    assert "Визит в центр" in page and "на других языках" in page


def test_a_visit_is_moved_up_the_ladder_and_never_back(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = f"/visits/{ids['Visit']}"
    assert client.post(path, {"act": "move", "status": "agreed", "date": "2018-06-15"}).status_code == 303
    found = client.get(f"{path}.json").json()
    assert found["status"] == "agreed" and [(r["state"], r["date"]) for r in found["rungs"]] == [("agreed", "2018-06-15")]
    refused = client.post(path, {"act": "move", "status": "planned", "date": "2018-06-16"})
    assert refused.status_code == 422 and 'value="2018-06-16"' in refused.text
    assert refused.text.count('value="2018-06-16"') == 1  # only the form that was refused keeps what was written


def test_the_itinerary_goes_into_a_calendar_and_not_where_it_is_held(own: tuple[Client, dict[str, str]]) -> None:
    from dragoman.workspace import clearing

    client, ids = own
    path, stop = f"/visits/{ids['Visit']}", {"act": "stop", "name": "Gala, dinner; toasts", "date": "2018-06-14"}
    assert client.post(path, {**stop, "startTime": "19:30", "host": "TechnoSpark"}).status_code == 303
    assert client.post(path, {**stop, "name": "Sights", "date": "2018-06-15"}).status_code == 303
    answer = client.get(f"{path}/itinerary.ics?paper=ru")
    lines = answer.text.split("\r\n")
    assert answer.headers["content-type"].startswith("text/calendar") and lines.count("BEGIN:VEVENT") == 2
    assert "NAME:Визит в центр" in lines and "DTSTART:20180614T193000" in lines and "DTSTART;VALUE=DATE:20180615" in lines
    assert "SUMMARY;LANGUAGE=en:Gala\\, dinner\\; toasts" in lines and "DESCRIPTION:TechnoSpark" in lines
    assert answer.text == client.get(f"{path}/itinerary.ics?paper=ru").text
    with opened(client.site.folder) as workspace:
        clearing.hold(workspace, [ids["Visit"]], by="Olga", note="counsel asks")
    assert client.get(f"{path}/itinerary.ics").status_code == 403
    page = client.get(path).text
    assert "itinerary.ics" not in page and "counsel asks" in page and "See why" in page


def test_an_introduction_is_planned_made_and_answered(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = f"/consultations/{ids['Consultation']}"
    chosen = client.get(f"{path}.json").json()["chosen"][0]
    assert not chosen["introduced"] and chosen["why"]
    assert client.post(path, {"act": "introduce", "who": chosen["id"], "state": "planned"}).status_code == 303
    first = client.get(f"{path}.json").json()["introductions"]
    assert [(i["to"]["id"], i["state"]) for i in first] == [(chosen["id"], "planned")]
    assert client.post(path, {"act": "introduce", "who": chosen["id"]}).status_code == 303
    made = client.get(f"{path}.json").json()["introductions"]
    assert [(i["id"], i["state"]) for i in made] == [(first[0]["id"], "made")]
    assert client.post(path, {"act": "outcome"}).status_code == 422
    assert client.post(path, {"act": "outcome", "status": "agreed", "words": "Two sets ordered."}).status_code == 303
    found = client.get(f"{path}.json").json()
    assert found["status"] == "agreed" and [o["text"] for o in found["outcome"]] == ["Two sets ordered."]


def test_benefits_open_the_entries_they_are_made_of(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = f"/cooperations/{ids['Cooperation']}"
    said = {"act": "benefit", "kind": "jobs", "measure": "actual", "value": "80", "words": "hired in spring"}
    assert client.post(path, said).status_code == 303
    jobs = client.get(f"{path}.json").json()["benefits"][0]
    assert (float(jobs["expected"]), float(jobs["actual"])) == (120, 80)
    assert [(e["measure"], e["words"]) for e in jobs["entries"]] == [("expected", ""), ("actual", "hired in spring")]
    assert client.get(f"/records/{jobs['entries'][1]['id']}").status_code == 200


def test_what_is_due_is_settled_where_it_is_read(own: tuple[Client, dict[str, str]]) -> None:
    client, _ = own
    late = {r["what"]: r for r in client.get("/due.json?state=late").json()["rows"]}
    assert {"Show the plant", "Send prices"} <= set(late) and late["Send prices"]["owners"][0]["caption"] == "TechnoSpark"
    assert client.post("/due", {"promise": late["Send prices"]["id"], "how": "kept"}).status_code == 303
    assert client.post("/due", {"promise": late["Send prices"]["id"], "how": "kept"}).status_code == 422
    assert "Send prices" not in {r["what"] for r in client.get("/due.json").json()["rows"]}
    assert [r["what"] for r in client.get("/due.json?state=settled").json()["rows"]] == ["Send prices"]
    assert not client.get("/due.json?state=open").json()["rows"]
    for lang in ("en", "zh", "ru"):
        assert client.get(f"/due?lang={lang}").status_code == 200


def test_a_held_matter_says_so_on_top_and_a_visit_is_planned_from_its_delegation(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    page = client.get(f"/delegations/{ids['Delegation']}").text
    assert page.index("See why") < page.index("Add a member")
    assert f"/records/new/Visit?delegation={ids['Delegation']}" in page and f"/links?record={ids['Company']}" in page
    form = client.get(f"/records/new/Visit?delegation={ids['Delegation']}&startDate=2018-06-14").text
    assert 'value="Prefecture delegation"' in form and 'value="2018-06-14"' in form


def test_stops_are_chosen_from_the_portfolio_of_the_host(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    with opened(client.site.folder) as workspace:
        host = workspace.expo.find("TechnoSpark")
        robot = workspace.expo.enter("Project", {"name": ["Warehouse robot", "仓储机器人"], "developer": host}, by="Olga")
        laser = workspace.expo.enter("Project", {"name": "Picosecond laser", "developer": host}, by="Olga")
    path = f"/visits/{ids['Visit']}"
    assert [r["id"] for r in client.get(f"{path}.json").json()["offered"]] == [robot, laser]
    assert client.post(path, {"act": "residents"}).status_code == 422
    assert (
        client.post(path, {"act": "residents", "place": [laser, robot, ids["Company"]], "date": "2018-06-15"}).status_code
        == 303
    )
    found = client.get(f"{path}.json?lang=zh").json()
    stops = [(s["caption"], s["kind"], s["date"]) for s in found["stops"]]
    assert stops[1:] == [("Picosecond laser", "project", "2018-06-15"), ("仓储机器人", "project", "2018-06-15")]
    assert found["offered"] == []


def test_an_owner_on_a_list_is_told_as_owner_and_to_check(tmp_path: Path) -> None:
    folder = made_workspace(tmp_path, {})
    ids = made_all(folder)
    add_list(folder)
    with opened(folder) as workspace:
        workspace.expo.enter("Ownership", {"owner": "Rover Systems JSC", "asset": "TechnoSpark"}, by="Olga")
    with local_client(folder) as client:
        box = client.get(f"/visits/{ids['Visit']}.json").json()["clearance"]
        assert [(h["owns"], h["holds"]) for h in box["hits"]] == [("TechnoSpark", False)] and not box["held"]
        page = unescape(client.get(f"/visits/{ids['Visit']}?lang=ru").text)
        assert "владелец: TechnoSpark" in page and "на проверку" in page.lower()

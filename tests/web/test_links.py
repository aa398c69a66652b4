"""Personal links: one record to one person, what they send waits for a yes, consent, expiry, withdrawal, rates."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from expo_samples import fields, made_all, made_edition, opened, problems
from web_samples import Client, local_client

from dragoman.web.pages import expo_linkbook
from dragoman.web.pages.expo_linkbook import LinkBook
from dragoman.workspace.consultations import Consultations

ROBOT = {
    "kind": "technology", "p.name": ["", "", "Сферический робот"],
    "p.description": ["", "", "Робот для ухода за пожилыми людьми и поиска после пожаров."],
    "p.field": "robotics", "p.originSector": "space", "p.trl": "7", "p.ipStatus": "licence on offer",
}  # fmt: skip


@pytest.fixture
def edition(folder: Path) -> str:
    return made_edition(folder)


def link(client: Client, edition: str, record: str = "Rover Systems Co., Ltd", name: str = "Иван Петров") -> str:
    """The path of a new personal link."""
    page = client.post(f"/expo/{edition}/links", {"record": record, "name": name})
    assert page.status_code == 200, page.text[-800:]
    found = re.search(r'value="(http://[^"]+/me/[^"]+)"', page.text)
    assert found, page.text[-800:]
    return "/me/" + found[1].rsplit("/", 1)[1]


def stranger(client: Client) -> Client:
    """Somebody without an account or a session."""
    return Client(client.app)


def send(guest: Client, path: str, data: dict[str, object]) -> str:
    """Send a form of the page behind a link; what the page says then."""
    answer = guest.post(path, data, on=path)
    assert answer.status_code == 200, problems(answer.text) or answer.text[-600:]
    return answer.text


def waiting(client: Client, edition: str) -> list[dict[str, object]]:
    """The proposals that wait."""
    found: list[dict[str, object]] = client.get(f"/expo/{edition}/links.json").json()["proposals"]
    return found


def test_an_exhibitor_describes_a_robot_in_russian_and_a_reader_sees_it_in_chinese(client: Client, edition: str) -> None:
    path = link(client, edition)
    guest = stranger(client)
    page = guest.get(f"{path}?lang=ru")
    assert page.status_code == 200 and "Описать технологию" in page.text and "Rover Systems" in page.text
    assert "Спасибо" in send(guest, f"{path}", ROBOT)
    sent = waiting(client, edition)
    assert [p["kind"] for p in sent] == ["technology"]
    assert client.post("/links/decide", {"proposal": sent[0]["id"], "wish": "accept"}).status_code == 303
    made = client.get(f"/expo/{edition}/links.json").json()["decided"][0]["made"]
    shown = unescape(client.get(f"{made['href']}?lang=zh").text)
    assert "Сферический робот" in shown and "机器人" in shown and "可许可" in shown and "航天" in shown
    with opened(client.site.folder) as workspace:
        entity = workspace.store.entity(made["id"])
        name = entity.get("name")[0]
        assert entity.values("exhibitor") and entity.values("edition") == (edition,)
        assert name.dataset == "entries of Иван Петров" and name.evidence[0].speaker == "Иван Петров"
        assert "personal link of Иван Петров, accepted by" in workspace.store.document(name.evidence[0].document).text
    assert "принято" in guest.get(f"{path}?lang=ru").text


def test_everything_wrong_is_told_and_kept(client: Client, edition: str) -> None:
    path = link(client, edition)
    guest = stranger(client)
    answer = guest.post(path, {**ROBOT, "p.name": ["", "", ""], "p.trl": "12"}, on=path)
    assert answer.status_code == 422 and len(problems(answer.text)) == 2
    assert "Робот для ухода" in " ".join(fields(answer.text)["p.description"])
    assert waiting(client, edition) == []


def test_more_fields_are_no_proposal(client: Client, edition: str) -> None:
    path = link(client, edition)
    guest = stranger(client)
    answer = send(guest, path, {**ROBOT, "p.use": ["care", "rescue"], "more": "use"})
    assert "Робот для ухода" in " ".join(fields(answer)["p.description"]) and len(fields(answer)["p.use"]) >= 4
    assert waiting(client, edition) == []


def test_a_correction_is_a_proposal_and_a_rejection_tells_why(client: Client, edition: str) -> None:
    path = link(client, edition)
    guest = stranger(client)
    send(guest, path, {**fields(guest.get(path).text), "kind": "correction", "p.website": ["https://rover.example"]})
    with opened(client.site.folder) as workspace:
        assert not workspace.store.entity(workspace.expo.find("Rover Systems Co., Ltd")).values("website")
    number = waiting(client, edition)[0]["id"]
    assert client.post("/links/decide", {"proposal": number, "wish": "reject"}).status_code == 422
    assert (
        client.post("/links/decide", {"proposal": number, "wish": "reject", "note": "write your own address"}).status_code
        == 303
    )
    assert "write your own address" in guest.get(path).text
    assert client.post("/links/decide", {"proposal": number, "wish": "accept"}).status_code == 400
    send(guest, path, {**fields(guest.get(path).text), "kind": "correction", "p.website": ["https://rover.example"]})
    client.post("/links/decide", {"proposal": waiting(client, edition)[0]["id"], "wish": "accept"})
    with opened(client.site.folder) as workspace:
        assert workspace.store.entity(workspace.expo.find("Rover Systems Co., Ltd")).values("website") == (
            "https://rover.example",
        )


def test_nothing_ticked_is_nothing_accepted(client: Client, edition: str) -> None:
    path = link(client, edition)
    send(stranger(client), path, ROBOT)
    number = waiting(client, edition)[0]["id"]
    wish: dict[str, object] = {"proposal": number, "wish": "accept", "ticked": "1", "note": "later"}
    refused = client.post("/links/decide", wish)
    assert refused.status_code == 422 and "Tick what you accept" in refused.text and 'value="later"' in refused.text
    assert [p["id"] for p in waiting(client, edition)] == [number]
    taken: dict[str, object] = {"proposal": number, "wish": "accept", "ticked": "1", "take": ["name", "field"]}
    assert client.post("/links/decide", taken).status_code == 303 and not waiting(client, edition)


def test_a_link_is_offered_by_the_name_of_its_record(client: Client, edition: str) -> None:
    with opened(client.site.folder) as workspace:
        rover = workspace.expo.find("Rover Systems JSC")
    page = client.get(f"/links?record={rover}&name=Pavel")
    assert 'value="Rover Systems' in page.text and 'value="Pavel"' in page.text and f'value="{rover}"' not in page.text


def test_consent_is_per_field_and_holds_at_once(client: Client, edition: str) -> None:
    path = link(client, edition)
    guest = stranger(client)
    own = guest.get(f"{path}.json").json()["own"]
    assert {c["prop"] for c in own["consents"]} >= {"name", "country"} and not any(c["out"] for c in own["consents"])
    send(guest, path, {"kind": "consent", "record": own["id"], "out": ["name", "topics"]})
    with opened(client.site.folder) as workspace:
        public = workspace.publishing.public()
        assert public.may(own["id"], "name") and not public.may(own["id"], "country") and not public.may(own["id"], "topics")
        assert workspace.publishing.told(own["id"])[-1]["by"] == "Иван Петров"
    send(guest, path, {"kind": "consent", "record": own["id"]})
    with opened(client.site.folder) as workspace:
        assert not workspace.publishing.public().may(own["id"], "name")


def test_a_link_opens_no_other_record(client: Client, edition: str) -> None:
    guest, path = stranger(client), link(client, edition)
    with opened(client.site.folder) as workspace:
        other = workspace.expo.find("Tidal Optics Ltd")
    for data in ({"kind": "consent", "record": other, "out": ["name"]}, {"kind": "shown", "record": other, "words": "x"}):
        answer = guest.post(path, data, on=path)
        assert answer.status_code == 404, data
    for page in ("/", f"/records/{other}", f"/expo/{edition}", f"/expo/{edition}/links", "/links"):
        assert guest.get(page).status_code in (401, 303), page
    assert "Tidal Optics" not in guest.get(path).text


def test_links_end_are_withdrawn_and_are_kept_as_hashes(client: Client, edition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = link(client, edition), link(client, edition, name="Second")
    guest = stranger(client)
    kept = client.get(f"/expo/{edition}/links.json").json()["links"]
    assert first.split("/")[-1] not in (client.site.folder / "web.sqlite").read_bytes().decode("latin-1")
    assert client.post("/links/withdraw", {"hash": next(k["hash"] for k in kept if k["name"] == "Second")}).status_code == 303
    assert guest.get(second).status_code == 404 and guest.get(first).status_code == 200
    monkeypatch.setattr(expo_linkbook, "today", lambda: "2199-01-01")
    assert guest.get(first).status_code == 404
    assert guest.get(first).text == guest.get("/me/never-was").text.replace("never-was", first.split("/")[-1])


def test_guessing_and_flooding_are_slowed(client: Client, edition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expo_linkbook, "WRONG", 3)
    monkeypatch.setattr(expo_linkbook, "SENT", 2)
    path, guest = link(client, edition), stranger(client)
    answers = [guest.post(path, {"kind": "available", "words": f"day {n}"}, on=path).status_code for n in range(3)]
    assert answers == [200, 200, 429]
    assert [guest.get(f"/me/wrong{n}").status_code for n in range(4)] == [404, 404, 404, 429]


def test_a_page_behind_a_link_says_nothing_of_screening(client: Client, edition: str) -> None:
    from dragoman.workspace import clearing

    with opened(client.site.folder) as workspace:
        rover = workspace.expo.find("Rover Systems Co., Ltd")
        clearing.hold(workspace, [rover], by="Olga", note="a secret reason")
    path, guest = link(client, edition), stranger(client)
    for lang in ("en", "zh", "ru"):
        text = guest.get(f"{path}?lang={lang}").text
        for word in ("secret reason", "Olga", "held", "暂缓", "приостановлен", "Screening", "筛查", "/entities/", "/lists"):
            assert word not in text.replace("A hit is a lead, not a verdict", ""), (lang, word)
    told = guest.get(f"{path}.json")
    assert told.status_code == 200 and "secret" not in told.text and set(told.json()["own"]) == {
        "id", "kind", "caption", "said", "consents", "attention", "asked", "met", "state"
    }  # fmt: skip


def test_enquiries_reach_the_owner_and_answers_come_back(client: Client, edition: str) -> None:
    with opened(client.site.folder) as workspace:
        exhibit = next(iter(workspace.expo.figures(edition).rows("exhibits") or ()))
        owner = workspace.store.captions(workspace.store.entity(exhibit).values("exhibitor"))
    path, guest = link(client, edition, record=next(iter(owner.values()))), stranger(client)
    client.get(f"/records/{exhibit}")
    assert client.post(f"/records/{exhibit}/ask", {"words": "Does it swim?"}).status_code == 303
    thing = next(t for t in guest.get(f"{path}.json").json()["things"] if t["id"] == exhibit)
    assert thing["attention"]["views"] >= 1 and thing["asked"][0]["words"] == "Does it swim?"
    send(guest, path, {"kind": "answer", "record": exhibit, "enquiry": thing["asked"][0]["id"], "words": "It floats."})
    assert "It floats." in client.get(f"/records/{exhibit}").text
    with opened(client.site.folder) as workspace:
        asked = workspace.attention.of(exhibit).rows[0]
        assert (asked.what, asked.answer) == ("Does it swim?", "It floats.")


def test_an_enquiry_for_military_end_use_is_recorded_and_does_not_reach_the_owner(client: Client, edition: str) -> None:
    with opened(client.site.folder) as workspace:
        exhibit = next(iter(workspace.expo.figures(edition).rows("exhibits") or ()))
        owner = workspace.store.captions(workspace.store.entity(exhibit).values("exhibitor"))
    assert client.post(f"/records/{exhibit}/ask", {"words": "Is it good for guiding missiles?"}).status_code == 303
    assert "Is it good for guiding missiles?" in client.get(f"/records/{exhibit}").text
    path, guest = link(client, edition, record=next(iter(owner.values()))), stranger(client)
    told = guest.get(f"{path}.json")
    thing = next(t for t in told.json()["things"] if t["id"] == exhibit)
    assert (thing["attention"]["asked"], thing["asked"]) == (0, []) and "missiles" not in told.text
    with opened(client.site.folder) as workspace:
        held = workspace.attention.of(exhibit).rows[0].id
    guest.post(path, {"kind": "answer", "record": exhibit, "enquiry": held, "words": "Yes."}, on=path)
    with opened(client.site.folder) as workspace:
        assert workspace.attention.of(exhibit).rows[0].answer == ""


def test_the_book_keeps_decisions_once(client: Client, edition: str) -> None:
    path, guest = link(client, edition), stranger(client)
    send(guest, path, {"kind": "available", "words": "14 June, 10:00–12:00"})
    number = waiting(client, edition)[0]["id"]
    assert client.post("/links/decide", {"proposal": number, "wish": "accept"}).status_code == 303
    assert client.post("/links/decide", {"proposal": number, "wish": "accept"}).status_code == 400
    book = LinkBook(client.site.database)
    assert book.proposal(int(str(number))).state == "accepted"
    with opened(client.site.folder) as workspace:
        assert any("14 June, 10:00–12:00" in s.value for s in workspace.store.statements() if s.prop == "description")


def test_hostile_words_are_harmless(client: Client, edition: str) -> None:
    path, guest = link(client, edition), stranger(client)
    send(guest, path, {"kind": "available", "words": "<script>alert(1)</script> ‮drows"})
    page = client.get(f"/expo/{edition}/links").text
    assert "<script>alert" not in page and "‮" not in page


def test_without_a_session_of_its_own_a_form_is_refused(folder: Path, edition: str) -> None:
    with local_client(folder) as client:
        path = link(client, edition)
        assert stranger(client).ask("POST", path, data={"kind": "available", "words": "x"}).status_code == 403


def test_a_host_says_what_may_be_shown_and_a_client_answers_an_introduction(folder: Path) -> None:
    ids = made_all(folder)
    with opened(folder) as workspace:
        room = Consultations(workspace)
        chosen = room.chosen(ids["Consultation"])[0].id
        intro = room.introduce(ids["Consultation"], chosen, room.clear(ids["Consultation"], chosen), by="Olga")
        host = workspace.expo.find("TechnoSpark")
        workspace.expo.correct(ids["Stop"], "host", host, by="Olga")
    with local_client(folder) as client:
        path, guest = link(client, ids["edition"], record=host, name="Director"), stranger(client)
        send(guest, path, {"kind": "shown", "record": ids["Stop"], "words": "The growing hall."})
        client.post("/links/decide", {"proposal": waiting(client, ids["edition"])[0]["id"], "wish": "accept"})
        stop = client.get(f"/visits/{ids['Visit']}/stops/{ids['Stop']}.json").json()["stop"]
        assert [said["text"] for said in stop["may_show"]] == ["The growing hall."]
        path, guest = link(client, ids["edition"], record=ids["Consultation"], name="Client"), stranger(client)
        page = unescape(guest.get(f"{path}?lang=en").text)
        assert "Who makes lasers?" in page and "Describe a technology" not in page
        send(guest, path, {"kind": "introduction", "record": intro, "words": "We met, thank you.", "state": "answered"})
        client.post("/links/decide", {"proposal": waiting(client, ids["edition"])[0]["id"], "wish": "accept"})
        told = client.get(f"/consultations/{ids['Consultation']}.json").json()["introductions"]
        assert [(i["state"], i["answer"]) for i in told] == [("answered", "We met, thank you.")]


def test_a_host_reads_no_notes_of_the_guests(folder: Path) -> None:
    ids = made_all(folder)
    with opened(folder) as workspace:
        host = workspace.expo.find("TechnoSpark")
        workspace.expo.correct(ids["Stop"], "host", host, by="Olga")
        said = {"seen": "Few presses run.", "question": "Who pays for the hall?", "estimate": "Not ripe."}
        workspace.visits.note(ids["Stop"], said, by="Olga")
    with local_client(folder) as client:
        guest, path = stranger(client), link(client, ids["edition"], record=host, name="Director")
        page, twin = guest.get(path).text, guest.get(f"{path}.json").text
        assert "Diamonds" in page
        for words in said.values():
            assert words not in page and words not in twin


def test_a_proposal_that_came_too_late_is_told_as_such(client: Client, edition: str) -> None:
    path, guest = link(client, edition), stranger(client)
    form = fields(guest.get(path).text)
    send(guest, path, {**form, "kind": "correction", "p.activity": "robots of Ivan"})
    with opened(client.site.folder) as workspace:
        workspace.expo.correct(workspace.expo.find("Rover Systems Co., Ltd"), "activity", "robots of Olga", by="Olga")
    number = waiting(client, edition)[0]["id"]
    late = client.post("/links/decide", {"proposal": number, "wish": "accept"})
    assert late.status_code == 422 and "robots of Olga" in late.text
    assert [p["id"] for p in waiting(client, edition)] == [number]

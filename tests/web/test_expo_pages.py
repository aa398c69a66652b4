"""Pages of the expo and their twins: every one in three languages, filters, bulk edits, figures to their rows, acts refused."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from expo_samples import made_all, opened
from web_samples import Client, local_client, made_workspace


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, dict[str, str]]]:
    """An edition with one of everything, only to be read."""
    folder = made_workspace(tmp_path_factory.mktemp("fair"), {})
    ids = made_all(folder)
    with local_client(folder) as made:
        yield made, ids


@pytest.fixture
def own(tmp_path: Path) -> Iterator[tuple[Client, dict[str, str]]]:
    """The same, to be changed."""
    folder = made_workspace(tmp_path, {})
    ids = made_all(folder)
    with local_client(folder) as made:
        yield made, ids


def pages(ids: dict[str, str]) -> list[str]:
    """Every page of the expo."""
    edition = f"/expo/{ids['edition']}"
    found = ["/expo", "/due", f"/expo/{ids['series']}", f"/expo/{ids['series']}/figures", "/links", edition]
    found += [
        f"{edition}/{p}"
        for p in ("figures", "figures/rows?name=exhibitors", "figures/rows?name=countries", "plan", "programme")
    ]
    found += [f"{edition}/{p}" for p in ("papers", "links", "list/exhibitors", "list/Exhibit", "list/Project", "list/Stand")]
    found += [f"/lists-of/{k}" for k in ("Visit", "Agreement", "Network", "TalentOffer")]
    found += [f"/{p}/{ids[k]}" for k, p in (
        ("Delegation", "delegations"), ("Invitation", "invitations"), ("Visit", "visits"), ("Agreement", "agreements"),
        ("Cooperation", "cooperations"), ("Consultation", "consultations"), ("Contest", "contests"), ("Company", "records"),
    )]  # fmt: skip
    found += [f"/visits/{ids['Visit']}/stops/{ids['Stop']}", f"/records/{ids['Forum']}", f"/records/{ids['Forum']}/history"]
    return [*found, f"/records/{ids['Forum']}/edit", "/records/new/Agreement"]


def test_every_page_and_its_twin_in_three_languages(fair: tuple[Client, dict[str, str]]) -> None:
    client, ids = fair
    for path in pages(ids):
        mark = "&" if "?" in path else "?"
        for lang in ("en", "zh", "ru"):
            page = client.get(f"{path}{mark}lang={lang}")
            assert page.status_code == 200 and f'<html lang="{lang}"' in page.text, (path, lang)
        head, _, query = path.partition("?")
        assert client.get(f"{head}.json?{query}").json(), path


def test_figures_open_their_rows_and_rows_their_source(fair: tuple[Client, dict[str, str]]) -> None:
    client, ids = fair
    told = client.get(f"/expo/{ids['edition']}/figures.json").json()
    by_thing = {r["thing"]: r for r in told["reported"]}
    assert (by_thing["exhibitors"]["value"], by_thing["exhibitors"]["bound"]) == (200, "more than")
    assert (by_thing["exhibitors"]["counted"], by_thing["exhibitors"]["verdict"]) == (3, "not_met")
    assert by_thing["countries"]["verdict"] == "met"
    rows = client.get(f"/expo/{ids['edition']}/figures/rows.json?name=exhibitors").json()
    assert rows["total"] == 3 and all("exhibitors.csv" in r["source"] for r in rows["rows"])
    for r in rows["rows"]:
        assert client.get(f"/documents/{r['document']}?fact={r['statement']}").status_code == 200
    claim = client.get(f"/expo/{ids['edition']}/figures/rows.json?reported={by_thing['exhibitors']['statement']}").json()[
        "claim"
    ]
    assert claim["quote"] == "More than 200 exhibitors"


def test_a_catalogue_is_filtered_and_paged(fair: tuple[Client, dict[str, str]]) -> None:
    client, ids = fair
    base = f"/expo/{ids['edition']}/list/exhibitors.json"

    def names(query: str) -> list[str]:
        return [r["caption"] for r in client.get(f"{base}?{query}").json()["rows"]]

    assert len(names("")) == 3
    assert names("country=ru") == names("field=robotics") == names("q=spherical") == ["Rover Systems JSC"]
    assert sorted(names("trl=7")) == ["Rover Systems JSC", "Tidal Optics Ltd"]
    assert names("q=nothing-at-all") == []


def test_many_records_are_changed_at_once_or_none(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = f"/expo/{ids['edition']}/list/Exhibit"
    rows = [r["id"] for r in client.get(f"{path}.json").json()["rows"]]
    wrong = client.post(path, {"row": rows, "prop": "trl", "value": "12"})
    assert wrong.status_code == 422 and "1 to 9" in wrong.text
    assert {r["trl"] for r in client.get(f"{path}.json").json()["rows"]} == {5, 7, 8}
    seen = client.get(f"{path}.json").json()["position"]
    done = client.post(path, {"row": rows, "prop": "trl", "value": "9", "seen": seen, "back": path})
    assert done.status_code == 303 and done.headers["location"].startswith(f"{path}?changed=")
    assert {r["trl"] for r in client.get(f"{path}.json").json()["rows"]} == {9}
    late = client.post(path, {"row": rows[:1], "prop": "trl", "value": "4", "seen": seen})
    assert late.status_code == 409 and "meanwhile" in late.text
    steps = client.get(f"/records/{rows[0]}/history.json").json()["steps"]
    client.post(f"/records/{rows[0]}/undo", {"position": steps[0]["position"]})
    assert sorted(r["trl"] for r in client.get(f"{path}.json").json()["rows"])[1:] == [9, 9]


def test_a_change_of_many_is_undone_at_once(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = f"/expo/{ids['edition']}/list/Exhibit"
    found = client.get(f"{path}.json").json()
    rows = [r["id"] for r in found["rows"]]
    before = {r["id"]: r["trl"] for r in found["rows"]}
    done = client.post(path, {"row": rows, "prop": "trl", "value": "9", "seen": found["position"], "back": path})
    page = client.follow(done)
    assert "This changed 3 records at once." in page.text and "Undo it in all 3" in page.text
    steps = client.get(f"/records/{rows[0]}/history.json").json()["steps"]
    assert steps[0]["together"] == 3
    undone = client.post("/changes/undo", {"position": steps[0]["position"], "back": path})
    assert undone.status_code == 303 and "Undone in 3 records" in client.follow(undone).text
    assert {r["id"]: r["trl"] for r in client.get(f"{path}.json").json()["rows"]} == before
    assert client.post("/changes/undo", {"position": steps[0]["position"]}).status_code == 400


def test_an_agreement_goes_forward_only(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = f"/agreements/{ids['Agreement']}"
    assert client.post(path, {"stage": "memorandum", "date": "2019-10-01"}).status_code == 303
    refused = client.post(path, {"stage": "contact", "date": "2019-11-01"})
    assert refused.status_code == 422 and "comes after" in refused.text and 'value="2019-11-01"' in refused.text
    ladder = client.get(f"{path}.json").json()["ladder"]
    assert [(s["stage"], s["date"]) for s in ladder if s["reached"]] == [
        ("intention", "2019-06-15"),
        ("memorandum", "2019-10-01"),
    ]
    assert all(s["source"]["document"] for s in ladder if s["reached"])
    parties = client.get(f"{path}.json").json()["parties"]
    assert [p["unnamed"] for p in parties] == [False, True]


def test_a_held_invitation_is_not_sent_until_a_named_person_decides(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path, delegation = f"/invitations/{ids['Invitation']}", f"/delegations/{ids['Delegation']}"
    assert client.get(f"{path}.json").json()["invitation"]["state"] == "held"
    assert client.post(path, {"act": "step", "step": "sent"}).status_code == 403
    hit = client.get(f"{delegation}.json").json()["clearance"]["hits"][0]
    decision = {"act": "decide", "wish": "clear", "party": hit["party"], "record": hit["key"]}
    assert client.post(delegation, decision).status_code == 422
    assert client.post(delegation, {**decision, "note": "another firm, founded later"}).status_code == 303
    page = client.get(f"{delegation}.json").json()
    assert page["clearance"]["hits"][0]["note"] == "another firm, founded later" and not page["clearance"]["held"]
    assert client.post(path, {"act": "step", "step": "sent", "date": "2019-05-01"}).status_code == 303
    assert client.get(f"{path}.json").json()["invitation"]["state"] == "sent"


def test_reports_and_memos_in_every_form_and_language(fair: tuple[Client, dict[str, str]]) -> None:
    client, ids = fair
    told = {
        f"/visits/{ids['Visit']}/report": {"en": "Diamonds grow.", "ru": "Визит в центр", "zh": "Diamonds"},
        f"/consultations/{ids['Consultation']}/memo": {"en": "Tidal Optics", "ru": "Tidal", "zh": "Tidal"},
    }
    for path, words in told.items():
        for lang, word in words.items():
            shown = client.get(f"{path}.html?paper={lang}")
            assert shown.status_code == 200 and word in unescape(shown.text), (path, lang)
        assert client.get(f"{path}.pdf?paper=ru").content[:5] == b"%PDF-"
        assert client.get(f"{path}.docx?paper=zh").content[:2] == b"PK"
        assert client.get(f"{path}.exe").status_code == 404


def test_papers_of_an_edition_and_its_data(fair: tuple[Client, dict[str, str]]) -> None:
    client, ids = fair
    base = f"/expo/{ids['edition']}"
    for name, start in (("papers/directory.pdf", b"%PDF-"), ("papers/floor-plan.svg", b"<svg"), ("export.xlsx", b"PK")):
        answer = client.get(f"{base}/{name}")
        assert answer.status_code == 200 and answer.content.startswith(start), (name, answer.text[:200])
    assert client.get(f"{base}/papers/secrets.pdf").status_code == 404
    assert client.get(f"{base}/papers/programme.pdf").status_code == 400  # no version was released yet: it says so
    assert "Rover" not in client.get(f"{base}/papers/floor-plan.svg").text  # nobody let its name out


def test_a_contest_explains_its_ranking(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = f"/contests/{ids['Contest']}"
    found = client.get(f"{path}.json").json()
    first = found["placed"][0]
    assert (first["place"], first["score"]) == (1, "80.00")
    juror = found["jurors"][0]["id"]
    assert (
        client.post(path, {"act": "declare", "juror": juror, "about": first["entry"], "note": "works there"}).status_code == 303
    )
    again = {p["entry"]: p for p in client.get(f"{path}.json").json()["placed"]}[first["entry"]]
    assert again["score"] == "" and "works there" in again["left_out"][0]["why"]
    criterion = found["criteria"][0]["id"]
    refused = client.post(path, {"act": "score", "juror": juror, "about": first["entry"], f"c.{criterion}": "9"})
    assert refused.status_code == 422 and "interest" in refused.text and 'value="9"' in refused.text


def test_a_series_is_written_from_its_records(fair: tuple[Client, dict[str, str]]) -> None:
    client, ids = fair
    page = client.get(f"/expo/{ids['series']}.json").json()
    keys: dict[str, Any] = {s["key"]: s["values"] for s in page["profile"]}
    assert keys["editions"]["n"] == 1 and (keys["who"]["v0"], keys["who"]["v1"]) == (3, 3)
    assert "Выставка «Прилив»" in client.get(f"/expo/{ids['series']}?lang=ru").text


def test_promises_are_settled_and_nothing_unknown_is_done(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = f"/cooperations/{ids['Cooperation']}"
    states = {p["what"]: p for p in client.get(f"{path}.json").json()["promises"]}
    assert states["Show the plant"]["state"] == states["Send prices"]["state"] == "overdue"
    assert client.post(path, {"act": "settle", "promise": states["Send prices"]["id"], "how": "kept"}).status_code == 303
    assert {p["what"]: p["state"] for p in client.get(f"{path}.json").json()["promises"]}["Send prices"] == "kept"
    assert client.post(path, {"act": "explode"}).status_code == 422
    held = {"act": "decide", "wish": "release", "note": "x", "version": "zz"}
    assert client.post(f"/delegations/{ids['Delegation']}", held).status_code == 422
    assert client.post(f"/records/{ids['Company']}/gone", {"note": "x", "seen": "9" * 12}).status_code == 400
    assert client.get(f"/visits/{ids['Visit']}/stops/{ids['Company']}").status_code == 404
    for wrong in (
        "/visits/0",
        f"/visits/{ids['Company']}",
        f"/expo/{ids['Company']}",
        "/lists-of/Nothing",
        "/records/new/Nothing",
    ):
        assert client.get(wrong).status_code == 404, wrong


def test_a_reader_sees_and_changes_nothing(own: tuple[Client, dict[str, str]]) -> None:
    from dragoman.web.accounts import Role

    client, ids = own
    with local_client(client.site.folder, accounts=True) as guest:
        guest.site.accounts.add("reader", "long enough 1", Role.READER)
        guest.post("/sign-in", {"name": "reader", "password": "long enough 1"}, on="/sign-in")
        page = guest.get(f"/visits/{ids['Visit']}")
        assert page.status_code == 200 and "Edit" not in page.text and 'name="act"' not in page.text
        for path in (f"/visits/{ids['Visit']}", f"/agreements/{ids['Agreement']}", f"/expo/{ids['edition']}/list/Exhibit"):
            assert guest.post(path, {"act": "stop", "name": "x"}).status_code == 403, path
        assert guest.get("/links").status_code == 403
    with opened(client.site.folder) as workspace:
        assert len(workspace.store.entity(ids["Stop"]).statements) > 0


def test_a_draft_by_machine_is_marked_and_only_offered_where_an_endpoint_is(
    own: tuple[Client, dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from dragoman.base.settings import ChatEndpoint
    from dragoman.web.pages import expo_drafts

    client, _ = own
    place = client.post("/records/new/Technology", {"p.name": ["Робот"], "p.description": ["", "", "Ищет людей."]})
    path = place.headers["location"]
    statement = next(
        v["statement"]
        for g in client.get(f"{path}.json").json()["record"]["groups"]
        for f in g["fields"]
        if f["name"] == "description"
        for v in f["values"]
    )
    assert "/drafts" not in client.get(f"{path}?lang=zh").text
    assert client.post("/drafts", {"statement": statement}).status_code == 400
    client.site.settings = replace(client.site.settings, chat=ChatEndpoint("http://127.0.0.1:9/v1", "m"))
    assert "/drafts" in client.get(f"{path}?lang=zh").text and "/drafts" not in client.get(f"{path}?lang=ru").text
    client.get(f"{path}?lang=zh")
    assert client.post("/drafts", {"statement": statement}).status_code == 500  # nobody answers there
    monkeypatch.setattr(expo_drafts, "asked", lambda endpoint, text, lang: f"[{lang}] 寻找人员")
    assert client.post("/drafts", {"statement": statement}).status_code == 303
    shown = client.get(f"{path}?lang=zh").text
    assert "[zh] 寻找人员" in shown and "机器草稿" in shown
    with opened(client.site.folder) as workspace:
        assert not [s for s in workspace.store.statements() if "寻找人员" in s.value]


def test_networks_and_centres(own: tuple[Client, dict[str, str]]) -> None:
    client, ids = own
    path = client.post("/records/new/Network", {"p.name": ["Four cities"], "p.networkKind": "city network"}).headers["location"]
    assert path.startswith("/networks/")
    key = path.rsplit("/", 1)[1]
    joined = {"p.organization": key, "p.member": "Tidal Optics Ltd", "p.startDate": "2017", "p.endDate": "2018"}
    assert client.post("/records/new/Membership", joined).status_code == 303
    for day, now in (("2017-06-01", True), ("2021-01-01", False)):
        found = client.get(f"{path}.json?day={day}").json()
        assert [(m["caption"], m["now"]) for m in found["members"]] == [("Tidal Optics Ltd", now)]
    centre = client.post("/records/new/Centre", {"p.name": ["Nano"], "p.centreKind": "nanotechnology"}).headers["location"]
    assert client.get(f"{centre}?lang=ru").status_code == 200 and client.get(f"/networks/{ids['Visit']}").status_code == 404

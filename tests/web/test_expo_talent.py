"""The form of a talent offer: its owner, consent and an end are asked for; withdrawn, it and its words are shown nowhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from expo_samples import fields, opened, problems
from web_samples import Client

from dragoman.web.pages.expo_talent import today

FORM = "/records/new/TalentOffer"


def soon(days: int = 90) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


def offer(**said: str) -> dict[str, str]:
    given = {"talentKind": "post offered", "holder": "Harbour Institute", "summary": "Engineer for sonar arrays", "contact": "",
             "consent": today(), "expires": soon()}  # fmt: skip
    return {f"p.{prop}": value for prop, value in (given | said).items() if value}


def test_an_offer_is_entered_and_withdrawn_with_its_words(client: Client, folder: Path) -> None:
    assert 'type="checkbox"' in client.get(FORM).text and fields(client.get(FORM).text).get("p.consent") is None
    answer = client.post(FORM, offer())
    assert answer.status_code == 303, problems(answer.text) or answer.text[-900:]
    place = answer.headers["location"].partition("?")[0]
    assert "Engineer for sonar arrays" in client.get(place).text
    with opened(folder) as workspace:
        (found,) = workspace.talent.listed()
        (entry,) = {e.document for s in workspace.store.entity(found.id).statements for e in s.evidence}
        (holder,) = workspace.store.entity(found.id).values("holder")
        assert (found.holder, found.expires) == ("Harbour Institute", soon())
    assert "sonar" in client.get(f"/documents/{entry}").text
    gone = client.post(f"/records/{found.id}/gone", {"note": "filled"})
    assert "sonar" not in client.follow(gone).text
    with opened(folder) as workspace:
        assert workspace.talent.listed() == [] and not workspace.store.find_entities("Harbour Institute", 5)
    for lang, words in (("en", "was withdrawn"), ("zh", "已撤回"), ("ru", "отозвано")):
        page = client.get(f"/documents/{entry}?lang={lang}")
        assert page.status_code == 200 and words in page.text and "sonar" not in page.text, lang
    assert "sonar" not in client.get(f"/documents/{entry}.json").text
    assert client.get(f"/records/{found.id}/history").status_code == client.get(place).status_code == 404
    answer = client.get(f"/records/{holder}/history")  # known by the offer alone: it says no longer who that was
    assert answer.status_code == 404 and "Harbour" not in answer.text
    assert "sonar" not in client.get("/search?q=arrays").text


@pytest.mark.parametrize(
    ("said", "told"),
    [({"consent": ""}, "Needed"), ({"expires": ""}, "Needed"), ({"expires": soon(500)}, "a year at most"),
     ({"expires": "2019-01-01"}, "a year at most"), ({"holder": "Ivan Petrov"}, "their own offer")],
)  # fmt: skip
def test_without_owner_consent_or_end_it_is_not_kept(client: Client, folder: Path, said: dict[str, str], told: str) -> None:
    answer = client.post(FORM, offer(**said))
    assert answer.status_code == 422 and any(told in p for p in problems(answer.text)), problems(answer.text)
    assert "Engineer for sonar arrays" in answer.text
    with opened(folder) as workspace:
        assert workspace.talent.listed() == []


def test_a_person_enters_their_own(client: Client, folder: Path) -> None:
    client.post("/settings", {"person": "Ivan Petrov"})
    assert client.post(FORM, offer(holder="Ivan Petrov", talentKind="work sought")).status_code == 303
    with opened(folder) as workspace:
        assert [o.holder for o in workspace.talent.listed()] == ["Ivan Petrov"]

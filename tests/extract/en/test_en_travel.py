"""Delegations and visits: sender, head, members, what was brought; stops, receptions, invitations."""

from __future__ import annotations

import pytest
from english_told import quotes, told

ARRIVAL = "A delegation from Hefei, headed by Vice Governor Chen Bo, visited Kazan on 4 March 2019. "


def test_sender_and_head_have_quotes_of_their_own() -> None:
    found = quotes(ARRIVAL, "delegation")
    assert found == ["A delegation from Hefei", "headed by Vice Governor Chen Bo"]


def test_the_visit_has_its_day() -> None:
    days = [t.value("startDate") for t in told(ARRIVAL, "visit")]
    assert "2019-03-04" in days


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("The guests toured the laser laboratory.", "The guests toured the laser laboratory"),
        ("They then inspected a workshop for robot parts.", "inspected a workshop for robot parts"),
        (
            "The delegation was received by deputy mayor Irina Solovey.",
            "The delegation was received by deputy mayor Irina Solovey",
        ),
        ("The hosts showed the delegation a sintering line.", "The hosts showed the delegation a sintering line"),
        ("A team from Daegu Technopark called on the Academy.", "A team from Daegu Technopark called on the Academy"),
    ],
)
def test_every_stop_is_told(sentence: str, quote: str) -> None:
    assert any(quote in found for found in quotes(ARRIVAL + sentence, "visit"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Among its members were potential investors.",
        "The delegation included heads of two ministries.",
        "The delegation brought 57 projects.",
        "Members of the delegation represented the medical industry.",
    ],
)
def test_members_and_things_brought(sentence: str) -> None:
    assert sentence.rstrip(".") in quotes(ARRIVAL + sentence, "delegation")


def test_an_invitation_is_no_visit_that_took_place() -> None:
    found = told(ARRIVAL + "The delegation invited Alfa Works Ltd to the Harbin Trade Fair.", "visit")
    invited = [t for t in found if t.draft.about.schema == "Invitation"]
    assert [t.value("status") for t in invited] == ["invited"]


def test_who_heads_an_institute_leads_no_delegation() -> None:
    assert "headed by Boris Ney" not in " ".join(quotes("The institute is headed by Boris Ney.", "delegation"))

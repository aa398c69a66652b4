"""Parties: named once, unnamed kept as such, short forms joined, seats, speakers of quotations."""

from __future__ import annotations

import pytest
from english_told import quotes, told


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It set up a laboratory with a state-owned defence conglomerate.", "a state-owned defence conglomerate"),
        ("An undisclosed Israeli firm supplied the optics.", "An undisclosed Israeli firm"),
        ("The firm works with two British universities.", "two British universities"),
        (
            "He is CEO of a Russian company which researches aviation products.",
            "a Russian company which researches aviation products",
        ),
    ],
)
def test_unnamed_parties_are_kept_as_unnamed(text: str, quote: str) -> None:
    found = [t for t in told(text, "organisation") if t.quote == quote]
    assert [t.value("status") for t in found] == ["unnamed"]


@pytest.mark.parametrize(
    "text", ["More than 1,000 Chinese enterprises came.", "Universities form the base.", "If a company asks, say no."]
)
def test_crowds_and_generic_companies_are_no_parties(text: str) -> None:
    assert quotes(text, "organisation") == []


def test_a_body_is_told_once_and_its_short_form_joined() -> None:
    text = "The Union of Machine Builders came. The Union of Machine Builders spoke. The Union left."
    found = told(text, "organisation")
    assert {t.draft.about.name for t in found} == {"Union of Machine Builders"}
    assert [t.quote for t in found] == ["Union of Machine Builders", "The Union"]


def test_a_body_has_its_seat() -> None:
    found = told("Tomsk-based Sibrotor LLC came.", "organisation")
    assert [t.value("seat") for t in found if t.value("seat")] == ["Tomsk"]


def test_a_quotation_has_its_speaker_over_two_sentences() -> None:
    text = '"We cooperate with partners in Turkey. We have signed a contract with Beta Group," said Pavel Astakhin.'
    found = [t for t in told(text) if t.kind in ("partnership", "agreement")]
    assert found
    assert {t.draft.speaker for t in found} == {"Pavel Astakhin"}


def test_he_said_goes_back_to_the_last_person() -> None:
    text = "Pavel Astakhin brought a drone. He said the firm exports engines to China."
    speakers = {t.draft.speaker for t in told(text, "presence") if "exports" in t.quote}
    assert speakers == {"Pavel Astakhin"}

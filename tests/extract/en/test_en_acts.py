"""Statuses and polarity: intent is never agreement, a denial is a statement, a date goes with its act."""

from __future__ import annotations

import pytest
from english_told import quotes, told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Alfa Works Ltd signed a contract with Beta Group.", "signed"),
        ("Alfa Works Ltd plans to sign a contract with Beta Group.", "planned"),
        ("Alfa Works Ltd hopes to sign a contract with Beta Group.", "intended"),
        ("A memorandum of cooperation will be signed in October.", "planned"),
        ("An agreement of intention was drawn up.", "intended"),
        ("More than 40 contracts were signed.", "signed"),
    ],
)
def test_the_status_of_an_agreement_is_what_its_words_say(text: str, status: str) -> None:
    found = told(text, "agreement")
    assert [t.value("status") for t in found] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Alfa Works Ltd has established cooperation with European partners.", "running"),
        ("Alfa Works Ltd is hoping to find Chinese partners.", "intended"),
        ("The two sides discussed cooperation in biotechnology and medicine.", "looked into"),
        ("The institute cooperates with two Australian universities.", "running"),
    ],
)
def test_the_status_of_a_partnership(text: str, status: str) -> None:
    found = told(text, "partnership")
    assert [t.value("status") for t in found] == [status]


def test_a_denial_is_a_negative_statement() -> None:
    (found,) = told("Our products haven't drawn any Chinese clients' attention so far.", "presence")
    assert all(c.negated for c in found.draft.claims if c.prop == "description")


def test_an_act_has_the_date_of_its_sentence() -> None:
    (found,) = told("In March 2019 Alfa Works Ltd signed a memorandum with Beta Institute.", "agreement")
    assert found.value("startDate") == "2019-03"


def test_a_contract_has_its_sum() -> None:
    (found,) = told("A total of 1,640 projects have been signed, with a contract value of RMB 218.7 billion.", "agreement")
    assert (found.value("amount"), found.claim("amount").unit) == ("218700000000", "CNY")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Rover Works Ltd opened an office in Hanoi.", "Rover Works Ltd opened an office in Hanoi"),
        ("The firm shut its liaison office in Moscow.", "The firm shut its liaison office in Moscow"),
    ],
)
def test_presence_abroad_is_quoted_with_its_place(text: str, quote: str) -> None:
    assert quote in quotes(text, "presence")


def test_closing_an_office_ends_the_presence() -> None:
    found = told("The firm shut its liaison office in Moscow.", "presence")
    assert found[0].value("status") == "ended"


@pytest.mark.parametrize(
    "text",
    [
        "No contract has been signed yet.",
        "The contract has not yet been signed.",
        "Alfa Works Ltd has not signed a contract with Beta Group.",
    ],
)
def test_what_was_not_signed_has_no_status_and_is_negative(text: str) -> None:
    found = told(text, "agreement")
    assert found
    for one in found:
        assert one.value("status") == ""
        assert one.claim("subject").negated

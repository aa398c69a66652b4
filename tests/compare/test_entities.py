"""Records compared: what raises and what lowers the probability, and that the reasons add up to it."""

from __future__ import annotations

import math

import pytest

from dragoman.compare.entities import compare_entities, threshold
from dragoman.compare.entity_parts import contacts, dates, identifiers, overlap
from dragoman.compare.record import from_ftm


def record(schema: str = "Company", number: str = "a", sources: tuple[str, ...] = (), **properties: list[str]) -> object:
    return from_ftm({"id": number, "schema": schema, "datasets": list(sources), "properties": properties})


FIRM = {"name": ["Vostok Pribor Research Plant"], "country": ["by"], "innCode": ["7701234567"], "address": ["Minsk, Lenina 4"]}
PERSON = {"name": ["Igor Petrovich Lazarenko"], "birthDate": ["1961-04-12"], "nationality": ["by"]}


def value(left: object, right: object) -> float:
    return compare_entities(left, right).value  # type: ignore[arg-type]


def test_the_same_record_is_the_same_bearer() -> None:
    assert value(record(**FIRM), record(number="b", **FIRM)) > 0.95
    assert value(record("Person", **PERSON), record("Person", "b", **PERSON)) > 0.95


def test_comparison_is_symmetrical() -> None:
    left, right = record(**FIRM), record(number="b", name=["Vostok Plant"], country=["ru"], innCode=["7707654321"])
    assert value(left, right) == pytest.approx(value(right, left))


def test_an_identifier_that_differs_speaks_against_an_equal_name() -> None:
    other = FIRM | {"innCode": ["7709999999"]}
    assert value(record(**FIRM), record(**other)) < value(record(**FIRM), record(**FIRM)) - 0.01


def test_another_birth_date_lowers_and_a_slip_lowers_less() -> None:
    exact = value(record("Person", **PERSON), record("Person", **PERSON))
    slip = value(record("Person", **PERSON), record("Person", **(PERSON | {"birthDate": ["1961-12-04"]})))
    other = value(record("Person", **PERSON), record("Person", **(PERSON | {"birthDate": ["1979-08-30"]})))
    assert exact > slip > other


def test_two_records_of_one_list_are_seldom_one_bearer() -> None:
    apart = value(record(sources=("list one",), **FIRM), record(sources=("list two",), **FIRM))
    assert value(record(sources=("list one",), **FIRM), record(sources=("list one",), **FIRM)) < apart


def test_reasons_add_up_to_the_value() -> None:
    match = compare_entities(record(**FIRM), record(name=["Vostok Pribor Plant"], country=["by"]))  # type: ignore[arg-type]
    score = match.score()
    assert sum(r.weight for r in score.reasons) == pytest.approx(math.log(score.value / (1 - score.value)), abs=0.02)
    assert score.reasons[0].name == "start"


def test_a_record_without_a_name_is_never_joined_by_nothing() -> None:
    assert value(record(), record(**FIRM)) < threshold()


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (["1961-04-12"], ["1961-04-12"], "same"),
        (["1961"], ["1961-04-12"], "year"),
        (["1961-04"], ["1961-04-12"], "month"),
        (["1961-04-12"], ["1961-12-04"], "near"),
        (["1961-04-12"], ["1962-07-01"], "beside"),
        (["1961-04-12"], ["1971-04-12"], "otheryear"),
        (["1961-04-12"], ["1975-01-02"], "differ"),
        (["1961-04-12", "1975"], ["1975-01-02"], "year"),
        (["unknown"], ["1975"], ""),
        ([], ["1975"], ""),
    ],
)
def test_dates(left: list[str], right: list[str], level: str) -> None:
    assert dates(left, right) == dates(right, left) == level


def test_identifiers_are_compared_without_signs_and_by_what_they_are_worth() -> None:
    assert identifiers([("imoNumber", "IMO 9187629")], [("imoNumber", "imo9187629")])[0] == "same"
    assert identifiers([("leiCode", "A" * 20)], [("leiCode", "B" * 20)])[0] == "differ"
    assert identifiers([("passportNumber", "AB12345")], [("passportNumber", "CD54321")])[0] == "weakly differ"
    assert identifiers([("kppCode", "770101001")], [("kppCode", "770101001")])[0] == ""
    assert identifiers([("innCode", "12")], [("innCode", "12")])[0] == ""


def test_contacts_and_addresses() -> None:
    assert contacts([("website", "https://www.vp.example/")], [("website", "vp.example")]) == "vp.example"
    assert contacts([("phone", "+375 17 200 30 40")], [("phone", "8 (017) 200-30-40")])
    assert overlap(["Minsk, Lenina 4"], ["4 Lenina Street, Minsk, Belarus"])[0] == 1.0
    assert overlap([], ["Minsk"])[0] == -1.0

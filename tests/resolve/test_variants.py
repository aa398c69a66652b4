"""The simple join: what a careful reader would join, and what he would not."""

from __future__ import annotations

import pytest

from dragoman.resolve.variants import Named, core, gather, propose, squeezed

AT = "2018-06-30T00:00:00+00:00"


def named(number: int, schema: str, *names: str, dataset: str = "d1", **more: object) -> Named:
    return Named(f"{number:032x}", schema, dataset, list(names), **more)  # type: ignore[arg-type]


def rules(*pool: Named, decided: list[tuple[str, str]] | None = None) -> list[str]:
    return [d.by.removeprefix("rule:") for d in propose(pool, decided or [], AT)]


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        (named(1, "Place", "XinXiang"), named(2, "Place", "Xinxiang", dataset="d2"), "same name"),
        (named(1, "Person", "Gennady Popov"), named(2, "Person", "Mr. Popov"), "surname in one document"),
        (
            named(1, "Organization", "Union of Scientific Societies"),
            named(2, "Organization", "the Union"),
            "short form in one document",
        ),
        (
            named(1, "Company", "Rover Co. Ltd"),
            named(2, "Organization", "Rover", dataset="d2"),
            "same name but for the legal form",
        ),
        (named(1, "Expo", "China Hi-Tech Fair", short=["CHTF"]), named(2, "Expo", "CHTF"), "declared short form"),
        (
            named(1, "Company", "西南光电有限公司"),
            named(2, "Company", "西南光电", dataset="d2"),
            "same name but for the legal form",
        ),
        (
            named(1, "Place", "Tomsk", countries={"ru"}),
            named(2, "Place", "Томск", dataset="d2", countries={"ru"}),
            "same place of the gazetteer",
        ),
        (
            named(1, "Place", "新乡", countries={"cn"}),
            named(2, "Place", "Xinxiang", dataset="d2", countries={"cn"}),
            "same place of the gazetteer",
        ),
        (
            named(1, "Place", "中国", countries={"cn"}),
            named(2, "Place", "Китай", dataset="d2", countries={"cn"}),
            "same place of the gazetteer",
        ),
        (
            named(1, "Organization", "TechnoSpark"),
            named(2, "Organization", "TechnoSpark中心", dataset="d2"),
            "same name but for the legal form",
        ),
        (
            named(1, "PublicBody", "Ministry of Industry", countries={"ru"}),
            named(2, "PublicBody", "Ministry of Industry", dataset="d2", countries={"ru"}),
            "same name",
        ),
    ],
)
def test_what_is_joined(left: Named, right: Named, rule: str) -> None:
    assert rules(left, right) == [rule]
    assert rules(right, left) == [rule]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (named(1, "Person", "Popov"), named(2, "Person", "Popov", dataset="d2")),
        (named(1, "Person", "Wang Wei"), named(2, "Person", "Wang Wei", dataset="d2")),
        (named(1, "Place", "Moscow"), named(2, "Company", "Moscow", dataset="d2")),
        (named(1, "Company", "Nanjing University"), named(2, "Company", "Nanjing University of Aeronautics")),
        (named(1, "Place", "Tripoli", countries={"ly"}), named(2, "Place", "Tripoli", dataset="d2", countries={"lb"})),
        (named(1, "Company", "Orion", identifiers={"innCode": {"1"}}),
         named(2, "Company", "Orion", dataset="d2", identifiers={"innCode": {"2"}})),
        (named(1, "Edition", "High-Tech Expo", ordinal="4"), named(2, "Edition", "High-Tech Expo", dataset="d2", ordinal="5")),
        (named(1, "Place", "Troitsk", countries={"ru"}), named(2, "Place", "Троицк", dataset="d2", countries={"ru"})),
        (named(1, "Place", "Georgia", countries={"us"}), named(2, "Place", "Грузия", dataset="d2", countries={"ge"})),
        (named(1, "Place", "Tomsk"), named(2, "Place", "Томск", dataset="d2")),
        (named(1, "Place", "Paris", countries={"us"}), named(2, "Place", "Париж", dataset="d2", countries={"fr"})),
        (named(1, "PublicBody", "Ministry of Industry"), named(2, "PublicBody", "Ministry of Industry", dataset="d2")),
        (named(1, "PublicBody", "投资局"), named(2, "PublicBody", "投资局", dataset="d2")),
        (named(1, "PublicBody", "администрация города"), named(2, "PublicBody", "администрация города", dataset="d2")),
        (named(1, "Employment", "director"), named(2, "Employment", "director", dataset="d2")),
    ],
)  # fmt: skip
def test_what_is_left_alone(left: Named, right: Named) -> None:
    assert rules(left, right) == []


def test_two_possible_owners_are_left_alone() -> None:
    assert rules(named(1, "Person", "Gennady Popov"), named(2, "Person", "Irina Popov"), named(3, "Person", "Mr. Popov")) == []


def test_a_place_is_no_short_form_of_a_body() -> None:
    city, body, seat = (
        named(1, "Place", "Tomsk"),
        named(2, "Organization", "Tomsk State University"),
        named(3, "Organization", "TOMSK"),
    )
    assert rules(city, body, seat) == []


def test_a_pair_once_decided_is_not_touched_again() -> None:
    left, right = named(1, "Place", "Xinxiang"), named(2, "Place", "XinXiang", dataset="d2")
    assert rules(left, right, decided=[(left.id, right.id)]) == []


def test_rows_are_folded_by_id() -> None:
    rows = [("a", "Company", "name", "Rover", "d"), ("a", "Company", "alias", "RV", "d"),
            ("a", "Company", "innCode", "77", "d"), ("b", "Figure", "country", "cn", "d")]  # fmt: skip
    (only,) = gather(rows)
    assert (only.names, only.short, only.identifiers) == (["Rover"], ["RV"], {"innCode": {"77"}})


def test_names_are_squeezed_and_cut_to_their_core() -> None:
    assert squeezed("Xin-Xiang ") == "xinxiang"
    assert core("ООО «Ромашка»") == core("Ромашка")

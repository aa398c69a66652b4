"""Events: names with their ordinals and short names, when and where, features, parts of bodies, posts of people."""

from __future__ import annotations

import pytest
from english_told import quotes, told

FAIR = "The 9th Northern Technology Exhibition kicked off Thursday in Chongqing, drawing many guests. "


def test_an_edition_has_its_ordinal_and_series() -> None:
    name = told(FAIR, "event")[0]
    assert name.quote == "9th Northern Technology Exhibition"
    assert (name.draft.about.schema, name.value("ordinal"), name.value("expo")) == (
        "Edition",
        "9",
        "Northern Technology Exhibition",
    )


def test_opening_day_and_place_have_quotes_of_their_own() -> None:
    found = quotes(FAIR, "event")
    assert "kicked off Thursday" in found
    assert "kicked off Thursday in Chongqing" in found


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("The four-day event will be large.", "The four-day event"),
        ('It has the theme "Openness and Trust".', 'the theme "Openness and Trust"'),
        (
            "For the first time a pavilion for countries along the Belt and Road was set up.",
            "pavilion for countries along the Belt and Road",
        ),
        ("Forums which showcase dual-use innovation will also be held.", "Forums which showcase dual-use innovation"),
        ("The next edition will be held from 14 to 18 May 2021.", "The next edition"),
    ],
)
def test_features_of_the_main_event(sentence: str, quote: str) -> None:
    assert any(quote in q for q in quotes(FAIR + sentence, "event"))


def test_a_short_name_stands_for_the_event() -> None:
    text = "The Yellow Sea Innovation Fair (YSIF) was held in Dalian. YSIF is held every year."
    found = told(text, "event")
    assert "YSIF" in [t.quote for t in found]
    assert {t.draft.about.name for t in found} == {"Yellow Sea Innovation Fair"}


def test_a_plan_or_committee_is_no_event() -> None:
    assert quotes("The 13th Five-Year Plan names the Exhibition Committee.", "event") == []


@pytest.mark.parametrize(
    ("sentence", "role", "quote"),
    [
        (
            "It is organised by the Ministry of Commerce and the Academy of Sciences.",
            "organiser",
            "organised by the Ministry of Commerce",
        ),
        ("The fair was approved by the Ministry of Commerce.", "approver", "approved by the Ministry of Commerce"),
        (
            "Estonia and Poland have been guest countries of honor.",
            "guest of honour",
            "Estonia and Poland have been guest countries of honor",
        ),
        (
            "The Academy of Sciences and the Navy Institute act as supporting units.",
            "supporting unit",
            "Navy Institute act as supporting units",
        ),
    ],
)
def test_bodies_have_parts_in_the_event(sentence: str, role: str, quote: str) -> None:
    found = told(FAIR + sentence, "role")
    assert role in {t.value("role") for t in found}
    assert any(quote in t.quote for t in found)


@pytest.mark.parametrize(
    ("sentence", "quote", "role"),
    [
        (
            "Daniil Lozhkin, lead programmer of Rover Co. Ltd, came.",
            "Daniil Lozhkin, lead programmer of Rover Co. Ltd",
            "lead programmer",
        ),
        ("They met deputy mayor Irina Solovey.", "deputy mayor Irina Solovey", "deputy mayor"),
        ("Oleg Tan, who heads the Institute of Optics, spoke.", "Oleg Tan, who heads the Institute of Optics", "head"),
    ],
)
def test_people_have_posts(sentence: str, quote: str, role: str) -> None:
    (found,) = told(sentence, "role")
    assert (found.quote, found.value("role")) == (quote, role)

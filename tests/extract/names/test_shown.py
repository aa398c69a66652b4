"""Names set right where they are shown: longer names around them, words beside them, languages."""

from __future__ import annotations

import pytest

from dragoman.extract.names import mentions
from dragoman.model.document import Document


def shown(text: str) -> set[tuple[str, str]]:
    document = Document("2" * 64, "a.txt", "text/plain", text, (), lang="en")
    return {(n.kind, n.text) for n in mentions(document, models=False)}


@pytest.mark.parametrize(
    "text",
    [
        "He stood in the 2003 Ruritanian and 2005 Portugal general election twice.",
        "She won a seat in the 1999 European Parliament election in Finland.",
        "The Treaty of Lisbon came later, as did the Siege of Leningrad.",
        "It opened at the Brazil Film Awards that week.",
        "They fought in the Finnish Civil War.",
    ],
)
def test_places_in_the_name_of_an_election_a_treaty_a_war_are_left_out(text: str) -> None:
    assert not [name for name in shown(text) if name[0] == "LOC"]


def test_places_beside_such_a_name_stay() -> None:
    assert ("LOC", "Portugal") in shown("In Portugal the 2005 general election was called early.")
    assert ("LOC", "Finland") in shown("The war between the two ended in Finland.")


def test_a_nationality_is_shown_but_no_language() -> None:
    assert ("LOC", "French") in shown("A French engineer spoke first.")
    assert ("LOC", "South American") in shown("Many South American cities sent guests.")
    for text in ("The song was recorded in French.", "It comes from the Greek word for sea.", "The French Resistance grew."):
        assert not [name for name in shown(text) if name[0] == "LOC"]


def test_a_product_is_no_body_and_a_numbered_unit_keeps_its_number() -> None:
    assert not [name for name in shown("They drove a Toyota Corolla to work.") if name[0] == "ORG"]
    assert ("ORG", "Toyota") in shown("They sold it to Toyota for a good price.")
    assert ("ORG", "Torpedo Squadron 8") in shown("He joined Torpedo Squadron 8 that year.")


def test_a_double_place_is_one() -> None:
    assert ("LOC", "Oakville – Hexham") in shown("She ran in Oakville – Hexham that year.")
    assert ("LOC", "Kazan") in shown("She lived in Kazan – March was cold.")

"""Names of people found by their letters written as one: spaces lost, gained and moved beside other errors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from dragoman.compare.index import Index, build
from dragoman.compare.index_wholes import REACH, SHORTEST, half, remnants
from dragoman.compare.name import Kind

PEOPLE = ["Orlen Veldmarov", "Tam Song Bak", "Said Bahirov", "Karim ben Omar Hastani", "Marta Lindqvist"]
LETTERS = st.text("abdeklmo", min_size=SHORTEST, max_size=24)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = tmp_path_factory.mktemp("wholes") / "names.index"
    build(path, [(n, text, Kind.PERSON) for n, text in enumerate(PEOPLE)])
    return Index.open(path)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("Orlenveldmarov", 0),
        ("Orlen Veldm arov", 0),
        ("Orlenxveldmarov", 0),
        ("Tam Son Gbak", 1),
        ("Tamsongxbak", 1),
        ("Saidbahirov", 2),
        ("Karimben Omarhastani", 3),
        ("Ta Snogbag", 1),
        ("Karim benxomar Hastamni", 3),
    ],
)
def test_a_space_lost_gained_or_moved_leads_to_the_name(index: Index, asked: str, place: int) -> None:
    assert index.search(asked, Kind.PERSON, 1)[0].name_number == place


def test_other_letters_lead_nowhere(index: Index) -> None:
    assert not index.search("Waclaw Przbysz", Kind.PERSON, 5)


@given(LETTERS, LETTERS)
def test_names_with_one_error_share_a_remnant(left: str, right: str) -> None:
    sizes = {half(len(left) + more) for more in (-REACH, 0, REACH)}
    asked = set().union(*[remnants(left, size) for size in sizes])
    for place in range(len(left)):
        other = left[:place] + right[0] + left[place + 1 :]
        assert OSA.distance(left, other) <= 1
        assert asked & remnants(other, half(len(other)))

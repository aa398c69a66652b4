"""Statements: ids that never change, two times, belief from evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.entity import Entity, Graph, holds
from dragoman.model.ids import entity_id, normal_name
from dragoman.model.statement import Evidence, Stance, Statement, Status, belief


def make(**changes: object) -> Statement:
    base: dict[str, object] = {"entity_id": "e1", "schema": "Organization", "prop": "name", "value": "Rover", "dataset": "d"}
    return Statement(**{**base, **changes})  # type: ignore[arg-type]


def test_ids_are_frozen() -> None:
    """People's decisions name these ids: a change here orphans them."""
    assert entity_id("d", "Organization", "Rover Co. Ltd") == entity_id("d", "Organization", "  ROVER co ltd ")
    assert entity_id("d", "Organization", "Rover Co. Ltd") == "7af178d5dc190f186bbbfc907b642422"
    assert make().id == "2856035b65cd8ba3eb5687dfbf5af238"


@pytest.mark.parametrize(
    "change",
    [{"dataset": "x"}, {"entity_id": "x"}, {"prop": "alias"}, {"value": "x"}, {"lang": "ru"}, {"status": Status.SIGNED},
     {"valid_from": "2018"}, {"valid_to": "2019"}, {"negated": True}],
)  # fmt: skip
def test_the_id_hashes_what_is_claimed(change: dict[str, object]) -> None:
    assert make(**change).id != make().id


@pytest.mark.parametrize("change", [{"origin": "x"}, {"suggested": True}, {"recorded_at": "2020"}, {"original_value": "x"}])
def test_the_id_leaves_out_how_it_was_found(change: dict[str, object]) -> None:
    assert make(**change).id == make().id


@pytest.mark.parametrize(
    ("since", "until", "as_of", "expected"),
    [
        ("2018", "", "2018-06-30", True),
        ("2018-07", "", "2018-06-30", False),
        ("2018-07", "", "2018", True),
        ("", "2017", "2018-06-30", False),
        ("", "2018-06", "2018-06-30", True),
        ("2016-01-02", "2019", "2018-06", True),
        ("", "", "1900", True),
    ],
)
def test_as_of_respects_precision(since: str, until: str, as_of: str, expected: bool) -> None:
    assert holds(make(valid_from=since, valid_to=until), as_of) is expected


def test_known_at_is_what_was_recorded_and_not_retracted() -> None:
    statement = make(recorded_at="2020-01-01T00:00:00", retracted_at="2021-01-01T00:00:00")
    assert not holds(statement, known_at="2019-12-31T00:00:00")
    assert holds(statement, known_at="2020-06-01T00:00:00")
    assert not holds(statement, known_at="2021-06-01T00:00:00")
    assert not holds(statement)


def test_belief_counts_documents_not_repetitions() -> None:
    for_it, against = Evidence("a", "x"), Evidence("b", "y", stance=Stance.CONTRADICTS)
    assert belief((for_it, for_it)) == belief((for_it,)) > 0.5
    assert belief((for_it, against)) == 0.5
    assert belief((Evidence("c", "z", stance=Stance.MENTIONS),)) == 0.5


@given(st.text(max_size=50))
def test_normal_names_are_stable(name: str) -> None:
    assert normal_name(normal_name(name)) == normal_name(name)


@given(st.text(st.characters(max_codepoint=127), max_size=50))
def test_the_quick_way_of_ascii_names_is_the_same(name: str) -> None:
    folded = "".join(c if c.isalnum() else " " for c in name.casefold())
    assert normal_name(name) == " ".join(folded.split())


def test_an_entity_is_the_most_special_schema_and_keeps_negatives_apart() -> None:
    entity = Entity(
        "e1", (make(), make(schema="Company", value="Rover Co. Ltd"), make(prop="country", value="cn", negated=True))
    )
    assert entity.schema.name == "Company"
    assert entity.caption == "Rover Co. Ltd"
    assert entity.values("country") == ()


def test_a_graph_ties_what_is_there() -> None:
    post = [
        make(entity_id="r", schema="Employment", prop="employee", value="p"),
        make(entity_id="r", schema="Employment", prop="employer", value="gone"),
    ]
    graph = Graph.of([Entity("r", tuple(post)), Entity("p", (make(entity_id="p", schema="Person"),))])
    assert [e.id for e, _ in graph.adjacent("p")] == ["r"]
    assert len(graph.ties["r"]) == 1

"""The FollowTheMoney export against the real library."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from report_samples import made

from dragoman.model.schema import schemata
from dragoman.model.statement import Statement
from dragoman.report.exports import export
from dragoman.report.ftm import ENDS, INTERVALS, IS_A, TARGETS, TOPICS

ftm = pytest.importorskip("followthemoney", reason="needs the ftm extra: pip install 'dragoman[ftm]'")


@pytest.fixture(scope="module")
def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(made().statements, "ftm")]


def check(entity: dict[str, Any]) -> None:
    """Load it both ways: as it is, and cleaned; nothing may be lost, nothing may be invalid."""
    raw = ftm.model.get_proxy(entity, cleaned=True)
    clean = ftm.model.get_proxy(entity, cleaned=False)
    assert raw.schema.validate(entity) is None
    for prop, values in entity["properties"].items():
        kind = raw.schema.properties[prop]
        assert not kind.stub, prop
        assert len(clean.get(prop)) == len(set(values)), (entity["schema"], prop, values, clean.get(prop))
        if kind.type.name in ("date", "country"):
            assert sorted(clean.get(prop)) == sorted(values)
    assert set(raw.schema.required) <= set(entity["properties"])


def test_every_entity_loads_and_validates(lines: list[dict[str, Any]]) -> None:
    assert len(lines) > 15
    for entity in lines:
        check(entity)


def test_edges_lead_to_entities_of_the_right_kind(lines: list[dict[str, Any]]) -> None:
    by_id = {e["id"]: e for e in lines}
    ties = 0
    for entity in lines:
        schema = ftm.model.get(entity["schema"])
        for prop, values in entity["properties"].items():
            if schema.properties[prop].type.name == "entity":
                for value in values:
                    ties += 1
                    assert ftm.model.get(by_id[value]["schema"]).is_a(schema.properties[prop].range)
    assert ties >= 5


def test_what_is_suggested_or_denied_stays_at_home(lines: list[dict[str, Any]]) -> None:
    text = json.dumps(lines, ensure_ascii=False)
    assert "no clients" not in text and "совместный центр" not in text
    ids = {e["id"] for e in lines}
    for s in made().statements:
        if s.suggested or s.negated:
            assert s.entity_id not in ids


def test_known_shapes(lines: list[dict[str, Any]]) -> None:
    post = next(e for e in lines if e["schema"] == "Employment")
    assert post["properties"]["role"] == ["chief engineer"]
    edition = next(e for e in lines if e["caption"] == "The ninth River Tech Expo" or "ninth River Tech Expo" in e["caption"])
    assert edition["schema"] == "Event" and edition["properties"]["startDate"] == ["2017-06-22"]
    assert next(e for e in lines if e["caption"] == "Троицк")["schema"] == "Address"


def test_the_table_of_targets_is_the_librarys() -> None:
    for name, props in TARGETS.items():
        schema = ftm.model.get(name)
        assert props <= set(schema.properties), (name, props - set(schema.properties))
        for prop in props:
            if schema.properties[prop].type.name == "entity":
                assert prop in ENDS[name], (name, prop)
    for name, ends in ENDS.items():
        for prop, target in ends.items():
            assert ftm.model.get(name).properties[prop].range.name == target
    for name, members in IS_A.items():
        assert all(ftm.model.get(m).is_a(name) for m in members), name
    assert all(ftm.model.get(name).is_a("Interval") for name in INTERVALS)
    assert all(ftm.registry.topic.clean(t) == t for t in TOPICS)


def test_every_schema_of_ours_has_a_target() -> None:
    for kind in schemata().values():
        assert kind.ftm in TARGETS or kind.name == "Interval", kind.name


@pytest.mark.parametrize("name", sorted(schemata()))
def test_hostile_values_never_make_an_invalid_entity(name: str) -> None:
    values = ["", "x" * 10_000, "<script>", "2017-13-45", "http://", "-1.5", "zz", "cn", "2017-06", "\u202eabc", "12"]
    kind = schemata()[name]
    made = [Statement("a" * 32, name, p, v, "d") for p in kind.properties for v in values]
    ends = [Statement("b" * 32, "Company", "name", "B", "d"), Statement("c" * 32, "Person", "name", "C", "d")]
    ties = [replace(s, value=e.entity_id, id="") for s in made for e in ends if kind.properties[s.prop].type == "entity"]
    for line in export([*made, *ends, *ties], "ftm"):
        entity = json.loads(line)
        proxy = ftm.model.get_proxy(entity, cleaned=True)
        wrong = {p: [v[:40] for v in vs if proxy.schema.properties[p].validate([v])] for p, vs in entity["properties"].items()}
        assert not any(wrong.values()), (entity["schema"], {p: v for p, v in wrong.items() if v})
        proxy.schema.validate(entity)
        clean = ftm.model.get_proxy(entity, cleaned=False)
        for prop in entity["properties"]:
            if proxy.schema.properties[prop].type.name in ("date", "country", "url"):
                assert sorted(clean.get(prop)) == sorted(entity["properties"][prop]), prop

"""The schema file is consistent, and holds every kind the cases need."""

from __future__ import annotations

import pytest

from dragoman.base.errors import UnknownName
from dragoman.model.schema import FACT_KINDS, schema, schemata

NEEDED = """Cooperation Consultation Invitation Stop Platform Programme Framework Market Sale Patent Position Honour
CountryGroup
Technology Expo Edition Hall Exhibit Delegation Visit Forum Contest Release Offer Request Meeting Agreement JointLab Alliance
Presence Figure Organization Company PublicBody Person Event Project ProjectParticipant Membership Ownership Directorship
Employment Contract Sanction Document UnknownLink""".split()
TYPES = {"name", "text", "date", "number", "money", "country", "url", "identifier", "choice", "entity"}


@pytest.mark.parametrize("name", NEEDED)
def test_every_kind_the_cases_need_is_there(name: str) -> None:
    assert schema(name).properties


def test_types_ranges_edges_and_labels_hold_together() -> None:
    for found in schemata().values():
        assert all(found.label(lang) for lang in ("en", "zh", "ru"))
        assert found.kind is None or found.kind in FACT_KINDS
        for prop in found.properties.values():
            assert prop.type in TYPES, f"{found.name}.{prop.name}"
            assert not prop.range or prop.range in schemata(), f"{found.name}.{prop.name}"
        for end in found.edge or ():
            assert found.properties[end].type == "entity"


def test_every_kind_of_fact_has_a_schema() -> None:
    assert {s.kind for s in schemata().values()} >= set(FACT_KINDS)


def test_children_inherit() -> None:
    assert schema("Edition").is_a("Event")
    assert "venue" in schema("Edition").properties
    with pytest.raises(UnknownName, match="no schema 'Booth'"):
        schema("Booth")


def test_exports_name_real_schemata_of_followthemoney() -> None:
    ftm = pytest.importorskip("followthemoney", reason="needs the ftm extra: pip install 'dragoman[ftm]'")
    for found in schemata().values():
        target = ftm.model.get(found.ftm)
        assert target is not None, f"{found.name} becomes {found.ftm}"
        if found.name == found.ftm:
            assert found.name in ftm.model.schemata

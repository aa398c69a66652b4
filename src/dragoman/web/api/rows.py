"""What the API calls things: entities, statements, documents, decisions as plain values, with the shape of each."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dragoman.model.decision import Subject
from dragoman.web.api.shape import Shape, flag, many, one_of, text, thing, whole

if TYPE_CHECKING:
    from dragoman.model.decision import Decision
    from dragoman.model.document import Document
    from dragoman.model.entity import Entity
    from dragoman.model.statement import Evidence, Statement

Row = dict[str, Any]
ID = text("3f0c92ab1e7744d08b6f1c0de51a2b9c", minLength=1)
NUMBER_OR_NOT: Shape = {"type": ["integer", "null"]}
ENTITY_ROW = thing(
    ("id", "schema", "caption"), id=ID, schema=text("Company"), caption=text("Harbour Robotics Ltd"), statements=whole(),
    datasets=whole(), suggested_only=flag(),
)  # fmt: skip
EVIDENCE = thing(
    ("document", "exact"), document=text("9b1c…"), exact={"type": "string"}, start=NUMBER_OR_NOT, end=NUMBER_OR_NOT,
    page=NUMBER_OR_NOT, sheet=text(), row=NUMBER_OR_NOT, column=text(), record=text(), stance=text("supports"), speaker=text(),
)  # fmt: skip
STATEMENT = thing(
    ("id", "entity_id", "schema", "prop", "value", "dataset"), id=ID, entity_id=ID, schema=text("Company"), prop=text("name"),
    value={"type": "string"}, original_value={"type": "string"}, dataset=text(), lang=text("en"), status=text("signed"),
    valid_from=text("2019-03"), valid_to=text(), suggested=flag(), recorded_at=text(), evidence=many(EVIDENCE),
)  # fmt: skip
ENTITY = thing(
    ("id", "schema", "caption", "properties"), id=ID, schema=text("Company"), caption=text("Harbour Robotics Ltd"),
    properties={"type": "object", "additionalProperties": many({"type": "string"})}, datasets=many(text()),
    topics=many(text()), first_seen=text("2026-11-22T03:30:10Z"),
)  # fmt: skip
DOCUMENT_ROW = thing(
    ("id", "name"), id=ID, name=text("news.txt"), title=text(), publisher=text(), published=text("2019-03-12"), lang=text("en"),
    media_type=text("text/plain"), size=whole(), statements=whole(), recorded_at=text(),
)  # fmt: skip
DOCUMENT = thing(
    ("id", "name", "text"), id=ID, name=text("news.txt"), title=text(), text={"type": "string"}, lang=text("en"),
    published=text("2019-03-12"), blocks=many({"type": "object"}), tables=many({"type": "object"}),
)  # fmt: skip
DECISION = thing(
    ("id", "subject", "ids", "verdict", "by", "at"), id=ID, subject=one_of(*map(str, Subject)),
    ids=many(text()), verdict=text("same"), by=text("A. Chen"), at=text("2026-11-22T03:30:10+00:00"),
    note=text("one letterhead"), score={"type": ["number", "null"]}, version=text(), undoes=text(),
)  # fmt: skip
REASON = thing(("name", "weight"), name=text("name equal"), weight={"type": "number"}, detail=text(), left=text(), right=text())


def listed(of: Shape) -> Shape:
    """A page of a list of these."""
    return thing(("results", "limit", "offset", "total"), results=many(of), limit=whole(), offset=whole(), total=whole())


def continued(of: Shape) -> Shape:
    """A part of a log of these: `next` is the cursor to go on from, empty at the end."""
    return thing(("results", "next"), results=many(of), next={"type": "string"})


def entity_row(row: Any) -> Row:
    """An entity in a list, as the store gives it."""
    return asdict(row)


def entity(found: Entity) -> Row:
    """An entity with all its values, as FollowTheMoney writes it."""
    properties: dict[str, list[str]] = {}
    for s in found.statements:
        values = properties.setdefault(s.prop, [])
        if not s.negated and s.value not in values:
            values.append(s.value)
    return {
        "id": found.id, "schema": found.schema.name, "caption": found.caption, "properties": properties,
        "datasets": list(found.datasets), "topics": list(found.topics), "first_seen": found.first_seen,
    }  # fmt: skip


def statement(s: Statement) -> Row:
    """A statement with its evidence."""
    return asdict(s) | {"evidence": [evidence(e) for e in s.evidence], "status": str(s.status), "bound": str(s.bound)}


def evidence(e: Evidence) -> Row:
    """Where a statement stands."""
    return asdict(e) | {"stance": str(e.stance)}


def document_row(found: Any) -> Row:
    """A document in a list, as the store gives it."""
    return asdict(found)


def document(found: Document) -> Row:
    """A document with its text; offsets of evidence count its code points."""
    return asdict(found)


def decision(found: Decision) -> Row:
    """A decision."""
    return asdict(found) | {"subject": str(found.subject), "ids": list(found.ids)}

"""The tables: append-only logs, the dictionaries that keep their keys small, and the views rebuilt from them.

Keys are integers, ids are blobs (16 bytes where the id is a hash). What repeats in every statement (schema, property,
language, origin, status, bound, unit, flags) is one row of `shapes`.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, SmallInteger, Table, Text

metadata = MetaData()


def _key(name: str = "key") -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _int(name: str, *, index: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=False, index=index)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


# How this workspace is laid out, and where each view stands
meta = Table("meta", metadata, Column("name", Text, primary_key=True), _int("value"))

# Dictionaries: only ever grow
appends = Table("appends", metadata, _key(), _text("at"))  # one a transaction: the log position and when it was recorded
ids = Table("ids", metadata, _key(), Column("id", LargeBinary, nullable=False, unique=True))
sources = Table("sources", metadata, _key(), Column("name", Text, nullable=False, unique=True))  # data sets, documents cited
shapes = Table(
    "shapes", metadata, _key(), _text("schema"), _text("prop"), _text("lang"), _text("origin"), _text("status"),
    _text("bound"), _text("unit"), _int("flags"),
)  # fmt: skip

# Logs: never updated, never deleted
statements = Table(
    "statements", metadata,
    _key(), Column("hash", LargeBinary, nullable=False), _int("entity"), _int("shape"), _int("dataset"),
    Column("target", Integer), _text("value"), Column("original", Text), _text("valid_from"), _text("valid_to"),
    _int("append"), Column("document", Integer), _text("evidence"),
    Index("statements_entity", "entity", "shape"), Index("statements_dataset", "dataset", "document"),
)  # fmt: skip
_elsewhere = statements.c.document != statements.c.dataset  # else the index of data sets finds it: a document is its own
Index("statements_document", statements.c.document, sqlite_where=_elsewhere, postgresql_where=_elsewhere)
slots = Table(  # statement ids to keys, see `slots.py`
    "slots", metadata,
    Column("slot", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False), _int("statement"),
)  # fmt: skip
evidence = Table(
    "evidence", metadata, _key(), _int("statement"), _int("append"), _int("document"), _text("body"),
    Index("evidence_statement", "statement"), Index("evidence_document", "document"),
)  # fmt: skip
documents = Table(
    "documents", metadata,
    _key(), Column("id", Text, nullable=False, unique=True), _int("append"), _text("name"), _text("title"),
    _text("publisher"), _text("published"), _text("lang"), _text("media_type"), _int("size"),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
sightings = Table("sightings", metadata, _key(), _int("document", index=True), _int("append"), _text("name"), _text("at"))
retractions = Table(
    "retractions", metadata, _key(), Column("hash", LargeBinary, nullable=False, index=True), _int("append"), _text("by"),
    _text("note"), _text("at"),
)  # fmt: skip
decisions = Table(
    "decisions", metadata,
    _key(), Column("id", Text, nullable=False, unique=True), _int("append"), _text("subject"), _text("ids"), _text("verdict"),
    _text("by"), _text("at"), _text("note"), Column("score", Float), _text("version"), _text("undoes"),
    Index("decisions_undoes", "undoes"),
)  # fmt: skip
abouts = Table(  # which decisions name an id
    "abouts", metadata, Column("about", Text, primary_key=True), Column("decision", Integer, primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip

# Views: rebuilt from the logs
members = Table("members", metadata, _key("entity"), _int("canonical", index=True))  # only of clusters of two and more
standing = Table(  # what was decided on single statements
    "standing", metadata, Column("hash", LargeBinary, primary_key=True), _text("state"), _text("since"),
    sqlite_with_rowid=False,
)  # fmt: skip
entities = Table(
    "entities", metadata, _key(), _text("schema"), _text("caption"), _int("statements"), _int("suggested"), _int("datasets"),
)  # fmt: skip
tallies = Table(  # how often an entity has a schema, data set, country, topic, name; `first` is the earliest statement
    "tallies", metadata,
    Column("entity", Integer, primary_key=True), Column("what", SmallInteger, primary_key=True),
    Column("value", Text, primary_key=True), _int("count"), _int("first"), Column("normal", Text),
    sqlite_with_rowid=False,
)  # fmt: skip
_named = tallies.c.normal.is_not(None)
Index("tallies_normal", tallies.c.normal, sqlite_where=_named, postgresql_where=_named)
ties = Table(  # each tie twice, once from either end
    "ties", metadata,
    Column("entity", Integer, primary_key=True), Column("statement", Integer, primary_key=True),
    Column("out", SmallInteger, primary_key=True), _int("other"), _int("shape"),
    sqlite_with_rowid=False,
)  # fmt: skip
figures = Table("figures", metadata, _key("statement"), _int("entity", index=True), _int("shape"))

VIEWS = (slots, members, standing, entities, tallies, ties, figures)

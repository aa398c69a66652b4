"""Loading a list: choose its format, compile it, put the edition in force; the same file read the same way adds nothing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from dragoman.base.errors import DragomanError, Unreadable, UsageError
from dragoman.base.progress import Progress
from dragoman.base.settings import Limits
from dragoman.lists.choosing import TABLE, Chosen, choose
from dragoman.lists.compiling import compile_edition, making
from dragoman.lists.edition import LAYOUT, Meta
from dragoman.lists.entry import Problem
from dragoman.lists.mapping import SCHEMATA, Column, Mapping, parse
from dragoman.lists.parts import checksum
from dragoman.lists.reading import Reading
from dragoman.lists.shelf import Origin, Shelf

READERS = 1  # raised when a reader gives other records for the same file, so that lists are compiled anew
SHRUNK = 0.5  # of the records before: an update that brings fewer was cut short more likely than the list was halved
COLUMNS = {
    "name-column": "name", "alias-column": "alias", "country-column": "country", "birth-date-column": "birthDate",
    "address-column": "address",
}  # fmt: skip


@dataclass(slots=True)
class Loaded:
    """What a load brought."""

    meta: Meta
    new: bool  # false: this very edition was there already
    problems: list[Problem] = field(default_factory=list)


def mapping_of(origin: Origin) -> Mapping | None:
    """The mapping that was asked for: a file's, or that of the column options."""
    if origin.mapping:
        return parse(origin.mapping, "mapping")
    told = origin.options
    if not told.get("name-column"):
        return None
    columns = tuple(
        Column(told[key], prop, (";",) if prop == "alias" else ()) for key, prop in COLUMNS.items() if told.get(key)
    )
    schema = told.get("schema") or "LegalEntity"
    known = {**SCHEMATA, **{name.lower(): name for name in SCHEMATA.values()}}
    if schema.lower() not in known:
        raise UsageError(f"there is no schema {schema!r} for a list", do="such as Person, Organization, Company, Vessel")
    ids = (told["id-column"],) if told.get("id-column") else ()
    return Mapping(columns, TABLE, ids=ids, schema=known[schema.lower()], schema_column=told.get("schema-column", ""))


def load(
    shelf: Shelf, label: str, path: Path, origin: Origin, limits: Limits, progress: Progress, *,
    published: str = "", accept_fewer: bool = True,
) -> Loaded:  # fmt: skip
    """Compile what lies at `path` into an edition of the list `label`, put in force; raises `Unreadable` and its kinds."""
    chosen = choose(path, limits, origin.format, mapping_of(origin))
    sha256 = checksum(chosen.parts)
    fingerprint = _fingerprint(sha256, origin, published)
    known = _known(shelf, label, fingerprint)
    if known is not None:
        shelf.enforce(label, known.edition)
        return Loaded(known, new=False)
    reading = Reading(
        chosen.parts, limits, encoding=origin.options.get("encoding", ""), where=origin.where, published=published,
        today=datetime.now(UTC).date().isoformat(), title=origin.title,
    )  # fmt: skip
    meta = _described(label, chosen, origin, sha256, fingerprint)
    return _compiled(shelf, meta, chosen, reading, progress, accept_fewer)


def _fingerprint(sha256: str, origin: Origin, published: str) -> str:
    how = [LAYOUT, READERS, origin.format, origin.mapping, origin.options, origin.where, origin.law, published]
    return hashlib.sha256(f"{sha256}{json.dumps(how, sort_keys=True)}".encode()).hexdigest()


def _known(shelf: Shelf, label: str, fingerprint: str) -> Meta | None:
    """The edition that was made of the same file in the same way, if it can still be opened."""
    if label not in shelf.labels():
        return None
    meta = next((meta for meta in shelf.editions(label) if meta.fingerprint == fingerprint), None)
    try:
        return meta if meta and len(shelf.open(label, meta.edition).index) == meta.names else None
    except DragomanError:
        return None


def _described(label: str, chosen: Chosen, origin: Origin, sha256: str, fingerprint: str) -> Meta:
    return Meta(
        label=label, edition="", title=origin.title or chosen.title or label, law=(origin.law or chosen.law).upper(),
        format=chosen.name, source=origin.source, published="", loaded=datetime.now(UTC).isoformat(timespec="seconds"),
        sha256=sha256, fingerprint=fingerprint,
    )  # fmt: skip


def _compiled(shelf: Shelf, meta: Meta, chosen: Chosen, reading: Reading, progress: Progress, accept_fewer: bool) -> Loaded:
    def complete() -> None:
        meta.published, meta.notes = reading.published[:10], reading.notes
        meta.title = reading.title or meta.title
        meta.edition = f"{meta.published or meta.loaded[:10]}-{meta.fingerprint[:8]}"

    with making(shelf.folder / meta.label) as folder:
        problems = compile_edition(folder, chosen.read(reading), meta, complete, progress)
        if not accept_fewer:
            _not_fewer(shelf, meta)
        shelf.put(meta.label, folder, meta.edition)
    return Loaded(meta, True, problems)


def _not_fewer(shelf: Shelf, meta: Meta) -> None:
    before = shelf.open(meta.label).meta.records if meta.label in shelf.labels() else 0
    if meta.records < SHRUNK * before:
        raise Unreadable(
            f"holds {meta.records:,} records where the edition in force holds {before:,}", where=meta.source,
            do="if that is right: dragoman lists update --accept-fewer",
        )  # fmt: skip

"""Exports: statements as JSON lines (lossless) or CSV, entities as FollowTheMoney JSON lines. All are streams of lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Any

from dragoman.base.errors import UnknownName
from dragoman.model.statement import Bound, Evidence, Stance, Statement, Status

KINDS = ("jsonl", "csv", "ftm")
PLAIN = [f.name for f in fields(Statement) if f.name != "evidence"]
ALWAYS = {"id", "entity_id", "schema", "prop", "value", "dataset"}
# CSV: every field of a statement, then the first piece of its evidence and how many there are.
PROOF = ("document", "exact", "start", "end", "page", "sheet", "row", "column", "record", "stance", "speaker")
COLUMNS = ("id", *(name for name in PLAIN if name != "id"), *(f"evidence_{name}" for name in PROOF), "evidence_count")


def export(statements: Iterable[Statement], kind: str) -> Iterator[str]:
    """Lines of an export, without their ends: `jsonl`, `csv` (the first line is the header) or `ftm`.

    `jsonl` writes one object a statement with all its fields and evidence; fields at their default are left out, and
    `read_jsonl` gives the same statements back. `csv` writes one row a statement with its first evidence. `ftm` writes
    one FollowTheMoney entity a line. Raises `UnknownName` for another kind.
    """
    if kind == "jsonl":
        return (json.dumps(as_json(s), ensure_ascii=False, separators=(",", ":")) for s in statements)
    if kind == "csv":
        return _csv(statements)
    if kind == "ftm":
        from dragoman.report.ftm import entities

        return (json.dumps(e, ensure_ascii=False, separators=(",", ":")) for e in entities(statements))
    raise UnknownName(f"there is no export format {kind!r}", do=f"use one of {', '.join(KINDS)}")


def as_json(statement: Statement) -> dict[str, Any]:
    """A statement as a JSON object: optional fields at their default left out, evidence always there."""
    found = {name: getattr(statement, name) for name in PLAIN}
    made = {name: _plain(value) for name, value in found.items() if name in ALWAYS or value not in ("", False)}
    made["evidence"] = [_evidence(e) for e in statement.evidence]
    return made


def _evidence(evidence: Evidence) -> dict[str, Any]:
    found = {f.name: getattr(evidence, f.name) for f in fields(Evidence)}
    kept = {name: _plain(value) for name, value in found.items() if name in ("document", "exact") or value not in ("", None)}
    return kept | ({"context": list(evidence.context)} if evidence.context else {})


def _plain(value: object) -> object:
    return str(value) if isinstance(value, StrEnum) else value


def read_jsonl(lines: Iterable[str]) -> Iterator[Statement]:
    """The statements of a `jsonl` export."""
    for line in lines:
        if line.strip():
            yield _statement(json.loads(line))


def _statement(raw: dict[str, Any]) -> Statement:
    evidence = tuple(_read_evidence(e) for e in raw.pop("evidence", []))
    raw |= {"status": Status(raw.get("status", "")), "bound": Bound(raw.get("bound", ""))}
    return Statement(evidence=evidence, **raw)


def _read_evidence(raw: dict[str, Any]) -> Evidence:
    context = raw.pop("context", None)
    stance = Stance(raw.pop("stance", Stance.SUPPORTS))
    exact = raw.pop("exact", "")
    return Evidence(exact=exact, context=(context[0], context[1]) if context else None, stance=stance, **raw)


def _csv(statements: Iterable[Statement]) -> Iterator[str]:
    yield _line(COLUMNS)
    for s in statements:
        first = next((e for e in s.evidence if e.stance is Stance.SUPPORTS), s.evidence[0] if s.evidence else None)
        proof = [getattr(first, name) if first else "" for name in PROOF]
        yield _line([*(_cell(getattr(s, name)) for name in COLUMNS[: len(PLAIN)]), *map(_cell, proof), len(s.evidence)])


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe before it."""
    if value is None or value is False:
        return ""
    text = "yes" if value is True else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

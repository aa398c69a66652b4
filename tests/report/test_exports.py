"""Statements out: JSON lines give the same statements back, CSV one row a statement."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import made

from dragoman.base.errors import UnknownName
from dragoman.model.statement import Bound, Evidence, Stance, Statement, Status
from dragoman.report.exports import COLUMNS, export, read_jsonl

WORDS = st.text(max_size=30).filter(lambda t: "\x00" not in t and not any(0xD800 <= ord(c) < 0xE000 for c in t))
EVIDENCE = st.builds(
    Evidence, document=WORDS, exact=WORDS, start=st.none() | st.integers(0, 9), end=st.none() | st.integers(0, 9),
    context=st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)), row=st.none() | st.integers(0, 9), prefix=WORDS,
    stance=st.sampled_from(Stance), speaker=WORDS,
)  # fmt: skip
STATEMENTS = st.builds(
    Statement, entity_id=WORDS, schema=st.just("Company"), prop=st.just("name"), value=WORDS, dataset=WORDS, lang=WORDS,
    status=st.sampled_from(Status), bound=st.sampled_from(Bound), negated=st.booleans(), inferred=st.booleans(),
    suggested=st.booleans(), valid_from=WORDS, recorded_at=WORDS, evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
)  # fmt: skip


@given(st.lists(STATEMENTS, max_size=4))
def test_jsonl_loses_nothing(statements: list[Statement]) -> None:
    assert list(read_jsonl(export(statements, "jsonl"))) == statements


def test_jsonl_of_the_sample_keeps_ids_quotes_and_polarity() -> None:
    statements = made().statements
    rows = [json.loads(line) for line in export(statements, "jsonl")]
    assert [r["id"] for r in rows] == [s.id for s in statements]
    assert any(r.get("negated") for r in rows) and all(r["evidence"][0]["exact"] for r in rows)
    assert list(read_jsonl(export(statements, "jsonl"))) == statements


def test_csv_has_one_row_a_statement_also_with_line_feeds_and_quotes_within() -> None:
    odd = replace(made().statements[0], value='a "b",\nc', id="")
    statements = [*made().statements, odd]
    rows = list(csv.DictReader(io.StringIO("\n".join(export(statements, "csv")))))
    assert len(rows) == len(statements) and tuple(rows[0]) == COLUMNS
    assert rows[-1]["value"] == 'a "b",\nc'
    assert rows[0]["evidence_exact"] == statements[0].evidence[0].exact


def test_csv_starts_no_formula() -> None:
    rows = list(csv.DictReader(export([Statement("e", "Company", "name", '=HYPERLINK("x")', "d")], "csv")))
    assert rows[0]["value"].startswith("'=")


def test_exports_are_streams() -> None:
    taken = 0

    def endless() -> Iterator[Statement]:
        nonlocal taken
        while True:
            taken += 1
            yield made().statements[0]

    for kind in ("jsonl", "csv"):
        lines = export(endless(), kind)
        assert next(lines) and next(lines)
    assert taken <= 4


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UnknownName, match="xml"):
        export([], "xml")

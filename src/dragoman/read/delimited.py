"""Comma, semicolon, tab or pipe separated values: the delimiter is the one that splits the lines most evenly."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import PurePosixPath

from dragoman.base.errors import TooLarge
from dragoman.base.settings import Limits
from dragoman.model.document import Document
from dragoman.read.encoding import decode
from dragoman.read.grid import sheet
from dragoman.read.headings import Row
from dragoman.read.source import Source
from dragoman.read.tabular import sheets_document

DELIMITERS = (",", ";", "\t", "|")
SAMPLE = 60  # records looked at
SAMPLE_CHARS = 200_000


class DelimitedReader:
    """csv and tsv."""

    media_type = "text/csv"

    def read(self, source: Source, limits: Limits) -> Document:
        """Decode, find the delimiter, read the rows."""
        text, encoding = decode(source.data, source.name)
        delimiter, text = _declared(text)
        delimiter = delimiter or dialect(text)
        rows = _rows(text, delimiter, limits, source.name)
        kind = "text/tab-separated-values" if delimiter == "\t" else self.media_type
        found = sheet(PurePosixPath(source.name).stem, rows)
        return sheets_document(source, kind, [found], limits, encoding=encoding)


def _declared(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;` names the delimiter; it stays as an empty line so that rows keep their numbers."""
    head, _, rest = text.partition("\n")
    if head.strip().lower().startswith("sep=") and len(head.strip()) == 5:
        return head.strip()[4], "\n" + rest
    return "", text


def dialect(text: str) -> str:
    """The delimiter: the share of records with the commonest number of fields, times how many fields that is, decides."""
    scores = {d: _evenness(text[:SAMPLE_CHARS], d) for d in DELIMITERS}
    return max(scores, key=lambda d: scores[d])


def _evenness(text: str, delimiter: str) -> float:
    widths: Counter[int] = Counter()
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        if any(record):
            widths[len(record)] += 1
        if widths.total() >= SAMPLE:
            break
    if not widths:
        return 0.0
    width, times = max(widths.items(), key=lambda w: (w[1], w[0]))
    return (width > 1) * times / widths.total() + 0.001 * min(width, 50)


def _rows(text: str, delimiter: str, limits: Limits, name: str) -> list[Row]:
    rows: list[Row] = []
    csv.field_size_limit(max(131_072, len(text)))
    for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
        if number > limits.table_rows or len(record) > limits.table_columns:
            what = f"has more than {limits.table_rows:,} rows or {limits.table_columns:,} columns"
            raise TooLarge(what, where=name, do="split it or raise the limit")
        rows.append((number, [" ".join(c.split()) if len(c) < limits.cell_chars else c[: limits.cell_chars] for c in record]))
    return rows

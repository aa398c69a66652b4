"""What is to be screened: arguments, rows of a file, entities of the workspace, each as a query."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.screen.hit import Query

if TYPE_CHECKING:
    from dragoman.workspace.screening import Screening

Columns = dict[str, str]  # what a column is used for, to its heading


def queries_of_names(names: tuple[str, ...], schema: str, country: str, birth_date: str) -> Iterator[Query]:
    """The names given as arguments, all with the same particulars."""
    for name in names:
        yield _query(name, schema, country, birth_date)


def columns_of(path: Path, name: str, country: str, birth_date: str, identifier: str, schema: str) -> Columns:
    """The columns in use; raises `UsageError` where one is not there. `schema` may be a schema for all rows."""
    from dragoman.workspace.rows import rows, wanted

    first = next(rows(path), (0, {}))[1]
    wanted(path, first, name, country, birth_date, identifier)
    return {"name": name, "country": country, "date": birth_date, "id": identifier, "schema": schema}


def queries_of_file(path: Path, columns: Columns) -> Iterator[Query]:
    """A query a row; a row without a name stays, as an empty one, so that answers can be laid beside the file."""
    from dragoman.workspace.rows import rows

    for number, cells in rows(path):
        schema = cells.get(columns["schema"], columns["schema"])
        name, country, born, known = (cells.get(columns[key], "") for key in ("name", "country", "date", "id"))
        query = _query(name, schema, country, born, known)
        query.row = number
        yield query


def queries_of_entities(screening: Screening) -> Iterator[Query]:
    """The people and organisations of the workspace, by every name they have."""
    for record in screening.parties():
        for name in dict.fromkeys((*record.names, *record.aliases)):
            yield Query(
                name, record.schema, record.countries, record.dates, tuple(v for _, v in record.identifiers), 0, record.id
            )


def _query(name: str, schema: str, country: str, born: str, identifier: str = "") -> Query:
    from dragoman.lists.countries import countries
    from dragoman.lists.dates import dates

    ids = (identifier.strip(),) if identifier.strip() else ()
    return Query(name.strip(), schema, frozenset(countries(country)), frozenset(dates(born)) if born else frozenset(), ids)

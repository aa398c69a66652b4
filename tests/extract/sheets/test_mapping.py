"""Mapping files: headings no vocabulary knows, constants, any schema; one line where they do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.base.errors import BadMapping
from dragoman.extract.sheets import SheetExtractor, load_mapping
from dragoman.model.document import Document, Table

TABLE = Table("List", ("Firma", "Land", "Gerät", "Farbe"), (("Nordwind AB", "Sweden", "Boje", "grün"),))
DOCUMENT = Document("d" * 64, "liste.csv", "text/csv", tables=(TABLE,))
GOOD = """
kind = "catalogue"
[columns]
"Firma" = "exhibitor.name"
"land" = "exhibitor.country"
"Gerät" = "exhibit.name"
"Farbe" = "-"
[constants]
"edition.name" = "Ninth fair"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_mapping_reads_what_no_heading_tells(tmp_path: Path) -> None:
    assert SheetExtractor().extract(DOCUMENT) == []
    examined = SheetExtractor(written(tmp_path, GOOD)).examine(DOCUMENT)
    said = {(s.schema, s.prop, s.value) for s in examined.statements}
    assert {("Company", "name", "Nordwind AB"), ("Company", "country", "se"), ("Exhibit", "name", "Boje")} <= said
    assert ("Edition", "name", "Ninth fair") in said
    assert examined.problems == [] and not any("grün" in s.value for s in examined.statements)


def test_a_mapping_to_any_schema(tmp_path: Path) -> None:
    text = 'schema = "Patent"\n[columns]\n"Gerät" = "name"\n"Firma" = "holder"\n"Land" = "country"\n"Farbe" = "notes"\n'
    made = SheetExtractor(written(tmp_path, text)).extract(DOCUMENT)
    said = {(s.schema, s.prop, s.value) for s in made}
    assert {
        ("Patent", "name", "Boje"),
        ("Patent", "country", "se"),
        ("Patent", "notes", "grün"),
        ("Company", "name", "Nordwind AB"),
    } <= said
    holder = next(s for s in made if s.prop == "holder")
    assert holder.value == next(s for s in made if s.schema == "Company").entity_id


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind = ", "TOML"),
        ('kind = "catalog"\n[columns]\n"Firma" = "exhibitor.name"', "catalogue"),
        ('[columns]\n"Firma" = "exhibitor.name"', "neither kind nor schema"),
        ('schema = "Patents"\n[columns]\n"Firma" = "name"', "did you mean Patent?"),
        ('kind = "catalogue"', "no columns"),
        ('kind = "catalogue"\nfoo = 1\n[columns]\n"Firma" = "exhibitor.name"', "foo"),
        ('kind = "catalogue"\n[columns]\n"Firma" = "exhibitor.nam"', "did you mean exhibitor.name?"),
        ('kind = "catalogue"\n[columns]\n"Firma" = "exhibitor.name"\n[constants]\n"x.y" = "z"', "x.y"),
    ],
)
def test_a_bad_mapping_says_what_is_wrong_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadMapping) as caught:
        load_mapping(written(tmp_path, text))
    assert says in str(caught.value) and "\n" not in str(caught.value) and str(caught.value).startswith(str(tmp_path))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('kind = "catalogue"\n[columns]\n"Firm" = "exhibitor.name"', "no column 'Firm'"),
        ('kind = "catalogue"\n[columns]\n"Land" = "exhibitor.country"', "exhibitor.name"),
    ],
)
def test_a_mapping_that_does_not_fit_its_table(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadMapping, match=says):
        SheetExtractor(written(tmp_path, text)).extract(DOCUMENT)


def test_a_missing_mapping_file() -> None:
    with pytest.raises(BadMapping):
        load_mapping("nowhere.toml")


def test_a_mapping_for_one_sheet_leaves_the_others_alone(tmp_path: Path) -> None:
    extractor = SheetExtractor(written(tmp_path, 'kind = "catalogue"\nsheet = "Other"\n[columns]\n"Firm" = "exhibitor.name"'))
    assert extractor.extract(DOCUMENT) == []

"""A template filled in gives the same statements in each of the three languages, and none of its columns is lost."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from sheet_cells import LANGS, cell

from dragoman.base.errors import UnknownName
from dragoman.base.settings import Limits
from dragoman.extract.sheets import Examined, SheetExtractor, kinds, template
from dragoman.extract.sheets.vocabulary import headings, sheet_kinds
from dragoman.model.document import Document
from dragoman.model.schema import schema
from dragoman.read import read_file

FREE = {"land"}  # things whose names are written in the language of the sheet


def filled(kind: str, lang: str, folder: Path) -> Document:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(template(kind, lang)))
    sheet = book.active
    for column, field in enumerate(sheet_kinds()[kind].columns, 1):
        sheet.cell(3, column, cell(field, lang))
    book.save(folder / "filled.xlsx")
    (document,) = read_file(folder / "filled.xlsx", Limits())
    return document


def said(examined: Examined) -> set[tuple[str, ...]]:
    """What the statements say, apart from their language, the original words and ids that hang on them."""
    schemata = {s.entity_id: s.schema for s in examined.statements}
    found = set()
    for s in examined.statements:
        value = f"a {schemata[s.value]}" if s.value in schemata else s.value
        if s.schema == "Place" and s.prop == "name":
            value = "a name"
        found.add((s.schema, s.prop, value, s.status, s.bound, s.unit, s.valid_from, s.valid_to))
    return found


@pytest.mark.parametrize("kind", list(kinds()))
def test_three_languages_say_the_same(kind: str, tmp_path: Path) -> None:
    made = {lang: SheetExtractor().examine(filled(kind, lang, tmp_path)) for lang in LANGS}
    for lang, examined in made.items():
        (preview,) = examined.previews
        assert preview.kind == kind, lang
        assert [f for _, f in preview.columns] == list(sheet_kinds()[kind].columns), lang
        assert examined.problems == [], lang
    assert said(made["en"]) == said(made["zh"]) == said(made["ru"])
    assert len(made["en"].statements) >= len(sheet_kinds()[kind].columns) - 3


@pytest.mark.parametrize("kind", list(kinds()))
def test_every_statement_fits_the_schema_and_cites_its_cell(kind: str, tmp_path: Path) -> None:
    document = filled(kind, "ru", tmp_path)
    ids = {s.entity_id: s.schema for s in SheetExtractor().extract(document)}
    (table,) = document.tables
    for s in SheetExtractor().extract(document):
        prop = schema(s.schema).properties[s.prop]
        if prop.type == "entity":
            assert schema(ids[s.value]).is_a(prop.range), (s.schema, s.prop)
        for e in s.evidence:
            if e.start is None:
                assert e.exact == table.rows[(e.row or 0) - table.first_row][table.columns.index(e.column)]
            else:
                assert document.text[e.start : e.end] == e.exact


@pytest.mark.parametrize("lang", LANGS)
def test_a_blank_template_holds_no_rows(lang: str, tmp_path: Path) -> None:
    for kind in kinds():
        (tmp_path / "blank.xlsx").write_bytes(template(kind, lang))
        (document,) = read_file(tmp_path / "blank.xlsx", Limits())
        assert SheetExtractor().extract(document) == []
        assert SheetExtractor().preview(document)[0].kind == kind


def test_unknown_kind_and_language() -> None:
    with pytest.raises(UnknownName, match="catalogue"):
        template("catalog", "en")
    with pytest.raises(UnknownName, match="zh"):
        template("catalogue", "de")


def test_headings_are_written_for_each_language() -> None:
    for heading in headings().values():
        assert all(heading.words[lang] and heading.fill[lang] for lang in LANGS), heading.name

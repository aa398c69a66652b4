"""Blank sheets to fill in, in three languages: a title, headings with a comment on what to write, lists for closed choices."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.extract.sheets.cells import GROUPED
from dragoman.extract.sheets.vocabulary import Kind, choices, headings, sheet_kinds
from dragoman.model.schema import LANGUAGES

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADING_ROW = 2
ROWS = 500  # that the drop-down lists cover
LIST_CHARS = 255  # the most a list of a drop-down may hold


def kinds(lang: str = "en") -> dict[str, str]:
    """The kinds of sheet there are, each with what it is for."""
    return {name: f"{kind.label[lang]}: {kind.about[lang]}" for name, kind in sheet_kinds().items()}


def template(kind: str, lang: str = "en") -> bytes:
    """A blank workbook (xlsx) for a kind of sheet in English, Chinese or Russian; raises `UnknownName`."""
    if kind not in sheet_kinds():
        raise UnknownName(f"there is no kind of sheet {kind!r}", do=f"kinds are: {', '.join(sheet_kinds())}")
    if lang not in LANGUAGES:
        raise UnknownName(f"there are no templates in {lang!r}", do=f"languages are: {', '.join(LANGUAGES)}")
    from openpyxl import Workbook

    spec = sheet_kinds()[kind]
    book = Workbook()
    sheet: Any = book.active
    sheet.title = spec.label[lang][:31]
    _fill(sheet, spec, lang)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(sheet: Worksheet, kind: Kind, lang: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    title = sheet.cell(1, 1, kind.label[lang])
    title.font = Font(bold=True, size=14)
    title.comment = Comment(kind.about[lang], "dragoman")
    needed = {f for group in kind.needed for f in group}
    for column, (field, named) in enumerate(kind.columns.items(), 1):
        heading = headings()[named[0]]
        cell = sheet.cell(HEADING_ROW, column, heading.words[lang][0])
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.fill = PatternFill("solid", fgColor="FFE8C8" if field in needed else "EEF3F7")
        cell.comment = Comment(heading.fill[lang], "dragoman")
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = max(14, min(32, 2 * len(heading.words[lang][0])))
        _list(sheet, field, letter, lang)
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 1).coordinate


def _list(sheet: Worksheet, field: str, letter: str, lang: str) -> None:
    """A drop-down of the first word of each choice in the language; other words may be written all the same."""
    from openpyxl.worksheet.datavalidation import DataValidation

    prop = field.split(".")[1]
    if prop not in GROUPED or not (words := _words(prop, lang)):
        return
    listed = ",".join(words)
    if len(listed) <= LIST_CHARS:
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
        rule.add(f"{letter}{HEADING_ROW + 1}:{letter}{ROWS}")
        sheet.add_data_validation(rule)


def _words(group: str, lang: str) -> list[str]:
    """One word of the language for each value of a group."""
    from dragoman.extract.sheets.bodies import language_of

    first: dict[str, str] = {}
    for word, value in choices(group).items():
        if language_of(word) == lang:
            first.setdefault(value, word)
    return list(first.values())

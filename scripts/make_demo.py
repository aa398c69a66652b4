#!/usr/bin/env python3
"""Make the Word, PDF and Excel files of the demonstration (src/dragoman/data/demo) from the texts and rows beside this script.

The pages and plain texts of the collection are kept there as they are.

usage: make_demo.py        (needs python-docx, reportlab and openpyxl: the `test` extra)

Texts are our own. Public facts of the five cases carry over; persons, small firms and single records are invented.
"""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

HERE = Path(__file__).parent / "demo"
OUT = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "demo"
MADE = datetime.datetime(2018, 7, 1, tzinfo=datetime.UTC)  # fixed, so that the files come out the same each time


def docx(source: Path, target: Path) -> None:
    """A Word file: the first line is the title."""
    from docx import Document

    title, *paragraphs = source.read_text(encoding="utf-8").strip().split("\n\n")
    document = Document()
    document.core_properties.title = title
    document.core_properties.created = document.core_properties.modified = MADE.replace(tzinfo=None)
    document.core_properties.author = ""
    document.add_heading(title, level=0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(target))


def pdf(source: Path, target: Path) -> None:
    """A PDF of one column with a running footer."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    title, *paragraphs = source.read_text(encoding="utf-8").strip().split("\n\n")
    styles = getSampleStyleSheet()
    story = [Paragraph(title, styles["Title"])]
    for paragraph in paragraphs:
        story += [Paragraph(paragraph, styles["BodyText"]), Spacer(1, 6)]
    SimpleDocTemplate(str(target), pagesize=A4, title=title, author="", invariant=1).build(story)


def xlsx(source: Path, target: Path) -> None:
    """A workbook with one sheet named as the file."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    sheet.title = source.stem[2:]
    with source.open(encoding="utf-8", newline="") as rows:
        for row in csv.reader(rows):
            sheet.append([int(c) if c.isdigit() else c for c in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = min(40, 2 + max(len(str(c.value or "")) for c in column))
    book.properties.created = book.properties.modified = MADE.replace(tzinfo=None)
    book.save(target)


MAKERS = {"b-visit.txt": (docx, ".docx"), "c-consultation.txt": (docx, ".docx"), "e-analysis.txt": (pdf, ".pdf")}


def main() -> None:
    """Write every file of the collection anew."""
    OUT.mkdir(parents=True, exist_ok=True)
    for source in sorted(HERE.iterdir()):
        maker, suffix = MAKERS.get(source.name, (xlsx, ".xlsx"))
        target = OUT / f"{source.stem}{suffix}"
        maker(source, target)
        print(target.name)


if __name__ == "__main__":
    main()

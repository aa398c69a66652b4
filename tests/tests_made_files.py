"""Files made for the tests, good and bad, as bytes."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Sequence
from typing import Any

PARAGRAPHS = (
    "HARBOUR CITY, May 14, 2019 (Coast Agency) -- The third Tidal Technology Fair opened on Tuesday with 140 exhibitors from "
    "eleven countries, and the organisers expect thirty thousand visitors until Friday.",
    "Nordwind Instruments brought a sonar buoy that was first built for fishing fleets and now helps rescue services to find "
    "people at sea, its chief engineer Marta Lindqvist said.",
)


def html(title: str = "Fair opens in Harbour City", lang: str = "en", paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """A news page with menus around its text."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} - Coast Daily</title>'
        '<meta property="og:site_name" content="Coast Daily"><meta name="author" content="Ann Reyes">'
        '<meta property="article:published_time" content="2019-05-15T08:00:00Z">'
        '<link rel="canonical" href="https://daily.example/2019/05/15/fair.html"></head><body>'
        '<nav><a href="/">Home</a> <a href="/n">News</a> <a href="/c">Contacts</a></nav>'
        f"<article><h1>{title}</h1>{body}<h2>What was shown</h2><ul><li>Sonar buoy</li><li>Ice radar</li></ul></article>"
        '<div class="related"><h3>Related News</h3><a href="/1">Port gets new crane</a></div>'
        "<footer>Copyright 2019 Coast Daily. All rights reserved.</footer></body></html>"
    ).encode()


def pdf(pages: Sequence[Sequence[str]], *, header: str = "", password: str = "") -> bytes:
    """A PDF whose pages hold these paragraphs, wrapped, under a running head and over a page number."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=password or None)
    for number, paragraphs in enumerate(pages, 1):
        canvas.setFont("Helvetica", 9)
        if header:
            canvas.drawString(72, 810, header)
        canvas.drawString(290, 30, str(number))
        y = 770.0
        for paragraph in paragraphs:
            big = len(paragraph) < 50 and number == 1 and y == 770
            size = 18 if big else 11
            canvas.setFont("Helvetica", size)
            for line in simpleSplit(paragraph, "Helvetica", size, 450):
                canvas.drawString(72, y, line)
                y -= size * 1.25
            y -= 12
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def columns_pdf(left: Sequence[str], right: Sequence[str], *, by_row: bool) -> bytes:
    """Two columns, drawn column by column or line by line across both."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont("Helvetica", 10)
    placed = [(72, 700 - 13 * i, t) for i, t in enumerate(left)] + [(320, 700 - 13 * i, t) for i, t in enumerate(right)]
    if by_row:
        placed.sort(key=lambda p: (-p[1], p[0]))
    for x, y, text in placed:
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def blank_pdf(pages: int) -> bytes:
    """A PDF of empty pages, written by hand: a library would take long over ten thousand."""
    kids = " ".join(f"{3 + i} 0 R" for i in range(pages))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"]
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"] * pages
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{o:010d} 00000 n \n".encode() for o in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def docx(
    title: str = "Report of a journey", paragraphs: Sequence[str] = PARAGRAPHS, rows: Sequence[Sequence[str]] = ()
) -> bytes:
    """A Word document with a title, a heading, paragraphs, a list item and perhaps a table."""
    from docx import Document

    document = Document()
    document.add_heading(title, 0)
    document.add_heading("What was seen", 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_paragraph("A buoy", style="List Bullet")
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def xlsx(sheets: dict[str, Sequence[Sequence[object]]], merged: dict[str, Sequence[str]] | None = None) -> bytes:
    """A workbook of these rows, with these areas merged."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        ws = book.create_sheet(name)
        for row in rows:
            ws.append(list(row))
        for area in (merged or {}).get(name, ()):
            ws.merge_cells(area)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def zipped(members: dict[str, bytes], *, compress: bool = True) -> bytes:
    """A zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def locked_zip() -> bytes:
    """A zip whose member is marked as encrypted, in both of its headers."""
    data = bytearray(zipped({"secret.txt": b"nothing to see"}, compress=False))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature) + at
        data[place] |= 1
    return bytes(data)


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """An office file with one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {m: archive.read(m) for m in archive.namelist()}
    return zipped(members | {name: part})


def locked_office() -> bytes:
    """The container of an encrypted office file: its header and the name of its one telling stream."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHH", 0x3E, 3, 0xFFFE) + bytes(482)
    return header + "Root Entry".encode("utf-16-le") + bytes(44) + "EncryptedPackage".encode("utf-16-le") + bytes(32)


def articles(count: int = 2) -> bytes:
    """Articles as JSON lines."""
    return b"\n".join(
        json.dumps({"title": f"Fair, day {i}", "text": "\n".join(PARAGRAPHS), "date": f"2019-05-1{i}T10:00:00"}).encode()
        for i in range(1, count + 1)
    )


def report_pdf(*, columns: int = 1, repeats: int = 6) -> bytes:
    """A PDF as a typesetter makes it: a running head, a title, chapters, justified paragraphs, a list, a table."""
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

    styles = getSampleStyleSheet()
    text = ParagraphStyle("justified", parent=styles["BodyText"], alignment=TA_JUSTIFY)
    width = 480 // columns - 10
    frames = [Frame(60 + i * (width + 15), 60, width, 720) for i in range(columns)]

    def around(canvas: Any, page: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 812, "Yearbook of the Coast")
        canvas.drawString(290, 25, f"Page {page.page}")

    story: list[Any] = [Paragraph("The fair and its harbour", styles["Title"]), Paragraph("What was shown", styles["Heading2"])]
    story += [Paragraph(p, text) for p in PARAGRAPHS * repeats]
    rows = [["Company name", "Country", "Stand"], ["Nordwind", "Sweden", "H1"], ["Ostsee", "Germany", "H2"]]
    story += [Paragraph("Who came", styles["Heading2"]), Table(rows, colWidths=[width / 3] * 3)]
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer)
    document.addPageTemplates([PageTemplate("page", frames, onPage=around)])
    document.build(story)
    return buffer.getvalue()

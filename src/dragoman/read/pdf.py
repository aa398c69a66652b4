"""PDF by pypdfium2: text in reading order, page by page, with headers, footers and page numbers as furniture."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median
from typing import Any

from dragoman.base.errors import Empty, Encrypted, TooLarge, Unreadable
from dragoman.base.settings import Limits
from dragoman.model.document import Document
from dragoman.read.layout import Line, furniture_lines, ordered, paragraphs, tables_of
from dragoman.read.source import Source
from dragoman.read.structure import compose, lay_out

PASSWORD = 4  # FPDF_ERR_PASSWORD
GAP = 1.2  # of the height of the type: a wider gap within a line parts two columns
_HYPHEN = "\ufffe"  # pdfium puts it in place of a hyphen and the line's end after it


class PdfReader:
    """pdf."""

    media_type = "application/pdf"

    def read(self, source: Source, limits: Limits) -> Document:
        """Read all pages; raises `Encrypted`, `TooLarge`, and `Empty` for scans without text."""
        import pypdfium2

        try:
            pdf = pypdfium2.PdfDocument(source.data)
        except pypdfium2.PdfiumError as error:
            raise _refused(source, error) from error
        try:
            count = len(pdf)
            if count > limits.pdf_pages:
                what = f"has {count:,} pages, over the limit of {limits.pdf_pages:,}"
                raise TooLarge(what, where=source.name, do="split it or raise the limit")
            pages = _pages(pdf, limits, source)
            if not any(pages):
                what = f"holds no text on its {count:,} pages: it may be a scan"
                raise Empty(what, where=source.name, do="run text recognition (OCR) over it first")
            title = pdf.get_metadata_value("Title") or ""
        finally:
            pdf.close()
        text, spans = lay_out(paragraphs(pages, furniture_lines(pages)))
        tables = tuple(tables_of(pages))
        told: dict[str, Any] = {"title": title} if title and _squeezed(title) in _squeezed(text[:2000]) else {}
        return compose(source, self.media_type, text, spans, limits, tables, pages=count, **told)


def _refused(source: Source, error: Exception) -> Unreadable:
    if getattr(error, "err_code", None) == PASSWORD or "password" in str(error).lower():
        return Encrypted("is locked with a password", where=source.name, do="remove the password and try again")
    return Unreadable("is a damaged PDF", where=source.name, do="get a whole copy, or print it to PDF again")


def _squeezed(text: str) -> str:
    return "".join(text.split()).lower()


def _pages(pdf: Any, limits: Limits, source: Source) -> list[list[Line]]:
    pages, chars = [], 0
    for number in range(1, len(pdf) + 1):
        page = pdf[number - 1]
        height = page.get_height()
        textpage = page.get_textpage()
        lines = ordered(list(_lines(textpage, number, height)))
        textpage.close()
        page.close()
        chars += sum(len(line.text) for line in lines)
        if chars > limits.text_chars:
            what = f"holds more than {limits.text_chars:,} characters"
            raise TooLarge(what, where=source.name, do="split it or raise the limit")
        pages.append(lines)
    return pages


def _lines(textpage: Any, page: int, height: float) -> list[Line]:
    """The lines of a page with their boxes, split where a wide gap parts columns."""
    made: list[Line] = []
    text = textpage.get_text_range()
    boxes = _boxes(textpage)
    at = 0
    for raw in re.split(f"(\r?\n|{_HYPHEN})", text):
        if raw == _HYPHEN and made:
            made[-1] = replace(made[-1], hyphen=True)
        elif raw.strip("\r\n"):
            made += _split(raw, at, boxes, page, height)
        at += len(raw)
    return made


def _boxes(textpage: Any) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right, top of every character, as high as the type, not the letter."""
    import ctypes

    from pypdfium2 import raw

    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    found = []
    for i in range(textpage.count_chars()):
        raw.FPDFText_GetLooseCharBox(textpage, i, pointer)
        found.append((box.left, box.bottom, box.right, box.top))
    return found


def _split(raw: str, at: int, boxes: list[tuple[float, float, float, float]], page: int, height: float) -> list[Line]:
    lines: list[Line] = []
    begin = 0
    last: tuple[float, float, float, float] | None = None
    for i, char in enumerate(raw):
        if char.isspace() or at + i >= len(boxes):
            continue
        box = boxes[at + i]
        if last is not None and box[0] - last[2] > GAP * max(4.0, last[3] - last[1], box[3] - box[1]):
            lines += _line(raw, begin, i, at, boxes, page, height)
            begin = i
        last = box
    return lines + _line(raw, begin, len(raw), at, boxes, page, height)


def _line(
    raw: str, begin: int, end: int, at: int, boxes: list[tuple[float, float, float, float]], page: int, height: float
) -> list[Line]:
    own = [boxes[at + i] for i in range(begin, end) if not raw[i].isspace() and at + i < len(boxes)]
    own = [b for b in own if b[2] > b[0]]
    clean = " ".join(raw[begin:end].split())
    if not clean or not own:
        return []
    left, right = min(b[0] for b in own), max(b[2] for b in own)
    bottom, top = median(b[1] for b in own), median(b[3] for b in own)
    return [Line(clean, page, left, right, height - top, height - bottom, height)]

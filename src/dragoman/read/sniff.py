"""What a file is, by its first bytes; the name decides only among kinds of plain text."""

from __future__ import annotations

import io
import re
import zipfile

from dragoman.base.errors import Empty, Encrypted, NotAFileFormat, Unreadable
from dragoman.read.encoding import decode
from dragoman.read.source import Source

ARCHIVES = {b"7z\xbc\xaf'\x1c": "7z", b"Rar!": "RAR", b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ": "xz"}
OTHERS = {
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture", b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture", b"\x7fELF": "a program", b"MZ": "a program", b"ID3": "a sound file",
    b"\x00\x00\x00": "a film or a binary file", b"SQLite format 3": "a database", b"RIFF": "a sound or picture file",
}  # fmt: skip
BY_NAME = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html", ".csv": "csv",
    ".tsv": "csv", ".tab": "csv", ".json": "json", ".jsonl": "articles", ".ndjson": "articles",
}  # fmt: skip
NOT_TEXT = {".pdf": "a PDF", ".docx": "a Word document", ".xlsx": "an Excel workbook", ".zip": "a zip archive"}
HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
XML = re.compile(r"\s*<\?xml\b|\s*<(?:svg|rss|feed|TEI)\b")
HEAD = 4096


def format_of(source: Source) -> str:
    """The name of its format as `reader.READERS` and `CONTAINERS` know it; raises `NotAFileFormat`, `Encrypted`, `Empty`."""
    head = source.data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(source)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _compound_file(source)
    if head.startswith(b"{\\rtf"):
        raise NotAFileFormat("is rich text (RTF)", where=source.name, do="save it as docx")
    for magic, what in ARCHIVES.items():
        if head.startswith(magic):
            raise NotAFileFormat(f"is a {what} archive", where=source.name, do="unpack it, or pack it as zip")
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        for magic, what in OTHERS.items():
            if head.startswith(magic):
                raise NotAFileFormat(f"is {what}", where=source.name, do="give the text of it")
    return _textual(source)


def _textual(source: Source) -> str:
    text, _ = decode(source.data[:HEAD], source.name, cut=len(source.data) > HEAD)
    if HTML.match(text):
        return "html"
    if source.suffix in NOT_TEXT:
        what = f"is not {NOT_TEXT[source.suffix]}, though its name says so"
        raise Unreadable(what, where=source.name, do="get a whole copy, or give the file its right ending")
    if XML.match(text) and source.suffix not in (".html", ".htm", ".xhtml"):
        raise NotAFileFormat("is XML, which no reader here knows", where=source.name, do="save it as html, docx or csv")
    kind = BY_NAME.get(source.suffix, "text")
    if kind == "json" and _holds_records(text):
        return "articles"
    return kind


def _holds_records(text: str) -> bool:
    return re.match(r"\s*\[\s*\{", text) is not None or re.match(r"\s*\{[^\n]*\}\s*\n\s*\{", text) is not None


def _zipped(source: Source) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        what = "is a damaged zip or office file"
        raise Unreadable(what, where=source.name, do="get a whole copy, or open and save it again") from error
    if not names:
        raise Empty("is an archive with nothing in it", where=source.name, do="pack it again")
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "ppt/presentation.xml" in names:
        raise NotAFileFormat("is a slide show", where=source.name, do="save it as pdf")
    if {"mimetype", "content.xml"} <= names or "META-INF/container.xml" in names:
        raise NotAFileFormat("is an OpenDocument file or an e-book", where=source.name, do="save it as docx, xlsx or html")
    if source.suffix in (".docx", ".xlsx"):
        what = f"is a zip archive without the parts of {NOT_TEXT[source.suffix]}"
        raise Unreadable(what, where=source.name, do="open and save it again")
    return "zip"


def _compound_file(source: Source) -> Unreadable:
    """Old office formats and encrypted new ones share this container; the latter hold a stream named EncryptedPackage."""
    if "EncryptedPackage".encode("utf-16-le") in source.data:
        return Encrypted("is locked with a password", where=source.name, do="remove the password and try again")
    return NotAFileFormat("is in an old office format (doc, xls, ppt)", where=source.name, do="save it as docx or xlsx")

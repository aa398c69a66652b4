"""Reader: the seam for file formats, and the table of those there are. A reader is imported when its format is met."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from dragoman.base.errors import Unreadable
from dragoman.base.settings import Limits
from dragoman.model.document import Document
from dragoman.read.source import Source


class Reader(Protocol):
    """Turns one input of its format into one document."""

    def read(self, source: Source, limits: Limits) -> Document:
        """Read it; raises `Unreadable` with one line where that cannot be done."""


class Container(Protocol):
    """Opens an input that holds several others: an archive, a file of articles."""

    def members(self, source: Source, limits: Limits, depth: int) -> Iterator[Source | tuple[str, Unreadable]]:
        """Each member, or its name and why it cannot be read; raises `Unreadable` where none can."""


READERS = {
    "text": "plain:PlainReader",
    "markdown": "markdown:MarkdownReader",
    "html": "html:HtmlReader",
    "pdf": "pdf:PdfReader",
    "docx": "docx:DocxReader",
    "xlsx": "xlsx:XlsxReader",
    "csv": "delimited:DelimitedReader",
    "json": "records:RecordReader",
}
CONTAINERS = {"zip": "archive:Archive", "articles": "records:Articles"}


def _made(where: str) -> object:
    module, name = where.split(":")
    return getattr(import_module(f"dragoman.read.{module}"), name)()


def reader(format: str) -> Reader:
    """The reader of a format that `sniff.format_of` names."""
    return cast(Reader, _made(READERS[format]))


def container(format: str) -> Container | None:
    """The opener of a format that holds several inputs, None for the others."""
    return cast(Container, _made(CONTAINERS[format])) if format in CONTAINERS else None

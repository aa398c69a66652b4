"""Document: what a file says, as text with stable offsets or as tables, with what is known of its making."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ENTRY = "text/x-dragoman-entry"  # the media type of what a person entered by a form or a command

BlockKind = Literal["title", "heading", "paragraph", "item", "caption", "byline", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the stored text, `start` to `end` in code points. Furniture (menus, banners) is kept but not read."""

    start: int
    end: int
    kind: BlockKind = "paragraph"
    lang: str = ""  # ISO 639-1
    page: int | None = None  # 1 is the first
    source: str = ""  # where it stood in the original: an XPath, a paragraph number, a byte range


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a sheet. `rows` are the cells under `columns`; `first_row` is the number in the sheet of the first of them."""

    sheet: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 2


@dataclass(frozen=True, slots=True)
class Document:
    """One input that was read. `id` is the checksum (SHA-256, hexadecimal) of its bytes, so the same file is read once.

    `text` never changes once stored: every offset of every evidence counts its code points. `published` is an ISO
    date, the release date of the text, never an event's.
    """

    id: str
    name: str  # file name, with the path inside its folder or archive
    media_type: str
    text: str = ""
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    lang: str = ""
    encoding: str = ""
    size: int = 0
    pages: int = 0
    source_url: str = ""
    dataset: str = ""  # defaults to the id: a document is its own source

    @property
    def source(self) -> str:
        """The data set its statements belong to."""
        return self.dataset or self.id

    def body(self) -> list[Block]:
        """The blocks worth reading, in order."""
        return [b for b in self.blocks if b.kind != "furniture"]

"""Word documents: headings, paragraphs, list items and tables in their order, read from the XML without python-docx.

Text boxes, comments and deleted words of tracked changes are left out; headers and footers are furniture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import TooLarge
from dragoman.base.settings import Limits
from dragoman.model.document import BlockKind, Document, Table
from dragoman.read.grid import sheet
from dragoman.read.source import Source
from dragoman.read.structure import Part, compose, lay_out
from dragoman.read.unpack import office_parts

if TYPE_CHECKING:
    import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
KINDS: tuple[tuple[str, BlockKind], ...] = (
    ("subtitle", "heading"), ("title", "title"), ("heading", "heading"), ("заголов", "heading"), ("назван", "title"),
    ("标题", "heading"), ("caption", "caption"), ("list", "item"), ("toc", "furniture"),
)  # fmt: skip
MARKED_UP = 10  # bytes of XML for a character of text at most; Word writes about 5
NO_TITLES = ("microsoft word", "document", "untitled", "документ", "word document", "文档")


class DocxReader:
    """docx and docm."""

    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def read(self, source: Source, limits: Limits) -> Document:
        """Read the body; the dates in the file's properties are those of the file and are not taken."""
        archive = office_parts(source, limits)
        if sum(m.file_size for m in archive.infolist() if m.filename == "word/document.xml") > MARKED_UP * limits.text_chars:
            raise TooLarge("holds too much text", where=source.name, do="split it or raise the limit")
        styles = _styles(_xml(archive, "word/styles.xml"))
        document = _xml(archive, "word/document.xml")
        body = document.find(f"{W}body") if document is not None else None
        parts, tables = [], []
        for part in _parts(body, styles) if body is not None else ():
            if isinstance(part, Part):
                parts.append(part)
            else:
                tables.append(part)
        if any(len(t.rows) > limits.table_rows for t in tables):
            raise TooLarge(f"a table has more than {limits.table_rows:,} rows", where=source.name, do="split it")
        text, spans = lay_out(parts)
        return compose(source, self.media_type, text, spans, limits, tuple(tables), **_known(archive, parts))


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree

    if name not in archive.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(archive.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"{name}: {error}") from error


def _styles(root: Any) -> dict[str, BlockKind]:
    """Kind of block by style id, from the style's name or its outline level."""
    kinds: dict[str, BlockKind] = {}
    for style in root.iterfind(f"{W}style") if root is not None else ():
        element = style.find(f"{W}name")
        name = (element.get(f"{W}val", "") if element is not None else "").lower()
        kind = next((k for word, k in KINDS if name.startswith(word)), None)
        if kind is None and style.find(f"{W}pPr/{W}outlineLvl") is not None:
            kind = "heading"
        if kind:
            kinds[style.get(f"{W}styleId", "")] = kind
    return kinds


def _parts(body: Any, styles: dict[str, BlockKind]) -> Iterator[Part | Table]:
    paragraphs = tables = 0
    for element in _flat(body):
        if element.tag == f"{W}p":
            paragraphs += 1
            yield Part(_text(element), _kind(element, styles), None, f"paragraph {paragraphs}")
        else:
            tables += 1
            yield from _table(element, tables)


def _flat(body: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls and tracked insertions."""
    for element in body:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag", f"{W}customXml"):
            yield from _flat(element)


def _text(element: Any) -> str:
    pieces = []
    for node in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        else:
            pieces.append("-" if node.tag == f"{W}noBreakHyphen" else " ")
    return " ".join("".join(pieces).split())


def _kind(paragraph: Any, styles: dict[str, BlockKind]) -> BlockKind | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    kind = styles.get(style.get(f"{W}val", "")) if style is not None else None
    if kind is None and paragraph.find(f"{W}pPr/{W}outlineLvl") is not None:
        return "heading"
    if kind is None and paragraph.find(f"{W}pPr/{W}numPr") is not None:
        return "item"
    return kind


def _table(element: Any, number: int) -> Iterator[Part | Table]:
    """A table with a heading row is a sheet; its rows are also lines of the text, as are those of a table for layout."""
    rows = [(i, _row(row)) for i, row in enumerate(element.iter(f"{W}tr"), 1)]
    found = sheet(f"table {number}", rows).table
    if found is not None and len(found.columns) > 1 and found.rows:
        yield found
    for i, cells in rows:
        kept = list(dict.fromkeys(c for c in cells if c))
        yield Part(" | ".join(kept), "item" if len(kept) > 1 else None, None, f"table {number} row {i}")


def _row(row: Any) -> list[str]:
    cells: list[str] = []
    for cell in row.iterfind(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        text = " ".join(t for p in cell.iter(f"{W}p") if (t := _text(p)))
        cells += [text] * min(int(span.get(f"{W}val", "1")) if span is not None else 1, 100)
    return cells


def _known(archive: zipfile.ZipFile, parts: list[Part]) -> dict[str, Any]:
    """Title and author of the properties, where they are more than what the program filled in."""
    core = _xml(archive, "docProps/core.xml")
    title = (core.findtext(f"{DC}title") or "").strip() if core is not None else ""
    shown = any(part.kind == "title" for part in parts)
    return {} if shown or not title or title.lower().startswith(NO_TITLES) else {"title": title}

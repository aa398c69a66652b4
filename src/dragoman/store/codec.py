"""How ids, evidence and documents are packed into rows, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any, NamedTuple

from dragoman.model.document import Block, Document, Table
from dragoman.model.statement import Evidence, Stance

HASH_HEX = 32  # a 16-byte hash as hexadecimal digits
_encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
SEPARATOR = "\x1f"  # no text of a document has it; where one has, the fields are written as JSON
_FIELDS = 14
_PLAIN = "s"  # first letter of the packed form of an id that is no hash


class Row(NamedTuple):
    """A row of the statements log, its columns in their order."""

    key: int
    hash: bytes
    entity: int
    shape: int
    dataset: int
    target: int | None  # the entity its value names, where the property is entity-typed
    value: str
    original: str | None  # None where it equals the value
    valid_from: str
    valid_to: str
    append: int
    document: int | None  # of the first evidence
    evidence: str  # the first evidence; further ones are in their own log


made_row: Callable[[tuple[Any, ...]], Row] = partial(tuple.__new__, Row)  # thrice as fast as Row(...), and there are millions


def pack_id(text: str) -> bytes:
    """An id as a blob: 16 bytes for a hash; any other text longer or shorter than that."""
    if len(text) == HASH_HEX and text.isascii():
        try:
            blob = bytes.fromhex(text)
        except ValueError:
            blob = b""
        if blob.hex() == text:
            return blob
    plain = (_PLAIN + text).encode("utf-8", "surrogatepass")
    return plain + b"\0" if len(plain) == HASH_HEX // 2 else plain


def unpack_id(blob: bytes) -> str:
    """The id a blob stands for."""
    if len(blob) == HASH_HEX // 2:
        return blob.hex()
    return blob.decode("utf-8", "surrogatepass").removesuffix("\0")[1:]


def pack_evidence(e: Evidence) -> str:
    """All of an evidence but its document: its fields with a separator between, without the empty ones at the end."""
    since, until = e.context or ("", "")
    start, end = "" if e.start is None else e.start, "" if e.end is None else e.end
    page, row = "" if e.page is None else e.page, "" if e.row is None else e.row
    stance = "" if e.stance is Stance.SUPPORTS else e.stance.value
    packed = (  # one format string: joining a list of the fields took twice as long
        f"{start}\x1f{end}\x1f{since}\x1f{until}\x1f{page}\x1f{row}\x1f{e.exact}\x1f{e.prefix}\x1f{e.suffix}\x1f"
        f"{e.speaker}\x1f{stance}\x1f{e.sheet}\x1f{e.column}\x1f{e.record}"
    )
    if packed.count(SEPARATOR) == _FIELDS - 1:
        return packed.rstrip(SEPARATOR)
    texts = (e.exact, e.prefix, e.suffix, e.speaker, stance, e.sheet, e.column, e.record)
    return _encode((start, end, since, until, page, row, *texts))


def unpack_evidence(document: str, packed: str) -> Evidence:
    """The evidence a row holds."""
    fields = json.loads(packed) if packed.startswith("[") else packed.split(SEPARATOR)
    fields += [""] * (_FIELDS - len(fields))
    start, end, since, until, page, row = (int(f) if f != "" else None for f in fields[:6])
    exact, prefix, suffix, speaker, stance, sheet, column, record = fields[6:]
    context = (since, until) if since is not None and until is not None else None
    return Evidence(
        document, exact, start, end, page, prefix, suffix, context, sheet, row, column, record,
        Stance(stance) if stance else Stance.SUPPORTS, speaker,
    )  # fmt: skip


_IN_COLUMNS = ("id", "name", "title", "publisher", "published", "lang", "media_type", "size")


def pack_document(document: Document) -> bytes:
    """What of a document is not a column: text, blocks, tables and the rest, compressed."""
    rest = asdict(document)
    for name in _IN_COLUMNS:
        del rest[name]
    rest["blocks"] = [(b.start, b.end, b.kind, b.lang, b.page, b.source) for b in document.blocks]
    return zlib.compress(_encode(rest).encode("utf-8", "surrogatepass"), 6)


def unpack_document(columns: dict[str, Any], body: bytes) -> Document:
    """The document of a row."""
    rest = json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))
    blocks = tuple(Block(*b) for b in rest.pop("blocks"))
    tables = tuple(
        Table(t["sheet"], tuple(t["columns"]), tuple(tuple(r) for r in t["rows"]), t["first_row"]) for t in rest.pop("tables")
    )
    authors = tuple(rest.pop("authors"))
    return Document(**{name: columns[name] for name in _IN_COLUMNS}, blocks=blocks, tables=tables, authors=authors, **rest)

"""JSON: articles as objects with text, title and date; lists of other objects as tables; anything else as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from dragoman.base.errors import Unreadable
from dragoman.base.settings import Limits
from dragoman.model.document import Document, Table
from dragoman.read.encoding import decode
from dragoman.read.grid import Sheet
from dragoman.read.plain import paragraphs
from dragoman.read.source import Source
from dragoman.read.structure import Part, compose, lay_out
from dragoman.read.tabular import sheets_document

TEXT = ("text", "body", "content", "article", "maintext", "full_text", "正文", "内容", "текст")
FIELDS = {
    "title": ("title", "headline", "标题", "заголовок"),
    "published": (
        "published",
        "publishedat",
        "published_at",
        "date",
        "pubdate",
        "datepublished",
        "date_publish",
        "日期",
        "дата",
    ),
    "publisher": ("publisher", "source", "sitename", "site", "outlet", "来源", "источник"),
    "authors": ("author", "authors", "byline", "作者", "автор"),
    "source_url": ("url", "link", "source_url", "canonical"),
}
DEPTH = 200  # levels of nesting; deeper is no data


class Articles:
    """A list of objects, in one array or one a line: each article an input of its own, other objects together a table."""

    def members(self, source: Source, limits: Limits, depth: int) -> Iterator[Source | tuple[str, Unreadable]]:
        """The articles one by one; whatever is no article follows as one table."""
        others = []
        for number, item in enumerate(_items(source), 1):
            if isinstance(item, Unreadable):
                yield source.name, item
            elif isinstance(item, dict) and _text_of(item):
                yield Source(f"{source.name}#{number}.json", _bytes(item))
            else:
                others.append(item)
        if others:
            yield Source(f"{source.name}#rows.json", _bytes({"rows": others}))


class RecordReader:
    """One JSON object."""

    media_type = "application/json"

    def read(self, source: Source, limits: Limits) -> Document:
        """An article, a table, or the strings of the object as text."""
        text, encoding = decode(source.data, source.name)
        value = _loads(text, source.name)
        if isinstance(value, dict) and (body := _text_of(value)):
            return self._article(source, limits, value, body, encoding)
        name = PurePosixPath(source.name.partition("#")[0]).stem
        tables = [Sheet(t) for t in _tables(value, name)]
        if tables:
            return sheets_document(source, self.media_type, tables, limits, encoding=encoding)
        laid, spans = lay_out(Part(line, None, None, path) for path, line in _strings(value))
        return compose(source, self.media_type, laid, spans, limits, encoding=encoding)

    def _article(self, source: Source, limits: Limits, value: dict[str, Any], body: str, encoding: str) -> Document:
        known = _fields(value)
        title = known.get("title", "")
        head = [Part(title, "title", None, "title")] if title and not body.lstrip().startswith(title) else []
        text, spans = lay_out([*head, *(Part(p, kind, None, where) for p, kind, where in paragraphs(body))])
        return compose(source, self.media_type, text, spans, limits, encoding=encoding, **known)


def _items(source: Source) -> Iterator[Any]:
    text, _ = decode(source.data, source.name)
    if text.lstrip().startswith("["):
        yield from _loads(text, source.name)
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield _loads(line, f"{source.name} line {number}")
            except Unreadable as error:
                yield error


def _loads(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        what = (
            f"is no valid JSON: {error.msg} at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "is no JSON"
        )
        raise Unreadable(what, where=where, do="save it again, or give it a .txt name to read it as text") from error


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def _lowered(value: dict[str, Any]) -> dict[str, Any]:
    return {str(k).lower(): v for k, v in value.items()}


def _text_of(value: dict[str, Any]) -> str:
    lowered = _lowered(value)
    body = next((v for key in TEXT if isinstance(v := lowered.get(key), str) and v.strip()), "")
    titled = any(key in lowered for key in FIELDS["title"])
    return body if body and (titled or len(body) > 200 or len(value) == 1) else ""


def _fields(value: dict[str, Any]) -> dict[str, Any]:
    lowered = _lowered(value)
    known: dict[str, Any] = {}
    for field, keys in FIELDS.items():
        found = next((lowered[k] for k in keys if lowered.get(k)), None)
        if isinstance(found, dict):
            found = found.get("name")
        if field == "authors" and found:
            names = found if isinstance(found, list) else re.split(r"\s*[,;、，]\s*", str(found))
            known[field] = tuple(str(n.get("name", "") if isinstance(n, dict) else n) for n in names)
        elif field == "published" and isinstance(found, str):
            known[field] = match[0] if (match := re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", found)) else ""
        elif isinstance(found, str):
            known[field] = " ".join(found.split())
    return known


def _tables(value: Any, name: str) -> Iterator[Table]:
    """Lists of objects, at the top or one level below, each a table of the fields they have."""
    lists = {name: value} if isinstance(value, list) else value if isinstance(value, dict) else {}
    for key, rows in lists.items():
        if isinstance(rows, list) and rows and all(isinstance(r, dict) for r in rows):
            columns = tuple(dict.fromkeys(str(k) for r in rows for k in r))
            cells = tuple(tuple(_cell(r.get(c)) for c in columns) for r in rows)
            yield Table(name if key in (name, "rows") else str(key), columns, cells, 1)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_cell(v) for v in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, bool)) else str(value)


def _strings(value: Any, path: str = "$", depth: int = 0) -> Iterator[tuple[str, str]]:
    if depth > DEPTH:
        return
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, f"{path}.{key}", depth + 1)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _strings(inner, f"{path}[{i}]", depth + 1)

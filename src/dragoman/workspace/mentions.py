"""Every name of a file: the door for scoring names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.base.settings import Settings
from dragoman.extract.draft import Name
from dragoman.model.document import Document

# Words of letters and digits, single Han characters and Kana, and every other mark on its own.
TOKEN = re.compile(r"[㐀-鿿豈-﫿぀-ヿ]|[^\W㐀-鿿豈-﫿぀-ヿ]+|[^\w\s]")


def names_of(file: Path, settings: Settings) -> Iterator[tuple[Document, list[Name]]]:
    """Each document of a file with its names; raises the file's `Unreadable`."""
    from dragoman.extract.names import mentions
    from dragoman.read import Refused, read_paths, walk

    for item in read_paths(walk([file]), settings.limits):
        if isinstance(item, Refused):
            raise item.error
        if isinstance(item, Document):
            yield item, mentions(item, settings.models)


def mention_rows(file: Path, settings: Settings) -> Iterator[dict[str, Any]]:
    """One row a name, in order."""
    for document, names in names_of(file, settings):
        for name in names:
            yield {
                "document": document.name, "kind": name.kind, "text": name.text, "start": name.start, "end": name.end,
                "lang": name.lang, "schema": name.schema, "subkind": name.subkind, "country": name.country,
                "sure": round(name.sure, 2), "source": name.source,
            }  # fmt: skip


def conll_lines(file: Path, settings: Settings) -> Iterator[str]:
    """`token<TAB>tag` lines (IOB2), an empty line after each line of the text."""
    for document, names in names_of(file, settings):
        tags = _tags(names)
        start = 0
        for line in document.text.splitlines(keepends=True):
            for match in TOKEN.finditer(line):
                yield f"{match[0]}\t{tags.get(start + match.start(), 'O')}"
            yield ""
            start += len(line)


def _tags(names: list[Name]) -> dict[int, str]:
    tags: dict[int, str] = {}
    for name in names:
        for offset in range(name.start, name.end):
            tags[offset] = f"I-{name.kind}"
        tags[name.start] = f"B-{name.kind}"
    return tags

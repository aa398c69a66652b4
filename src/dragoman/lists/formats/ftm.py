"""FollowTheMoney JSON lines, as OpenSanctions data sets come: flat (addresses, sanctions on lines of their own) or nested.

A flat file is read twice: first what hangs on entities (addresses, sanctions, documents, ties) is put aside in a small
database on disk, then it is folded into its entities. Memory stays that of one line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dragoman.lists.entry import Entry, Problem
from dragoman.lists.formats.ftm_aside import ASIDE, Aside, folded
from dragoman.lists.parts import Part
from dragoman.lists.reading import Reading

LINE_MOST = 16_000_000  # bytes: nested entities with hundreds of relations have under 2 MB
Entity = dict[str, Any]


class FtmJson:
    """One entity a line."""

    name = "ftm"
    title = "FollowTheMoney entities"
    law = ""

    def fits(self, part: Part, head: str) -> bool:
        """By the keys of the first line."""
        first = head.lstrip("\ufeff \r\n")[:4_000]
        return first.startswith("{") and '"schema"' in first and '"properties"' in first

    def read(self, reading: Reading) -> Iterator[Entry | Problem]:
        """Each entity that can bear a name; what the data set holds only as context (`target` false, no topic) is left out."""
        with Aside() as aside:
            for part in reading.parts:
                for _, item in _lines(part):
                    if isinstance(item, dict) and item["schema"] in ASIDE:
                        aside.put(item)
            context = 0
            for part in reading.parts:
                for number, item in _lines(part):
                    if isinstance(item, Problem):
                        yield item
                    elif item["schema"] in ASIDE:
                        continue
                    elif item.get("target") is False and not item["properties"].get("topics"):
                        context += 1
                    else:
                        yield from _entry(item, aside, f"{part.shown} line {number}", reading)
        if context:
            reading.notes.append(f"{context:,} entities that are no targets and carry no topic were left out")


def _lines(part: Part) -> Iterator[tuple[int, Entity | Problem]]:
    with part.open() as stream:
        number = 0
        while line := stream.readline(LINE_MOST):
            number += 1
            if line.strip():
                yield number, _parsed(line, f"{part.shown} line {number}")


def _parsed(line: bytes, at: str) -> Entity | Problem:
    try:
        found = json.loads(line)
    except ValueError:
        return Problem(at, "is no JSON" if len(line) < LINE_MOST else f"is longer than {LINE_MOST:,} bytes")
    if not isinstance(found, dict) or not found.get("id") or not isinstance(found.get("schema"), str):
        return Problem(at, "is no entity: it has no id or no schema")
    if not isinstance(found.get("properties"), dict):
        return Problem(at, "is no entity: it has no properties")
    return found


def _entry(item: Entity, aside: Aside, at: str, reading: Reading) -> Iterator[Entry | Problem]:
    entry = Entry(str(item["id"]), str(item["schema"]), at)
    caption = str(item.get("caption") or "")
    for prop, values in item["properties"].items():
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, dict):
                for inner, text in folded(value, entry.id):
                    entry.add(inner, text)
            else:
                entry.add(prop, str(value))
    for prop, text in aside.of(entry.id, item["properties"].get("addressEntity", ())):
        entry.add(prop, text)
    names = entry.properties.get("name", [])
    if caption in names:
        names.sort(key=lambda name: name != caption)
    entry.add("modifiedAt", str(item.get("last_change") or "")[:10])
    reading.published = max(reading.published, str(item.get("last_seen") or "")[:10])
    if entry.named or caption:
        if not entry.named:
            entry.add("name", caption)
        yield entry

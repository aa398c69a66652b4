"""Records of one id are one record: what a file says of it on several rows, or under several programmes, comes together."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from pathlib import Path
from typing import Any

from dragoman.lists.edition import id_hash
from dragoman.lists.entry import NAME_PROPS

UNSURE = ("", "LegalEntity", "Thing")
PLACES_KEPT = 20  # of the places a record stood at; an entity of 500 rows needs no list of them


def merge(path: Path, offsets: array[int], hashes: array[int]) -> tuple[array[int], array[int]]:
    """Rewrite a records file so that each id stands once, at its first place; returns its offsets and hashes."""
    repeated = {h for h, count in Counter(hashes).items() if count > 1}
    if not repeated:
        return offsets, hashes
    merged = _collected(path, hashes, repeated)
    fresh_offsets, fresh_hashes = array("Q", [0]), array("Q")
    beside = path.with_suffix(".merged")
    with path.open("rb") as lines, beside.open("wb") as out:
        for number, line in enumerate(lines):
            if hashes[number] in repeated:
                record_id = json.loads(line)["id"]
                found = merged.pop(record_id, None)
                if found is None:
                    continue
                line = encoded(found)
            out.write(line)
            fresh_offsets.append(fresh_offsets[-1] + len(line))
            fresh_hashes.append(hashes[number])
    beside.replace(path)
    return fresh_offsets, fresh_hashes


def _collected(path: Path, hashes: array[int], repeated: set[int]) -> dict[str, dict[str, Any]]:
    merged: dict[str, dict[str, Any]] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines):
            if hashes[number] in repeated:
                entity = json.loads(line)
                assert id_hash(entity["id"]) == hashes[number]  # noqa: S101 (written with it)
                known = merged.setdefault(entity["id"], entity)
                if known is not entity:
                    _join(known, entity)
    return merged


def _join(known: dict[str, Any], other: dict[str, Any]) -> None:
    if known["schema"] in UNSURE:
        known["schema"] = other["schema"]
    places = known["at"].split("; ")
    if len(places) < PLACES_KEPT:
        known["at"] = "; ".join((*places, other["at"]))
    properties = known["properties"]
    for prop, values in other["properties"].items():
        held = properties.setdefault("alias" if prop == "name" else prop, [])
        named = {v for p in NAME_PROPS for v in properties.get(p, ())} if prop in NAME_PROPS else set(held)
        held += [v for v in values if v not in named]
    for prop in [p for p, values in properties.items() if not values]:
        del properties[prop]


def encoded(entity: dict[str, Any]) -> bytes:
    """A record as it is written: one line of JSON."""
    return json.dumps(entity, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"

"""What `dragoman mentions` shows: names as the field counts them (unions of states are organisations; adjectives on request)."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.draft import Name


def for_scoring(names: list[Name], text: str, lang: str, demonyms: bool | None = None) -> list[Name]:
    """The names with unions of states as ORG."""
    return [replace(n, kind="ORG", schema="Organization") if n.kind == "GROUP" else n for n in names]
